"""What reports words within marks and stands before them: ``X said: "…"``, ``X said, "…"``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes import speaker
from variorum.analysis.quotes.cues import cue_range, quotes, senses
from variorum.analysis.quotes.said import DASHES, Attribution, beside
from variorum.analysis.quotes.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.analysis.quotes.tree import Range

_OPENING = frozenset({"EX", "IN"})
"""What a clause begins with that goes on within marks: ``said there "is no hope"``."""
_NEAR = 14
"""How many tokens before a mark a reporting verb may stand."""
_FEW = 4
"""Fewer words behind "read" or "started" name a thing, and nobody says them."""
_SHORT = 8
"""How many tokens before a colon may be nothing but a name."""


def by_colon(par: Paragraph, i: int) -> Attribution | None:
    """``X said: "…"``, ``X: "…"``."""
    last = _last(par, i)
    if last is None or last.text != ":":
        return None
    segment, tokens = _lead(par, i)
    found = colon(tokens, segment)
    behind = par.ranges[i][1]
    goes_on = behind < len(par.doc) and par.doc[behind].is_alpha
    return None if found is not None and found.cue is None and goes_on else found


def by_comma(par: Paragraph, i: int) -> Attribution | None:
    """``X said, "…"``, ``X said - "…"``."""
    last = _last(par, i)
    if last is None or not (last.text == "," or last.text in DASHES):
        return None
    segment, tokens = _lead(par, i)
    return _comma(tokens, segment)


def by_nothing(par: Paragraph, i: int) -> Attribution | None:
    """``X told Y "…"``, where nothing parts the verb from the marks."""
    last = _last(par, i)
    if last is None or last.text in (":", ",", *DASHES) or last.tag_ in _OPENING:
        return None
    if par.is_title(par.marks[i]):
        return None
    segment, tokens = _lead(par, i)
    for token in reversed(tokens[-4:]):
        if token.pos_ == "VERB" and token.tag_ not in ("VBN", "VB") and quotes(token):
            if _names_a_thing(par.inner(i), token):
                return None
            whole = token == tokens[-1] and par.is_whole_sentence(i)
            rule = "no comma, whole sentence" if whole else "no comma"
            return Attribution(rule, token, cue_range(token), speaker.of(token), segment)
    return None


def _last(par: Paragraph, i: int) -> Token | None:
    """The last token before a stretch, in its sentence, that doesn't open the marks."""
    start, end = par.before(i)
    while end > start and (par.doc[end - 1].is_space or par.doc[end - 1].is_left_punct):
        end -= 1
    return par.doc[end - 1] if end > start else None


def _lead(par: Paragraph, i: int) -> tuple[Range, list[Token]]:
    """The part of a sentence before a stretch, and its tokens up to what opens the marks."""
    segment = par.before(i)
    tokens = [t for t in par.doc[segment[0] : segment[1]] if not t.is_space]
    while tokens and tokens[-1].is_left_punct:
        tokens.pop()
    return segment, tokens


def _names_a_thing(inner: str, verb: Token) -> bool:
    """Whether a few words behind "started" or "read" are nobody's: 'started "blood thinners"'."""
    few = inner[:1].islower() and len(inner.split()) < _FEW
    return few and not any("clause" in s.takes for s in senses(verb))


def colon(tokens: list[Token], segment: Range) -> Attribution | None:
    name = _named_behind_dash(tokens)
    if name is not None:
        return Attribution("colon, name", None, None, name, segment)
    for token in reversed(tokens):
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "relcl" and quotes(token):
            who = speaker.of(token) or beside(token, segment)
            return Attribution("colon", token, cue_range(token), who, segment)
    for token in reversed(tokens):
        if token.pos_ in ("VERB", "AUX") and child(token, "nsubj") and token.dep_ != "relcl":
            who = speaker.of(token)
            if who is not None:
                return Attribution("colon, unlisted verb", token, cue_range(token), who, segment)
    if len(tokens) <= _SHORT:
        named = tokens[:-1]
        while named and (speaker.is_time(named[-1]) or named[-1].pos_ == "ADP"):
            named.pop()  # "Ann Lee on Monday:"
        if not named and len(tokens) > 1:
            return None
        who = (named[0].i, named[-1].i + 1) if named else None
        return Attribution("colon, name", None, None, who, segment)
    return None


def _named_behind_dash(tokens: list[Token]) -> Range | None:
    """The name alone between a dash and the colon: "Talks have failed - Ann Lee:"."""
    first = len(tokens) - 1
    while first > 0 and (tokens[first - 1].pos_ == "PROPN" or tokens[first - 1].lower_ == "and"):
        first -= 1
    if first in (0, len(tokens) - 1) or tokens[first - 1].text not in DASHES:
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
