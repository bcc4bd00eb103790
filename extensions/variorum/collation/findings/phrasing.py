"""How explanations name sources and quote words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.collation.findings.material import Material

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


def quoted(text: str | None, longest: int = LONGEST) -> str:
    """Words in quotation marks, on one line, cut in the middle where they are many."""
    words = (text or "").translate(_INNER).split()
    if len(words) > longest:
        words = [*words[: longest // 2 + 1], "…", *words[-(longest // 2 - 1) :]]
    return f"“{' '.join(words).strip(',;: ')}”"


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
