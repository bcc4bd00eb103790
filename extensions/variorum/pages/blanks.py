"""The reports of a story without their outlets' names, for reading blind.

No word of a report is altered: a blank is a range of its text, and the page gives it back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypedDict

from variorum.alternation import one_of
from variorum.model import Article, Block
from variorum.pages.surroundings import sentences
from variorum.reading import lexicon

if TYPE_CHECKING:
    from variorum.edition import Story

_TOKEN = re.compile(r"\S+")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,10}(?:/.*)?")
_SALIENT = 2
"""Findings from this salience on stand beside the reader's own marks."""


Blank = tuple[int, int, str]
"""Start and end of what is left blank, and what it is."""


class Sentence(TypedDict):
    """A sentence, its blanks by range and kind, and the findings that lie on it."""

    text: str
    blanks: list[Blank]
    findings: list[str]


class BlindBlock(TypedDict):
    """A block of a report."""

    kind: str
    sentences: list[Sentence]


class BlindReport(TypedDict):
    """A report without its outlet's name."""

    siglum: str
    language: str | None
    blocks: list[BlindBlock]


def blind_facts(story: Story) -> list[BlindReport]:
    """The reports of a story, in the order in which they are read blind."""
    return [_report(story, article) for article in blind_order(story)]


def blind_order(story: Story) -> list[Article]:
    """The reports in an order that says nothing of their sigla, the same on every run.

    Those of which only short quotations are published are not among them.
    """

    def shuffled(article: Article) -> str:
        return hashlib.sha256(f"{story.key}\x1f{article.id}\x1fblind".encode()).hexdigest()

    whole = [article for article in story.articles if not article.withheld]
    return sorted(whole, key=shuffled)


def _report(story: Story, article: Article) -> BlindReport:
    hidden = list(hidden_ranges(article, names_to_hide(story, article)))
    found = [
        (reading.start, reading.end, finding.id)
        for finding in story.findings.findings
        if finding.salience >= _SALIENT
        for reading in finding.readings
        if reading.article == article.id and reading.start is not None and reading.end is not None
    ]
    return {
        "siglum": story.sigla[article.id],
        "language": article.meta.language,
        "blocks": [
            {
                "kind": block.kind,
                "sentences": [
                    {
                        "text": article.text[start:end],
                        "blanks": _inside(hidden, start, end),
                        "findings": sorted({id_ for a, b, id_ in found if a < end and start < b}),
                    }
                    for start, end in sentences(article.text, block.start, block.end)
                ],
            }
            for block in _read(article)
        ],
    }


def _read(article: Article) -> Iterator[Block]:
    """The blocks a page shows; a headline printed again is none of them."""
    headline = False
    for block in article.shown:
        if block.kind != "headline" or not headline:
            yield block
        headline = headline or block.kind == "headline"


def _inside(ranges: Iterable[tuple[int, int, str]], start: int, end: int) -> list[Blank]:
    """The ranges that meet a sentence, counted from its start."""
    return [
        (max(a, start) - start, min(b, end) - start, what)
        for a, b, what in ranges
        if a < end and start < b
    ]


def names_to_hide(story: Story, article: Article) -> dict[str, str]:
    """What would give the article away, by its words: ``outlet``, ``agency`` or ``person``.

    The outlets of the whole story are among it: who names another outlet isn't that one.
    """
    names: dict[str, str] = {}
    for other in story.articles:
        if other.meta.outlet:
            names |= dict.fromkeys(_forms(other.meta.outlet, story), "outlet")
    # Who sells pictures is nobody's source: a name that one report credits is a credit elsewhere.
    pictures = [name for other in story.articles for name in other.meta.photo_agency]
    for agency in (*article.meta.agency, *pictures):
        spellings = [s for s, (full, _) in lexicon.agencies().items() if full == agency]
        for spelling in (*_forms(agency, story), *spellings):
            names.setdefault(spelling, "agency")
    for person in article.meta.byline:
        names.setdefault(person, "person")
    return {name: what for name, what in names.items() if len(name) > 1}


def _forms(name: str, story: Story) -> set[str]:
    """An outlet's name and what it is called for short: without article, in one word, DW."""
    bare = name.removeprefix("The ")
    forms = {name, bare, name.upper(), bare.upper(), "".join(bare.split())}
    for actor in story.actors:
        called = {actor.name, *(form for form, _ in actor.names)}
        if {name, bare} & called:
            forms |= called
    return {form for form in forms if form.strip()}


def hidden_ranges(article: Article, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each range to blank, in order, none within another."""
    found: list[Blank] = []
    for match in _TOKEN.finditer(article.text):
        start, end = match.span()
        core = match[0].strip("().,;:!?'\"“”‘’[]<>")
        if core and _is_address(core):
            start += match[0].index(core)
            found.append((start, start + len(core), "address"))
    if names:
        pattern = re.compile(rf"(?<!\w)(?:{one_of(names)})(?!\w)")
        found += [(*match.span(), names[match[0]]) for match in pattern.finditer(article.text)]
    at = 0
    for start, end, what in sorted(found, key=lambda item: (item[0], -item[1])):
        if start >= at:
            yield start, end, what
            at = end


def _is_address(word: str) -> bool:
    """A web address, an e-mail address, or an account's name."""
    if "://" in word or "@" in word or word.startswith("www."):
        return True
    return len(word) < 300 and _HOST.fullmatch(word) is not None
