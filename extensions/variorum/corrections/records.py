"""One correction as its editor wrote it: a verb, what kind of thing it is about, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Verb = Literal["reject", "add", "change", "keep", "note", "merge", "split", "pin", "unpin", "hide"]
VERBS: tuple[Verb, ...] = get_args(Verb)

ANNOTATIONS = ("entity", "reference", "role", "quote", "date", "figure")
"""What lies on the text of one article."""
THINGS: Mapping[Verb, tuple[str, ...]] = {
    **dict.fromkeys(("reject", "add", "change", "keep", "note"), (*ANNOTATIONS, "finding")),
    "change": (*ANNOTATIONS, "finding", "article"),
    **dict.fromkeys(("merge", "split"), ("statement", "actor")),
    **dict.fromkeys(("pin", "unpin", "hide"), ("finding",)),
}
"""What each verb can be said of."""

Value = str | float | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Target:
    """Words of an article, with as much before and after them as tells them from others.

    The shape of a TextQuoteSelector (W3C Web Annotation Data Model, 4.2.4), and the article by its
    id or the name of its file.
    """

    article: str
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an editor decided about one thing, or about several in the same way."""

    verb: Verb
    what: str
    at: tuple[Target, ...]
    values: tuple[tuple[str, Value], ...] = ()
    """What is changed to what, or the fields of what is added."""
    which: str = ""
    """Of a finding: its kind, or its id, where several findings are on the same words."""
    note: str = ""
    by: str = ""
    on: str = ""
    """The day it was decided on, in ISO 8601."""
    source: str = ""
    line: int | None = None

    def value(self, name: str) -> Value:
        """What the editor gave for a field."""
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one file, in its order."""

    entries: tuple[Correction, ...] = ()
