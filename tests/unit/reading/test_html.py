from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.reading import ReadingError, read_bytes

if TYPE_CHECKING:
    from variorum.model import Article

PAGE = (Path(__file__).parents[2] / "fixtures" / "page.html").read_text("utf-8")


def read(text: str) -> Article:
    return read_bytes(text.encode(), "case.html", id="case")


@pytest.fixture(scope="module")
def page() -> Article:
    return read(PAGE)


def said(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


def test_the_headline_is_the_heading_that_the_title_names(page: Article) -> None:
    assert said(page, "headline") == ["Harbour reopens after the storm"]
    assert page.blocks[0].kind == "headline"


def test_elements_give_zones(page: Article) -> None:
    assert said(page, "standfirst") == [
        "Ferries wait for three days while crews clear the channel."
    ]
    assert said(page, "byline") == ["By Harbour Desk"]
    assert said(page, "stamp") == ["4 May 2021, 09:15"]
    assert said(page, "caption") == ["Workers clear the channel (Photo: AFP)"]
    assert said(page, "subhead") == ["A long wait"]
    assert said(page, "credit") == ["(AFP)"]
    assert said(page, "tweet") == [
        "We are open! Thank you all. — North Harbour (@northharbour) May 3, 2021"
    ]


def test_running_text_keeps_its_order_and_loses_nothing(page: Article) -> None:
    paragraphs = said(page, "paragraph")
    assert [p.split()[0] for p in paragraphs] == ["The", "Ships", "Nine", "The"]
    assert paragraphs[0].endswith("Friday, which sank two barges in the channel.")


def test_the_rest_of_the_page_is_folded_behind_it(page: Article) -> None:
    assert said(page, "promo") == [
        "Coastline", "Home", "World news", "Share this article", "Most read",
        "Ferry timetable for the summer", "© 2021 Coastline. All rights reserved.",
    ]  # fmt: skip
    kinds = [b.kind for b in page.blocks]
    assert kinds.index("promo") == len(kinds) - 7


def test_what_no_reader_sees_is_no_text(page: Article) -> None:
    for unseen in ("never", "color", "hidden words", "unseen", "NewsArticle"):
        assert unseen not in page.text


def test_only_web_links_are_kept(page: Article) -> None:
    links = [(page.text[i.start : i.end], i.target) for i in page.inlines if i.kind == "link"]
    assert links == [
        ("port authority", "https://port.example/"),
        ("May 3, 2021", "https://twitter.com/x"),
    ]
    assert [page.text[i.start : i.end] for i in page.inlines if i.kind == "emphasis"] == ["Monday"]


def test_the_head_gives_metadata(page: Article) -> None:
    meta = page.meta
    assert (meta.title, meta.outlet) == ("Harbour reopens after the storm", "Coastline")
    assert (meta.published, meta.updated) == ("2021-05-04T09:15:00+02:00", "2021-05-05")
    assert (meta.byline, meta.url) == (
        ("Harbour Desk",), "https://www.coast.example/2021/05/harbour",
    )  # fmt: skip
    assert (meta.agency, meta.photo_agency) == (("Agence France-Presse",),) * 2


def test_a_time_element_dates_a_page_whose_head_does_not() -> None:
    article = read(
        "<p><time datetime='2021-05-04'>Tuesday</time></p>"
        "<p>Updated: <time datetime='2021-05-05'>Wednesday</time></p>"
        "<p>The harbour opened again on Monday, the port authority said.</p>"
    )
    assert (article.meta.published, article.meta.updated) == ("2021-05-04", "2021-05-05")


def test_a_fragment_is_read_whole() -> None:
    article = read("<p>The harbour opened.</p><p>Ships had waited.<br><br>They came in.</p>")
    assert article.text == "The harbour opened.\n\nShips had waited.\n\nThey came in."


def test_a_page_without_words_is_left_out() -> None:
    for empty in ("<html><body></body></html>", "<script>x</script>", "<!-- a -->"):
        with pytest.raises(ReadingError):
            read(empty)


def test_an_encoding_declared_in_the_page_does_not_matter_once_it_is_decoded() -> None:
    text = '<?xml version="1.0" encoding="latin-1"?><html><body><p>Café owners.</p></body></html>'
    assert read(text).text == "Café owners."


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href='http://x'>", "</a>", "<br>", "<td>",
     "<blockquote class='twitter-tweet'>", "</blockquote>", "<aside>", "</aside>", "<h1>", "</h1>",
     "<!--", "-->", "<time>", "</time>", "<script>", "</script>", "words ", "<li hidden>", "&amp;"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(TAGS | st.text(max_size=3)).map("".join))
def test_any_page_can_be_read(text: str) -> None:
    try:
        article = read(text)
    except (ReadingError, UnicodeEncodeError):
        return
    blocks = [article.text[b.start : b.end] for b in article.blocks]
    reached = 0
    for block in article.blocks:
        assert reached <= block.start < block.end
        assert not article.text[reached : block.start].strip()
        reached = block.end
    assert all(block.strip() == block for block in blocks)
    assert all(0 <= i.start < i.end <= len(article.text) for i in article.inlines)


def test_a_page_may_leave_out_the_tags_of_head_and_body() -> None:
    head = "<!doctype html><meta charset=utf-8><title>Rain</title>"
    page = f"{head}<article><h1>Rain</h1><p>It rains.</article>"
    article = read_bytes(page.encode(), "a.html", id="a")
    assert [article.text[b.start : b.end] for b in article.blocks] == ["Rain", "It rains."]
