"""What the front page shows of a story: what is most worth seeing, and the days it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from variorum.model import (
    Actors,
    Annotation,
    Article,
    Block,
    DateRef,
    Finding,
    Message,
    Reading,
    Sources,
    Words,
)
from variorum.pages.blind_facts import sentences
from variorum.pages.fragments import Place, fragments
from variorum.pages.surroundings import block_at

if TYPE_CHECKING:
    from variorum.edition import Story

DAYS = 6
"""So many days stand on the front page."""
SENTENCE = (30, 170)
"""A day is told by the shortest sentence of at least and at most so many characters."""
READINGS = 5
"""At most so many wordings stand under one heading."""

ALONE = frozenset(("omission", "unique-claim"))
"""Kinds whose readings have nothing beside them to differ from."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def most_worth_seeing(story: Story, findings: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts of the findings that the comparison puts first; *findings* are those of all."""
    return [
        fact
        | {
            "glance": _at_a_glance(story, finding, fact),
            "matter": finding.matter and _matter(story, finding.matter),
        }
        for finding, fact in zip(story.findings.findings, findings, strict=True)
        if finding.front
    ]


def _matter(story: Story, matter: Message) -> dict[str, Any]:
    """A message with its values as a page shows them: letters, names, words."""
    names = {actor.id: actor.name for actor in story.actors}
    told: dict[str, Any] = {
        "id": matter.id, "sources": [], "absent": [], "actors": [], "one": "", "other": "",
    }  # fmt: skip
    for name, value in matter.values:
        match value:
            case Sources(articles):
                told[name] = [story.sigla[id_] for id_ in articles if id_ in story.sigla]
            case Actors(ids):
                told[name] = [names[id_] for id_ in ids if id_ in names]
            case Words(text):
                told[name] = text
    return told


def _at_a_glance(story: Story, finding: Finding, fact: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each wording once, with the letters of those who have it; of the words what differs."""
    articles = {article.id: article for article in story.articles}
    told = (reading for reading in finding.readings if reading.article in articles)
    grouped: dict[str, list[tuple[Reading, dict[str, Any]]]] = {}
    for reading, said in zip(told, fact["readings"], strict=True):
        words = said["words"] or said["value"]
        if words:
            grouped.setdefault(words.casefold(), []).append((reading, said))
    shown = list(grouped.values())[:READINGS]
    placed = [_place(articles[group[0][0].article], group[0][0]) for group in shown]
    there = [place for place in placed if place]
    if finding.kind in ALONE:
        parts = iter([fragments([place])[0] for place in there])
    else:
        parts = iter(fragments(there))
    return [
        {
            "sigla": list(dict.fromkeys(said["siglum"] for _reading, said in group)),
            "docname": group[0][1]["docname"],
            "anchor": group[0][1]["anchor"],
            "parts": next(parts) if place else [(group[0][1]["value"], True)],
        }
        for group, place in zip(shown, placed, strict=True)
    ]


def _place(article: Article, reading: Reading) -> Place | None:
    """A reading in its sentence; nothing where it is one of metadata."""
    if reading.start is None or reading.end is None:
        return None
    block = block_at(article, reading.start)
    first, last = (block.start, block.end) if block else (reading.start, reading.end)
    around = [
        (start, end)
        for start, end in sentences(article.text, first, last)
        if start < reading.end and reading.start < end
    ]
    if not around:
        around = [(reading.start, reading.end)]
    whole = around[0][0], around[-1][1]
    return Place(article.text, reading.start, reading.end, whole, article.id)


def most_alike(
    pairs: Sequence[tuple[str, str]], shares: Mapping[str, Mapping[str, Any]]
) -> tuple[str, str] | None:
    """Of the pairs that have a view side by side the one that shares most words."""

    def shared(pair: tuple[str, str]) -> int:
        known = shares.get(pair[0], {}).get("with", ())
        return max((said["words"] for said in known if said["siglum"] == pair[1]), default=0)

    return max(pairs, key=shared, default=None)


def counts(story: Story) -> dict[str, int]:
    """How much of each kind there is."""
    found = Counter(said.type for said in chain.from_iterable(story.annotations.values()))
    return {
        "actors": len(story.actors),
        "quotes": found["quote"],
        "dates": found["date"],
        "findings": len(story.findings.findings),
    }


def days_told(story: Story, docnames: Mapping[str, str]) -> list[dict[str, Any]]:
    """The days most reports tell of, in their order, each with a sentence of one of them.

    A day that no short sentence tells of is passed over.
    """
    told: dict[str, list[tuple[Article, Annotation]]] = {}
    for article in story.articles:
        shown = [(b.start, b.end) for b in article.shown]
        for said in story.annotations.get(article.id, ()):
            day = _day(said)
            if day and any(start <= said.start < end for start, end in shown):
                told.setdefault(day, []).append((article, said))
    ranked = sorted(
        told, key=lambda day: (-len({a.id for a, _ in told[day]}), -len(told[day]), day)
    )
    found = ((day, _shortest(story, told[day], docnames)) for day in ranked)
    dated = list(islice(((day, said) for day, said in found if said), DAYS))
    return [
        {
            "day": day,
            "sigla": sorted({story.sigla[article.id] for article, _ in told[day]}),
            "said": words,
        }
        for day, words in sorted(dated, key=lambda pair: pair[0])
    ]


def _day(said: Annotation) -> str:
    """The day of the calendar that an annotation means, or nothing."""
    found = _DAY.match(said.value or "") if isinstance(said, DateRef) else None
    try:
        return date.fromisoformat(found[0]).isoformat() if found else ""
    except ValueError:
        return ""


def _shortest(
    story: Story, told: Sequence[tuple[Article, Annotation]], docnames: Mapping[str, str]
) -> dict[str, str] | None:
    """The shortest whole sentence in which a report names the day."""
    least, most = SENTENCE
    found = []
    for article, block, named in _by_block(told):
        starts = [said.start for said in named]
        for start, end in sentences(article.text, block.start, block.end):
            first = bisect_left(starts, start)
            if first == len(named) or starts[first] >= end:
                continue
            words = " ".join(article.text[start:end].split())
            if least <= len(words) <= most and _whole(words):
                said = min(named[first : bisect_left(starts, end)], key=lambda a: a.id)
                # What happened, before what somebody said of it.
                quotes = any(mark in words for mark in '“”"')
                length = len(words)
                found.append((quotes, length, story.sigla[article.id], said.id, words, article.id))
    if not found:
        return None
    _, _, siglum, anchor, words, id_ = min(found)
    return {"siglum": siglum, "docname": docnames[id_], "anchor": anchor, "words": words}


def _by_block(
    told: Sequence[tuple[Article, Annotation]],
) -> Iterator[tuple[Article, Block, list[Annotation]]]:
    """What is told of a day by the paragraph it stands in, in the paragraph's order."""
    articles = {article.id: article for article, _ in told}
    by_article: defaultdict[str, list[Annotation]] = defaultdict(list)
    for article, said in told:
        by_article[article.id].append(said)
    for id_, listed in by_article.items():
        article, mine = articles[id_], sorted(listed, key=lambda said: said.start)
        starts = [said.start for said in mine]
        for block in article.blocks:
            named = mine[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
            if named and block.kind == "paragraph":
                yield article, block, named


def _whole(words: str) -> bool:
    """Whether a sentence can stand alone: it begins as one does, and cuts no quotation."""
    balanced = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    return words[0].isupper() and balanced
