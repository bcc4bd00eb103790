"""What happened when: the days on the front page, those told of and those of printing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, TypedDict

from variorum.model import Annotation, Article, Block, DateRef
from variorum.pages import page
from variorum.pages.page import outlet_words
from variorum.pages.records import SourceFacts
from variorum.pages.surroundings import sentences
from variorum.rendering.elements import Part, box, link, mark, paragraph
from variorum.rendering.words import _, date_words, range_words

if TYPE_CHECKING:
    from variorum.edition import Story

DAYS = 6
"""So many days stand on the front page."""
SENTENCE = (30, 170)
"""A day is told by the shortest sentence of at least and at most so many characters."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class DaySaid(TypedDict):
    """A report's sentence on a day."""

    siglum: str
    docname: str
    anchor: str
    words: str


class Day(TypedDict):
    """A day, who tells of it, and one sentence on it."""

    day: str
    sigla: list[str]
    said: DaySaid


class DaysFacts(TypedDict):
    """What the front page has to know for this."""

    pages: Mapping[str, str]
    sources: list[SourceFacts]
    days: list[Day]


def days(facts: DaysFacts) -> Part:
    """The days the reports tell of and those on which they were printed, in one list."""
    told = {day["day"]: day for day in facts["days"]}
    printed: dict[str, list[SourceFacts]] = {}
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


def _told(day: Day | None) -> list[Part]:
    """One report's sentence on the day, and who else tells something of that day."""
    if day is None:
        return []
    said = day["said"]
    words = link(said["docname"], mark("bdi", said["words"]), anchor=said["anchor"])
    siglum = mark("span", said["siglum"], classes="vr-siglum")
    made: list[Part] = [paragraph(siglum, " ", words, classes="vr-day-said")]
    others = [siglum for siglum in day["sigla"] if siglum != said["siglum"]]
    if others:
        made.append(paragraph(_("of this day also in %s") % " ".join(others), classes="vr-label"))
    return made


def _inferred(source: SourceFacts) -> str:
    """By its own text, when an undated report was written."""
    inferred = source["clock"].get("inferred")
    return " " + _("(by its text of %s)") % range_words(*inferred) if inferred else ""


def _stamp(source: SourceFacts) -> str:
    """What is to be known of a printed date."""
    inferred = source["clock"].get("inferred")
    if inferred and source["clock"].get("anomaly"):
        words = range_words(*inferred)
        return " " + _("(updated; its text is of %s)") % words
    return "" if source["published"] else " " + _("(date of its update)")


# --- its facts -----------------------------------------------------------------------------------


def days_told(story: Story, docnames: Mapping[str, str]) -> list[Day]:
    """The days most reports tell of, in their order, each with a sentence of one of them.

    A day that no short sentence tells of is passed over.
    """
    told: dict[str, list[tuple[Article, Annotation]]] = {}
    for article in story.articles:
        shown = [(b.start, b.end) for b in article.shown]
        for said in story.annotations.get(article.id, ()):
            day = _day(said)
            if day and any(start <= said.start < end for start, end in shown):
                told.setdefault(day, []).append((article, said))
    ranked = sorted(
        told, key=lambda day: (-len({a.id for a, _ in told[day]}), -len(told[day]), day)
    )
    found = ((day, _shortest(story, told[day], docnames)) for day in ranked)
    dated = list(islice(((day, said) for day, said in found if said), DAYS))
    return [
        {
            "day": day,
            "sigla": sorted({story.sigla[article.id] for article, _ in told[day]}),
            "said": words,
        }
        for day, words in sorted(dated, key=lambda pair: pair[0])
    ]


def _day(said: Annotation) -> str:
    """The day of the calendar that an annotation means, or nothing."""
    found = _DAY.match(said.value or "") if isinstance(said, DateRef) else None
    try:
        return date.fromisoformat(found[0]).isoformat() if found else ""
    except ValueError:
        return ""


def _shortest(
    story: Story, told: Sequence[tuple[Article, Annotation]], docnames: Mapping[str, str]
) -> DaySaid | None:
    """The shortest whole sentence in which a report names the day."""
    least, most = SENTENCE
    found = []
    for article, block, named in _by_block(told):
        starts = [said.start for said in named]
        for start, end in sentences(article.text, block.start, block.end):
            first = bisect_left(starts, start)
            if first == len(named) or starts[first] >= end:
                continue
            words = " ".join(article.text[start:end].split())
            if least <= len(words) <= most and _whole(words):
                said = min(named[first : bisect_left(starts, end)], key=lambda a: a.id)
                # What happened, before what somebody said of it.
                quotes = any(mark in words for mark in '“”"')
                length = len(words)
                found.append((quotes, length, story.sigla[article.id], said.id, words, article.id))
    if not found:
        return None
    _, _, siglum, anchor, words, id_ = min(found)
    return {"siglum": siglum, "docname": docnames[id_], "anchor": anchor, "words": words}


def _by_block(
    told: Sequence[tuple[Article, Annotation]],
) -> Iterator[tuple[Article, Block, list[Annotation]]]:
    """What is told of a day by the paragraph it stands in, in the paragraph's order."""
    articles = {article.id: article for article, _ in told}
    by_article: defaultdict[str, list[Annotation]] = defaultdict(list)
    for article, said in told:
        by_article[article.id].append(said)
    for id_, listed in by_article.items():
        article, mine = articles[id_], sorted(listed, key=lambda said: said.start)
        starts = [said.start for said in mine]
        for block in article.blocks:
            named = mine[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
            if named and block.kind == "paragraph":
                yield article, block, named


def _whole(words: str) -> bool:
    """Whether a sentence can stand alone: it begins as one does, and cuts no quotation."""
    balanced = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    return words[0].isupper() and balanced
