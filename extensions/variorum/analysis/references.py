"""Pronouns and noun phrases that stand for a named actor, where that can be told with precision.

The rules: relatives after a name or its title; a clause's own subject for its possessives; "it" for
the body that says so (:mod:`.neuter`); the subject of the sentence or of the one before for "he"
and "she", if nobody else fits; "the alliance" for the body it always means; "the Examplian
diplomat" for the one person who bears such a title. What none of them settles isn't given.
"""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import roles
from variorum.analysis.mentions import by_block
from variorum.analysis.neuter import NEUTRAL, neutral
from variorum.analysis.phrases import Phrase, noun_phrases, resolve_phrase
from variorum.analysis.salience import Named, Persons, genders, is_subject, named_between, words
from variorum.model import FOLDED, Actor, Entity, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from variorum.analysis.parse import ParsedArticle, ParsedBlock

__all__ = ["find"]

CONFIDENCE = {
    "relative": 0.9,
    "which": 0.75,
    "signed": 0.9,
    "and-its": 0.9,
    "reported-subject": 0.75,
    "clause-subject": 0.87,
    "governing-subject": 0.82,
    "previous-subject": 0.8,
    "only-person": 0.85,
    "body": 0.95,
    "title": 0.75,
    "counterpart": 0.85,
    "both": 0.8,
    "kind": 0.7,
}
"""The rules and how often each is right: of sixteen a rule read in newswire of many countries, and
of all in ten articles of foreign news; "signed", "both" and "counterpart" were too few to measure.
"""

GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
RELATIVES = frozenset({"who", "whom", "whose"})
COMMA = len(", ")
ROLE_REACH = 200
"""Characters of a title at most, where one is looked up by its end."""
_QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})

Found = tuple[int, int, str | tuple[str, ...], str]
"""First and last token (half-open), actor, rule."""


def find(
    parsed: ParsedArticle, entities: Sequence[Entity], actors: Sequence[Actor]
) -> list[Reference]:
    """Find what stands for a named actor; *entities* are the article's, linked to *actors*."""
    found = roles.find(parsed, entities)
    known = {a.id for a in actors}
    persons = Persons(genders(parsed, entities, found), found, entities)
    given: list[Reference] = []
    text = parsed.article.text
    for block, inside in by_block(parsed, entities):
        if block.block.kind in FOLDED or block.block.kind in ("headline", "subhead"):
            continue
        for first, last, actor, rule in _Block(block, inside, persons).read():
            start = block.block.start + block.doc[first].idx
            end = block.block.start + block.doc[last - 1].idx + len(block.doc[last - 1].text)
            if isinstance(actor, str) and actor not in known:
                continue
            given.append(
                Reference(
                    id="",
                    start=start,
                    end=end,
                    exact=text[start:end],
                    by=rule,
                    confidence=CONFIDENCE[rule],
                    actor=actor,
                )
            )
    return sorted(given, key=lambda r: (r.start, r.end))


@dataclass(slots=True)
class _Block:
    """Reads one block, sentence by sentence, and remembers who was named."""

    block: ParsedBlock
    inside: Sequence[Entity]
    """The entities of the block."""
    persons: Persons

    def read(self) -> Iterator[Found]:
        """All references of the block, in order."""
        doc = self.block.doc
        named = _named(self.block, self.inside)
        resolved: dict[int, Named] = {i: n for n in named for i in range(n.first, n.last)}
        quoted = _quoted(doc)
        for i, signer in _signed(doc, named):
            resolved[i] = signer
            yield i, i + 1, signer.actor, "signed"
        phrases = deque(noun_phrases(doc, resolved))
        for sent in doc.sents:
            self.persons.enter(named_between(resolved, sent.start, sent.end))
            yield from self._sentence(doc, sent, resolved, quoted, phrases)
            self.persons.leave(named_between(resolved, sent.start, sent.end))

    def _sentence(
        self,
        doc: Doc,
        sent: Span,
        resolved: dict[int, Named],
        quoted: Sequence[bool],
        phrases: deque[Phrase],
    ) -> Iterator[Found]:
        for token in sent:
            word = token.lower_
            while phrases and phrases[0].first <= token.i:
                yield from self._phrase(phrases.popleft(), resolved)
            if token.i in resolved or _addresses(token):
                continue
            if word in RELATIVES:
                who = _relative(token, resolved) or self._titled(token)
                rule = "relative"
            elif word in NEUTRAL:
                who, rule = neutral(token, resolved)
            elif word in GENDER:
                who, rule = self._pronoun(token, sent, resolved, quoted)
            else:
                continue
            if who is not None:
                resolved[token.i] = Named(
                    token.i, token.i + 1, who.actor, who.label, is_subject(token)
                )
                yield token.i, token.i + 1, who.actor, rule

    def _pronoun(
        self, token: Token, sent: Span, resolved: dict[int, Named], quoted: Sequence[bool]
    ) -> tuple[Named | None, str]:
        gender = GENDER[token.lower_]
        subjects = [s for s in _governing_subjects(token, resolved) if self.persons.fits(s, gender)]
        own = _own_subject(token, resolved)
        subjects = [s for s in subjects if own is None or s.actor != own]
        if quoted[token.i]:
            subjects = [s for s in subjects if quoted[s.first]]
        if subjects:
            possessive = token.dep_ == "poss"
            return subjects[0], "clause-subject" if possessive else "governing-subject"
        if quoted[token.i]:
            return None, ""
        earlier = [
            n
            for n in named_between(resolved, sent.start, token.i)
            if n.label == "PER" and not quoted[n.first]
        ]
        if _after_adjunct(token):
            earlier = [n for n in earlier if n.subject]
        return self.persons.antecedent(earlier, gender, own)

    def _titled(self, token: Token) -> Named | None:
        """Who bears the title right before a relative: "Ann Doe, the envoy who …"."""
        before = token.nbor(-1) if token.i else token
        end = self.block.block.start + before.idx + len(before)
        for role, _ in self.persons.titles(end, ROLE_REACH):
            if role.end == end and role.by == "apposition":
                return Named(token.i, token.i + 1, str(role.actor), "PER", False)
        return None

    def _phrase(self, phrase: Phrase, resolved: dict[int, Named]) -> Iterator[Found]:
        if self._apposed(phrase):
            return
        here = self.block.block.start + self.block.doc[phrase.first].idx
        said = resolve_phrase(phrase, self.persons, here)
        if said is not None:
            actor, rule = said
            head = phrase.last - 1
            if isinstance(actor, str):
                label = "PER" if phrase.personal else "ORG"
                subject = is_subject(self.block.doc[head])
                resolved[head] = Named(head, phrase.last, actor, label, subject)
            yield phrase.first, phrase.last, actor, rule

    def _apposed(self, phrase: Phrase) -> bool:
        """Whether a name right beside it says who is meant: "Ann Doe, the Examplian envoy"."""
        doc, base = self.block.doc, self.block.block.start
        start = base + doc[phrase.first].idx
        end = base + doc[phrase.last - 1].idx + len(doc[phrase.last - 1])
        before = phrase.first and doc[phrase.first - 1].text == ","
        after = phrase.last < len(doc) and doc[phrase.last].text == ","
        return phrase.personal and any(
            e.label == "PER"
            and ((before and start - e.end == COMMA) or (after and e.start - end == COMMA))
            for e in self.inside
        )


def _named(block: ParsedBlock, entities: Sequence[Entity]) -> list[Named]:
    base, doc = block.block.start, block.doc
    named = []
    for e in entities:
        if e.actor is None:
            continue
        span = doc.char_span(e.start - base, e.end - base, alignment_mode="expand")
        if span is not None:
            actor = e.metonym_for or e.actor
            named.append(Named(span.start, span.end, actor, e.label, is_subject(span.root)))
    return named


def _quoted(doc: Doc) -> list[bool]:
    """Whether each token stands within quotation marks, as far as the block tells."""
    inside = False
    found = []
    for token in doc:
        if token.text in _QUOTES:
            inside = token.text in ("“", "«", "„", "``") or (token.text == '"' and not inside)
        found.append(inside)
    return found


def _relative(token: Token, resolved: dict[int, Named]) -> Named | None:
    """The name right before the relative: "Mr Doe, who …"."""
    i = token.i - 1
    if i >= 0 and token.doc[i].text == ",":
        i -= 1
    named = resolved.get(i)
    return named if named is not None and named.label == "PER" else None


def _signed(doc: Doc, named: Sequence[Named]) -> Iterator[tuple[int, Named]]:
    """ "I" and "my" in a post that its author signs: "— Ann Doe (@anndoe)"."""
    for name, account in itertools.pairwise(named):
        signs = name.first > 0 and doc[name.first - 1].text in ("—", "–", "-", "--")
        if signs and name.label == "PER" and doc[account.first].text.startswith("@"):
            for token in doc[: name.first]:
                if token.lower_ in ("i", "me", "my", "mine", "myself"):
                    yield token.i, name
            return


def _addresses(token: Token) -> bool:
    """Whether a possessive is part of a form of address: "His Highness"."""
    after = token.i + 1
    return after < len(token.doc) and token.doc[after].text in words("address", "nouns")


def _after_adjunct(token: Token) -> bool:
    """Whether a pronoun opens the main clause: "In a letter to Ms Doe, she …" isn't Ms Doe."""
    return token.dep_ == "nsubj" and token.i > token.sent.start and token.nbor(-1).text == ","


def _governing_subjects(token: Token, resolved: dict[int, Named]) -> Iterator[Named]:
    """Persons that are subjects of the verbs above a pronoun, the nearest first."""
    other = token.i
    for verb in itertools.islice(token.ancestors, 20):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((c for c in verb.children if is_subject(c) and c.i != token.i), None)
        if subject is None:
            continue
        named = resolved.get(subject.i)
        if named is not None and named.label == "PER":
            nearer = _named_between(other, token.i, named, resolved)
            if subject.i < token.i and nearer is not None:
                yield nearer
                return
            if subject.i < token.i or _fronted(token, verb):
                yield named
        elif subject.pos_ == "PRON" and subject.i < token.i and token.dep_ != "poss":
            return
        else:
            other = min(other, subject.i)


def _own_subject(token: Token, resolved: dict[int, Named]) -> str | None:
    """Whom "him" and "her" cannot mean: the subject of the verb they are the object of."""
    if token.dep_ not in ("dobj", "dative", "iobj") or token.lower_.endswith("self"):
        return None
    subject = next((c for c in token.head.children if is_subject(c)), None)
    named = resolved.get(subject.i) if subject is not None else None
    return named.actor if named is not None else None


def _named_between(
    first: int, last: int, subject: Named, resolved: dict[int, Named]
) -> Named | None:
    """Whom else a clause with a subject of its own names before the pronoun, last."""
    inside = [resolved[k] for k in range(last - 1, first, -1) if k in resolved]
    return next((n for n in inside if n.label == "PER" and n.actor != subject.actor), None)


def _fronted(token: Token, verb: Token) -> bool:
    """Whether a pronoun stands before its sentence's subject: "Ahead of his visit, Mr Doe …"."""
    return token.dep_ == "poss" and verb.dep_ in ("ROOT", "conj", "ccomp") and token.i < verb.i
