"""Two statements that cannot both hold, only where it is plain.

A name or a "not" exchanged in a sentence otherwise the same; one speaker hopeful in one article
and gloomy in another, on one day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.impressions import opposite_impressions
from variorum.collation.findings.material import PLACES
from variorum.collation.findings.names import is_spelling
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.shared_edits import beside_quote, in_marks
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Text
    from variorum.model import Entity, Span

NEGATIONS = frozenset({"not", "n't", "never", "no"})


def find(context: Context) -> Iterator[Draft]:
    """Both kinds."""
    yield from _edited(context)
    yield from opposite_impressions(context)


def _edited(context: Context) -> Iterator[Draft]:
    material = context.material
    for edit in context.edits:
        one, other = material.texts[edit.article], material.texts[edit.witness]
        if (
            in_marks(one, edit.one)
            or beside_quote(one, edit.one)
            or beside_quote(other, edit.other)
        ):
            continue
        if not edit.exchange:
            yield from _denied_by_edit(context, one, other, edit.one, edit.other)
            continue
        mine, theirs = _name(one, edit.one), _name(other, edit.other)
        if mine is None or theirs is None or mine.actor == theirs.actor:
            continue
        if mine.label != theirs.label or (mine.label in PLACES and _is_heading(one, edit.one)):
            continue  # a heading names the town here and the county there
        # Only in copies: others may name the town where these name the county.
        if not context.copies(edit.article, edit.witness) or is_spelling(mine.exact, theirs.exact):
            continue
        if not _alike_but_for(one, edit.one, other, edit.other):
            continue
        readings = (one.reading(mine.start, mine.end), other.reading(theirs.start, theirs.end))
        yield Draft(
            "contradiction", readings,
            Message.of(
                "contradiction: names",
                mine=quoted(mine.exact), one=source(material, edit.article),
                theirs=quoted(theirs.exact), other=source(material, edit.witness),
            ),
            Message.of("contradiction: names, ground"), 0.85,
            tags=frozenset({Tag.NAME}), weight=5,
        )  # fmt: skip


def _is_heading(text: Text, span: Span) -> bool:
    """Whether a place stands in a line over a text, or in one set like it."""
    sentence = text.sentence_at(span[0])
    return sentence is not None and (sentence.kind != "paragraph" or sentence.tokens.text.isupper())


def _alike_but_for(one: Text, span: Span, other: Text, there: Span) -> bool:
    """Whether nothing but these words differs in the sentences in which they stand."""
    return _rest(one, span) == _rest(other, there)


def _rest(text: Text, span: Span) -> list[str]:
    """The words that tell of a sentence, without some of them."""
    sentence = text.sentence_at(span[0])
    if sentence is None:
        return []
    words = text.words[sentence.first : sentence.last]
    return [w.lemma for w in words if w.content and not span[0] <= w.start < span[1]]


def _denied_by_edit(
    context: Context, one: Text, other: Text, span: Span, there: Span
) -> Iterator[Draft]:
    """A negation left out or added in a passage otherwise the same."""
    mine, at = (one, span) if span[1] > span[0] else (other, there)
    theirs = other if mine is one else one
    words = [w.norm for w in mine.words[slice(*mine.between(*at))]]
    if len(words) > 2 or not set(words) & NEGATIONS:
        return
    sentence = mine.sentence_at(at[0])
    if sentence is None:
        return
    key = {w.norm for w in mine.words[sentence.first : sentence.last]} - set(words)
    best = max(
        theirs.sentences,
        key=lambda s: len(key & {w.norm for w in theirs.words[s.first : s.last]}) - s.number / 1e6,
    )
    if any(w.norm in NEGATIONS for w in theirs.words[best.first : best.last]):
        return  # denied there too, at another place
    material = context.material
    readings = material.in_order(
        (mine.reading(sentence.start, sentence.end), theirs.reading(best.start, best.end))
    )
    yield Draft(
        "contradiction", readings,
        Message.of(
            "contradiction: negation",
            one=source(material, sentence.article), word=quoted(" ".join(words)),
            other=source(material, best.article), words=quoted(readings[0].exact),
        ),
        Message.of("contradiction: negation, ground"), 0.9,
        tags=frozenset({Tag.NEGATION}), weight=6,
    )  # fmt: skip


def _name(text: Text, span: Span) -> Entity | None:
    return next((e for e in text.entities if e.start < span[1] and e.end > span[0]), None)
