"""From files and folders to analysed stories, for the commands; problems go to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from variorum.errors import UserError

if TYPE_CHECKING:
    from variorum.collation.authority import Authority
    from variorum.corrections import Corrections
    from variorum.edition import Edition, Story
    from variorum.model import Problem


def stories(paths: Sequence[Path]) -> Iterator[Story]:
    """The stories that the paths name, each with what is found in it, as it gets ready."""
    from variorum.analysis.parse import load_model
    from variorum.edition import analysed
    from variorum.errors import ModelMissingError

    edition = _read(paths)
    try:
        for done, story in enumerate(analysed(edition.stories, load_model), 1):
            _progress(done, len(edition.stories))
            yield story
    except ModelMissingError as error:
        raise UserError(str(error)) from error


def warned(listed: Iterable[Story]) -> Iterator[Story]:
    """The stories; what of an editor's corrections came to nothing goes to standard error."""
    for story in listed:
        _warn(story.problems)
        yield story


def _progress(done: int, total: int) -> None:
    """A line on a terminal's standard error that rewrites itself; silence elsewhere."""
    if total > 1 and sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\ranalysed {done} of {total}", end=end, file=sys.stderr, flush=True)


def _read(paths: Sequence[Path]) -> Edition:
    """Read what the paths name; problems go to standard error, one a line."""
    from variorum.edition import assemble
    from variorum.reading import read_paths

    for path in paths:
        if not path.exists():
            raise UserError(f"no such file or folder: {path}")
    reading = read_paths(paths)
    if not reading.articles:
        raise UserError("found no article (.txt, .md, .html, or a .jsonl file of articles)")
    keys = {article.story for article in reading.articles}
    authorities, wrong = _authorities(paths, keys)
    corrections, unclear = _corrections(paths, keys)
    _warn((*reading.problems, *wrong, *unclear))
    return assemble(reading.articles, {}, authorities, corrections=corrections)


def _warn(problems: Iterable[Problem]) -> None:
    """Problems on standard error, one a line."""
    for problem in problems:
        place = problem.source if problem.line is None else f"{problem.source}:{problem.line}"
        print(f"{place}: {problem.message} [variorum.{problem.subtype}]", file=sys.stderr)


def _below(folder: Path, key: str) -> Path:
    """A story's folder; a story that a ``.jsonl`` names may not lead out of *folder*."""
    inside = PurePosixPath(key)
    return folder if inside.is_absolute() or ".." in inside.parts else folder / inside


def _corrections(
    paths: Sequence[Path], keys: Set[str]
) -> tuple[dict[str, Corrections], list[Problem]]:
    """What the editor decided, from the corrections.yaml in each story's folder."""
    from variorum.corrections import read_corrections

    found: dict[str, Corrections] = {}
    problems: list[Problem] = []
    for folder in (path for path in paths if path.is_dir()):
        for key in sorted(keys):
            own, wrong = read_corrections(_below(folder, key), key)
            problems += wrong
            if own.entries:
                found[key] = own
    return found, problems


def _authorities(
    paths: Sequence[Path], keys: Set[str]
) -> tuple[dict[str, Authority], list[Problem]]:
    """The editor's word on actors, from the actors.yaml in a folder and in each story's."""
    from variorum.collation.authority import Authority
    from variorum.story import read_authority

    found: dict[str, Authority] = {}
    problems: list[Problem] = []
    for folder in (path for path in paths if path.is_dir()):
        site, wrong = read_authority(folder, "")
        problems += wrong
        for key in sorted(keys):
            own, wrong = read_authority(_below(folder, key), key) if key else (Authority(), [])
            problems += wrong
            found[key] = own.over(site)
    return found, problems
