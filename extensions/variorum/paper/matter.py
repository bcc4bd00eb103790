"""What stands before and after the chapters: title page, contents, key to the marks, index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from variorum.pages.page import headline_words, outlet_words, when_words
from variorum.pages.sentences import explained
from variorum.paper.code import array, call, literal, words
from variorum.paper.places import Places
from variorum.rendering.words import _, listed, reports

INDEX = "variorum/paper/index"
"""The label of the index."""
NAMED = 12
"""So many outlets are named on the title page."""


def title_page(
    front: Mapping[str, Any] | None, title: str, project: str, *, for_readers: bool
) -> str:
    """The story, its introduction, who reports it."""
    if front is None:
        return call("title-page", words(title), "[]", "[]", "[]")
    who = list(dict.fromkeys(outlet_words(s) for s in front["sources"]))
    count = reports(len(front["sources"]))
    note = _("Analysis is for English, automatic and unreviewed; no word of a report is changed.")
    short = _("This is the reader’s edition; the full one has the registers.")
    return call(
        "title-page",
        words(title),
        words(front["lead"] or ""),
        words(f"{count}: {listed(who)}." if len(who) <= NAMED else f"{count}."),
        words(f"{project}. {note}" + (f" {short}" if for_readers else "")),
    )


def contents(
    front: Mapping[str, Any] | None,
    chapters: Iterable[tuple[str, str]],
    places: Places,
    *,
    abridged: bool = False,
) -> str:
    """The reports by their letters; *chapters*, pairs of a label and a title; how to read it.

    An *abridged* book begins with what is most worth seeing anyway.
    """
    others = array(call("chapter-row", literal(label), words(title)) for label, title in chapters)
    title = words(_("Contents"))
    if front is None:
        return call("contents", title, "()", others, "[]", "()", "[]", "()")
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
        if source["docname"] in places.reports
    ]
    glances = []
    for finding in () if abridged else front["findings"]:
        label = places.target(front["pages"]["differences"], finding["id"])
        if label:
            glances.append(call("glance", words(explained(finding["explanation"])), literal(label)))
    return call(
        "contents", title, array(rows), others, words(_("How to read this")),
        array(_key(abridged=abridged)), words(_("Most worth seeing")), array(glances),
    )  # fmt: skip


def _key(*, abridged: bool) -> list[str]:
    """What the marks mean: each, then its meaning."""
    day = _("the day an expression of time means")
    known = _("the day an expression of time means; the note says how that is known")
    sure = (words("90 %"), _("how sure the rule is that found it"))
    signs = (
        (call("super", words("a")),
         _("a statement in quotation marks; the note says who makes it")),
        (call("super", call("emph", words("i"))),
         _("reported speech, between half brackets ⌜ ⌝; the note says who speaks")),
        (call("super", words(_("12 Jan"))), day if abridged else known),
        (call("super", call("sign-shared", words("=A"))),
         _("words between bars that stand in report A, too")),
        (call("differs", "2", words(_("words"))),
         _("another report has other words or figures: the apparatus behind the report gives the "
           "line, the words here, a bracket, and every other reading with its letter")),
        (call("siglum", words("A 12")), _("line 12 of report A")),
        *(() if abridged else (sure,)),
    )  # fmt: skip
    return [part for sign, meaning in signs for part in (sign, words(meaning))]


def index(entries: Sequence[tuple[str, str]]) -> str:
    """The index of actors: pairs of a name and the document with its entry, in their order."""
    note = _(
        "In bold the actor’s own entry; then every page of a report that has the name, and in "
        "italics those where only a pronoun or a phrase stands for it."
    )
    rows = [
        call("index-entry", words(name), literal(docname), literal(f"name:{docname}"),
             literal(f"phrase:{docname}"))
        for name, docname in entries
    ]  # fmt: skip
    return call("index", literal(INDEX), words(_("Index of actors")), words(note), array(rows))
