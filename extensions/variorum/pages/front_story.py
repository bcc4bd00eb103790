"""What a story is about at a glance: what its reports part on, and what happened when."""

from __future__ import annotations

from typing import Any

from variorum.pages import page
from variorum.pages.differences import kind_words
from variorum.pages.matters import heading
from variorum.pages.page import outlet_words
from variorum.pages.sentences import explained
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _, date_words, number, range_words


def five(facts: dict[str, Any]) -> Part:
    """The things most worth seeing, in plain words, each with what every report has there."""
    made = box("section", classes="vr-five")
    if not facts["findings"]:
        return made
    pages = facts["pages"]
    aside = _("of %s found") % number(facts["counts"]["findings"])
    made += page.heading(_("Most worth seeing"), aside)
    entries = box("ol", classes="vr-plain-list")
    for finding in facts["findings"]:
        # A statement has a page of its own, which shows who said it and how it was cut.
        if finding["statement"]:
            there = link(finding["statement"], _heading(finding, facts))
        else:
            there = link(pages["differences"], _heading(finding, facts), anchor=finding["id"])
        body = box("div", paragraph(there, classes="vr-headline"))
        if not finding["matter"]:
            body += paragraph(explained(finding["explanation"]), classes="vr-explanation")
        body += _readings(finding)
        entries += box("li", body)
    made += entries
    made += paragraph(link(pages["differences"], _("All differences")), classes="vr-more")
    return made


def _heading(finding: dict[str, Any], facts: dict[str, Any]) -> str:
    """What differs; of a kind that others add, what that is called."""
    if finding["matter"]:
        return heading(finding["matter"], facts["sources"])
    return kind_words(finding["label"] or finding["kind"])


def _readings(finding: dict[str, Any]) -> Box:
    """Each wording once, with the letters of those who have it; bold is what differs."""
    made = box("dl", classes="vr-readings")
    for reading in finding["glance"]:
        made += box("dt", paragraph(" ".join(reading["sigla"]), classes="vr-siglum"))
        words: list[Part] = []
        for said, differs in reading["parts"]:
            words += [" " if words else "", mark("b", said) if differs else said]
        quoted = mark("bdi", *words)
        made += box("dd", paragraph(link(reading["docname"], quoted, anchor=reading["anchor"])))
    if finding["absent"]:
        made += box("dt", paragraph(" ".join(finding["absent"]), classes="vr-siglum"))
        made += box("dd", paragraph(mark("i", _("not found here"), classes="vr-missing")))
    return made


# --- days ----------------------------------------------------------------------------------------


def days(facts: dict[str, Any]) -> Part:
    """The days the reports tell of and those on which they were printed, in one list."""
    told = {day["day"]: day for day in facts["days"]}
    printed: dict[str, list[dict[str, Any]]] = {}
    for source in facts["sources"]:
        stamp = source["published"] or source["updated"]
        if stamp and len(stamp) >= 10:
            printed.setdefault(stamp[:10], []).append(source)
    undated = [s for s in facts["sources"] if not (s["published"] or s["updated"])]
    made = box("section", classes="vr-span")
    if not (told or printed or undated):
        return made
    timeline = facts["pages"]["timeline"]
    made += page.heading(_("What happened when"), _("and when each report was printed"))
    entries = box("ol", classes="vr-days vr-plain-list")
    for day in sorted({*told, *printed}):
        name = link(timeline, date_words(day, weekday=True), anchor=f"d{day}")
        body = box("div", *_told(told.get(day)))
        if day in printed:
            who = [f"{s['siglum']}, {outlet_words(s)}{_stamp(s)}" for s in printed[day]]
            body += paragraph(_("Printed: %s") % "; ".join(who), classes="vr-label")
        entries += box("li", paragraph(mark("b", name)), body)
    if undated:
        who = [f"{s['siglum']}, {outlet_words(s)}{_inferred(s)}" for s in undated]
        names = paragraph("; ".join(who), classes="vr-label")
        entries += box("li", paragraph(mark("b", _("No date printed"))), box("div", names))
    made += entries
    made += paragraph(link(timeline, _("The whole timeline")), classes="vr-more")
    return made


def _told(day: dict[str, Any] | None) -> list[Part]:
    """One report's sentence on the day, and who else tells of it."""
    if day is None:
        return []
    said = day["said"]
    words = link(said["docname"], mark("bdi", said["words"]), anchor=said["anchor"])
    siglum = mark("span", said["siglum"], classes="vr-siglum")
    made: list[Part] = [paragraph(siglum, " ", words, classes="vr-day-said")]
    others = [siglum for siglum in day["sigla"] if siglum != said["siglum"]]
    if others:
        made.append(paragraph(_("also told in %s") % " ".join(others), classes="vr-label"))
    return made


def _inferred(source: dict[str, Any]) -> str:
    """By its own text, when an undated report was written."""
    inferred = source["clock"].get("inferred")
    return " " + _("(by its text of %s)") % range_words(*inferred) if inferred else ""


def _stamp(source: dict[str, Any]) -> str:
    """What is to be known of a printed date."""
    if source["clock"].get("anomaly"):
        words = range_words(*source["clock"]["inferred"])
        return " " + _("(updated; its text is of %s)") % words
    return "" if source["published"] else " " + _("(date of its update)")
