"""An actor over all stories of a site: what each outlet calls them, and all that they said.

One actor of several stories is whom the site's ``actors.yaml`` names. Who only bears the same name
is a candidate for it (:mod:`variorum.pages.candidates`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from variorum.docnames import ACROSS
from variorum.pages.filters import filters, one_of
from variorum.pages.kind import FeedEntry, Head, PageKind, Preview
from variorum.pages.page import (
    Page,
    heading,
    kind_words,
    outlet_words,
    outlets_words,
    stories_words,
    story_title,
    title,
)
from variorum.pages.records import JsonLd
from variorum.pages.schema_org import known, thing
from variorum.pages.shares import ActorShare, NamedBy, ReadingShare, SaidShare, StoryShare
from variorum.pages.tables import cell, table
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, _n, capital, listed, number, number_words

MOST = 12
"""So many stories or outlets can be chosen by: there is a rule in the styles for each."""
COLUMNS = 4
"""So many stories have a column each in the table of names; more are rows."""


class StoryNamed(TypedDict):
    """A story by its title, or what makes one of it."""

    docname: str
    title: str | None
    sources: list[Mapping[str, str | None]]
    """When each of its reports was printed."""


class Appearance(TypedDict):
    """An actor in one story."""

    story: StoryNamed
    actor: ActorShare


class ActorAcross(TypedDict):
    """The facts of an actor's page over all stories."""

    docname: str
    id: str
    name: str
    label: str
    wikidata: str | None
    stories: list[Appearance]
    perhaps: list[Appearance]
    """Those of the same name that a story's own file keeps apart."""


# --- the page ------------------------------------------------------------------------------------


def view(facts: ActorAcross) -> Page:
    """Who it is by each outlet's first name for it, then every statement by day."""
    kind = kind_words(facts["label"])
    where = _("%(kind)s, in %(stories)s") % {
        "kind": kind, "stories": stories_words(len(facts["stories"])),
    }  # fmt: skip
    return Page(
        title(facts["name"], ("kind", where)),
        [
            paragraph(_lead(facts), classes="vr-lead"),
            _stories(facts),
            *_names(facts),
            *_said(facts),
            *_perhaps(facts),
        ],
        above=((f"{ACROSS}/index", _("Actors of all stories")),),
    )


def _lead(facts: ActorAcross) -> str:
    outlets = {named["outlet"] for story in facts["stories"] for named in story["actor"]["named"]}
    said = [one for story in facts["stories"] for one in story["actor"]["says"]]
    words = _("Named by %(outlets)s in %(stories)s.") % {
        "outlets": outlets_words(len(outlets)), "stories": stories_words(len(facts["stories"])),
    }  # fmt: skip
    if not said:
        return words
    several = sum(_has_forms(one) for one in said)
    statements = capital(_n("%s statement", "%s statements", len(said)) % number_words(len(said)))
    if several:
        forms = _n("one of them in several forms", "%s of them in several forms", several)
        statements += f", {forms % number_words(several) if several > 1 else forms}"
    return f"{words} {statements}."


def _stories(facts: ActorAcross) -> Part:
    """By whose word it is one actor, and each story's own page of it."""
    made: list[Part] = [_("One actor by the editor’s word."), " ", _("In the single stories:"), " "]
    for n, story in enumerate(facts["stories"]):
        made += [", " if n else "", link(story["actor"]["docname"], story_title(story["story"]))]
    return paragraph(*made, classes="vr-label")


def _names(facts: ActorAcross) -> list[Part]:
    """Each outlet's first name for it in each story: a column a story, where these are few."""
    rows = _as_columns(facts) if len(facts["stories"]) <= COLUMNS else _as_rows(facts)
    if len(rows) < 2:
        return []
    label = _("What each outlet calls it")
    aside = _("its first name for it, and how many statements it prints")
    shown = table(label, rows[0], rows[1:], classes="vr-grid vr-stacked vr-called")
    return [box("section", heading(label, aside), shown, classes="vr-group")]


Row = list[str | Part]


def _as_columns(facts: ActorAcross) -> list[list[Part]]:
    titles = [story_title(story["story"]) for story in facts["stories"]]
    rows: list[list[Part]] = [[_("Outlet"), *titles]]
    for outlet in _outlets(facts):
        row: list[Part] = [cell(outlet, head=True)]
        for name, story in zip(titles, facts["stories"], strict=True):
            names = [n for n in story["actor"]["named"] if outlet_words(n) == outlet]
            row.append(_called(names, name))
        rows.append(row)
    return rows


def _as_rows(facts: ActorAcross) -> list[list[Part]]:
    rows: list[list[Part]] = [[_("Outlet"), _("Story"), _("First name")]]
    for outlet in _outlets(facts):
        for story in facts["stories"]:
            names = [n for n in story["actor"]["named"] if outlet_words(n) == outlet]
            if names:
                there = link(story["story"]["docname"], story_title(story["story"]))
                row = [cell(outlet, head=True), cell(there, name=_("Story"))]
                rows.append([*row, _called(names, _("First name"))])
    return rows


def _outlets(facts: ActorAcross) -> list[str]:
    names = (outlet_words(n) for story in facts["stories"] for n in story["actor"]["named"])
    return sorted(set(names), key=lambda name: (name.casefold(), name))


def _called(names: Sequence[NamedBy], column: str) -> Box:
    if not names:
        return cell(_("not named"), classes="vr-none", name=column)
    lines = box("ul", classes="vr-plain-list")
    for named in names:
        words = link(named["docname"], named["words"], anchor=named["anchor"])
        count = named["statements"]
        how_many = _n("%s statement", "%s statements", count) % number(count)
        aside = mark("small", f" {how_many}") if count else ""
        lines += box("li", paragraph(words, aside))
    return box("td", lines, data_name=column)


# --- what was said -------------------------------------------------------------------------------


def _said(facts: ActorAcross) -> list[Part]:
    """Every statement by day, with switches for the story, the outlet and how it is given."""
    said = sorted(
        ((one, n) for n, story in enumerate(facts["stories"]) for one in story["actor"]["says"]),
        key=lambda item: (not item[0]["day"], item[0]["day"], item[1]),
    )
    name = _("What it said")
    if facts["label"] == "PER":
        name = _("What they said")
    if not said:
        nothing = paragraph(_("No statement of this actor was found."))
        return [box("section", heading(name), nothing, classes="vr-group")]
    outlets = _most([outlet_words(r) for one, _story in said for r in _once(one)])
    lines = box("ol", classes="vr-plain-list vr-said-over vr-filtered")
    for one, number_ in said:
        lines += _statement(one, number_, outlets, facts)
    aside = _("by day, over all stories; only words that differ are bold")
    made = box("section", heading(name, aside), classes="vr-group vr-over")
    if len(said) > 1:
        made += _filters(facts, said, outlets)
    made += lines
    return [made]


def _once(said: SaidShare) -> list[ReadingShare]:
    """A reading of each outlet that has the statement."""
    return list({outlet_words(reading): reading for reading in reversed(said["readings"])}.values())


def _most(names: Sequence[str]) -> list[str]:
    counts = {name: names.count(name) for name in names}
    ranked = sorted(counts, key=lambda name: (-counts[name], name))[:MOST]
    return sorted(ranked, key=lambda name: (name.casefold(), name))


def _filters(
    facts: ActorAcross, said: Sequence[tuple[SaidShare, int]], outlets: Sequence[str]
) -> Part:
    stories = [
        (story["story"]["docname"], story_title(story["story"]), len(story["actor"]["says"]))
        for story in facts["stories"][:MOST]
    ]
    by_outlet = [
        (name, name, sum(any(outlet_words(r) == name for r in one["readings"]) for one, _n in said))
        for name in outlets
    ]
    ways = [
        ("quoted", _("quoted"), sum(one["quoted"] for one, _n in said)),
        ("told", _("told in other words"), sum(not one["quoted"] for one, _n in said)),
        ("forms", _("printed in several forms"), sum(_has_forms(one) for one, _n in said)),
    ]
    everything = _("all")
    return filters(
        "across",
        _("%s of %s statements shown"),
        one_of("across", "story", _("Story"), everything, stories),
        one_of("across", "outlet", _("Outlet"), everything, by_outlet),
        one_of("across", "given", _("Given as"), everything, ways),
        opened=True,
    )


def _has_forms(said: SaidShare) -> bool:
    return any(differs for reading in said["readings"] for _words, differs in reading["parts"])


def _statement(said: SaidShare, story: int, outlets: Sequence[str], facts: ActorAcross) -> Box:
    """The longest reading, under it what others have otherwise; beside it story and outlets."""
    first, *others = said["readings"]
    base = link(first["docname"], *_words(first), anchor=first["anchor"])
    words = box("div", paragraph(base, classes="vr-said"))
    for other in _unlike(others):
        reading = link(other["docname"], *_words(other), anchor=other["anchor"])
        outlet = mark("small", f" {outlet_words(other)}")
        words += paragraph(reading, outlet, classes="vr-reading")
    told = facts["stories"][story]["story"]
    where: list[Part] = [mark("b", link(told["docname"], story_title(told))), ": ", _who(said)]
    if said["page"]:
        where += [" · ", link(said["page"], _("its forms"))]
    day = value_words(said["day"]) if said["day"] else _("no date")
    given = [2 - said["quoted"], *([3] if _has_forms(said) else [])]
    classes = [f"vr-is-story-{story + 1}", *(f"vr-is-given-{n}" for n in given)]
    names = {outlet_words(reading) for reading in said["readings"]}
    classes += [f"vr-is-outlet-{n}" for n, name in enumerate(outlets, 1) if name in names]
    return box(
        "li",
        paragraph(mark("time", day, datetime=said["day"] or None), classes="vr-said-day"),
        words,
        paragraph(*where, classes="vr-label"),
        classes=" ".join(classes),
    )


def _words(reading: ReadingShare) -> Iterator[Part]:
    """What is all different has nothing to stand out from."""
    marks = ("“", "”") if reading["direct"] else ("", "")
    yield marks[0]
    for n, (words, differs) in enumerate(reading["parts"]):
        if n:
            yield " "
        yield mark("b", words) if differs and len(reading["parts"]) > 1 else words
    yield marks[1]


def _unlike(readings: Sequence[ReadingShare]) -> Iterator[ReadingShare]:
    """Those that have words of their own, each wording once."""
    seen = set()
    for reading in readings:
        words = " ".join(part for part, _differs in reading["parts"]).casefold()
        if words not in seen and any(differs for _part, differs in reading["parts"]):
            yield reading
        seen.add(words)


def _who(said: SaidShare) -> str:
    names = sorted({outlet_words(r) for r in said["readings"]}, key=lambda n: (n.casefold(), n))
    return listed(names)


# --- who may be the same -------------------------------------------------------------------------


def _perhaps(facts: ActorAcross) -> list[Part]:
    """Bearers of the same name whom a story's own file names: the site's doesn't reach them."""
    if not facts["perhaps"]:
        return []
    lines = box("ul", classes="vr-plain-list")
    for other in facts["perhaps"]:
        there = link(other["actor"]["docname"], other["actor"]["name"])
        story = link(other["story"]["docname"], story_title(other["story"]))
        lines += box("li", paragraph(there, ", ", story))
    words = _(
        "The name is equal, and the story’s own actors.yaml says who it is there. If it is one "
        "actor, give both the same id. Its statements are not among those above."
    )
    made = heading(_("Perhaps the same"))
    return [box("section", made, lines, paragraph(words, classes="vr-label"), classes="vr-group")]


# --- its facts -----------------------------------------------------------------------------------


def facts(shares: Sequence[StoryShare]) -> Iterator[ActorAcross]:
    """Each actor that the site's file names and a story has."""
    found: dict[str, list[Appearance]] = {}
    others: dict[tuple[str, str], list[Appearance]] = {}
    for story in shares:
        for actor in story["actors"]:
            if actor["of_site"]:
                found.setdefault(actor["id"], []).append(appearance(story, actor))
            else:
                key = (actor["label"], actor["name"].casefold())
                others.setdefault(key, []).append(appearance(story, actor))
    for id_, stories in sorted(found.items()):
        first = stories[0]["actor"]
        yield {
            "docname": f"{ACROSS}/{id_}",
            "id": id_,
            "name": first["name"],
            "label": first["label"],
            "wikidata": first["wikidata"],
            "stories": stories,
            "perhaps": others.get((first["label"], first["name"].casefold()), []),
        }


def appearance(story: StoryShare, actor: ActorShare) -> Appearance:
    """An actor in a story, of which its pages give the title."""
    return {"story": story_named(story), "actor": actor}


def story_named(story: StoryShare) -> StoryNamed:
    """As much of a story as its title needs."""
    printed = [
        {"published": source["published"], "updated": source["updated"]}
        for source in story["sources"]
    ]
    return {
        "docname": story["docname"],
        "title": story["title"],
        "sources": [] if story["title"] else list(printed),
    }


def head(facts: ActorAcross) -> Head:
    """The actor as what it is."""
    said = _("What each outlet calls %s, and what they say, over all stories.") % facts["name"]
    page: JsonLd = {"@type": "ProfilePage", "name": facts["name"], "mainEntity": thing(facts)}
    return {"description": said, "kind": "website", "data": known(page)}


def previews(facts: ActorAcross) -> Iterator[Preview]:
    """Who it is, in how many stories, and what of them there is."""
    yield Preview(kind_words(facts["label"]), facts["name"], (_lead(facts),))


def feed(facts: ActorAcross) -> Iterator[FeedEntry]:
    """The reports of all stories that name them, each with what they say there."""
    for actor in (story["actor"] for story in facts["stories"]):
        says: dict[str, str] = {}
        for reading in (r for said in actor["says"] for r in said["readings"]):
            says.setdefault(reading["docname"], "".join(words for words, _so in reading["parts"]))
        for named in actor["named"]:
            yield FeedEntry(named["docname"], named["anchor"], says.get(named["docname"], ""))


PAGE = PageKind(
    name="actor-across",
    view=view,
    across=facts,
    head=head,
    feed=feed,
    previews=previews,
    indexed=False,
    on_paper=False,
    scripts=("filters",),
)
