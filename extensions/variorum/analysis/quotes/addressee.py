"""To whom something was said, through what, and when: the words beside the reporting verb."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from variorum.analysis.quotes import adjacent, astray, cues
from variorum.analysis.quotes.speaker import phrase
from variorum.analysis.quotes.tree import (
    Range,
    charge_of,
    child,
    children,
    extent,
    is_passive,
    trimmed,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Circumstances", "circumstances"]

_SAID_IN = frozenset({"in", "at", "on", "during", "via", "through", "by", "from"})
_TELLING = frozenset(
    {"tell", "assure", "inform", "notify", "remind", "warn", "advise", "brief", "ask", "urge",
     "promise", "beg", "order", "implore", "reassure", "caution", "instruct", "persuade",
     "convince", "answer", "e-mail", "email", "text", "write", "show", "give"}
)  # fmt: skip
_TALKING = frozenset({"speak", "talk"})
_GIVING = frozenset({"show", "give", "promise", "write", "answer"})
"""Verbs whose only object may be what is given and not who gets it."""
_POINTING = frozenset({"refer", "point", "allude"})
"""Verbs that have behind "to" what they are about."""
_HEARERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Token ranges of one block: whom the speaker addressed, the medium, when it was said."""

    addressee: Range | None = None
    medium: Range | None = None
    medium_name: str | None = None
    """The medium where a verb names it ("tweeted")."""
    when: Range | None = None


@dataclass(frozen=True, slots=True)
class _Media:
    occasions: frozenset[str]
    services: frozenset[str]
    outlets: frozenset[str]
    verbs: dict[str, str]


@functools.cache
def _media() -> _Media:
    data = tomllib.loads((files("variorum") / "data" / "media.toml").read_text(encoding="utf-8"))
    words = {
        key: frozenset(w.replace("~", " ").lower() for w in data[key].split())
        for key in ("occasions", "services", "outlets")
    }
    return _Media(**words, verbs=data["verbs"])


def circumstances(cue: Token) -> Circumstances:
    """What the words around a reporting word say of addressee, medium and time."""
    if cue.pos_ not in ("VERB", "AUX") or cue.lower_ == "according":
        return Circumstances()
    addressee = _addressee(cue)
    medium = _medium(cue)
    if medium is None and addressee is not None and addressee.lower_ in _media().outlets:
        medium = addressee
    name = _media().verbs.get(cue.lemma_.lower()) if medium is None else None
    when = _when(cue)
    return Circumstances(
        _hearer(cue, addressee) if addressee is not None else None,
        phrase(medium) if medium is not None else None,
        name,
        when,
    )


def _addressee(cue: Token) -> Token | None:
    if is_passive(cue):
        return None
    for talk in children(cue, "advcl"):
        if talk.tag_ == "VBG" and talk.lemma_ in _TALKING:
            to = next((p for p in children(talk, "prep") if p.lower_ in ("to", "with")), None)
            hearer = child(to, "pobj") if to is not None else None
            if hearer is not None:
                return hearer
    told = child(cue, "dative", "dobj")
    if told is not None and told.dep_ == "dative" and told.pos_ == "ADP":
        told = child(told, "pobj")
    if told is not None and cue.lemma_.lower() in _TELLING and _is_told(cue, told):
        return told
    for prep in children(cue, "prep", "dative"):
        if prep.lower_ == "to" and prep.i > cue.i and cue.lemma_ not in _POINTING:
            to = child(prep, "pobj")
            if to is not None and (to.ent_type_ in _HEARERS or to.pos_ == "PRON"):
                return to
    return None


def _hearer(cue: Token, head: Token) -> Range:
    """The words that name the hearer, without what they heard of."""
    start, end = phrase(head)
    told = astray.below_hearer(cue)
    ends = [end, *(of.i for of in charge_of(cue) if of.head.i == head.i)]
    end = min([*ends, told[0]] if told is not None and told[0] > start else ends)
    while end - 1 > start and head.doc[end - 1].is_quote:
        end -= 1  # 'told "Late Shelves"'
    return start, end


def is_relayed(cue: Token) -> bool:
    """Whether a paper only passes on what a sentence reports: "She said no, the daily reported"."""
    return _relaying(cue) is not None


def _relaying(cue: Token) -> Token | None:
    outlet = child(cue.head, "nsubj") if cue.dep_ == "ccomp" and cue.head.i > cue.i else None
    if outlet is None or outlet.lemma_.lower() not in _media().outlets:
        return None
    speaks = child(cue, "nsubj") is not None and child(cue, "ccomp") is not None
    return outlet if speaks and any("clause" in s.takes for s in cues.senses(cue)) else None


def _is_told(cue: Token, told: Token) -> bool:
    """Whether an object is one: in ``"…?" asked the mayor`` parsers take the speaker for it."""
    alone = told.dep_ == "dobj" and child(cue, "ccomp", "xcomp") is None
    if told.ent_type_ in _TIMES or (alone and cue.lemma_ in _GIVING):
        return False  # "promised Sunday to go", "promised money", "showed a lead"
    return told.i > cue.i and (child(cue, "nsubj") is not None or cue.dep_ != "ROOT")


def _medium(cue: Token) -> Token | None:
    media = _media()
    relaying = _relaying(cue)
    if relaying is not None:
        return relaying
    quoted = cue.head if cue.dep_ == "pcomp" and cue.head.dep_ == "prep" else None
    verbs = [cue]
    if quoted is not None and quoted.lower_ == "as":
        verbs.append(quoted.head)
        for verb in verbs:
            by = child(verb, "agent") or next(
                (p for p in children(verb, "prep") if p.lower_ == "by"), None
            )
            if by is not None and (outlet := child(by, "pobj")) is not None:
                return outlet
        quoting = child(quoted.head, "nsubj")
        if quoting is not None and quoting.lemma_.lower() in media.outlets:
            return quoting
    for prep in children(cue, "prep"):
        if prep.lower_ in _SAID_IN:
            noun = child(prep, "pobj")
            if noun is None:
                continue
            word = noun.lemma_.lower()
            if prep.lower_ in ("on", "via", "through") and noun.lower_ in media.services:
                return noun
            if word in media.occasions or noun.lower_ in media.occasions:
                return noun
    subject = child(cue, "nsubj")
    if subject is not None and subject.lemma_.lower() in media.occasions:
        return subject
    return None


def _when(cue: Token) -> Range | None:
    for c in cue.children:
        if c.dep_ == "npadvmod" and c.ent_type_ in _TIMES:
            return trimmed(cue.doc, extent(c))
        if c.dep_ == "prep" and c.lower_ in ("on", "in", "at", "after", "before", "during"):
            time = child(c, "pobj")
            if time is not None and time.ent_type_ in _TIMES:
                return trimmed(cue.doc, extent(c))
        if c.dep_ == "advmod" and c.ent_type_ in _TIMES:
            return c.i, c.i + 1
    for clause in children(cue, "ccomp"):
        day = adjacent.day_of_saying(cue, *extent(clause))
        if day is not None:
            return trimmed(cue.doc, day)
    return None
