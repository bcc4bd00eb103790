"""The editor's own words about a story: the files beside its articles.

``actors.yaml`` is the authority file (:mod:`variorum.collation.authority`); ``story.yaml`` says
what the story is:

.. code-block:: yaml

   title: Talks over Ukraine move from Geneva to Brussels
   lead: In the second week of January 2022 …

Both keys are optional; without the file a story is called by what its reports are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from variorum.collation.authority import Authority
from variorum.collation.authority import read as read_authority_text
from variorum.model import Problem

FILENAME = "story.yaml"
AUTHORITY = "actors.yaml"


@dataclass(frozen=True, slots=True)
class StoryFile:
    """What a ``story.yaml`` says; a missing file says nothing."""

    title: str | None = None
    lead: str | None = None


def read_story_file(folder: Path, shown: str) -> tuple[StoryFile, list[Problem]]:
    """Read ``folder/story.yaml``; *shown* is the folder's name in messages."""
    path = folder / FILENAME
    source = f"{shown}/{FILENAME}" if shown else FILENAME
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return StoryFile(), []
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        return StoryFile(), [Problem("story", source, f"cannot be read: {error}")]
    if said is None:
        return StoryFile(), []
    if not isinstance(said, dict):
        return StoryFile(), [Problem("story", source, "should map title and lead to text")]
    problems = []
    known: dict[str, str] = {}
    for key, value in said.items():
        if key not in ("title", "lead"):
            problems.append(Problem("story", source, f"unknown key {key!r}; known: title, lead"))
        elif not isinstance(value, str) or not value.strip():
            problems.append(Problem("story", source, f"{key} should be text"))
        else:
            known[key] = " ".join(value.split())
    return StoryFile(**known), problems


def read_authority(folder: Path, shown: str) -> tuple[Authority, list[Problem]]:
    """Read ``folder/actors.yaml``; *shown* is the folder's name in messages."""
    source = f"{shown}/{AUTHORITY}" if shown else AUTHORITY
    try:
        text = (folder / AUTHORITY).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Authority(), []
    except (OSError, UnicodeError) as error:
        return Authority(), [Problem("actors", source, f"cannot be read: {error}")]
    return read_authority_text(text, source)
