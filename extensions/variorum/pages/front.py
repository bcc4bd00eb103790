"""The front page of a story: what it is, who reports it, what they part on, where to start."""

from __future__ import annotations

from typing import Any

from variorum.pages.beside import pair_page
from variorum.pages.front_doors import doors
from variorum.pages.front_sources import source_list
from variorum.pages.front_story import days, five
from variorum.pages.page import Page, outlet_words, story_title, title, topic_words
from variorum.rendering.elements import Part, box, link, mark, paragraph
from variorum.rendering.words import _, _n, listed, number_words, reports
from variorum.staging.parallel_facts import pair_name


def build(facts: dict[str, Any]) -> Page:
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


def _opening(facts: dict[str, Any]) -> list[Part]:
    lead = facts["lead"] or _what_it_is(facts)
    topic = topic_words(facts)
    said: list[Part] = [paragraph(topic, classes="vr-label")] if topic else []
    return [*said, paragraph(lead, classes="vr-lead"), *_named_most(facts), *_begin(facts)]


def _begin(facts: dict[str, Any]) -> list[Part]:
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


def _named_most(facts: dict[str, Any]) -> list[Part]:
    """What the story is about, by whom its reports name most."""
    said: list[Part] = []
    for group in ("places", "people"):
        for actor in facts["named_most"][group]:
            said += [", " if said else "", link(actor["docname"], mark("bdi", actor["name"]))]
    if not said:
        return []
    return [paragraph(_("Named most:"), " ", *said, ".", classes="vr-named")]


def _what_it_is(facts: dict[str, Any]) -> str:
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


def _contents(facts: dict[str, Any]) -> tuple[str, ...]:
    """The reports, then the pages about them all."""
    articles = [s["docname"] for s in facts["sources"]]
    names = (
        "differences", "coverage", "parallel", "statements", "statements by source",
        "statements by day", "actors", "timeline", "dates", "sources", "data",
    )  # fmt: skip
    pages = [facts["pages"][name] for name in names]
    return (*articles, *pages)
