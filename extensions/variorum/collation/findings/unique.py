"""What one article alone tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.claims import reading
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import quoted, source, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence
    from variorum.model import Entity, Figure

ALONE = 0.32
"""A sentence none in another article is so much like is told by one alone."""
LEAST = 6
"""A sentence with fewer telling words is no claim."""
PER_ARTICLE = 12
"""So many claims of one article alone are reported, those that name most."""


def find(context: Context) -> Iterator[Draft]:
    """Sentences that none of another article comes near, those that name most."""
    material = context.material
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
            if _told_elsewhere(context, s, days) or not any(t.pos_ == "VERB" for t in s.tokens):
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
        for value, s, alone in ranked[:PER_ARTICLE]:
            speak = {q.speaker for q in text.quoted.get(s.number, ())}
            new = [a for a in alone if a in speak or a not in told]
            yield _alone(context, s, value, new, given)
            told.update(alone)


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


def _alone(
    context: Context, s: Sentence, value: float, alone: list[str], given: Counter[float | None]
) -> Draft:
    material = context.material
    sentence = reading(context, s)
    named = [e for e in material.texts[s.article].entities
             if e.actor in alone and e.label != "NORP" and s.start <= e.start < s.end]  # fmt: skip
    where = source(material, s.article)
    words = quoted(sentence.exact, 20)
    quotes = material.texts[s.article].quoted.get(s.number, ())
    if named:
        speak = {q.speaker for q in quotes}
        first = min(named, key=lambda e: (e.actor not in speak, e.start))
        told = _told_of(context, s, first, where, words)
    elif own := [f for f in s.figures if given[_rough(f)] == 1 and (f.low or 0) >= 10]:
        told = f"Only {where} gives {quoted(own[0].exact)}: {words}."
    elif quotes and quotes[0].speaker:
        told = f"No one but {where} reports {words}."
    elif s.dates and _is_day(s.dates[0].value) and s.dates[0].exact[:1].isupper():
        told = f"On {quoted(s.dates[0].exact)}, {where} is alone with {words}."
    else:
        told = f"{where} alone tells {words}."
    told = upper_first(told)
    absent = tuple(a for a in material.texts if a != s.article)
    return Draft(
        "unique-claim", (sentence,), told, "No sentence of another article comes near it.", 0.6,
        tags=frozenset({"much"} if value >= 3 else ()), weight=value, absent=absent,
        actors=tuple(sorted(s.actors)),
    )  # fmt: skip


def _told_of(context: Context, s: Sentence, entity: Entity, where: str, words: str) -> str:
    """A sentence on an actor that one article alone names: who speaks, who acts, what place."""
    name = " ".join(entity.exact.split())
    quotes = context.material.texts[s.article].quoted.get(s.number, ())
    if entity.actor and any(q.speaker == entity.actor for q in quotes):
        return f"Only {where} lets {context.material.actors[entity.actor].name} speak: {words}."
    if entity.label == "PER":
        return f"{name} comes up in {where} and nowhere else: {words}."
    if entity.label in ("GPE", "LOC", "FAC"):
        return f"{name} is named in {where} alone: {words}."
    return f"Nobody else mentions {name}; in {where} one reads {words}."
