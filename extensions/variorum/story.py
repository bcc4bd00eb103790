"""The editor's own words about a story: the files beside its articles.

``actors.yaml`` is the authority file (:mod:`variorum.collation.authority`); ``story.yaml`` says
what the story is:

.. code-block:: yaml

   title: Talks over Ukraine move from Geneva to Brussels
   lead: In the second week of January 2022 …

   reviewed:
     by: Jana Novak
     on: 2022-02-01
     articles: [alpha, beta]

   articles:
     alpha.txt:
       outlet: The Harbour Herald
       published: 2022-01-12

All keys are optional; without the file a story is called by what its reports are. ``reviewed``
says that somebody has read the annotations over: those of all articles, or of those it names.
``articles`` says of single articles what their text doesn't, or not rightly; it stands over what
was read. There ``version_of`` names the article that one is an earlier or later version of, or
says ``no`` where two were taken for versions and are two reports. ``corrections.yaml``
(:mod:`variorum.corrections.read`) says what was found to be wrong.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from variorum.collation.authority import Authority
from variorum.collation.authority import read as read_authority_text
from variorum.editors_files import AUTHORITY, STORY
from variorum.handwritten import (
    UnreadableError,
    compose,
    construct,
    line_of,
    read_text,
    unreadable,
)
from variorum.model import Problem
from variorum.reading.schema import check
from variorum.told import EDITABLE, VERSION_OF, Told

FILENAME: Final = STORY
ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Review:
    """Who has read the annotations over, when, and of which articles (none named: of all)."""

    by: str
    on: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryFile:
    """What a ``story.yaml`` says; a missing file says nothing."""

    title: str | None = None
    lead: str | None = None
    reviewed: Review | None = None
    articles: tuple[Told, ...] = ()
    """What is said of single articles."""


def read_story_file(folder: Path, shown: str) -> tuple[StoryFile, list[Problem]]:
    """Read ``folder/story.yaml``; *shown* is the folder's name in messages."""
    source = f"{shown}/{FILENAME}" if shown else FILENAME
    try:
        text = read_text(folder / FILENAME)
        node = compose(text) if text is not None else None
    except UnreadableError as error:
        return StoryFile(), [unreadable(error, "story", source)]
    if node is None:
        return StoryFile(), []
    if not isinstance(node, yaml.MappingNode):
        return StoryFile(), [Problem("story", source, "should map title and lead to text")]
    problems: list[Problem] = []
    known: dict[str, Any] = {}
    seen: set[int] = set()
    for key, value in node.value:
        try:
            if not isinstance(key, yaml.ScalarNode) or key.value not in (*READERS, ARTICLES):
                names = ", ".join((*READERS, ARTICLES))
                said = repr(key.value) if isinstance(key, yaml.ScalarNode) else "of several parts"
                raise UnreadableError(f"unknown key {said}; known: {names}", line_of(key))
            if key.value == ARTICLES:
                known[ARTICLES] = tuple(_articles(value, seen, source, problems))
                continue
            said = construct(value, seen)
            known[key.value] = READERS[key.value](key.value, said, line_of(key))
        except UnreadableError as error:
            problems.append(Problem("story", source, str(error), error.line))
    return StoryFile(**known), problems


def _words(key: str, value: object, line: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UnreadableError(f"{key} should be text", line)
    return " ".join(value.split())


def _review(key: str, value: object, line: int) -> Review:
    if not isinstance(value, dict):
        raise UnreadableError(f"{key} should say by whom, and on which day", line)
    # YAML 1.1 takes the bare word "on" for a truth value.
    said = {"on" if k is True else k: v for k, v in value.items()}
    for unknown in sorted(str(k) for k in said if k not in ("by", "on", "articles")):
        raise UnreadableError(f"unknown key {unknown!r} in {key}; known: by, on, articles", line)
    try:
        on = datetime.date.fromisoformat(str(said.get("on"))[:10]).isoformat()
    except ValueError as error:
        raise UnreadableError(f"'on' in {key} should be a day such as 2022-02-01", line) from error
    articles = said.get("articles") or []
    if not isinstance(articles, list) or not all(isinstance(a, str) and a for a in articles):
        raise UnreadableError(f"'articles' in {key} should be a list of articles", line)
    return Review(_words(f"'by' in {key}", said.get("by"), line), on, tuple(articles))


def _articles(
    node: yaml.Node, seen: set[int], source: str, problems: list[Problem]
) -> Iterator[Told]:
    """What is said of each article; what can't be understood of it costs that value alone."""
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError(f"{ARTICLES} should map names of files to what is said of them", 1)
    for key, value in node.value:
        line = line_of(key)
        try:
            name, said = construct(key, seen), construct(value, seen)
            if not isinstance(said, dict):
                raise UnreadableError(f"{name!r} should map fields to values", line)
            version_of = _version_of(said.pop(VERSION_OF, None), line)
            yield Told(str(name), dict(_fields(said, line, source, problems)), line, version_of)
        except UnreadableError as error:
            problems.append(Problem("story", source, str(error), error.line))


def _version_of(said: object, line: int) -> str | None:
    """The article's name; "" where it is said to be a version of none."""
    if said is False:
        return ""
    if said is None or isinstance(said, str):
        return said
    raise UnreadableError(f"{VERSION_OF} should name an article, or say no", line)


def _fields(
    said: dict[str, Any], line: int, source: str, problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    for unknown in sorted(str(key) for key in said if key not in EDITABLE):
        message = f"unknown field {unknown!r}; known: {', '.join((*EDITABLE, VERSION_OF))}"
        problems.append(Problem("story", source, message, line))
    for name, value, complaint in check({k: v for k, v in said.items() if k in EDITABLE}):
        if complaint:
            problems.append(Problem("story", source, complaint, line))
        else:
            yield name, value


READERS: dict[str, Callable[[str, object, int], Any]] = {
    "title": _words, "lead": _words, "reviewed": _review,
}  # fmt: skip
"""What reads each key."""


def editors_folder(folder: Path) -> Path:
    """Where the editor's files are: a folder called ``articles`` belongs to the one above it."""
    above = folder.resolve().parent
    return above if folder.resolve().name == "articles" else folder


def read_authority(folder: Path, shown: str) -> tuple[Authority, list[Problem]]:
    """Read ``folder/actors.yaml``; *shown* is the folder's name in messages."""
    source = f"{shown}/{AUTHORITY}" if shown else AUTHORITY
    try:
        text = read_text(folder / AUTHORITY)
    except UnreadableError as error:
        return Authority(), [unreadable(error, "actors", source)]
    return read_authority_text(text, source) if text is not None else (Authority(), [])
