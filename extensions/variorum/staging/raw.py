"""Raw articles, each read once: what reading made of a file is kept under a hash of its bytes."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from variorum import reading
from variorum.model import Article, Problem
from variorum.staging.discovery import RawFile
from variorum.staging.files import as_json, write_if_changed
from variorum.versions import code_hash


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read: its story, what was doubtful, and the article, pickled.

    ``key`` is a hash of all that the reading depends on.
    """

    key: str
    story: str
    problems: tuple[Problem, ...]
    pickled: bytes

    def article(self) -> Article:
        """The article itself; most builds have no need of it."""
        made: Article = pickle.loads(self.pickled)
        return made


class Reader:
    """Reads files; the *record*, one file, holds what was read before."""

    def __init__(self, record: Path, max_bytes: int) -> None:
        self.record = record
        self.max_bytes = max_bytes
        self.code = code_hash()
        self.known: dict[str, tuple[Read, ...]] = {}
        with contextlib.suppress(OSError, pickle.UnpicklingError, EOFError, AttributeError):
            # Only this very code can be sure to load what it kept.
            code, known = pickle.loads(record.read_bytes())
            if code == self.code:
                self.known = pickle.loads(known)
        self.used: dict[str, tuple[Read, ...]] = {}

    def read(self, file: RawFile) -> tuple[tuple[Read, ...], list[Problem]]:
        """The articles of a file, and what is wrong with it."""
        key = self._key(file, self._sha256(file.path))
        known = self.known.get(key)
        if known is None:
            problems: list[Problem] = []
            try:
                articles = reading.read_articles(
                    file.path,
                    file.story,
                    id=file.id,
                    source=file.source,
                    max_bytes=self.max_bytes,
                    warn=problems.append,
                )
            except reading.ReadingError as error:
                return (), _in_story([*problems, error.problem], file.story)
            # The file may have changed meanwhile: what counts is what was read.
            key = self._key(file, articles[0].sha256)
            told = tuple(_in_story(problems, file.story))
            # What is wrong with a file is told once, with the first of its articles.
            known = tuple(
                Read(
                    f"{key}-{number}", article.story, () if number else told, pickle.dumps(article)
                )
                for number, article in enumerate(articles)
            )
        self.used[key] = known
        return known, [problem for read in known for problem in read.problems]

    def save(self) -> None:
        """Keep what this build had use for."""
        if self.used.keys() != self.known.keys():
            write_if_changed(self.record, pickle.dumps((self.code, pickle.dumps(self.used))))

    def _sha256(self, path: Path) -> str:
        """The hash of a file's bytes; of one that can't be read, or is too large, none."""
        most = reading.most_bytes(path.name, self.max_bytes)
        try:
            data, size = reading.file_bytes(path, most)
        except OSError:
            return ""
        return hashlib.sha256(data).hexdigest() if size <= most else ""

    def _key(self, file: RawFile, sha256: str) -> str:
        said = [file.id, file.source, file.story, sha256]
        return hashlib.sha256(as_json(said)).hexdigest()


def _in_story(problems: Iterable[Problem], story: str) -> list[Problem]:
    return [dataclasses.replace(problem, story=story) for problem in problems]
