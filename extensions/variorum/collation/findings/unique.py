"""What one article alone tells."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.claims import reading
from variorum.collation.findings.context import Draft
from variorum.collation.findings.lone import Lone, rough
from variorum.collation.findings.phrasing import called, quoted, source
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Name

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.lone import LonePassage
    from variorum.collation.findings.material import Sentence
    from variorum.model import Entity, Figure, Reading, Source, Span, Words

PER_ARTICLE = 20
"""So many passages of one article alone are reported, those that name most, …"""
LEAST = 1.2
"""… if they name more than a day, a number or somebody quoted, …"""
FIRST = 5
"""… and so many of them as worth knowing, …"""
MUCH = 3
"""… if they weigh so much, or run over several sentences."""
LONG = 3
"""A passage of so many sentences is told at length."""
LONGEST = 20
"""So many words of a sentence are quoted."""
UNTOLD = frozenset({"NORP", "GPE", "LOC", "FAC"})
"""Whom a heading doesn't name: where something is says little of what one alone tells."""
COMPARING = frozenset(
    {"quote-variant", "shared-text", "figure", "wording", "attribution", "contradiction"}
)
"""Kinds of finding that set what one article tells beside what another tells of the matter, …"""
COMPARING_TAGS = frozenset({Tag.EVENT, Tag.FIGURE})
"""… special cases of the others (one event on two days, a number that several give), …"""
WORDS_ONLY = frozenset({Tag.WEEKDAY, Tag.FRAMING, Tag.SOFT})
"""… and what sets but single words beside each other."""


def find(context: Context) -> Iterator[Draft]:
    """Passages of sentences that none of another article comes near, those that name most.

    What a finding of another kind sets beside words of another article is not told by one alone,
    but for a name or a number that no other has.
    """
    if len(context.material.texts) < 2:
        return
    lone = Lone(context)
    compared = _compared(context.found)
    for id_ in context.material.texts:
        worthy = [p for p in lone.passages(id_) if p.value >= LEAST]
        ranked = sorted(worthy, key=lambda p: (-p.value, p.sentences[0].number))
        told: set[str] = set()
        found = 0
        for passage in ranked:
            draft = _draft(context, lone, passage, compared[id_], told, first=found < FIRST)
            if draft is None:
                continue
            yield draft
            told |= lone.alone(passage)
            found += 1
            if found == PER_ARTICLE:
                break


def _draft(
    context: Context, lone: Lone, passage: LonePassage, compared: list[Span], told: set[str], *,
    first: bool,
) -> Draft | None:  # fmt: skip
    """What one article alone tells in a passage, by the sentence of it that says most."""
    quoted = context.material.texts[passage.article].quoted
    brief = len(passage.sentences) == 1
    for s in sorted(passage.telling, key=lambda s: (-lone.value(s), s.number)):
        speak = {q.speaker for q in quoted.get(s.number, ())}
        new = [a for a in lone.alone_in(s) if a in speak or a not in told]
        beside = [span for span in compared if span[0] < s.end and span[1] > s.start]
        words = _told(context, s, new, lone.given, beside)
        if words is None or (brief and _is_plain(s, new, lone.given) and _has_near(context, s)):
            continue  # what others tell something related of may be theirs in other words
        return _alone(context, passage, words, first=first)
    return None


def _has_near(context: Context, s: Sentence) -> bool:
    return bool(context.alignment.near.get(s.key))


def _compared(others: Iterable[Draft]) -> defaultdict[str, list[Span]]:
    """By article, the words that another finding sets beside words of another article."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for draft in others:
        tells = draft.kind in COMPARING or bool(draft.tags & COMPARING_TAGS)
        if not tells or draft.tags & WORDS_ONLY or len({r.article for r in draft.readings}) < 2:
            continue
        for r in draft.readings:
            if r.start is not None and r.end is not None:
                found[r.article].append((r.start, r.end))
    return found


def _tags(context: Context, passage: LonePassage, *, first: bool) -> Iterator[Tag]:
    if first and (passage.value >= MUCH or len(passage.sentences) > 1):
        yield Tag.MUCH
    if any(context.told.has_consequence(s) for s in passage.sentences):
        yield Tag.REPLY
    if any(context.told.denies(s) for s in passage.sentences):
        yield Tag.DENIAL
    if len(passage.sentences) >= LONG:
        yield Tag.LONG


def _alone(context: Context, passage: LonePassage, told: Message, *, first: bool) -> Draft:
    absent = tuple(a for a in context.material.texts if a != passage.article)
    actors = {a for s in passage.sentences for a in s.actors}
    readings = tuple(reading(context, s) for s in passage.sentences)
    return Draft(
        "unique-claim", readings, told, Message.of("one: ground"), 0.6,
        merged=tuple((r,) for r in readings),
        tags=frozenset(_tags(context, passage, first=first)), weight=passage.value,
        absent=absent, actors=tuple(sorted(actors)),
    )  # fmt: skip


def _told(
    context: Context, s: Sentence, alone: list[str], given: Counter[float | None],
    beside: list[Span],
) -> Message | None:  # fmt: skip
    """What one article alone tells in a sentence: on whom, how many, or all of it."""
    material = context.material
    sentence = reading(context, s)
    quotes = material.texts[s.article].quoted.get(s.number, ())
    # Through whom something was said, or to which paper, is no news.
    through = [span for q in quotes for span in (q.medium_span, q.addressee_span) if span]
    named = [e for e in material.texts[s.article].entities
             if e.actor in alone and e.label not in UNTOLD and s.start <= e.start < s.end
             and not any(a <= e.start < b for a, b in through)]  # fmt: skip
    where = source(material, s.article)
    words = quoted(sentence.exact, LONGEST)
    own = [f for f in s.figures if given[rough(f)] == 1 and (f.low or 0) >= 10
           and not any(a < f.end and b > f.start for a, b in beside)]  # fmt: skip
    if named:
        speak = {q.speaker for q in quotes}
        first = min(named, key=lambda e: (e.actor not in speak, e.start))
        return _told_of(context, s, first, where)
    if own:
        words = _with(sentence, own[0])
        figure = quoted(own[0].exact)
        return Message.of("one: number", source=where, figure=figure, words=words)
    if beside:
        return None
    if quotes and quotes[0].speaker:
        return Message.of("one: speech", source=where, words=words)
    return Message.of("one: no words like these", source=where, words=words)


def _is_plain(s: Sentence, alone: list[str], given: Counter[float | None]) -> bool:
    """Whether a sentence has no name and no number that no other article has."""
    return not alone and not any(given[rough(f)] == 1 for f in s.figures)


def _with(sentence: Reading, of: Entity | Figure) -> Words:
    """A sentence in marks in which what it is about is not cut out."""
    at = sentence.start or 0
    return quoted(sentence.exact, LONGEST, (of.start - at, of.end - at))


def _told_of(context: Context, s: Sentence, entity: Entity, where: Source) -> Message:
    """A sentence on an actor that one article alone names: who speaks, who acts."""
    sentence = reading(context, s)
    name = Name(" ".join(entity.exact.split()))
    quotes = context.material.texts[s.article].quoted.get(s.number, ())
    if entity.actor and any(q.speaker == entity.actor for q in quotes):
        return Message.of(
            "one: lets speak", source=where, actor=called(context.material, entity.actor),
            words=quoted(sentence.exact, LONGEST),
        )  # fmt: skip
    words = _with(sentence, entity)
    id_ = "one: person" if entity.label == "PER" else "one: name"
    return Message.of(id_, name=name, source=where, words=words)
