"""No longer stretch of a text than may be quoted, in any string whatever.

Findings quote the articles in their sentences, and pages may put words together. What goes into
the facts of a page passes here, so that nobody has to remember it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.model import Article
from variorum.publishing.choice import LONGEST, WORD


class Guard:
    """Knows every stretch of one word more than may be quoted, of the *withheld* articles.

    What stands in a *permitted* article, too, may be given.
    """

    def __init__(self, withheld: Iterable[Article], permitted: Iterable[Article] = ()) -> None:
        self.known = {h for article in withheld for h in _stretches(_words(article.text))}
        if self.known:
            self.known -= {h for article in permitted for h in _stretches(_words(article.text))}

    def short(self, said: str) -> str:
        """The string, with dots for what is too much of an article."""
        if not self.known or len(said) < LONGEST:
            return said
        words = [(found.start(), found.end(), found[0].casefold()) for found in WORD.finditer(said)]
        hits = [i for i, h in enumerate(_stretches([w for _s, _e, w in words])) if h in self.known]
        made, at = [], 0
        for first, last in _together(hits):
            kept = words[first + LONGEST - 1][1]
            made += [said[at:kept], " …"]
            at = words[last + LONGEST][1]
        return "".join([*made, said[at:]])

    def everywhere(self, facts: Any, *, untouched: frozenset[str] = frozenset()) -> Any:
        """A JSON value with every string in it made short, but for those under some keys."""
        if isinstance(facts, str):
            return self.short(facts)
        if isinstance(facts, dict):
            return {
                key: value if key in untouched else self.everywhere(value, untouched=untouched)
                for key, value in facts.items()
            }
        if isinstance(facts, (list, tuple)):
            return [self.everywhere(value, untouched=untouched) for value in facts]
        return facts


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _stretches(words: list[str]) -> Iterator[int]:
    """A hash for each run of one word more than may be quoted."""
    for start in range(len(words) - LONGEST):
        yield hash(tuple(words[start : start + LONGEST + 1]))


def _together(hits: list[int]) -> Iterator[tuple[int, int]]:
    """Starts of stretches as the first and last of those that overlap."""
    first = last = -1
    for hit in hits:
        if first >= 0 and hit <= last + LONGEST:
            last = hit
            continue
        if first >= 0:
            yield first, last
        first = last = hit
    if first >= 0:
        yield first, last
