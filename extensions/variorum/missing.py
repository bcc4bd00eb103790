"""What articles don't say of themselves, and the lines by which an editor can say it.

A reader looks for the outlet, the day and the headline first; what of these is missing is told
wherever a story is read: by ``variorum read``, ``build``, ``check`` and ``new``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from variorum.editors_files import STORY
from variorum.model import Article

__all__ = ["SHOWN", "Says", "endings", "says_of", "sentences", "to_paste"]

SHOWN = 5
"""So many articles are named in a sentence."""


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


def endings(said: Iterable[Says], folder: str = "") -> Iterator[str]:
    """What is missing in each story, with the lines to paste; *folder* is that of the stories."""
    by_story: dict[str, list[Says]] = {}
    for one in said:
        by_story.setdefault(one.story, []).append(one)
    for story, listed in sorted(by_story.items()):
        if not any(one.lacks for one in listed):
            continue
        place = "/".join(part for part in (folder.rstrip("/"), story, STORY) if part)
        yield from (f"{sentence}" for sentence in sentences(listed))
        yield f"Say what you know in {place}:"
        yield ""
        yield from (f"    {line}" for line in to_paste(listed).splitlines())
        yield ""


def sentences(listed: Sequence[Says]) -> Iterator[str]:
    """What is missing in a story, one sentence a field."""
    for field, one, many in (
        ("outlet", "names no outlet", "name no outlet"),
        ("published", "gives no date", "give no date"),
        ("title", "has no headline", "have no headline"),
    ):
        without = [said.name for said in listed if field in said.lacks]
        if not without:
            continue
        articles = "article" if len(listed) == 1 else "articles"
        verb = one if len(without) == 1 else many
        names = ", ".join(without[:SHOWN]) + (", …" if len(without) > SHOWN else "")
        yield f"{len(without)} of {len(listed)} {articles} {verb}: {names}"


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
