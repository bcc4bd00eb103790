"""Two articles side by side: both in full, what joins them level and signed with one number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.codec import as_object
from variorum.pages.by_keys import by_keys
from variorum.pages.differences import kind_words as kind_of_finding
from variorum.pages.joins import (
    JoinFacts,
    PairFacts,
    Sharing,
    StoryOfPair,
    member,
    pair_facts,
    pair_name,
)
from variorum.pages.kind import PageKind
from variorum.pages.page import (
    Page,
    above,
    heading,
    headline_words,
    outlet_words,
    title,
    when_words,
)
from variorum.pages.parallel_rows import Columns, Join, joined, legend
from variorum.pages.sentences import explained
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts


class ParallelFacts(PairFacts, StoryOfPair):
    """The facts of the view of two reports."""

    docname: str


def view(facts: ParallelFacts) -> Page:
    """The two texts in rows; then a list of what joins them."""
    one, other = facts["pair"]
    joins = joined(facts)
    listed = _list(facts, joins)
    names = {"one": outlet_words(one), "other": outlet_words(other)}
    kicker = ("siglum", f"{one['siglum']} {other['siglum']}"), ("when", _("side by side"))
    return Page(
        title(_("%(one)s beside %(other)s") % names, *kicker),
        [
            paragraph(*_lead(facts, joins), classes="vr-lead"),
            legend(),
            _switch(facts),
            *_by_keys(facts, listed),
            _texts(facts, joins),
            *listed,
        ],
        name=_("%(one)s beside %(other)s") % {"one": one["siglum"], "other": other["siglum"]},
        above=above(facts),
    )


def _lead(facts: ParallelFacts, joins: Sequence[Join]) -> Iterator[str]:
    count = len(joins)
    said = _("%s passage meets") if count == 1 else _("%s passages meet")
    yield said % count
    yield "; "
    yield _("the rest of each text stands quietly in its place.")
    if common := facts["common"]:
        hows = {
            "credited": _("and both credit the same agency"),
            "inferred": _("and one of them credits an agency"),
            "unknown": _("and neither credits anybody for them"),
        }
        yield " "
        words = _("%(words)s words run alike in both, %(how)s.")
        yield words % {"words": common["words"], "how": hows[common["how"]]}


def _switch(facts: ParallelFacts) -> Part:
    """Where the columns stand under each other: both in turn, or one text alone."""
    one, other = (source["siglum"] for source in facts["pair"])
    made = box("fieldset", box("legend", line(_("Show"))), classes="vr-columns", screen=True)
    for value, words in (
        ("both", _("both in turn")),
        ("one", _("%s alone") % one),
        ("other", _("%s alone") % other),
    ):
        field = mark(
            "input", type="radio", name="columns", value=value, checked=value == "both",
            classes=f"vr-columns-{value}",
        )  # fmt: skip
        made += mark("label", field, mark("span", words), classes="vr-choice")
    return made


def _by_keys(facts: ParallelFacts, listed: Sequence[Part]) -> list[Part]:
    hint = _("← → from mark to mark · Enter leads to the other text · Tab goes on")
    return [by_keys(_after(facts), hint)] if listed else []


def _after(facts: ParallelFacts) -> str:
    """The id of what follows the texts: an author's page may have several pairs."""
    return "-".join(["joins", *(source["siglum"].lower() for source in facts["pair"])])


def _texts(facts: ParallelFacts, joins: Sequence[Join]) -> Box:
    made = box("div", _heads(facts), classes="vr-pair")
    for row in Columns(facts, joins).rows():
        made += row
    return made


def _heads(facts: ParallelFacts) -> Box:
    """Who prints each column, and its headline where that is no part of the text."""
    row = box("div", classes="vr-row vr-row-head")
    sides = zip(facts["pair"], facts["articles"], ("one", "other"), strict=True)
    for source, article, side in sides:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        name = link(source["docname"], siglum, " ", outlet_words(source))
        said = paragraph(name, f" · {when_words(source, short=True)}", classes="vr-label")
        head = box("header", said, classes=f"vr-side vr-{side}")
        if not any(block["kind"] == "headline" for block in article["blocks"]):
            head += paragraph(headline_words(source), classes="vr-headline")
        row += head
        if side == "one":
            row += box("div", classes="vr-between")
    return row


def _list(facts: ParallelFacts, joins: Sequence[Join]) -> list[Part]:
    """What the numbers stand for, each with a link to all its readings."""
    numbers: dict[str, list[str]] = {}
    for join in joins:
        numbers.setdefault(join.id, []).append(str(join.number))
    entries = box("ol", classes="vr-plain-list vr-joins")
    for found in sorted(facts["joins"], key=lambda f: _first(numbers, f)):
        if found["kind"] == "claim":
            continue
        kind = kind_of_finding(found["label"] or found["kind"])
        signs = ", ".join(numbers.get(found["id"], ()))
        name: list[Part] = [mark("b", signs), f" {kind}"] if signs else [kind]
        words = link(
            facts["pages"]["differences"], explained(found["explanation"]), anchor=found["id"]
        )
        entry = box("li", paragraph(*name, classes="vr-label"), paragraph(words))
        # Where no words of it are joined, links to the finding end here.
        entry.id = f"why-{found['id']}" if signs else found["id"]
        entries += entry
    if not entries.children:
        return []
    made = box("section", heading(_("What joins them, and where they part")), entries)
    made.id = _after(facts)
    made.add_classes("vr-group")
    return [made]


def _first(numbers: Mapping[str, list[str]], found: JoinFacts) -> tuple[int, str]:
    mine = numbers.get(found["id"])
    return (int(mine[0]) if mine else len(numbers) * 1000, found["id"])


def facts(told: StoryFacts) -> Iterator[ParallelFacts]:
    """The pairs that have a page."""
    sources: dict[str, Sharing] = {
        source["siglum"]: {**member(source), "shared": source["shared"]} for source in told.sources
    }
    articles = {told.story.sigla[a.id]: as_object(a) for a in told.story.articles}
    folder = told.pages["parallel"].removesuffix("index")
    for pair in told.parallel.pairs:
        made = pair_facts(
            told.parallel.joins, [sources[s] for s in pair], [articles[s] for s in pair]
        )
        yield {**made, **told.parallel.common(told), "docname": folder + pair_name(*pair)}


PAGE = PageKind(
    name="parallel",
    facts=facts,
    view=view,
    under="pairs",
    indexed=False,
    on_paper=False,
    scripts=("roving", "parallel"),
)
