"""Cards: what a mark in the text opens, and what stands as a note under it without script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from variorum.pages.acts import add_acts
from variorum.pages.beside import beside
from variorum.pages.differences import kind_words as kind_of_finding
from variorum.pages.differences import places as places_of
from variorum.pages.differences import readings
from variorum.pages.marked import ArticleFacts, Marked
from variorum.pages.page import heading, kind_words
from variorum.pages.records import ActorCard, FindingFacts
from variorum.pages.sentences import explained, sentences
from variorum.pages.variants import forms_links
from variorum.rendering.annotations import (
    Said,
    card_id,
    finding_note_id,
    note_id,
    why,
)
from variorum.rendering.asked import question
from variorum.rendering.decided import (
    decided_words,
    editors_note,
    is_decided,
    standing_words,
)
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, capital, date_words, listed

LONG = 160
"""A quotation is repeated in its note up to so many characters."""


def notes(marked: Marked) -> Iterator[Part]:
    """One card for each actor the article names, each quotation and each date."""
    facts = marked.facts
    pages, kinds = facts["pages"], {s["kind"] for s in facts["annotations"] if s["type"] == "quote"}
    quoted = "accuracy-reported" if kinds == {"indirect"} else "accuracy-quotations"
    groups = (
        ("findings", _("Notes on differences"), list(_findings(marked)), "accuracy-differences",
         link(pages["differences"], _("all differences"))),
        ("quotes", _("Notes on quotations"), list(_quotations(marked)),
         "accuracy" if "indirect" in kinds and len(kinds) > 1 else quoted,
         link(pages["statements"], _("all statements"))),
        ("dates", _("Notes on dates"), list(_dates(marked)), "accuracy-dates",
         link(pages["dates"], _("all dates"))),
        ("actors", _("Notes on actors"), [_actor(actor, marked) for actor in facts["actors"]],
         "accuracy-actors", None),
    )  # fmt: skip
    for kind, name, cards, measured, whole in groups:
        if cards:
            add_acts(cards, marked)
            foot = _for_all(facts, measured, whole)
            yield box("section", heading(name), foot, *cards, classes=f"vr-notes vr-notes-{kind}")


def _for_all(facts: ArticleFacts, measured: str, whole: Part | None) -> Part:
    """What holds for all notes of a kind: who stands behind them, how accurate they are, and where
    to find all there are."""
    how = link(facts["pages"]["method"], _("how measured"), anchor=measured)
    standing = mark("span", standing_words(facts), " · ", how)
    return paragraph(standing, *([" · ", whole] if whole else []), classes="vr-notes-foot")


def _card(id_: str, *children: Part) -> Box:
    made = box("div", *children, classes="vr-card")
    made.id = id_
    return made


def _head(id_: str, words: str, kind: Part, marked: Marked) -> Part:
    """The sign of a note, which leads to the words it is about, and what kind of note it is."""
    place = marked.places.get(id_)
    sign = link(marked.facts["docname"], words, anchor=place) if place else mark("b", words)
    return paragraph(sign, " ", kind)


def _foot(reason: str, said: Said) -> Part:
    """How the thing *said* is known, or who decided it."""
    if not is_decided(said):
        return paragraph(_("Why: "), reason, classes="vr-why")
    by = capital(decided_words(said))
    return paragraph(mark("span", by, classes="vr-decided"), classes="vr-why")


# --- differences and shared text ------------------------------------------------------------------


def _findings(marked: Marked) -> Iterator[Box]:
    facts, numbers, here = marked.facts, marked.numbers, marked.here
    numbered = sorted(facts["findings"], key=lambda f: int(numbers.get(f["id"], 0)))
    for finding in numbered:
        number = numbers.get(finding["id"], "=")
        kind = kind_of_finding(finding["label"] or finding["kind"])
        id_ = finding_note_id(finding["id"])
        whole = link(facts["pages"]["differences"], kind, anchor=finding["id"])
        made = _card(id_, _head(id_, number, whole, marked))
        made += paragraph(explained(finding["explanation"]), classes="vr-is")
        shared = finding["kind"] == "shared-text"
        made += (
            _passages(finding, here)
            if shared
            else readings(finding, linked=False, statement=finding["statement"])
        )
        if finding["id"] not in numbers:
            made += beside(finding, facts, here)
        made += editors_note(finding)
        made += _foot(_sure(finding), finding)
        yield made


def _passages(finding: FindingFacts, here: str) -> Part:
    """Where a shared passage stands: its words are in this text, and those of the others in theirs.

    Of another report its first place is enough: what follows is shown there.
    """
    placed = sorted((r for r in finding["readings"] if r["words"]), key=lambda r: r["siglum"])
    firsts = {r["siglum"]: r for r in reversed(placed)}
    shown = [r for r in placed if r["siglum"] == here or r is firsts[r["siglum"]]]
    return paragraph(_("Passages:"), " ", *places_of(shown), classes="vr-passages")


def _sure(finding: FindingFacts) -> str:
    if is_decided(finding):
        return decided_words(finding)
    return _("%(why)s %(sure)s sure") % {
        "why": explained(finding["why"]), "sure": f"{round(finding['confidence'] * 100)} %",
    }  # fmt: skip


# --- actors --------------------------------------------------------------------------------------


def _actor(actor: ActorCard, marked: Marked) -> Box:
    """Who this is, what this article calls them, where else they are named."""
    name = link(actor["docname"], actor["name"])
    made = _card(card_id(actor["id"]), paragraph(name, " ", kind_words(actor["label"])))
    if actor["description"]:
        made += paragraph(actor["description"])
    if actor["roles"]:
        roles = listed([f"“{words}”" for words in actor["roles"]])
        made += paragraph(_("Here: %s") % roles, classes="vr-is")
    if actor["stands_for"]:
        words = _("In this report the name also stands for %s.") % listed(actor["stands_for"])
        made += paragraph(words)
    where = [f"{siglum} {count}" for siglum, count in actor["counts"]]
    named = _("Named once") if actor["total"] == 1 else _("Named %s times") % actor["total"]
    made += paragraph(f"{named}: {', '.join(where)}")
    made += _foot(why(actor["first"]), _as_named(actor, marked))
    return made


def _as_named(actor: ActorCard, marked: Marked) -> Said:
    """The first name that means an actor in this article; decided where the actor is."""
    named = (s for s in marked.correcting.mentions[actor["id"]] if s["type"] == "entity")
    said: Said = next(named, actor)
    return {**said, "decided_by": actor["decided_by"]} if is_decided(actor) else said


# --- quotations ----------------------------------------------------------------------------------


def _quotations(marked: Marked) -> Iterator[Box]:
    for said in marked.facts["annotations"]:
        if said["type"] == "quote":
            yield _quotation(said, marked)


def _quotation(said: Said, marked: Marked) -> Box:
    """Who says it, to whom, how it is given, and how that is known."""
    kind = {
        "direct": _("Quotation, in full between marks"),
        "mixed": _("Quotation, partly reported"),
        "indirect": _("Reported speech"),
    }[said["kind"]]
    if said["content"] == "matter":
        kind = _("Stance")
    head = _head(note_id(said), marked.signs[said["id"]], kind, marked)
    words = " ".join(said["exact"].split())
    if len(words) > LONG:
        words = words[:LONG].rpartition(" ")[0] + " …"
    made = _card(note_id(said), head, paragraph(words, classes="vr-is"))
    made += paragraph(*speaker_words(said, marked.actors, marked.article.text))
    forms = forms_links(marked.facts["statements"].get(said["id"], ()))
    made += [paragraph(_("This statement: "), form) for form in forms]
    made += editors_note(said)
    made += _foot(why(said), said)
    return made


def speaker_words(said: Said, actors: Mapping[str, ActorCard], text: str) -> list[Part]:
    """``Wendy Sherman, “assured”, to Kyiv, in a tweet``; of who isn't known, the words."""
    speakers = said["speaker"] or []
    speakers = [speakers] if isinstance(speakers, str) else speakers
    made: list[Part] = []
    for i, speaker in enumerate(speakers):
        if i:
            made.append(_(" and "))
        actor = actors.get(speaker)
        made.append(link(actor["docname"], actor["name"]) if actor else speaker)
    if not made and said["speaker_span"]:
        made.append(f"“{' '.join(text[slice(*said['speaker_span'])].split())}”")
    if not made:
        made.append(_("Speaker not known"))
    made.append(question(said))
    if said["cue"] and any(c.isalpha() for c in said["cue"]):
        made.append(f", “{said['cue']}”")
    if said["addressee"]:
        made.append(_(", to %s") % said["addressee"])
    if said["medium"]:
        made.append(_(", in %s") % said["medium"])
    return made


# --- dates ---------------------------------------------------------------------------------------


def _dates(marked: Marked) -> Iterator[Box]:
    for said in marked.facts["annotations"]:
        if said["type"] == "date":
            meaning = value_words(said["value"])
            head = _head(note_id(said), " ".join(said["exact"].split()), _("date"), marked)
            made = _card(note_id(said), head, paragraph(meaning, classes="vr-is"))
            made += paragraph(_reason(said))
            made += editors_note(said)
            made += _foot(why(said), said)
            yield made


def _reason(said: Said) -> str:
    words = [sentences(said["why"])] if said["why"] else []
    if said["anchor"]:
        words.append(_("Counted from %s.") % date_words(said["anchor"], weekday=True))
    if said["alternatives"]:
        others = listed([value_words(value) for value in said["alternatives"]])
        words.append(_("It could also be %s.") % others)
    return " ".join(words)
