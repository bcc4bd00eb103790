"""Who speaks: the phrase that names the speaker of a reporting word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes import adjacent, cues
from variorum.analysis.quotes.cues import strayed_from
from variorum.analysis.quotes.tree import (
    SUBJECTS,
    Range,
    child,
    children,
    is_infinitive,
    is_passive,
    is_state,
    trimmed,
)
from variorum.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from variorum.model import Annotation

_AFTERTHOUGHTS = frozenset({"relcl", "acl", "advcl", "appos", "parataxis"})
_CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis"})
_TIMES = frozenset({"DATE", "TIME"})
_CONJUNCTIONS = frozenset({"as", "after", "before", "since", "until"})
"""Words that a parser takes for prepositions where it misses the subject behind them."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_INSIDE = frozenset({"pobj", "prep", "acl", "dobj", "relcl", "appos"})
_STEPS = 6


def of(cue: Token) -> Range | None:
    """The tokens that name the speaker, for a verb, or for a noun such as "claim"."""
    if cue.pos_ == "NOUN":
        head = of_noun(cue)
        return None if head is None or head.tag_ == "EX" else phrase(head)
    finite = cue.tag_ in _FINITE and not lacks_object(cue)
    beside = adjacent.subject(cue) if finite else None
    head = of_verb(cue)
    if beside is not None and (head is None or head.i < beside[0]) and not _is_joined(cue, beside):
        return beside
    return None if head is None or head.tag_ == "EX" else phrase(head)


def _is_joined(verb: Token, beside: Range) -> bool:
    """Whether words before a verb are the last of a list: "Ann Lee, Ben Cole, the mayor said"."""
    return any(t.dep_ == "conj" and t.head.i < beside[0] for t in verb.doc[beside[0] : beside[1]])


def of_verb(verb: Token) -> Token | None:
    """The head of a verb's subject; of a participle or infinitive, that of the verb above it."""
    quoted = _quoted_as(verb)
    if quoted is not None:
        return quoted
    goes_with = False  # "was met by Ben Cole and joked": who was met jokes
    for step in range(_STEPS):
        verb = strayed_from(verb) or verb
        subject = _subject(verb) if step or not lacks_object(verb) else None
        if subject is not None and subject.lower_ not in ("it", "there"):
            return subject
        if subject is not None:
            return subject if subject.lower_ == "it" and step == 0 else None
        if step == 0 and (is_passive(verb) or _is_undergone(verb) or lacks_object(verb)):
            return _agent(verb)
        if is_passive(verb):
            undergoes = child(verb, "nsubjpass")
            return undergoes or _agent(verb) if goes_with else _agent(verb) or undergoes
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and _is_aside(verb.head):
            return verb.head
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return child(verb.head, "poss") or _governor_subject(verb.head) or verb.head
        if verb.dep_ == "acl":
            return (_agent(verb) if verb.tag_ == "VBN" else None) or verb.head
        if verb.dep_ == "relcl" and is_infinitive(verb) and verb.head.dep_ == "npadvmod":
            verb = verb.head.head  # "She came the same day to tell them that ..."
            continue
        if verb.dep_ == "relcl":
            return None
        if verb.tag_ in _FINITE and (beside := apart(verb)) is not None:
            return beside
        if verb.dep_ not in _CLIMBS or verb.head.i == verb.i:
            return None
        if verb.dep_ == "ccomp" and not (is_infinitive(verb) or verb.tag_ in ("VBG", "VBN", "VB")):
            return None
        goes_with = verb.dep_ == "conj"
        verb = verb.head
        if verb.pos_ in ("NOUN", "PROPN", "PRON") and verb.dep_ not in _CLIMBS:
            return verb if verb.dep_ in SUBJECTS else _governor_subject(verb)
    return None


def _agent(verb: Token) -> Token | None:
    """Who does what is done: "was praised *by Ann Lee*"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def lacks_object(verb: Token) -> bool:
    """Whether a verb of judging has nobody whom it judges: it is a passive without its "was".

    "Robots *blamed* for the loss", "Ann Lee, *accused* of lying, left".
    """
    if verb.tag_ not in ("VBN", "VBD") or not _JUDGING & {s.group for s in cues.senses(verb)}:
        return False
    what = ("dobj", "ccomp", "xcomp", "oprd", "nsubjpass", "auxpass", "dative")
    if child(verb, *what) is not None or verb.dep_ in ("relcl", "conj"):
        return False
    return any(c.dep_ == "prep" and c.lower_ in ("for", "of", "as", "over") for c in verb.rights)


_JUDGING = frozenset({"accuse", "blame", "praise", "attack", "describe", "see", "identify"})
"""Groups of verbs that have somebody as their object, whom what follows "for" or "of" is about."""


def _is_aside(noun: Token) -> bool:
    """Whether "with" sets a noun and its participle apart: "With maps showing that …, she left"."""
    opens = noun.head
    if noun.dep_ != "pobj" or opens.lower_ != "with":
        return False
    return opens.i < opens.head.i or (opens.i > 0 and opens.nbor(-1).text == ",")


def _is_undergone(verb: Token) -> bool:
    """Whether a participle says what was done to the subject above: "Asked why, she left"."""
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and child(verb, "aux", "auxpass") is None


def _subject(verb: Token) -> Token | None:
    """A verb's subject; the one behind it where "says X" parts another verb from its own.

    Of several before it the nearest: in "an era that he vowed would end" and in "General (retd)
    Ann Lee said" a parser gives it two.
    """
    found = list(children(verb, "nsubj", "csubj"))
    if verb.dep_ == "parataxis" and found and found[-1].i > verb.i:
        return found[-1]
    before = [c for c in found if c.i < verb.i and not is_state(c)]
    return before[-1] if before else next(iter(found), None)


def _quoted_as(verb: Token) -> Token | None:
    """Who is quoted: "the agency quoted X as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    return child(verb.head.head, "nsubjpass", "dobj")


def apart(verb: Token) -> Token | None:
    """The name a parser left without a verb: "Ann Lee, 44, said", "Ann Lee, the mayor, said"."""
    doc = verb.doc
    i = verb.i - 1
    while i >= 0 and (
        doc[i].pos_ in ("ADV", "AUX")
        or is_time(doc[i])
        or (doc[i].pos_ == "ADP" and i + 1 < verb.i and is_time(doc[i + 1]))
    ):
        i -= 1  # "Oslo once again on Friday said"
    if i >= 0 and doc[i].text == ",":
        i -= 1
        while i >= 0 and doc[i].text != "," and doc[i].text not in ".;:!?":
            i -= 1
        if i < 0 or doc[i].text != ",":
            return None
        i -= 1
    if i < 0:
        return None
    token = doc[i]
    while token.dep_ in _INSIDE and token.head.i < token.i:
        first = token.left_edge
        if doc[first.i - 1].text == "," or token.head.lower_ in _CONJUNCTIONS or is_time(first):
            break  # "in the east, Oslo said", "as Oslo said", "on Friday Ann Lee, who …, said"
        token = token.head
    return token if token.pos_ in ("PROPN", "NOUN", "PRON") else None


def of_noun(noun: Token) -> Token | None:
    """Whose claim it is: the possessor, the "by" phrase, or the subject of "made the claim"."""
    possessor = child(noun, "poss")
    if possessor is not None:
        return possessor
    for prep in noun.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("by", "from", "of"):
            whose = child(prep, "pobj")
            if whose is not None and (prep.lower_ != "of" or whose.ent_type_):
                return whose
    return _governor_subject(noun)


def _governor_subject(noun: Token) -> Token | None:
    head = noun.head
    if noun.dep_ in ("dobj", "attr", "pobj") and head.i != noun.i:
        if head.dep_ == "prep":
            head = head.head
        if head.pos_ in ("VERB", "AUX"):
            return child(head, "nsubj") or (of_verb(head) if not is_passive(head) else None)
    return None


def phrase(head: Token) -> Range:
    """A noun phrase without the clauses and appositions that follow it.

    An apposition stays where it brings the name: "the winner, Ann Lee".
    """
    start, end = head.left_edge.i, head.right_edge.i + 1
    while start < head.i and head.ent_type_ == "PERSON" and is_time(head.doc[start]):
        start += 1
    name = next((c for c in head.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if name is not None and head.pos_ != "PROPN":
        after = (c.left_edge.i for c in name.rights if c.dep_ in (*_AFTERTHOUGHTS, "punct"))
        return trimmed(head.doc, (start, next(after, name.right_edge.i + 1)))
    for c in head.rights:
        if (
            _is_when(c)
            or c.dep_ in _AFTERTHOUGHTS
            or (c.dep_ == "punct" and c.lower_ in (",", "-", "—", "–", "("))
        ):
            conjunct = any(x.dep_ in ("conj", "cc") for x in head.rights if x.i > c.i)
            if not conjunct:
                end = c.left_edge.i
                break
    doc = head.doc
    while end - 1 > head.i and doc[end - 1].tag_ == "POS":
        end -= 1
    return trimmed(doc, (start, max(end, head.i + 1)))


def _is_when(prep: Token) -> bool:
    """Whether a phrase says when: a parser hung "on Friday" on "Oslo"."""
    time = child(prep, "pobj") if prep.dep_ == "prep" else None
    return time is not None and is_time(time)


def is_time(token: Token) -> bool:
    """Whether a word says when."""
    return token.ent_type_ in _TIMES


def heads(doc: Doc, part: Range) -> list[Token]:
    """The heads of a phrase: one, or each of "X and Y"; of "the winner, Ann Lee" the name."""
    tokens = doc[part[0] : part[1]]
    inside = [t for t in tokens if not part[0] <= t.head.i < part[1] or t.head.i == t.i]
    for t in tokens:
        if t.dep_ == "conj" and t.head in inside:
            if _explains(t):
                inside[inside.index(t.head)] = t
            else:
                inside.append(t)
        elif t.dep_ == "appos" and t.head in inside and t.pos_ == "PROPN" != t.head.pos_:
            inside[inside.index(t.head)] = t
    found = [t for t in inside if not t.is_punct]
    if found and not any(_parts(t) for t in tokens[found[-1].i + 1 - part[0] :]):
        # "spokesman Ann Lee", parsed the wrong way round: the last word is the name.
        last = next((t for t in reversed(tokens) if not t.is_punct), found[-1])
        found[-1] = last if last.pos_ == "PROPN" else found[-1]
    return found


def _explains(name: Token) -> bool:
    """Whether a name behind a comma says who somebody is: "the writers, teachers Ann Lee and …"."""
    noun = name.head
    listed = any(c.dep_ == "cc" and c.i < name.i for c in noun.children)
    return name.pos_ == "PROPN" != noun.pos_ and not listed


def _parts(token: Token) -> bool:
    """Whether what follows a word in a phrase is somebody else: "a lawyer *for* Ann Lee"."""
    return token.pos_ in ("ADP", "CCONJ", "SCONJ", "VERB", "AUX", "PUNCT") or token.tag_ == "POS"


def actor(
    places: Sequence[tuple[int, bool]], start: int, end: int, mentions: Sequence[Annotation]
) -> str | tuple[str, ...] | None:
    """Who is meant by a phrase: the actors of the mentions that cover its heads.

    *places* are the offsets of the heads, and whether each is a plural: then no title of one
    person ("aides" beside a minister) stands for it. A metonym ("Moscow" said) stands for whom
    it acts for. Of several heads the first has to be one: a list isn't cut to its last part.
    """
    near = [m for m in mentions if m.start < end and start < m.end]
    found: list[str] = []
    for n, (place, several) in enumerate(places):
        over = [m for m in near if m.start <= place < m.end]
        who = _first([m for m in over if not (several and isinstance(m, Role))])
        if n == 0 and not who:
            return None
        found += [a for a in who if a not in found]
    return found[0] if len(found) == 1 else tuple(found) or None


def _first(mentions: Sequence[Annotation]) -> tuple[str, ...]:
    for mention in sorted(mentions, key=lambda m: (m.type, m.start, m.end)):
        who = getattr(mention, "metonym_for", None) or getattr(mention, "actor", None)
        if who:
            return (who,) if isinstance(who, str) else tuple(who)
    return ()
