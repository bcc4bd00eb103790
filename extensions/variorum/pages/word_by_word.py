"""A statement word by word: what others have in place of words of the longest witness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypedDict

from variorum.pages.page import heading
from variorum.pages.printed_statements import Statement
from variorum.pages.variants import shortened
from variorum.rendering.elements import Part, box, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.edition import Story


class Words(TypedDict):
    """What some reports have in place of words of the base, or after them."""

    op: str
    words: str
    sigla: list[str]


class Entry(TypedDict):
    """An entry of the apparatus: words of the base, and how others have them."""

    lemma: str
    readings: list[Words]


def word_by_word(entries: Sequence[Entry]) -> list[Part]:
    """The section; nothing where there are no entries."""
    if not entries:
        return []
    listed = box("ol", classes="vr-plain-list vr-app-words")
    for entry in entries:
        said: list[Part] = [f"{entry['lemma']}] "]
        for n, reading in enumerate(entry["readings"]):
            said += ["; " if n else "", *_reading(reading), "\u00a0"]
            said.append(mark("span", " ".join(reading["sigla"]), classes="vr-siglum"))
        listed += box("li", paragraph(*said))
    legend = paragraph(*_abbreviations(entries), classes="vr-label")
    aside = _("lemma] reading, and who has it")
    return [box("section", heading(_("Word by word"), aside), listed, legend, classes="vr-group")]


def _abbreviations(entries: Sequence[Entry]) -> Iterator[Part]:
    """What those that are used stand for."""
    used = {reading["op"] for entry in entries for reading in entry["readings"]}
    for op, short, words in (
        ("left-out", _("om."), _("leaves it out")),
        ("added", _("add."), _("adds after it")),
    ):
        if op in used:
            yield mark("i", short)
            yield f" {words}   "


def _reading(reading: Words) -> list[Part]:
    if reading["op"] == "left-out":
        return [mark("i", _("om."))]
    if reading["op"] == "added":
        return [mark("i", _("add.")), f" {reading['words']}"]
    return [reading["words"]]


# --- its facts -----------------------------------------------------------------------------------


def entries(statement: Statement, story: Story) -> Iterator[Entry]:
    """Words of the base that others have otherwise or lack, in its order."""
    texts = {article.id: article.text for article in story.articles}
    base = texts[statement.base.article]
    found: dict[tuple[int, int], dict[tuple[str, str], list[str]]] = {}
    for variant in statement.finding.variants:
        reading = statement.finding.readings[variant.reading]
        siglum = story.sigla[reading.article]
        if "indirect" in variant.how:
            continue
        for change in variant.changes:
            if change.op == "same":
                continue
            words = shortened(texts[reading.article][slice(*change.variant)])
            of = found.setdefault(change.base, {})
            sigla = of.setdefault((change.op, words), [])
            if siglum not in sigla:
                sigla.append(siglum)
    for (start, end), words_of in sorted(found.items()):
        # What was added stands after a word of the base.
        before = base[statement.base.start : start].split()[-1:] if start == end else []
        yield {
            "lemma": shortened(base[start:end]) if start < end else " ".join(before),
            "readings": [
                {"op": op, "words": words, "sigla": sigla}
                for (op, words), sigla in words_of.items()
            ],
        }
