"""What a finding is about, as a message: its heading, in whatever language, is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.tags import Tag
from variorum.model import Actors, Message, Sources, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.collation.findings.context import Draft
    from variorum.model import Reading, Value

FEW = 2
"""Of more actors a heading would be a list."""
CUTS = frozenset({"clipped-left", "clipped-right", "pieces"})
ORDER: tuple[tuple[str, frozenset[str], str], ...] = (
    ("quote-variant", frozenset({Tag.OTHER_WORDS}), "quoted in other words"),
    ("quote-variant", frozenset({Tag.CUT}), "quoted in part"),
    ("quote-variant", frozenset({Tag.PIECES}), "quoted in part"),
    ("quote-variant", frozenset(), "quoted in other words"),
    ("date-conflict", frozenset({Tag.STAMP}), "stamp"),
    ("date-conflict", frozenset(), "other days"),
    ("attribution", frozenset({Tag.AGENCY}), "uncredited"),
    ("attribution", frozenset({Tag.FACT}), "own voice"),
    ("attribution", frozenset({Tag.ECHO}), "borrowed word"),
    ("attribution", frozenset(), "who said it"),
    ("figure", frozenset(), "other numbers"),
    ("contradiction", frozenset({Tag.UNANSWERED}), "left open"),
    ("contradiction", frozenset(), "no agreement"),
    ("wording", frozenset({Tag.FRAMING}), "called"),
    ("wording", frozenset({Tag.SOFT}), "called"),
    ("wording", frozenset({Tag.LABEL}), "called"),
    ("wording", frozenset(), "told otherwise"),
    ("shared-text", frozenset(), "same text"),
    ("omission", frozenset(), "told by some"),
    ("unique-claim", frozenset(), "told by one"),
    ("role", frozenset(), "introduced"),
    ("name", frozenset(), "spelt"),
)  # fmt: skip
"""Which message a draft gets: the first that fits its kind and tags."""


def matter(draft: Draft) -> Message | None:
    """What a draft is about; of an extension's kind nothing is known but its explanation."""
    id_ = next(
        (id_ for kind, tags, id_ in ORDER if kind == draft.kind and tags <= draft.tags), None
    )
    if id_ is None or not draft.readings:
        return None
    one, other = _two(draft)
    values: dict[str, Value] = {"sources": Sources(_articles(draft.readings))}
    if 0 < len(draft.actors) <= FEW:
        values["actors"] = Actors(draft.actors)
    if draft.absent:
        values["absent"] = Sources(draft.absent)
    for name, reading in (("one", one), ("other", other)):
        if reading is not None and reading.exact:
            values[name] = Words(" ".join(reading.exact.split()))
    return Message.of(id_, **values)


def _two(draft: Draft) -> tuple[Reading, Reading | None]:
    """The two readings that show the matter: of a cut quotation the part, then the whole."""
    for variant in draft.variants:
        if CUTS & set(variant.how):
            return draft.readings[variant.reading], draft.readings[variant.base]
    if draft.kind == "shared-text":
        return max(draft.readings, key=lambda r: len(r.exact or "")), None
    first = draft.readings[0]
    others = (r for r in draft.readings if _plain(r) != _plain(first))
    return first, next((r for r in others if r.article != first.article), None)


def _plain(reading: Reading) -> str:
    return " ".join((reading.exact or "").split()).casefold()


def _articles(readings: Iterable[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.article for r in readings))
