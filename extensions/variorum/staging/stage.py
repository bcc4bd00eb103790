"""The hook: raw articles in, staged documents out, before Sphinx looks for what has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache as once
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.display import status_iterator

from variorum.characters import visible
from variorum.config import LAYERS
from variorum.docnames import (
    ACROSS,
    METHOD,
    NO_PAGE,
    OUTLETS,
    REPORTS,
    SEARCH,
    STORIES,
    SUFFIX,
    page_file,
)
from variorum.editors_files import AUTHORITY
from variorum.errors import ModelMissingError, RefusedError
from variorum.model import Problem
from variorum.pages.data import FOLDER
from variorum.pages.kinds import KINDS
from variorum.staging.cache import StoryCache
from variorum.staging.collisions import collisions
from variorum.staging.discovery import raw_files
from variorum.staging.exports import export_folder
from variorum.staging.files import as_json
from variorum.staging.inputs import StoryInputs, inputs_of
from variorum.staging.parses import prune_parses
from variorum.staging.project import StagedProject
from variorum.staging.raw import Read, Reader
from variorum.staging.story_records import Folder, Staged, StoryRecords
from variorum.staging.unswept import unswept

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from variorum.staging.story import StoryStager

logger = logging.getLogger(__name__)
SITE = "the site"
OWN = (
    "404.html", "_downloads", "_images", "_sources", "_static", "objects.inv", "robots.txt",
    "searchindex.js", "sitemap.xml",
)  # fmt: skip
"""Files and folders of a site beside its pages."""


def stage(app: Sphinx) -> None:
    """Read all articles, put them in stories, and write every generated page's facts."""
    read, problems = read_articles(app)
    layers, wrong = default_layers(app)
    stories = inputs_of(app, read, problems, layers)
    for problem in (*problems, *wrong):
        report(problem)
    builder = app.builder.name
    staged = Folder(staged_folder(app), partial(published, builder))
    claim_the_sites(staged, builder)
    if all(story.key or story.site["root_doc"] == REPORTS for story in stories):
        staged.claim(page_file(app.config.root_doc, builder), SITE)
    place = export_folder(app)
    exports = Folder(place) if place else None
    try:
        made = staged_stories(app, stories, staged, exports)
    except (ModelMissingError, RefusedError) as error:
        raise ExtensionError(str(error)) from error
    # What is wrong with the file of all stories, each of them says.
    for problem in dict.fromkeys(problem for story in made for problem in story.problems):
        report(problem)
    pages = {docname for story in made for docname in story.pages}
    pages |= stage_site(app, made, staged)
    pages -= NO_PAGE
    staged.prune()
    if exports:
        exports.prune()
    app.project = app.env.project = StagedProject(
        app.project, staged.path, pages, SUFFIX, builder, raw=app.config.variorum_articles
    )
    # Sphinx has listed the documents once already; without a second time a builder that
    # comes later would miss what was staged now.
    app.env.find_files(app.config, app.builder)
    for problem in superseded(app.project, app.config.root_doc):
        report(problem)
    if REPORTS in pages:
        logger.info("the story in the source directory itself has its front page at %r", REPORTS)


def claim_the_sites(staged: Folder, builder: str) -> None:
    """Keep stories away from where the site has files and folders of its own."""
    # What lies there beside the exports is deleted.
    staged.claim(FOLDER, "the exported data")
    for name in ("genindex", "search"):
        staged.claim(page_file(name, builder), f"Sphinx's own page {name!r}")
    for name in OWN:
        staged.claim(name, SITE)


def published(builder: str, staged: str) -> str:
    """The file that a staged page becomes; what makes no page is in no other's way."""
    docname = staged.removesuffix(SUFFIX)
    return staged if docname in NO_PAGE else page_file(docname, builder)


def read_articles(app: Sphinx) -> tuple[list[Read], list[Problem]]:
    """Every raw article below the source directory, and what is wrong with them."""
    found = list(raw_files(app.srcdir, app.config.variorum_articles, app.config.exclude_patterns))
    reader = Reader(_home(app) / "articles.kept", app.config.variorum_max_bytes)
    articles: list[Read] = []
    problems: list[Problem] = []
    for file in status_iterator(
        found, "reading articles... ", length=len(found), stringify_func=lambda f: f.source
    ):
        read, wrong = reader.read(file)
        articles += read
        problems += wrong
    reader.save()
    return articles, problems


def staged_stories(
    app: Sphinx, stories: list[StoryInputs], staged: Folder, exports: Folder | None
) -> list[Staged]:
    """Each story's pages: those of the last build where nothing changed, else made anew.

    One after the other in a fixed order: where two stories want the same page, the first has it.
    """
    records = StoryRecords(_home(app) / "stories", staged, exports)
    cache = StoryCache(_home(app) / "cache", app.config.variorum_model)
    parses = _home(app) / "parses"

    @once
    def stager() -> StoryStager:
        # What reads, analyses and compares is loaded where a story has changed.
        with unswept():
            from variorum.staging.story import StoryStager

        return StoryStager(app, stories, staged, exports, cache, parses)

    made = []
    for story in status_iterator(
        stories, "staging stories... ", length=len(stories), stringify_func=lambda s: s.key
    ):
        known = records.get(story.hash, story.words)
        if known is None:
            known = stager().stage(story)
            # The files may have changed meanwhile: then what was made is none of theirs.
            if story.editor.is_current():
                records.put(story.hash, known)
        cache.keep(known.cached)
        made.append(known)
    records.prune()
    cache.prune()
    prune_parses(parses, (story.key for story in stories))
    return made


def stage_site(app: Sphinx, made: list[Staged], staged: Folder) -> set[str]:
    """Stage what is made of all stories together; the pages it makes.

    A story in the source directory itself has its front where the list of stories would be.
    """
    root = app.config.root_doc
    # Of a story that is in another's place there is no page to lead to.
    made = [story for story in made if story.pages]
    site = {
        STORIES: _of_all(made, "stories", STORIES),
        SEARCH: b'{"page":"search","stories":[%s]}' % b",".join(s.search for s in made),
        METHOD: as_json({"page": "method", "publish": app.config.variorum_publish}),
    }
    if staged.owner(f"{root}{SUFFIX}") in (None, SITE):
        site[root] = _of_all(made, "stories", root)
    if len(made) > 1:
        site |= across(made)
    files = {f"{docname}{SUFFIX}": data for docname, data in site.items()}
    written = staged.write(files, SITE)
    for problem in collisions("conf.py", written, {}):
        report(problem)
    return {docname for docname in site if not isinstance(written[f"{docname}{SUFFIX}"], str)}


def across(made: Sequence[Staged]) -> Iterator[tuple[str, bytes]]:
    """The pages of what several stories have, each of no more than it shows."""
    shares = [json.loads(story.across) for story in made]
    for name in sorted(set.intersection(*(set(share["unborne"]) for share in shares))):
        report(Problem("actors", AUTHORITY, f"{name!r} is named in no article of any story"))
    for kind in KINDS:
        for facts in kind.across(shares):
            yield facts["docname"], as_json({**facts, "page": kind.name})


def superseded(project: StagedProject, root: str) -> Iterator[Problem]:
    """The pages of ours that an author's own page stands for; the site's root is the author's."""
    for docname, other in sorted(project.superseded.items()):
        if docname != root:
            message = f"this page stands in the place of the generated one, {docname}"
            yield Problem("collision", str(project.doc2path(other, absolute=False)), message)


def _of_all(made: list[Staged], page: str, docname: str) -> bytes:
    """Facts of which every story's front is a part, put together from their JSON."""
    several = [f"{ACROSS}/index", f"{OUTLETS}/index"] if len(made) > 1 else []
    head = as_json({"across": several, "docname": docname, "method": METHOD, "page": page})
    return b'%s,"stories":[%s]}' % (head.removesuffix(b"}"), b",".join(s.front for s in made))


def default_layers(app: Sphinx) -> tuple[list[str], list[Problem]]:
    """The layers that show at first, in their order, and the names that aren't one."""
    wanted = app.config.variorum_layers
    known = ", ".join(LAYERS)
    wrong = [
        Problem("layers", "conf.py", f"variorum_layers: no layer {name!r}; known: {known}")
        for name in wanted
        if name not in LAYERS
    ]
    return [name for name in LAYERS if name in wanted], wrong


def _home(app: Sphinx) -> Path:
    """What we keep lies beside Sphinx's own doctrees."""
    return Path(app.doctreedir) / "variorum"


def staged_folder(app: Sphinx) -> Path:
    """Where staged documents live."""
    return _home(app) / "staged"


def report(problem: Problem) -> None:
    """A problem as a located Sphinx warning that can be suppressed by its subtype."""
    if problem.quiet:
        return
    # Without a line Sphinx takes it for a docname, and adds a suffix.
    location = visible(f"{problem.source}:{problem.line or 1}")
    logger.warning(
        visible(problem.message), type="variorum", subtype=problem.subtype, location=location
    )
