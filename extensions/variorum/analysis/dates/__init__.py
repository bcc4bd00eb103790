"""Temporal expressions: recognised by an ordered table of rules, resolved by another.

:func:`find` is the only entrance. The values are ISO 8601 as TIMEX3 writes it.
"""

from __future__ import annotations

import bisect
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.analysis.dates import civil
from variorum.analysis.dates.context import Context, Resolution
from variorum.analysis.dates.meaning import Beside, Counted, Fixed, Timed
from variorum.analysis.dates.order import day_first
from variorum.analysis.dates.recogniser import recognise
from variorum.analysis.dates.resolver import resolve
from variorum.analysis.dates.tense import Look, look, recalls
from variorum.analysis.dates.zone import offsets
from variorum.model import Anchor, DateRef
from variorum.remembering import again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from variorum.analysis.dates.civil import Point
    from variorum.analysis.dates.meaning import Atom, Meaning
    from variorum.analysis.parse import ParsedArticle, ParsedBlock
    from variorum.model import Metadata

__all__ = ["anchor_of", "find", "found"]


REWRITTEN = 2
"""An article first put up at its address so many days before it was updated was rewritten since."""


def anchor_of(meta: Metadata) -> Anchor | None:
    """The printed date that relative expressions are counted from, unless another is given."""
    if meta.published and not _is_rewritten(meta):
        return Anchor(meta.published, "published")
    return Anchor(meta.updated, "updated") if meta.updated else None


def _is_rewritten(meta: Metadata) -> bool:
    """Whether only the address gives a first day, and the text prints a later one, not far off."""
    first, last = _day(meta.published), _day(meta.updated)
    printed, address = meta.span("published"), meta.span("url")
    in_address = printed and address and address[0] <= printed[0] and printed[1] <= address[1]
    if (
        first is None
        or last is None
        or not (in_address or meta.basis.get("published") == "address")
    ):
        return False
    return 0 < last - first <= REWRITTEN


def _day(stamp: str | None) -> int | None:
    point = civil.read(stamp[:10]) if stamp else None
    return civil.first_day(point) if point else None


def find(parsed: ParsedArticle, anchor: Anchor | None = None) -> list[DateRef]:
    """Every temporal expression of an article, in order, resolved where it can be.

    *anchor* is the date that "yesterday" is counted from; without one it is what the article
    prints: when it was published, else updated. Without any, what depends on it has the value
    TIMEX3 gives the unknown (``XXXX-WXX-3``), or ``None``.
    """
    article = parsed.article
    anchor = anchor or anchor_of(article.meta)
    context = Context(
        anchor=civil.read(anchor.value) if anchor else None,
        day_first=day_first(article.text, article.meta.published or article.meta.updated),
    )
    found: list[DateRef] = []
    read = [(b, b.doc.text, recognise(b.doc, b.doc.text)) for b in parsed.blocks]
    if context.anchor is None:
        told = (_told_today(text, atoms) for _, text, atoms in read)
        context.anchor = next((day for day in told if day is not None), None)
    for block, text, atoms in read:
        own = _day_of_tweet(atoms) if block.block.kind == "tweet" else None
        here = replace(context, anchor=own) if own else context
        found += _of_block(block, text, atoms, here)
    # What was parsed may be of another case than what is printed.
    return [replace(ref, exact=article.text[ref.start : ref.end]) for ref in found]


def found(parsed: ParsedArticle, anchor: Anchor | None = None) -> list[DateRef]:
    """What :func:`find` finds, remembered for each anchor; nobody may change the list."""
    article = parsed.article
    about = article.story, article.id, anchor.value if anchor else ""
    return again(about, find, parsed, anchor)


def _told_today(text: str, atoms: list[tuple[Atom, Span]]) -> Point | None:
    """The day of writing where the text says it itself: "today (July 28, 2022)"."""
    for (word, _), (date, _) in itertools.pairwise(atoms):
        beside = text[word.end : date.start].strip() in ("(", ",")
        if not beside or word.rule != "today" or not isinstance(word.meaning, Counted):
            continue
        if isinstance(date.meaning, Fixed) and date.meaning.point.unit == "day":
            return civil.shift(date.meaning.point, -(word.meaning.count or 0))
    return None


def _day_of_tweet(atoms: list[tuple[Atom, Span]]) -> Point | None:
    """A tweet's "tomorrow" is counted from the day printed below it."""
    for atom, _ in reversed(atoms):
        meaning = atom.meaning.of if isinstance(atom.meaning, Timed) else atom.meaning
        if isinstance(meaning, Fixed) and meaning.point.unit == "day":
            return meaning.point
    return None


def _of_block(
    block: ParsedBlock, text: str, atoms: list[tuple[Atom, Span]], context: Context
) -> list[DateRef]:
    refs: list[DateRef] = []
    for sentence in _by_sentence(atoms):
        context.next_sentence()
        dated: list[tuple[int, Point]] = []
        recalled: list[tuple[int, Point]] = []
        for atom, span in sorted(sentence, key=lambda a: _waits(a[0].meaning)):
            context.recalls = _in_marks(text, atom.start) or recalls(span)
            looked = look(span)
            context.look = _in_picture(looked) if block.block.kind == "caption" else looked
            if isinstance(atom.meaning, Beside):
                context.event, context.main = _around(span, sorted(dated + recalled, key=_place))
            elif _waits(atom.meaning):
                context.main = _nearest(span, recalled if context.recalls else dated)
            done = resolve(atom.meaning, context)
            if done.point is not None and not _is_comparison(atom.meaning):
                context.remember(done.point)
                if block.block.kind == "subhead" and done.point.unit == "day":
                    context.headed(done.point)
                if done.point.unit == "day" and not _waits(atom.meaning):
                    (recalled if context.recalls else dated).append((span.start, done.point))
            refs.append(_ref(text, block.block.start, atom, done, context.look))
    return sorted(refs, key=lambda r: r.start)


def _in_picture(looked: Look) -> Look:
    """A caption tells in the present tense what the picture shows, which is past."""
    return Look(-1, looked.words)


def _by_sentence(atoms: list[tuple[Atom, Span]]) -> Iterator[list[tuple[Atom, Span]]]:
    here: list[tuple[Atom, Span]] = []
    end = 0
    for atom, span in atoms:
        if span.start >= end:
            if here:
                yield here
            here, end = [], span.sent.end
        here.append((atom, span))
    if here:
        yield here


def _around(span: Span, dated: list[tuple[int, Point]]) -> tuple[Point | None, Point | None]:
    """Of "a day after talks ended Monday, he said": the date inside the phrase, and one outside.

    *dated* holds the sentence's days by the token they begin at, in order.
    """
    word = span[-1]
    phrase = word.head if word.dep_ == "mark" else word
    first = bisect.bisect_right(dated, word.i, key=lambda d: d[0])
    last = bisect.bisect_right(dated, phrase.right_edge.i, key=lambda d: d[0])
    outside = dated[:1] if first else dated[last : last + 1]
    inside = dated[first : min(last, first + 1)]
    return (inside[0][1] if inside else None), (outside[0][1] if outside else None)


def _place(dated: tuple[int, Point]) -> int:
    return dated[0]


def _waits(meaning: Meaning) -> bool:
    """Whether the dates of the sentence have to be known first."""
    return isinstance(meaning, Beside) or (isinstance(meaning, Timed) and meaning.of is None)


def _nearest(span: Span, dated: list[tuple[int, Point]]) -> Point | None:
    """The last day the sentence names before a time of day, else the first after it."""
    i = bisect.bisect_right(dated, span.start, key=lambda d: d[0])
    return dated[i - 1 if i else 0][1] if dated else None


def _is_comparison(meaning: Meaning) -> bool:
    """ "A year earlier" is what a figure is compared with: the text doesn't move there."""
    return isinstance(meaning, Counted) and meaning.keep and meaning.unit == "year"


IN_SPEECH = 0.6
"""What a speaker counts "the next day" from is often not the day the text named last."""


def _in_marks(text: str, at: int) -> bool:
    """Whether a place of a block stands within quotation marks."""
    return text.rfind("“", 0, at) > text.rfind("”", 0, at) or text.count('"', 0, at) % 2 == 1


def _ref(text: str, offset: int, atom: Atom, done: Resolution, looked: Look) -> DateRef:
    exact = text[atom.start : atom.end]
    sure = atom.confidence if done.value else 0.4
    if done.rule == "counted-from-text" and _in_marks(text, atom.start):
        sure = min(sure, IN_SPEECH)
    return DateRef(
        id="", start=offset + atom.start, end=offset + atom.end, exact=exact,
        by=f"dates:{atom.rule}", confidence=sure,
        kind=done.kind, value=done.value, anchor=done.anchor, rule=done.rule,
        alternatives=done.alternatives, mod=atom.mod or None, zone=offsets(atom.meaning),
        way=looked.way, steps=done.steps,
    )  # fmt: skip
