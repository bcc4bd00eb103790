"""What several articles tell and one does not: claims, numbers, matters.

An omission is reported only where nothing near it stands, and never of an article that appeared
before the event. Nobody is said to have left anything out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings import figures, quantities
from variorum.collation.findings.claims import reading, too_early
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, each, quoted, sources
from variorum.collation.findings.tags import Tag
from variorum.model import Count, Message, Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence
    from variorum.model import Figure, Reading, Words

NOWHERE = 0.27
"""An article none of whose sentences is so much like the claim does not tell it."""
PLACES = frozenset({"GPE", "FAC"})
NAMED = frozenset({"LOC", "GPE", "ORG", "EVENT", "FAC"})
BESIDE = 2
"""What stands so few sentences on goes on with what was told."""
LEAST = 5
"""A sentence with fewer telling words is no claim."""


def find(context: Context) -> Iterator[Draft]:
    """Claims, single numbers, quantities, matters."""
    yield from _omissions(context)
    yield from _figures_missing(context)
    yield from _numbers_missing(context)
    yield from _matters_missing(context)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A claim that some articles make and others don't."""

    fullest: Sentence
    first: Mapping[str, Sentence]
    """Of each article that makes it, the first sentence."""
    absent: tuple[str, ...]

    def goes_on(self, after: _Gap) -> bool:
        """Whether it follows another one wherever that is told, and lacks where that does."""
        return (
            self.absent == after.absent and self.first.keys() == after.first.keys()
            and all(0 < s.number - after.first[a].number <= BESIDE for a, s in self.first.items())
        )  # fmt: skip


def _omissions(context: Context) -> Iterator[Draft]:
    """Claims, those that follow each other in all articles that make them as one."""
    order = context.material.order
    run: list[_Gap] = []
    for gap in sorted(
        _gaps(context), key=lambda g: min((order[a], s.number) for a, s in g.first.items())
    ):
        if run and not gap.goes_on(run[-1]):
            yield _of_run(context, run)
            run = []
        run.append(gap)
    if run:
        yield _of_run(context, run)


def _gaps(context: Context) -> Iterator[_Gap]:
    material = context.material
    total = len(material.texts)
    for cluster in context.clusters:
        sentences = [context.alignment.sentences[key] for key in cluster]
        telling = {s.article for s in sentences}
        if len(telling) < 2 or len(telling) * 2 < total or total < 3:
            continue
        fullest = max(sentences, key=lambda s: (len(s.lemmas), -material.order[s.article]))
        if len(fullest.lemmas) < LEAST:
            continue
        absent = tuple(
            a
            for a in material.texts
            if a not in telling
            and not _near(context, a, sentences)
            and not any(too_early(context, a, s) for s in sentences)
        )
        if absent:
            yield _Gap(fullest, {s.article: s for s in reversed(sentences)}, absent)


def _of_run(context: Context, run: list[_Gap]) -> Draft:
    material = context.material
    each_one = [material.in_order(reading(context, s) for s in g.first.values()) for g in run]
    readings = material.in_order(r for one in each_one for r in one)
    telling, fullest = run[0].first.keys(), run[0].fullest
    most = len(telling) * 2 > len(material.texts)
    return Draft(
        "omission", readings,
        _missing(context, readings, list(run[0].absent), quoted(_short(context, fullest), 16)),
        Message.of("some: ground"), 0.6,
        tags=frozenset({Tag.MOST if most else Tag.HALF}),
        weight=len(telling) + len(fullest.actors) / 10, absent=run[0].absent,
        actors=tuple(sorted(fullest.actors)), merged=tuple(each_one),
    )  # fmt: skip


def _missing(
    context: Context, readings: tuple[Reading, ...], absent: list[str], words: Words
) -> Message:  # fmt: skip
    telling = list(dict.fromkeys(r.article for r in readings))
    who, gap = sources(context.material, telling), sources(context.material, absent)
    if len(absent) == 1 and len(telling) > 2 and len(telling) + 1 == len(context.material.texts):
        return Message.of("some: all but one", absent=gap, words=words)
    if len(telling) == 2:
        return Message.of("some: both", sources=who, words=words, absent=gap)
    return Message.of(
        "some: so many", count=Count(len(telling)), sources=who, words=words, absent=gap
    )


def _short(context: Context, sentence: Sentence) -> str:
    return context.material.texts[sentence.article].article.text[sentence.start : sentence.end]


def _near(context: Context, article: str, sentences: list[Sentence]) -> bool:
    """Whether an article has a sentence near a claim, or most of the claim's rarer words."""
    for s in sentences:
        for score, key in context.alignment.near.get(s.key, ()):
            if key[0] == article and score >= NOWHERE:
                return True
    if context.told.told_in(article, sentences):
        return True
    words = {w.lemma for w in context.material.texts[article].words if w.content}
    shared = frozenset.intersection(*(s.lemmas for s in sentences[:3]))
    return len(shared) > 1 and len(shared & words) > 0.8 * len(shared)


def _figures_missing(context: Context) -> Iterator[Draft]:
    """A number that several articles give, for the same thing, and others do not."""
    material = context.material
    given: defaultdict[tuple[str, float], dict[str, Figure]] = defaultdict(dict)
    counted: defaultdict[str, set[str]] = defaultdict(set)
    for id_, text in material.texts.items():
        for figure in text.figures:
            value = figure.low if figure.low is not None else figure.high
            if value is None or not text.sentence_at(figure.start):
                continue
            thing = (figure.of or figure.unit or "").lower().split()[-1:]
            counted[id_].add(str(value))
            if value >= 1000:
                given[thing[0] if thing else "", value].setdefault(id_, figure)
    by_value: defaultdict[float, dict[str, Figure]] = defaultdict(dict)
    for (_, value), holders in given.items():
        by_value[value].update(holders)
    for value, holders in sorted(by_value.items()):
        absent = [a for a in material.texts if a not in holders and str(value) not in counted[a]]
        if (
            context.origins(set(holders)) < 2
            or len(holders) * 2 < len(material.texts)
            or not absent
        ):
            continue
        sentences = [s for a, f in holders.items()
                     if (s := material.texts[a].sentence_at(f.start)) is not None]  # fmt: skip
        common = frozenset.intersection(*(s.actors for s in sentences)) or frozenset.intersection(
            *(s.lemmas for s in sentences)
        )
        if not common or any(_bigger_near(context, a, value, holders) for a in absent):
            continue
        absent = [a for a in absent if not any(too_early(context, a, s) for s in sentences)]
        if not absent:
            continue
        readings = material.in_order(
            material.texts[a].reading(f.start, f.end) for a, f in holders.items()
        )
        yield Draft(
            "omission", readings,
            Message.of(
                "some: no such number", words=quoted(readings[0].exact),
                sources=sources(material, holders), absent=sources(material, absent),
            ),
            Message.of("some: no such number, ground"), 0.75,
            tags=frozenset({Tag.FIGURE}), weight=5, absent=tuple(absent), about=str(value),
        )  # fmt: skip


def _numbers_missing(context: Context) -> Iterator[Draft]:
    """A quantity that half of the articles or more put a number on, and others none."""
    material = context.material
    for group in figures.groups(context):
        telling = {q.article for q in group}
        if len(telling) < 3 or len(telling) * 2 < len(material.texts):
            continue
        if context.origins(telling) < 2 or min(q.low for q in group) < figures.BIG:
            continue
        absent = [
            a
            for a in material.texts
            if a not in telling
            and not quantities.counts(context, a, group[0].counted)
            and not _gives(context, a, {q.figure.low for q in group})
            and not any(too_early(context, a, q.sentence) for q in group)
        ]
        if not absent:
            continue
        readings = material.in_order(material.texts[q.article].reading(*q.span) for q in group)
        yield Draft(
            "omission", readings,
            Message.of(
                "some: no number", told=each(material, ((r.article, r.exact) for r in readings)),
                count=Count(len(telling)), counted=Name(group[0].counted),
                absent=sources(material, absent),
            ),
            Message.of("some: no number, ground"), 0.7,
            tags=frozenset({Tag.FIGURE}), weight=4, absent=tuple(absent), about=group[0].counted,
        )  # fmt: skip


def _gives(context: Context, article: str, values: set[float | None]) -> bool:
    """Whether an article has one of some numbers, of whatever it may count there."""
    return any(f.low in values for f in context.material.texts[article].figures)


def _matters_missing(context: Context) -> Iterator[Draft]:
    """A matter most articles come to, by a name or a noun of related sentences, and some do not."""
    material = context.material
    total = len(material.texts)
    if total < 3:
        return
    linked: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for score, one, other in context.alignment.pairs(0.0):
        if context.copies(one.article, other.article):
            continue
        told = one.matter & other.matter if score >= NOWHERE else frozenset()
        for key in (one.actors & other.actors) | told:
            linked[key] |= {one.key, other.key}
    # Of a place that is seldom named, every sentence is on the same matter.
    for sentence in context.alignment.sentences.values():
        for actor in sentence.actors & context.rare:
            if actor in material.actors and material.actors[actor].label in PLACES:
                linked[actor].add(sentence.key)
    held = {
        a: {w.lemma for w in text.words}
        | {actor for s in text.sentences for actor in s.actors}
        | {e.metonym_for or e.actor or "" for e in text.entities}
        for a, text in material.texts.items()
    }
    plain = {a: text.article.text.casefold() for a, text in material.texts.items()}
    for key in sorted(linked):
        first: dict[str, Sentence] = {}
        sentences = [context.alignment.sentences[at] for at in linked[key]]
        for sentence in sorted(sentences, key=lambda s: _first_named(context, key, s)):
            if sentence.kind != "caption":
                first.setdefault(sentence.article, sentence)
        # A name that was taken for nobody's is printed all the same.
        name = material.actors[key].name.casefold() if key in material.actors else None
        absent = [
            a for a in material.texts
            if key not in held[a] and (name is None or name not in plain[a])
        ]  # fmt: skip
        if len(first) < 3 or len(first) * 2 < total or not absent:
            continue
        label = material.actors[key].label if key in material.actors else ""
        if not _is_matter(context, key, label, first):
            continue
        absent = [
            a
            for a in absent
            if not any(too_early(context, a, s) for s in first.values())
            and (label or not _near(context, a, list(first.values())))
        ]
        if not absent or context.origins(set(first)) < 3:
            continue
        readings = material.in_order(reading(context, s) for s in first.values())
        matter = called(material, key) if label else quoted(key)
        yield Draft(
            "omission", readings,
            Message.of(
                "some: come to", sources=sources(material, first), matter=matter,
                absent=sources(material, absent),
            ),
            Message.of("some: come to, ground"), 0.55,
            tags=frozenset({Tag.MOST if label in NAMED else Tag.HALF}),
            weight=len(first), absent=tuple(absent), about=key,
            actors=(key,) if label else (),
        )  # fmt: skip


def _first_named(context: Context, key: str, sentence: Sentence) -> tuple[int, bool, int]:
    """Sorts an article's sentences on a matter: those that name it, then those that refer to it."""
    text = context.material.texts[sentence.article]
    refers = key in context.material.actors and not any(
        e.actor == key and sentence.start <= e.start < sentence.end for e in text.entities
    )
    return context.material.order[sentence.article], refers, sentence.number


def _is_matter(context: Context, key: str, label: str, first: dict[str, Sentence]) -> bool:
    """Whether a name or noun is a matter of its own: no country, and a noun only if rare."""
    if label in ("PER", "ORG", "EVENT", "LOC", "FAC"):
        return True
    sentences = [s for s in context.material.sentences() if key in s.actors or key in s.matter]
    if label == "GPE":
        return len(sentences) <= 2 * len(first)
    nouns = any(
        t.lemma_.lower() == key and t.pos_ == "NOUN" for s in first.values() for t in s.tokens
    )
    parts = any(
        w.lemma == key and context.material.texts[s.article].article.text[w.start - 1] == "-"
        for s in first.values()
        for w in context.material.texts[s.article].words[s.first : s.last]
        if w.start
    )
    return nouns and not parts and len(key) > 5 and len(sentences) <= 2 * len(first)


def _bigger_near(context: Context, article: str, value: float, holders: dict[str, Figure]) -> bool:
    """Whether an article counts the same thing with another value."""
    things = {(f.of or "").lower().split()[-1] for f in holders.values() if f.of}
    return any(
        f.of and f.of.lower().split()[-1] in things and (f.low or f.high or 0) * 12 >= value
        for f in context.material.texts[article].figures
    )
