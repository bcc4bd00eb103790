"""How far a thing goes: for good in one article, for now or on a condition in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import firm
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.collation.frames.matters import same_parties
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.frames.frame import Frame
    from variorum.model import Span

WORDS = 5
"""A phrase for how far a thing goes has so many words at most."""


def find(context: Context) -> Iterator[Draft]:
    """One finding an act and whom it befalls."""
    seen: set[frozenset[tuple[str, Span]]] = set()
    for _, key, told in context.matters.groups():
        graded = [(f, grade) for f in told if (grade := _grade(f)) is not None]
        first: dict[str, tuple[Frame, tuple[str, Span]]] = {}
        for frame, grade in graded:
            first.setdefault(frame.article, (frame, grade))
        apart = [
            (f, g) for f, g in first.values()
            if any(
                g[0] != h[0] and same_parties(f, o) and firm((f, o), key)
                for o, h in first.values()
            )
        ]  # fmt: skip
        places = frozenset((f.article, g[1]) for f, g in apart)
        if len(apart) > 1 and places not in seen:
            seen.add(places)
            yield _draft(context, apart)


def _grade(frame: Frame) -> tuple[str, Span] | None:
    """The kind of the first phrase in a clause that says how far it goes, and where it stands."""
    tokens = frame.tokens
    lower = [t.lower_ for t in tokens]
    base = frame.sentence.offset
    table = acts.firmness()
    for at in range(len(tokens)):
        for count in range(min(WORDS, len(tokens) - at), 0, -1):
            kind = table.get(" ".join(lower[at : at + count]))
            if kind is not None:
                last = tokens[at + count - 1]
                return kind, (base + tokens[at].idx, base + last.idx + len(last))
    return None


def _draft(context: Context, apart: list[tuple[Frame, tuple[str, Span]]]) -> Draft:
    material = context.material
    readings = material.in_order(
        material.texts[f.article].reading(*_around(f, span)) for f, (_, span) in apart
    )
    told = each(material, ((r.article, r.exact) for r in readings))
    return Draft(
        "wording", readings, Message.of("wording: how far", told=told),
        Message.of("wording: how far, ground"), 0.7,
        tags=frozenset({Tag.FIRMNESS}), weight=4 + len(readings), about=str(Tag.FIRMNESS),
    )  # fmt: skip


def _around(frame: Frame, span: Span) -> Span:
    """From the word for the act to the phrase and what it describes, or the other way round."""
    base = frame.sentence.offset
    words = [frame.head]
    words += [t.head for t in frame.tokens if t.dep_ == "amod" and base + t.idx == span[0]]
    ends = [(base + t.idx, base + t.idx + len(t)) for t in words]
    return min(span[0], *(a for a, _ in ends)), max(span[1], *(b for _, b in ends))
