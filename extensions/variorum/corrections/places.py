"""Where corrections mean: their words looked up in the articles, and what was wrong with that."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from variorum.corrections.records import Correction, Target
from variorum.corrections.selector import NEAREST, Words
from variorum.model import Annotation, Article, Problem

SHOWN = 60
"""Characters of words in a message."""
AROUND = 24
"""Characters of context on each side, in a message."""
SEARCHES = 50
"""For so many corrections that miss, candidates are looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A range of an article's text that a correction points to."""

    article: str
    start: int
    end: int


class Gazette:
    """The articles of a story by the names an editor may give them, and the words in them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.words = {a.id: Words(a) for a in articles}
        self.names: defaultdict[str, set[str]] = defaultdict(set)
        for article in articles:
            path = PurePosixPath(article.source)
            for name in (article.id, path.name, path.stem, article.source):
                self.names[name].add(article.id)
        self.searches = 0

    def place(self, target: Target) -> Place | str:
        """Where a target is, or why that can't be said, with the nearest candidates."""
        ids = {target.article} & self.words.keys() or self.names.get(target.article, set())
        if len(ids) > 1:
            return f"{target.article!r} may be {_listed(repr(i) for i in sorted(ids))}"
        if not ids:
            near = difflib.get_close_matches(target.article, sorted(self.names)[:2000], NEAREST)
            return f"no article is called {target.article!r}{_nearest(repr(n) for n in near)}"
        words = self.words[next(iter(ids))]
        found = words.find(target)
        if len(found) == 1:
            return Place(words.article.id, *found[0])
        if found:
            return (
                f"“{short(target.exact)}” stands in {words.article.id!r} more than once; add words "
                f"before or after it: {self._in_context(words, found)}"
            )
        return f"“{short(target.exact)}” is not in {words.article.id!r}" + self._like(words, target)

    def _like(self, words: Words, target: Target) -> str:
        plain = words.find(Target(target.article, target.exact))
        if plain:
            where = self._in_context(words, plain)
            return f" with these words before and after it; it stands there as {where}"
        self.searches += 1
        if self.searches > SEARCHES:
            return ""
        return _nearest(self._shown(words, *span) for span in words.nearest(target.exact))

    def _in_context(self, words: Words, spans: Sequence[tuple[int, int]]) -> str:
        shown = [self._shown(words, *span) for span in spans[:NEAREST]]
        return _listed(shown) + (" and elsewhere" if len(spans) > NEAREST else "")

    def _shown(self, words: Words, start: int, end: int) -> str:
        return in_context(words.article, start, end)

    def near(self, place: Place, found: Iterable[Annotation]) -> str:
        """The annotations nearest to a place, for a message."""
        article = self.words[place.article].article
        ranked = sorted(found, key=lambda a: (_distance(a, place), a.start, a.end))[:NEAREST]
        return _nearest(in_context(article, a.start, a.end) for a in ranked)


def in_context(article: Article, start: int, end: int) -> str:
    """``“…before [words] after…” (line 3)``; the line where the file is text as it is."""
    text = article.text
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    said = " ".join(f"…{before}[{short(text[start:end])}]{after}…".split())
    line = line_in(article, start)
    return f"“{said}” (line {line})" if line else f"“{said}”"


def line_in(article: Article, offset: int) -> int | None:
    """The line of its file that an offset of a text article is on."""
    plain = article.source.endswith(".txt")
    return article.text.count("\n", 0, offset) + 1 if plain else None


def pick(place: Place, found: Sequence[Annotation]) -> list[int]:
    """Which annotations a place means: those on just its words, else the innermost around them,
    else all that meet them."""
    met = [n for n, a in enumerate(found) if a.start < place.end and place.start < a.end]
    same = [n for n in met if (found[n].start, found[n].end) == (place.start, place.end)]
    if same:
        return same[:1]
    around = [n for n in met if found[n].start <= place.start and place.end <= found[n].end]
    if around:
        return [min(around, key=lambda n: found[n].end - found[n].start)]
    return met


def located(
    corrections: Iterable[Correction], gazette: Gazette
) -> Iterator[tuple[Correction, tuple[Place, ...], list[Problem]]]:
    """Each correction with the places that could be found, and a problem for each of the rest.

    What needs all its places (a merge, a statement added in parts) is passed over without them.
    """
    for correction in corrections:
        places, problems = [], []
        for target in correction.at:
            place = gazette.place(target)
            if isinstance(place, Place):
                places.append(place)
            else:
                problems.append(problem(correction, place))
        whole = correction.verb in ("merge", "add") or correction.what == "finding"
        yield correction, tuple(places) if not (problems and whole) else (), problems


def problem(correction: Correction, message: str) -> Problem:
    """A problem located at a correction."""
    said = f"{correction.verb} {correction.what}: {message}"
    return Problem("correction", correction.source, said, correction.line)


def short(words: str) -> str:
    """Words on one line, cut where they are long."""
    said = " ".join(words.split())
    return said if len(said) <= SHOWN else said[:SHOWN].rpartition(" ")[0] + " …"


def _distance(annotation: Annotation, place: Place) -> int:
    return max(annotation.start - place.end, place.start - annotation.end, 0)


def _nearest(candidates: Iterable[str]) -> str:
    said = _listed(candidates)
    return f"; nearest: {said}" if said else ""


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
