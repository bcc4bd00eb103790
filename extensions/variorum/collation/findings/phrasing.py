"""How explanations name sources and quote words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.collation.findings.material import Material
    from variorum.model import Span

LONGEST = 14
"""A quotation of more words is cut in the middle."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def source(material: Material, article: str) -> str:
    """An article by its outlet and letter: "Beta Courier (B)"."""
    outlet = material.texts[article].article.meta.outlet
    letter = material.view.sigla.get(article, "?")
    return f"{outlet} ({letter})" if outlet else f"source {letter}"


def sources(material: Material, articles: Iterable[str]) -> str:
    """Several articles, in the order of the edition, each once."""
    return listed(
        [source(material, a) for a in sorted(set(articles), key=material.order.__getitem__)]
    )


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; of many, the first and how many more."""
    if len(names) > 6:
        return f"{', '.join(names[:4])} and {len(names) - 4} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def quoted(text: str | None, longest: int = LONGEST, keep: Span | None = None) -> str:
    """Words in quotation marks, on one line, cut in the middle where they are many.

    What stands in the range *keep* of the text (what the finding is about) is not cut out.
    """
    words = (text or "").translate(_INNER).split()
    if len(words) > longest:
        words = _cut(words, longest, _words_in(text or "", keep) if keep else (0, 1))
    return f"“{' '.join(words).strip(',;: ')}”"


def _cut(words: list[str], longest: int, keep: Span) -> list[str]:
    """So many of the words at most: beginning and end, or the beginning and what is kept."""
    head, tail = longest // 2 + 1, longest // 2 - 1
    if keep[1] <= head or keep[0] >= len(words) - tail:
        return [*words[:head], "…", *words[-tail:]]
    head = longest // 4
    room = longest - head
    first = max(head, min(keep[0] - (room - (keep[1] - keep[0])) // 2, keep[0]))
    if len(words) - (first + room) <= 1 and keep[0] >= len(words) - room:
        first = len(words) - room  # dots for a single word save nothing
    last = first + room
    gap = ["…"] if first > head else []
    return [*words[:head], *gap, *words[first:last], *(["…"] if last < len(words) else [])]


def _words_in(text: str, span: Span) -> Span:
    """The words (half-open) that a range of a text covers."""
    first = len(text[: span[0]].split())
    return first, max(first + 1, len(text[: span[1]].split()))


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def count(number: int) -> str:
    """A small number in words."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def upper_first(sentence: str) -> str:
    """A sentence that begins like one."""
    return sentence[:1].upper() + sentence[1:]


def each(material: Material, said: Iterable[tuple[str, str | None]]) -> str:
    """Words and who has them: "“big” in A, “small” in B and C"."""
    by_words: dict[str, list[str]] = {}
    for article, words in said:
        holders = by_words.setdefault(quoted(words), [])
        if article not in holders:
            holders.append(article)
    return listed([f"{words} in {sources(material, who)}" for words, who in by_words.items()])
