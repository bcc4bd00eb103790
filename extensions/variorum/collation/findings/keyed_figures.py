"""Figures by what is told of them: how many died, how long, how strong; the turnout of a vote.

A figure's key is the act that what it counts takes part in, the noun that it is the value of, or
the noun that it measures. Figures of one key are compared over all articles, in whatever words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import ANY_VERB
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.quantities import (
    Quantity,
    disjoint,
    elsewhere,
    quantities,
)
from variorum.collation.findings.tags import Tag
from variorum.collation.findings.units import dimension
from variorum.collation.frames import acts
from variorum.collation.frames.frame import Frame
from variorum.collation.frames.things import same_things
from variorum.model import Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.model import DateRef

Key = tuple[str, ...]

BEFALLING = frozenset(
    ("die", "injure", "arrest", "charge", "evacuate", "destroy", "damage", "collapse", "free",
     "dismiss", "survive", "convict", "deploy", "flee")
)  # fmt: skip
"""Acts whose numbers news counts, so that two counts are of one event."""
DOING = frozenset({"gather", "sign"})
"""Acts of which those are counted who do them, …"""
COUNTED_AS = {"protesters": "gather", "signature": "sign"}
"""… by other names, too."""
WRECKING = frozenset({"destroy", "damage", "collapse"})
"""Acts whose numbers are one to a reader: what one report has destroyed another has damaged."""
WORDS_FOR_MANY = frozenset({"dozen", "hundred", "thousand", "million", "ten", "score", "number"})
SETTLED = frozenset({"city", "town", "village", "island", "country", "province", "state", "suburb"})
"""Places of which a report tells how many live there."""
PEOPLE = frozenset(
    ("people", "other", "dead", "injured", "victim", "worker", "employee", "passenger", "civilian",
     "villager", "miner", "child", "student", "tourist", "patient", "civilian", "local")
)  # fmt: skip
"""Nouns for those of whom a report counts how many were hurt."""
MEASURING = frozenset(
    ("be", "reach", "hit", "stand", "total", "amount", "measure", "rise", "fall", "exceed", "put",
     "estimate", "top", "come")
)  # fmt: skip
"""Verbs between a noun and its value: "turnout reached 90 percent"."""
ATTRIBUTE = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod", "quantmod", "advmod"})
APART = math.log(12)
"""Values so many times greater are of another event or another part of it."""
PRECISE = 1.5
"""Values of which none is told more precisely than so are words for many."""
ALIKE = 2
"""Distances are of one thing where their sentences have so many things in common."""
MANY = frozenset({"magnitude", "degree", "year-old", "story", "storey", "old"})
"""Measures of which a story has several, of as many things of one name."""
FROM = frozenset({"from", "off", "of", "outside"})
"""Prepositions before the place from which a distance is counted."""
OPEN = frozenset({"number", "total", "figure", "amount", "rate", "cost", "price", "value", "thing"})
"""Nouns that say nothing of what is counted."""


def find(context: Context) -> Iterator[Draft]:
    """One finding a key and an order of magnitude."""
    by_key: defaultdict[Key, list[Quantity]] = defaultdict(list)
    frames = parts(context)
    for quantity in quantities(context):
        for key in sorted(_keys(quantity, frames)):
            by_key[key].append(quantity)
    seen: set[frozenset[tuple[str, int]]] = set()
    for key, listed in sorted(by_key.items()):
        for group in _magnitudes(listed):
            told = _apart(context, key, list(_one_each(group)))
            places = frozenset((q.article, q.figure.start) for q in told)
            if len(told) > 1 and places not in seen:
                seen.add(places)
                yield _draft(context, key, told)


Parts = Mapping[tuple[str, int], Sequence[tuple[Frame, int, bool]]]


def told_of(quantity: Quantity, parts: Parts) -> frozenset[str]:
    """The acts in which what a figure counts takes part, but those that tell little."""
    own = {t.i for t in _tokens(quantity)}
    own |= {_counted(tokens).i for tokens in [_tokens(quantity)] if tokens}
    found = (f.acts for f, at, _ in parts.get(quantity.sentence.key, ()) if at in own)
    return frozenset(act for acts_ in found for act in acts_) - ANY_VERB


def parts(context: Context) -> Parts:
    """By sentence: the frames, the place of a noun that takes part, whether the act befalls it."""
    found: defaultdict[tuple[str, int], list[tuple[Frame, int, bool]]] = defaultdict(list)
    for frame in context.matters.frames:
        for befallen, arguments in ((True, frame.patient), (False, frame.agent)):
            for argument in arguments:
                found[frame.sentence.key].append((frame, argument.token.i, befallen))
    return found


def _keys(quantity: Quantity, frames: Parts) -> Iterator[Key]:
    tokens = _tokens(quantity)
    if not tokens:
        return
    noun = _counted(tokens)
    own = {t.i for t in tokens} | {noun.i}
    counted = _class(quantity, noun)
    acted = False
    for frame, at, befallen in frames.get(quantity.sentence.key, ()):
        if at not in own or frame.denied:
            continue
        if quantity.figure.unit == "%" and quantity.figure.of:
            yield from (("share", quantity.figure.of, k) for k in _holders(frame))
        for act in sorted(frame.acts & (BEFALLING | DOING)):
            if act in DOING and not befallen:
                acted = True
                yield ("act", act, "people", _year(frame.dates))
            elif act in BEFALLING and (
                befallen or acts.affected(act) != "object" or not frame.patient
            ):
                acted = True
                told = "destroy" if act in WRECKING else act
                yield ("act", told, counted, _year(frame.dates))
    if not acted and counted in COUNTED_AS:
        yield ("act", COUNTED_AS[counted], "people", _year(quantity.sentence.dates))
    if _lives(tokens, noun):
        yield ("population", "inhabitants", "")
    year = _year(quantity.sentence.dates)
    yield from _values(quantity, noun, year)
    if dimension(quantity.figure.unit) == "length":
        yield from _distance(quantity, noun)


def _lives(tokens: list[Token], noun: Token) -> bool:
    """Whether it is told how many live somewhere: "a city of", "home to", "population"."""
    near = noun.doc[max(0, tokens[0].i - 3) : tokens[0].i]
    if any(t.lower_ == "population" for t in near):
        return True
    of = noun.head
    return of.pos_ == "ADP" and (
        (of.lower_ == "of" and of.head.lemma_.lower() in SETTLED)
        or (of.lower_ == "to" and of.head.lower_ == "home")
    )


def _holders(frame: Frame) -> list[str]:
    """The names of those who may have a share."""
    parties = (*frame.agent, *frame.patient)
    return sorted({a.token.lower_ for a in parties if a.token.pos_ == "PROPN"})


def _tokens(quantity: Quantity) -> list[Token]:
    base = quantity.sentence.offset
    start, end = quantity.span
    return [t for t in quantity.sentence.tokens if start <= base + t.idx < end]


def _counted(tokens: list[Token]) -> Token:
    """The noun that a figure counts, or its own last word."""
    at = tokens[-1]
    while at.dep_ in ("appos", "punct") and at.head in tokens:
        at = at.head  # "km / h" is a measure of kilometres to the parser
    while at.pos_ in ("NUM", "SYM", "ADJ") and at.dep_ in ATTRIBUTE and at.head.i > at.i:
        at = at.head
    if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head in tokens:
        return at.head.head
    return at


def _class(quantity: Quantity, noun: Token) -> str:
    """What is counted: people of any kind, or a thing."""
    word = same_things().get(noun.lemma_.lower(), noun.lemma_.lower())
    if word in WORDS_FOR_MANY:
        word = quantity.counted
    if (
        quantity.counted in PEOPLE
        or word in PEOPLE
        or word.endswith(("man", "woman"))
        or noun.pos_ in ("NUM", "SYM")
        or noun.like_num
    ):
        return "people"
    return word


def _values(quantity: Quantity, noun: Token, year: str) -> Iterator[Key]:
    """Keys of a figure that is the value of a noun, or measures one."""
    size = dimension(quantity.figure.unit)
    above = noun.head
    if (
        noun.dep_ in ATTRIBUTE
        and above.pos_ == "NOUN"
        and above.i > noun.i
        and (noun.lemma_.lower() not in MANY)
    ):
        yield ("measure", noun.lemma_.lower(), _thing(above), year)
    if noun.dep_ == "npadvmod" and above.pos_ == "ADJ":
        bearer = above.head
        if above.dep_ == "acomp":
            bearer = next((c for c in bearer.children if c.dep_ == "nsubj"), bearer)
        if bearer.pos_ == "NOUN" and above.lemma_.lower() not in MANY:
            yield ("value", _thing(bearer), above.lemma_.lower(), year)
    if size == "speed" and noun.dep_ == "pobj" and above.head.pos_ == "VERB":
        for child in above.head.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NOUN":
                yield ("speed", _thing(child), year)
    if noun.dep_ in ("pobj", "dobj", "attr", "npadvmod", "acomp"):
        verb = above.head if noun.dep_ == "pobj" else above
        if noun.dep_ == "pobj" and verb.pos_ == "NOUN" and above.lower_ == "of":
            yield ("value", _thing(verb), size, year)
        elif verb.lemma_.lower() in MEASURING:
            for child in verb.children:
                subject = child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NOUN"
                if subject and size and child.lemma_.lower() not in OPEN:
                    yield ("value", _thing(child), size, year)
                elif child.dep_ == "dobj" and size and noun.dep_ == "pobj" and above.lower_ == "at":
                    yield ("value", _thing(child), _of_what(child), size, year)


def _of_what(noun: Token) -> str:
    """What a noun's value is of, as far as it says: "the cost of the repair"."""
    below = (c for p in noun.children if p.lower_ == "of" for c in p.children)
    return next((_thing(c) for c in below), "")


def _thing(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    return same_things().get(lemma, lemma)


def _distance(quantity: Quantity, noun: Token) -> Iterator[Key]:
    """Keys of how far something is from a place."""
    near = (noun, *noun.children, noun.head)
    for prep in (*near, *(c for token in near for c in token.children)):
        if prep.pos_ == "ADP" and prep.lower_ in FROM and prep.i > noun.i:
            for place in prep.children:
                if place.dep_ == "pobj" and place.pos_ == "PROPN":
                    yield ("distance", place.lower_, "")


def _year(dates: Iterable[DateRef]) -> str:
    """The year, told as such, that something is dated to."""
    years = [d.value for d in dates if d.value and len(d.value) == 4 and d.value.isdigit()]
    return years[0] if years else ""


def _magnitudes(listed: list[Quantity]) -> Iterator[list[Quantity]]:
    """Figures of one order of magnitude together."""
    group: list[Quantity] = []
    for quantity in sorted(listed, key=lambda q: (q.low, q.article, q.figure.start)):
        if group and _log(quantity.low) - max(map(_greatest, group)) > APART:
            yield group
            group = []
        group.append(quantity)
    if group:
        yield group


def _log(value: float) -> float:
    return math.log(max(value, 1e-9))


def _greatest(quantity: Quantity) -> float:
    """The greatest that a figure says it may be, as a logarithm: "hundreds of thousands"."""
    return _log(quantity.low if quantity.figure.high is None else quantity.high)


def _one_each(group: list[Quantity]) -> Iterator[Quantity]:
    """Of each article the value that tells it from the others, as near to theirs as it has one."""
    by_article: defaultdict[str, list[Quantity]] = defaultdict(list)
    for quantity in group:
        by_article[quantity.article].append(quantity)
    usual = {
        q.low for q in group
        if 2 * len({o.article for o in group if o.low == q.low}) > len(by_article) > 2
    }  # fmt: skip
    middle = sorted(q.low for q in group if q.low not in usual or len(by_article) < 3) or [
        group[0].low
    ]
    median = middle[len(middle) // 2]
    for article in sorted(by_article):
        own = [q for q in by_article[article] if q.low not in usual] or by_article[article]
        yield min(own, key=lambda q: (abs(q.low - median), q.figure.start))


def _apart(context: Context, key: Key, told: list[Quantity]) -> list[Quantity]:
    """Those that another has otherwise, if two have."""
    kept = [q for q in told if not any(elsewhere(q, o) for o in told)]
    if key[0] == "measure":
        kept = [q for q in kept if not any(_of_others(context, q, o) for o in kept)]
    if key[0] == "population":
        kept = [
            q for q in kept if any(q.article != o.article and q.places & o.places for o in kept)
        ]
    if key[0] == "distance":
        kept = [q for q in kept if any(q.article != o.article and _near(q, o) for o in kept)]
    values = {(q.low, q.high) for q in kept}
    apart = any(disjoint(a, b) for a in kept for b in kept)
    return kept if len(values) > 1 and apart and any(map(_is_precise, kept)) else []


def _is_precise(quantity: Quantity) -> bool:
    """Whether a figure is told in digits, or within narrow bounds."""
    digits = any(c.isdigit() for c in quantity.figure.exact or "")
    return digits or quantity.high <= PRECISE * quantity.low


def _of_others(context: Context, one: Quantity, other: Quantity) -> bool:
    """Whether two sentences are of two persons."""
    actors = context.material.actors
    mine, theirs = (
        {a for a in q.sentence.actors if a in actors and actors[a].label == "PER"}
        for q in (one, other)
    )  # fmt: skip
    return bool(mine and theirs and not mine & theirs)


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether two sentences have things in common."""
    return len(one.sentence.matter & other.sentence.matter - {one.counted}) >= ALIKE


def _tags(key: Key) -> frozenset[Tag]:
    """How many live somewhere is no news."""
    return frozenset({Tag.PRECISION} if key[0] == "population" else {Tag.KEYED, Tag.CONFLICT})


def _draft(context: Context, key: Key, told: Iterable[Quantity]) -> Draft:
    material = context.material
    listed = list(told)
    readings = material.in_order(material.texts[q.article].reading(*q.span) for q in listed)
    said = each(material, ((r.article, r.exact) for r in readings))
    return Draft(
        "figure", readings, Message.of("figure: keyed", told=said),
        Message.of("figure: keyed, ground", key=Words(key[1])), 0.86,
        tags=_tags(key), weight=len(listed), about=" ".join(key),
    )  # fmt: skip
