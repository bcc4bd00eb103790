"""The text of a ``corrections.yaml``: an entry added or taken out, everything else byte for byte.

The file is never written anew from what was read: what an editor wrote, comments, order and
quotation marks, stays as it stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from variorum.corrections import Correction, read
from variorum.handwritten import UnreadableError, compose


class BrokenError(Exception):
    """A file can't be read, so nothing is written into it; ``line`` counts from 1."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file: what it says, and its lines, from 0, the end not among them."""

    said: Correction
    first: int
    end: int
    text: str

    @property
    def token(self) -> str:
        """A name for it that stays the same while its words do."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def entries(text: str, source: str) -> Iterator[Entry]:
    """The entries of a file that could be understood, in its order.

    Raises :exc:`BrokenError` where it can't be read as a whole.
    """
    try:
        node = compose(text)
    except UnreadableError as error:
        raise BrokenError(str(error), error.line) from error
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise BrokenError("must be a list of corrections", node.start_mark.line + 1)
    by_line = {c.line: c for c in read(text, source)[0].entries}
    lines = text.splitlines(keepends=True)
    for item in node.value:
        first = item.start_mark.line
        end = _end(item) + 1
        said = by_line.get(first + 1)
        if said is not None:
            yield Entry(said, first, end, "".join(lines[first:end]))


def added(text: str, entry: str, source: str) -> str:
    """The text with an entry at its end; raises :exc:`BrokenError` where that can't be read."""
    before = len(list(entries(text, source)))
    whole = text.rstrip("\n") + ("\n\n" if text.strip() else "") + entry
    if _is_empty(text):
        # An empty list in brackets takes no entry after it.
        whole = text.replace("[]", "", 1).strip("\n") + "\n" * bool(text.strip("[]\n")) + entry
    if len(list(entries(whole, source))) != before + 1:
        raise BrokenError("no entry can be added after what stands there", None)
    return whole


def without(text: str, token: str, source: str) -> str | None:
    """The text without an entry; nothing where it isn't there any more."""
    for entry in entries(text, source):
        if entry.token == token:
            lines = text.splitlines(keepends=True)
            before, after = "".join(lines[: entry.first]), "".join(lines[entry.end :])
            # The empty line that set it apart goes with it.
            if before.endswith("\n\n") and (not after or after.startswith("\n")):
                before = before[:-1]
            return before + after
    return None


def _is_empty(text: str) -> bool:
    node = compose(text)
    return isinstance(node, yaml.SequenceNode) and not node.value


def _end(node: yaml.Node) -> int:
    """The last line that a node has words on."""
    children = (
        [n for pair in node.value for n in pair]
        if isinstance(node, yaml.MappingNode)
        else (node.value if isinstance(node, yaml.SequenceNode) else [])
    )
    flow = getattr(node, "flow_style", True)
    if children and not flow:
        return max(map(_end, children))
    mark = node.end_mark
    return mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line
