"""Pronouns and noun phrases that stand for a named actor, where that can be told with precision.

Rules, in the order of :data:`CONFIDENCE`: relatives after a name; a clause's own subject for its
possessives; the subject of the sentence or of the one before for "he" and "she", if nobody else
fits; "the alliance" for the body it always means; "the Examplian diplomat" for the one person who
bears such a title. What none of them settles stays unresolved and isn't given.
"""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import roles
from variorum.analysis.phrases import Phrase, noun_phrases, resolve_phrase
from variorum.analysis.salience import Named, Persons, genders
from variorum.model import FOLDED, Actor, Entity, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from variorum.analysis.parse import ParsedArticle, ParsedBlock

__all__ = ["find"]

CONFIDENCE = {
    "relative": 0.95,
    "signed": 0.95,
    "and-its": 0.9,
    "clause-subject": 0.9,
    "governing-subject": 0.85,
    "previous-subject": 0.85,
    "only-person": 0.8,
    "body": 0.95,
    "title": 0.85,
    "counterpart": 0.85,
    "both": 0.8,
    "kind": 0.75,
}
"""The rules and how often each is right."""

GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
NEUTRAL = frozenset({"its", "itself"})
RELATIVES = frozenset({"who", "whom", "whose"})
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
    for block, inside in roles.by_block(parsed, entities):
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
            self.persons.enter(_between(resolved, sent.start, sent.end))
            yield from self._sentence(doc, sent, resolved, quoted)
            while phrases and phrases[0].first < sent.end:
                yield from self._phrase(phrases.popleft())
            self.persons.leave(_between(resolved, sent.start, sent.end))

    def _sentence(
        self, doc: Doc, sent: Span, resolved: dict[int, Named], quoted: Sequence[bool]
    ) -> Iterator[Found]:
        for token in sent:
            word = token.lower_
            if token.i in resolved:
                continue
            if word in RELATIVES:
                who = _relative(token, resolved)
                rule = "relative"
            elif word in NEUTRAL:
                who, rule = _neutral(token, resolved)
            elif word in GENDER:
                who, rule = self._pronoun(token, sent, resolved, quoted)
            else:
                continue
            if who is not None:
                resolved[token.i] = Named(
                    token.i, token.i + 1, who.actor, who.label, _subject(token)
                )
                yield token.i, token.i + 1, who.actor, rule

    def _pronoun(
        self, token: Token, sent: Span, resolved: dict[int, Named], quoted: Sequence[bool]
    ) -> tuple[Named | None, str]:
        gender = GENDER[token.lower_]
        subjects = [s for s in _governing_subjects(token, resolved) if self.persons.fits(s, gender)]
        if quoted[token.i]:
            subjects = [s for s in subjects if quoted[s.first]]
        if subjects:
            possessive = token.dep_ == "poss"
            return subjects[0], "clause-subject" if possessive else "governing-subject"
        if quoted[token.i]:
            return None, ""
        earlier = [
            n
            for n in _between(resolved, sent.start, token.i)
            if n.label == "PER" and not quoted[n.first]
        ]
        if _after_adjunct(token):
            earlier = [n for n in earlier if n.subject]
        return self.persons.antecedent(earlier, gender)

    def _phrase(self, phrase: Phrase) -> Iterator[Found]:
        here = self.block.block.start + self.block.doc[phrase.first].idx
        said = resolve_phrase(phrase, self.persons, here)
        if said is not None:
            actor, rule = said
            yield phrase.first, phrase.last, actor, rule


def _between(resolved: dict[int, Named], first: int, last: int) -> list[Named]:
    """Who is named or meant from token *first* to *last*, in order, each mention once."""
    return list(dict.fromkeys(resolved[i] for i in range(first, last) if i in resolved))


def _named(block: ParsedBlock, entities: Sequence[Entity]) -> list[Named]:
    base, doc = block.block.start, block.doc
    named = []
    for e in entities:
        if e.actor is None:
            continue
        span = doc.char_span(e.start - base, e.end - base, alignment_mode="expand")
        if span is not None:
            actor = e.metonym_for or e.actor
            named.append(Named(span.start, span.end, actor, e.label, _subject(span.root)))
    return named


def _subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "agent")


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


def _neutral(token: Token, resolved: dict[int, Named]) -> tuple[Named | None, str]:
    """ "X and its allies", and the possessive of a clause whose subject is a name."""
    doc, i = token.doc, token.i
    named = resolved.get(i - 2) if i > 1 and doc[i - 1].lower_ == "and" else None
    if named is not None and named.label in ("ORG", "GPE"):
        return named, "and-its"
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None, ""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.i < i and (named := resolved.get(subject.i)) is not None:
        others = [n for n in _between(resolved, subject.i + 1, i) if n.actor != named.actor]
        if named.label in ("ORG", "GPE") and not any(n.label == "ORG" for n in others):
            return named, "clause-subject"
    return None, ""


def _after_adjunct(token: Token) -> bool:
    """Whether a pronoun opens the main clause: "In a letter to Ms Doe, she …" isn't Ms Doe."""
    return token.dep_ == "nsubj" and token.i > token.sent.start and token.nbor(-1).text == ","


def _governing_subjects(token: Token, resolved: dict[int, Named]) -> Iterator[Named]:
    """Persons that are subjects of the verbs above a pronoun, the nearest first."""
    other = token.i
    for verb in itertools.islice(token.ancestors, 20):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((c for c in verb.children if _subject(c) and c.i != token.i), None)
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


def _named_between(
    first: int, last: int, subject: Named, resolved: dict[int, Named]
) -> Named | None:
    """Whom else a clause with a subject of its own names before the pronoun, last."""
    inside = [resolved[k] for k in range(last - 1, first, -1) if k in resolved]
    return next((n for n in inside if n.label == "PER" and n.actor != subject.actor), None)


def _fronted(token: Token, verb: Token) -> bool:
    """Whether a pronoun stands before its sentence's subject: "Ahead of his visit, Mr Doe …"."""
    return token.dep_ == "poss" and verb.dep_ in ("ROOT", "conj", "ccomp") and token.i < verb.i
