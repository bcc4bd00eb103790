"""Frames from a sentence's parse: its verbs, and nouns that tell of an act."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from variorum.collation.frames import acts
from variorum.collation.frames.arguments import Arguments
from variorum.collation.frames.frame import NOBODY, Frame
from variorum.collation.frames.parsed import (
    JUDGING,
    WIDEST,
    behind,
    beside,
    has_subject,
    lemma_of,
    lent,
    near,
    own,
    passive,
    predicate,
    restricting,
    stays,
    telling_to,
)
from variorum.collation.frames.standing import denied, has_no, of_noun, standing
from variorum.remembering import again

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from variorum.collation.findings.material import Material, Sentence, Text
    from variorum.collation.frames.frame import Argument
    from variorum.model import DateRef

BEFALLING = ("against", "of", "on", "to", "for")
"""Prepositions before whom an act that a noun tells of befalls."""


def frames(material: Material) -> Iterator[Frame]:
    """The frames of a story's sentences, in order."""
    verbs = {
        acts.stem(t.lemma_.lower()): t.lemma_.lower()
        for s in material.sentences() for t in s.tokens if t.pos_ == "VERB"
    }  # fmt: skip
    for text in material.texts.values():
        about = text.article.story, text.article.id
        yield from again(about, _frames_of, text, verbs)


def _frames_of(text: Text, verbs: Mapping[str, str]) -> tuple[Frame, ...]:
    return tuple(f for s in text.sentences for f in _Clauses(text, s, verbs).frames())


class _Clauses:
    """The clauses of a sentence."""

    def __init__(self, text: Text, sentence: Sentence, verbs: Mapping[str, str]) -> None:
        self._arguments = Arguments(text, sentence)
        self._sentence = sentence
        self._verbs = verbs

    def frames(self) -> Iterator[Frame]:
        for token in self._sentence.tokens:
            if token.pos_ == "VERB" or (token.pos_ == "AUX" and predicate(token) is not None):
                yield self._of_verb(token)
                yield from self._of_nouns_under(token)
                yield from self._of_none(token)
                yield from self._of_decision(token)
            elif token.pos_ == "ADP" and (token.head.pos_ in ("NOUN", "AUX") or stays(token.head)):
                yield from self._of_state(token)
            elif token.pos_ == "NOUN" and not lent(token):
                yield from self._of_noun(token)

    def _of_verb(self, verb: Token) -> Frame:
        told = predicate(verb) or verb
        word = telling_to(told) or lemma_of(told)
        if told.pos_ == "NOUN":
            word = f"a {told.lemma_.lower()}"
        named = self._acts(told, word) | self._nominal(told)
        if passive(verb) and verb.lower_ in acts.opposite_words():
            named |= {verb.lower_}  # what was closed is closed
        agent = self._agent(verb)
        patient = self._patient(verb) if told == verb or verb.lemma_ in JUDGING else ()
        bearers = dict.fromkeys((verb, told, *(a.token for a in patient)))
        others = tuple(held for bearer in bearers for held in self._hanging(bearer))
        return self._frame(verb, word, named, agent, patient, others, verb)

    def _of_nouns_under(self, verb: Token) -> Iterator[Frame]:
        """A noun that tells of the act, under a verb that lends itself to it."""
        side = acts.light().get(lemma_of(verb))
        if side is None:
            return
        for child in near(verb):
            noun = child if child.dep_ in ("dobj", "nsubjpass") else behind(child, "on")
            named = self._nominal(noun) if noun is not None else NOBODY
            if noun is None or not named:
                continue
            below = (*self._hanging(verb), *self._hanging(noun))
            agent = self._agent(verb)
            if side == "of the subject":
                patient = agent
            else:
                patient = tuple(
                    a
                    for p, a in below
                    if p in BEFALLING and a.token != noun and not self._is_date(a.token)
                )
            yield self._frame(verb, noun.lemma_.lower(), named, agent, patient, tuple(below), noun)

    def _of_none(self, verb: Token) -> Iterator[Frame]:
        """An act that a noun tells of and a "no" denies: "no warning reached the village"."""
        for noun in near(verb):
            if noun.dep_ not in ("nsubj", "nsubjpass") or not has_no(noun):
                continue
            if named := self._nominal(noun):
                below = tuple(self._hanging(verb))
                patient = self._patient(verb) if not passive(verb) else ()
                reached = patient or tuple(a for p, a in below if p in ("to", "for"))
                yield self._frame(verb, noun.lemma_.lower(), named, (), reached, below, verb)

    def _of_decision(self, verb: Token) -> Iterator[Frame]:
        """What is decided: "to rule on the ban"."""
        prepositions = acts.deciding().get(verb.lemma_.lower())
        if prepositions is None:
            return
        others = tuple(self._hanging(verb))
        patient = tuple(a for p, a in others if p in prepositions and not self._is_date(a.token))
        if patient:
            yield self._frame(
                verb, "decide", frozenset({"decide"}), self._agent(verb), patient, others, verb
            )  # fmt: skip

    def _of_state(self, prep: Token) -> Iterator[Frame]:
        """A state that an act brings about: "the levy, in force since May"."""
        noun = behind(prep, prep.lower_)
        word = f"{prep.lower_} {noun.lower_}" if noun is not None else ""
        bearer = prep.head
        if bearer.pos_ in ("AUX", "VERB"):
            bearer = next((c for c in near(bearer) if c.dep_ == "nsubj"), bearer)
        if word in acts.acts() and bearer.pos_ in ("NOUN", "PROPN"):
            verb = prep.head if prep.head.pos_ in ("AUX", "VERB") else bearer
            yield self._frame(
                verb, word, acts.acts()[word], (), tuple(self._arguments.of(bearer)), (), bearer,
                bearer if verb is bearer else None,
            )  # fmt: skip

    def _of_noun(self, noun: Token) -> Iterator[Frame]:
        """A noun that tells of an act by itself: "the dismissal of Ann Doe"."""
        named = self._nominal(noun)
        if not named:
            return
        below = tuple(self._hanging(noun))
        owner = tuple(a for c in noun.children if c.dep_ == "poss" for a in self._arguments.of(c))
        patient = tuple(a for p, a in below if p in ("of", "against", "on"))
        agent = tuple(a for p, a in below if p == "by")
        verb = next(
            (v for v in itertools.islice(noun.ancestors, WIDEST) if v.pos_ in ("VERB", "AUX")), noun
        )
        yield self._frame(
            verb, noun.lemma_.lower(), named, agent or owner, patient or owner, below, noun, noun
        )  # fmt: skip

    def _frame(
        self, verb: Token, word: str, named: frozenset[str], agent: tuple[Argument, ...],
        patient: tuple[Argument, ...], others: tuple[tuple[str, Argument], ...], head: Token,
        of: Token | None = None,
    ) -> Frame:  # fmt: skip
        tokens = tuple(own(of or verb))
        return Frame(
            self._sentence, head, word, named, agent, patient, others,
            *((denied(verb), standing(verb)) if of is None else (has_no(of), of_noun(of, verb))),
            tuple(self._dates(tokens)), tokens, frozenset(restricting(tokens, patient)),
            of is not None,
        )  # fmt: skip

    def _acts(self, told: Token, word: str) -> frozenset[str]:
        found = acts.acts().get(word) or acts.acts().get(
            told.lemma_.lower() if " " not in word else word
        )
        for prep in told.children:
            noun = behind(prep, prep.lower_) if prep.dep_ == "prep" else None
            if noun is not None:
                lemma = told.lemma_.lower()
                act = acts.joined().get((lemma, prep.lower_, noun.lemma_.lower()))
                if act is not None:
                    return frozenset({act})
        return frozenset({word}) | (found or NOBODY)

    def _nominal(self, noun: Token) -> frozenset[str]:
        """The acts that a noun tells of."""
        if noun.pos_ != "NOUN":
            return NOBODY
        lemma = noun.lemma_.lower()
        known = acts.nouns().get(lemma)
        if known:
            return known
        verb = acts.made_from(lemma, self._verbs)
        return frozenset({verb}) | acts.acts().get(verb, NOBODY) if verb else NOBODY

    def _agent(self, verb: Token) -> tuple[Argument, ...]:
        found = [
            a for c in near(verb) if c.dep_ in ("nsubj", "agent")
            for token in [c if c.dep_ == "nsubj" else behind(c, "by")]
            if token is not None for a in self._arguments.of(token)
        ]  # fmt: skip
        if found or passive(verb):
            return tuple(found)
        return self._inherited(verb)

    def _inherited(self, verb: Token) -> tuple[Argument, ...]:
        """The doer that stands at the verb above; of an infinitive, its object before that."""
        above = verb.head
        if verb.dep_ == "pcomp":
            above = above.head  # "parted without agreeing"
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return tuple(self._arguments.of(above))
        if above.i == verb.i or above.pos_ not in ("VERB", "AUX"):
            return ()
        if verb.dep_ == "xcomp":
            own = [c for c in near(above) if c.dep_ == "dobj"]
            if own:
                return tuple(self._arguments.of(own[0]))
        if verb.dep_ in ("conj", "advcl", "pcomp") and has_subject(verb):
            return ()
        if verb.dep_ in ("xcomp", "conj", "advcl", "pcomp"):
            return self._agent(above) or self._passive_subject(above)
        return ()

    def _patient(self, verb: Token) -> tuple[Argument, ...]:
        if passive(verb):
            return self._passive_subject(verb)
        found = tuple(
            a for c in near(verb) if c.dep_ in ("dobj", "attr", "dative") or beside(c)
            for token in [behind(c, "to") or behind(c, c.lower_) if c.pos_ == "ADP" else c]
            if token is not None for a in self._arguments.of(token)
        )  # fmt: skip
        if found or not telling_to(verb):
            return found
        # "ordered the ship to leave": the parser takes the ship for who leaves.
        return tuple(
            a for c in near(verb) if c.dep_ == "ccomp" for own in near(c) if own.dep_ == "nsubj"
            for a in self._arguments.of(own)
        )  # fmt: skip

    def _passive_subject(self, verb: Token) -> tuple[Argument, ...]:
        own = [c for c in near(verb) if c.dep_ == "nsubjpass"]
        if own:
            return tuple(a for c in own for a in self._arguments.of(c))
        if verb.dep_ == "acl":
            return tuple(self._arguments.of(verb.head))
        if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
            return self._passive_subject(verb.head) or self._agent(verb.head)
        return ()

    def _hanging(self, head: Token) -> Iterator[tuple[str, Argument]]:
        """What hangs on a word by a preposition."""
        for child in near(head):
            noun = behind(child, child.lower_) if child.dep_ in ("prep", "dative") else None
            if noun is not None:
                for argument in self._arguments.of(noun):
                    yield child.lower_, argument

    def _is_date(self, token: Token) -> bool:
        at = self._sentence.offset + token.idx
        return any(d.start <= at < d.end for d in self._sentence.dates)

    def _dates(self, tokens: tuple[Token, ...]) -> Iterator[DateRef]:
        """The dates that stand in the clause's own words."""
        base = self._sentence.offset
        starts = {base + t.idx for t in tokens}
        for date in self._sentence.dates:
            if any(date.start <= at < date.end for at in starts):
                yield date
