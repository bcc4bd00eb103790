"""A book as Typst code: what links lead to, chapters, and what stands before and after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from variorum.pages.page import outlet_words, story_title, when_words
from variorum.paper.abridged import abridged
from variorum.paper.article import Report
from variorum.paper.book import READERS, SHEETS, Book, Page
from variorum.paper.code import array, call, language, literal, sequence, words
from variorum.paper.matter import INDEX, contents, index, title_page
from variorum.paper.places import Places
from variorum.paper.writer import Writer, place_of
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.paper.builder import PdfBuilder

UNSET = "Author name not set"
"""What Sphinx has for an author that nobody named."""


def compose(book: Book, builder: PdfBuilder, *, dated: bool) -> str:
    """The code of a whole book, the look of it included; *dated* if the file is to bear a date."""
    env = builder.env
    doctrees = {
        page.docname: env.get_and_resolve_doctree(
            page.docname,
            builder,
            tags=builder.tags,
            doctree=abridged(page, env) if book.abridged else None,
        )
        for page in book.pages
        if page.facts is None
    }
    for doctree in doctrees.values():
        builder.post_process_images(doctree)
    letters = {p.docname: p.facts["source"]["siglum"] for p in book.pages if p.facts}
    places = Places((page.docname for page in book.pages), letters, builder.images)
    _survey(book, doctrees, places)
    config = builder.config
    title = story_title(book.front) if book.front else config.project
    author = config.author if config.author not in (UNSET, "unknown") else ""
    names = _index_entries(book, doctrees)
    listing = [
        (chapter[0].docname, _title_of(doctrees[chapter[0].docname]))
        for chapter in book.chapters
        if chapter[0].facts is None
    ]
    if names:
        listing.append((INDEX, _("Index of actors")))
    body = sequence(
        [
            title_page(book.front, title, config.project, for_readers=book.edition == READERS),
            contents(book.front, listing, places, abridged=book.abridged)
            if book.edition != SHEETS
            else "",
            *(_chapter(chapter, book, doctrees, places, title) for chapter in book.chapters),
            index(names) if names else "",
        ]
    )
    arguments = (
        literal(title),
        language(config.language),
        array([literal(author)] if author else []),
        "true" if dated else "false",
    )
    look = (files("variorum") / "paper" / "edition.typ").read_text(encoding="utf-8")
    dangling = f"#let dangling = {array(map(literal, places.dangling()))}\n"
    return f"{dangling}{look}\n#edition({', '.join(arguments)}, {body})\n"


def _index_entries(book: Book, doctrees: Mapping[str, nodes.document]) -> list[tuple[str, str]]:
    """What the pages of actors are indexed under, sorted, each with its document."""
    found = [
        (entry[1], page.docname)
        for page in book.pages
        if page.kind == "actor"
        for node in doctrees[page.docname].findall(addnodes.index)
        for entry in node["entries"]
    ]
    return sorted(found, key=lambda pair: (pair[0].casefold(), pair))


def _survey(book: Book, doctrees: Mapping[str, nodes.document], places: Places) -> None:
    """Find every anchor of the book, and every one that something links to."""
    if book.front:
        for finding in book.front["findings"]:
            places.want(book.front["pages"]["differences"], finding["id"])
    for page in book.pages:
        if page.facts is not None:
            places.offer(page.docname, _ids_of_report(page.facts))
            for finding in page.facts["findings"]:
                places.want(page.facts["pages"]["differences"], finding["id"])
            continue
        doctree = doctrees[page.docname]
        for node in doctree.findall(nodes.Element):
            places.offer(page.docname, node.get("ids", ()))
            if isinstance(node, nodes.reference):
                target = place_of(node, page.docname)
                if target:
                    places.want(*target)


def _ids_of_report(facts: Mapping[str, Any]) -> Iterator[str]:
    paragraphs = sum(block["kind"] == "paragraph" for block in facts["article"]["blocks"])
    yield from (f"p{number}" for number in range(1, paragraphs + 1))
    for said in (*facts["annotations"], *facts["marks"]):
        yield said["id"]


def _chapter(
    chapter: tuple[Page, ...],
    book: Book,
    doctrees: Mapping[str, nodes.document],
    places: Places,
    title: str,
) -> str:
    first = chapter[0]
    if first.facts is not None:
        source = first.facts["source"]
        left = sequence(
            [call("siglum", words(source["siglum"])), words(f"  {outlet_words(source)}")]
        )
        right = words(when_words(source))
    else:
        left, right = words(title), words(_title_of(doctrees[first.docname]))
    said = sequence(
        Report(page.facts, places, abridged=book.abridged).code()
        if page.facts is not None
        else Writer(page.docname, places, page.level).code(doctrees[page.docname])
        for page in chapter
    )
    return call("chapter", literal(first.docname), left, right, said)


def _title_of(doctree: nodes.document) -> str:
    title = next(iter(doctree.findall(nodes.title)), None)
    return title.astext() if title is not None else ""
