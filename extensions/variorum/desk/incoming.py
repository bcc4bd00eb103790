"""A report that is dropped or pasted into the desk: read, shown to be confirmed, then taken in."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import threading
from collections.abc import Iterator, Mapping
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import Any

from variorum.desk.deciding import RefusedError
from variorum.desk.heads import checked, grounds, set_head
from variorum.edition import Story, siglum
from variorum.editors_files import story_folder
from variorum.errors import UserError
from variorum.model import Article, Problem
from variorum.new import file_name
from variorum.portable import portable
from variorum.reading import ReadingError
from variorum.reading.articles import articles_of
from variorum.rendering.words import _
from variorum.targets import below

HELD = 8
"""So many reports that nobody has confirmed yet are held."""
PASTED = "pasted"


@dataclasses.dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was dropped, as it was read; it lies in memory alone."""

    token: str
    name: str
    data: bytes
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


class Incoming:
    """What was dropped and waits to be confirmed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._held: dict[str, Arrived] = {}
        self._lock = threading.Lock()

    def read(self, story: Story, name: str, data: bytes) -> Arrived:
        """Read a file; raises :exc:`~variorum.desk.deciding.RefusedError`."""
        name = _named(name, data)
        problems: list[Problem] = []
        try:
            found = articles_of(data, name, story.key, id=Path(name).stem, warn=problems.append)
        except ReadingError as error:
            raise RefusedError(error.problem.message) from error
        token = hashlib.sha256(name.encode() + data).hexdigest()[:16]
        arrived = Arrived(token, name, data, tuple(found), tuple(problems))
        with self._lock:
            self._held.pop(token, None)
            self._held[token] = arrived
            for old in list(self._held)[:-HELD]:
                del self._held[old]
        return arrived

    def held(self, token: str) -> Arrived:
        """A report that waits; raises :exc:`~variorum.desk.deciding.RefusedError`."""
        arrived = self._held.get(token)
        if arrived is None:
            raise RefusedError(_("it isn’t held any more; drop it again"))
        return arrived

    def take(self, story: Story, token: str, said: Mapping[str, Any]) -> str:
        """Write a report beside those of a story, under a name that is free; the name.

        *said* is what the editor says of its head otherwise than it was read.
        Raises :exc:`~variorum.desk.deciding.RefusedError`, and what
        :func:`~variorum.desk.heads.set_head` does.
        """
        arrived = self.held(token)
        for field, value in said.items():
            checked(field, str(value or ""))
        path = self._written(story, arrived)
        with self._lock:
            self._held.pop(token, None)
        for field, value in said.items():
            article = dataclasses.replace(arrived.articles[0], source=path.name, story=story.key)
            set_head(self._root, article, field, str(value or ""))
        return path.name

    def leave(self, token: str) -> None:
        """Forget a report."""
        with self._lock:
            self._held.pop(token, None)

    def _written(self, story: Story, arrived: Arrived) -> Path:
        folder = story_folder(self._root, story.key)
        inside = PurePosixPath(story.articles[0].source).parent.parts
        beside = inside[len(PurePosixPath(story.key).parts) :]
        wanted = Path(arrived.name)
        names = chain([wanted.name], (f"{wanted.stem}-{n}{wanted.suffix}" for n in count(2)))
        for name in names:
            try:
                path = below(folder, "/".join((*beside, name)))
                with path.open("xb") as file:
                    file.write(arrived.data)
            except FileExistsError:
                continue
            except (OSError, UserError) as error:
                raise RefusedError(
                    _("cannot write %(file)s: %(why)s") % {"file": name, "why": error}
                ) from error
            return path
        raise AssertionError


def told(arrived: Arrived, story: Story) -> dict[str, Any]:
    """What was read, to be confirmed."""
    return {
        "token": arrived.token,
        "file": arrived.name,
        "problems": [p.message for p in arrived.problems],
        "reports": [_report(a, story, n) for n, a in enumerate(arrived.articles)],
    }


def _report(article: Article, story: Story, number: int) -> dict[str, Any]:
    meta = article.meta
    shown = [article.text[b.start : b.end] for b in article.shown]
    same = [story.sigla[a.id] for a in story.articles if a.text == article.text]
    return {
        "siglum": siglum(len(story.articles) + number),
        "outlet": meta.outlet,
        "title": meta.title,
        "published": meta.published,
        "basis": grounds(article),
        "words": sum(len(words.split()) for words in shown),
        "begins": " ".join(" ".join(shown).split()[:25]),
        "same": same,
    }


def _named(name: str, data: bytes) -> str:
    """The name that a file is written under: its own, or one from the first words of it."""
    plain = PurePosixPath(name.replace("\\", "/")).name.lstrip(".").strip()
    if plain:
        path = PurePosixPath(plain)
        return f"{portable(path.stem)}{portable(path.suffix)}"
    head = data[:1000].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return f"{PASTED}.html"
    words = next(_first_words(data), "")
    return f"{file_name(words) if words else PASTED}.txt"


def _first_words(data: bytes) -> Iterator[str]:
    for line in data[:2000].decode("utf-8", "replace").splitlines():
        words = re.findall(r"\w+", line.lower())
        if words:
            yield "-".join(words[:6])
