"""What stands in the margin beside a line: how the others read, and who is speaking."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.pages.apparatus import notation, shortened
from variorum.pages.differences import kind_words
from variorum.pages.marked import Marked
from variorum.pages.records import FindingFacts, MarkFacts
from variorum.rendering.annotations import Said
from variorum.rendering.asked import question
from variorum.rendering.elements import Part, mark
from variorum.rendering.words import _, listed

LEMMA = 5
"""Words of the text itself: they stand beside it."""
WORDS = 6
"""A reading of more words is given by its beginning and end: the margin is narrow."""
READINGS = 3
"""So many readings of others stand in the margin; the card has them all."""

_OF_SPEECH = frozenset(("quote-variant", "contradiction"))
"""Kinds of finding that are about what somebody said."""


def margin(marked: Marked) -> dict[str, Part]:
    """The note beside the line, by the id of the annotation that it stands at.

    It repeats in short what the card and the apparatus say, so it is hidden from those who
    listen to the page. Quotations that a difference lies on have their note with the difference.
    """
    facts = marked.facts
    names = {id_: actor["name"] for id_, actor in marked.actors.items()}
    quotes = [
        said
        for said in facts["annotations"]
        if said["type"] == "quote" and said["kind"] != "indirect"
    ]
    made = {
        said["id"]: _quotation(said, marked.signs[said["id"]], names, said["id"] in marked.merged)
        for said in quotes
    }
    firsts: dict[str, MarkFacts] = {}
    for at in facts["marks"]:
        if at["type"] == "difference":
            firsts.setdefault(at["finding"], at)
    for id_, at in firsts.items():
        over = [q for q in quotes if q["start"] < at["end"] and at["start"] < q["end"]]
        finding = marked.findings[id_]
        who = _speakers(over[0], names) if over and finding["kind"] in _OF_SPEECH else ""
        made[at["id"]] = _difference(finding, marked, at["id"], who)
    return made


def _quotation(said: Said, sign: str, names: Mapping[str, str], merged: bool) -> Part:
    classes = "vr-margin-said vr-merged" if merged else "vr-margin-said"
    who = _speakers(said, names) or _("speaker not known")
    return _beside(classes, mark("b", sign), " ", who)


def _beside(classes: str, *said: Part) -> Part:
    return mark("span", *said, classes=f"vr-margin {classes}", screen=True, aria_hidden="true")


def _difference(finding: FindingFacts, marked: Marked, at: str, who: str) -> Part:
    here, number = marked.here, marked.numbers[finding["id"]]
    mine = [r for r in finding["readings"] if r["siglum"] == here and r["words"]]
    mine.sort(key=lambda reading: reading["anchor"] != at)
    lemma = shortened(mine[0]["words"], LEMMA) if mine else ""
    others = notation(finding, here, WORDS, READINGS)
    said = mark("span", lemma, "] " if others else "", *others)
    kind = kind_words(finding["label"] or finding["kind"])
    words = f"{who}: {kind}" if who else kind
    kind_ = mark("span", words, classes="vr-margin-kind")
    return _beside("vr-margin-df", mark("b", number), " ", said, " ", kind_)


def _speakers(said: Said, names: Mapping[str, str]) -> str:
    """Who says it, empty where that isn't known."""
    speakers = said["speaker"] or []
    speakers = [speakers] if isinstance(speakers, str) else speakers
    named = listed([names.get(speaker, speaker) for speaker in speakers])
    return f"{named}{question(said)}" if named else ""
