"""All that a story's pages depend on, before any of it is analysed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum import extending
from variorum.model import Problem
from variorum.reading import Accounted
from variorum.staging.downloads import offered_downloads
from variorum.staging.editor import Editor
from variorum.staging.files import as_json
from variorum.staging.passed import account, passed_over
from variorum.staging.raw import Read
from variorum.staging.root import front_of_root
from variorum.versions import code_hash, model_version

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from variorum.edition import Story


@dataclass(frozen=True, slots=True)
class StoryInputs:
    """A story before it is read: its articles, its editor's words, and the site's settings."""

    key: str
    articles: tuple[Read, ...]
    editor: Editor
    left_out: tuple[Accounted, ...]
    """The files of the story that are no articles, or could not be read."""
    site: Mapping[str, Any]
    """What the site says to every page of the story, as JSON."""
    hash: str
    """Of all this, and of the model and of our own code."""

    @property
    def words(self) -> str:
        """What a message calls the story."""
        return f"the story {self.key!r}" if self.key else "the story in the source directory itself"

    def story(self) -> tuple[Story, tuple[Problem, ...]]:
        """The story with its articles, not yet analysed, and what is wrong with the files."""
        from variorum.edition import assemble

        articles = [read.article() for read in self.articles]
        words = self.editor.read()
        told, authorities = {self.key: words.told}, {self.key: words.authority}
        corrections = {self.key: words.corrections}
        edition = assemble(articles, told, authorities, words.problems, corrections)
        [story] = edition.stories
        return story, edition.problems


def inputs_of(
    app: Sphinx, read: Sequence[Read], problems: Iterable[Problem], layers: list[str]
) -> list[StoryInputs]:
    """The stories in the order of their keys."""
    by_story: dict[str, list[Read]] = {}
    for article in read:
        by_story.setdefault(article.story, []).append(article)
    left_out = [problem for problem in problems if problem.left_out]
    config = app.config
    passed = passed_over(Path(app.srcdir), config.variorum_articles, config.exclude_patterns)
    shared = {
        "root_doc": config.root_doc,
        "title": config.variorum_title,
        "layers": layers,
        "several": len(by_story) > 1,
        "model": [config.variorum_model, model_version(config.variorum_model)],
        "code": code_hash(),
        "extensions": extending.fingerprint(),
        "publish": config.variorum_publish,
        # Words of one story must not be given away by another.
        "others": [article.key for article in read]
        if config.variorum_publish == "quotations"
        else [],
    }
    stories = []
    for key, articles in sorted(by_story.items()):
        editor = Editor.of(Path(app.srcdir), key)
        settings = shared | {"downloads": offered_downloads(app, key, by_story)}
        if not key:
            settings["root_doc"] = front_of_root(app)
        wrong = (problem for problem in left_out if problem.story == key)
        mine = account(passed.get(key, ()), wrong)
        depends = {
            "key": key,
            "articles": [article.key for article in articles],
            "editor": editor.hashes,
            "left_out": [asdict(entry) for entry in mine],
            "site": settings,
        }
        digest = hashlib.sha256(as_json(depends)).hexdigest()
        stories.append(StoryInputs(key, tuple(articles), editor, mine, settings, digest))
    return stories
