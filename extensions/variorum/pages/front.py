"""The front page of a story: what it is, who reports it, what they part on, where to start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.pages.beside import pair_page
from variorum.pages.front_doors import doors
from variorum.pages.front_facts import counts, days_told, most_alike, most_worth_seeing
from variorum.pages.front_sources import source_list
from variorum.pages.front_story import days, five
from variorum.pages.kind import Facts, Head, PageKind
from variorum.pages.page import Page, outlet_words, story_title, title, topic_words
from variorum.pages.parallel_facts import pair_name
from variorum.pages.schema_org import known, report
from variorum.rendering.elements import Part, box, link, mark, paragraph
from variorum.rendering.words import _, _n, listed, number_words, reports

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts


def view(facts: Facts) -> Page:
    """The page a reader sees first."""
    front = box(
        "div",
        box("div", *_opening(facts), classes="vr-opening"),
        source_list(facts),
        five(facts),
        days(facts),
        doors(facts),
        classes="vr-front",
    )
    return Page(title(story_title(facts)), [front], contents=_contents(facts))


def _opening(facts: Facts) -> list[Part]:
    lead = facts["lead"] or _what_it_is(facts)
    topic = topic_words(facts)
    said: list[Part] = [paragraph(topic, classes="vr-label")] if topic else []
    return [*said, paragraph(lead, classes="vr-lead"), *_named_most(facts), *_begin(facts)]


def _begin(facts: Facts) -> list[Part]:
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
            ways += [" ", link(pair_page(facts, pair_name(one, other)), side)]
        ways += [
            " ", link(pages["coverage"], _("See who tells what")),
            " ", link(pages["blind"], _("Read blind, without the outlets’ names")),
        ]  # fmt: skip
    return [paragraph(*ways, classes="vr-begin")]


def _named_most(facts: Facts) -> list[Part]:
    """What the story is about, by whom its reports name most."""
    said: list[Part] = []
    for group in ("places", "people"):
        for actor in facts["named_most"][group]:
            said += [", " if said else "", link(actor["docname"], mark("bdi", actor["name"]))]
    if not said:
        return []
    return [paragraph(_("Named most:"), " ", *said, ".", classes="vr-named")]


def _what_it_is(facts: Facts) -> str:
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


def _contents(facts: Facts) -> tuple[str, ...]:
    """The reports, then the pages about them all."""
    # The front page is among the kinds itself.
    from variorum.pages.kinds import KINDS

    names = (name for kind in KINDS if kind.in_contents for name in kind.places)
    return (*(s["docname"] for s in facts["sources"]), *(facts["pages"][name] for name in names))


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[Facts]:
    """The page of a story."""
    story = told.story
    yield told.shared | {
        "docname": told.pages["front"],
        "topic": told.topic,
        "findings": most_worth_seeing(story, told.findings),
        "counts": counts(story),
        "days": days_told(story, told.docnames),
        "named_most": told.actors.named_most(),
        "beside": most_alike(told.parallel.pairs, told.shares),
        "downloads": told.site.downloads,
    }


def head(facts: Facts) -> Head:
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


PAGE = PageKind(
    name="front",
    facts=facts,
    view=view,
    places={"front": "index"},
    tab=lambda: _("Reports"),
    head=head,
    directive=True,
    short_name=False,
    in_contents=False,
    on_paper=False,
)
