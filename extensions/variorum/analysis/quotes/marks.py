"""Quotation marks paired per paragraph, whatever marks a newsroom or a scrape has left.

A mark's own shape is a hint, not a fact: scrapes carry ``”here`` for ``“here``, straight marks on
one side and curly ones on the other, two marks where one was meant. So each mark is first judged
by its neighbours (does it lean on what follows or on what stands before?), then by its shape, and
only then by whether a mark is open. One pass, a stack, no look-back: linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model import Block

__all__ = ["Marked", "pair"]

DOUBLE = '"“”„‟«»＂'
SINGLE = "'‘’‚‛‹›`"
LEFT = frozenset("“„‟«‘‚‛‹")
RIGHT = frozenset("”»’›")

_MARK = re.compile(
    rf"(?P<tag><[a-z/][^<>]{{0,300}}>)|``|''|[”»][\"＂”»]|[\"＂“„‟«][{DOUBLE}]|[{DOUBLE}]|[{SINGLE}]"
)
"""Two in a row are one mark, unless the first closes and the second opens; none are those of a tag
that was left in a text (``<a href="…">``)."""
_OPENS_AFTER = frozenset("([{-–—/:…,;*|>")
_GLUED = frozenset(",…")
"""What may stand before either mark where the space is missing: ``said,"Go``, ``Go,"she said``."""
_CLOSES_BEFORE = frozenset(")]}.,;:!?-–—/…*|<")
_ENDS_SENTENCE = frozenset(".!?")
_ELISION = re.compile(
    r"(?:\d0s|em|tis|twas|til|till|cause|bout|round|cos|coz|n|nuff|neath|ere|kay)\b", re.IGNORECASE
)

Kind = Literal["double", "single"]
Lean = Literal["open", "close", "either", "none"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch within marks, offsets into the article's text.

    ``start``/``end`` take in the marks, ``inner`` leaves them out. ``depth`` counts the pairs
    around it. ``closed`` is false where the closing mark is missing (carried over to the next
    paragraph, or forgotten), ``certain`` where a mark had to be guessed.
    """

    start: int
    end: int
    inner: tuple[int, int]
    kind: Kind
    depth: int
    closed: bool
    certain: bool


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    kind: Kind
    certain: bool
    curly: bool


def pair(text: str, block: Block) -> list[Marked]:
    """Pair the marks of one paragraph, in text order, outer before inner."""
    done: list[Marked] = []
    stack: list[_Open] = []
    singles_left = _closing_singles(text, block)
    for match in _MARK.finditer(text, block.start, block.end):
        start, end = match.span()
        if match["tag"]:
            continue
        mark = match.group()
        kind: Kind = "single" if mark in SINGLE else "double"
        lean = _lean(text, block, start, end, kind)
        if kind == "single":
            if lean in ("close", "either") and start in singles_left:
                singles_left.discard(start)
            if lean == "open" and not singles_left:
                continue
        if lean == "none":
            continue
        if lean == "either":
            lean = "close" if any(o.kind == kind for o in stack) else "open"
        if lean == "open":
            _forget_unclosed(text, stack, done, start, kind, mark)
            certain = not (mark[0] in RIGHT and kind == "double")
            stack.append(_Open(start, end, kind, certain, mark[0] in LEFT))
        else:
            _close(text, stack, done, start, end, kind, mark)
    for depth, left in enumerate(stack):
        if left.kind == "double":
            end = _rstrip(text, left.inner, _reopened(text, done, left, depth) or block.end)
            done.append(Marked(left.start, end, (left.inner, end), "double", depth, False, False))
    return _nested(done)


def _lean(text: str, block: Block, start: int, end: int, kind: Kind) -> Lean:
    """Which way a mark leans, by its neighbours first and its shape second."""
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    shape = text[start]
    if kind == "single" and before.isalnum() and after.isalnum():
        return "none"
    if kind == "double" and shape == '"' and before.isdigit() and _is_measure(text, block, start):
        return "none"
    opens = before.isspace() or before in _OPENS_AFTER or _is_mark(before, other=kind)
    closes = after.isspace() or after in _CLOSES_BEFORE or _is_mark(after, other=kind)
    if kind == "single":
        return _lean_single(text, end, before, after, opens, closes, shape)
    opens = opens and not after.isspace()
    closes = closes and not before.isspace()
    glued = before in _GLUED and after.isalnum()
    if opens and not closes and not glued:
        return "open"
    if closes and not opens:
        return "close"
    if shape in LEFT:
        return "open"
    if shape in RIGHT:
        return "close"
    return "either"


def _lean_single(
    text: str, end: int, before: str, after: str, opens: bool, closes: bool, shape: str
) -> Lean:
    if opens and (after.isalnum() or _is_mark(after, other="single") or after in "[(.@#$"):
        return "none" if shape != "‘" and _ELISION.match(text, end) else "open"
    if closes and not before.isspace():
        return "close"
    return "none"


def _is_measure(text: str, block: Block, start: int) -> bool:
    """Whether the mark after a number means inches or seconds: ``6'2"``, ``a 12" pipe``."""
    head = text[max(block.start, start - 8) : start]
    if re.search(r"\d['’′]\s?\d{1,2}(?:\.\d)?$", head):
        return True
    number = re.search(r"(?:^|\s)\d{1,3}(?:\.\d+)?$", head)
    after = text[start + 1 : start + 3]
    return number is not None and (after[:1] in ("-", "x") or bool(re.match(r" ?[x×]", after)))


def _is_mark(char: str, *, other: Kind) -> bool:
    return char in (SINGLE if other == "double" else DOUBLE)


def _closing_singles(text: str, block: Block) -> set[int]:
    """Where single marks stand that could close: without one ahead, none can open."""
    found = set()
    for match in re.finditer(rf"[{SINGLE}]", text[block.start : block.end]):
        start = match.start() + block.start
        if _lean(text, block, start, start + 1, "single") in ("close", "either"):
            found.add(start)
    return found


def _forget_unclosed(
    text: str, stack: list[_Open], done: list[Marked], start: int, kind: Kind, mark: str
) -> None:
    """A mark of the kind that is already open: nested curly marks nest, others were forgotten."""
    same = [o for o in stack if o.kind == kind]
    if not same or (kind == "double" and mark[0] in LEFT and len(same) < 2):
        return
    while stack:
        left = stack.pop()
        if left.kind == "double":
            end = _rstrip(text, left.inner, start)
            done.append(
                Marked(left.start, end, (left.inner, end), "double", len(stack), False, False)
            )
        if left.kind == kind:
            return


def _reopened(text: str, done: list[Marked], left: _Open, depth: int) -> int | None:
    """Where speech that nothing closes ends because the next sentence opens marks of its own."""
    inside = [m for m in done if m.start > left.start and m.depth > depth]
    first = min((m for m in inside if m.kind == "double"), key=lambda m: m.start, default=None)
    if first is None or _last(text, left.inner, first.start) not in _ENDS_SENTENCE:
        return None
    raised = {m: replace(m, depth=m.depth - 1) for m in inside}
    done[:] = [raised.get(m, m) for m in done]
    return first.start


def _last(text: str, start: int, end: int) -> str:
    end = _rstrip(text, start, end)
    return text[end - 1] if end > start else ""


def _close(
    text: str, stack: list[_Open], done: list[Marked], start: int, end: int, kind: Kind, mark: str
) -> None:
    """Close the innermost open mark of this kind; what was opened inside and left is dropped."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].kind == kind:
            break
    else:
        return
    opened = stack[depth]
    del stack[depth:]
    certain = opened.certain and not (mark[0] in LEFT and kind == "double")
    inner = _lstrip(text, opened.inner, start), _rstrip(text, opened.inner, start)
    if inner[0] < inner[1]:
        done.append(Marked(opened.start, end, inner, kind, depth, True, certain))


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _lstrip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _nested(found: Iterable[Marked]) -> list[Marked]:
    return sorted((m for m in found if m.inner[0] < m.inner[1]), key=lambda m: (m.start, -m.end))
