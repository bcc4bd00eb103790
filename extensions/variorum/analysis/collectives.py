"""What "it", "its", "they" and "their" stand for, where that is a state, a body or a people.

The verbs above the pronoun are asked for their subjects, the nearest first. Another noun that the
pronoun could mean ends the search, unless what the pronoun does, or has, says that it is no thing
("it invaded", "its allies").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.clauses import (
    OBJECTS,
    SUBJECTS,
    WIDEST,
    doer,
    is_subject,
    meant,
    subject,
    together,
    verbs_above,
)
from variorum.analysis.entities.words import is_role_head
from variorum.analysis.expletives import is_empty
from variorum.analysis.salience import Named, between, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from variorum.analysis.salience import Memory

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "theirs", "them", "themselves"})

_THINGS = frozenset({"ORG", "GPE", "LOC", "EVENT", "PRODUCT", "WORK", "FAC"})
"""Labels of what "it" can be."""

Found = tuple[Named, str]


def collective(
    token: Token,
    resolved: Mapping[int, Named],
    quoted: Sequence[bool],
    memory: Memory,
) -> Found | None:
    """Whom a pronoun of :data:`SINGULAR` or :data:`PLURAL` means, and the rule that says so.

    *memory* is what the sentences before leave on the mind.
    """
    if token.lower_ in SINGULAR and is_empty(token):
        return None
    if token.lower_ == "themselves" and token.nbor(-1).pos_ == "NOUN":
        return None  # "the voters themselves"
    found = _Search(token, resolved, quoted, memory).find()
    if found is not None and quoted[token.i] and not quoted[found[0].first]:
        return None
    return found


class _Search:
    """The search for one pronoun."""

    def __init__(
        self,
        token: Token,
        resolved: Mapping[int, Named],
        quoted: Sequence[bool],
        memory: Memory,
    ) -> None:
        self.token = token
        self.resolved = resolved
        self.previous = None if quoted[token.i] else memory.subject
        self.defined = memory.defined
        self.thing = memory.thing
        self.plural = token.lower_ in PLURAL
        self.acts = _acts(token)
        of = doer(token)
        named = meant(of, resolved) if of is not None else None
        self.barred = named.actor if named is not None else None
        """Who does what is done to the pronoun."""
        self.person = named is not None and named.label == "PER"
        """Whether a person is the subject of a clause above."""

    def find(self) -> Found | None:
        """The antecedent and its rule."""
        if (found := self._joined()) is not None:
            return found
        for depth, (verb, below) in enumerate(verbs_above(self.token)):
            found, ends = self._clause(verb, below, own=depth == 0)
            if found is not None or ends:
                return found
        return self._earlier()

    def _joined(self) -> Found | None:
        """ "X and its allies"."""
        i = self.token.i
        if self.plural or i < 2 or self.token.nbor(-1).lower_ != "and":
            return None
        named = self.resolved.get(i - 2)
        return (named, "and-its") if named is not None and self._fits(named) else None

    def _clause(self, verb: Token, below: Token, *, own: bool) -> tuple[Found | None, bool]:
        """What one verb above says, and whether the search ends with it."""
        of = subject(verb, besides=self.token)
        if of is None or of == below:
            return (None if own else self._object(verb, below)), False
        if of.i > self.token.i and not self._is_fronted(verb):
            return None, False
        if (found := self._subject(of, verb, own=own)) is not None:
            return found, True
        if own and self.token.dep_ in OBJECTS:
            return None, False
        if not own and (found := self._object(verb, below)) is not None:
            return found, True
        return None, self._competes(of)

    def _subject(self, of: Token, verb: Token, *, own: bool) -> Found | None:
        rule = "clause-subject" if own else "governing-subject"
        joint = together(of, self.resolved)
        if joint is not None:
            if not self.plural or not joint:
                return None
            return self._as(of, joint, rule)
        named = meant(of, self.resolved)
        if named is None:
            return None
        if named.label == "PER":
            self.person = True
            partner = _partner(verb, self.token, self.resolved) if self.plural else None
            if partner is not None and isinstance(named.actor, str) and partner != named.actor:
                return self._as(of, (named.actor, partner), "both-named")
        if self._is_body(named, of):
            return named, "body-they"
        if not self._fits(named) or named.actor == self.barred:
            return None
        if own and self._between(of, verb, named):
            return None
        return named, rule

    def _as(self, of: Token, actors: tuple[str, ...], rule: str) -> Found:
        return Named(of.i, of.i + 1, actors, "", subject=True, plural=True), rule

    def _object(self, verb: Token, below: Token) -> Found | None:
        """Whom a verb is done to: "she warned Examplia … if it attacks"."""
        if below.dep_ in ("conj", "xcomp") or (below.dep_ == "ccomp" and not self.acts):
            return None
        for c in verb.children:
            if c.i >= self.token.i or c == below or c.dep_ not in OBJECTS:
                continue
            named = self.resolved.get(c.i)
            if named is not None and self._fits(named) and not c.conjuncts:
                return named, "object"
        return None

    def _fits(self, named: Named) -> bool:
        if self.plural:
            return named.plural
        return not named.plural and named.label in _THINGS

    def _is_body(self, named: Named, of: Token) -> bool:
        """Whether "they" are a body's people: "Acme says they are looking"."""
        if not self.plural or named.plural or named.label != "ORG" or named.actor == self.barred:
            return False
        first = max(self.token.sent.start, self.token.i - WIDEST)
        return of.i < self.token.i and not any(
            t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "we") or t.dep_ == "conj"
            for t in self.token.doc[first : self.token.i]
        )

    def _between(self, of: Token, verb: Token, named: Named) -> bool:
        """Whether another body is the object of a clause, or what the pronoun belongs to."""
        for k in range(max(of.i + 1, self.token.i - WIDEST), self.token.i):
            other = self.resolved.get(k)
            if other is not None and other.label == "ORG" and other.actor != named.actor:
                at = self.token.doc[k]
                if (at.dep_ in OBJECTS and at.head == verb) or at.is_ancestor(self.token):
                    return True
        return False

    def _is_fronted(self, verb: Token) -> bool:
        """Whether a possessive precedes its sentence's subject: "In its answer, Examplia …"."""
        return self.token.dep_ == "poss" and verb.dep_ == "ROOT" and self.token.i < verb.i

    def _competes(self, of: Token) -> bool:
        """Whether a subject that names nobody could be what the pronoun means."""
        if of.i > self.token.i or self.token.is_ancestor(of) or of.is_ancestor(self.token):
            return False
        named = meant(of, self.resolved)
        if named is not None and (named.label == "PER" or named.plural != self.plural):
            return False
        if of.pos_ == "PRON":
            same = of.lower_ in (PLURAL if self.plural else SINGULAR)
            return same or (of.lower_ in ("this", "that", "which") and not self.acts)
        if self.plural:
            return of.tag_ in ("NNS", "NNPS") or bool(of.conjuncts)
        if of.tag_ in ("NNS", "NNPS") or of.conjuncts or is_role_head(of.lower_):
            return False
        return not self.acts

    def _earlier(self) -> Found | None:
        """A clause before in the sentence, or the sentence before."""
        token = self.token
        first = max(token.sent.start, token.i - WIDEST)
        before = between(self.resolved, first, token.i)
        if _is_attribution(token):
            before = []
        if not self.plural:
            before = [n for n in before if n.label != "PER"]
        fitting = [n for n in before if self._fits(n) and n.actor != self.barred]
        fitting = [n for n in fitting if not self._describes(n)]
        opens = is_subject(token) or (token.dep_ == "poss" and is_subject(token.head))
        subjects = [n for n in fitting if n.subject and not _is_told_aside(token.doc[n.last - 1])]
        if opens and subjects and fitting[-1] == subjects[-1]:
            return subjects[-1], "previous-subject"
        if token.dep_ != "poss":
            # "Examplia's plan … it" is the plan.
            fitting = [n for n in fitting if token.doc[n.last - 1].dep_ != "poss"]
        if len({n.actor for n in fitting}) == 1 and (self.acts or self._has_no_rival()):
            return fitting[-1], "only-named"
        previous = self.previous
        if previous is not None and previous.plural and not self.plural:
            return None
        acts = self.plural or self.acts or token.dep_ == "poss" or token.head.lemma_ == "have"
        acts = acts or self.defined or (self._is_only_subject() and not self.thing)
        if opens and acts and not before and not self.person and previous is not None:
            return (previous, "previous-subject") if self._fits(previous) else None
        return None

    def _describes(self, named: Named) -> bool:
        """Whether a pronoun belongs to what stands beside a name: "Acme, its rival"."""
        noun = self.token.head
        return noun.dep_ == "appos" and named.first <= noun.head.i < named.last

    def _has_no_rival(self) -> bool:
        """Whether no other thing of the sentence can be what an object or a possessive means."""
        if self.token.lower_ != "its" and (self.person or self.token.dep_ not in OBJECTS):
            return False
        first = max(self.token.sent.start, self.token.i - WIDEST)
        before = self.token.doc[first : self.token.i]
        return self.plural or not any(is_thing(t, self.resolved) for t in before)

    def _is_only_subject(self) -> bool:
        """Whether "it" is what a sentence tells of, and the one before told of a body or a work."""
        return is_subject(self.token) and self.token.sent.root in (
            self.token.head,
            self.token.head.head,
        )


def _is_told_aside(noun: Token) -> bool:
    """Whether a name is the subject of a relative clause: "the people whom Acme asked"."""
    return noun.head.dep_ in ("relcl", "acl")


def _is_attribution(token: Token) -> bool:
    """Whether a pronoun says what the sentence has told before: "…, they said"."""
    verb = token.head
    return is_subject(token) and any(c.dep_ == "ccomp" and c.i < token.i for c in verb.children)


def is_thing_done_to(token: Token, resolved: Mapping[int, Named]) -> bool:
    """Whether something is done to a thing without a name, that "it" can mean afterwards."""
    return token.dep_ in OBJECTS and is_thing(token, resolved)


def is_thing(token: Token, resolved: Mapping[int, Named]) -> bool:
    """Whether a noun is one thing without a name."""
    if token.tag_ != "NN" or token.i in resolved or is_role_head(token.lower_):
        return False
    return token.dep_ in SUBJECTS | OBJECTS or token.dep_ in ("pobj", "conj", "attr")


def _acts(token: Token) -> bool:
    """Whether a pronoun does what only someone does, or has what only a state or a body has."""
    if token.dep_ == "poss":
        return any(t.lower_ in words("agents", "have") for t in _compound(token.head))
    if not is_subject(token):
        return False
    verb = token.head
    chain = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "acomp"))]
    return any(v.lemma_.lower() in words("agents", "do") for v in chain)


def _compound(noun: Token) -> list[Token]:
    """A noun and the nouns before it that belong to it ("troop build-up")."""
    return [*(c for c in noun.lefts if c.dep_ == "compound"), noun]


def _partner(verb: Token, token: Token, resolved: Mapping[int, Named]) -> str | None:
    """The person with whom a verb's subject acts: "Ms Doe met with Mr Roe, and they …"."""
    for t in token.doc[max(verb.i, token.i - WIDEST) : token.i]:
        if t.lower_ == "with" and t.dep_ == "prep" and verb in (t.head, t.head.head):
            named = next((resolved[c.i] for c in t.children if c.i in resolved), None)
            if named is not None and named.label == "PER" and isinstance(named.actor, str):
                return named.actor
    return None
