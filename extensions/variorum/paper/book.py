"""Which pages make a book, and in which order."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sphinx.util.osutil import make_filename

from variorum.pages.kinds import BY_NAME, KINDS
from variorum.staging.project import StagedProject

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

FOREWORD = "foreword"
"""What an author's pages outside the story's folder are."""
FULL, READERS, SHEETS = "full", "reader", "handouts"
EDITIONS: Mapping[str, Sequence[str]] = {
    FULL: [FOREWORD, *(k.name for k in KINDS[:-1] if k.name != SHEETS), "", KINDS[-1].name],
    READERS: [FOREWORD, "differences", "agreed", "article", "timeline", "statements", ""],
    SHEETS: [SHEETS],
}
"""The kinds of pages in each edition, in their order; ``""`` are an author's."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document of a book: its kind (``""`` for an author's) and how deep it stands, from 1."""

    docname: str
    kind: str
    level: int
    facts: dict[str, Any] | None = None
    """Those of a report, which paper has a form of its own for."""


@dataclass(frozen=True, slots=True)
class Book:
    """A story, or the pages that are in no story; ``front`` are the facts of its front page."""

    file: str
    front: dict[str, Any] | None
    chapters: tuple[tuple[Page, ...], ...]
    """Each chapter's page and those below it."""
    edition: str

    @property
    def abridged(self) -> bool:
        """Whether it has less than there is."""
        return self.edition != FULL

    @property
    def pages(self) -> Iterator[Page]:
        """All pages in their order."""
        return (page for chapter in self.chapters for page in chapter)


def books(env: BuildEnvironment, edition: str) -> Iterator[Book]:
    """A book a story, by its folder; pages in no story's folder make one of their own.

    Where there is but one story, its book has those pages, too. The file of a shorter edition says
    which it is.
    """
    ending = ".pdf" if edition == FULL else f"-{edition}.pdf"
    root = env.config.root_doc
    fronts = dict(_fronts(env))
    members: dict[str, set[str]] = {key: set() for key in fronts}
    for docname in env.found_docs:
        key = next((k for k in _above(docname) if k in fronts), None)
        if key is None:
            key = next(iter(fronts)) if len(fronts) == 1 else ""
        members.setdefault(key, set()).add(docname)
    for key in sorted(members):
        front = fronts.get(key)
        mine = members[key] | ({front["pages"]["method"]} & env.found_docs if front else set())
        chapters = _chapters(env, mine, front["docname"] if front else root, EDITIONS[edition])
        written = any(page.kind == FOREWORD for chapter in chapters for page in chapter)
        if front or written:
            yield Book(f"{key or _of_all(env, fronts)}{ending}", front, chapters, edition)


def _of_all(env: BuildEnvironment, stories: Collection[str]) -> str:
    """The name of a book that is in no story's folder: the project's, unless a story has it."""
    name = make_filename(env.config.project)
    return env.config.root_doc if name in stories else name


def _above(docname: str) -> Iterator[str]:
    """The folders a document is in, the innermost first; the outermost is nameless."""
    folder = docname
    while "/" in folder:
        folder = folder.rpartition("/")[0]
        yield folder
    yield ""


def _fronts(env: BuildEnvironment) -> Iterator[tuple[str, dict[str, Any]]]:
    project = env.project
    if isinstance(project, StagedProject):
        for docname in sorted(project.staged):
            facts = staged_facts(project, docname)
            if facts["page"] == "front":
                yield facts["story"], facts


def staged_facts(project: StagedProject, docname: str) -> dict[str, Any]:
    """The facts a document is made from."""
    facts: dict[str, Any] = json.loads(project.staged_path(docname).read_text(encoding="utf-8"))
    return facts


def _chapters(
    env: BuildEnvironment, mine: set[str], front: str, order: Sequence[str]
) -> tuple[tuple[Page, ...], ...]:
    seen: set[str] = set()
    tops = [env.config.root_doc, front, *sorted(mine)]
    ordered = [page for top in tops for page in _below(env, top, 0, mine, seen, front)]
    chapters: list[list[Page]] = []
    for page in ordered:
        if page.level == 1 or not chapters:
            chapters.append([])
        chapters[-1].append(page)
    wanted = ([page for page in chapter if page.kind in order] for chapter in chapters)
    ranked = sorted(filter(None, wanted), key=lambda chapter: order.index(chapter[0].kind))
    return tuple(tuple(chapter) for chapter in _joined(ranked))


def _joined(chapters: list[list[Page]]) -> list[list[Page]]:
    """Pages of single actors and statements follow the page of all, in one chapter."""
    by_kind = {chapter[0].kind: chapter for chapter in chapters}
    kept = []
    for chapter in chapters:
        known = BY_NAME.get(chapter[0].kind)
        parent = by_kind.get(known.under) if known and known.under else None
        if parent is None:
            kept.append(chapter)
        else:
            parent += [replace(page, level=page.level + 1) for page in chapter]
    return kept


def _below(
    env: BuildEnvironment, docname: str, depth: int, mine: set[str], seen: set[str], front: str
) -> Iterator[Page]:
    """A document and those its table of contents lists, as far as they are in the book."""
    if docname in seen or docname not in mine:
        return
    seen.add(docname)
    page = _page(env, docname, max(1, depth), front)
    if page is not None:
        yield page
    else:
        depth = 0
    # The pages a root or a front page lists are chapters like itself.
    for child in env.toctree_includes.get(docname, ()):
        yield from _below(env, child, depth + 1, mine, seen, front)


def _page(env: BuildEnvironment, docname: str, level: int, front: str) -> Page | None:
    """A document's page in the book, or nothing where paper has no use for it."""
    project = env.project
    if not isinstance(project, StagedProject) or not project.is_staged(docname):
        outside = not docname.startswith(front.removesuffix("index"))
        return Page(docname, FOREWORD if outside else "", level)
    facts = staged_facts(project, docname)
    kind = facts["page"]
    # The same statements in another order are found by the index.
    if not BY_NAME[kind].on_paper or facts.get("by", "speaker") != "speaker":
        return None
    return Page(docname, kind, level, facts if kind == "article" else None)
