"""Atom feeds of a site, a story and an actor: what RFC 4287 asks for, the articles' own dates."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from tests.conftest import Build

BASE = "https://reader.example/news/"
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def write(story: Path, **reports: str) -> None:
    folder = story / "ferry" / "articles"
    folder.mkdir(parents=True)
    for name, head in reports.items():
        text = f"“The ferry will sail again in May,” Ann Doe said. {name.title()} & all had come.\n"
        source = f"---\ntitle: Report {name} <1>\noutlet: {name.title()} Post\n{head}---\n\n{text}"
        (folder / f"{name}.md").write_text(source, encoding="utf-8")


def said(element: ElementTree.Element, name: str) -> str:
    found = element.find(ATOM + name)
    assert found is not None, name
    assert found.text
    return found.text


def parsed(path: Path) -> ElementTree.Element:
    """A feed that has all that the standard wants of one."""
    feed = ElementTree.parse(path).getroot()
    assert feed.tag == f"{ATOM}feed"
    assert said(feed, "title")
    entries = feed.findall(f"{ATOM}entry")
    ids = [said(e, "id") for e in (feed, *entries)]
    assert len(ids) == len(set(ids))
    for element in (feed, *entries):
        assert said(element, "id").startswith(BASE)
        assert MOMENT.fullmatch(said(element, "updated"))
        links = {link.get("rel"): link.get("href", "") for link in element.findall(f"{ATOM}link")}
        assert links["alternate"].startswith(BASE)
    for entry in entries:
        author = entry.find(f"{ATOM}author")
        assert author is not None
        assert said(author, "name")
    assert said(feed, "updated") == max(said(e, "updated") for e in entries)
    (own,) = (link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href", "").endswith(f"/{path.name}")
    return feed


def titles(feed: ElementTree.Element) -> list[str]:
    return [said(entry, "title") for entry in feed.findall(f"{ATOM}entry")]


def test_a_site_a_story_and_an_actor_have_a_feed_that_their_pages_name(
    story: Path, build: Build
) -> None:
    write(
        story,
        dawn="published: 2024-05-01T06:30+02:00\n",
        dusk="published: 2024-05-01\nupdated: 2024-05-03T20:00Z\n",
        none="",
    )
    built = build(story, html_baseurl=BASE)
    of_story = parsed(built.out / "ferry/index.atom")
    assert titles(of_story) == ["Report dusk <1>", "Report dawn <1>"]  # no date, no entry
    first, second = of_story.findall(f"{ATOM}entry")
    assert said(first, "published") == "2024-05-01T00:00:00Z"
    assert said(first, "updated") == "2024-05-03T20:00:00Z"
    assert said(second, "updated") == "2024-05-01T04:30:00Z"
    assert "Dusk & all" in said(first, "summary")
    of_actor = parsed(built.out / "ferry/actors/ann-doe.atom")
    assert said(of_actor, "title") == "Ann Doe – ferry"
    summaries = [said(entry, "summary") for entry in of_actor.findall(f"{ATOM}entry")]
    assert summaries == ["“The ferry will sail again in May,”"] * 2
    of_site = parsed(built.out / "index.atom")
    assert "A bridge too old" in titles(of_site)
    assert len(titles(of_site)) == 4
    for page in ("index", "ferry/index", "ferry/actors/ann-doe"):
        assert 'rel="alternate" type="application/atom+xml"' in built.page(page)
        assert f'href="{BASE}{page}.atom"' in built.page(page)
    assert "atom+xml" not in built.page("ferry/articles/dawn")


def test_without_an_address_or_a_date_there_is_none(story: Path, build: Build) -> None:
    write(story, none="")
    built = build(story, html_baseurl=BASE)
    assert (built.out / "bridge/index.atom").is_file()
    assert not (built.out / "ferry/index.atom").exists()
    assert "atom+xml" not in built.page("ferry/index")
    built = build(story)
    assert list(built.out.rglob("*.atom")) == []
    assert "atom+xml" not in built.page("bridge/index")


def test_a_feed_says_the_same_whenever_it_is_made(story: Path, build: Build) -> None:
    path = build(story, html_baseurl=BASE).out / "bridge/index.atom"
    first = path.read_bytes()
    path.unlink()
    build(story, html_baseurl=BASE)
    assert path.read_bytes() == first
