"""What stands in the margin beside a line: how the others read, and who is speaking."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.pages.apparatus import others_by_words, shortened
from variorum.pages.differences import kind_words
from variorum.pages.marked import Marked
from variorum.pages.records import FindingFacts, MarkFacts
from variorum.pages.sentences import woven
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
    # What is folded away shows no note: the first mark outside of it has it.
    for at in sorted(facts["marks"], key=lambda at: marked.is_folded(at["start"])):
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
    who = _speakers(said, names)
    words = _("Said by %s.") % who if who else _("Said by somebody who isn’t known.")
    return _beside(classes, sign, words)


def _beside(classes: str, sign: str, *said: Part) -> Part:
    """A note; by its sign a script finds the line that it belongs to."""
    note = mark("b", sign), " ", *said
    return mark("span", *note, classes=f"vr-margin {classes}", screen=True)


def _difference(finding: FindingFacts, marked: Marked, at: str, who: str) -> Part:
    """``2 Here “twelve”; in B and C “ten”. Figures.``"""
    mine = [r for r in finding["readings"] if r["siglum"] == marked.here and r["words"]]
    mine.sort(key=lambda reading: reading["anchor"] != at)
    said: list[Part] = []
    if mine:
        said += woven(_("Here “%(words)s”"), words=_words(mine[0]["words"], LEMMA))
    others = others_by_words(finding, marked.here, WORDS)
    if mine and len(others) > 1:
        others.pop(shortened(mine[0]["words"], WORDS), None)  # who has the same reads no otherwise
    for words, sigla in list(others.items())[:READINGS]:
        said += ["; " if said else "", *woven(
            _("in %(sigla)s “%(words)s”"), sigla=listed(sigla), words=_words(words, WORDS)
        )]  # fmt: skip
    if len(others) > READINGS:
        said.append(_(", and more"))
    said.append(". " if said else "")
    if finding["absent"]:
        said += [_("Not found in %s.") % listed(finding["absent"]), " "]
    kind = kind_words(finding["label"] or finding["kind"])
    about = mark("small", f"{who}: {kind}." if who else f"{kind}.")
    number = marked.numbers[finding["id"]]
    return _beside("vr-margin-df", number, *said, about)


def _words(words: str, most: int) -> Part:
    return mark("bdi", shortened(words, most))


def _speakers(said: Said, names: Mapping[str, str]) -> str:
    """Who says it, empty where that isn't known."""
    speakers = said["speaker"] or []
    speakers = [speakers] if isinstance(speakers, str) else speakers
    named = listed([names.get(speaker, speaker) for speaker in speakers])
    return f"{named}{question(said)}" if named else ""
