"""From articles to pages: what stands where, and that the words stay as they are."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import SEEDS, Build
from variorum.reading import read_file


class Text(HTMLParser):
    """The article's own words on its page: what is in an element with ``data-start``."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: dict[int, str] = {}
        self.open: list[tuple[str, int | None, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in ("br", "img", "input", "link", "meta", "hr"):
            return
        start = said.get("data-start")
        classes = (said.get("class") or "").split()
        ours = tag in ("small", "summary") or bool({"vr-key", "vr-sig", "vr-margin"} & set(classes))
        self.open.append((tag, int(start) if start else None, ours))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        starts = [start for _, start, _ in self.open if start is not None]
        if starts and not any(ours for *_, ours in self.open):
            self.blocks[starts[-1]] = self.blocks.get(starts[-1], "") + data


def words_on_page(html: str) -> list[str]:
    """The words between our marks, in the order of the source."""
    parser = Text()
    parser.feed(html)
    return " ".join(text for _, text in sorted(parser.blocks.items())).split()


def words_of_source(path: Path) -> list[str]:
    """All words of an article, without the headline that the page's title shows."""
    article = read_file(path)
    title = next((b for b in article.blocks if b.kind == "headline"), None)
    kept = (article.text[b.start : b.end] for b in article.blocks if b != title)
    return " ".join(kept).split()


HTML = """<!doctype html><html lang="en"><head><title>Bridge row - Gamma News</title>
<meta property="og:site_name" content="Gamma News"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Bridge row goes on</h1>
<p>The row over the bridge &amp; its cost went into a <em>second</em> week on Thursday, with no end
in sight for the thousands who cross it on foot every morning.</p>
<p>See <a href="https://example.org/plan">the plan</a> or <a href="javascript:alert(1)">this</a>,
which the council published in full after a request by three of its own members.</p></article>
<footer>Follow us everywhere</footer></body></html>
"""


@pytest.mark.parametrize("name", ["alpha.txt", "beta.md", "gamma.html"])
def test_a_page_without_our_marks_is_the_article(story: Path, build: Build, name: str) -> None:
    path = story / "bridge" / "articles" / name
    if not path.exists():
        path.write_text(HTML, encoding="utf-8")
    built = build(story)
    assert words_on_page(built.page(f"bridge/articles/{path.stem}")) == words_of_source(path)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
def test_the_seeds_stand_on_their_pages_word_for_word(tmp_path: Path, build: Build) -> None:
    built = build(SEEDS, variorum_articles=["**"], include_patterns=[])
    assert built.warnings == ""
    assert (built.out / "_static/variorum/site.css").is_file()
    pages = sorted(SEEDS.glob("*.txt"))
    assert len(pages) == 5
    for path in pages:
        name = path.stem.replace("_", "-")
        assert words_on_page(built.page(f"articles/{name}")) == words_of_source(path)


def test_lines_of_the_scrape_are_folded_and_counted(story: Path, build: Build) -> None:
    page = build(story).page("bridge/articles/alpha")
    found = re.search(r'<details class="vr-scrape">.*?</details>', page, re.DOTALL)
    assert found
    fold = re.sub(r"<[^>]+>", "", found[0])
    assert "2 lines saved with the article are not part of it" in fold
    assert "Published: 09:30 AM, 4 Mar, 2024" in fold
    assert "Google Play" in fold


def test_what_a_report_says_of_itself_stands_beside_it(story: Path, build: Build) -> None:
    page = build(story).page("bridge/articles/alpha")
    assert "Monday 4 March 2024, 09:30" in page
    assert "from “Published: 09:30 AM, 4 Mar, 2024”" in page


def test_a_source_without_name_headline_or_date_says_so(story: Path, build: Build) -> None:
    text = (
        "Nobody came to the meeting about the bridge, which began late and ended early, and "
        "nobody had been asked to come.\n\nThe next one is not announced either.\n"
    )
    (story / "bridge" / "articles" / "delta.txt").write_text(text, encoding="utf-8")
    built = build(story)
    page = built.page("bridge/articles/delta")
    assert "Unnamed source" in page
    assert "no date printed" in page
    assert "these are its first words" in page
    assert "Nobody came to the meeting" in built.page("bridge/index")


def test_an_article_in_another_language_is_shown_in_full(story: Path, build: Build) -> None:
    text = (
        "Die alte Brücke wird am Montag gesperrt\n\n"
        "Die Stadt sperrt die alte Brücke am Montag für ein Jahr, weil zwölf von vierzig Pfeilern "
        "Risse haben und niemand weiß, wer die Arbeiten bezahlen soll.\n"
    )
    (story / "bridge" / "articles" / "epsilon.txt").write_text(text, encoding="utf-8")
    page = build(story).page("bridge/articles/epsilon")
    assert 'lang="de"' in page
    assert "not annotated" in page
    assert "weil zwölf von vierzig Pfeilern Risse haben" in page


def test_bare_addresses_become_links_but_only_web_ones(story: Path, build: Build) -> None:
    text = (
        "Plans for the bridge\n\n"
        "The plan is at https://example.org/plan and www.example.org, they said. Not links are "
        "javascript:alert(1), ftp://example.org and the glued end.It is one.\n"
    )
    (story / "bridge" / "articles" / "zeta.txt").write_text(text, encoding="utf-8")
    page = build(story).page("bridge/articles/zeta")
    body = page[page.index("vr-article") :]
    targets = set(re.findall(r'<a class="[^"]*reference external" href="([^"]+)"', body))
    assert targets == {"https://example.org/plan", "http://www.example.org"}


def test_another_theme_shows_the_same_words(story: Path, build: Build) -> None:
    (story / "index.rst").write_text("Bridges\n=======\n\n.. variorum-stories::\n", "utf-8")
    built = build(story, html_theme="alabaster")
    assert built.warnings == ""
    assert "The council will close the old bridge" in built.page("bridge/articles/alpha")
    assert "variorum/guest.css" in built.page("bridge/articles/alpha")
    assert "_static/variorum/" not in built.page("search")


@pytest.mark.parametrize("builder", ["text", "xml", "man", "latex", "singlehtml", "dirhtml"])
def test_other_builders_have_the_words_too(story: Path, build: Build, builder: str) -> None:
    built = build(story, builder=builder)
    assert built.warnings == ""
    said = b" ".join(built.files().values()).decode("utf-8", "replace")
    # What lies on the words may stand between them.
    assert re.search(r"Twelve\b.{0,900}?forty\b.{0,900}?piers\b.{0,900}?cracks", said, re.DOTALL)


def test_straight_quotation_marks_stay_straight(story: Path, build: Build) -> None:
    page = build(story, smartquotes=True).page("bridge/articles/alpha")
    assert '"We have no choice,"' in " ".join(words_on_page(page))


def test_two_stories_have_their_own_pages(story: Path, build: Build) -> None:
    other = story / "tunnel" / "articles"
    other.mkdir(parents=True)
    (other / "alpha.txt").write_text("A tunnel instead\n\nThe town wants a tunnel.\n", "utf-8")
    (story / "tunnel" / "story.yaml").write_text("title: The tunnel\n", encoding="utf-8")
    built = build(story)
    assert "A tunnel instead" in built.page("tunnel/articles/alpha")
    assert "Old bridge to close" in built.page("bridge/articles/alpha")
    assert "The tunnel" in built.page("index")
    assert "Two reports" in built.page("index")
