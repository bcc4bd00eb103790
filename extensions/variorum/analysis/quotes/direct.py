"""Speech within marks: which marked stretches are speech, what belongs together, what reports it.

A stretch is judged by its own shape (a whole sentence or a fragment) and by the words around it,
up to the end of the sentence on either side: ``"…," said X`` after it, ``X said: "…"`` before it,
``"…," X said, "…"`` between two, or none, where it goes on from the paragraph or the sentence
before. Scare quotes, titles and nicknames are fragments that nobody is said to have said; what is
quoted inside a reported clause is left to :mod:`mixed`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.quotes import cues, speaker
from variorum.analysis.quotes.tree import Range, child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from variorum.analysis.parse import ParsedBlock
    from variorum.analysis.quotes.marks import Marked
    from variorum.model import Span

_ENDS = frozenset({".", "!", "?", "…"})
_LINKS = frozenset({",", ";", "-", "–", "—", "--", "and", "but", "then", "…", "...", "."})
_NEAR = 12
"""How many tokens from the mark a reporting verb may stand."""


@dataclass(slots=True)
class Attribution:
    """What reports a marked stretch."""

    rule: str
    cue: Token | None
    cue_range: Range | None
    speaker: Range | None
    segment: Range
    """The tokens of the sentence part it was found in."""


@dataclass(slots=True)
class Speech:
    """One direct quotation: marked stretches that belong together."""

    rule: str
    parts: list[Marked]
    attribution: Attribution | None
    block: int
    """The block of the attribution, or of the first part."""
    until: int = -1
    """The last block it reaches, while it may still go on."""


class Paragraph:
    """A block with its top-level marked stretches, and the tokens between them."""

    def __init__(self, parsed: ParsedBlock, marks: Sequence[Marked]) -> None:
        self.block = parsed.block
        self.doc: Doc = parsed.doc
        self.base = parsed.block.start
        self.marks = [m for m in marks if m.depth == 0]
        self._starts = [t.idx + self.base for t in self.doc]
        self.ranges = [self._tokens(m) for m in self.marks]

    def _tokens(self, mark: Marked) -> Range:
        return (
            bisect_left(self._starts, mark.start),
            bisect_left(self._starts, mark.end),
        )

    def after(self, i: int) -> Range:
        """The tokens after a stretch, to the end of the sentence or the next stretch."""
        start = self.ranges[i][1]
        stop = self.ranges[i + 1][0] if i + 1 < len(self.ranges) else len(self.doc)
        end = start
        while end < stop:
            if self.doc[end].text in _ENDS and end > start:
                break
            end += 1
        return start, end

    def before(self, i: int) -> Range:
        """The tokens before a stretch, from the start of the sentence or the last stretch."""
        end = self.ranges[i][0]
        stop = self.ranges[i - 1][1] if i > 0 else 0
        start = end
        while start > stop and self.doc[start - 1].text not in _ENDS:
            start -= 1
        return start, end

    def gap(self, i: int) -> Range:
        """All tokens between stretch *i* and the next one."""
        stop = self.ranges[i + 1][0] if i + 1 < len(self.ranges) else len(self.doc)
        return self.ranges[i][1], stop

    def words(self, part: Range) -> list[Token]:
        """The tokens of a range that are words."""
        return [t for t in self.doc[part[0] : part[1]] if t.is_alpha or t.like_num]

    def span(self, part: Range | None) -> Span | None:
        """The offsets of a range of tokens in the article's text."""
        if part is None or part[0] >= part[1]:
            return None
        last = self.doc[part[1] - 1]
        return self.base + self.doc[part[0]].idx, self.base + last.idx + len(last)

    def inner(self, i: int) -> str:
        m = self.marks[i]
        a, b = m.inner
        return self.doc.text[a - self.base : b - self.base].strip()


def attribute_after(par: Paragraph, i: int) -> Attribution | None:
    """``"…," said X``, ``"…," X told Y``, ``"…," according to X``."""
    inner = par.inner(i)
    segment = par.after(i)
    tokens = par.doc[segment[0] : segment[1]]
    comma = bool(len(tokens)) and tokens[0].text in (",", "-", "–", "—", "--")
    if inner[-1:] in (".",) and not inner.endswith("..") and not comma:
        # a full stop inside and a new sentence after: "X." He said …
        first = next((t for t in tokens if not t.is_space), None)
        if first is None or not (
            first.lower_ == "said"
            or first.text[0].islower()
            or first.pos_ == "PROPN"
            or first.pos_ == "PRON"
        ):
            return None
        if not _short_attribution(par, segment):
            return None
    elif inner[-1:] not in ",?!-–—…'’." and not comma and not _short_attribution(par, segment):
        return None
    for token in tokens[:_NEAR]:
        if token.lower_ == "according":
            to = child(token, "prep")
            pobj = child(to, "pobj") if to is not None else None
            if to is not None and pobj is not None:
                return Attribution(
                    "according to", token, (token.i, to.i + 1), speaker.phrase(pobj), segment
                )
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        if token.tag_ in ("VBG", "VBN") and child(token, "nsubj", "aux", "auxpass") is None:
            if token.dep_ in ("amod", "acl", "compound"):
                continue
            return None
        who = _subject_in(par, token, segment)
        if who is None:
            if token.dep_ in ("relcl",):
                continue
            return None
        if not _reports(token) and inner[-1:] not in ",?!":
            return None
        rule = "after" if _reports(token) else "after, unlisted verb"
        return Attribution(rule, token, _cue_range(token), who, segment)
    return None


def attribute_before(par: Paragraph, i: int) -> Attribution | None:
    """``X said: "…"``, ``X said, "…"``, ``X told Y "…"``."""
    segment = par.before(i)
    tokens = [t for t in par.doc[segment[0] : segment[1]] if not t.is_space]
    if not tokens:
        return None
    last = tokens[-1].text
    if last == ":":
        for token in reversed(tokens):
            if token.pos_ in ("VERB", "AUX") and _reports(token):
                return Attribution("colon", token, _cue_range(token), speaker.of(token), segment)
        for token in tokens:
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
                who = speaker.of(token)
                if who is not None:
                    return Attribution(
                        "colon, unlisted verb", token, _cue_range(token), who, segment
                    )
        if len(tokens) <= 8:
            return Attribution("colon, name", None, None, (tokens[0].i, tokens[-1].i), segment)
        return None
    near = tokens[-_NEAR:]
    if last in (",", "–", "—", "-", "--"):
        for token in reversed(near):
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
                if not _reports(token):
                    if token.tag_ in ("VBG", "VBN", "VB"):
                        continue
                    return None
                who = speaker.of(token)
                return Attribution("comma", token, _cue_range(token), who, segment)
        return None
    if par.inner(i)[:1].isupper() or len(par.inner(i).split()) >= 8:
        for token in reversed(near[-5:]):
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
                if not _reports(token):
                    return None
                return Attribution("no comma", token, _cue_range(token), speaker.of(token), segment)
    return None


def is_sentence(par: Paragraph, i: int) -> bool:
    """Whether a stretch stands as a sentence of its own: it starts one and it ends one."""
    inner = par.inner(i)
    start, end = par.before(i)
    if par.words((start, end)):
        return False
    first = next((c for c in inner if c.isalnum()), "")
    if first.islower() and par.ranges[i][0] > 0:
        return False
    return inner[-1:] in ".?!…,-–—’'\"”" and len(inner.split()) >= 2


def _short_attribution(par: Paragraph, segment: Range) -> bool:
    """Whether a segment is nothing but "X said" or "said X"."""
    tokens = [t for t in par.doc[segment[0] : segment[1]] if not t.is_punct and not t.is_space]
    if not tokens or len(tokens) > 14:
        return False
    verb = next((t for t in tokens if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or not _reports(verb):
        return False
    return child(verb, "dobj", "ccomp", "xcomp") is None or "tell" in verb.lemma_


def _reports(token: Token) -> bool:
    return any("quote" in s.takes for s in cues.verbs().get(cues.verb_key(token), ()))


def _cue_range(token: Token) -> Range:
    particle = child(token, "prt")
    if particle is not None and particle.i == token.i + 1:
        return token.i, token.i + 2
    return token.i, token.i + 1


def _subject_in(par: Paragraph, verb: Token, segment: Range) -> Range | None:
    """The subject of a verb inside a segment: by the parse, else the noun phrase beside it."""
    subject = child(verb, "nsubj")
    if subject is not None and segment[0] <= subject.i < segment[1]:
        start, end = speaker.phrase(subject)
        return max(start, segment[0]), min(end, segment[1])
    doc = par.doc
    end = verb.i
    while end > segment[0] and doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    start = end
    while start > segment[0] and doc[start - 1].pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ"):
        start -= 1
    if start < end:
        return start, end
    start = end = verb.i + 1
    while end < segment[1] and doc[end].pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ"):
        end += 1
    return (start, end) if start < end else None


def speeches(paragraphs: Sequence[Paragraph]) -> list[Speech]:
    """The direct quotations of an article, in order."""
    found: list[Speech] = []
    last: Speech | None = None
    """The speech that may go on, and where it ended: at the end of the block before, or here."""
    for number, par in enumerate(paragraphs):
        open_ = last if last is not None and last.until >= number - 1 else None
        pending: list[int] = []
        current: Speech | None = None
        for i in range(len(par.marks)):
            speech = _one(par, i, number, current, open_ if i == 0 else None, pending)
            if speech is None:
                current = None if par.words(par.gap(i)) else current
                continue
            if speech is not current and speech is not open_:
                found.append(speech)
            current = speech
        last = None
        if current is not None and par.marks and not _narrates_after(par):
            last = current
            last.until = number
    return found


def _narrates_after(par: Paragraph) -> bool:
    """Whether a paragraph goes on with more than one sentence after its last stretch."""
    _start, end = par.gap(len(par.marks) - 1)
    seg = par.after(len(par.marks) - 1)
    return len(par.words((seg[1], end))) > 0


def _one(
    par: Paragraph,
    i: int,
    number: int,
    current: Speech | None,
    open_: Speech | None,
    pending: list[int],
) -> Speech | None:
    mark = par.marks[i]
    words = len(par.inner(i).split())
    before = par.before(i)
    lead = par.words(before)
    attribution = attribute_before(par, i)
    if current is not None and i > 0:
        link = par.gap(i - 1)
        if not par.words(link):
            current.parts.append(mark)
            return current
    if attribution is None and (
        not lead or par.doc[before[1] - 1].text in (",", "–", "—") or words >= 3
    ):
        after = attribute_after(par, i)
        if after is not None and (not lead or par.doc[before[1] - 1].text in (",",)):
            attribution = after
    if current is not None and i > 0 and current.attribution is not None:
        gap = par.gap(i - 1)
        seg = current.attribution.segment
        if (
            attribution is None
            and seg[0] >= gap[0]
            and seg[1] <= gap[1]
            and not par.words((seg[1], gap[1]))
        ):
            current.parts.append(mark)
            return current
        if attribution is None and not lead and is_sentence(par, i):
            return Speech("goes on", [mark], _same(current.attribution), number)
    if attribution is not None:
        return Speech(attribution.rule, [mark], attribution, number)
    if is_sentence(par, i) or (not lead and words >= 6 and i == 0 and before[0] == 0):
        if (open_ is not None and before == (0, 0)) or (
            open_ is not None and not par.words((0, before[1]))
        ):
            open_.parts.append(mark)
            return open_
        if words >= 4:
            return Speech("alone", [mark], None, number)
    return None


def _same(attribution: Attribution) -> Attribution:
    return Attribution(
        "goes on", attribution.cue, attribution.cue_range, attribution.speaker, attribution.segment
    )
