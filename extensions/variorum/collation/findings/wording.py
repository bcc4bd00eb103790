"""The same fact in other words that matter.

Four ways to find it, the surest first: a word exchanged inside a shared passage; words of the
framing lexicon for one matter; what is told of one rarely named thing and one year; and sentences
that tell the same with other words. What is set side by side are the words, without judgement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings import facts, framed
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each, listed, quoted, source, sources
from variorum.collation.findings.predicates import clause
from variorum.collation.findings.said import TAGS
from variorum.collation.findings.shared_edits import beside_quote, in_marks, touching
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.model import Reading, Span

SAME = 0.34
"""Sentences so much alike tell the same."""
_LINES = frozenset({"headline", "subhead", "pull-line", "caption"})
"""Lines that name a matter and don't tell it."""
MOST = 0.6
"""A reading that would be so much of its sentence is all of it."""
LEAST = 7
"""Fewer words tell no fact by themselves, unless they count something."""
REACH = 3
"""A figure that begins so many words after the words in common belongs to them."""
COPIED = 0.8
"""Sentences so much alike are copies; what was edited in them is told by the edit."""


def find(context: Context) -> Iterator[Draft]:
    """All wordings."""
    yield from _edited(context)
    yield from facts.find(context)
    yield from framed.find(context)
    yield from _retold(context)


# --- exchanged inside shared text ----------------------------------------------------------------


def _edited(context: Context) -> Iterator[Draft]:
    material = context.material
    for group in _chained(_exchanged(context)):
        readings = material.in_order(group)
        first = readings[0]
        if len(readings) == 2:
            other = readings[1]
            told = Message.of(
                "wording: exchanged",
                one=source(material, first.article), mine=quoted(first.exact),
                other=source(material, other.article), theirs=quoted(other.exact),
            )  # fmt: skip
        else:
            versions = each(material, ((r.article, r.exact) for r in readings))
            told = Message.of("wording: exchanged by several", told=versions)
        yield Draft(
            "wording", readings, told,
            Message.of("same around all" if len(readings) > 2 else "same around both"), 0.95,
            tags=frozenset({Tag.EDITED}), weight=1,
        )  # fmt: skip


def _chained(pairs: Iterable[tuple[Reading, Reading]]) -> list[list[Reading]]:
    """Readings of all pairs that have one in common, together."""
    group: dict[Reading, list[Reading]] = {}
    for one, other in pairs:
        mine, theirs = group.get(one, [one]), group.get(other, [other])
        joined = mine if mine is theirs else mine + theirs
        group |= dict.fromkeys(joined, joined)
    return list({id(g): g for g in group.values()}.values())


def _exchanged(context: Context) -> Iterator[tuple[Reading, Reading]]:
    """Plain words in one place of a shared passage, others in the other."""
    material = context.material
    for edit in context.edits:
        one, other = material.texts[edit.article], material.texts[edit.witness]
        if not edit.exchange or not _plain(one, edit.one) or not _plain(other, edit.other):
            continue
        readings = (one.reading(*edit.one), other.reading(*edit.other))
        words = [t.words[slice(*t.between(*s))] for t, s in ((one, edit.one), (other, edit.other))]
        letters = {"".join(c for w in run for c in w.norm if c.isalnum()) for run in words}
        if len(letters) < 2 or not all(any(w.content for w in run) for run in words):
            continue
        if any(w.norm in TAGS for run in words for w in run):
            continue
        yield readings


def _plain(text: Text, span: Span) -> bool:
    """Whether edited words are no number, no day, nobody's name and nobody's quoted words."""
    words = text.words[slice(*text.between(*span))]
    return not (
        touching([*text.figures, *text.dates, *text.entities], span)
        or in_marks(text, span)
        or beside_quote(text, span)
        or any(c.isdigit() for w in words for c in w.norm)
    )


# --- the same told with other words --------------------------------------------------------------


def _retold(context: Context) -> Iterator[Draft]:
    material = context.material
    for cluster in context.clusters:
        sentences = [context.alignment.sentences[key] for key in cluster]
        kept = _one_each(context, sentences)
        if len(kept) < 2:
            continue
        shared = frozenset.intersection(*(s.lemmas for s in kept))
        if len(frozenset.intersection(*(s.matter for s in kept))) < 2:
            continue
        cores = [_core(context, s, shared) for s in kept]
        told = {context.text(r).casefold() for r in cores}
        if len(told) < 2 or not any(_tells(context, r) for r in cores):
            continue
        readings = material.in_order(_whole(context, s, shared) for s in kept)
        said = [(r.article, r.exact) for r in readings]
        yield Draft(
            "wording", readings, _retelling(context, said),
            Message.of("wording: retold, ground"), 0.65,
            tags=frozenset({Tag.RETOLD, *([Tag.THREE_OR_MORE] if len(kept) > 2 else [])}),
            weight=len(kept) + len(shared) / 10,
            actors=tuple(sorted(frozenset.intersection(*(s.actors for s in kept)))),
        )  # fmt: skip


def _tells(context: Context, reading: Reading) -> bool:
    """Whether some words tell a fact by themselves."""
    start, end = reading.start or 0, reading.end or 0
    figures = context.material.texts[reading.article].figures
    return len(context.text(reading).split()) >= LEAST or any(
        f.start < end and start < f.end for f in figures
    )


def _one_each(context: Context, sentences: Sequence[Sentence]) -> list[Sentence]:
    """One sentence an article, no two of them copies, each like the first enough."""
    kept: list[Sentence] = []
    for s in sentences:
        if s.kind in _LINES or (
            context.material.texts[s.article].quoted.get(s.number)
            and any(q.kind == "direct" for q in context.material.texts[s.article].quoted[s.number])
        ):
            continue
        if any(k.article == s.article for k in kept):
            continue
        scores = [context.alignment.score(k.key, s.key) for k in kept]
        if any(context.copies(k.article, s.article) for k in kept):
            continue
        if all(SAME <= score < COPIED for score in scores):
            kept.append(s)
    return kept


def _core(context: Context, sentence: Sentence, shared: frozenset[str]) -> Reading:
    """From the first to the last word that tells and that the others have as well."""
    text = context.material.texts[sentence.article]
    words = text.words[sentence.first : sentence.last]
    telling = [n for n, w in enumerate(words) if w.content]
    at = [n for n in telling if words[n].lemma in shared]
    before = [n for n in telling if n < at[0]][-1:]
    after = [n for n in telling if n > at[-1]][:1]
    first, last = (before or at)[0], (after or at[-1:])[-1]
    end = words[last].end
    # Numbers below ten tell nothing by themselves: "lasted four hours" is not cut before its own.
    reach = words[min(last + REACH, len(words) - 1)].start
    numbers = [f.end for f in sentence.figures if f.start <= reach]
    start, end = words[first].start, max([end, *numbers])
    # No name is cut in two: "the United States" isn't "States".
    names = [e for e in text.entities if e.start < end and start < e.end]
    start, end = min([start, *(e.start for e in names)]), max([end, *(e.end for e in names)])
    inside = sum(start <= w.start < end for w in words)
    if inside >= MOST * len(words):
        start, end = words[0].start, words[-1].end
    return text.reading(start, end)


def _whole(context: Context, sentence: Sentence, shared: frozenset[str]) -> Reading:
    """The clause that the words in common stand in; of a sentence that is hardly longer, all."""
    text = context.material.texts[sentence.article]
    words = text.words[sentence.first : sentence.last]
    common = [w for w in words if w.content and w.lemma in shared]
    start, end = clause(sentence, (common[0].start, common[-1].end))
    if sum(start <= w.start < end for w in words) >= MOST * len(words):
        start, end = words[0].start, words[-1].end
    return text.reading(start, end)


def _retelling(context: Context, said: list[tuple[str, str | None]]) -> Message:
    material = context.material
    if len(said) == 2:
        (one, words), (other, others) = said
        lengths = [len((w or "").split()) for w in (words, others)]
        id_ = "wording: told as"
        if lengths[0] > 2 * lengths[1]:
            id_ = "wording: no more than"
        elif lengths[1] > 2 * lengths[0]:
            id_ = "wording: is all"
        elif (words or "").split()[:2] == (others or "").split()[:2]:
            id_ = "wording: alike at first"
        return Message.of(
            id_, one=source(material, one), mine=quoted(words, 18),
            other=source(material, other), theirs=quoted(others, 18),
        )  # fmt: skip
    return Message.of(
        "wording: told so many ways", count=Number(len(said)),
        sources=sources(material, (a for a, _ in said)),
        told=listed(quoted(words, 14) for _, words in said[:4]),
    )  # fmt: skip
