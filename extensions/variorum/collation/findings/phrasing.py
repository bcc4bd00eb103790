"""How messages name sources and actors, and quote words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model import Message, Name, Several, Source, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.collation.findings.material import Material
    from variorum.model import Span, Value

LONGEST = 14
"""A quotation of more words is cut in the middle."""
NOBODY = Message.of("nobody by name")


def source(material: Material, article: str) -> Source:
    """An article by its outlet and letter: "Beta Courier (B)"."""
    outlet = material.texts[article].article.meta.outlet
    return Source(article, outlet or "", material.view.sigla.get(article, "?"))


def sources(material: Material, articles: Iterable[str]) -> Several:
    """Several articles, in the order of the edition, each once."""
    return listed(
        source(material, a) for a in sorted(set(articles), key=material.order.__getitem__)
    )


def listed(values: Iterable[Value]) -> Several:
    """Things of one sort, in this order."""
    return Several(tuple(values))


def called(material: Material, id_: str) -> Name:
    """An actor by its name."""
    return Name(material.actors[id_].name if id_ in material.actors else id_)


def speakers(material: Material, ids: Iterable[str]) -> Several | Message:
    """Those who say something by their names, or that nobody is named."""
    names = listed(called(material, id_) for id_ in sorted(ids))
    return names if names.members else NOBODY


def quoted(text: str | None, longest: int = LONGEST, keep: Span | None = None) -> Words:
    """Words on one line, cut in the middle where they are many.

    What stands in the range *keep* of the text (what the finding is about) is not cut out.
    """
    words = (text or "").split()
    if len(words) > longest:
        words = _cut(words, longest, _words_in(text or "", keep) if keep else (0, 1))
    return Words(" ".join(words).strip(",;: "))


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


def each(material: Material, said: Iterable[tuple[str, str | None]]) -> Several:
    """Words and who has them: "“big” in A, “small” in B and C"."""
    by_words: dict[Words, list[str]] = {}
    for article, words in said:
        holders = by_words.setdefault(quoted(words), [])
        if article not in holders:
            holders.append(article)
    return listed(
        Message.of("in", words=words, sources=sources(material, who))
        for words, who in by_words.items()
    )
