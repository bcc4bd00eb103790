"""Rules for the parts of an article that only their place tells: headline, subhead, pull-line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum import turns
from variorum.model import ZoneKind
from variorum.reading import lexicon
from variorum.reading.dateline import find_dateline
from variorum.reading.sheet import Sheet, ends_sentence, plain, words

__all__ = ["headline", "pull_lines", "repeated_headline", "standfirst", "subheads", "summaries"]

Found = Iterator[tuple[int, ZoneKind]]

_QUOTES = "\"'“”‘’«»"
_BULLETS = "•◦▪*–—-·●○►"
_SMALL = re.compile(
    "a|an?d?|as|at|but|by|for|from|in|into|is|nor|of|off|on|onto|or|out|over|so|than|that|the|to|"
    "up|via|vs|with|yet"
)
"""Words that a headline in title case leaves small."""
_LONGEST_TITLE = 26
"""Words that a headline has at most."""
_SHORT_TITLE = 16
"""Words that it has at most where a body sentence could look the same."""
_CLAUSE = 8
"""Words that a pull-line has at least; a shorter line is a subhead."""
_CANDIDATES = 20
"""Paragraphs that a pull-line is compared with: those that share its rarest word."""


def summaries(sheet: Sheet) -> Found:
    """A label such as "Key points" above the prose, and the summary that follows it."""
    labels = lexicon.compiled("boilerplate", "summary_labels")
    for i in range(min(sheet.first_prose() + 1, len(sheet.pieces) - 2)):
        if any(label.fullmatch(sheet.line(i)) for label in labels):
            yield i, "promo"
            if sheet.is_open(i + 1):
                yield i + 1, "standfirst"


def headline(sheet: Sheet) -> Found:
    """The first line, if it is set like a headline.

    It has no final stop or is in title case, the page repeats it, or a stamp, a byline or a
    dateline follows it.
    """
    if any(piece.kind == "headline" for piece in sheet.pieces):
        return
    i = next((i for i in range(len(sheet.pieces)) if sheet.is_open(i)), None)
    if i is None or i + 1 >= len(sheet.pieces):
        return
    line = sheet.line(i)
    count = len(words(line))
    if not line or count > _LONGEST_TITLE or line.endswith((":", ",", ";")) or line[0] in _BULLETS:
        return
    short = count <= _SHORT_TITLE
    if find_dateline(line, 0) and not (short and ":" in line):
        return
    stopped = line.rstrip(_QUOTES).endswith((".", "…")) or (
        # A quotation of its own ends in a mark; a headline that quotes rarely does.
        line[0] in _QUOTES and line[-1] in _QUOTES and ends_sentence(line)
    )
    titled = count >= 3 and not line[0].islower()
    titled = titled and (not stopped or (short and _is_in_title_case(line)))
    followed = sheet.last_prose() > i + 1 and any(
        p.kind in ("stamp", "byline") or p.by in ("head-line", "key-line")
        for p in sheet.pieces[i + 1 : i + 3]
    )
    followed |= short and find_dateline(sheet.text, sheet.pieces[i + 1].start) is not None
    again = _is_repeated(sheet, i)
    if titled or followed or again:
        yield i, "headline"


def _is_in_title_case(line: str) -> bool:
    """Whether nearly all longer words are capitalised: "Harbour Reopens After the Storm"."""
    said = words(line)[1:]
    longer = [word for word in said if len(word) > 3]
    # In a plain sentence full of names the verb is small, however short.
    plain_words = [w for w in said if w.islower() and not _SMALL.fullmatch(w)]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= 3 and capitals >= 0.8 * len(longer) and not plain_words


def _is_repeated(sheet: Sheet, i: int) -> bool:
    """Whether the page says piece *i* again before its first paragraph."""
    said = plain(sheet.line(i))
    for j in range(i + 1, len(sheet.pieces)):
        if plain(sheet.line(j)) == said:
            return True
        if sheet.is_prose(j):
            return False
    return False


def repeated_headline(sheet: Sheet) -> Found:
    """The headline again, above the first paragraph."""
    said = {plain(sheet.line(i)) for i, p in enumerate(sheet.pieces) if p.kind == "headline"}
    for i in range(min(sheet.first_prose() + 1, len(sheet.pieces))):
        if sheet.is_open(i) and plain(sheet.line(i)) in said - {""}:
            yield i, "headline"


def standfirst(sheet: Sheet) -> Found:
    """A second line without final stop between the headline and the first paragraph."""
    top = sheet.first_prose()
    heads = [i for i in range(top) if sheet.pieces[i].kind == "headline"]
    if not heads or top == len(sheet.pieces):
        return
    i = next((i for i in range(heads[0] + 1, top) if sheet.is_open(i)), None)
    if i is not None:
        line = sheet.line(i)
        if len(words(line)) >= 5 and line[0].isupper() and not line.endswith((".", ":", ",")):
            yield i, "standfirst"


def pull_lines(sheet: Sheet) -> Found:
    """A line without final stop, or in quotation marks, that repeats words of a paragraph."""
    top, end = sheet.first_prose(), sheet.last_prose()
    bodies = {
        i: frozenset(plain(sheet.said(i)).split())
        for i in range(len(sheet.pieces))
        if sheet.is_open(i)
    }
    places: dict[str, list[int]] = {}
    for i, body in bodies.items():
        for word in body:
            places.setdefault(word, []).append(i)
    for i in range(top + 1, end):
        line = sheet.line(i)
        said = plain(line)
        tokens = said.split()
        if i not in bodies or not _CLAUSE <= len(tokens) <= 40:
            continue
        if line.endswith(":") or (ends_sentence(line) and line[0] not in _QUOTES):
            continue
        # Its rarest word leads to the few paragraphs that may hold the same sentence.
        rarest = min(
            (places[word] for word in tokens if len(places[word]) > 1), key=len, default=[]
        )
        for j in rarest[:_CANDIDATES]:
            if j == i or not sheet.is_prose(j) or len(bodies[j]) <= len(bodies[i]):
                continue
            share = sum(word in bodies[j] for word in tokens) / len(tokens)
            if said in plain(sheet.said(j)) or (share >= 0.8 and not ends_sentence(line)):
                yield i, "pull-line"
                break


def subheads(sheet: Sheet) -> Found:
    """A short title or question alone between two paragraphs."""
    top, end = sheet.first_prose(), sheet.last_prose()
    prose = [sheet.is_prose(i) for i in range(len(sheet.pieces))]
    spoken = turns.labels([sheet.line(i) for i in range(len(sheet.pieces))])
    for i in range(top + 1, end):
        line = sheet.line(i)
        if not line or i in spoken or prose[i] or not sheet.is_open(i) or not prose[i + 1]:
            continue
        alone = prose[i - 1] or not sheet.is_open(i - 1)
        asks = line.endswith("?") and line[0] not in _QUOTES
        titled = not ends_sentence(line) and not line.endswith((":", ",", ";"))
        if (
            alone
            and (asks or titled)
            and len(words(line)) <= (14 if asks else 11)
            and len(line) <= 90
            and words(line)
            and not line[0].islower()
            and line[0] not in _BULLETS
        ):
            yield i, "subhead"
