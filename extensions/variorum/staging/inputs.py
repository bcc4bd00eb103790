"""All that a story's pages depend on, before any of it is analysed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from variorum import extending
from variorum.collation.authority import Authority
from variorum.corrections import Corrections, read_corrections
from variorum.edition import Story, assemble
from variorum.model import Problem
from variorum.staging.cache import code_hash, model_version
from variorum.staging.downloads import offered_downloads
from variorum.staging.files import as_json
from variorum.staging.raw import Read
from variorum.story import StoryFile, read_authority, read_story_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class StoryInputs:
    """A story before it is read: its articles, its editor's words, and the site's settings."""

    key: str
    articles: tuple[Read, ...]
    told: StoryFile
    authority: Authority
    corrections: Corrections
    left_out: tuple[Problem, ...]
    """The files of the story that could not be read."""
    site: Mapping[str, Any]
    """What the site says to every page of the story, as JSON."""
    hash: str
    """Of all this, and of the model and of our own code."""

    @property
    def words(self) -> str:
        """What a message calls the story."""
        return f"the story {self.key!r}" if self.key else "the story in the source directory itself"

    def story(self) -> Story:
        """The story with its articles, not yet analysed."""
        articles = [read.article() for read in self.articles]
        told, authorities = {self.key: self.told}, {self.key: self.authority}
        [story] = assemble(articles, told, authorities, (), {self.key: self.corrections}).stories
        return story


def inputs_of(
    app: Sphinx, read: Sequence[Read], problems: Iterable[Problem], layers: list[str]
) -> tuple[list[StoryInputs], list[Problem]]:
    """The stories in the order of their keys, and what is wrong with the editors' files."""
    by_story: dict[str, list[Read]] = {}
    for article in read:
        by_story.setdefault(article.story, []).append(article)
    left_out = [problem for problem in problems if problem.left_out]
    config = app.config
    shared = {
        "root_doc": config.root_doc,
        "layers": layers,
        "model": [config.variorum_model, model_version(config.variorum_model)],
        "code": code_hash(),
        "extensions": extending.fingerprint(),
        "publish": config.variorum_publish,
        # Words of one story must not be given away by another.
        "others": [article.key for article in read]
        if config.variorum_publish == "quotations"
        else [],
    }
    site, wrong = read_authority(app.srcdir, "")
    stories = []
    for key, articles in sorted(by_story.items()):
        told, of_story = read_story_file(app.srcdir / key, key)
        own, of_actors = read_authority(app.srcdir / key, key) if key else (Authority(), [])
        corrections, of_corrections = read_corrections(app.srcdir / key, key)
        wrong += [*of_story, *of_actors, *of_corrections]
        settings = shared | {"downloads": offered_downloads(app, key, by_story)}
        mine = tuple(problem for problem in left_out if problem.story == key)
        depends = {
            "key": key,
            "articles": [article.key for article in articles],
            "editor": [repr(told), repr(own.over(site)), repr(corrections)],
            "left_out": [[problem.source, problem.message] for problem in mine],
            "site": settings,
        }
        digest = hashlib.sha256(as_json(depends)).hexdigest()
        stories.append(
            StoryInputs(
                key, tuple(articles), told, own.over(site), corrections, mine, settings, digest
            )
        )
    return stories, wrong
