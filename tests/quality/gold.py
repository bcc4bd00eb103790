"""Read the gold and find its words in the texts; the notation is described in gold/README.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Gold", "GoldError", "read_gold", "read_story"]

FOLDER = Path(__file__).parent / "gold"

Span = tuple[int, int]

FIELDS = {
    "entity": ("label", "actor"),
    "ref": ("actor",),
    "role": ("actor",),
    "quote": ("kind", "actor"),
    "date": ("value",),
}
TYPES = {"ref": "reference"}
"""Types whose name in the gold is short."""

STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class GoldError(ValueError):
    """A line of the gold that can't be read, or whose words aren't in the article."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotation of the gold.

    ``fields`` maps a field's name to the values that are right; an actor is a set of gold ids,
    empty for nobody. ``optional`` ones may be found or not.
    """

    type: str
    spans: tuple[Span, ...]
    fields: Mapping[str, tuple[str, ...]]
    actors: tuple[frozenset[str], ...] = ()
    optional: bool = False

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


def read_story(story: str, texts: Mapping[str, str]) -> dict[str, list[Gold]]:
    """The gold of a story's articles, by article id; *texts* are the texts as read."""
    return {
        path.stem: read_gold(path.read_text(encoding="utf-8"), texts[path.stem], path.name)
        for path in sorted((FOLDER / story).glob("*.txt"))
    }


def read_gold(source: str, text: str, name: str = "gold") -> list[Gold]:
    """Find one article's gold in its *text*; *name* is for the messages of errors."""
    text = text.translate(STRAIGHT)
    found: list[Gold] = []
    at = 0
    for number, header, lines in _passages(source.translate(STRAIGHT)):
        here = re.compile(rf"^{re.escape(header)}", re.MULTILINE).search(text, at)
        if here is None:
            raise GoldError(f"{name}:{number}: no line starts with {header!r} from there on")
        at = here.start() + 1
        last: dict[str, Span] = {}
        for line_number, line in lines:
            try:
                found.append(_annotation(line, text, here.start(), last))
            except (KeyError, ValueError) as error:
                raise GoldError(f"{name}:{line_number}: {line!r}: {error}") from error
    return found


def _passages(source: str) -> Iterator[tuple[int, str, list[tuple[int, str]]]]:
    """Each passage: line number, the words it starts with, its numbered lines."""
    header, at, lines = "", 0, list[tuple[int, str]]()
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("== "):
            if header:
                yield at, header, lines
            header, at, lines = line.removeprefix("== "), number, []
        elif line.strip() and not line.startswith("#"):
            lines.append((number, line))
    if header:
        yield at, header, lines


def _annotation(line: str, text: str, passage: int, last: dict[str, Span]) -> Gold:
    """Read one line; *last* keeps where the last annotation of each type begins."""
    head, bar, words = line.partition(" | ")
    if not bar:
        raise GoldError("words are missing")
    type_, *values = head.strip().removeprefix("?").split()
    fields = {
        field: tuple(value.split("/")) for field, value in zip(FIELDS[type_], values, strict=True)
    }
    inside, after = last.get(type_, (passage, passage))
    spans = tuple(_spans(words, text, inside if line.startswith(" ") else after))
    last[type_] = spans[0]
    actors = tuple(
        frozenset() if choice == "-" else frozenset(choice.split("+"))
        for choice in fields.pop("actor", ())
    )
    return Gold(TYPES.get(type_, type_), spans, fields, actors, head.strip().startswith("?"))


def _spans(words: str, text: str, start: int) -> Iterator[Span]:
    for part in words.split(" + "):
        first, _, last = part.partition(" ... ")
        span = _find(first, text, start)
        if last:
            span = span[0], _find(last, text, span[1])[1]
        yield span
        start = span[1]


def _find(words: str, text: str, start: int) -> Span:
    """Where *words* stand next in the paragraph, as words of their own.

    A name may run into the word after it, as scraped pages have it.
    """
    end = text.find("\n\n", start)
    here = re.compile(rf"(?<![\w-]){re.escape(words)}(?![a-z])").search(
        text, start, len(text) if end < 0 else end
    )
    if here is None:
        raise GoldError(f"{words!r} isn't there from {text[start : start + 40]!r} on")
    return here.span()
