"""Reported clauses, found in the parse: who said that what, with or without "that".

Each complement a reporting word may take has its rule; the lexicons say which word takes which.
A rule gives a :class:`Report`: the words reported, the cue, and where to look for the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.analysis.quotes import adjacent, astray, cues, interposed, speaker
from variorum.analysis.quotes.addressee import is_relayed
from variorum.analysis.quotes.content import (
    around,
    clause_of,
    conditions,
    is_condition,
    reporting,
    without_aside,
)
from variorum.analysis.quotes.matters import (
    is_indefinite,
    is_no_matter,
    is_stated,
    matter_end,
)
from variorum.analysis.quotes.prepositions import by_preposition
from variorum.analysis.quotes.tree import (
    Range,
    child,
    children,
    extent,
    is_asserted,
    is_finite_clause,
    is_infinitive,
    is_passive,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


_SELF = frozenset({"i", "you"})
"""Outside quotation marks these are the author and the reader: opinion, not report."""
_RECORDS = frozenset(
    {"poll", "survey", "study", "census", "analysis", "review", "audit", "report", "paper",
     "record", "file", "document", "data", "figure", "result", "statistic", "number", "research"}
)  # fmt: skip
"""What is made to tell something: what a poll shows it says, what a window shows it doesn't."""
_MATTERS = frozenset({"object", "feeling", "finding", "indefinite", "about", "against", "for",
                      "of", "with", "on", "at", "over"})  # fmt: skip
"""The complements that name an object, where no clause tells what was said of it."""
_PERHAPS = frozenset({"could", "may", "might", "should", "can", "will", "would"})
"""Words before "show" or "think" that leave open whether anybody does."""
_CLAUSAL = frozenset({"VBG", "WRB", "WP", "WDT"})
_RAISING = frozenset({"seem", "appear"})
"""Verbs whose subject belongs to what is reported."""


@dataclass(frozen=True, slots=True)
class Report:
    """Words reported, in tokens of one block's Doc."""

    rule: str
    parts: tuple[Range, ...]
    cue: Token
    """The word that reports: its subject or possessor is the speaker."""
    cue_range: Range
    implies: str
    speaker: Range | None = None
    """The speaker, where the rule itself knows."""
    if_quoted: bool = False
    """Whether it is speech only where words stand within marks in it."""
    is_matter: bool = False
    """Whether it names only an object: what somebody reacts to, and no statement."""

    @property
    def tells(self) -> bool:
        """Whether it gives words said, rather than a matter or an attitude."""
        return self.rule in ("according to", "view of", "as X said") or self.rule.endswith(
            ".clause"
        )


def by_verb(verb: Token) -> Iterator[Report]:
    """What a reporting verb reports."""
    senses = cues.senses(verb) if verb.pos_ in ("VERB", "AUX") else ()
    if not senses:
        return
    subject = child(verb, "nsubj")
    if (subject is not None and subject.lower_ in _SELF) or _is_of_nobody(verb):
        return
    if any(t.lower_ in _PERHAPS for t in verb.lefts):
        senses = tuple(s for s in senses if s.group not in ("show", "hold"))
    parted = adjacent.parted(verb) if interposed.tells(verb) else None
    if parted is not None and (sense := cues.sense_of(senses, "clause")) is not None:
        said = _report(sense, "clause", parted[1], verb, cues.cue_range(verb))
        yield replace(said, speaker=parted[0])
        return
    found = False
    for frame, parts, cue in _complements(verb):
        sense = cues.sense_of(senses, frame)
        if sense is not None:
            found = True
            yield _report(sense, frame, parts, verb, cue)
    if not found and (lost := _lost(verb)):
        sense = cues.sense_of(senses, "clause")
        if sense is not None:
            yield _report(sense, "clause", lost, verb, cues.cue_range(verb))


def _is_of_nobody(verb: Token) -> bool:
    """Whether it is the writer's own: "It is hard *to say* that", "It is fair *to assume*"."""
    if not is_infinitive(verb):
        return False
    above = verb.head if verb.head.pos_ == "AUX" else verb.head.head
    subject = child(above, "nsubj", "expl")
    return above.lemma_ == "be" and subject is not None and subject.lower_ == "it"


def _lost(verb: Token) -> list[Range]:
    """What a verb reports that is no complement of it in the parse."""
    if any(is_relayed(c) for c in children(verb, "ccomp")):
        return []
    told = interposed.around(verb)
    if told:
        return told
    clause = astray.clause(verb)
    return [clause] if clause is not None else []


def _complements(verb: Token) -> Iterator[tuple[str, list[Range], Range]]:
    """What a verb governs, as (frame, parts, cue)."""
    cue = cues.cue_range(verb)
    yield from (("clause", parts, cue) for parts in _made_clear(verb))
    obj, subject = child(verb, "dobj"), child(verb, "nsubj")
    clear = cues.particle(verb)
    for clause in children(verb, "ccomp", "xcomp", "oprd", "acomp"):
        if clause == clear:
            continue
        if clause.dep_ == "ccomp" and is_finite_clause(clause):
            if clause.i < verb.i and child(verb, "nsubj", "nsubjpass") is None:
                continue
            if _stands_apart(verb, clause):
                continue
            if is_condition(clause) or is_relayed(clause):
                continue
            yield "clause", clause_of(verb, clause), cue
        elif is_infinitive(clause):
            start, end = extent(clause)
            if obj is not None and verb.i < obj.i < clause.i:
                start = min(start, extent(obj)[0])
            undergone = child(verb, "nsubjpass") or (
                child(verb, "nsubj") if verb.lemma_ in _RAISING else None
            )
            told = [*([extent(undergone)] if undergone is not None else []), (start, end)]
            yield "to", told, cue
            if child(verb, "nsubjpass") is not None:
                yield "said to", told, cue
        elif clause.tag_ == "VBG" and clause.dep_ in ("xcomp", "ccomp"):
            yield "gerund", [extent(clause)], cue
        elif clause.dep_ == "acomp":
            negation = child(verb, "neg")
            first = clause.left_edge.i if negation is None else negation.i
            yield "bare", [(first, clause.right_edge.i + 1)], cue
        elif not _is_parted(obj):
            start, end = extent(clause)
            if obj is not None and verb.i < obj.i < clause.i:
                start = min(start, extent(obj)[0])
            if (
                verb.dep_ != "acl" or verb.tag_ != "VBN"
            ):  # "a firm called X" names, it doesn't report
                yield "small", without((start, end), reporting(verb)), cue
    if obj is None or is_no_matter(obj):
        for clause in children(verb, "advcl"):
            if is_infinitive(clause) and clause.i > verb.i:
                yield "to", clause_of(verb, clause), cue  # "promised Sunday to go"
    if obj is not None and _is_parted(obj):
        yield "small", [(obj.left_edge.i, obj.right_edge.i + 2)], cue
    if verb.dep_ == "parataxis" and child(verb, "nsubj") and not child(verb, "ccomp", "dobj"):
        yield "clause", around(verb), cue
    if obj is not None and obj.i > verb.i and is_asserted(verb) and not is_no_matter(obj):
        yield "object", [(obj.left_edge.i, matter_end(verb, obj))], cue
        if subject is not None and subject.lemma_.lower() in _RECORDS and not _tells(obj):
            yield "finding", [(obj.left_edge.i, matter_end(verb, obj))], cue
        if not _tells(obj):
            yield "feeling", [(obj.left_edge.i, matter_end(verb, obj))], cue
        if is_indefinite(obj):
            end = max([obj.right_edge.i + 1, *conditions(verb, obj)])
            yield "indefinite", [(obj.left_edge.i, end)], cue
    yield from by_preposition(verb, obj, cue)


def _stands_apart(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts them: "he said it was fast; the firm says …" """
    first, last = sorted((verb.i, clause.i))
    return any(t.text == ";" for t in verb.doc[first:last])


def _is_parted(obj: Token | None) -> bool:
    """Whether marks open right behind an object: 'called the plan "a farce"', however parsed."""
    after = obj.right_edge.i + 1 if obj is not None else 0
    return obj is not None and after < len(obj.doc) and obj.doc[after].is_quote


def _made_clear(verb: Token) -> Iterator[list[Range]]:
    """The clause that hangs on the adjective of "made (it) clear that"."""
    second = cues.particle(verb)
    if second is None or second.dep_ == "prt":
        return
    for clause in second.rights:
        if clause.pos_ in ("VERB", "AUX") and child(clause, "mark") and is_finite_clause(clause):
            yield clause_of(verb, clause)


def _tells(noun: Token) -> bool:
    """Whether a noun itself reports a clause: "voiced the fear *that snow would fall*"."""
    senses = cues.nouns().get(noun.lemma_.lower(), ())
    return any("clause" in s.takes for s in senses) and any(_is_that(c) for c in noun.rights)


def _is_that(clause: Token) -> bool:
    return any(m.dep_ == "mark" and m.lower_ == "that" for m in clause.children)


def by_noun(noun: Token) -> Iterator[Report]:
    """What a reporting noun reports: "the claim that"."""
    senses = cues.nouns().get(noun.lemma_.lower(), ()) if noun.pos_ == "NOUN" else ()
    if any(c.tag_ == "EX" for c in noun.head.children):
        senses = tuple(s for s in senses if s.implies != "believing")  # "There is little doubt"
    named = (
        children(noun.head, "ccomp") if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else ()
    )
    for c in (*noun.rights, *named):
        if c.dep_ in ("acl", "ccomp", "relcl"):
            frame = "to" if is_infinitive(c) else "clause"
            if frame == "clause" and not _is_that(c):
                continue
            parts = [extent(c)]
        elif c.dep_ == "prep":
            frame = c.lower_
            parts = [(c.i + 1, c.right_edge.i + 1)]
        else:
            continue
        sense = cues.sense_of(senses, frame)
        if sense is not None:
            yield _report(sense, frame, parts, noun, (noun.i, noun.i + 1))


def _report(sense: cues.Sense, frame: str, parts: list[Range], word: Token, cue: Range) -> Report:
    stated = frame in sense.stated and frame not in sense.takes
    if_quoted = frame not in sense.takes and not (stated and is_stated(word))
    rule = f"{sense.group}.{frame}"
    is_matter = frame in _MATTERS and sense.group != "accuse" and not _opens_clause(word, parts)
    is_matter = is_matter or stated
    if_quoted = if_quoted or (is_matter and frame in _MATTERS and _is_by_nobody(word))
    told = [*parts[:-1], *(without_aside(word.doc, part) for part in parts[-1:])]
    return Report(
        rule, tuple(told), word, cue, sense.implies, if_quoted=if_quoted, is_matter=is_matter
    )


def _is_by_nobody(word: Token) -> bool:
    """Whether a passive leaves out who judges: "robots (were) blamed for the loss"."""
    undergone = is_passive(word) or speaker.lacks_object(word)
    return undergone and child(word, "agent") is None


def _opens_clause(word: Token, parts: list[Range]) -> bool:
    """Whether what stands behind a preposition tells something: "of *lying*", "about *how* …"."""
    first = word.doc[parts[0][0]]
    return first.tag_ in _CLAUSAL or first.lower_ in ("whether", "if", "that")
