"""Saved pages as they really are: what of one is the article, and what its head says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from variorum.reading import read_bytes
from variorum.reading.html_dates import best_date, date_of

if TYPE_CHECKING:
    from variorum.model import Article

HEADLINE = "Ferry to the islands stops for the winter"
TEXT = [
    "The ferry to the outer islands will stop at the end of the month, its owner said on Monday.",
    "“We lose money on every trip,” said Ida Brandt, who has run the line for eleven years.",
    "About 60 people live on the two islands, and most of them shop on the mainland once a week.",
    "The council will meet on Thursday to talk about a bus that would run to the southern bridge.",
]
BODY = "".join(f"<p>{line}</p>" for line in TEXT)


def read(body: str, head: str = "") -> Article:
    page = f"<html><head><title>{HEADLINE} - Island Post</title>{head}</head><body>{body}</body>"
    return read_bytes(page.encode(), "case.html", id="case")


def said(article: Article, *kinds: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind in kinds]


def data(**fields: Any) -> str:
    said = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def test_teasers_below_an_article_are_folded_though_one_repeats_it() -> None:
    teasers = "<div><h4>Mill burns down</h4><p>A mill burned down near Orby, and nobody was hurt."
    article = read(
        f"<article><h1>{HEADLINE}</h1>{BODY}</article>"
        f"<div class='list'>{teasers}</p></div><div><h4>{HEADLINE}</h4><p>{TEXT[0]}</p></div></div>"
    )
    assert said(article, "paragraph") == TEXT
    assert {"Mill burns down", HEADLINE, TEXT[0]} <= set(said(article, "promo"))


def test_a_second_box_of_one_purpose_goes_on_with_the_article() -> None:
    more = ["The owner wants to sell the older of the two ships, which was built in 1971."]
    box = "<section><div class='story-part'>{}</div></section>"
    article = read(
        f"<article><h1>{HEADLINE}</h1>{box.format(BODY)}<section>Advertisement</section>"
        + box.format("".join(f"<p>{line}</p>" for line in more))
        + "</article>"
    )
    assert said(article, "paragraph") == [*TEXT, *more]


def test_a_second_article_on_the_page_does_not() -> None:
    box = "<div class='story-part'>{}</div>"
    other = "<p>A mill burned down near Orby on Sunday, and nobody was hurt in the fire.</p>"
    article = read(
        f"<article><h1>{HEADLINE}</h1>{box.format(BODY)}</article>"
        f"<article><h1>Mill burns down</h1>{box.format(other)}</article>"
    )
    assert said(article, "paragraph") == TEXT


def test_lines_within_a_paragraph_are_text() -> None:
    stops = "Monday – Outer Quay, at the old harbour office<br>Friday – Inner Quay, at the lifeboat"
    article = read(f"<article><h1>{HEADLINE}</h1>{BODY}<p>{stops}</p><p>{TEXT[0][:-1]} again.</p>")
    assert "Inner Quay, at the lifeboat" in "\n".join(said(article, "paragraph"))


def test_a_line_that_is_a_link_leads_elsewhere_and_a_linked_sentence_is_text() -> None:
    article = read(
        f"<article><h1>{HEADLINE}</h1><p>{TEXT[0]}</p><p>Related: <a href='/m'>Mill burns down in"
        f" the night</a></p><p>The <a href='/r'>report of the council</a> says nothing of it, she"
        f" said.</p>{BODY[BODY.index('</p>') + 4 :]}</article>"
    )
    assert "Related: Mill burns down in the night" in said(article, "promo")
    assert "The report of the council says nothing of it, she said." in said(article, "paragraph")


def test_a_paragraph_that_the_page_prints_twice_is_shown_once() -> None:
    article = read(f"<article><h1>{HEADLINE}</h1>{BODY}<p>{TEXT[1]}</p><p>“Yes.”</p></article>")
    assert said(article, "paragraph")[:4] == TEXT
    assert said(article, "paragraph").count(TEXT[1]) == 1


def test_captions_outside_of_the_article_are_folded() -> None:
    figure = "<figure><img><figcaption>{}</figcaption></figure>"
    article = read(
        f"<article><h1>{HEADLINE}</h1><p>{TEXT[0]}</p>{figure.format('The ferry in 2019')}"
        f"{BODY[BODY.index('</p>') + 4 :]}</article><div class='more'>{figure.format('A mill')}"
    )
    assert said(article, "caption") == ["The ferry in 2019"]
    assert "A mill" in said(article, "promo")


def test_the_name_of_the_site_is_no_headline() -> None:
    article = read(
        f"<header><h1><a href='/'>Island Post</a></h1></header><article><h2>{HEADLINE}</h2>{BODY}",
        "<meta property='og:site_name' content='Island Post'>",
    )
    assert (article.meta.title, article.meta.outlet) == (HEADLINE, "Island Post")


def test_the_day_of_the_visit_above_the_headline_is_not_the_article_s() -> None:
    article = read(
        "<div class='top'>Friday, 3 September 2021</div>"
        f"<article><h1>{HEADLINE}</h1><p>31 August 2021</p>{BODY}</article>"
    )
    assert article.meta.published == "2021-08-31"


def test_a_byline_glued_to_a_time_is_two_lines() -> None:
    article = read(
        f"<article><h1>{HEADLINE}</h1><p>By <a href='/i'>Ida Moor</a><time datetime='2021-08-31'>"
        f"Aug. 31, 2021</time></p>{BODY}</article>"
    )
    assert (article.meta.byline, article.meta.published) == (("Ida Moor",), "2021-08-31")
    assert said(article, "byline", "stamp") == ["By Ida Moor", "Aug. 31, 2021"]


def test_a_byline_a_date_and_links_in_one_line_are_a_byline_and_a_stamp() -> None:
    article = read(
        f"<article><h1>{HEADLINE}</h1><div>By Ida Moor | August 31, 2021 | <a href='/p'>Print</a>"
        f"</div>{BODY}</article>"
    )
    assert article.meta.byline == ("Ida Moor",)
    assert article.text[slice(*article.meta.span("published") or (0, 0))] == "August 31, 2021"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2021-08-31T09:30:00+02:00", "2021-08-31T09:30:00+02:00"),
        ("2021-08-31T09:30:00+0200", "2021-08-31T09:30:00+02:00"),
        ("20210831T093000Z", "2021-08-31T09:30:00Z"),
        ("20210831", "2021-08-31"),
        ("2021/8/31", "2021-08-31"),
        ("Tue, 31 Aug 2021 09:30:00 GMT", "2021-08-31T09:30:00+00:00"),
        ("Tue, Aug 31 2021 09:30:05 EDT", "2021-08-31T09:30:05-04:00"),
        ("August 31, 2021", "2021-08-31"),
        ("31 Aug 2021 07:09 GMT", "2021-08-31T07:09+00:00"),
        ("2021-08", "2021-08"),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01", None),
        ("20211399", None),
        ("Tue, 31 Foo 2021 09:30:00 GMT", None),
        ("yesterday", None),
        ("", None),
        (1630400000, None),
    ],
)
def test_the_forms_of_dates_in_page_data(value: object, date: str | None) -> None:
    assert date_of(value) == date


def test_the_day_in_the_address_says_where_the_clock_stood() -> None:
    paper = "https://paper.example/2021/08/{}/ferry"
    assert best_date(["2021-09-01T01:30:00Z"], paper.format(31)) == "2021-08-31"
    assert best_date(["2021-09-01T10:30:00Z"], paper.format(31)) == "2021-09-01T10:30:00Z"
    assert best_date(["2021-09-01T01:30:00+02:00"], paper.format(31)) == "2021-09-01T01:30:00+02:00"
    assert best_date(["2021-09-01T01:30:00Z"], paper.format("03")) == "2021-09-01T01:30:00Z"
    same = ["2021-09-01T01:30:00Z", "2021-08-31T21:30:00-04:00"]
    assert best_date(same, None) == same[1]


def test_what_cannot_be_read_shadows_nothing() -> None:
    meta = "<meta property='article:published_time' content='2021-08-31'>"
    article = read(BODY, data(headline=HEADLINE, datePublished="soon") + meta)
    assert (article.meta.published, article.meta.basis["published"]) == ("2021-08-31", "page data")


def test_page_data_that_are_not_quite_json_are_read() -> None:
    said = '{"@type": "Report", "datePublished": "2021-08-31", "author": {"name": "Ida Moor"},}'
    script = "<script type='application/ld+json'>//<![CDATA[\n{}\n//]]></script>"
    article = read(BODY, script.replace("{}", said))
    assert (article.meta.published, article.meta.byline) == ("2021-08-31", ("Ida Moor",))


def test_page_data_that_point_at_each_other_are_joined() -> None:
    graph = [
        {"@type": "WebPage", "datePublished": "2021-08-31"},
        {"@type": "Article", "author": {"@id": "#ida"}, "publisher": {"@id": "#post"}},
        {"@type": "Person", "@id": "#ida", "name": "Ida Moor"},
        {"@type": "Organization", "@id": "#post", "name": "Island Post &amp; News"},
    ]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    meta = read(BODY, script).meta
    assert (meta.published, meta.byline) == ("2021-08-31", ("Ida Moor",))
    assert meta.outlet == "Island Post & News"


def test_an_agency_that_publishes_on_another_s_page_is_credited() -> None:
    head = data(publisher={"name": "Reuters"}, author={"name": "By IDA MOOR and TOM LUND, Reuters"})
    site = "<meta property='og:site_name' content='Island Post'>"
    meta = read(BODY, head + site).meta
    assert (meta.outlet, meta.agency, meta.byline) == (
        "Island Post", ("Reuters",), ("IDA MOOR", "TOM LUND"),
    )  # fmt: skip
    own = read(BODY, head.replace("Island Post", "Reuters")).meta
    assert (own.outlet, own.agency) == ("Reuters", ())


def test_a_day_that_no_data_and_no_stamp_give_is_searched_for_in_the_page() -> None:
    posted = "<footer>Posted on 31 August 2021</footer>"
    article = read(f"<article><h1>{HEADLINE}</h1>{BODY}</article>{posted}")
    assert article.meta.published == "2021-08-31"
    assert read(f"<article><h1>{HEADLINE}</h1>{BODY}</article>© 2021").meta.published is None


def test_what_single_file_keeps_in_templates_is_text_and_other_templates_are_not() -> None:
    article = read(
        f"<article><h1>{HEADLINE}</h1><x-story><template shadowrootmode=open>{BODY}</template>"
        "</x-story></article><template><p>Nobody sees this sentence of eight words.</p></template>"
    )
    assert said(article, "paragraph") == TEXT
    assert "Nobody sees" not in article.text


def test_the_wayback_machine_s_frame_and_its_addresses_are_left_out() -> None:
    own = "https://post.example/2021/ferry"
    article = read(
        "<div id='wm-ipp-base'><p>13 captures</p><p>3 September 2021</p></div>"
        f"<article><h1>{HEADLINE}</h1>{BODY}</article>",
        f"<link rel=canonical href='https://web.archive.org/web/20210903101500/{own}'>",
    )
    assert (article.meta.url, article.meta.published) == (own, None)
    assert "captures" not in article.text


def test_a_browser_s_reader_copy_keeps_its_address_and_not_its_reading_time() -> None:
    article = read(
        "<div class='container'><div class='header reader-header'><a class='domain reader-domain'"
        f" href='https://post.example/ferry'>post.example</a><h1 class='reader-title'>{HEADLINE}"
        "</h1><div class='credits reader-credits'>By Ida Moor</div><div class='meta-data'><div "
        "class='reader-estimated-time'>3–4 minutes</div></div></div><div class='content'>"
        f"<div class='moz-reader-content'>{BODY}</div></div></div>"
    )
    meta = article.meta
    assert (meta.title, meta.byline) == (HEADLINE, ("Ida Moor",))
    assert (meta.url, said(article, "paragraph")) == ("https://post.example/ferry", TEXT)
    assert "3–4 minutes" in said(article, "promo")


@pytest.mark.parametrize(
    "line",
    [
        "Have a question about the ferry? Write to the desk and we will look into it.",
        "Enjoyed this article? Tell your friends about it!",
        "Contact Ida Moor at ida.moor@post.example or on the paper's own line.",
        "This copy is for your personal, non-commercial use only.",
        "Get the Post delivered through your letterbox every Friday for a year.",
        "Tom Lund contributed reporting from Orby.",
    ],
)
def test_what_a_site_says_to_its_readers_is_no_text(line: str) -> None:
    article = read(f"<article><h1>{HEADLINE}</h1>{BODY}<p>{line}</p><p>{TEXT[0][:-1]}, too.</p>")
    assert line not in said(article, "paragraph")


@pytest.mark.parametrize(
    "line",
    [
        "Have a story ready, she told the crew, because the owner will ask for one.",
        "Contact between the islands and the shore was lost at noon, the council said.",
        "They get their bread delivered to the quay, where nobody can fetch it now.",
        "Tom Lund contributed a boat, and his brothers gave the engine that it runs on.",
    ],
)
def test_sentences_that_begin_like_it_are_text(line: str) -> None:
    article = read(f"<article><h1>{HEADLINE}</h1>{BODY}<p>{line}</p><p>{TEXT[0][:-1]}, too.</p>")
    assert line in said(article, "paragraph")


def test_a_line_of_several_links_leads_elsewhere() -> None:
    links = " ".join(
        f"<a href='/{i}'>Mill {i} burns down in the night</a> [PICTURES]" for i in "abc"
    )
    article = read(f"<article><h1>{HEADLINE}</h1><p>{TEXT[0]}</p><p>{links}</p>{BODY}</article>")
    assert not any("Mill" in line for line in said(article, "paragraph"))


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        (f"{HEADLINE} | Island Post", "Island Post"),
        (f"{HEADLINE} - Island Post", "Island Post"),
        (f"{HEADLINE} | News", None),
        (f"{HEADLINE} | World | Island Post", None),
        (f"{HEADLINE} - and nobody says why", None),
        (HEADLINE, None),
    ],
)
def test_a_site_s_name_behind_the_headline_in_the_page_s_title(
    title: str, outlet: str | None
) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{HEADLINE}</h1>{BODY}</body>"
    article = read_bytes(page.encode(), "case.html", id="case")
    assert (article.meta.title, article.meta.outlet) == (HEADLINE, outlet)
