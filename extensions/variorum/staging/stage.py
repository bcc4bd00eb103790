"""The hook: raw articles in, staged documents out, before Sphinx looks for what has changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.display import status_iterator

from variorum.analysis.parse import ModelMissingError, load_model
from variorum.collation.authority import Authority
from variorum.config import LAYERS
from variorum.corrections import Corrections, read_corrections
from variorum.edition import Edition, Story, analysed, assemble
from variorum.model import Article, Problem
from variorum.publishing import guard, reduced
from variorum.reading import ReadingError, read_file
from variorum.staging.cache import StoryCache
from variorum.staging.discovery import raw_files
from variorum.staging.downloads import offer_downloads
from variorum.staging.exports import stage_exports
from variorum.staging.facts import METHOD, NO_PAGE, edition_facts
from variorum.staging.files import as_json, files_below, write_if_changed
from variorum.staging.parallel_facts import JOINS
from variorum.staging.project import StagedProject
from variorum.story import AUTHORITY, StoryFile, read_authority, read_story_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SUFFIX = ".variorum"
logger = logging.getLogger(__name__)


def stage(app: Sphinx) -> None:
    """Read all articles, put them in stories, and write every generated page's facts."""
    edition = analyse(app, read_edition(app))
    for problem in edition.problems:
        report(problem)
    facts = published_facts(app, edition)
    folder = staged_folder(app)
    layers = default_layers(app)
    for said in facts.values():
        if said["page"] == "article":
            said["layers"] = layers
    paths = set()
    for docname, said in sorted(facts.items()):
        path = folder / f"{docname}{SUFFIX}"
        write_if_changed(path, as_json(said))
        paths.add(path)
    for path in files_below(folder):
        if path not in paths:
            path.unlink()
    # What directives and the search are made from is no page of its own.
    pages = {d for d, said in facts.items() if d not in NO_PAGE and said["page"] != JOINS}
    app.project = app.env.project = StagedProject(
        app.project, folder, pages, SUFFIX, raw=app.config.variorum_articles
    )
    # Sphinx has listed the documents once already; without a second time a builder that
    # comes later would miss what was staged now.
    app.env.find_files(app.config, app.builder)


def published_facts(app: Sphinx, edition: Edition) -> dict[str, dict[str, Any]]:
    """The facts of every page, and the exports beside them, with what may be published."""
    whole = edition
    short = app.config.variorum_publish == "quotations"
    if short:
        edition = reduced(whole)
    stage_exports(app, edition)
    facts = edition_facts(edition, app.config.root_doc)
    offer_downloads(app, facts)
    facts[METHOD]["publish"] = app.config.variorum_publish
    # Positions count in an excerpt's text, which is short already.
    return guard(whole).everywhere(facts, untouched=frozenset({"text"})) if short else facts


def default_layers(app: Sphinx) -> list[str]:
    """The layers that show at first, in their order; a name that isn't one is reported."""
    wanted = app.config.variorum_layers
    for name in wanted:
        if name not in LAYERS:
            said = f"variorum_layers: no layer {name!r}; known: {', '.join(LAYERS)}"
            report(Problem("layers", "conf.py", said))
    return [name for name in LAYERS if name in wanted]


def read_edition(app: Sphinx) -> Edition:
    """All stories below the source directory."""
    found = list(raw_files(app.srcdir, app.config.variorum_articles, app.config.exclude_patterns))
    articles: list[Article] = []
    problems: list[Problem] = []
    for file in status_iterator(
        found, "reading articles... ", length=len(found), stringify_func=lambda f: f.source
    ):
        mine: list[Problem] = []
        try:
            articles.append(
                read_file(
                    file.path,
                    file.story,
                    id=file.id,
                    source=file.source,
                    max_bytes=app.config.variorum_max_bytes,
                    warn=mine.append,
                )
            )
        except ReadingError as error:
            mine.append(error.problem)
        problems += [dataclasses.replace(problem, story=file.story) for problem in mine]
    told: dict[str, StoryFile] = {}
    authorities: dict[str, Authority] = {}
    corrections: dict[str, Corrections] = {}
    site, wrong = read_authority(app.srcdir, "")
    problems += wrong
    for key in sorted({article.story for article in articles}):
        told[key], wrong = read_story_file(app.srcdir / key, key)
        problems += wrong
        own, wrong = read_authority(app.srcdir / key, key) if key else (Authority(), [])
        problems += wrong
        authorities[key] = own.over(site)
        corrections[key], wrong = read_corrections(app.srcdir / key, key)
        problems += wrong
    return assemble(articles, told, authorities, problems, corrections)


def analyse(app: Sphinx, edition: Edition) -> Edition:
    """Find what is in each story, or take it from the cache."""
    model = app.config.variorum_model
    cache = StoryCache(Path(app.doctreedir) / "variorum" / "cache", model)
    known = {story.key: cache.get(story) for story in edition.stories}
    todo = [story for story in edition.stories if known[story.key] is None]
    results = analysed(todo, lambda: load_model(model))
    shown = status_iterator(
        results, "analysing stories... ", length=len(todo), stringify_func=lambda s: s.key
    )
    try:
        for bare, story in zip(todo, shown, strict=True):
            cache.put(bare, story)
            known[bare.key] = story
    except ModelMissingError as error:
        raise ExtensionError(str(error)) from error
    cache.prune()
    stories = tuple(story for story in known.values() if story is not None)
    problems = [p for story in stories for p in (*unused_names(story), *story.problems)]
    return dataclasses.replace(edition, stories=stories, problems=(*edition.problems, *problems))


def unused_names(story: Story) -> Iterator[Problem]:
    """What an editor wrote of actors that nobody in the story bears."""
    source = f"{story.key}/{AUTHORITY}" if story.key else AUTHORITY
    for name in story.unused_names:
        yield Problem("actors", source, f"{name!r} is named in no article of this story")


def staged_folder(app: Sphinx) -> Path:
    """Where staged documents live: beside Sphinx's own doctrees."""
    return Path(app.doctreedir) / "variorum" / "staged"


def report(problem: Problem) -> None:
    """A problem as a located Sphinx warning that can be suppressed by its subtype."""
    location = problem.source if problem.line is None else f"{problem.source}:{problem.line}"
    logger.warning(problem.message, type="variorum", subtype=problem.subtype, location=location)
