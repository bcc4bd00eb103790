"""Where the words of each article come from, as far as the others show it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from variorum.collation.findings.view import Provenance, Shared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.collation.findings.material import Material
    from variorum.collation.findings.passages import Pair

COPY = 0.5
"""An article of whose words so much stands in another goes back to the same text."""
LEAST = 0.08
"""Below such a share (and :data:`FEW` words) what is shared is a quotation, not copy."""
FEW = 25
_UNNAMED = re.compile(
    r"(?i)\b(?:with|from)\b[^.]{0,30}\bagenc(?:y|ies)\b|\bwire (?:services|reports)\b"
)


def provenance(material: Material, found: Sequence[Pair]) -> list[Provenance]:
    """One record an article, in the order of the edition."""
    covered: dict[str, set[int]] = {id_: set() for id_ in material.texts}
    between: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for pair in found:
        for a0, a1, b0, b1 in pair.stretches:
            covered[pair.one].update(range(a0, a1))
            covered[pair.other].update(range(b0, b1))
            between[pair.one, pair.other].update(range(a0, a1))
            between[pair.other, pair.one].update(range(b0, b1))
    origins = _origins(material, between)
    with_whom: defaultdict[str, list[Shared]] = defaultdict(list)
    for (one, other), words in sorted(
        between.items(), key=lambda item: (material.order[item[0][0]], material.order[item[0][1]])
    ):
        with_whom[one].append(Shared(other, len(words), _how(material, one, other)))
    return [
        Provenance(
            id_, len(text.words), len(covered[id_]), tuple(with_whom[id_]),
            text.article.meta.agency, origins[id_],
        )
        for id_, text in material.texts.items()
    ]  # fmt: skip


def _how(
    material: Material, one: str, other: str
) -> Literal["credited", "inferred", "unknown"]:  # fmt: skip
    mine, theirs = (material.texts[id_].article for id_ in (one, other))
    if set(mine.meta.agency) & set(theirs.meta.agency):
        return "credited"
    if (
        mine.meta.agency
        or theirs.meta.agency
        or any(map(credits_unnamed, (mine.text, theirs.text)))
    ):
        return "inferred"
    return "unknown"


def credits_unnamed(text: str) -> bool:
    """Whether an article says at its end that it uses agencies, without a name."""
    return _UNNAMED.search(text[-400:]) is not None


def _origins(
    material: Material, between: Mapping[tuple[str, str], set[int]]
) -> dict[str, str]:  # fmt: skip
    """Articles whose words are mostly another's get that one's origin: the first of the edition,
    one that credits an agency before others."""
    root = {id_: id_ for id_ in material.texts}

    def find(id_: str) -> str:
        while root[id_] != id_:
            root[id_] = root[root[id_]]
            id_ = root[id_]
        return id_

    def rank(id_: str) -> tuple[bool, int]:
        return not material.texts[id_].article.meta.agency, material.order[id_]

    for (one, other), words in sorted(between.items()):
        length = min(len(material.texts[one].words), len(material.texts[other].words))
        if len(words) >= COPY * length:
            first, second = sorted((find(one), find(other)), key=rank)
            root[second] = first
    return {id_: find(id_) for id_ in root}
