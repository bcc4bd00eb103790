"""What was found in a story, kept until something it depends on changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import codec, extending, keeping
from variorum.staging.files import as_json, prune
from variorum.versions import code_hash, model_version

if TYPE_CHECKING:
    from variorum.edition import Story


def kept_stories(doctrees: Path, known: Mapping[str, Story]) -> Iterator[tuple[str, Story]]:
    """The stories that the last build found or had no need to find again, by the file of each.

    *known* are those of an earlier call.
    """
    from variorum.edition import Story

    for path in sorted((doctrees / "variorum" / "cache").iterdir()):
        story = known.get(path.name) or keeping.parsed(path, partial(codec.loads, Story))
        if story is not None:
            yield path.name, story


class StoryCache:
    """Analysed stories on disk, each under a hash of all that its analysis depends on."""

    def __init__(self, folder: Path, model: str) -> None:
        self.folder = folder
        self.model = model
        self.used: set[Path] = set()

    def get(self, story: Story) -> Story | None:
        """The story with what was found in it, if it was found already."""
        from variorum.edition import Story

        return keeping.parsed(self._path(story), partial(codec.loads, Story))

    def put(self, bare: Story, analysed: Story) -> None:
        """Keep what was found in the story *bare*."""
        from variorum.edition import Story

        keeping.write(self._path(bare), codec.dumps(Story, analysed))

    def keep(self, name: str) -> None:
        """Keep a file that this build did not have to read."""
        self.used.add(self.folder / name)

    def name(self, story: Story) -> str:
        """The name of the file for the story as it was before its analysis."""
        return self._path(story).name

    def prune(self) -> None:
        """Drop what this build had no use for."""
        prune(self.folder, self.used)

    def _path(self, story: Story) -> Path:
        said = {
            "story": [story.key, story.title, story.lead],
            "editor": [repr(story.authority), repr(story.corrections), repr(story.reviewed)],
            "articles": [codec.as_object(article) for article in story.articles],
            "earlier": {
                id_: [codec.as_object(article) for article in earlier]
                for id_, earlier in sorted(story.earlier.items())
            },
            "model": [self.model, model_version(self.model)],
            "code": code_hash(),
            "extensions": extending.fingerprint(),
        }
        path = self.folder / f"{hashlib.sha256(as_json(said)).hexdigest()}"
        self.used.add(path)
        return path
