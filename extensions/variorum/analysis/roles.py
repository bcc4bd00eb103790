"""Titles and descriptions that a text gives to persons, as written: "Deputy Foreign Minister".

Read are the words right before a name ("envoy Ann Doe", "the envoy, Ann Doe,") and those right
after it ("Ann Doe, the envoy,", "Ann Doe, who leads the party"), and the line under a letter's
signature. A range runs from the first word
that belongs to the title (article excluded) to its last.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from variorum.analysis.entities.view import View, view
from variorum.analysis.entities.words import ROLE_HEADS
from variorum.analysis.mentions import by_block, named_tokens
from variorum.analysis.titles import (
    CLOSES,
    POSSESSIVE,
    Tokens,
    activity,
    apposition,
    parts,
    title_ending,
)
from variorum.model import Entity, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.analysis.parse import ParsedArticle, ParsedBlock

__all__ = ["find"]

CONFIDENCE = {
    "before-name": 0.9,
    "apposition": 0.85,
    "of-before-name": 0.85,
    "beside-name": 0.9,
    "activity": 0.85,
    "signature": 0.85,
}


def find(parsed: ParsedArticle, entities: Sequence[Entity]) -> list[Role]:
    """Find the titles given to persons; each has the actor of the person it is given to."""
    roles: dict[tuple[int, int], Role] = {}
    text = parsed.article.text
    blocks = list(by_block(parsed, entities))
    for role in _signed(parsed, blocks):
        roles[role.start, role.end] = role
    for block, inside in blocks:
        if not any(e.label == "PER" for e in inside):
            continue
        v = view(parsed.text, block)
        names = named_tokens(v, inside)
        for entity in inside:
            if entity.label != "PER":
                continue
            first = bisect.bisect_right(v.ends, entity.start)
            last = bisect.bisect_left(v.starts, entity.end)
            for rule, (i, j) in _around(v, names, first, last):
                start, end = v.starts[i], v.ends[j - 1]
                roles.setdefault((start, end), _role(text, start, end, rule, entity))
    return [roles[span] for span in sorted(roles)]


def _role(text: str, start: int, end: int, rule: str, entity: Entity) -> Role:
    return Role(
        id="",
        start=start,
        end=end,
        exact=text[start:end],
        by=rule,
        confidence=CONFIDENCE[rule],
        actor=entity.actor,
    )


def _signed(
    parsed: ParsedArticle, blocks: Sequence[tuple[ParsedBlock, list[Entity]]]
) -> Iterator[Role]:
    """What the line under a signature says of who signed: "Yours," "Ann Doe" "Envoy"."""
    text = parsed.article.text
    for (close, _), (name, inside), (line, beside) in zip(
        blocks, blocks[1:], blocks[2:], strict=False
    ):
        if not close.doc.text.endswith(",") or len(inside) != 1 or inside[0].label != "PER":
            continue
        if inside[0].exact != name.doc.text.rstrip(" ,"):
            continue
        v = view(parsed.text, line)
        found = apposition(v, named_tokens(v, beside), 0)
        if found and v.words[-1] not in _STOPS and not {"VERB", "AUX"} & set(v.tags):
            start, end = v.starts[found[0]], v.ends[found[1] - 1]
            yield _role(text, start, end, "signature", inside[0])


_STOPS = frozenset(".!?")


def within(found: Sequence[Role], start: int, end: int) -> Sequence[Role]:
    """The roles that begin in a range; *found* is sorted."""
    first = bisect.bisect_left(found, start, key=lambda r: r.start)
    return found[first : bisect.bisect_left(found, end, key=lambda r: r.start)]


def _around(v: View, names: list[str], first: int, last: int) -> Iterator[tuple[str, Tokens]]:
    before = first - 1
    while before >= 0 and _honours(v, before):
        before -= 1
    if before >= 0 and v.words[before] == ",":
        found = title_ending(v, names, before - 1)
        if found and "of" in v.lower[found[0] : found[1]]:
            yield "of-before-name", found
        elif found and _is_beside(v, found, first, last):
            yield "beside-name", found
    elif found := title_ending(v, names, before):
        yield from (("before-name", part) for part in parts(v, names, *found))
    if (
        last < len(v)
        and v.words[last] in (",", "(", "–", "—")
        and (found := apposition(v, names, last + 1))
    ):
        yield "apposition", found
    elif last < len(v) and (found := activity(v, names, last)):
        yield "activity", found


def _is_beside(v: View, title: Tokens, first: int, last: int) -> bool:
    """Whether a full name stands between commas beside a title: "the envoy, Ann Doe, said"."""
    start, end = title
    owned = any(word in POSSESSIVE for word in v.lower[start:end])
    definite = owned or (start > 0 and v.lower[start - 1] in _DEFINITE)
    closed = last == len(v) or v.words[last] in CLOSES - {"and"}
    return definite and closed and last - first > 1 and v.lower[end - 1] in ROLE_HEADS


_DEFINITE = frozenset({"the", "his", "her", "its", "their", "my", "our"})


def _honours(v: View, i: int) -> bool:
    return v.lower[i] in _SHORT or (v.words[i] == "." and i > 0 and v.lower[i - 1] in _SHORT)


_SHORT = frozenset(
    {"mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "sir", "lord", "lady", "dame"}
)
