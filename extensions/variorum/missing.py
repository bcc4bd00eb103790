"""What articles don't say of themselves, and the lines by which an editor can say it.

A reader looks for the outlet, the day and the headline first; what of these is missing is told
wherever a story is read: by ``variorum read``, ``build``, ``check`` and ``new``, and on its page of
sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from variorum.editors_files import STORY
from variorum.model import Article

__all__ = [
    "SHOWN",
    "Says",
    "endings",
    "says_in",
    "says_of",
    "sentences",
    "story_file",
    "to_paste",
    "unread",
]

SHOWN = 5
"""So many articles are named in a sentence."""


Plural = Callable[[str, str, int], str]
"""The form of some words that goes with a count, in a language."""


@dataclass(frozen=True, slots=True)
class Says:
    """Whether an article says what a reader looks for; ``name`` is what story.yaml calls it."""

    story: str
    name: str
    outlet: bool
    day: bool
    title: bool

    @property
    def lacks(self) -> tuple[str, ...]:
        """The fields of story.yaml that would help."""
        given = {"outlet": self.outlet, "published": self.day, "title": self.title}
        return tuple(name for name, said in given.items() if not said)


def says_of(article: Article, story: str, name: str) -> Says:
    """What an article of a story says; *name* is what story.yaml calls it."""
    meta = article.meta
    day = bool(meta.published or meta.updated)
    return Says(story, name, bool(meta.outlet), day, bool(meta.title))


def says_in(facts: Mapping[str, Any]) -> Iterator[Says]:
    """What the articles of a story say, by the facts of its page of sources."""
    files = Counter(source["file"] for source in facts["sources"])
    for source in facts["sources"]:
        alone = files[source["file"]] == 1
        name = (source["file"] if alone else source["docname"]).rpartition("/")[2]
        day = bool(source["published"] or source["updated"])
        yield Says(facts["story"], name, bool(source["outlet"]), day, bool(source["title"]))


def endings(said: Iterable[Says], folder: str = "") -> Iterator[str]:
    """What is missing in each story, with the lines to paste; *folder* is that of the stories."""
    by_story: dict[str, list[Says]] = {}
    for one in said:
        by_story.setdefault(one.story, []).append(one)
    for story, listed in sorted(by_story.items()):
        if not any(one.lacks for one in listed):
            continue
        yield from sentences(listed)
        path = story_file(story, folder)
        lines = to_paste(listed).splitlines()
        if _has_articles(path):
            yield f"Say what you know in {path}, below its articles:"
            lines = lines[1:]
        else:
            yield f"Say what you know in {path}:"
        yield ""
        yield from lines
        yield ""


def _has_articles(path: str) -> bool:
    """Whether a story.yaml says something of articles already: a key stands once in a file."""
    try:
        with Path(path).open(encoding="utf-8", errors="replace") as file:
            return any(line.startswith("articles:") for line in file)
    except OSError:
        return False


def story_file(story: str, folder: str = "") -> str:
    """The path of a story's file."""
    return "/".join(part for part in (folder.rstrip("/"), story, STORY) if part)


def _english(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


def unread(problems: Sequence[tuple[str, str]], folder: str) -> Iterator[str]:
    """The first files that could not be read, each with the reason and what would help."""
    if not problems:
        return
    some = len(problems)
    yield _english("1 file was left out:", f"{some} files were left out:", some)
    for source, why in problems[:SHOWN]:
        yield f"  {source}: {why}"
    if some > SHOWN:
        yield f"  and {some - SHOWN} more; variorum read {folder} says of each why"
    yield ""


def sentences(listed: Sequence[Says], _n: Plural = _english) -> Iterator[str]:
    """What is missing in a story, one sentence a field."""
    for field, names in _without(listed).items():
        some = len(names)
        words = {
            "outlet": _n(
                "%(some)s of %(all)s articles names no outlet: %(names)s",
                "%(some)s of %(all)s articles name no outlet: %(names)s",
                some,
            ),
            "published": _n(
                "%(some)s of %(all)s articles gives no date: %(names)s",
                "%(some)s of %(all)s articles give no date: %(names)s",
                some,
            ),
            "title": _n(
                "%(some)s of %(all)s articles has no headline: %(names)s",
                "%(some)s of %(all)s articles have no headline: %(names)s",
                some,
            ),
        }[field]
        shown = ", ".join(names[:SHOWN]) + (", …" if some > SHOWN else "")
        yield words % {"some": some, "all": len(listed), "names": shown}


def _without(listed: Iterable[Says]) -> dict[str, list[str]]:
    """The names of the articles that lack a field, by field in the order of :attr:`Says.lacks`."""
    without: dict[str, list[str]] = {"outlet": [], "published": [], "title": []}
    for said in listed:
        for field in said.lacks:
            without[field].append(said.name)
    return {field: names for field, names in without.items() if names}


def to_paste(listed: Iterable[Says]) -> str:
    """The ``articles:`` of a story.yaml, with a line for each field that is missing."""
    lines = ["articles:"]
    for said in listed:
        if said.lacks:
            lines += [f"  {_key(said.name)}:", *(f"    {name}:" for name in said.lacks)]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    """A name as YAML takes it for a text."""
    return str(yaml.safe_dump(name, allow_unicode=True, width=1000)).splitlines()[0]
