"""One story made anew: analysed, or taken from the cache, and its pages' facts written."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.analysis.parse import load_model
from variorum.docnames import SUFFIX, story_home
from variorum.edition import Edition, Story, analysed
from variorum.editors_files import AUTHORITY
from variorum.export import files_of
from variorum.model import Problem
from variorum.pages import shares
from variorum.pages.joins import JOINS
from variorum.pages.kind import Facts
from variorum.pages.story_facts import Site, StoryFacts
from variorum.publishing.excerpts import guard, reduced
from variorum.remembering import again
from variorum.staging.cache import StoryCache
from variorum.staging.collisions import collisions
from variorum.staging.files import as_json
from variorum.staging.inputs import StoryInputs
from variorum.staging.parses import StoryParses
from variorum.staging.story_records import Folder, Made, Staged
from variorum.staging.unswept import unswept

if TYPE_CHECKING:
    from spacy.language import Language
    from sphinx.application import Sphinx

    from variorum.publishing.guard import Guard


class StoryStager:
    """Stages the stories that changed, one at a time, so that only one is in memory."""

    def __init__(
        self,
        app: Sphinx,
        stories: Sequence[StoryInputs],
        staged: Folder,
        exports: Folder | None,
        cache: StoryCache,
        parses: Path,
    ) -> None:
        self.config = app.config
        self.stories = stories
        self.staged = staged
        self.exports = exports
        self.cache = cache
        self.parses = parses

    def stage(self, inputs: StoryInputs) -> Staged:
        """Write a story's facts and exports; what was written."""
        bare, unclear = inputs.story()
        story = self._analysed(bare)
        pages, share = self._published(inputs, story)
        files = self.staged.write(
            {
                f"{docname}{SUFFIX}": again((docname,), as_json, facts)
                for docname, facts in sorted(pages.items())
            },
            inputs.words,
        )
        exports = self._exported(story, inputs.words)
        return Staged(
            files=files,
            exports=exports,
            # What directives are made from is no page of its own.
            pages=frozenset(
                docname
                for docname, facts in pages.items()
                if facts["page"] != JOINS and not isinstance(files[f"{docname}{SUFFIX}"], str)
            ),
            front=as_json(share["front"]),
            search=as_json(share["search"]),
            across=as_json(share["across"]),
            problems=(
                *unclear,
                *unused_names(story, several=inputs.site["several"]),
                *story.problems,
                *collisions(story.articles[0].source, files, exports or {}),
            ),
            cached=self.cache.name(bare),
        )

    def _analysed(self, bare: Story) -> Story:
        known = self.cache.get(bare)
        if known is None:
            parses = StoryParses(self.parses, bare.key)
            [known] = analysed([bare], self._model, parses)
            parses.save()
            self.cache.put(bare, known)
        return known

    def _model(self) -> Language:
        with unswept():
            return load_model(self.config.variorum_model)

    def _exported(self, story: Story, words: str) -> Made | None:
        if self.exports is None:
            return None
        files = files_of(self._short(story))
        below = {story_home(story.key) + name: data for name, data in files.items()}
        return self.exports.write(below, words)

    def _short(self, story: Story) -> Story:
        if self.config.variorum_publish != "quotations":
            return story
        return reduced(Edition((story,))).stories[0]

    def _published(
        self, inputs: StoryInputs, story: Story
    ) -> tuple[dict[str, Facts], dict[str, Any]]:
        """The facts of every page and the story's share, with what may be published."""
        site = Site(
            inputs.site["root_doc"],
            self.config.variorum_title,
            inputs.site["layers"],
            inputs.site["downloads"],
            several=inputs.site["several"],
        )
        told = StoryFacts(self._short(story), inputs.left_out, site)
        pages = told.all_pages()
        share: dict[str, Any] = {
            "front": pages[told.pages["front"]],
            "search": told.search(),
            "across": shares.share(told) if told.site.several else None,
        }
        if self.config.variorum_publish != "quotations":
            return pages, share
        # Positions count in an excerpt's text, which is short already.
        pages, share = self._guard.everywhere([pages, share], untouched=frozenset({"text"}))
        return pages, share

    @functools.cached_property
    def _guard(self) -> Guard:
        """What keeps longer stretches of any story's texts from being published."""
        return guard(Edition(tuple(inputs.story()[0] for inputs in self.stories)))


def unused_names(story: Story, *, several: bool) -> Iterator[Problem]:
    """What an editor wrote of actors that nobody in the story bears.

    Of *several* stories another may be the one that the file of all stories means.
    """
    elsewhere = story.authority.site_words if several else frozenset()
    source = f"{story.key}/{AUTHORITY}" if story.key else AUTHORITY
    for name in story.unused_names:
        if name not in elsewhere:
            yield Problem("actors", source, f"{name!r} is named in no article of this story")
