"""The front page of a story: what it is, who reports it, what they part on, where to start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from variorum.pages.actor_records import NamedMost
from variorum.pages.beside import pair_page
from variorum.pages.front_days import Day, days, days_told
from variorum.pages.front_matters import FrontFinding, five, most_worth_seeing
from variorum.pages.front_sources import source_list
from variorum.pages.joins import pair_name
from variorum.pages.kind import Door, FeedEntry, Group, Head, PageKind
from variorum.pages.page import Page, heading, outlet_words, story_title, title, topic_words
from variorum.pages.records import Download, Share, Shared
from variorum.pages.schema_org import known, report
from variorum.rendering.elements import Box, Part, box, file_link, link, mark, paragraph
from variorum.rendering.words import _, _n, listed, number, number_words, reports

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.pages.story_facts import StoryFacts


class FrontFacts(Shared):
    """The facts of the page; *topic* is what the headlines share, of a story without a title."""

    docname: str
    topic: Mapping[str, list[str]]
    findings: list[FrontFinding]
    counts: Mapping[str, int]
    days: list[Day]
    named_most: NamedMost
    beside: tuple[str, str] | None
    downloads: Sequence[Download]


def view(facts: FrontFacts) -> Page:
    """The page a reader sees first."""
    front = box(
        "div",
        box("div", *_opening(facts), classes="vr-opening"),
        five(facts),
        source_list(facts),
        days(facts),
        doors(facts),
        classes="vr-front",
    )
    return Page(title(story_title(facts)), [front], contents=_contents(facts))


def _opening(facts: FrontFacts) -> list[Part]:
    lead = facts["lead"] or _what_it_is(facts)
    topic = topic_words(facts)
    said: list[Part] = [paragraph(topic, classes="vr-label")] if topic else []
    return [*said, paragraph(lead, classes="vr-lead"), *_named_most(facts), *_begin(facts)]


def _begin(facts: FrontFacts) -> list[Part]:
    """Where to start: with a report, with what they part on, or without names."""
    if not facts["sources"]:
        return []
    first, pages = facts["sources"][0], facts["pages"]
    start = _("Start reading with %(siglum)s, %(outlet)s") % {
        "siglum": first["siglum"], "outlet": outlet_words(first),
    }  # fmt: skip
    ways: list[Part] = [link(first["docname"], mark("b", start))]
    if len(facts["sources"]) > 1:
        if facts["beside"]:
            one, other = facts["beside"]
            side = _("Set %(one)s and %(other)s side by side") % {"one": one, "other": other}
            ways += [" ", link(pair_page(pages, pair_name(one, other)), side)]
        ways += [
            " ", link(pages["coverage"], _("See who tells what")),
            " ", link(pages["blind"], _("Read blind, without the outlets’ names")),
        ]  # fmt: skip
    return [paragraph(*ways, classes="vr-begin")]


def _named_most(facts: FrontFacts) -> list[Part]:
    """What the story is about, by whom its reports name most."""
    said: list[Part] = []
    most = facts["named_most"]
    for actor in (*most["places"], *most["people"]):
        said += [", " if said else "", link(actor["docname"], mark("bdi", actor["name"]))]
    if not said:
        return []
    return [paragraph(_("Named most:"), " ", *said, ".", classes="vr-named")]


def _what_it_is(facts: FrontFacts) -> str:
    """The lead of a story nobody has described: only what its articles say of themselves."""
    sources = facts["sources"]
    who = sorted({s["outlet"] for s in sources if s["outlet"]})
    unnamed = sum(not s["outlet"] for s in sources)
    if unnamed == 1:
        who.append(_("one unnamed source"))
    elif unnamed:
        who.append(_n("%s unnamed source", "%s unnamed sources", unnamed) % number_words(unnamed))
    lead = _("%(reports)s by %(who)s, side by side.") % {
        "reports": reports(len(sources)), "who": listed(who),
    }  # fmt: skip
    return lead + " " + _("Nobody has given this story a title or an introduction yet.")


def _contents(facts: FrontFacts) -> tuple[str, ...]:
    """The reports, then the pages about them all."""
    # The front page is among the kinds itself.
    from variorum.pages.kinds import KINDS

    names = (name for kind in KINDS if kind.in_contents for name in kind.places)
    return (*(s["docname"] for s in facts["sources"]), *(facts["pages"][name] for name in names))


# --- all ways in ---------------------------------------------------------------------------------


def doors(facts: FrontFacts) -> Part:
    """All pages of a story in groups; downloads too, where there are any."""
    made = box("nav", heading(_("All ways in")), classes="vr-doors", aria_label=_("All ways in"))
    groups: tuple[tuple[Group, str], ...] = (
        ("compare", _("Compare")),
        ("look up", _("Look up")),
        ("use", _("Use")),
    )
    ways = list(_ways(facts))
    for group, name in groups:
        made += _group(name, [way for way in ways if way[1].group == group])
    if facts["downloads"]:
        made += _downloads(facts["downloads"])
    made += paragraph(
        _("Analysis is for English. No word of a report is changed."),
        classes="vr-label",
    )
    return made


def _ways(facts: FrontFacts) -> Iterator[tuple[str, Door]]:
    """Where each door leads, and what is behind it."""
    # The front page is among the kinds itself.
    from variorum.pages.kinds import KINDS

    for kind in KINDS:
        door = kind.door(facts["counts"]) if kind.door else None
        if door:
            name = next(iter(kind.places), kind.name)
            yield facts["pages"][name], door


def _group(name: str, ways: list[tuple[str, Door]]) -> Box:
    listed = box("ul", classes="vr-plain-list")
    for docname, door in ways:
        listed += box(
            "li", paragraph(link(docname, door.name)), paragraph(door.said, classes="vr-label")
        )
    return box("div", paragraph(name, classes="vr-door-name"), listed, classes="vr-door-group")


def _downloads(downloads: Sequence[Download]) -> Box:
    """The story as files: each a path among the pages, and what it is."""
    kinds = {
        "-handouts.pdf": _("the differences seen first, each on a sheet of its own"),
        "-reader.pdf": _("a shorter book of pages, without the registers"),
        ".pdf": _("to print or to read as a book of pages"),
        ".epub": _("for a reading device"),
        ".zip": _("this site, to open from a folder without a network"),
    }
    listed = box("ul", classes="vr-plain-list")
    for download in downloads:
        listed += box(
            "li",
            paragraph(file_link(download["path"], download["name"])),
            paragraph(
                next((said for end, said in kinds.items() if download["name"].endswith(end)), ""),
                " ",
                _("%s KB") % number(round(download["bytes"] / 1000)),
                classes="vr-label",
            ),
        )
    return box(
        "div", paragraph(_("Take along"), classes="vr-door-name"), listed, classes="vr-door-group",
        screen=True,
    )  # fmt: skip


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[FrontFacts]:
    """The page of a story."""
    story = told.story
    yield {
        **told.shared,
        "docname": told.pages["front"],
        "topic": told.topic,
        "findings": most_worth_seeing(story, told.findings),
        "counts": counts(story),
        "days": days_told(story, told.docnames),
        "named_most": told.actors.named_most(),
        "beside": most_alike(told.parallel.pairs, told.shares),
        "downloads": told.site.downloads,
    }


def most_alike(
    pairs: Sequence[tuple[str, str]], shares: Mapping[str, Share]
) -> tuple[str, str] | None:
    """Of the pairs that have a view side by side the one that shares most words."""

    def shared(pair: tuple[str, str]) -> int:
        known = shares[pair[0]]["others"] if pair[0] in shares else ()
        return max((said["words"] for said in known if said["siglum"] == pair[1]), default=0)

    return max(pairs, key=shared, default=None)


def counts(story: Story) -> dict[str, int]:
    """How much of each kind there is."""
    found = Counter(said.type for said in chain.from_iterable(story.annotations.values()))
    return {
        "actors": len(story.actors),
        "quotes": found["quote"],
        "dates": found["date"],
        "findings": len(story.findings.findings),
        "versions": len(story.earlier),
    }


def head(facts: FrontFacts) -> Head:
    """The story as a collection of reports."""
    who = listed([outlet_words(source) for source in facts["sources"]])
    said = facts["lead"] or _("%(reports)s by %(who)s, side by side.") % {
        "reports": reports(len(facts["sources"])), "who": who,
    }  # fmt: skip
    return {
        "description": said,
        "kind": "website",
        "data": known(
            {
                "@type": "CollectionPage",
                "name": story_title(facts),
                "description": said,
                "hasPart": [report(source) for source in facts["sources"]],
            }
        ),
    }


def feed(facts: FrontFacts) -> Iterator[FeedEntry]:
    """All reports of the story."""
    yield from (FeedEntry(source["docname"]) for source in facts["sources"])


PAGE = PageKind(
    name="front",
    facts=facts,
    view=view,
    places={"front": "index"},
    tab=lambda: _("Reports"),
    head=head,
    feed=feed,
    directive=True,
    short_name=False,
    in_contents=False,
    on_paper=False,
)
