"""What a figure is told of, whatever words tell it: its keys.

A key is the act that what is counted takes part in, the noun that a figure is the value of, or the
noun that it measures. A value hangs on a verb, an adjective or their noun alike: "fined 2 million",
"a fine of 2 million"; "52 metres deep", "a depth of 52 metres".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import ANY_VERB
from variorum.collation.findings.quantities import YEAR
from variorum.collation.findings.units import dimension
from variorum.collation.frames import acts
from variorum.collation.frames.frame import Frame
from variorum.collation.frames.things import same_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.quantities import Quantity
    from variorum.model import DateRef

Key = tuple[str, ...]
Parts = Mapping[tuple[str, int], Sequence[tuple[Frame, int, bool]]]

BEFALLING = frozenset(
    ("die", "injure", "arrest", "charge", "evacuate", "destroy", "damage", "collapse", "free",
     "dismiss", "survive", "convict", "deploy", "flee", "missing", "rescue", "displace", "trap",
     "infect", "hospitalise", "hospitalize")
)  # fmt: skip
"""Acts whose numbers news counts, so that two counts are of one event."""
DOING = frozenset({"gather", "sign"})
"""Acts of which those are counted who do them, …"""
COUNTED_AS = {"protesters": "gather", "signature": "sign"}
"""… by other names, too."""
WRECKING = frozenset({"destroy", "damage", "collapse"})
"""Acts whose numbers are one to a reader: what one report has destroyed another has damaged."""
UNCOUNTED = frozenset({"span", "month", "year", "money"})
"""What is measured and not counted, so that no act befalls so many."""
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
MANY = frozenset({"magnitude", "degree", "year-old", "story", "storey", "old"})
"""Measures of which a story has several, of as many things of one name."""
FROM = frozenset({"from", "off", "of", "outside"})
"""Prepositions before the place from which a distance is counted."""
OPEN = frozenset({"number", "total", "figure", "amount", "rate", "cost", "price", "value", "thing"})
"""Nouns that say nothing of what is counted."""
VALUED = {
    "deep": "depth", "below": "depth", "beneath": "depth", "under": "depth", "high": "height",
    "tall": "height", "long": "length", "wide": "width", "thick": "thickness",
}  # fmt: skip
"""Of a word that a measure stands before, the noun of what it measures."""
PRICING = {
    "cost": "cost", "costs": "cost", "costing": "cost", "fine": "fine", "fines": "fine",
    "fined": "fine",
}  # fmt: skip
"""Of a form of a verb whose object is a value (to the parser "fined" is of "fin"), the noun."""
HOLDING = frozenset({"lead", "stand", "poll", "get", "win", "have", "take", "receive", "trail"})
"""Verbs of who has a share, …"""
AMOUNTING = frozenset({"with", "at", "on"})
"""… and prepositions before how much; "by" tells a change."""


def parts(context: Context) -> Parts:
    """By sentence: the frames, the place of a noun that takes part, whether the act befalls it."""
    found: defaultdict[tuple[str, int], list[tuple[Frame, int, bool]]] = defaultdict(list)
    for frame in context.matters.frames:
        for befallen, arguments in ((True, frame.patient), (False, frame.agent)):
            for argument in arguments:
                found[frame.sentence.key].append((frame, argument.token.i, befallen))
    return found


def told_of(quantity: Quantity, parts: Parts) -> frozenset[str]:
    """The acts in which what a figure counts takes part, but those that tell little."""
    found = (frame.acts for frame, _ in _told(quantity, parts))
    return frozenset(act for acts_ in found for act in acts_) - ANY_VERB


def done_by(quantity: Quantity, parts: Parts) -> frozenset[str]:
    """Keys of the actors who do what befalls what a figure counts."""
    found = (frame.agents for frame, befallen in _told(quantity, parts) if befallen)
    return frozenset(key for keys_ in found for key in keys_ if key.startswith("@"))


def _told(quantity: Quantity, parts: Parts) -> Iterator[tuple[Frame, bool]]:
    """The frames in which what a figure counts takes part, and whether the act befalls it."""
    tokens = _tokens(quantity)
    own = {t.i for t in tokens} | {_counted(tokens).i for _ in tokens[:1]}
    for frame, at, befallen in parts.get(quantity.sentence.key, ()):
        if at in own:
            yield frame, befallen


def keys(quantity: Quantity, frames: Parts) -> Iterator[tuple[Key, str]]:
    """The keys of a figure, each with the year it is told of."""
    tokens = _tokens(quantity)
    if not tokens:
        return
    noun = _counted(tokens)
    counted = _class(quantity, noun)
    year = next(iter(sorted(quantity.years)), "")
    acted = False
    for frame, befallen in _told(quantity, frames):
        if frame.denied:
            continue
        if quantity.figure.unit == "%" and quantity.figure.of:
            yield from ((("share", quantity.figure.of, k), "") for k in _holders(frame))
        if dimension(quantity.figure.unit) in UNCOUNTED:
            continue  # "released 33 years of its accounts"
        for act in sorted(frame.acts & (BEFALLING | DOING)):
            if act in DOING and not befallen:
                acted = True
                yield ("act", act, "people"), _year(frame.dates)
            elif act in BEFALLING and (
                befallen or acts.affected(act) != "object" or not frame.patient
            ):
                acted = True
                told = "destroy" if act in WRECKING else act
                yield ("act", told, counted), _year(frame.dates)
    if not acted and counted in COUNTED_AS:
        yield ("act", COUNTED_AS[counted], "people"), year
    if _lives(tokens, noun):
        yield ("population", "inhabitants"), ""
    if quantity.figure.unit == "%":
        yield from ((("share", "", k), "") for k in _having(noun))
    for key in (*_measured(noun), *_values(quantity, noun)):
        yield key, year
    if dimension(quantity.figure.unit) == "length":
        yield from ((key, "") for key in _distance(noun))


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


def _having(noun: Token) -> Iterator[str]:
    """The names of those who have a share of what isn't said: "Doe stands at 44 percent"."""
    prep, verb = (noun.head, noun.head.head) if noun.dep_ == "pobj" else (None, noun.head)
    if verb.lemma_.lower() in HOLDING and (prep is None or prep.lower_ in AMOUNTING):
        for child in verb.children:
            if child.dep_ == "nsubj" and child.pos_ == "PROPN":
                yield child.lower_


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


def _measured(noun: Token) -> Iterator[Key]:
    """Keys of a figure that stands before what it measures: "48-page", "52 metres deep"."""
    above = noun.head
    lemma = above.lemma_.lower()
    measures = noun.lemma_.lower() not in MANY
    if noun.dep_ in ATTRIBUTE and above.pos_ == "NOUN" and above.i > noun.i and measures:
        yield ("measure", noun.lemma_.lower(), _thing(above))
    if noun.dep_ != "npadvmod":
        return
    if lemma in VALUED:
        yield ("value", VALUED[lemma], "length")
    if above.pos_ == "ADJ":
        bearer = above.head
        if above.dep_ == "acomp":
            bearer = next((c for c in bearer.children if c.dep_ == "nsubj"), bearer)
        if bearer.pos_ == "NOUN" and lemma not in MANY:
            yield ("value", _thing(bearer), lemma)


def _values(quantity: Quantity, noun: Token) -> Iterator[Key]:
    """Keys of a figure that is the value of a noun."""
    size = dimension(quantity.figure.unit)
    above = noun.head
    verb = above.head if noun.dep_ == "pobj" else above
    lemma = verb.lemma_.lower()
    if noun.dep_ not in ("pobj", "dobj", "attr", "npadvmod", "acomp", "oprd"):
        return
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NOUN"]
    price = PRICING.get(verb.lower_) if noun.dep_ in ("dobj", "oprd") else None
    if price is not None:
        bearers = [(_thing(c),) for c in subjects] if price in OPEN else [()]
        yield from (("value", price, *bearer, size) for bearer in bearers)
    if noun.dep_ == "pobj" and verb.pos_ == "NOUN" and above.lower_ == "of":
        yield ("value", _thing(verb), size)
    if size == "speed" and noun.dep_ == "pobj" and verb.pos_ == "VERB":
        yield from (("speed", _thing(subject)) for subject in subjects)
    if lemma not in MEASURING:
        return
    for subject in subjects:
        if subject.lemma_.lower() in OPEN and (of := _of_what(subject)):
            yield ("value", _thing(subject), of, size)
        elif subject.lemma_.lower() not in OPEN and size:
            yield ("value", _thing(subject), size)
    if noun.dep_ == "pobj" and above.lower_ == "at" and size:
        for child in verb.children:
            if child.dep_ == "dobj":
                yield ("value", _thing(child), _of_what(child), size)


def _of_what(noun: Token) -> str:
    """What a noun's value is of, as far as it says: "the cost of the repair"."""
    below = (c for p in noun.children if p.lower_ == "of" for c in p.children)
    return next((_thing(c) for c in below), "")


def _thing(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    return same_things().get(lemma, lemma)


def _distance(noun: Token) -> Iterator[Key]:
    """Keys of how far something is from a place."""
    near = (noun, *noun.children, noun.head)
    for prep in (*near, *(c for token in near for c in token.children)):
        if prep.pos_ == "ADP" and prep.lower_ in FROM and prep.i > noun.i:
            for place in prep.children:
                if place.dep_ == "pobj" and place.pos_ == "PROPN":
                    yield ("distance", place.lower_)


def _year(dates: Iterable[DateRef]) -> str:
    """The year, told as such, that something is dated to: "last year", "December 2003"."""
    for date in dates:
        value = date.value or ""
        if YEAR.fullmatch(value) or (YEAR.match(value) and value[:4] in (date.exact or "")):
            return value[:4]
    return ""
