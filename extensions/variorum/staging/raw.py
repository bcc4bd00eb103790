"""Raw articles, each read once: what reading made of a file is kept under a hash of its bytes.

All are kept in one file, a line each: what is said of the article and, after a tab, the article.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from variorum import codec, keeping, reading
from variorum.model import Article, Problem
from variorum.staging.discovery import RawFile
from variorum.staging.files import as_json
from variorum.versions import code_hash


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read: its story, what was doubtful, and the article as JSON.

    ``key`` is a hash of all that the reading depends on.
    """

    key: str
    story: str
    problems: tuple[Problem, ...]
    packed: bytes

    def article(self) -> Article:
        """The article itself; most builds have no need of it."""
        return codec.loads(Article, self.packed)

    def line(self) -> bytes:
        """The line that it is kept in."""
        return codec.dumps(_Said, _Said(self.key, self.story, self.problems)) + b"\t" + self.packed

    @classmethod
    def of_line(cls, line: bytes) -> Read:
        """What was kept in a line; raises :exc:`ValueError`."""
        head, _, packed = line.partition(b"\t")
        said = codec.loads(_Said, head)
        return cls(said.key, said.story, said.problems, packed)


@dataclass(frozen=True, slots=True)
class _Said:
    key: str
    story: str
    problems: tuple[Problem, ...]


class Reader:
    """Reads files; the *record*, one file, holds what was read before."""

    def __init__(self, record: Path, max_bytes: int) -> None:
        self.record = record
        self.max_bytes = max_bytes
        self.code = code_hash()
        # Only this very code can be sure to read what it kept.
        self.known = keeping.parsed(record, self._known) or {}
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
                    references=file.references,
                )
            except reading.ReadingError as error:
                return (), _in_story([*problems, error.problem], file.story)
            # The file may have changed meanwhile: what counts is what was read.
            key = self._key(file, articles[0].sha256)
            told = tuple(_in_story(problems, file.story))
            # What is wrong with a file is told once, with the first of its articles.
            known = tuple(
                Read(
                    f"{key}-{number}",
                    article.story,
                    () if number else told,
                    codec.dumps(Article, article),
                )
                for number, article in enumerate(articles)
            )
        self.used[key] = known
        return known, [problem for read in known for problem in read.problems]

    def save(self) -> None:
        """Keep what this build had use for."""
        if self.used.keys() != self.known.keys():
            lines = [read.line() for listed in self.used.values() for read in listed]
            keeping.write(self.record, b"\n".join([self.code.encode(), *lines]))

    def _known(self, data: bytes) -> dict[str, tuple[Read, ...]]:
        """What was read of each file."""
        code, *lines = data.split(b"\n")
        if code.decode() != self.code:
            return {}
        by_file = groupby(map(Read.of_line, lines), lambda read: read.key.rpartition("-")[0])
        return {key: tuple(listed) for key, listed in by_file}

    def _sha256(self, path: Path) -> str:
        """The hash of a file's bytes; of one that can't be read, or is too large, none."""
        most = reading.most_bytes(path.name, self.max_bytes)
        try:
            data, size = reading.file_bytes(path, most)
        except OSError:
            return ""
        return hashlib.sha256(data).hexdigest() if size <= most else ""

    def _key(self, file: RawFile, sha256: str) -> str:
        known = file.references.sha256 if file.references else ""
        said = [file.id, file.source, file.story, sha256, known]
        return hashlib.sha256(as_json(said)).hexdigest()


def _in_story(problems: Iterable[Problem], story: str) -> list[Problem]:
    return [dataclasses.replace(problem, story=story) for problem in problems]
