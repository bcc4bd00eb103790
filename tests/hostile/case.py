"""What a hostile case is: files below a story's folder, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Bytes = bytes | Callable[[], bytes]
"""Content of a file, or what makes it: large ones are not kept."""

PROSE = (
    "The ferry to the islands did not sail on Tuesday, and its captain, Ilse Brandt, said the "
    "engine would need three more days. "
)
"""A sentence as any report has it."""
ARTICLE = f"Ferry stays in port\n\nPublished: 10:00 AM, 5 Mar, 2024\n\n{PROSE * 3}\n"


@dataclass(frozen=True, slots=True)
class Case:
    """Files by their path below a story's folder; a *heavy* case is large."""

    name: str
    files: Mapping[str | bytes, Bytes] = field(default_factory=dict)
    heavy: bool = False

    def made(self) -> dict[str | bytes, bytes]:
        """The files with their content."""
        return {
            path: content() if callable(content) else content
            for path, content in self.files.items()
        }


def article(name: str, content: Bytes | str, suffix: str = ".txt", *, heavy: bool = False) -> Case:
    """A case of one article."""
    said = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Case(name, {f"articles/bad{suffix}": said}, heavy)


def front(**fields: str) -> str:
    """An article with front matter; the values are YAML as it is to stand there."""
    said = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{said}---\n\n{PROSE * 2}\n"


def page(body: str, head: str = "<title>Ferry stays in port</title>") -> str:
    """A saved web page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
