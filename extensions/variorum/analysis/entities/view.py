"""One flat, cheap view of a block's tokens: rules read these lists and never spaCy's objects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from variorum.analysis.parse import ParsedBlock


@dataclass(slots=True)
class View:
    """The tokens of one block, index by index; ``starts`` and ``ends`` count from the article."""

    text: str
    """The whole article's."""
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    """Coarse part of speech (``PROPN``, ``VERB``, …)."""
    first: list[bool]
    """Whether the token opens a sentence, or follows a mark that capitalises."""
    cap: list[bool]
    """Whether the token starts with a capital letter, or has one inside: "wikiExample"."""
    shouted: bool
    """Whether the block is in capitals, so that capitals say nothing."""
    titled: bool
    """Whether most words of the block are capitalised, as in a headline."""
    place: list[int]
    """Where each token of the parse is here; white space, which is left out, is at the next one."""

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Whether token *i* follows token *i - 1* without a space."""
        return i > 0 and self.ends[i - 1] == self.starts[i]


def view(text: str, parsed: ParsedBlock) -> View:
    """Read the tokens of a block off its parse."""
    doc: Doc = parsed.doc
    base = parsed.block.start
    tokens: list[Token] = []
    words: list[str] = []
    starts: list[int] = []
    place: list[int] = []
    for t in doc:
        place.append(len(tokens))
        if not t.is_space:
            for start, word in _pieces(t.text):
                tokens.append(t)
                words.append(word)
                starts.append(base + t.idx + start)
    place.append(len(tokens))
    inside = [bool(_INNER.match(w)) for w in words]
    cap = [w[0].isupper() or inner for w, inner in zip(words, inside, strict=True)]
    letters = [w for w in words if w[0].isalpha()]
    long = [w for w in letters if len(w) > 3]
    sentence = bool(words) and (words[-1] in _FULL_STOPS or "." in words[_SHORT:])
    return View(
        text=text,
        words=words,
        lower=[w.lower() for w in words],
        starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
        tags=["PROPN" if inner else t.pos_ for t, inner in zip(tokens, inside, strict=True)],
        first=_first(tokens, words),
        cap=cap,
        shouted=sum(w.isupper() for w in letters) > 0.7 * len(letters) and len(letters) > 2,
        titled=not sentence and sum(w[0].isupper() for w in long) > 0.7 * len(long) > 1,
        place=place,
    )


_INNER = re.compile(r"[a-z]{1,6}[A-Z][a-z]+$")
_RUN_TOGETHER = re.compile(r"[^\W\d_][:(\[|;/]+[^\W\d_]")


def _pieces(word: str) -> list[tuple[int, str]]:
    """A token, or where a scrape ran words together ("Photo:(Agency") its parts."""
    if len(word) < 5 or not _RUN_TOGETHER.search(word) or "//" in word or "." in word:
        return [(0, word)]
    return [(m.start(), m.group()) for m in re.finditer(r"[:(\[|;/]|[^:(\[|;/]+", word)]


_SHORT = 6
"""Words a block may have before a full stop without being a sentence: "No. 10", "St. Anne"."""
_FULL_STOPS = frozenset({".", "!", "?", ".”", '."'})


def _first(tokens: list[Token], words: list[str]) -> list[bool]:
    first = [bool(t.is_sent_start) for t in tokens]
    opened = True
    for i, word in enumerate(words):
        if opened:
            first[i] = True
        opened = word in _OPENERS or (opened and not word[0].isalnum())
        if first[i] and not word[0].isalnum():
            opened = True
    return first


_OPENERS = frozenset({":", "“", "”", '"', "•", "–", "—", "*", "|", "/", "«"})
