"""Versions of one article: what an outlet added, dropped and changed, and whether it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypedDict

from variorum.model import FOLDED, Article
from variorum.pages.columns import Cell, columns, gap, row, runs
from variorum.pages.kind import Door, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import Run, SourceFacts, StoryPage
from variorum.pages.schema_org import described
from variorum.pages.variants import run_words
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _, _n, date_words, listed, number, number_words

if TYPE_CHECKING:
    from variorum.collation.revisions import Passage
    from variorum.pages.story_facts import StoryFacts


class VersionSaid(TypedDict):
    """What one version says of itself."""

    file: str
    title: str | None
    published: str | None
    updated: str | None
    retrieved: str | None
    words: int
    withheld: bool


class Row(TypedDict):
    """A paragraph of two versions, or of one alone, in runs of words."""

    how: str
    kind: str
    number: int
    """The paragraph's in the version it is in, the later of both; 0: it is none."""
    before: list[Run]
    after: list[Run]


class Step(TypedDict):
    """What happened from one version to the next."""

    rows: list[Row]
    added: int
    dropped: int
    """Words; those of a changed paragraph that are new, or gone."""
    note: str
    """The sentence of the later one that says so."""


class Revised(TypedDict):
    """A report with its versions, the oldest first."""

    siglum: str
    docname: str
    outlet: str | None
    versions: list[VersionSaid]
    steps: list[Step]


class VersionsFacts(StoryPage):
    """The page of a story."""

    revised: list[Revised]


# --- the page ------------------------------------------------------------------------------------


def view(facts: VersionsFacts) -> Page:
    """Each report that is here in several versions, step by step."""
    lead = _(
        "An article that an outlet changed is one report here, and counts once: the latest version "
        "is compared with the others. What it was before stands here, word for word."
    )
    legend = paragraph(
        mark("span", _("words changed"), classes="vr-w-changed"), " ",
        mark("span", _("words only here"), classes="vr-w-added"),
        classes="vr-begin vr-parallel-key",
    )  # fmt: skip
    children: list[Part] = [paragraph(lead, classes="vr-lead"), legend]
    for revised in facts["revised"]:
        children += _revised(revised)
    return Page(title(_("Versions of one article")), children, above=above(facts))


def _revised(revised: Revised) -> Iterator[Part]:
    count = len(revised["versions"])
    name = f"{revised['siglum']}, {outlet_words(revised)}"
    aside = _n("%s version", "%s versions", count) % number_words(count)
    section = box("section", heading(name, aside), classes="vr-group")
    section.id = anchor_of(revised["siglum"])
    for n, step in enumerate(revised["steps"]):
        earlier, later = revised["versions"][n : n + 2]
        section += paragraph(*_summary(step, earlier, later), classes="vr-said-of")
        if not earlier["withheld"] and not later["withheld"]:
            section += _table(revised, n, step)
    section += paragraph(
        link(revised["docname"], _("The report, with all that was found in it")),
        classes="vr-label",
    )
    yield section


def _summary(step: Step, earlier: VersionSaid, later: VersionSaid) -> Iterator[Part]:
    """When, how much, and whether the outlet says so."""
    was, now = _when(earlier), _when(later)
    when = _("From %(was)s to %(now)s") % {"was": was, "now": now}
    if earlier["withheld"] or later["withheld"]:
        yield _("%s: the words of an earlier version are not published here.") % when
        return
    said = []
    if step["added"]:
        said.append(_n("%s word added", "%s words added", step["added"]) % number(step["added"]))
    if step["dropped"]:
        words = _n("%s word dropped", "%s words dropped", step["dropped"])
        said.append(words % number(step["dropped"]))
    if earlier["title"] != later["title"]:
        said.append(_("another headline"))
    what = listed(said) if said else _("no word changed")
    yield f"{when}: {what}. "
    if step["note"]:
        yield _("It says so: ")
        yield mark("q", mark("bdi", step["note"]), classes="vr-said")
    elif said:
        yield _("No note in it says so.")


def _when(version: VersionSaid) -> str:
    said = version["updated"] or version["published"]
    if said:
        return date_words(said, weekday=False)
    if version["retrieved"]:
        return _("what was saved on %s") % date_words(version["retrieved"], weekday=False)
    return _("an undated version")


def _table(revised: Revised, n: int, step: Step) -> Box:
    count = len(revised["versions"])
    names = [
        _("%(siglum)s, version %(number)s of %(count)s")
        % {"siglum": revised["siglum"], "number": k + 1, "count": count}
        for k in (n, n + 1)
    ]
    heads: list[list[Part]] = [[_("Passage")]]
    for name, version in zip(names, revised["versions"][n : n + 2], strict=True):
        words = f"{name} · {_when(version)} · {version['file'].rpartition('/')[2]}"
        heads.append([mark("span", words, classes="vr-label")])
    label = _("%(one)s beside %(other)s") % {"one": names[0], "other": names[1]}
    return columns(label, heads, (_row(said, names) for said in step["rows"]), "vr-two")


def _row(said: Row, names: Sequence[str]) -> Box:
    hows = {
        "same": _("unchanged"), "changed": _("changed"), "moved": _("moved here"),
        "added": _("added"), "dropped": _("dropped"),
    }  # fmt: skip
    place = _kind(said)
    head: list[Part] = [mark("b", place), " ", hows[said["how"]]]
    if said["how"] == "same":
        words = mark("bdi", *run_words(said["after"]))
        return row(head, [Cell([words], "", "vr-un", over=2)])
    sides = ((said["before"], names[0]), (said["after"], names[1]))
    return row(head, [_cell(side, name) for side, name in sides])


def _kind(said: Row) -> str:
    if said["kind"] == "headline":
        return str(_("headline"))
    if said["kind"] in FOLDED:
        return str(_("around the text"))
    return f"¶ {said['number']}" if said["number"] else str(_("beside the text"))


def _cell(side: list[Run], name: str) -> Cell:
    if not side:
        return Cell([gap(_("not in this version"))], name, "vr-none")
    return Cell([mark("bdi", *run_words(side))], name)


def versions_words(source: SourceFacts, pages: Mapping[str, str]) -> Iterator[Part]:
    """That a source has earlier versions, in which files, and where they stand."""
    files = listed([file.rpartition("/")[2] for file in source["versions"]])
    words = _n("Earlier version: %s.", "Earlier versions: %s.", len(source["versions"])) % files
    yield f"{words} "
    yield link(pages["versions"], _("What changed"), anchor=anchor_of(source["siglum"]))


def anchor_of(siglum: str) -> str:
    """The id of a report's versions on their page."""
    return f"versions-{siglum.lower()}"


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[VersionsFacts]:
    """One page, where any article of the story is here in several versions."""
    revised = [
        _revised_facts(told, article)
        for article in told.story.articles
        if article.id in told.story.earlier
    ]
    if revised:
        yield {**told.listed, "docname": told.pages["versions"], "revised": revised}


def _revised_facts(told: StoryFacts, article: Article) -> Revised:
    versions = [*told.story.earlier[article.id], article]
    return {
        "siglum": told.story.sigla[article.id],
        "docname": told.docnames[article.id],
        "outlet": article.meta.outlet,
        "versions": [_version(version) for version in versions],
        "steps": [_step(one, other) for one, other in pairwise(versions)],
    }


def _version(article: Article) -> VersionSaid:
    meta = article.meta
    return {
        "file": article.source,
        "title": " ".join(meta.title.split()) if meta.title else None,
        "published": meta.published,
        "updated": meta.updated,
        "retrieved": meta.retrieved,
        "words": sum(len(article.text[b.start : b.end].split()) for b in article.shown),
        "withheld": bool(article.withheld),
    }


def _step(earlier: Article, later: Article) -> Step:
    from variorum.collation.revisions import note_of, passages

    if earlier.withheld or later.withheld:
        return {"rows": [], "added": 0, "dropped": 0, "note": ""}
    rows = [_row_facts(passage, earlier, later) for passage in passages(earlier, later)]
    # Lines of the scrape that stayed are on the report's own page.
    rows = [said for said in rows if said["how"] != "same" or said["kind"] not in FOLDED]
    told = [said for said in rows if said["kind"] not in FOLDED]
    note = note_of(later)
    return {
        "rows": rows,
        "added": sum(_otherwise(said["after"]) for said in told),
        "dropped": sum(_otherwise(said["before"]) for said in told),
        "note": note if note != note_of(earlier) else "",
    }


def _otherwise(side: list[Run]) -> int:
    return sum(len(words.split()) for op, words, _instead in side if op != "same")


def _row_facts(passage: Passage, earlier: Article, later: Article) -> Row:
    block, article = (
        (passage.after, later) if passage.after is not None else (passage.before, earlier)
    )
    assert block is not None
    numbers = [b for b in article.blocks if b.kind == "paragraph"]
    sides: list[list[Run]] = [[], []]
    if passage.before is not None and passage.after is not None:
        spans = [(b.start, b.end) for b in (passage.before, passage.after)]
        sides = runs([earlier.text, later.text], spans, passage.apart)
    else:
        words = article.text[block.start : block.end]
        sides[0 if passage.after is None else 1] = [("added", words, "")]
    return {
        "how": passage.how,
        "kind": block.kind,
        "number": numbers.index(block) + 1 if block.kind == "paragraph" else 0,
        "before": sides[0],
        "after": sides[1],
    }


PAGE = PageKind(
    name="versions",
    facts=facts,
    view=view,
    places={"versions": "versions"},
    under="sources",
    door=lambda counts: (
        Door(
            "compare",
            _("Versions of one article"),
            _("what an outlet added, dropped and changed, and whether it says so"),
        )
        if counts["versions"]
        else None
    ),
    head=lambda facts: described(_("Versions of one article: %s"), facts),
    in_contents=False,
)
