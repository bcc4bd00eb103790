"""From files and folders to analysed stories, for the commands; problems go to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.characters import visible
from variorum.editors_files import story_folder
from variorum.errors import UserError

if TYPE_CHECKING:
    from variorum.collation.authority import Authority
    from variorum.corrections import Corrections
    from variorum.edition import Edition, Story
    from variorum.model import Problem
    from variorum.reading import Accounted, Reading
    from variorum.story import StoryFile


def stories(paths: Sequence[Path], *, each: bool = False) -> Iterator[Story]:
    """The stories that the paths name, each with what is found in it, as it gets ready.

    With *each* the versions of one article stand for themselves.
    """
    from variorum.analysis.parse import load_model
    from variorum.edition import analysed
    from variorum.errors import ModelMissingError

    edition = _read(paths, each=each)
    try:
        for done, story in enumerate(analysed(edition.stories, load_model), 1):
            _progress(done, len(edition.stories))
            yield story
    except ModelMissingError as error:
        raise UserError(str(error)) from error


def warned(listed: Iterable[Story]) -> Iterator[Story]:
    """The stories; what of an editor's corrections came to nothing goes to standard error."""
    for story in listed:
        warn(story.problems)
        yield story


def _progress(done: int, total: int) -> None:
    """A line on a terminal's standard error that rewrites itself; silence elsewhere."""
    if total > 1 and sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\ranalysed {done} of {total}", end=end, file=sys.stderr, flush=True)


def accounted(folder: Path) -> tuple[tuple[Accounted, ...], Edition]:
    """What became of every file of a folder, and its stories, not analysed."""
    reading = _readable([folder])
    return reading.account, _assembled([folder], reading)


def _read(paths: Sequence[Path], *, each: bool) -> Edition:
    """Read what the paths name; problems go to standard error, one a line."""
    reading = _readable(paths)
    if not reading.articles:
        raise UserError("found no article in what was named; the reference lists what is read")
    warn(reading.problems)
    return _assembled(paths, reading, each=each)


def _readable(paths: Sequence[Path]) -> Reading:
    from variorum.reading import read_paths

    for path in paths:
        if not path.exists():
            raise UserError(f"no such file or folder: {path}")
    return read_paths(paths)


def _assembled(paths: Sequence[Path], reading: Reading, *, each: bool = False) -> Edition:
    """The stories, as their editors call them; problems go to standard error, one a line."""
    from variorum.edition import assemble

    keys = {article.story for article in reading.articles}
    words = editors_words((path for path in paths if path.is_dir()), keys)
    warn(words.problems)
    edition = assemble(
        reading.articles, words.told, words.authorities, corrections=words.corrections, each=each
    )
    warn(edition.problems)
    return edition


def warn(problems: Iterable[Problem]) -> None:
    """Problems on standard error, one a line."""
    for problem in problems:
        place = problem.source if problem.line is None else f"{problem.source}:{problem.line}"
        line = f"{place}: {problem.message} [variorum.{problem.subtype}]"
        print(visible(line), file=sys.stderr)


def editors_words(folders: Iterable[Path], keys: Set[str]) -> EditorsWords:
    """What editors wrote of stories, in the files of each folder and of each story's folder in it.

    Where two folders have a story of one name, both are heard and the later one stands.
    """
    from variorum.collation.authority import Authority
    from variorum.corrections import Corrections, read_corrections
    from variorum.story import StoryFile, read_authority, read_story_file

    words = EditorsWords({}, {}, {}, [])
    for folder in folders:
        site, wrong = read_authority(folder, "")
        words.problems.extend(wrong)
        for key in sorted(keys):
            place = story_folder(folder, key)
            told, of_story = read_story_file(place, key)
            own, of_actors = read_authority(place, key) if key else (Authority(), [])
            corrections, of_corrections = read_corrections(place, key)
            words.problems.extend((*of_story, *of_actors, *of_corrections))
            if told != StoryFile():
                words.told[key] = told
            words.authorities[key] = own.over(site).over(words.authorities.get(key, Authority()))
            before = words.corrections.get(key, Corrections())
            words.corrections[key] = Corrections((*before.entries, *corrections.entries))
    return words


@dataclass(frozen=True, slots=True)
class EditorsWords:
    """What editors wrote, by the key of the story, and what of it could not be read."""

    told: dict[str, StoryFile]
    authorities: dict[str, Authority]
    corrections: dict[str, Corrections]
    problems: list[Problem]
