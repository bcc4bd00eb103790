"""Cards: what a mark in the text opens, and what stands as a note under it without script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from variorum.pages.acts import add_acts
from variorum.pages.beside import beside
from variorum.pages.differences import kind_words as kind_of_finding
from variorum.pages.differences import readings
from variorum.pages.page import heading, kind_words
from variorum.pages.sentences import explained, sentences
from variorum.pages.variants import forms_links
from variorum.rendering.annotations import (
    card_id,
    finding_note_id,
    finding_numbers,
    note_id,
    quotation_signs,
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


def notes(facts: dict[str, Any]) -> Iterator[Part]:
    """One card for each actor the article names, each quotation and each date."""
    # What reads an editor's file is loaded where a page is made.
    from variorum.pages.correcting import Correcting

    facts = facts | {"correcting": Correcting(facts)}
    groups = (
        ("findings", _("Notes on differences"), list(_findings(facts))),
        ("quotes", _("Notes on quotations"), list(_quotations(facts))),
        ("dates", _("Notes on dates"), list(_dates(facts))),
        ("actors", _("Notes on actors"), [_actor(actor, facts) for actor in facts["actors"]]),
    )
    for kind, name, cards in groups:
        if cards:
            add_acts(cards, facts)
            yield box("section", heading(name), *cards, classes=f"vr-notes vr-notes-{kind}")


def _card(id_: str, label: str, *children: Part) -> Box:
    made = box("aside", *children, classes="vr-card", aria_label=label)
    made.id = id_
    return made


def _foot(
    reason: str,
    facts: dict[str, Any],
    *more: Part,
    said: Mapping[str, Any],
    measured: str,
) -> Part:
    """How the thing *said* is known, and who stands behind it.

    *measured* names its kind in the table of how accurate each is.
    """
    known: list[Part] = [mark("span", capital(decided_words(said)), classes="vr-decided")]
    if not is_decided(said):
        known = [
            _("Why: "),
            mark("span", f"{reason} · {standing_words(facts)}", classes="vr-card-why"),
            " · ",
            link(facts["pages"]["method"], _("how measured"), anchor=f"accuracy-{measured}"),
        ]
    return paragraph(*known, *more, classes="vr-card-foot")


# --- differences and shared text ------------------------------------------------------------------


def _findings(facts: dict[str, Any]) -> Iterator[Box]:
    numbers = finding_numbers(facts["marks"])
    numbered = sorted(facts["findings"], key=lambda f: int(numbers.get(f["id"], 0)))
    for finding in numbered:
        number = numbers.get(finding["id"], "=")
        kind = kind_of_finding(finding["label"] or finding["kind"])
        head = paragraph(mark("b", number), " ", mark("span", kind, classes="vr-card-kind"))
        made = _card(finding_note_id(finding["id"]), f"{kind} {number}", head)
        made += paragraph(explained(finding["explanation"]), classes="vr-card-said")
        made += readings(finding)
        for node in beside(finding, facts, facts["source"]["siglum"]):
            made += node
        where = link(facts["pages"]["differences"], _("all differences"), anchor=finding["id"])
        made += editors_note(finding)
        made += _foot(_sure(finding), facts, " · ", where, said=finding, measured="differences")
        yield made


def _sure(finding: Mapping[str, Any]) -> str:
    if is_decided(finding):
        return decided_words(finding)
    return _("%(why)s %(sure)s sure") % {
        "why": explained(finding["why"]), "sure": f"{round(finding['confidence'] * 100)} %",
    }  # fmt: skip


# --- actors --------------------------------------------------------------------------------------


def _actor(actor: dict[str, Any], facts: dict[str, Any]) -> Box:
    """Who this is, what this article calls them, where else they are named."""
    name = link(actor["docname"], actor["name"], classes="vr-card-name")
    kind = mark("span", kind_words(actor["label"]), classes="vr-card-kind")
    made = _card(card_id(actor["id"]), actor["name"], paragraph(name, " ", kind))
    if actor["description"]:
        made += paragraph(actor["description"])
    if actor["roles"]:
        roles = listed([f"“{words}”" for words in actor["roles"]])
        made += paragraph(_("Here: %s") % roles, classes="vr-card-said")
    if actor["stands_for"]:
        words = _("In this report the name also stands for %s.") % listed(actor["stands_for"])
        made += paragraph(words)
    where = [f"{siglum} {count}" for siglum, count in actor["counts"]]
    named = _("Named once") if actor["total"] == 1 else _("Named %s times") % actor["total"]
    made += paragraph(f"{named}: {', '.join(where)}", classes="vr-card-where")
    made += _foot(why(actor["first"]), facts, said=_as_named(actor, facts), measured="actors")
    return made


def _as_named(actor: Mapping[str, Any], facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """The first name that means an actor in this article; decided where the actor is."""
    named = (s for s in facts["correcting"].mentions[actor["id"]] if s["type"] == "entity")
    said: Mapping[str, Any] = next(named, actor)
    return {**said, "decided_by": actor["decided_by"]} if is_decided(actor) else said


# --- quotations ----------------------------------------------------------------------------------


def _quotations(facts: dict[str, Any]) -> Iterator[Box]:
    signs = quotation_signs(facts["annotations"])
    names = {actor["id"]: actor for actor in facts["actors"]}
    for said in facts["annotations"]:
        if said["type"] == "quote":
            yield _quotation(said, signs[said["id"]], names, facts)


def _quotation(
    said: dict[str, Any], sign: str, actors: Mapping[str, Any], facts: dict[str, Any]
) -> Box:
    """Who says it, to whom, how it is given, and how that is known."""
    kind = {
        "direct": _("Quotation, in full between marks"),
        "mixed": _("Quotation, partly reported"),
        "indirect": _("Reported speech"),
    }[said["kind"]]
    if said["content"] == "matter":
        kind = _("Stance")
    head = paragraph(mark("b", sign), " ", mark("span", kind, classes="vr-card-kind"))
    words = " ".join(said["exact"].split())
    if len(words) > LONG:
        words = words[:LONG].rpartition(" ")[0] + " …"
    made = _card(note_id(said), f"{kind} {sign}", head, paragraph(words, classes="vr-card-said"))
    made += paragraph(
        *speaker_words(said, actors, facts["article"]["text"]), classes="vr-card-where"
    )
    forms = forms_links(facts["statements"].get(said["id"], ()))
    made += [paragraph(_("This statement: "), form, classes="vr-card-where") for form in forms]
    statements = link(facts["pages"]["statements"], _("all statements"))
    measured = "reported" if said["kind"] == "indirect" else "quotations"
    made += editors_note(said)
    made += _foot(why(said), facts, " · ", statements, said=said, measured=measured)
    return made


def speaker_words(said: Mapping[str, Any], actors: Mapping[str, Any], text: str) -> list[Part]:
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


def _dates(facts: dict[str, Any]) -> Iterator[Box]:
    for said in facts["annotations"]:
        if said["type"] == "date":
            meaning = value_words(said["value"])
            head = paragraph(
                mark("b", " ".join(said["exact"].split())), " ",
                mark("span", _("date"), classes="vr-card-kind"),
            )  # fmt: skip
            made = _card(note_id(said), meaning, head, paragraph(meaning, classes="vr-card-said"))
            made += paragraph(_reason(said), classes="vr-card-where")
            ledger = link(facts["pages"]["dates"], _("all dates"))
            made += editors_note(said)
            made += _foot(why(said), facts, " · ", ledger, said=said, measured="dates")
            yield made


def _reason(said: Mapping[str, Any]) -> str:
    words = [sentences(said["why"])] if said["why"] else []
    if said["anchor"]:
        words.append(_("Counted from %s.") % date_words(said["anchor"], weekday=True))
    if said["alternatives"]:
        others = listed([value_words(value) for value in said["alternatives"]])
        words.append(_("It could also be %s.") % others)
    return " ".join(words)
