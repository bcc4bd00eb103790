"""From a page's tree to chunks: runs of words that a browser sets as one block, in source order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from variorum.reading.html_boxes import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.reading.builder import Builder, InlineKind
    from variorum.reading.html_boxes import Box

__all__ = ["Chunk", "chunks"]

_UNSEEN = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
     "audio", "video", "canvas", "select", "option", "textarea", "datalist", "map", "area")
)  # fmt: skip
_INLINE: dict[str, InlineKind] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "strong": "strong", "b": "strong",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code", "a": "link",
}  # fmt: skip
_RUNNING = frozenset(
    ("abbr", "acronym", "bdi", "bdo", "big", "data", "del", "dfn", "font", "img", "ins", "label",
     "mark", "meter", "nobr", "output", "picture", "progress", "q", "rp", "rt", "ruby", "s",
     "small", "source", "span", "strike", "sub", "sup", "time", "u", "var", "wbr", *_INLINE)
)  # fmt: skip
"""Elements that end no block."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OFF_SCREEN = frozenset(
    (
        "sr-only",
        "visually-hidden",
        "screen-reader-text",
        "visuallyhidden",
        "off-screen",
        "offscreen",
    )
)
_FEW = 8
"""Words before a line's end that are a line of their own: a name, a date, an address."""
_BYLINE = re.compile(r"by\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class Chunk:
    """A block of a page and what its elements say of it."""

    box: Box
    dated: bool = False
    """Whether it contains a ``time`` element."""
    linked: int = 0
    """Characters of it that are links."""
    parts: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """The element that set it apart: ``p``, ``h1``, ``figcaption``, ``tweet`` …"""
        return self.box.tag

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(part[1] for part in self.parts if part[0] == "add")

    @property
    def is_short(self) -> bool:
        """Whether it has few words; looks at no more of it than that takes."""
        said = ""
        for part in self.parts:
            said += part[1] if part[0] == "add" else ""
            if len(said.split()) > _FEW:
                return False
        return True

    def write(self, builder: Builder) -> None:
        """Write its words and inline ranges."""
        for what, *values in self.parts:
            if what == "add":
                builder.add(values[0])
            elif what == "begin":
                builder.begin(values[0], values[1])  # type: ignore[arg-type]
            else:
                builder.end()


def chunks(root: Any) -> Iterator[Chunk]:
    """Give the chunks of a page's body, without those of white space alone."""
    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start":
            if _is_unseen(element):
                events.skip_subtree()
                walk.hidden = element
                continue
            yield from walk.enter(element)
            yield from walk.say(element.text)
        elif event == "end":
            if walk.hidden is element:
                walk.hidden = None
            else:
                yield from walk.leave(element)
            yield from walk.say(element.tail)
        else:
            yield from walk.say(element.tail)
    yield from walk.flush()


def _is_unseen(element: Any) -> bool:
    return (
        element.tag in _UNSEEN
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(element.get("style", "")))
        or not _OFF_SCREEN.isdisjoint(element.get("class", "").split())
        or (element.tag == "input")
    )


class _Walk:
    """Where a walk through a tree has got to."""

    def __init__(self) -> None:
        self.hidden: Any = None
        self.chunk: Chunk | None = None
        self.box: Box | None = None
        self.boxes = 0
        self.inlines: list[tuple[str, str]] = []
        """Kind and target of what is open, of each kind the outermost: ``<b><b>`` is one range."""
        self.counted: list[bool] = []
        """Of each inline element that is open, whether it is among these."""
        self.links = 0
        self.dated = 0
        self.spaced = True

    def enter(self, element: Any) -> Iterator[Chunk]:
        tag = element.tag
        self.dated += tag == "time"
        if tag == "time" and self.chunk and _BYLINE.match(self.chunk.text) and not self.spaced:
            # A style parts the two; the source doesn't.
            yield from self.flush()
        if tag in _INLINE:
            yield from self._open(element)
        elif tag == "br":
            yield from self._break()
        elif tag not in _RUNNING:
            yield from self._part()
            self.box = opened(element, self.box, self.boxes)
            self.boxes += 1

    def leave(self, element: Any) -> Iterator[Chunk]:
        tag = element.tag
        self.dated -= tag == "time"
        if tag in _INLINE:
            self.links -= _INLINE[tag] == "link"
            if self.counted.pop():
                self.inlines.pop()
                if self.chunk:
                    self.chunk.parts.append(("end",))
        elif tag not in _RUNNING and tag != "br":
            assert self.box
            self.box.last = self.boxes - 1
            self.box = self.box.parent
            yield from self._part()

    def say(self, words: str | None) -> Iterator[Chunk]:
        """Add words, their white space made single spaces."""
        if not words or self.hidden is not None:
            return
        words = _SPACE.sub(" ", words)
        if self.spaced:
            words = words.lstrip(" ")
        if not words:
            return
        if self.chunk is None:
            self._begin()
        assert self.chunk
        self.chunk.parts.append(("add", words))
        self.chunk.dated |= self.dated > 0
        if self.links:
            self.chunk.linked += len(words)
        self.spaced = words.endswith(" ")
        yield from ()

    def flush(self) -> Iterator[Chunk]:
        """End the chunk, where it has words."""
        chunk, self.chunk = self.chunk, None
        self.spaced = True
        if chunk and chunk.text.strip():
            chunk.parts += [("end",)] * len(self.inlines)
            yield chunk

    def _part(self) -> Iterator[Chunk]:
        """Part what comes from what was; within a tweet, a space does."""
        if not (self.box and self.box.tweet):
            yield from self.flush()
        elif not self.spaced:
            yield from self.say(" ")

    def _begin(self) -> None:
        assert self.box
        self.chunk = Chunk(self.box)
        self.chunk.parts += [("begin", kind, target) for kind, target in self.inlines]

    def _open(self, element: Any) -> Iterator[Chunk]:
        kind, target = _INLINE[element.tag], ""
        if kind == "link":
            target = element.get("href", "").strip()
            if not target.lower().startswith(("http://", "https://")):
                target = ""
            self.links += 1
        is_new = not any(of == kind for of, _ in self.inlines) and bool(target or kind != "link")
        self.counted.append(is_new)
        if is_new:
            self.inlines.append((kind, target))
            if self.chunk:
                self.chunk.parts.append(("begin", kind, target))
        yield from ()

    def _break(self) -> Iterator[Chunk]:
        """A line's end; two of them, or one after a few words, are a block's."""
        if (
            self.chunk
            and not self.chunk.box.tweet
            and (self.chunk.parts[-1] == ("add", "\n") or self.chunk.is_short)
        ):
            yield from self.flush()
        elif self.chunk:
            self.chunk.parts.append(("add", "\n"))
            self.spaced = True
