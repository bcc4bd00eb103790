"""A book as Typst code: its title, contents, key, chapters and index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from variorum.pages.page import headline_words, outlet_words, story_title, when_words
from variorum.paper.article import Report
from variorum.paper.book import Book, Page
from variorum.paper.code import array, call, literal, sequence, words
from variorum.paper.places import Places
from variorum.paper.writer import Writer, place_of
from variorum.rendering.words import _, listed, reports

if TYPE_CHECKING:
    from variorum.paper.builder import PdfBuilder

UNSET = "Author name not set"
"""What Sphinx has for an author that nobody named."""


def compose(book: Book, builder: PdfBuilder, *, dated: bool) -> str:
    """The code of a whole book, the look of it included; *dated* if the file is to bear a date."""
    doctrees = {
        page.docname: builder.env.get_and_resolve_doctree(page.docname, builder, tags=builder.tags)
        for page in book.pages
        if page.facts is None
    }
    letters = {p.docname: p.facts["source"]["siglum"] for p in book.pages if p.facts}
    places = Places((page.docname for page in book.pages), letters)
    _survey(book, doctrees, places)
    config = builder.config
    title = story_title(book.front) if book.front else config.project
    author = config.author if config.author not in (UNSET, "unknown") else ""
    body = [
        _title_page(book.front, title, config.project),
        _contents(book.front),
        *(_chapter(chapter, doctrees, places, title) for chapter in book.chapters),
        *_index(book, doctrees, places),
    ]
    arguments = (
        literal(title),
        literal(config.language or "en"),
        array([literal(author)] if author else []),
        "true" if dated else "false",
    )
    look = (files("variorum") / "paper" / "edition.typ").read_text(encoding="utf-8")
    return f"{look}\n#edition({', '.join(arguments)}, {sequence(body)})\n"


def _survey(book: Book, doctrees: Mapping[str, nodes.document], places: Places) -> None:
    """Find every anchor of the book, and every one that something links to."""
    for page in book.pages:
        if page.facts is not None:
            places.offer(page.docname, _ids_of_report(page.facts))
            places.want(page.facts["pages"]["differences"])
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
        Report(page.facts, places).code()
        if page.facts is not None
        else Writer(page.docname, places, page.level).code(doctrees[page.docname])
        for page in chapter
    )
    return call("chapter", literal(first.docname), left, right, said)


def _title_of(doctree: nodes.document) -> str:
    title = next(iter(doctree.findall(nodes.title)), None)
    return title.astext() if title is not None else ""


# --- before and after ----------------------------------------------------------------------------


def _title_page(front: Mapping[str, Any] | None, title: str, project: str) -> str:
    if front is None:
        return call("title-page", words(title), "[]", "[]", "[]")
    who = listed(list(dict.fromkeys(outlet_words(s) for s in front["sources"])))
    count = reports(len(front["sources"]))
    note = _("Analysis is for English, automatic and unreviewed; no word of a report is changed.")
    return call(
        "title-page", words(title), words(front["lead"] or ""), words(f"{count}: {who}."),
        words(f"{project}. {note}"),
    )  # fmt: skip


def _contents(front: Mapping[str, Any] | None) -> str:
    """The reports by their letters, the other chapters, and what the marks on the text mean."""
    if front is None:
        return call("contents", words(_("Contents")), "()", "[]", "()", "[]", "()")
    rows = [
        call(
            "source-row",
            literal(source["docname"]),
            words(source["siglum"]),
            words(outlet_words(source)),
            words(headline_words(source)),
            words(when_words(source, short=True)),
        )
        for source in front["sources"]
    ]
    signs = [
        (call("super", words("a")),
         _("a statement in quotation marks; who makes it is said below")),
        (call("super", call("emph", words("i"))),
         _("reported speech, between half brackets ⌜ ⌝; who speaks is said below")),
        (call("super", words(_("12 Jan"))), _("the day an expression of time means")),
        (call("super", call("sign-shared", words("=A"))),
         _("words between bars that stand in report A, too")),
        (call("differs", "2", words(_("words"))),
         _("another report has other words or figures; the apparatus at the report’s end has "
           "them by line: the words here, a bracket, each other reading with its letter")),
        (call("sure", words("90 %")), _("how sure the rule is that found it")),
    ]  # fmt: skip
    key = [sequence([sign]) for sign, _said in signs]
    said = [words(what) for _sign, what in signs]
    pairs = [part for pair in zip(key, said, strict=True) for part in pair]
    glance = [
        call(
            "glance",
            words(finding["explanation"]),
            literal(f"{front['pages']['differences']}#{finding['id']}"),
        )
        for finding in front["findings"]
    ]
    return call(
        "contents",
        words(_("Contents")),
        array(rows),
        words(_("How to read this")),
        array(pairs),
        words(_("Most worth seeing")),
        array(glance),
    )


def _index(book: Book, doctrees: Mapping[str, nodes.document], places: Places) -> Iterator[str]:
    """The index of actors: where each has its entry, and every page that mentions it."""
    entries = []
    for page in book.pages:
        if page.kind == "actor":
            for node in doctrees[page.docname].findall(addnodes.index):
                for entry in node["entries"]:
                    entries.append((entry[1].casefold(), entry[1], page.docname))
    if not entries:
        return
    note = _(
        "The first page, in bold, is the actor’s own entry; then every page of a report that has "
        "the name, and in italics those where only a pronoun or a phrase stands for it."
    )
    yield call(
        "index",
        words(_("Index of actors")),
        words(note),
        array(
            call("index-entry", words(name), literal(docname), literal(f"name:{docname}"),
                 literal(f"phrase:{docname}"))
            for _key, name, docname in sorted(entries)
        ),
    )  # fmt: skip
