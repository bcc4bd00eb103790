"""What an author wants to see of a view: some actors, one source, one kind, so many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, TypeVar

from variorum.pages.kind import F, Options, PageKind

M = TypeVar("M", bound=Mapping[str, Any])


class UnknownSourceError(ValueError):
    """A view is asked for a source that the story hasn't."""


def selection(kind: PageKind[F], facts: F, options: Options) -> F:
    """The facts of a page, with what the options leave of them; the first *limit* of a list."""
    if not options or not kind.selected:
        return facts
    if "source" in options:
        options = {**options, "source": siglum_of(facts["sources"], options["source"])}
    return kind.selected(facts, options)


def siglum_of(sources: Iterable[Mapping[str, Any]], name: str) -> str:
    """The letter of a source by its letter, its file or its file's stem."""
    for source in sources:
        file = PurePosixPath(source["file"])
        if name in (source["siglum"], file.name, file.stem, source["docname"].rpartition("/")[2]):
            return str(source["siglum"])
    raise UnknownSourceError(name)


def of_source(listed: list[M], options: Options) -> list[M]:
    """Those of one source, if one is asked for."""
    return [s for s in listed if options.get("source", s["siglum"]) == s["siglum"]]


def of_kind(listed: list[M], options: Options) -> list[M]:
    """Those of one kind."""
    return [s for s in listed if options.get("kind", s["kind"]) == s["kind"]]


def some(listed: list[M], options: Options) -> list[M]:
    """The first, up to the limit."""
    return listed[: options.get("limit", len(listed))]
