"""What one article tells and another denies: one act that befalls one actor or thing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import (
    ANY_VERB,
    comparable,
    draft,
    firm,
    is_later,
    one_each,
    told_as_fact,
    words,
)
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames.acts import acts
from variorum.collation.frames.acts import words as acts_words
from variorum.collation.frames.frame import Standing
from variorum.model import Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context, Draft
    from variorum.collation.frames.frame import Frame

FEW = 5
"""A verb and a noun that more clauses have together tell of no single event."""
NONE = acts_words("none") | {"one"}  # of "no one"
ANY = frozenset({"anything", "anybody", "anyone", "any"})
COMPLEMENTS = frozenset({"xcomp", "ccomp"})


def find(context: Context) -> Iterator[Draft]:
    """One finding an act and whom it befalls, or a verb and a noun beside one actor."""
    seen: set[int] = set()
    for pairs in (*_of_one(context), *_of_one_noun(context), *_of_nobody(context)):
        places = {f.head.i for pair in pairs for f in pair}
        if pairs and not places & seen:
            seen |= places
            pairs.sort(key=lambda pair: -_in_common(*pair))
            yield _draft(context, one_each(d for d, _ in pairs), one_each(h for _, h in pairs))


def _in_common(one: Frame, other: Frame) -> int:
    """How much two clauses have in common: who takes part, and by which prepositions."""
    mine, theirs = ({p for p, _ in f.others} for f in (one, other))
    return len(one.keys & other.keys) + len(mine & theirs)


def _of_one(context: Context) -> Iterator[list[tuple[Frame, Frame]]]:
    """A denying and a holding clause on one act that befalls one actor or thing."""
    for act, key, told in context.matters.groups():
        denying = [f for f in told if _denies(f)]
        holding = [f for f in told if told_as_fact(f) and not f.nominal]
        # That there is no suspect is denied by whoever has one.
        there_is = act == "find" and len(told) <= FEW and not key.startswith("@")
        yield [
            (d, h) for d in denying for h in holding
            if _opposed(context, d, h) and (there_is or _of_same(d, h, key))
        ]  # fmt: skip


def _of_same(denying: Frame, holding: Frame, key: str) -> bool:
    """Whether two clauses have one doer, and enough in common."""
    told = bool(denying.patient) or denying.word in acts()
    return told and _by_one(denying, holding) and firm((denying, holding), key)


def _of_one_noun(context: Context) -> Iterator[list[tuple[Frame, Frame]]]:
    """The same by a noun of what the verb tells, beside one actor: the parser may miss the rest."""
    clauses: defaultdict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in context.matters.frames:
        if not frame.nominal and frame.word not in ANY_VERB:
            for noun in _below(frame.head):
                clauses[frame.word, noun].append(frame)
    for _, told in sorted(clauses.items(), key=lambda item: item[0]):
        if len(told) <= FEW:
            yield [
                (d, h) for d in told if _denies(d) for h in told
                if told_as_fact(h) and _opposed(context, d, h)
                and d.sentence.actors & h.sentence.actors
            ]  # fmt: skip


def _of_nobody(context: Context) -> Iterator[list[tuple[Frame, Frame]]]:
    """ "Nobody was hurt", "nothing was stolen": it denies the act whomever it befalls."""
    by_act: defaultdict[str, list[Frame]] = defaultdict(list)
    for frame in context.matters.frames:
        if not frame.nominal and frame.word not in ANY_VERB:
            for act in sorted(frame.acts):
                by_act[act].append(frame)
    for _, told in sorted(by_act.items()):
        denying = [f for f in told if _denies(f) and _of_all(f)] if len(told) <= FEW else []
        yield [
            (d, h) for d in denying for h in told
            if told_as_fact(h) and (h.patient or h.agent)
            and _opposed(context, d, h) and context.one_place(d.sentence, h.sentence)
        ]  # fmt: skip


def _of_all(frame: Frame) -> bool:
    """Whether a denial leaves out nobody and nothing, and says no more of what is denied."""
    against = (a for prep, a in frame.others if prep == "against")
    parties = {a.token.lower_ for a in (*frame.agent, *frame.patient, *against)}
    return (
        bool(parties) and parties <= NONE | ANY
        and not any(c.dep_ in COMPLEMENTS for c in frame.head.children)
    )  # fmt: skip


def _below(verb: Token) -> set[str]:
    """The nouns of what a verb tells."""
    return {t.lemma_.lower() for t in verb.subtree if t.pos_ == "NOUN" and t != verb}


def _denies(frame: Frame) -> bool:
    """Whether a clause tells that something isn't so; who doesn't answer is only silent."""
    return (
        frame.denied and not frame.nominal and frame.standing is Standing.DONE
        and "comment" not in frame.acts
    )  # fmt: skip


def _opposed(context: Context, denying: Frame, holding: Frame) -> bool:
    if not comparable(denying, holding) or is_later(context, holding, denying):
        return False
    if len({_tense(denying.head), _tense(holding.head)} - {""}) > 1 and "headline" not in (
        denying.sentence.kind, holding.sentence.kind
    ):  # fmt: skip
        return False
    if denying.restricted - {t.lemma_.lower() for t in holding.tokens}:
        return False  # what is denied may be only a part
    return _on_one_matter(denying.head, holding.head)


def _by_one(one: Frame, other: Frame) -> bool:
    """Whether one may do both, so far as both say who does it."""
    return not (one.agents and other.agents) or bool(one.agents & other.agents)


def _on_one_matter(one: Token, other: Token) -> bool:
    """Whether what two verbs are followed by ("agreed to hold talks") has a noun in common."""
    below = [
        {t.lemma_.lower() for c in verb.children if c.dep_ in COMPLEMENTS for t in c.subtree
         if t.pos_ in ("NOUN", "PROPN")}
        for verb in (one, other)
    ]  # fmt: skip
    return not all(below) or bool(below[0] & below[1])


def _tense(head: Token) -> str:
    """Whether a verb tells of what was or of what is; a perfect tells of both."""
    verb = head if head.pos_ in ("VERB", "AUX") else head.head
    if verb.tag_ in ("VBD", "VBN"):
        helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if helpers & {"has", "have", "'ve", "’ve"}:
            return ""
        return "is" if helpers & {"is", "are", "'s", "am"} and not helpers & {"been"} else "was"
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if (verb.tag_ == "VBG" and not helpers) or "to" in helpers:
        return ""
    return "was" if "did" in helpers or helpers & {"was", "were"} else "is"


def _draft(context: Context, denying: list[Frame], holding: list[Frame]) -> Draft:
    material = context.material
    hold, deny = holding[0], denying[0]
    return draft(
        context, "contradiction", (*holding, *denying),
        Message.of(
            "contradiction: denied",
            one=source(material, hold.article), mine=quoted(words(context, hold).exact, 20),
            other=source(material, deny.article), theirs=quoted(words(context, deny).exact, 20),
        ),
        Message.of("contradiction: denied, ground", act=Words(hold.word)), 0.8, Tag.POLARITY,
    )  # fmt: skip
