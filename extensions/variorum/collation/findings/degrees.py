"""One act told by a stronger and by a milder verb: urged and pressed, took and snatched."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import draft, on_other_days, words
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.collation.frames.matters import same_parties
from variorum.model import Message, Notion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context, Draft
    from variorum.collation.frames.frame import Frame


def find(context: Context) -> Iterator[Draft]:
    """One finding an act, who does it and what is done it to."""
    told: defaultdict[tuple[str, str, str], list[tuple[int, Frame]]] = defaultdict(list)
    for frame in context.matters.frames:
        if frame.denied or frame.nominal:
            continue
        for act, degree in acts.degrees().get(frame.word, ()):
            for doer in frame.agents:
                for thing in frame.patients:
                    told[act, doer, thing].append((degree, frame))
    seen: set[frozenset[int]] = set()
    for (act, doer, _), listed in sorted(told.items(), key=lambda item: item[0]):
        first: dict[str, tuple[int, Frame]] = {}
        for degree, frame in listed:
            first.setdefault(frame.article, (degree, frame))
        apart = [
            f for d, f in first.values() if any(_differ(d, f, e, o) for e, o in first.values())
        ]
        places = frozenset(f.head.i for f in apart)
        if len(apart) > 1 and doer.startswith("@") and places not in seen:
            seen.add(places)
            yield _draft(context, act, apart)


def _differ(degree: int, frame: Frame, other_degree: int, other: Frame) -> bool:
    return degree != other_degree and same_parties(frame, other) and not on_other_days(frame, other)


def _draft(context: Context, act: str, told: list[Frame]) -> Draft:
    material = context.material
    said = each(material, ((f.article, words(context, f).exact) for f in told))
    return draft(
        context, "wording", told, Message.of("wording: degrees", act=Notion(act), told=said),
        Message.of("wording: degrees, ground"), 0.65, Tag.DEGREE,
    )  # fmt: skip
