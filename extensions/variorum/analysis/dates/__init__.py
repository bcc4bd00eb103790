"""Temporal expressions: recognised by an ordered table of rules, resolved by another.

:func:`find` is the only entrance. The values are ISO 8601 as TIMEX3 writes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.dates import civil
from variorum.analysis.dates.order import day_first
from variorum.analysis.dates.recogniser import recognise
from variorum.analysis.dates.resolver import Context, Resolution, resolve
from variorum.analysis.dates.tense import Look, look
from variorum.analysis.dates.zone import offsets
from variorum.model import Anchor, DateRef

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from variorum.analysis.dates.meaning import Atom
    from variorum.analysis.parse import ParsedArticle
    from variorum.model import Metadata

__all__ = ["anchor_of", "find"]


def anchor_of(meta: Metadata) -> Anchor | None:
    """The printed date that relative expressions are counted from, unless another is given."""
    if meta.published:
        return Anchor(meta.published, "published")
    return Anchor(meta.updated, "updated") if meta.updated else None


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
    for block in parsed.blocks:
        found += _of_block(block.doc, block.block.start, context)
    return found


def _of_block(doc: Doc, offset: int, context: Context) -> list[DateRef]:
    refs = []
    sentence_end = -1
    for atom in recognise(doc):
        span = doc.char_span(atom.start, atom.end, alignment_mode="expand")
        if span is not None and span.end > sentence_end:
            sentence_end = span.sent.end
            context.next_sentence()
        context.look = look(span) if span is not None else Look(0)
        resolution = resolve(atom.meaning, context)
        if resolution.point is not None:
            context.remember(resolution.point)
        refs.append(_ref(doc.text, offset, atom, resolution, context.look))
    return refs


def _ref(text: str, offset: int, atom: Atom, done: Resolution, looked: Look) -> DateRef:
    exact = text[atom.start : atom.end]
    return DateRef(
        id="", start=offset + atom.start, end=offset + atom.end, exact=exact,
        by=f"dates:{atom.rule}", confidence=atom.confidence if done.value else 0.4,
        kind=done.kind, value=done.value, anchor=done.anchor, rule=done.rule,
        alternatives=done.alternatives, mod=atom.mod or None, zone=offsets(atom.meaning),
        way=looked.way, why=done.why,
    )  # fmt: skip
