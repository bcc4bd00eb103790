"""What one article alone tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.claims import reading
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, quoted, source
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence
    from variorum.model import Entity, Figure, Reading, Source, Span, Words

ALONE = 0.32
"""A sentence none in another article is so much like is told by one alone."""
LEAST = 6
"""A sentence with fewer telling words is no claim."""
PER_ARTICLE = 12
"""So many claims of one article alone are reported, those that name most, …"""
FIRST = 5
"""… and so many of them as worth knowing, …"""
MUCH = 3
"""… if they weigh so much."""
LONGEST = 20
"""So many words of a sentence are quoted."""
COMPARING = frozenset(
    {"quote-variant", "shared-text", "figure", "wording", "attribution", "contradiction"}
)
"""Kinds of finding that set what one article tells beside what another tells of the matter, …"""
COMPARING_TAGS = frozenset({"event", "figure"})
"""… special cases of the others (one event on two days, a number that several give), …"""
WORDS_ONLY = frozenset({"weekday", "framing", "soft"})
"""… and what sets but single words beside each other."""


def find(context: Context, others: Iterable[Draft]) -> Iterator[Draft]:
    """Sentences that none of another article comes near, those that name most.

    *others* are the findings of all other kinds: what one of them sets beside words of another
    article is not told by one alone, but for a name or a number that no other has.
    """
    material = context.material
    compared = _compared(others)
    if len(material.texts) < 2:
        return
    named = Counter(
        actor
        for text in material.texts.values()
        for actor in {a for s in text.sentences for a in s.actors}
    )
    shared = {
        (s.article, s.quote.id) for group in context.statements.groups for s in group
        if len({t.article for t in group}) > 1
    }  # fmt: skip
    covered: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for passage in context.passages:
        for r in passage.readings:
            covered[r.article].append((r.start or 0, r.end or 0))
    given = Counter(n for t in material.texts.values() for n in {_rough(f) for f in t.figures})
    days: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for s in material.sentences():
        for day, actor in _on_days(s):
            days[day, actor].add(s.article)
    for id_, text in material.texts.items():
        ranked = []
        for s in text.sentences:
            if s.kind not in ("paragraph", "tweet") or len(s.lemmas) < LEAST or not s.actors:
                continue
            best = max((n[0] for n in context.alignment.near.get(s.key, ())), default=0.0)
            quotes = text.quoted.get(s.number, ())
            if best >= ALONE or any((id_, q.id) in shared for q in quotes):
                continue
            if any(a < s.end and b > s.start for a, b in covered[id_]):
                continue
            if _told_elsewhere(context, s, days) or context.told.elsewhere(s):
                continue
            if not any(t.pos_ == "VERB" for t in s.tokens):
                continue
            if any(t.like_url or t.text.startswith("@") for t in s.tokens):
                continue
            alone = [a for a in s.actors if named[a] == 1]
            value = (
                2 * bool(alone) + bool(s.figures) + bool(s.dates) + bool(quotes) + (0.3 - best) * 3
                + len(s.lemmas) / 30
            )  # fmt: skip
            ranked.append((value, s, alone))
        ranked.sort(key=lambda entry: (-entry[0], entry[1].number))
        told: set[str] = set()
        found = 0
        for value, s, alone in ranked:
            speak = {q.speaker for q in text.quoted.get(s.number, ())}
            new = [a for a in alone if a in speak or a not in told]
            beside = [span for span in compared[id_] if span[0] < s.end and span[1] > s.start]
            words = _told(context, s, new, given, beside)
            if words is None or (_is_plain(s, new, given) and context.alignment.near.get(s.key)):
                continue  # what others tell something related of may be theirs in other words
            yield _alone(context, s, value, words, first=found < FIRST)
            told.update(alone)
            found += 1
            if found == PER_ARTICLE:
                break


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


def _is_day(value: str | None) -> bool:
    return value is not None and len(value) >= 10 and value[0].isdigit()


def _rough(figure: Figure) -> float | None:
    """A figure's value to one digit, so that "some 100,000" and "over 100,000" are one."""
    ends = [n for n in (figure.low, figure.high) if n is not None]
    return float(f"{sum(ends) / len(ends):.1g}") if ends else None


def _on_days(s: Sentence) -> Iterator[tuple[str, str]]:
    """Each actor of a sentence with each day it names."""
    for ref in s.dates:
        if ref.value and _is_day(ref.value):
            for actor in s.actors:
                yield ref.value[:10], actor


def _told_elsewhere(context: Context, s: Sentence, days: dict[tuple[str, str], set[str]]) -> bool:
    """Whether another article has most of a sentence's actors on its day, or a meeting's place."""
    actors = context.material.actors
    if len(s.actors) <= 2 and any(
        days[day, a] - {s.article}
        for day, a in _on_days(s)
        if a in actors and actors[a].label in ("GPE", "FAC")
    ):
        return True
    elsewhere = Counter(
        (a, day) for day, actor in _on_days(s) for a in days[day, actor] if a != s.article
    )
    return any(n >= 2 and n * 2 > len(s.actors) for n in elsewhere.values())


def _tags(context: Context, s: Sentence, *, much: bool) -> Iterator[Tag]:
    if much:
        yield Tag.MUCH
    if context.told.has_consequence(s):
        yield Tag.REPLY


def _alone(context: Context, s: Sentence, value: float, told: Message, *, first: bool) -> Draft:
    absent = tuple(a for a in context.material.texts if a != s.article)
    return Draft(
        "unique-claim", (reading(context, s),), told, Message.of("one: ground"), 0.6,
        tags=frozenset(_tags(context, s, much=first and value >= MUCH)), weight=value,
        absent=absent, actors=tuple(sorted(s.actors)),
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
             if e.actor in alone and e.label != "NORP" and s.start <= e.start < s.end
             and not any(a <= e.start < b for a, b in through)]  # fmt: skip
    where = source(material, s.article)
    words = quoted(sentence.exact, LONGEST)
    own = [f for f in s.figures if given[_rough(f)] == 1 and (f.low or 0) >= 10
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
    if s.dates and _is_day(s.dates[0].value) and s.dates[0].exact[:1].isupper():
        day = quoted(s.dates[0].exact)
        return Message.of("one: day", day=day, source=where, words=words)
    return Message.of("one: no words like these", source=where, words=words)


def _is_plain(s: Sentence, alone: list[str], given: Counter[float | None]) -> bool:
    """Whether a sentence has no name and no number that no other article has."""
    return not alone and not any(given[_rough(f)] == 1 for f in s.figures)


def _with(sentence: Reading, of: Entity | Figure) -> Words:
    """A sentence in marks in which what it is about is not cut out."""
    at = sentence.start or 0
    return quoted(sentence.exact, LONGEST, (of.start - at, of.end - at))


def _told_of(context: Context, s: Sentence, entity: Entity, where: Source) -> Message:
    """A sentence on an actor that one article alone names: who speaks, who acts, what place."""
    sentence = reading(context, s)
    name = Name(" ".join(entity.exact.split()))
    quotes = context.material.texts[s.article].quoted.get(s.number, ())
    if entity.actor and any(q.speaker == entity.actor for q in quotes):
        return Message.of(
            "one: lets speak", source=where, actor=called(context.material, entity.actor),
            words=quoted(sentence.exact, LONGEST),
        )  # fmt: skip
    words = _with(sentence, entity)
    id_ = {
        "PER": "one: person", "GPE": "one: place", "LOC": "one: place", "FAC": "one: place",
    }.get(entity.label, "one: name")  # fmt: skip
    return Message.of(id_, name=name, source=where, words=words)
