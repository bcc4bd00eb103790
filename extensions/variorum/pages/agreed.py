"""What the reports agree on: matters by how many independent origins tell them, and who differs.

Copies of one text are one origin and count once. A matter is a claim of the coverage matrix, in the
words of the plainest report that tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict

from variorum.model import Quote
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, Title, above, heading, title
from variorum.pages.records import StoryPage
from variorum.pages.schema_org import described
from variorum.pages.selection import some
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _, _n, listed, number_words, reports

if TYPE_CHECKING:
    from variorum.collation.findings import Claim
    from variorum.edition import Story
    from variorum.model import Finding, Reading
    from variorum.pages.story_facts import StoryFacts

MOST = 40
"""So many matters are listed."""
ALONE = 12
"""So many of those that rest on one origin."""
DIFFERING = frozenset({"figure", "date-conflict", "contradiction"})
"""Kinds of finding that say of a matter that somebody tells it otherwise."""
PLAIN = (40, 220)
"""A sentence of so many characters can stand for its matter."""
SHORT = 90
"""A reading of more characters is not repeated beside its matter."""
QUOTED = re.compile('[“”"]')
TAKEN_UP = re.compile(r"(?:it|he|she|they|this|that|these|those|her|his|their|its|but|and)\b", re.I)
"""How a sentence begins that needs the one before it."""


class Placed(TypedDict):
    """A reading's words, whose they are, and where they stand."""

    words: str
    siglum: str
    docname: str
    anchor: str
    speaker: str


class Side(Placed):
    """One side of a contradiction, and who is on it."""

    sigla: str


class Worded(TypedDict):
    """A wording, and the sigla of those who have it."""

    words: str
    sigla: str


class Differing(TypedDict):
    """A finding that says of a matter that somebody tells it otherwise."""

    id: str
    readings: list[Worded]


class Against(TypedDict):
    """A contradiction, side by side."""

    id: str
    readings: list[Side]


class Matter(Placed):
    """A matter: the sigla that tell it by origin, who differs, and who lacks it."""

    id: str
    origins: list[list[str]]
    differs: list[Differing]
    absent: list[str]


class AgreedFacts(StoryPage):
    """The facts of the page; *origins* is how many there are."""

    origins: int
    matters: list[Matter]
    against: list[Against]
    alone: list[Matter]


# --- the page ------------------------------------------------------------------------------------


def view(facts: AgreedFacts) -> Page:
    """Matters told alike, by how many origins; what stands against each other; what one has."""
    if not facts["matters"] and not facts["alone"]:
        nothing = paragraph(_("No matter is told by two reports."))
        return Page(_title(facts), [nothing], above=above(facts))
    children = [_intro(facts), _key(), *_alike(facts), *_against(facts), *_alone(facts)]
    return Page(_title(facts), children, above=above(facts))


def _title(facts: AgreedFacts) -> Title:
    return title(_("What both tell") if len(facts["sources"]) == 2 else _("What they agree on"))


def _intro(facts: AgreedFacts) -> Part:
    origins = _n(
        "%(reports)s go back to %(count)s origin that can be traced.",
        "%(reports)s go back to %(count)s origins that can be traced.",
        facts["origins"],
    ) % {"reports": reports(len(facts["sources"])), "count": number_words(facts["origins"])}
    said = _(
        "What several tell isn’t true for that reason, but it doesn’t hang on one reporter; "
        "what rests on one origin isn’t false for that."
    )
    return paragraph(f"{origins} {said}", classes="vr-lead")


def _key() -> Part:
    one = mark("span", "A", classes="vr-origin")
    copies = mark("span", "A", mark("i", "="), "C", classes="vr-origin")
    return paragraph(
        one, " ", _("a bar is one origin"), mark("span", " · "),
        copies, " ", _("copies of one text: C has A’s words"), mark("span", " · "),
        mark("b", "≠", classes="vr-differs"), " ", _("a report says it otherwise"),
        classes="vr-legend vr-label",
    )  # fmt: skip


def _alike(facts: AgreedFacts) -> Iterator[Part]:
    matters = [m for m in facts["matters"] if len(m["origins"]) > 1]
    head = heading(_("Told alike"), _("in the words of the plainest report"))
    section = box("section", head, classes="vr-group vr-agreed")
    if not matters:
        section += paragraph(_("No matter is told by two origins."))
    for count, group in groupby(matters, key=lambda m: len(m["origins"])):
        told = list(group)
        every = count == facts["origins"] and count > 1
        words = _("By all %s origins") if every else _("By %s origins")
        matters_words = _n("%s matter", "%s matters", len(told)) % len(told)
        section += heading(words % number_words(count), matters_words)
        section += _list(told, facts)
    yield section


def _list(told: Iterable[Matter], facts: AgreedFacts) -> Box:
    entries = box("ul", classes="vr-plain-list vr-matters")
    for matter in told:
        entries += _entry(matter, facts)
    return entries


def _entry(matter: Matter, facts: AgreedFacts) -> Box:
    """The matter, who has it, then who differs or lacks it."""
    words = link(matter["docname"], mark("bdi", matter["words"]), anchor=matter["anchor"])
    whose = mark("small", _whose(matter))
    by = box("div", paragraph(*witnesses(matter["origins"])), classes="vr-by")
    for differing in matter["differs"]:
        by += _differing(differing, facts)
    if matter["absent"]:
        by += paragraph(_("Not found in %s.") % listed(matter["absent"]), classes="vr-label")
    elif not matter["differs"]:
        by += paragraph(_("No difference was found."), classes="vr-label")
    entry = box("li", paragraph(words, " ", whose, classes="vr-matter"), by)
    entry.id = matter["id"]
    return entry


def _whose(matter: Matter) -> str:
    if not matter["speaker"]:
        return str(_("in %s’s words") % matter["siglum"])
    return str(_("%(speaker)s, in %(siglum)s") % matter)


def witnesses(origins: Sequence[Sequence[str]]) -> list[Part]:
    """Letters of one origin over one bar; the words say the same."""
    said: list[Part] = []
    for members in origins:
        letters: list[Part] = []
        for siglum in members:
            letters += [mark("i", "="), siglum] if letters else [siglum]
        said += [mark("span", *letters, classes="vr-origin"), " "]
    count = _n("%s origin", "%s origins", len(origins)) % number_words(len(origins))
    return [*said, mark("span", count, classes="vr-label")]


def _differing(differing: Differing, facts: AgreedFacts) -> Part:
    said: list[Part] = [mark("b", "≠", classes="vr-differs"), " "]
    readings = differing["readings"]
    if any(len(reading["words"]) > SHORT for reading in readings):
        said.append(_("told otherwise in %s") % " ".join(r["sigla"] for r in readings))
        readings = []
    for number, reading in enumerate(readings):
        said += [", "] if number else []
        words = mark("bdi", f"“{reading['words']}”", classes="vr-said")
        said += [mark("span", reading["sigla"], classes="vr-siglum"), " ", words]
    there = link(facts["pages"]["differences"], _("compare"), anchor=differing["id"])
    return paragraph(*said, " ", there, classes="vr-label")


def _against(facts: AgreedFacts) -> Iterator[Part]:
    if not facts["against"]:
        return
    section = box("section", heading(_("Against each other")), classes="vr-group")
    entries = box("ul", classes="vr-plain-list vr-against")
    for finding in facts["against"]:
        sides = box("ul", classes="vr-plain-list vr-sides")
        for reading in finding["readings"]:
            words = link(reading["docname"], mark("bdi", f"“{reading['words']}”"),
                         anchor=reading["anchor"])  # fmt: skip
            sides += box("li", paragraph(mark("span", reading["sigla"], classes="vr-siglum")),
                         paragraph(words, classes="vr-matter"))  # fmt: skip
        there = link(facts["pages"]["differences"], _("compare"), anchor=finding["id"])
        entries += box("li", sides, paragraph(there, classes="vr-label"))
    section += entries
    yield section


def _alone(facts: AgreedFacts) -> Iterator[Part]:
    one_origin = [m for m in facts["matters"] if len(m["origins"]) == 1]
    if not one_origin and not facts["alone"]:
        return
    section = box("section", heading(_("On one origin")), classes="vr-group vr-agreed")
    section += paragraph(_("Told by one report, or by copies of one text."), classes="vr-label")
    section += _list([*one_origin, *facts["alone"]], facts)
    yield section


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[AgreedFacts]:
    """The matters of a story, those of the most origins first, and what differs of each."""
    story = told.story
    ranked = sorted(
        story.findings.claims,
        key=lambda c: (-len(told.by_origin(c.articles)), -len(c.articles)),
    )
    differing = [f for f in story.findings.findings if f.kind in DIFFERING and f.salience > 1]
    matters: list[Matter] = []
    used = set[str]()
    for claim in ranked[:MOST]:
        differs = [f for f in differing if _is_of(f, claim)]
        used |= {f.id for f in differs}
        by_origin = told.by_origin(claim.articles)
        matters.append(
            {
                **_placed(claim.id, _plainest(claim), told),
                "id": claim.id,
                "origins": [[story.sigla[a] for a in group] for group in by_origin],
                "differs": [_readings(f, story) for f in differs],
                "absent": _lacking(claim, story),
            }
        )
    against = [f for f in differing if f.kind == "contradiction" and f.id not in used]
    yield {
        **told.listed,
        "docname": told.pages["agreed"],
        "origins": len(set(told.origins.values())),
        "matters": matters,
        "against": [{"id": f.id, "readings": _sides(f, told)} for f in against],
        "alone": [_told_alone(f, told) for f in _alone_findings(story)],
    }


def _plainest(claim: Claim) -> Reading:
    """The shortest whole sentence that states it, and without a quotation where there is one."""
    stated = [r for c in claim.cells if c.value == "stated" for r in c.readings]
    least, most = PLAIN

    def cost(reading: Reading) -> tuple[bool, bool, int]:
        words = reading.exact or ""
        whole = least <= len(words) <= most and words[:1].isupper()
        alone = whole and not TAKEN_UP.match(words)
        return not alone, bool(QUOTED.search(words)), len(words)

    return min(stated, key=cost)


def _placed(of: str, reading: Reading, told: StoryFacts) -> Placed:
    """A reading's words, whose they are, and where they stand."""
    return {
        "words": " ".join((reading.exact or "").split()),
        "siglum": told.story.sigla[reading.article],
        "docname": told.docnames[reading.article],
        "anchor": told.anchors.id_of(of, reading),
        "speaker": _speaker(reading, told.story),
    }


def _speaker(reading: Reading, story: Story) -> str:
    """Whose words it is that a reading begins within, by name; "" outside of quotations."""
    at = reading.start or 0
    for said in story.annotations.get(reading.article, ()):
        if not isinstance(said, Quote) or not isinstance(said.speaker, str):
            continue
        if any(start - 1 <= at < end for start, end in said.quoted):
            return next((a.name for a in story.actors if a.id == said.speaker), "")
    return ""


def _lacking(claim: Claim, story: Story) -> list[str]:
    return [story.sigla[c.article] for c in claim.cells if not c.readings and not c.too_early]


def _is_of(finding: Finding, claim: Claim) -> bool:
    """Whether a finding compares words of two articles' sentences on the matter."""
    inside = {
        r.article
        for r in finding.readings
        for cell in claim.cells
        for told in cell.readings
        if r.article == told.article
        and None not in (r.start, r.end, told.start, told.end)
        and (told.start or 0) <= (r.start or 0) < (told.end or 0)
    }
    return len(inside) > 1


def _readings(finding: Finding, story: Story) -> Differing:
    """What each has, one wording once; a capital makes no other one."""
    grouped: dict[str, tuple[str, dict[str, None]]] = {}
    for reading in finding.readings:
        if words := " ".join((reading.exact or "").split()):
            _, sigla = grouped.setdefault(words.casefold(), (words, {}))
            sigla[story.sigla[reading.article]] = None
    return {
        "id": finding.id,
        "readings": [{"words": w, "sigla": " ".join(sigla)} for w, sigla in grouped.values()],
    }


def _sides(finding: Finding, told: StoryFacts) -> list[Side]:
    sides = [_placed(finding.id, r, told) for r in finding.readings if r.exact]
    return [{**side, "sigla": side["siglum"]} for side in sides]


def _alone_findings(story: Story) -> list[Finding]:
    found = [f for f in story.findings.findings if f.kind == "unique-claim" and f.salience > 1]
    return [f for f in found if f.readings and f.readings[0].exact][:ALONE]


def _told_alone(finding: Finding, told: StoryFacts) -> Matter:
    placed = _placed(finding.id, finding.readings[0], told)
    return {
        **placed,
        "id": finding.id,
        "origins": [[placed["siglum"]]],
        "differs": [],
        "absent": [told.story.sigla[a] for a in finding.absent if a in told.story.sigla],
    }


def selected(facts: AgreedFacts, options: Options) -> AgreedFacts:
    """The first matters alone."""
    return {**facts, "matters": some(facts["matters"], options)}


def abridged(facts: AgreedFacts) -> AgreedFacts:
    """What two origins or more tell, and what stands against each other."""
    matters = [matter for matter in facts["matters"] if len(matter["origins"]) > 1]
    return {**facts, "matters": matters, "alone": []}


PAGE = PageKind(
    name="agreed",
    facts=facts,
    view=view,
    places={"agreed": "agreed"},
    tab=lambda: _("Agreed"),
    door=lambda counts: Door(
        "compare",
        _("What they agree on"),
        _("matters by how many independent origins tell them, and who differs"),
    ),
    head=lambda facts: described(_("What the reports agree on: %s"), facts),
    directive=True,
    options=("limit",),
    selected=selected,
    abridged=abridged,
)
