"""Pronouns and noun phrases that stand for a named actor, where that can be told with precision.

Rules, in the order of :data:`CONFIDENCE`: relatives after a name; a clause's own subject for its
possessives; the subject of the clause or the sentence before, if nobody else fits; "the alliance"
for the body it always means; "the Examplian diplomat" for the one person who bears such a title.
What none of them settles stays unresolved and isn't given.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import roles
from variorum.analysis.clauses import is_subject, meant, subject, together
from variorum.analysis.collectives import is_thing_done_to
from variorum.analysis.described import described, gender_of, is_described
from variorum.analysis.mentions import by_block
from variorum.analysis.personal import GENDER
from variorum.analysis.phrases import noun_phrases, resolve_phrase
from variorum.analysis.pronouns import Reading, pronoun
from variorum.analysis.salience import Memory, Named, Persons, between, genders, words
from variorum.model import FOLDED, Actor, Entity, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from variorum.analysis.parse import ParsedArticle, ParsedBlock
    from variorum.model import Role

__all__ = ["find"]

CONFIDENCE = {
    "relative": 0.95,
    "signed": 0.95,
    "and-its": 0.9,
    "clause-subject": 0.89,
    "governing-subject": 0.89,
    "object": 0.85,
    "only-named": 0.8,
    "body-they": 0.8,
    "both-named": 0.8,
    "previous-subject": 0.89,
    "told-gender": 0.89,
    "only-of-gender": 0.89,
    "in-quotation": 0.89,
    "pair": 0.8,
    "only-person": 0.89,
    "body": 0.95,
    "country": 0.7,
    "government": 0.9,
    "title": 0.85,
    "counterpart": 0.85,
    "both": 0.8,
    "kind": 0.6,
}
"""The rules and how often each is right. Those of "he" and "she", none of which has fifty places
by itself, were right in 73 of 83 places in GUM's news and interviews and in 22 of 23 read by hand;
the others are as read in the bundled story and in seventy public articles."""

UNMEASURED = 0.8
"""How sure a rule of an extension is, of which nothing was measured."""
_QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})

Found = tuple[int, int, str | tuple[str, ...], str]
"""First and last token (half-open), actor, rule."""


def find(
    parsed: ParsedArticle,
    entities: Sequence[Entity],
    actors: Sequence[Actor],
    found: Sequence[Role],
) -> list[Reference]:
    """Find what stands for a named actor.

    *entities* are the article's, linked to *actors*; *found* are its roles
    (:func:`variorum.analysis.roles.find`), which tell who is meant by a title.
    """
    known = {a.id for a in actors}
    persons = Persons(genders(parsed, entities, found), found, entities)
    given: list[Reference] = []
    text = parsed.article.text
    for block, inside in by_block(parsed, entities):
        if block.block.kind in FOLDED:
            continue
        memory = persons.memory
        if block.block.kind == "headline":
            # A headline is read by itself, wherever it stands.
            persons.memory = Memory()
        described = roles.within(found, block.block.start, block.block.end)
        for first, last, actor, rule in _Block(block, inside, described, persons).read():
            start = block.block.start + block.doc[first].idx
            end = block.block.start + block.doc[last - 1].idx + len(block.doc[last - 1].text)
            if is_described(actor) or (isinstance(actor, str) and actor not in known):
                continue
            given.append(
                Reference(
                    id="",
                    start=start,
                    end=end,
                    exact=text[start:end],
                    by=rule,
                    confidence=CONFIDENCE.get(rule, UNMEASURED),
                    actor=actor,
                )
            )
        persons.memory = memory
    return sorted(given, key=lambda r: (r.start, r.end))


@dataclass(slots=True)
class _Block:
    """Reads one block, sentence by sentence, and remembers who was named."""

    block: ParsedBlock
    inside: Sequence[Entity]
    """The entities of the block."""
    described: Sequence[Role]
    """The roles of the block."""
    persons: Persons

    def read(self) -> Iterator[Found]:
        """All references of the block, sentence by sentence."""
        doc = self.block.doc
        named = _named(self.block, self.inside)
        resolved: dict[int, Named] = {i: n for n in named for i in range(n.first, n.last)}
        bearers = self._bearers()
        quoted = _quoted(doc)
        for i, signer in _signed(doc, named):
            resolved[i] = signer
            yield i, i + 1, signer.actor, "signed"
        for sent in doc.sents:
            self.persons.enter(between(resolved, sent.start, sent.end))
            yield from self._phrases(doc, sent, resolved, bearers)
            self._described(sent, resolved, bearers)
            yield from self._pronouns(sent, resolved, quoted, bearers)
            main = _main(sent, resolved)
            self.persons.leave(between(resolved, sent.start, sent.end), main)
            self.persons.memory.defined = sent.root.lemma_ == "be"
            self.persons.memory.thing = any(is_thing_done_to(t, resolved) for t in sent)

    def _bearers(self) -> dict[int, Named]:
        """For each token of a title or description, the person it is given to."""
        base, doc = self.block.block.start, self.block.doc
        found = {}
        for role in self.described:
            span = doc.char_span(role.start - base, role.end - base, alignment_mode="expand")
            if span is not None and role.actor:
                person = Named(span.start, span.end, role.actor, "PER", subject=False)
                found.update(dict.fromkeys(range(span.start, span.end), person))
        return found

    def _phrases(
        self, doc: Doc, sent: Span, resolved: dict[int, Named], bearers: dict[int, Named]
    ) -> Iterator[Found]:
        for phrase in noun_phrases(sent, resolved):
            if any(i in bearers for i in range(phrase.first, phrase.last)):
                continue
            if doc[phrase.last - 1].dep_ in ("attr", "appos"):
                continue  # what somebody is said to be: "Ms Doe is the envoy of …"
            here = self.block.block.start + doc[phrase.first].idx
            said = resolve_phrase(phrase, self.persons, here)
            if said is not None:
                actor, rule, label = said
                head = doc[phrase.last - 1]
                several = isinstance(actor, tuple)
                resolved[head.i] = Named(
                    phrase.first, phrase.last, actor, label, is_subject(head), several
                )
                yield phrase.first, phrase.last, actor, rule

    def _described(self, sent: Span, resolved: dict[int, Named], bearers: dict[int, Named]) -> None:
        """Those whom the sentence describes can be meant by its pronouns, too."""
        for who in described(sent, resolved, bearers):
            resolved[who.first] = who
            if gender := gender_of(str(who.actor)):
                self.persons.genders[str(who.actor)] = gender

    def _pronouns(
        self,
        sent: Span,
        resolved: dict[int, Named],
        quoted: Sequence[bool],
        bearers: dict[int, Named],
    ) -> Iterator[Found]:
        for token in sent:
            word = token.lower_
            if token.i in resolved or _addresses(token):
                continue
            found = pronoun(token, Reading(resolved, quoted, bearers, self.persons))
            if found is not None:
                who, rule = found
                if word in GENDER:
                    self.persons.learn(who, GENDER[word], rule)
                resolved[token.i] = Named(
                    token.i, token.i + 1, who.actor, who.label, is_subject(token), who.plural
                )
                yield token.i, token.i + 1, who.actor, rule


def _main(sent: Span, resolved: dict[int, Named]) -> Named | None:
    """Who the subject of a sentence is: one, or several together."""
    root = subject(sent.root)
    first = resolved.get(sent.start)
    if first is not None and first.subject and (root is None or root.i >= sent.root.i):
        return first
    if root is None:
        return None
    both = together(root, resolved)
    if both is None:
        one = meant(root, resolved)
        both = _each_other(sent.root, one, resolved) if one is not None else None
        if both is None:
            return one
    return Named(root.i, root.i + 1, both, "", subject=True, plural=True) if both else None


def _each_other(verb: Token, one: Named, resolved: dict[int, Named]) -> tuple[str, ...] | None:
    """Two who do something with each other: "Ann met Berta"."""
    if verb.lemma_ not in words("pairs", "together") or one.label != "PER" or one.plural:
        return None
    below = list(verb.children)
    below += [c for t in below if t.lower_ in ("with", "to") for c in t.children]
    others = {
        str(n.actor)
        for c in below
        if c.i > verb.i and (n := resolved.get(c.i)) is not None and n.label == "PER"
    } - {str(one.actor)}
    return (str(one.actor), *others) if len(others) == 1 else None


def _named(block: ParsedBlock, entities: Sequence[Entity]) -> list[Named]:
    base, doc = block.block.start, block.doc
    named = []
    for e in entities:
        if e.actor is None:
            continue
        span = doc.char_span(e.start - base, e.end - base, alignment_mode="expand")
        if span is not None:
            actor = e.metonym_for or e.actor
            several = e.label == "NORP" and span.root.tag_ in ("NNPS", "NNS")
            acts = is_subject(span.root) or _opens(span)
            named.append(Named(span.start, span.end, actor, e.label, acts, several))
    return named


def _opens(span: Span) -> bool:
    """Whether a name opens a sentence and its verb follows, whatever the parser makes of it."""
    if span.start != span.sent.start or span.end >= len(span.doc):
        return False
    return span.doc[span.end].tag_ in ("VBZ", "VBD", "VBP", "MD")


def _quoted(doc: Doc) -> list[bool]:
    """Whether each token stands within quotation marks, as far as the block tells."""
    inside = False
    found = []
    for token in doc:
        if token.text in _QUOTES:
            inside = token.text in ("“", "«", "„", "``") or (token.text == '"' and not inside)
        found.append(inside)
    return found


def _addresses(token: Token) -> bool:
    """Whether a possessive is part of a form of address: "His Highness"."""
    after = token.i + 1
    return after < len(token.doc) and token.doc[after].text in words("address", "nouns")


def _signed(doc: Doc, named: Sequence[Named]) -> Iterator[tuple[int, Named]]:
    """ "I" in a post that its author signs ("— Ann Doe (@anndoe)"), and "we" after "Ben and I"."""
    for name, account in itertools.pairwise(named):
        signs = name.first > 0 and doc[name.first - 1].text in ("—", "–", "-", "--")
        if signs and name.label == "PER" and doc[account.first].text.startswith("@"):
            several = None
            for token in doc[: name.first]:
                if token.lower_ in ("i", "me", "my", "mine", "myself"):
                    several = _with_me(token, name, named) or several
                    yield token.i, name
                elif several is not None and token.lower_ in ("we", "us", "our", "ours"):
                    yield token.i, several
            return


def _with_me(token: Token, me: Named, named: Sequence[Named]) -> Named | None:
    """ "Ben and I": both of them."""
    if token.i < 2 or token.nbor(-1).lower_ != "and":
        return None
    other = next((n for n in named if n.last == token.i - 1), None)
    if other is None or other.label != "PER":
        return None
    return Named(token.i, token.i + 1, (str(other.actor), str(me.actor)), "PER", False, True)
