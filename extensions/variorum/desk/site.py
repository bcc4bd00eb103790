"""A site that is built again and again in one process, and what was found while it was built."""

from __future__ import annotations

import dataclasses
import gc
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from variorum.check import doubts_in, missing_in
from variorum.desk.builder import Builder
from variorum.desk.held import held_cache
from variorum.desk.news import News, news
from variorum.docnames import article_docnames, story_home
from variorum.edition import Story
from variorum.errors import UserError
from variorum.export import files_of
from variorum.pages.data import FOLDER
from variorum.pages.kinds import place
from variorum.queue import Waiting, in_queue
from variorum.remembering import Memory, remembering
from variorum.staging.cache import kept_stories
from variorum.staging.parses import StoryParses
from variorum.website import configuration, publish


@dataclass(frozen=True, slots=True)
class Found:
    """What one build found; the pages of it are those that are served."""

    version: int = 0
    stories: Mapping[str, Story] = field(default_factory=dict)
    """By key."""
    queue: tuple[Waiting, ...] = ()
    news: tuple[News, ...] = ()
    """What the last build that changed any finding has changed."""
    failed: str = ""
    """Why the last build came to nothing; the pages of the one before are served."""

    def pages(self) -> Iterator[tuple[str, str, Story, str]]:
        """The address and kind of each page that something can be decided on, with what it is of:
        the story, and the id of an article or nothing."""
        for story in self.stories.values():
            home = story_home(story.key)
            for id_, docname in article_docnames(home, story.articles).items():
                yield f"{docname}.html", "article", story, id_
            for view in ("front", "differences", "sources"):
                yield f"{home}{place(view)}.html", view, story, ""


class Site:
    """Builds a site into the user's cache folder, and keeps what was found."""

    def __init__(self, folder: Path, *, project: bool, language: str = "en") -> None:
        self.folder = folder.resolve()
        if not self.folder.is_dir():
            raise UserError(f"no such folder: {folder}")
        self.project = project
        if project and not (self.folder / "conf.py").is_file():
            raise UserError(f"no conf.py in {folder}")
        self.language = language
        self._work, self._lock = held_cache(self.folder)
        self.home = self._work.path
        self.served = self.home / "served"
        self.found = Found()
        self._sphinx = Builder(
            self.folder,
            self.folder if project else None,
            self._work.html,
            self._work.doctrees,
            self._values(),
        )
        self._memory = Memory()
        self._known: dict[str, Story] = {}
        self._lonely = threading.Lock()

    def build(self) -> Found:
        """Build what has changed; of a build that fails it is kept why, and what was there stays.

        Raises nothing that an article or an editor's file could bring about.
        """
        with self._lonely:
            return self._build()

    def again(self, story: Story) -> Story:
        """A story as it would be found with other reports or corrections; nothing is kept of it."""
        from variorum.analysis.parse import load_model
        from variorum.edition import analysed

        parses = StoryParses(self._work.doctrees / "variorum" / "parses", story.key)
        with self._lonely:
            [found] = analysed([story], lambda: load_model(self._sphinx.model()), parses)
        return found

    def _build(self) -> Found:
        before = self.found
        try:
            # What lies about from before doesn't change while a build is on its way, so that
            # looking through it would find nothing to clear.
            gc.disable()
            if before.version:
                self._work.reopen()
            else:
                self._work.open()
            with remembering(self._memory):
                self._sphinx.build()
            self._work.close()
            publish(self._work.html, self.served)
            stories = self._stories()
            listed = list(stories.values())
            doubts = (*missing_in(listed), *doubts_in(self.folder, listed))
            queue = tuple(in_queue(doubts, listed))
            told = tuple(news(before.stories, stories)) or before.news
            self.found = Found(before.version + 1, stories, queue, told)
        except (UserError, OSError) as error:
            self.found = dataclasses.replace(before, version=before.version + 1, failed=str(error))
        finally:
            gc.enable()
        return self.found

    def export(self, name: str) -> bytes | None:
        """A file of open data, which is made when it is asked for."""
        for story in self.found.stories.values():
            home = f"{FOLDER}/{story_home(story.key)}"
            made = files_of(story) if name.startswith(home) else {}
            if name.removeprefix(home) in made:
                return made[name.removeprefix(home)]
        return None

    def rest(self) -> None:
        """Tidy up when nobody waits."""
        gc.unfreeze()
        gc.collect()
        # What is kept is not looked through at every turn.
        gc.freeze()

    def close(self) -> None:
        """Let go of what is kept in memory."""
        self._sphinx.close()
        if self._lock:
            self._lock.close()

    def _values(self) -> dict[str, Any]:
        if self.project:
            return {"variorum_publish": "full"}
        return configuration() | {
            "variorum_publish": "full",
            "variorum_title": self.folder.name,
            "language": self.language,
        }

    def _stories(self) -> dict[str, Story]:
        self._known = dict(kept_stories(self._work.doctrees, self._known))
        return {s.key: s for s in sorted(self._known.values(), key=lambda s: s.key)}
