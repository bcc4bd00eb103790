"""How much it says that two sentences have a name or a noun in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.collation.findings.material import Material

RARE, RARELY = 2, 0.05
"""A name or noun in so many sentences of a story, or such a part of them, counts one, …"""
SELDOM = 0.15
SOME, LITTLE = 0.5, 0.2
"""… one in such a part of them so much, and one in more so little."""


def weights(material: Material) -> Mapping[str, float]:
    """The weight of each actor and each telling word of a story."""
    counts = Counter(key for s in material.sentences() for key in s.actors | s.matter)
    total = sum(1 for _ in material.sentences())
    return {
        key: 1.0 if n <= RARE + RARELY * total else SOME if n < SELDOM * total else LITTLE
        for key, n in counts.items()
    }
