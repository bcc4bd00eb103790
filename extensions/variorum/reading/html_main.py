"""Which chunks of a page are the article's text: trafilatura says it, and the elements mend it.

What trafilatura gives is a text, so its lines are found again among the chunks. The box that holds
most of them is where the article stands. A line that the page repeats elsewhere counts in there
alone; a paragraph in there that was dropped, and a second box of the same purpose, belong to it.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.reading import lexicon
from variorum.reading.sheet import ends_sentence, plain, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.reading.html_boxes import Box
    from variorum.reading.html_chunks import Chunk

__all__ = ["MainText", "main_text"]

_SHINGLE = 5
"""Words in the runs by which a chunk is found again in the main text."""
_ALIKE = 0.7
"""Share of a chunk's runs that stand in the main text, from which on it is part of it."""
_MOST = 0.75
"""Share of the main text that the box of the article holds."""
_FEWEST = 8
"""Words of a sentence that reads like a paragraph."""
_WRAPPERS = frozenset(("div", "section", "article", "main", "body", "html", "td", "tr", "table"))
"""Elements that hold more than one paragraph."""
_LONG = 4
"""Runs of a line that isn't repeated by chance."""
_SAME = 0.9
"""Share of a paragraph's runs that were there before, from which on it is a repetition."""
_SUBHEADS = ("h2", "h3", "h4", "h5", "h6")
_IN_TEXT = frozenset(("tweet", "td", "th", "figcaption", "blockquote"))
"""Elements whose words may be a link all the same."""
_LABEL = 3.5
"""Words beside a link that are its label: "Related:", "Also on this site"."""
_LABELS = 0.3
"""Share of words beside links that are labels, where a line has several."""
_LIST = 3
"""Headings in a row that are a list."""


@dataclass(frozen=True, slots=True)
class MainText:
    """What of a page is the article."""

    numbers: frozenset[int]
    """The numbers of its chunks."""
    amid: frozenset[int]
    """The numbers of all chunks that stand among these, captions and the like."""
    above: frozenset[int] = frozenset()
    """The numbers of those above the headline outside of the article's box."""


def main_text(found: Sequence[Chunk], text: str, headline: int | None) -> MainText:
    """Find the article in a page of this source *text*."""
    lines = _extract(text)
    # A row of a table comes as one line, its cells parted by upright strokes.
    known = {plain(cell) for line in lines for cell in (line, *line.split("|"))} - {""}
    shingles = {run for line in lines for run in _runs(plain(line))}
    said = [plain(chunk.text) for chunk in found]
    main = {i for i, chunk in enumerate(found) if _is_known(chunk, known, shingles)} - {headline}
    if not main:
        rest = frozenset(i for i, chunk in enumerate(found) if not chunk.box.chrome)
        return MainText(rest, rest)
    article = _article_box(found, said, main)
    inside = {said[i] for i in main if article.holds(found[i].box)}
    main = {i for i in main if article.holds(found[i].box) or said[i] not in inside}
    amid = {i for i in _amid(found, main, article, headline) if i in main or said[i] not in inside}
    main |= {i for i in amid if _is_dropped(found, main, i)}
    continued = set(_continued(found, main, article))
    main |= continued
    main |= set(_same_paragraph(found, main))
    main -= set(_link_lines(found, main))
    main -= set(_repeated(said, main))
    main -= set(_labels(found, main))
    main -= set(_headings_of_nothing(found, main))
    above = frozenset(i for i in range(headline or 0) if not article.holds(found[i].box))
    return MainText(frozenset(main), frozenset(amid | continued | main), above)


def _extract(text: str) -> list[str]:
    """The lines of the main text as trafilatura finds it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        said = trafilatura.extract(text, include_comments=False)
    except Exception:  # A page it stumbles over is read without it.
        return []
    return [line for line in (said or "").splitlines() if line.strip()]


def _is_known(chunk: Chunk, known: set[str], shingles: set[str]) -> bool:
    said = [plain(line) for line in chunk.text.splitlines() if line.strip()]
    if all(line in known for line in said):
        return True
    runs = _runs(" ".join(said))
    return bool(runs) and sum(run in shingles for run in runs) >= _ALIKE * len(runs)


def _runs(said: str) -> list[str]:
    tokens = said.split()
    return [" ".join(tokens[i : i + _SHINGLE]) for i in range(len(tokens) - _SHINGLE + 1)]


def _article_box(found: Sequence[Chunk], said: Sequence[str], main: set[int]) -> Box:
    """The innermost box with most of the main text; what the page says twice is not weighed."""
    times = Counter(said[i] for i in main)
    weighed = [i for i in main if times[said[i]] == 1] or sorted(main)
    weights: Counter[int] = Counter()
    boxes: dict[int, Box] = {}
    for i in weighed:
        weights[found[i].box.number] += len(said[i]) + 1
        boxes[found[i].box.number] = found[i].box
    for number in _upwards(boxes):
        if parent := boxes[number].parent:
            weights[parent.number] += weights[number]
    total = max(weights.values())
    return boxes[max(n for n, weight in weights.items() if weight >= _MOST * total)]


def _upwards(boxes: dict[int, Box]) -> Iterator[int]:
    """The numbers of boxes and of those they lie in, each after all that lie in it."""
    for box in list(boxes.values()):
        parent = box.parent
        while parent and parent.number not in boxes:
            boxes[parent.number] = parent
            parent = parent.parent
    yield from sorted(boxes, reverse=True)


def _amid(
    found: Sequence[Chunk], main: set[int], article: Box, headline: int | None
) -> Iterator[int]:
    """The chunks from the headline to the end of the article, but for what stands beside it."""
    inside = [i for i in main if article.holds(found[i].box)]
    first = min(inside)
    start = headline if headline is not None and headline < first else first
    for i in range(start, max(inside) + 1):
        box = found[i].box
        is_beside = _is_beside(box, article) and not box.tweet
        if (i < first or article.holds(box)) and not is_beside:
            yield i


def _is_dropped(found: Sequence[Chunk], main: set[int], i: int) -> bool:
    """Whether a chunk amid the article reads like a part of it."""
    is_heading = found[i].tag in _SUBHEADS and i - 1 in main and i + 1 in main
    return is_heading or _is_paragraph(found[i])


def _is_paragraph(chunk: Chunk) -> bool:
    return (
        chunk.linked < 0.5 * len(chunk.text)
        and len(words(chunk.text)) >= _FEWEST
        and ends_sentence(chunk.text)
    )


def _is_beside(box: Box, article: Box) -> bool:
    """Whether the elements say that something is no part of the article."""
    return box.chrome or (box.beside is not None and not box.beside.holds(article))


def _continued(found: Sequence[Chunk], main: set[int], article: Box) -> Iterator[int]:
    """The paragraphs in boxes of the article's own purpose that come after it.

    A heading of the first rank between the two begins another article.
    """
    if not any(article.name[1:]):
        return
    last = max(i for i in main if article.holds(found[i].box))
    for i in range(last + 1, len(found)):
        chunk = found[i]
        if chunk.tag == "h1":
            return
        is_part = _is_paragraph(chunk) or chunk.tag in _SUBHEADS
        if is_part and _lies_in(chunk.box, article) and not _is_beside(chunk.box, article):
            yield i


def _lies_in(box: Box, article: Box) -> bool:
    """Whether a box lies in another of the same name as the article's."""
    within: Box | None = box
    while within:
        if within.name == article.name:
            return not within.holds(article)
        within = within.parent
    return False


def _same_paragraph(found: Sequence[Chunk], main: set[int]) -> Iterator[int]:
    """The parts of a paragraph of which the article has another."""
    parts = {found[i].box.number for i in main if found[i].tag not in _WRAPPERS}
    for i, chunk in enumerate(found):
        if chunk.box.number in parts and not chunk.box.chrome:
            yield i


def _link_lines(found: Sequence[Chunk], main: set[int]) -> Iterator[int]:
    """Lines that are a link and perhaps a label: they lead to other articles."""
    for i in main:
        said = found[i].text.strip()
        beside = len(words(said)) * (len(said) - found[i].linked) / len(said)
        few = _LABEL if ends_sentence(said) else max(_LABEL, _LABELS * len(words(said)))
        if found[i].tag not in _IN_TEXT and beside <= few and found[i].linked > len(said) / 2:
            yield i


def _repeated(said: Sequence[str], main: set[int]) -> Iterator[int]:
    """A paragraph that was there before, nearly word for word."""
    known: set[str] = set()
    for i in sorted(main):
        runs = _runs(said[i])
        if len(runs) >= _LONG and sum(run in known for run in runs) >= _SAME * len(runs):
            yield i
        known.update(runs)


def _labels(found: Sequence[Chunk], main: set[int]) -> Iterator[int]:
    """Headings that are what sites say to their readers: "Most read", "Sign up"."""
    patterns = lexicon.compiled("boilerplate", "promo")
    for i in main:
        if found[i].tag in _SUBHEADS:
            said = " ".join(found[i].text.split())
            if any(pattern.fullmatch(said) for pattern in patterns):
                yield i


def _headings_of_nothing(found: Sequence[Chunk], main: set[int]) -> Iterator[int]:
    """Headings that no paragraph follows: a list of other articles, a form below."""
    run: list[int] = []
    for i in sorted(main):
        if found[i].tag in _SUBHEADS:
            run.append(i)
            continue
        if len(run) >= _LIST:
            yield from run
        run = []
    yield from run
