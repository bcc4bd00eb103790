"""What reports a marked stretch: the reporting word beside it, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.quotes import speaker
from variorum.analysis.quotes.cues import cue_range, senses
from variorum.analysis.quotes.paragraph import ENDS, quotes
from variorum.analysis.quotes.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.analysis.quotes.tree import Range

_DASHES = frozenset({"-", "–", "—", "--"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENING = frozenset({"EX", "IN"})
"""What a clause begins with that goes on within marks: ``said there "is no hope"``."""
_PARTICLES = frozenset({"in", "back", "out", "up", "on", "off"})
_CLOSING = "'’”\"» "
_ASKS = frozenset("?!…")
_NEAR = 14
"""How many tokens before a mark a reporting verb may stand."""
_FAR = 40
"""How many tokens after a mark: appositions may come between ("…," X, the mayor of Y, said)."""
_FEW = 4
"""Fewer words behind "read" or "started" name a thing, and nobody says them."""
_BRIEF = 14
"""Within how many words "X said" stands, where nothing else shows the connection."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What reports a marked stretch, in tokens of its block."""

    rule: str
    cue: Token | None
    cue_range: Range | None
    speaker: Range | None
    segment: Range
    """The part of a sentence it was found in."""


def after(par: Paragraph, i: int) -> Attribution | None:
    """``"…," said X``, ``"…," X told Y``, ``"…," according to X``."""
    segment = par.after(i)
    words = par.words(segment)
    if not words:
        return None
    inner = par.inner(i).rstrip(_CLOSING)
    first = par.doc[segment[0]]
    leads_on = inner[-1:] in (",", "-", "–", "—") or first.text == "," or first.text in _DASHES
    asks = inner[-1:] in _ASKS and words[0].is_lower
    if not (leads_on or asks or _is_brief(par, segment)):
        return None
    for token in par.doc[segment[0] : min(segment[1], segment[0] + _FAR)]:
        if token.lower_ == "according":
            return _according(token, segment)
        if token.pos_ not in ("VERB", "AUX") or not quotes(token) or _quotes_as(token):
            continue
        who = _subject(par, token, segment)
        if who is not None and not _opens(words, token, who):
            who = _head_phrase(words) if token.tag_ in _FINITE else None
        if who is not None:
            return Attribution("after", token, cue_range(token), who, segment)
    if inner[-1:] in (",", "?", "!"):
        return _unlisted(par, words, segment)
    return None


def _quotes_as(verb: Token) -> bool:
    """Whether what somebody is quoted *as saying* follows: then that reports."""
    return any(p.lower_ == "as" and child(p, "pcomp") is not None for p in verb.rights)


def _opens(words: list[Token], verb: Token, who: Range) -> bool:
    """Whether the speaker or the verb stands at the head of the segment."""
    heads = {w.i for w in words[:3]}
    return verb.i in heads or any(i in heads for i in range(*who))


def _head_phrase(words: list[Token]) -> Range | None:
    """The noun phrase a segment begins with: "X, who had …, said"."""
    end = 0
    while end < len(words) and words[end].pos_ in _NOMINAL:
        end += 1
    return (words[0].i, words[end - 1].i + 1) if end else None


def _unlisted(par: Paragraph, words: list[Token], segment: Range) -> Attribution | None:
    """``"…," he smiled``: any verb will do right behind words that end with a comma."""
    for token in words[:8]:
        if token.pos_ == "VERB" and token.tag_ in _FINITE:
            subject = child(token, "nsubj")
            if subject is None or token.dep_ == "relcl" or subject.lower_ in ("which", "that"):
                return None
            who = _subject(par, token, segment)
            if who is None or who[0] > words[0].i + 1:
                return None
            return Attribution("after, unlisted verb", token, cue_range(token), who, segment)
    return None


def before(par: Paragraph, i: int) -> Attribution | None:
    """``X said: "…"``, ``X said, "…"``, ``X told Y "…"``."""
    segment = par.before(i)
    tokens = [t for t in par.doc[segment[0] : segment[1]] if not t.is_space]
    while tokens and tokens[-1].is_left_punct:
        tokens.pop()
    if not tokens:
        return None
    if tokens[-1].text == ":":
        found = _colon(tokens, segment)
        behind = par.ranges[i][1]
        goes_on = behind < len(par.doc) and par.doc[behind].is_alpha
        return None if found is not None and found.cue is None and goes_on else found
    if tokens[-1].text == "," or tokens[-1].text in _DASHES:
        return _comma(tokens, segment)
    if par.is_title(par.marks[i]):
        return None
    if tokens[-1].tag_ in _OPENING:
        return None
    for token in reversed(tokens[-4:]):
        if token.pos_ == "VERB" and token.tag_ not in ("VBN", "VB") and quotes(token):
            if _names_a_thing(par.inner(i), token):
                return None
            whole = token == tokens[-1] and par.is_whole_sentence(i)
            rule = "no comma, whole sentence" if whole else "no comma"
            return Attribution(rule, token, cue_range(token), speaker.of(token), segment)
    return None


def _names_a_thing(inner: str, verb: Token) -> bool:
    """Whether a few words behind "started" or "read" are nobody's: 'started "blood thinners"'."""
    few = inner[:1].islower() and len(inner.split()) < _FEW
    return few and not any("clause" in s.takes for s in senses(verb))


def subject_before(par: Paragraph, i: int) -> Range | None:
    """The subject of the sentence before a stretch, in the same paragraph."""
    stop = par.ranges[i - 1][1] if i > 0 else 0
    for token in reversed(par.doc[stop : par.ranges[i][0]]):
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
            return speaker.phrase(token)
    return None


def announced(par: Paragraph) -> Attribution | None:
    """``X said:`` at the end of a paragraph, where the next one is what X said."""
    end = len(par.doc)
    while end > 0 and par.doc[end - 1].is_space:
        end -= 1
    if end == 0 or par.doc[end - 1].text != ":":
        return None
    start = end - 1
    while start > 0 and par.doc[start - 1].text not in ENDS:
        start -= 1
    return _colon([t for t in par.doc[start:end] if not t.is_space], (start, end))


def _colon(tokens: list[Token], segment: Range) -> Attribution | None:
    name = _named_behind_dash(tokens)
    if name is not None:
        return Attribution("colon, name", None, None, name, segment)
    for token in reversed(tokens):
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "relcl" and quotes(token):
            who = speaker.of(token) or _beside(token, segment)
            return Attribution("colon", token, cue_range(token), who, segment)
    for token in reversed(tokens):
        if token.pos_ in ("VERB", "AUX") and child(token, "nsubj") and token.dep_ != "relcl":
            who = speaker.of(token)
            if who is not None:
                return Attribution("colon, unlisted verb", token, cue_range(token), who, segment)
    if len(tokens) <= 8:
        return Attribution("colon, name", None, None, (tokens[0].i, tokens[-1].i), segment)
    return None


def _named_behind_dash(tokens: list[Token]) -> Range | None:
    """The name alone between a dash and the colon: "Talks have failed - Ann Lee:"."""
    first = len(tokens) - 1
    while first > 0 and (tokens[first - 1].pos_ == "PROPN" or tokens[first - 1].lower_ == "and"):
        first -= 1
    if first in (0, len(tokens) - 1) or tokens[first - 1].text not in _DASHES:
        return None
    return tokens[first].i, tokens[-1].i


def _comma(tokens: list[Token], segment: Range) -> Attribution | None:
    for token in reversed(tokens[-_NEAR:]):
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass", "amod"):
            continue
        if quotes(token):
            who = speaker.of(token)
            if who is None and token.tag_ == "VBN":
                return None
            return Attribution("comma", token, cue_range(token), who, segment)
        if token.tag_ not in ("VBG", "VBN", "VB"):
            return None
    return None


def _according(token: Token, segment: Range) -> Attribution | None:
    to = child(token, "prep")
    whom = child(to, "pobj") if to is not None else None
    if to is None or whom is None:
        return None
    return Attribution("according to", token, (token.i, to.i + 1), speaker.phrase(whom), segment)


def _is_brief(par: Paragraph, segment: Range) -> bool:
    """Whether a segment is nothing but "X said" or "said X": it says nothing else itself."""
    words = par.words(segment)[:_BRIEF]
    verb = next((t for t in words if t.tag_ in _FINITE or _is_stray(t)), None)
    if verb is None or not quotes(verb):
        return False
    return verb.lemma_ == "tell" or not any(
        c.dep_ in ("dobj", "ccomp", "xcomp") and c.i < segment[1] for c in verb.rights
    )


def _is_stray(verb: Token) -> bool:
    """Whether a parser took "tweeted" in "X, the mayor of Y, tweeted" for a participle."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.doc[verb.i - 1].text == ","


def _subject(par: Paragraph, verb: Token, segment: Range) -> Range | None:
    """The subject of a verb inside a segment: by the parse, else the noun phrase beside it."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None and cue_range(verb)[0] < verb.i:
        subject = child(verb.head.head, "nsubjpass")
    if subject is not None and segment[0] <= subject.i < segment[1]:
        start, end = speaker.phrase(subject)
        return max(start, segment[0]), min(end, segment[1])
    if verb.tag_ == "VBG":
        return None
    if _is_stray(verb) and verb.head.i >= segment[0]:
        return speaker.phrase(verb.head)
    return _beside(verb, segment)


def _beside(verb: Token, segment: Range) -> Range | None:
    """The noun phrase right before a verb, else the one right behind it."""
    doc = verb.doc
    end = verb.i
    while end > segment[0] and doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    start = end
    while start > segment[0] and doc[start - 1].pos_ in _NOMINAL:
        start -= 1
    if start < end:
        return start, end
    start = verb.i + 1
    if start + 1 < segment[1] and doc[start].lower_ in _PARTICLES:
        start += 1  # "chimed in Ann Lee"
    end = start
    while end < segment[1] and (doc[end].pos_ in _NOMINAL or doc[end].tag_ == "POS"):
        end += 1
    return (start, end) if start < end else None
