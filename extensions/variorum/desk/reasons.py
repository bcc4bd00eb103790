"""Why something is doubted, in the site's language; ``variorum check`` says the same in English."""

from __future__ import annotations

from variorum.check import Doubt
from variorum.desk.news import heading
from variorum.edition import Story
from variorum.model import Annotation, DateRef, Entity, Quote, Reference, Role
from variorum.rendering.words import _, listed, speech


def ask(doubt: Doubt) -> str:
    """The question that an editor is asked."""
    asked = {
        "no outlet": _("Who printed it?"),
        "no date": _("When was it printed?"),
        "no headline": _("What is it called?"),
        "correction": _("A correction to look at"),
        "stamp": _("Does the date fit?"),
        "open name": _("Which of them is it?"),
        "surname": _("Who is this?"),
        "speaker": _("Whose words are these?"),
        "alike": _("One, or two?"),
        "difference": _("Do they differ so?"),
    }
    of_type = {
        "quote": _("Whose words are these?"),
        "date": _("Which day?"),
        "figure": _("How many?"),
        "role": _("Whose title?"),
    }
    return asked.get(doubt.kind) or of_type.get(doubt.type, _("Who is it?"))


def words(doubt: Doubt, story: Story) -> str:
    """The words in doubt; of a difference, what it says."""
    if doubt.kind != "difference":
        return doubt.words
    return next((heading(f) for f in story.findings.findings if f.id == doubt.about), doubt.why)


def why(doubt: Doubt, story: Story) -> str:
    """A sentence or two."""
    match doubt.kind:
        case "no outlet":
            return _("The report does not say its outlet.")
        case "no date":
            return _("The report does not say its date.")
        case "no headline":
            return _("The report does not say its headline.")
        case "difference":
            return words(doubt, story)
        case "stamp":
            return _stamp(doubt, story)
        case "open name":
            return _may_be(doubt, story)
        case "surname":
            return _("No report gives this person a full name.")
        case "speaker":
            return _("Nobody is known to have said it.")
        case "unsure":
            return _unsure(doubt, story)
    return doubt.why


def _said(doubt: Doubt, story: Story) -> Annotation | None:
    found = (said for article in story.annotations.values() for said in article)
    return next((said for said in found if said.id == doubt.about), None)


def _stamp(doubt: Doubt, story: Story) -> str:
    source = next((a.id for a in story.articles if a.source == doubt.file), "")
    clock = story.clocks.get(source)
    return speech().sentence(clock.anomaly.said) if clock and clock.anomaly else doubt.why


def _may_be(doubt: Doubt, story: Story) -> str:
    said = _said(doubt, story)
    names = {a.id: a.name for a in story.actors}
    for name in story.open_names:
        if said is not None and any(start == said.start for _a, start, _e in name.mentions):
            fits = _(" or ").join(names.get(c, c) for c in name.candidates)
            return _("It may be %s.") % fits
    return doubt.why


def _unsure(doubt: Doubt, story: Story) -> str:
    said = _said(doubt, story)
    if said is None:
        return doubt.why
    return f"{rule(said)} {_reads(said, story)}".strip()


def rule(said: Annotation) -> str:
    """By which rule it was found, and how sure that is."""
    values = {"rule": said.by, "sure": round(said.confidence * 100)}
    return _("Rule “%(rule)s” is %(sure)s %% sure.") % values


def _reads(said: Annotation, story: Story) -> str:
    names = {a.id: a.name for a in story.actors}
    if isinstance(said, Quote) and said.speaker:
        speakers = (said.speaker,) if isinstance(said.speaker, str) else said.speaker
        return _("It gives it to %s.") % listed([names.get(s, s) for s in speakers])
    if isinstance(said, DateRef):
        return _("It reads it as %s.") % said.value if said.value else _("It cannot date it.")
    if isinstance(said, Entity | Reference | Role) and isinstance(said.actor, str):
        return _("It means %s.") % names.get(said.actor, said.actor)
    return ""
