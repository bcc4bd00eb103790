"""How the readings of a finding differ from its base, word by word, for the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from variorum.model import Finding, Reading, Span, Variant, WordChange

if TYPE_CHECKING:
    from variorum.edition import Story

Run = tuple[str, str, str]
"""What a run of words is, the words as the variant has them, and the base's in their place.

``same``, ``changed``, ``added``, ``moved`` (the base has the words elsewhere), ``left-out`` (no
words, only the base's), ``between`` (what stands between the words compared).
"""

LONG = 40
"""A run of more words is given by its beginning and end."""


def variants_facts(finding: Finding, story: Story) -> dict[int, dict[str, Any]]:
    """What is to be said of each reading that was compared word by word, by its number."""
    if not finding.variants:
        return {}
    texts = {article.id: article.text for article in story.articles}
    base_number = finding.variants[0].base
    base = finding.readings[base_number]
    made: dict[int, dict[str, Any]] = {base_number: {"base": True}}
    for variant in finding.variants:
        reading = finding.readings[variant.reading]
        made[variant.reading] = {
            "how": list(variant.how),
            "kept": kept(variant, base, texts),
            "runs": [list(run) for run in runs(variant, reading, base, texts)],
        }
    return made


def kept(variant: Variant, base: Reading, texts: Mapping[str, str]) -> dict[str, Any]:
    """How many of the base's words the variant has, of how many, and which, as half-open ranges
    of their numbers, each with ``same`` or ``changed``."""
    text = texts[base.article]
    ranges: list[list[Any]] = []
    for change in variant.changes:
        if change.op not in ("same", "changed"):
            continue
        first = _count(text, (base.start or 0, change.base[0]))
        ranges.append([first, first + _count(text, change.base), change.op])
    return {
        "words": sum(last - first for first, last, op in ranges if op == "same"),
        "of": _count(text, (base.start or 0, base.end or 0)),
        "ranges": ranges,
    }


def _count(text: str, span: Span) -> int:
    return len(text[span[0] : span[1]].split())


def runs(
    variant: Variant, reading: Reading, base: Reading, texts: Mapping[str, str]
) -> Iterator[Run]:
    """The variant's words in their order, cut where they part from the base."""
    text, other = texts[reading.article], texts[base.article]
    at, end = reading.start or 0, reading.end or 0
    gone = _words(other, (c.base for c in variant.changes if c.op in ("changed", "left-out")))
    for change in variant.changes:
        first, last = change.variant
        if first > at:
            yield "between", text[at:first], ""
        at = max(at, last)
        yield from _run(change, text, other, gone, spelled="orthographic" in variant.how)
    if end > at:
        yield "between", text[at:end], ""


def _run(
    change: WordChange, text: str, other: str, gone: Sequence[str], *, spelled: bool
) -> Iterator[Run]:
    words, instead = text[slice(*change.variant)], other[slice(*change.base)]
    if change.op == "same" and spelled:
        yield from _spelling(words, instead)
    elif change.op == "same":
        yield "same", words, ""
    elif change.op != "left-out" and _held(_plain(words), gone):
        yield "moved", words, ""
    else:
        yield change.op, words, shortened(instead)


def _spelling(words: str, instead: str) -> Iterator[Run]:
    """Words that are the same but for how they are spelled."""
    mine, theirs = words.split(), instead.split()
    if len(mine) != len(theirs):
        yield "same", words, ""
        return
    pairs = groupby(zip(mine, theirs, strict=True), lambda pair: _same(*pair))
    for n, (alike, listed) in enumerate(pairs):
        pair = list(listed)
        if n:
            yield "between", " ", ""
        said, base = " ".join(m for m, _ in pair), " ".join(t for _, t in pair)
        yield ("same", said, "") if alike else ("changed", said, base)


def _same(one: str, other: str) -> bool:
    return one.replace("’", "'") == other.replace("’", "'")


def _words(text: str, spans: Iterator[Span]) -> list[str]:
    return [word for start, end in spans for word in _plain(text[start:end])]


def _plain(words: str) -> list[str]:
    return [p for word in words.casefold().split() if (p := word.strip("“”‘’'\",.;:!?()"))]


def _held(words: Sequence[str], gone: Sequence[str]) -> bool:
    return bool(words) and all(word in gone for word in words)


def shortened(words: str) -> str:
    """The words, or the beginning and end of many."""
    listed = words.split()
    if len(listed) <= LONG:
        return " ".join(listed)
    half = LONG // 2
    return f"{' '.join(listed[:half])} … {' '.join(listed[-half:])}"
