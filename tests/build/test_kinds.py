"""Every kind of finding, from a story of a few lines to its page, in HTML and as text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import pytest

from tests.landing import words_from
from tests.naming import cases
from tests.sphinx_run import Built, run_sphinx

OUTLETS = ("Alpha Post", "Beta Post", "Gamma Post", "Delta Post")
ABSENT = "not found here"


@dataclass(frozen=True)
class Case:
    """A story of a few lines, and the finding a reader should meet in it."""

    title: str
    articles: tuple[str, ...]
    kind: str
    readings: tuple[tuple[str, str], ...]
    """Pairs of a siglum and words."""

    @property
    def story(self) -> str:
        return re.sub(r"\W+", "-", self.title)


CASES = [
    Case(
        case.title,
        tuple(case.given.split("\n---\n")),
        case.expected[0],
        tuple((line[0], line[2:]) for line in case.expected[1:]),
    )
    for case in cases("findings.txt")
]


def written(article: str, number: int) -> str:
    """An article with front matter, which lines ``name: value`` at its beginning add to."""
    head, _, rest = article.partition("\n\n")
    said = re.fullmatch(r"(\w+: .+\n?)+", head)
    meta = {"title": f"Report {number + 1}", "outlet": OUTLETS[number], "published": "2023-05-10"}
    if said:
        meta |= dict(line.split(": ", 1) for line in head.splitlines())
    front = "".join(f"{name}: {value}\n" for name, value in meta.items())
    return f"---\n{front}language: en\n---\n\n{rest if said else article}\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """All stories as one site, in HTML and as text."""
    work = tmp_path_factory.mktemp("kinds")
    for case in CASES:
        folder = work / "source" / case.story / "articles"
        folder.mkdir(parents=True)
        for number, article in enumerate(case.articles):
            path = folder / f"{'abcd'[number]}.md"
            path.write_text(written(article, number), encoding="utf-8")
    return {
        builder: run_sphinx(work / "source", work, out=work / builder, builder=builder)
        for builder in ("html", "text")
    }


def plain(page: str) -> str:
    unseen = re.sub(r'<span class="vr-sr">[^<]*</span>', "", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", unseen)).split())


def entry_of(case: Case, page: str) -> str:
    """The finding's entry on the page of differences."""
    entries = re.split(r'<li (?=id="f)', page)[1:]
    mine = [
        entry
        for entry in entries
        if f">{case.kind}<" in entry and all(words in plain(entry) for _, words in case.readings)
    ]
    assert mine, (case.title, [plain(entry) for entry in entries])
    return mine[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_finding_stands_on_its_page_with_every_reading(
    case: Case, built: dict[str, Built]
) -> None:
    entry = entry_of(case, built["html"].page(f"{case.story}/differences"))
    rows = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", entry, re.DOTALL)
    for siglum, words in case.readings:
        assert any(siglum in plain(dt).split() and words in plain(dd) for dt, dd in rows), siglum


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_each_reading_leads_to_its_words_in_the_article(
    case: Case, built: dict[str, Built]
) -> None:
    entry = entry_of(case, built["html"].page(f"{case.story}/differences"))
    landed = set()
    for dt, dd in re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", entry, re.DOTALL):
        shown = plain(re.sub(r"<small.*?</small>", "", dd, flags=re.DOTALL)).removesuffix(" …")
        for name, anchor, siglum in re.findall(r'href="(articles/\w)\.html#([\w-]+)">(\w)<', dt):
            said = words_from(built["html"].page(f"{case.story}/{name}"), anchor)
            first = re.sub(r"^\d+ words? left out ", "", shown).split()[0]
            assert said.split()[0].startswith(first.strip("“”")), (said, shown)
            landed.add(siglum)
    told = {s for s, words in case.readings if words != ABSENT and not words.startswith("credits")}
    assert told <= landed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_finding_is_told_as_text(case: Case, built: dict[str, Built]) -> None:
    path = built["text"].out / case.story / "differences.txt"
    text = " ".join(path.read_text(encoding="utf-8").split())
    text = re.sub(r"\[[^\]:]*: ([^\]]*)\]", r"\1", text)
    assert case.kind in text
    for _, words in case.readings:
        assert words in text


def test_there_is_a_story_for_every_kind(built: dict[str, Built]) -> None:
    assert len({case.kind for case in CASES}) == 11
    assert {b.warnings for b in built.values()} == {""}
