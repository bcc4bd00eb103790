"""The page of differences: every finding, the most salient first, with its readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from variorum.pages.beside import beside
from variorum.pages.filters import classes, filters, one_actor, several
from variorum.pages.page import Page, above, heading, reports_words, title
from variorum.pages.sentences import explained, language_note, woven
from variorum.pages.variants import compared_words, how_words
from variorum.rendering.decided import as_sentence, decided_words, editors_note, is_decided
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _, date_words


def build(facts: dict[str, Any]) -> Page:
    """Three groups by salience; the last one folded."""
    intro = paragraph(
        _(
            "What the reports share and where they part, found by comparing them. It shows "
            "differences and leaves judgement to you; what isn’t found in a report may have "
            "had no place in it."
        ),
        classes="vr-lead",
    )
    children: list[Part] = [intro, _counted(facts), *language_note()]
    if facts["findings"]:
        children.append(_filters(facts))
    for salience in SALIENCES:
        name = salience_words(salience)
        members = [f for f in facts["findings"] if f["salience"] == salience]
        if members:
            children.append(_group(name, members, facts, folded=salience == 1))
    children += _distinct(facts)
    if not facts["findings"] and not facts["distinct"]:
        children.append(paragraph(_("Nothing was found in which these reports differ.")))
    return Page(title(_("Differences")), children, above=above(facts))


def _counted(facts: dict[str, Any]) -> Part:
    """How many reports were compared, and where the comparison is laid out otherwise."""
    said = _("%s compared.") % reports_words(facts["sources"])
    coverage = link(facts["pages"]["coverage"], _("Who tells what, as a table"))
    sources = link(facts["pages"]["sources"], _("Who shares text with whom"))
    return paragraph(mark("span", said), " ", coverage, " ", sources, classes="vr-begin")


SALIENCES = (3, 2, 1)
OTHER = "other"
"""The class of a kind that an extension adds."""
KINDS = (
    "quote-variant", "shared-text", "figure", "date-conflict", "wording", "role", "name",
    "attribution", "contradiction", "omission", "unique-claim",
)  # fmt: skip


def _filters(facts: dict[str, Any]) -> Part:
    kinds = Counter(f["kind"] for f in facts["findings"])
    saliences = Counter(f["salience"] for f in facts["findings"])
    return filters(
        "differences",
        _("%s of %s differences shown"),
        several(
            "kind", _("Kind"), [*((k, kind_words(k), kinds[k]) for k in KINDS), *_others(facts)]
        ),
        several(
            "salience",
            _("Weight"),
            [(str(s), salience_words(s), saliences[s]) for s in SALIENCES],
        ),
        one_actor("differences", _("Whom it is about"), facts["actors"]),
    )


def _others(facts: dict[str, Any]) -> list[tuple[str, str, int]]:
    """The kinds that extensions add, as one: the styles cannot know the names of each."""
    labels = [finding["label"] for finding in facts["findings"] if finding["label"]]
    return [(OTHER, ", ".join(sorted(set(labels))), len(labels))] if labels else []


def salience_words(salience: int) -> str:
    """What the findings of a salience are called together."""
    return {3: _("Seen first"), 2: _("Worth a look"), 1: _("Small, or less certain")}[salience]


def _group(
    name: str, members: Sequence[dict[str, Any]], facts: dict[str, Any], *, folded: bool
) -> Box:
    entries = box("ol", classes="vr-plain-list vr-findings vr-filtered")
    for finding in members:
        entry = finding_entry(finding)
        for node in beside(finding, facts):
            entry += node
        kind = OTHER if finding["label"] else finding["kind"]
        is_ = classes(facts["actors"], finding["actors"], kind=kind, salience=finding["salience"])
        entry.add_classes(is_)
        entries += entry
    made = box("section", heading(name, str(len(members))), classes="vr-group")
    made += box("details", box("summary", line(_("Show all"))), entries) if folded else entries
    return made


def _distinct(facts: dict[str, Any]) -> list[Part]:
    """What looks alike and was kept apart, so that it can be checked."""
    if not facts["distinct"]:
        return []
    entries = box("ol", classes="vr-plain-list vr-findings")
    for pair in facts["distinct"]:
        reason = woven(_("Kept apart: %(why)s."), why=explained(pair["reason"].rstrip(".")))
        both = readings({"readings": pair["readings"], "absent": []})
        entries += box("li", both, paragraph(*reason, classes="vr-label"))
    name = _("Similar, judged distinct")
    folded = box("details", box("summary", line(_("Show all"))), entries)
    count = str(len(facts["distinct"]))
    return [box("section", heading(name, count), folded, classes="vr-group")]


def finding_entry(finding: dict[str, Any]) -> Box:
    """One finding: in a sentence, then each reading by its source, then why."""
    made = box(
        "li",
        paragraph(kind_words(finding["label"] or finding["kind"]), classes="vr-label"),
        paragraph(explained(finding["explanation"]), classes="vr-explanation"),
        readings(finding),
        *editors_note(finding),
        paragraph(*why_words(finding), classes="vr-label"),
    )
    made.id = finding["id"]
    return made


def readings(finding: dict[str, Any], *, linked: bool = True) -> Box:
    """The readings by siglum, each linked to its words; equal ones stand together.

    With *linked* the words are links, too, as their letters are.

    Where they were compared word by word, the base comes first and the others show what differs.
    """
    grouped: dict[str, list[dict[str, Any]]] = {}
    for reading in sorted(finding["readings"], key=lambda r: not r.get("base")):
        grouped.setdefault(reading["words"] or _meta_words(reading), []).append(reading)
    made = box("dl", classes="vr-readings")
    for words, members in grouped.items():
        made += box("dt", line(*places({m["siglum"]: m for m in members}.values())))
        made += box("dd", line(*_linked(words, members[0], linked=linked)))
    if finding["absent"]:
        made += box("dt", line(" ".join(finding["absent"])))
        made += box("dd", line(mark("i", _("not found here"), classes="vr-missing")))
    if finding.get("statement"):
        made += box("dt")
        page = link(finding["statement"], _("The statement in all its forms"))
        made += box("dd", paragraph(page, classes="vr-label"))
    return made


def _meta_words(reading: dict[str, Any]) -> str:
    """What a report says of itself, where that is the reading."""
    if not reading["meta"]:
        return ""
    names = {
        "agency": _("credits %s"), "published": _("published %s"), "updated": _("updated %s"),
    }  # fmt: skip
    value = reading["value"]
    return names.get(reading["meta"], "%s") % (date_words(value) or value)


def places(readings: Iterable[Mapping[str, Any]]) -> list[Part]:
    """The letters of reports, each a link to its reading; of further ones in a report a number."""
    made: list[Part] = []
    met: Counter[str] = Counter()
    for reading in readings:
        siglum = reading["siglum"]
        met[siglum] += 1
        words = siglum if met[siglum] == 1 else str(met[siglum])
        made += [" " if made else "", link(reading["docname"], words, anchor=reading["anchor"])]
    return made


def _linked(words: str, reading: dict[str, Any], *, linked: bool) -> list[Part]:
    """A reading's words, and in plain words how they differ; a link to them, if so wanted."""
    if not reading["words"]:
        return [words]
    compared = compared_words(reading)
    said: list[Part] = list(compared)
    if linked:
        said = [link(reading["docname"], *compared, anchor=reading["anchor"])]
    how = how_words(reading)
    return [*said, " ", mark("small", how, classes="vr-how")] if how else said


def why_words(finding: dict[str, Any]) -> list[Part]:
    """On what ground a finding was made, how sure it is, and how many witnesses it has."""
    if is_decided(finding):
        return [as_sentence(decided_words(finding))]
    said = woven(
        _("Why: %(why)s; %(sure)s sure."),
        why=explained(finding["why"].rstrip(".")),
        sure=f"{round(finding['confidence'] * 100)} %",
    )
    if finding["origins"] and finding["origins"] < finding["outlets"]:
        said += [" ", _("%(outlets)s reports, %(origins)s traceable origins.") % finding]
    return said


def kind_words(kind: str) -> str:
    """What a kind of finding is called."""
    return {
        "quote-variant": _("One statement, printed differently"),
        "shared-text": _("Shared text"),
        "figure": _("Figures"),
        "date-conflict": _("Dates"),
        "wording": _("Wording"),
        "role": _("Titles and roles"),
        "name": _("Names"),
        "attribution": _("Who said it, whose text it is"),
        "contradiction": _("They cannot both hold"),
        "omission": _("Told by the others"),
        "unique-claim": _("Told by one alone"),
    }.get(kind, kind)
