"""Whom "he", "she" and a relative "who" or "which" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.clauses import OBJECTS, WIDEST, doer, is_subject, meant, subject, verbs_above
from variorum.analysis.entities.words import is_role_head
from variorum.analysis.salience import between, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from variorum.analysis.salience import Named, Persons

__all__ = ["GENDER", "RELATIVES", "personal", "relative"]

GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
RELATIVES = frozenset({"who", "whom", "whose", "which"})


def personal(
    token: Token, resolved: Mapping[int, Named], quoted: Sequence[bool], persons: Persons
) -> tuple[Named, str] | None:
    """Whom a pronoun of :data:`GENDER` means, and the rule that says so."""
    gender = GENDER[token.lower_]
    blamed = _blamed(token, resolved)
    if blamed is not None and persons.fits(blamed, gender):
        return blamed, "object"
    subjects = [s for s in _governing_subjects(token, resolved) if persons.fits(s, gender)]
    if quoted[token.i]:
        subjects = [s for s in subjects if quoted[s.first]]
    possessive = token.dep_ == "poss"
    if subjects and possessive and _is_beside_object(token, subjects[0], resolved, persons):
        return None
    if subjects:
        return subjects[0], "clause-subject" if possessive else "governing-subject"
    if possessive and (follows := _follows(token, resolved)) and persons.fits(follows, gender):
        return follows, "governing-subject"
    other = _doer(token, resolved)
    first = max(token.sent.start, token.i - WIDEST)
    if quoted[token.i]:
        return _in_quotation(token, gender, resolved, quoted, persons)
    earlier = [
        n
        for n in between(resolved, first, token.i)
        if n.label == "PER" and not quoted[n.first] and n.actor != other
    ]
    if _after_adjunct(token):
        earlier = [n for n in earlier if n.subject]
        other = other or _compared(token, resolved)
    return persons.antecedent(earlier, gender, other)


def _compared(token: Token, resolved: Mapping[int, Named]) -> str | tuple[str, ...] | None:
    """Whom the pronoun's subject is compared with: "Unlike Ann, she …"."""
    first = max(token.sent.start, token.i - WIDEST)
    for i in range(first, token.i - 1):
        if token.doc[i].lower_ in ("unlike", "like"):
            return next((resolved[k].actor for k in range(i + 1, token.i) if k in resolved), None)
    return None


def _is_beside_object(
    token: Token, who: Named, resolved: Mapping[int, Named], persons: Persons
) -> bool:
    """Whether whom it is done to may own as well: "Ann asked Berta about her letters"."""
    gender = GENDER[token.lower_]
    return any(
        n.actor != who.actor
        and persons.fits(n, gender)
        and any(token.doc[k].dep_ in OBJECTS for k in range(n.first, n.last))
        for n in between(resolved, who.last, token.i)
    )


def _in_quotation(
    token: Token,
    gender: str,
    resolved: Mapping[int, Named],
    quoted: Sequence[bool],
    persons: Persons,
) -> tuple[Named, str] | None:
    """The only person whom the quotation itself has named before its pronoun."""
    opening = token.i
    while opening and quoted[opening - 1] and token.i - opening < WIDEST:
        opening -= 1
    inside = [n for n in between(resolved, opening, token.i) if n.label == "PER"]
    fits = len({n.actor for n in inside}) == 1 and persons.fits(inside[-1], gender)
    return (inside[-1], "in-quotation") if fits else None


def _blamed(token: Token, resolved: Mapping[int, Named]) -> Named | None:
    """Whose deed a verb answers: "Ann fired Berta because she was late"."""
    clause = token.head
    if not is_subject(token) or clause.dep_ != "advcl":
        return None
    if clause.head.lemma_.lower() not in words("agents", "answer"):
        return None
    if not any(c.dep_ == "mark" and c.lower_ == "because" for c in clause.children):
        return None
    done_to = (c for c in clause.head.children if c.dep_ in OBJECTS and c.i < token.i)
    return next((resolved[c.i] for c in done_to if c.i in resolved), None)


def _after_adjunct(token: Token) -> bool:
    """Whether a pronoun opens the main clause: "In a letter to Ms Doe, she …" isn't Ms Doe."""
    return token.dep_ == "nsubj" and token.i > token.sent.start and token.nbor(-1).text == ","


def _doer(token: Token, resolved: Mapping[int, Named]) -> str | tuple[str, ...] | None:
    """Who does what is done to a pronoun."""
    of = doer(token)
    named = meant(of, resolved) if of is not None else None
    return named.actor if named is not None else None


def _governing_subjects(token: Token, resolved: Mapping[int, Named]) -> Iterator[Named]:
    """Persons that are subjects of the verbs above a pronoun, the nearest first."""
    other = token.i
    other_person = _doer(token, resolved)
    for verb, _ in verbs_above(token):
        of = subject(verb, besides=token)
        if of is None or of == token.head:
            continue
        named = meant(of, resolved)
        if named is not None and named.label == "PER":
            if named.actor == other_person:
                continue
            nearer = _named_between(other, token.i, named, resolved)
            if of.i < token.i and nearer is not None:
                yield nearer
                return
            if of.i < token.i or (
                _fronted(token, verb) and not _named_before(token, named, resolved)
            ):
                yield named
        elif of.pos_ == "PRON" and of.i < token.i and token.dep_ != "poss":
            return
        else:
            other = min(other, of.i)


def _named_before(token: Token, subject: Named, resolved: Mapping[int, Named]) -> bool:
    """Whether another person is named before the pronoun: "After Mr Doe's talk of his …"."""
    before = between(resolved, token.sent.start, token.i)
    return any(n.label == "PER" and n.actor != subject.actor for n in before)


def _named_between(
    first: int, last: int, subject: Named, resolved: Mapping[int, Named]
) -> Named | None:
    """Whom else a clause with a subject of its own names before the pronoun, last."""
    inside = [resolved[k] for k in range(last - 1, first, -1) if k in resolved]
    return next((n for n in inside if n.label == "PER" and n.actor != subject.actor), None)


def _fronted(token: Token, verb: Token) -> bool:
    """Whether a pronoun stands before its sentence's subject: "Ahead of his visit, Mr Doe …"."""
    return token.dep_ == "poss" and verb.dep_ in ("ROOT", "conj", "ccomp") and token.i < verb.i


def _follows(token: Token, resolved: Mapping[int, Named]) -> Named | None:
    """Who is named as subject after what opens a sentence: "Leaving his office, Mr Doe …"."""
    doc, sent = token.doc, token.sent
    if doc[sent.start].tag_ != "VBG":
        return None
    last = min(sent.end, sent.start + WIDEST)
    comma = next((i for i in range(sent.start, last) if doc[i].text == ","), last)
    if not sent.start < token.i < comma or between(resolved, sent.start, token.i):
        return None
    for i in range(comma + 1, last):
        named = resolved.get(i)
        if doc[i].pos_ in ("VERB", "AUX", "PRON"):
            return None
        if named is not None and named.label == "PER":
            return named if named.subject or doc[named.last - 1].dep_ == "appos" else None
    return None


def relative(
    token: Token, resolved: Mapping[int, Named], bearers: Mapping[int, Named]
) -> tuple[Named, str] | None:
    """Whom a relative clause is about: "Mr Doe, who …", "Mr Doe, the envoy who …"."""
    i = token.i - 1
    while i > token.sent.start and token.doc[i].text in (",", "–", "—", "-", ")"):
        i -= 1
    if i < token.sent.start:
        return None
    named = resolved.get(i) or bearers.get(i)
    if named is not None and (_is_aside(token, i, named) or _is_of_noun(token, i, named)):
        return None
    if token.lower_ != "which":
        return (named, "relative") if named is not None and named.label == "PER" else None
    if named is None:
        return _predicate(token, resolved)
    verb = token.head
    if verb.lemma_ in ("mean", "make"):
        return None  # what was just told, not who was named: "…, which meant trouble"
    one = verb.tag_ in ("VBZ", "VBD", "MD", "VBN", "VBG", "VB") and not any(
        c.tag_ == "VBP" for c in verb.children
    )
    if is_subject(token) and one and named.label in ("ORG", "GPE") and not named.plural:
        return named, "relative"
    return None


def _is_aside(token: Token, i: int, named: Named) -> bool:
    """Whether a name before ", which" completes another noun: "a suit by men of Acme, which"."""
    if token.nbor(-1).text != "," or named.label == "PER":
        return False
    doc = token.doc
    over = next((doc[k] for k in range(named.first, named.last) if doc[k].dep_ == "pobj"), None)
    if over is None:
        return False
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    if clause is not None and named.first <= clause.head.i < named.last:
        nouns = [a for a in over.ancestors if a.pos_ == "NOUN" and a.i > token.sent.start]
        return len(nouns) > 1
    return over.head.head.pos_ == "NOUN"


def _is_of_noun(token: Token, i: int, named: Named) -> bool:
    """Whether "who" is right behind a name that completes a noun: "the aide to Mr Doe who …".

    A name needs no clause to tell whom it means, so that one without a comma tells of the noun.
    """
    if named.label != "PER" or i != token.i - 1 or not named.first <= i < named.last:
        return False
    over = next((t for t in token.doc[named.first : named.last] if t.dep_ == "pobj"), None)
    return over is not None and is_role_head(over.head.head.lower_)


def _predicate(token: Token, resolved: Mapping[int, Named]) -> tuple[Named, str] | None:
    """ "Examplia is the only one to which …"."""
    noun = next((a for a in token.ancestors if a.dep_ == "attr"), None)
    if noun is None or noun.head.lemma_ != "be" or noun.i > token.i or token.i - noun.i > 3:
        return None
    of = subject(noun.head)
    named = resolved.get(of.i) if of is not None else None
    return (named, "relative") if named is not None and named.label in ("ORG", "GPE") else None
