"""The timeline: one axis for what is told, one for when each report was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from variorum.pages.dates import wanted
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import DateSaid, ListedSource, StoryPage
from variorum.pages.schema_org import described
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph, svg
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, capital, date_words, day_and_month

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
WIDTH = 760
"""Units of the drawing's width."""
LINEAR = 40
"""Up to so many days the axis is a ruler; beyond, days stand side by side in their order."""


class TimelineFacts(StoryPage):
    """The facts of the timeline: every date expression, in the order of the edition."""

    dates: list[DateSaid]


def view(facts: TimelineFacts) -> Page:
    """Every day that a report tells of, with each source's words for it."""
    days = _days(facts["dates"])
    children: list[Part] = [_intro()]
    if days or _printed(facts):
        children += [_drawing(sorted(days), facts), _list(days, facts)]
    children += _coarser(facts)
    return Page(title(_("Timeline")), children, above=above(facts))


def _intro() -> Part:
    return paragraph(
        _(
            "What the reports tell of, on the day they mean by it; below the line, when each "
            "report was printed."
        ),
        classes="vr-lead",
    )


def _days(dates: list[DateSaid]) -> dict[str, list[DateSaid]]:
    """The expressions of each day, without the reports' own stamps."""
    days: dict[str, list[DateSaid]] = {}
    for said in dates:
        found = _DAY.match(said["value"] or "")
        if found and not said["printed"] and _valid(found[0]):
            days.setdefault(found[0], []).append(said)
    return days


def _valid(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _printed(facts: TimelineFacts) -> list[tuple[str, ListedSource]]:
    stamped = ((s["published"] or s["updated"], s) for s in facts["sources"])
    return [(when[:10], s) for when, s in stamped if when and _valid(when[:10])]


# --- the drawing ---------------------------------------------------------------------------------


def _drawing(told: list[str], facts: TimelineFacts) -> Part:
    printed = _printed(facts)
    days = sorted({*told, *(day for day, _source in printed)})
    places = _places(days)
    parts = [f'<line class="vr-axis" x1="0" y1="50.5" x2="{WIDTH}" y2="50.5"/>']
    last = -100.0
    for day in days:
        x = places[day]
        parts.append(f'<line class="vr-tick" x1="{x:.1f}" y1="46" x2="{x:.1f}" y2="55"/>')
        if day in told:
            parts.append(f'<circle class="vr-event" cx="{x:.1f}" cy="50.5" r="4.5"/>')
        if x - last > 46:
            last = x
            words = escape(_short(day))
            parts.append(f'<text x="{x:.1f}" y="34" text-anchor="middle">{words}</text>')
    stacked: dict[str, int] = {}
    for day, source in printed:
        row = stacked[day] = stacked.get(day, 0) + 1
        parts.append(
            f'<text class="vr-s" x="{places[day]:.1f}" y="{56 + 16 * row}" '
            f'text-anchor="middle">{escape(source["siglum"])}</text>'
        )
    height = 66 + 16 * max(stacked.values(), default=0)
    drawing = (
        f'<svg class="vr-timeline" viewBox="-24 18 {WIDTH + 48} {height - 14}" '
        f'aria-hidden="true">{"".join(parts)}</svg>\n'
    )
    return svg(drawing)


def _places(days: list[str]) -> dict[str, float]:
    """Where each day stands on the axis."""
    numbers = [date.fromisoformat(day).toordinal() for day in days]
    span = numbers[-1] - numbers[0]
    if 0 < span <= LINEAR:
        at = [(number - numbers[0]) / span for number in numbers]
    else:
        at = [i / max(1, len(days) - 1) for i in range(len(days))]
    return {day: round(x * WIDTH, 1) for day, x in zip(days, at, strict=True)}


def _short(day: str) -> str:
    return day_and_month(date.fromisoformat(day))


# --- the list ------------------------------------------------------------------------------------


def _list(days: dict[str, list[DateSaid]], facts: TimelineFacts) -> Part:
    printed: dict[str, list[ListedSource]] = {}
    for day, source in _printed(facts):
        printed.setdefault(day, []).append(source)
    made = box("ol", classes="vr-plain-list vr-day-list")
    for day in sorted({*days, *printed}):
        entry = box("li", classes="vr-day")
        entry.id = f"d{day}"
        entry += paragraph(mark("time", date_words(day, weekday=True), datetime=day))
        body = box("div")
        for source in printed.get(day, ()):
            siglum = mark("span", source["siglum"], classes="vr-siglum")
            body += paragraph(
                siglum, " ", link(source["docname"], outlet_words(source)), " ",
                _("is printed") if source["published"] else _("is updated"),
                classes="vr-label",
            )  # fmt: skip
        body += _sayings(days.get(day, []))
        entry += body
        made += entry
    return made


def _sayings(dates: list[DateSaid]) -> Box:
    lines = box("ul", classes="vr-plain-list vr-sayings")
    for said in dates:
        words = link(said["docname"], mark("b", said["words"]), anchor=said["anchor"])
        siglum = mark("span", said["siglum"], classes="vr-siglum")
        lines += box("li", paragraph(siglum, " ", said["before"], words, said["after"]))
    return lines


def _coarser(facts: TimelineFacts) -> list[Part]:
    """Years, months and weeks: on no day of the axis, and said to be so."""
    spans: dict[str, list[DateSaid]] = {}
    for said in facts["dates"]:
        value = said["value"] or ""
        if said["kind"] == "date" and re.match(r"\d{3}", value) and not _DAY.match(value):
            spans.setdefault(value, []).append(said)
    if not spans:
        return []
    made = box("ol", classes="vr-plain-list vr-day-list")
    for value in sorted(spans):
        words = value_words(value)
        head = paragraph(mark("span", capital(words)))
        made += box("li", head, box("div", _sayings(spans[value])), classes="vr-day")
    return [box("section", heading(_("Years, months and weeks")), made, classes="vr-group")]


def facts(told: StoryFacts) -> Iterator[TimelineFacts]:
    """The page of a story."""
    yield {**told.listed, "docname": told.pages["timeline"], "dates": told.dates}


def selected(facts: TimelineFacts, options: Options) -> TimelineFacts:
    """The same timeline with fewer expressions."""
    return {**facts, "dates": wanted(facts["dates"], options)}


PAGE = PageKind(
    name="timeline",
    facts=facts,
    view=view,
    places={"timeline": "timeline"},
    tab=lambda: _("Timeline"),
    door=lambda counts: Door(
        "look up",
        _("Timeline"),
        _("what happened when, in each source’s words, and when each was printed"),
    ),
    head=lambda facts: described(_("What happened when, in each report’s words: %s"), facts),
    directive=True,
    options=("source", "limit"),
    selected=selected,
)
