"""What reports words within marks and stands behind them: ``"…," said X``."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from variorum.analysis.quotes import speaker
from variorum.analysis.quotes.cues import cue_range, quotes
from variorum.analysis.quotes.paragraph import ENDS
from variorum.analysis.quotes.said import DASHES, NOMINAL, Attribution, beside
from variorum.analysis.quotes.tree import child, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.analysis.quotes.tree import Range

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLOSING = "'’”\"» "
_ASKS = frozenset("?!…")
_FAR = 40
"""How many tokens after a mark: appositions may come between ("…," X, the mayor of Y, said)."""
_LEAST = 3
"""How many words "the editorial read" has at least."""
_SUBJECT = 6
"""Before how many words the verb stands that a parser took for a noun."""
_NAME = 5
"""How many words a name has that signs."""
_BRIEF = 14
"""Within how many words "X said" stands, where nothing else shows the connection."""


def behind(par: Paragraph, i: int) -> Attribution | None:
    """``"…," said X``, ``"…," X told Y``, ``"…," according to X``."""
    segment = par.after(i)
    words = par.words(segment)
    if not words or not _leads_on(par, i, segment, words):
        return None
    for token in par.doc[segment[0] : min(segment[1], segment[0] + _FAR)]:
        if token.lower_ == "according":
            return _according(token, segment)
        if token.pos_ not in ("VERB", "AUX") or not quotes(token) or _quotes_as(token):
            continue
        who = _subject(par, token, segment)
        if who is not None and not _opens(words, token, who):
            who = _head_phrase(words) if _is_finite(token) else None
        if who is not None:
            return Attribution("after", token, cue_range(token), who, segment)
    return None


def mistaken(par: Paragraph, i: int) -> Attribution | None:
    """``"…," the editorial read``: a verb that was taken for a noun, where there is no other."""
    segment = par.after(i)
    words = par.words(segment)
    if par.inner(i)[-1:] != "," or len(words) < _LEAST or any(is_verb(t) for t in words):
        return None
    for verb in words[_LEAST - 1 : _SUBJECT + 1]:
        behind = par.doc[verb.i + 1] if verb.i + 1 < segment[1] else None
        stands = behind is None or behind.pos_ in ("ADP", "PUNCT")
        if verb.pos_ == "NOUN" and quotes(verb) and stands:
            who = words[0].i, verb.i
            return Attribution("after, taken for a noun", verb, (verb.i, verb.i + 1), who, segment)
    return None


def signed(par: Paragraph, i: int) -> Attribution | None:
    """``"…" — X``, where nothing follows."""
    last = i == len(par.marks) - 1
    return signature(par, par.gap(i)) if last else None


def signature(par: Paragraph, segment: Range) -> Attribution | None:
    """A dash and a name, with which a paragraph ends: up to a comma, no more than a name."""
    tokens = [t for t in par.doc[segment[0] : segment[1]] if not t.is_space]
    if len(tokens) < 2 or tokens[0].text not in DASHES:
        return None
    name = list(takewhile(lambda t: t.text not in (",", "(", "."), tokens[1 : _NAME + 2]))
    if not 0 < len(name) <= _NAME or any(t.pos_ in ("VERB", "AUX") for t in name):
        return None
    if name[-1].pos_ != "PROPN" or name[-1].ent_type_ == "ORG":
        return None  # an agency, by whom the photograph or the report is
    if any(t.text in ENDS for t in tokens[len(name) + 1 : -1]):
        return None
    return Attribution("signature", None, None, (name[0].i, name[-1].i + 1), segment)


def _leads_on(par: Paragraph, i: int, segment: Range, words: list[Token]) -> bool:
    """Whether what follows the marks goes on with what stands within them."""
    inner = par.inner(i).rstrip(_CLOSING)
    first = par.doc[segment[0]]
    if inner[-1:] in (",", "-", "–", "—") or first.text == "," or first.text in DASHES:
        return True
    return (inner[-1:] in _ASKS and words[0].is_lower) or _is_brief(par, segment)


def _quotes_as(verb: Token) -> bool:
    """Whether what somebody is quoted *as saying* follows: then that reports."""
    return any(p.lower_ == "as" and child(p, "pcomp") is not None for p in verb.rights)


def _opens(words: list[Token], verb: Token, who: Range) -> bool:
    """Whether the speaker or the verb stands at the head of the segment, or "says X" by itself."""
    heads = {w.i for w in words[:3]}
    between = verb.doc[words[0].i : verb.i]
    inverted = verb.nbor(-1).text == "," and who[0] == verb.i + 1
    if inverted and not any(t.pos_ in ("VERB", "AUX") for t in between):
        return True
    return verb.i in heads or any(i in heads for i in range(*who))


def _is_finite(verb: Token) -> bool:
    """Whether a verb is finite, or a parser took it for a participle: "X tweeted"."""
    alone = verb.tag_ == "VBN" and child(verb, "aux", "auxpass") is None
    return verb.tag_ in _FINITE or alone


def _head_phrase(words: list[Token]) -> Range | None:
    """The noun phrase a segment begins with: "X, who had …, said"."""
    end = 0
    while end < len(words) and words[end].pos_ in NOMINAL:
        end += 1
    return (words[0].i, words[end - 1].i + 1) if end else None


def unlisted(par: Paragraph, i: int) -> Attribution | None:
    """``"…," he smiled``: any verb will do right behind words that end with a comma."""
    segment = par.after(i)
    words = par.words(segment)
    ends = par.inner(i).rstrip(_CLOSING)[-1:] in (",", "?", "!")
    if not words or not ends or not _leads_on(par, i, segment, words):
        return None
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
    """Whether a parser took a verb for a participle: "X, the mayor, tweeted", "X tweeted"."""
    if verb.tag_ != "VBN":
        return False
    apart = verb.dep_ == "acl" and verb.doc[verb.i - 1].text == ","
    return apart or (verb.dep_ == "ROOT" and child(verb, "nsubj") is not None and _is_finite(verb))


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
    if verb.dep_ == "acl" and _is_stray(verb) and verb.head.i >= segment[0]:
        return speaker.phrase(verb.head)
    return beside(verb, segment)
