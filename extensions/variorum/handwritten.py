"""YAML that an editor wrote beside the articles: read as the hostile input it may be.

``story.yaml``, ``actors.yaml`` and ``corrections.yaml`` come through here. A file is limited in
size; an alias (``*name``), by which a few lines become millions, costs the entry it stands in.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from variorum import links
from variorum.editors_files import MOST_BYTES
from variorum.model import Problem
from variorum.reading.schema import is_text

DEEPEST = 30
"""How many lists and mappings may lie within each other."""


class UnreadableError(ValueError):
    """Part of a file can't be read; ``line`` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_text(path: Path) -> str | None:
    """The text of a file, or ``None`` where there is none.

    Raises :exc:`UnreadableError` for one that is too large, no UTF-8, or can't be opened.
    """
    try:
        with links.opened(path) as file:
            said = file.read(MOST_BYTES + 1)
        if len(said) > MOST_BYTES:
            raise UnreadableError(f"it is larger than {MOST_BYTES:,} bytes", 1)
        return said.decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeError as error:
        raise UnreadableError("it is not UTF-8", 1) from error
    except OSError as error:
        raise UnreadableError(error.strerror or "it cannot be opened", 1) from error


def compose(text: str) -> yaml.Node | None:
    """The nodes of a document; raises :exc:`UnreadableError` where it is no YAML."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError as error:
        raise UnreadableError("it is nested too deeply", 1) from error
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "it is no YAML"
        raise UnreadableError(str(what), mark.line + 1 if mark else 1) from error
    return node


def construct(node: yaml.Node, seen: set[int]) -> Any:
    """The value of a node without aliases; raises :exc:`UnreadableError`.

    *seen* are the nodes of the document met before.
    """
    without_aliases(node, seen)
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    except Exception as error:  # A tag such as !!bool over another value raises anything.
        what = getattr(error, "problem", None) or str(error)
        raise UnreadableError(what, line_of(node)) from error


def without_aliases(node: yaml.Node, seen: set[int]) -> None:
    """Raise :exc:`UnreadableError` for a node that stands in several places, or is no text."""
    todo = [node]
    while todo:
        at = todo.pop()
        if id(at) in seen:
            raise UnreadableError("aliases (*name) are not read", line_of(at))
        seen.add(id(at))
        if isinstance(at, yaml.SequenceNode):
            todo += at.value
        elif isinstance(at, yaml.MappingNode):
            todo += [child for pair in at.value for child in pair]
        elif not is_text(at.value):
            raise UnreadableError("half a character, or NUL, is no text", line_of(at))


def texts(node: yaml.Node, depth: int = DEEPEST) -> Any:
    """Lists, mappings and texts, every scalar as it was typed: ``no`` is no boolean here.

    An empty value is ``None``. Raises :exc:`UnreadableError` for a key that stands twice. The
    node has to be free of aliases.
    """
    if not depth:
        raise UnreadableError("it is nested too deeply", line_of(node))
    if isinstance(node, yaml.SequenceNode):
        return [texts(child, depth - 1) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        said: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise UnreadableError("a key has to be a word", line_of(key))
            if key.value in said:
                raise UnreadableError(f"{key.value!r} stands twice", line_of(key))
            said[key.value] = texts(value, depth - 1)
        return said
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return None if plain and node.value in ("", "~", "null") else node.value


def line_of(node: yaml.Node) -> int:
    """The line a node begins on, from 1."""
    mark = node.start_mark
    return mark.line + 1 if mark else 1


def unreadable(error: UnreadableError, subtype: str, source: str) -> Problem:
    """The problem that a whole file cannot be read."""
    return Problem(subtype, source, f"cannot be read: {error}", error.line)
