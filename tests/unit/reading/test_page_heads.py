"""Who printed a page, who wrote it, and when: what the data say, without what programs add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.unit.reading.test_pages import BODY, HEADLINE, TEXT, data, read, said

from variorum.reading import read_bytes
from variorum.reading.html_authors import people_in
from variorum.reading.html_dates import as_printed, date_of

if TYPE_CHECKING:
    from variorum.model import Article

ARTICLE = f"<article><h1>{HEADLINE}</h1>{BODY}</article>"


def bare(url: str, head: str = "") -> Article:
    """A page whose title names no site."""
    page = f"<html><head><link rel='canonical' href='{url}'>{head}</head><body>{ARTICLE}</body>"
    return read_bytes(page.encode(), "a.html", id="a")


@pytest.mark.parametrize(
    ("url", "name", "expected"),
    [
        ("https://www.theguardian.com/a", "theguardian", "The Guardian"),
        ("https://www.theguardian.com/a", "World", "The Guardian"),
        ("https://www.theguardian.com/a", HEADLINE, "The Guardian"),
        ("https://pierside.example/a", "pierside", "pierside"),
        ("https://pierside.example/a", "Pierside, LLC", "Pierside"),
        ("https://www.theguardian.com/a", "The Observer", "The Observer"),
    ],
)
def test_a_section_a_headline_or_a_word_made_of_its_name_is_no_outlet(
    url: str, name: str, expected: str
) -> None:
    site = f'<meta property="og:site_name" content="{name}"><title>{HEADLINE} today</title>'
    assert bare(url, site).meta.outlet == expected


def test_where_a_page_names_no_outlet_its_address_does() -> None:
    for url, expected in (
        ("https://www.theguardian.com/a", ("The Guardian", "address")),
        ("https://harbour.example.org/a", ("harbour.example.org", "address")),
        ("https://archive.org/a", (None, None)),
    ):
        meta = bare(url).meta
        assert (meta.outlet, meta.basis.get("outlet")) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ida Moor, Staff Writer", ["Ida Moor"]),
        ("IDA MOOR and JO REED, AP Business Writer", ["IDA MOOR", "JO REED"]),
        ("Analysis by Ida Moor, Post Editor-at-large", ["Ida Moor"]),
        ("Ida Moor, PhD", ["Ida Moor"]),
        ("Ida Moor, Island Herald", ["Ida Moor"]),
        ("Ida Moor For The Island Herald", ["Ida Moor"]),
        ("Ida Moor | Bay Media for Post.com", ["Ida Moor"]),
        ("www.post.com | Ida Moor", ["Ida Moor"]),
        ("Ida Moor, Reuters", ["Ida Moor", "Reuters"]),
        ("admin", []),
        ("No Author", []),
        ("Post Staff", ["Post Staff"]),
    ],
)
def test_authors_are_people_and_agencies(line: str, names: list[str]) -> None:
    assert people_in(line) == names


def test_an_outlet_is_not_its_own_author_but_a_person_whose_site_it_is() -> None:
    site = '<meta property="og:site_name" content="{}"><meta name="author" content="{}">'
    assert read(ARTICLE, site.format("Jobs &amp; Boats", "Jobs &amp; Boats")).meta.byline == ()
    assert read(ARTICLE, site.format("PierNews.Online", "PierNews")).meta.byline == ()
    own = read(ARTICLE, site.format("Ida Moor’s Blog", "Ida Moor"))
    assert own.meta.byline == ("Ida Moor",)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-05-04T21:57:00T-08:00", "2021-05-04T21:57:00-08:00"),
        ("2021-05-04T21:57:00-0800", "2021-05-04T21:57:00-08:00"),
        ("2021-05-04T21:57:00.1234567Z", "2021-05-04T21:57:00.1234567Z"),
        ("2021-05-04", "2021-05-04"),
    ],
)
def test_a_date_is_one_that_any_program_reads(value: str, expected: str) -> None:
    assert date_of(value) == expected


@pytest.mark.parametrize(
    ("date", "days", "expected"),
    [
        ("2021-05-05T03:10:00Z", {"2021-05-04"}, "2021-05-04"),
        ("2021-05-05T03:10:00Z", {"2021-05-05", "2021-05-04"}, "2021-05-05T03:10:00Z"),
        ("2021-05-05T03:10:00Z", {"2021-05-02"}, "2021-05-05T03:10:00Z"),
        ("2021-05-05T03:10:00+02:00", {"2021-05-04"}, "2021-05-05T03:10:00+02:00"),
        ("2021-05-05T12:10:00Z", {"2021-05-04"}, "2021-05-05T12:10:00Z"),
        ("2021-05-05", {"2021-05-04"}, "2021-05-05"),
    ],
)
def test_the_day_that_is_printed_stands_over_one_in_greenwich(
    date: str, days: set[str], expected: str
) -> None:
    assert as_printed(date, days) == expected


def test_the_copy_of_a_browser_s_reader_says_who_wrote_it() -> None:
    credits_ = '<div class="credits reader-credits">Ida Moor</div>'
    domain = '<a class="domain reader-domain" href="https://post.example/a">post.example</a>'
    copy = read(f"{domain}<h1>{HEADLINE}</h1>{credits_}<div>{BODY}</div>")
    assert copy.meta.byline == ("Ida Moor",)
    assert read(f"<h1>{HEADLINE}</h1><div>{BODY}</div>{credits_}").meta.byline == ()


def test_a_note_on_who_wrote_it_is_a_credit_and_a_person_told_of_is_none() -> None:
    byline = data(author={"name": "Ida Moor"})
    note = "Ida Moor is the Post’s reporter on the coast and has lived there since 2009."
    told = "Jo Reed is the owner of the older ship and has lived there since 2009."
    page = f"<article><h1>{HEADLINE}</h1>{BODY}<p>{told}</p><p>{note}</p></article>"
    article = read(page, byline)
    assert said(article, "credit") == [note]
    assert said(article, "paragraph") == [*TEXT, told]


def test_headings_that_speak_to_readers_head_nothing_of_the_article() -> None:
    more = "The owner wants to sell the older of the two ships, which was built in 1971."
    parts = "".join(
        f"<h3>{h}</h3><p>{more[:-1]}, {h}.</p>" for h in ("The older ship", "Most read")
    )
    article = read(f"<article><h1>{HEADLINE}</h1>{BODY}{parts}</article>")
    assert said(article, "subhead") == ["The older ship"]
    assert "Most read" in said(article, "promo")
