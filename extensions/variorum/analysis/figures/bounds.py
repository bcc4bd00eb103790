"""What the words around a number make of it: the lowest and highest value it may stand for.

=========  ================  =====================================
kind       example           low, high
=========  ================  =====================================
least      more than 100     100, none
most       up to 100         none, 100
below      nearly 100        100 less the margin, 100
above      just over 100     100, 100 and the margin
about      some 100          100 less the margin, 100 and the margin
=========  ================  =====================================

The number printed is always part of the range, also where the words leave it out ("more than"):
another report that prints it plainly is coarser or finer, and no contradiction.
"""

from __future__ import annotations

import math

MARGIN = 0.1
"""What "about", "nearly" and "just over" leave open, as a share of the number.

A tenth is the most by which a reporter's round number is commonly off; whole numbers are widened
to whole numbers ("about a dozen": 10 to 14).
"""


def bounded(low: float, high: float, kind: str) -> tuple[float | None, float | None]:
    """The range of low to high, seen through an approximator of *kind* (empty: none)."""
    if kind == "least":
        return low, None
    if kind == "most":
        return None, high
    whole = low == int(low) and high == int(high)
    if kind in ("below", "about"):
        under = round(low * (1 - MARGIN), 4)
        low = math.floor(under) if whole else under
    if kind in ("above", "about"):
        over = round(high * (1 + MARGIN), 4)
        high = math.ceil(over) if whole else over
    return low, high
