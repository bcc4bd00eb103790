"""What an author wants to see of a view: some actors, one source, one kind, so many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

Facts = dict[str, Any]
Options = Mapping[str, Any]

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "actors": ("kind", "source", "limit"),
    "statements": ("actor", "source", "kind", "limit"),
    "timeline": ("source", "limit"),
    "dates": ("source", "kind", "limit"),
    "differences": ("actor", "source", "kind", "limit"),
    "coverage": ("actor", "limit"),
    "sources": ("source", "limit"),
}
"""Which options each view takes, by the name of its page."""


class UnknownSourceError(ValueError):
    """A view is asked for a source that the story hasn't."""


def selected(facts: Facts, options: Options) -> Facts:
    """The facts of a page, with what the options leave of them; the first *limit* of a list."""
    if not options:
        return facts
    if "source" in options:
        options = {**options, "source": siglum_of(facts["sources"], options["source"])}
    kept = _SELECT[facts["page"]](facts, options)
    return facts | kept


def siglum_of(sources: Iterable[Mapping[str, Any]], name: str) -> str:
    """The letter of a source by its letter, its file or its file's stem."""
    for source in sources:
        file = PurePosixPath(source["file"])
        if name in (source["siglum"], file.name, file.stem, source["docname"].rpartition("/")[2]):
            return str(source["siglum"])
    raise UnknownSourceError(name)


def _actors(facts: Facts, options: Options) -> Facts:
    listed = sorted(facts["actors"], key=lambda a: (-a["total"], a["name"], a["id"]))
    if "kind" in options:
        listed = [a for a in listed if a["label"] == options["kind"]]
    if "source" in options:
        listed = [a for a in listed if options["source"] in dict(a["counts"])]
    return {"actors": _some(listed, options), "open": []}


def _statements(facts: Facts, options: Options) -> Facts:
    listed = facts["statements"]
    if "actor" in options:
        listed = [s for s in listed if options["actor"] in {p["id"] for p in s["speakers"]}]
    listed = _of_kind(_of_source(listed, options), options)
    return {"statements": _some(listed, options), "voices": []}


def _dates(facts: Facts, options: Options) -> Facts:
    return {"dates": _some(_of_kind(_of_source(facts["dates"], options), options), options)}


def _differences(facts: Facts, options: Options) -> Facts:
    listed = _of_kind(facts["findings"], options)
    if "actor" in options:
        listed = [f for f in listed if options["actor"] in f["actors"]]
    if "source" in options:
        siglum = options["source"]
        listed = [
            f
            for f in listed
            if siglum in f["absent"] or siglum in {r["siglum"] for r in f["readings"]}
        ]
    return {"findings": _some(listed, options), "distinct": []}


def _coverage(facts: Facts, options: Options) -> Facts:
    listed = facts["claims"]
    if "actor" in options:
        listed = [c for c in listed if options["actor"] in c["actors"]]
    return {"claims": _some(listed, options)}


def _sources(facts: Facts, options: Options) -> Facts:
    return {"sources": _some(_of_source(facts["sources"], options), options), "left_out": []}


def _of_source(listed: list[Facts], options: Options) -> list[Facts]:
    return [s for s in listed if options.get("source", s["siglum"]) == s["siglum"]]


def _of_kind(listed: list[Facts], options: Options) -> list[Facts]:
    return [s for s in listed if options.get("kind", s["kind"]) == s["kind"]]


def _some(listed: list[Facts], options: Options) -> list[Facts]:
    return listed[: options.get("limit", len(listed))]


_SELECT: Mapping[str, Callable[[Facts, Options], Facts]] = {
    "actors": _actors,
    "statements": _statements,
    "timeline": _dates,
    "dates": _dates,
    "differences": _differences,
    "coverage": _coverage,
    "sources": _sources,
}
