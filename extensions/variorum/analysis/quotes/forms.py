"""Speech that a text marks by its form and not by marks of quotation.

| form | example |
|---|---|
| turns of a transcript | "Ann Lee: It will sail in June." |
| points of a list behind "said that:" | "She said that:", "- fares will rise;" |
| a dash at the head of a paragraph | "— Where is it? asked Ann Lee." |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum import turns
from variorum.analysis.quotes import attribution
from variorum.analysis.quotes.marks import Marked
from variorum.analysis.quotes.unclosed import verb_at
from variorum.model import FOLDED, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from variorum.analysis.parse import ParsedBlock
    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.analysis.quotes.said import Attribution

_POINT = re.compile(r"(?:[-–—•*·◦▪●]|\d{1,2}[.)])\s{1,3}(?=\S)")
_DASH = re.compile(r"[—–―]\s{0,3}(?=\S)")
_MARKS = frozenset('"“”„«»‘')


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a transcript: who speaks, where a name says it, and what, in which paragraphs."""

    speaker: Span | None
    parts: tuple[Span, ...]


def transcript(text: str, blocks: Sequence[ParsedBlock]) -> dict[int, Turn]:
    """The turns of an article that is a transcript, by the number of their block."""
    own = [(n, b.block) for n, b in enumerate(blocks) if b.block.kind not in FOLDED]
    found = {}
    lengths = turns.labels([text[b.start : b.end] for _, b in own])
    starts = sorted(lengths)
    for i, length in sorted(lengths.items()):
        n, block = own[i]
        later = [j for j in starts if j > i]
        more = own[i + 1 : later[0]] if later else []  # a turn goes on to the next one
        label = text[block.start : block.start + length].rstrip().rstrip(":")
        content = block.start + length, block.start + len(text[block.start : block.end].rstrip())
        if text[content[0]] in _MARKS or label in ("Q", "Question"):
            continue
        named = label not in turns.ASKED_AND_ANSWERED
        who = (block.start, block.start + len(label)) if named else None
        found[n] = Turn(who, (content, *((b.start, b.end) for _, b in more)))
    return found


def points(
    text: str, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[int, Attribution, tuple[Span, ...]]]:
    """Lists behind "said that:": the number of that paragraph, what reports, and the points."""
    for n, par in enumerate(paragraphs[:-1]):
        said = attribution.announced(par) if not par.marks else None
        if said is None or said.rule != "colon" or said.cue is None:
            continue
        listed = []
        for following in paragraphs[n + 1 :]:
            block = following.block
            bullet = _POINT.match(text, block.start, block.end)
            if bullet is None or following.marks:
                break
            end = block.start + len(text[block.start : block.end].rstrip().rstrip(";,"))
            listed.append((bullet.end(), end))
        if listed:
            yield n, said, tuple(listed)


def dialogue(text: str, blocks: Sequence[ParsedBlock]) -> dict[int, Marked]:
    """What stands between a dash at the head of a paragraph and who says it, by block.

    One such paragraph may be a point of a list: there have to be two.
    """
    found = {}
    for n, parsed in enumerate(blocks):
        start, end = parsed.block.start, parsed.block.end
        dash = _DASH.match(text, start, end) if parsed.block.kind == "paragraph" else None
        if dash is None or any(mark in _MARKS for mark in text[start:end]):
            continue
        stop = _attributed(parsed.doc)
        if stop is not None and start + stop > dash.end():
            inner = dash.end(), start + stop
            found[n] = Marked(start, start + stop, inner, "double", 0, True, False)
    return found if len(found) > 1 else {}


def _attributed(doc: Doc) -> int | None:
    """Where speech ends, in characters: behind the comma or mark before "said X" or "X said"."""
    for token in doc[2:]:
        before = doc[token.i - 1]
        if before.text not in (",", "?", "!", "…") or token.text in ("-", "—"):
            continue
        if verb_at(doc, token.i) is not None:
            return before.idx + len(before.text)
    return None
