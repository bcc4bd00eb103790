"""The page of differences: every finding, the most salient first, with its readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.pages.beside import beside
from variorum.pages.filters import classes, filters, named_in, one_actor, several
from variorum.pages.kind import Defined, Door, Options, PageKind, Preview, Unit
from variorum.pages.messages import message_facts
from variorum.pages.page import Page, above, heading, outlet_words, reports_words, title
from variorum.pages.records import Distinct, FindingFacts, Named, ReadingFacts, Readings, StoryPage
from variorum.pages.schema_org import described
from variorum.pages.selection import of_kind, some
from variorum.pages.sentences import clause, explained
from variorum.pages.variants import compared_words, how_words
from variorum.rendering.decided import as_sentence, decided_words, editors_note, is_decided
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _, _n, date_words, listed, number, reports

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts


class DifferencesFacts(StoryPage):
    """The facts of the page: every finding, and with whom each report has a view side by side."""

    findings: list[FindingFacts]
    actors: list[Named]
    parallel: Mapping[str, list[str]]
    distinct: list[Distinct]


def view(facts: DifferencesFacts) -> Page:
    """Three groups by salience; the last one folded."""
    intro = paragraph(
        _(
            "What the reports share and where they part, found by comparing them. It shows "
            "differences and leaves judgement to you; what isn’t found in a report may have "
            "had no place in it."
        ),
        classes="vr-lead",
    )
    children: list[Part] = [intro, _counted(facts)]
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


def _counted(facts: DifferencesFacts) -> Part:
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


def _filters(facts: DifferencesFacts) -> Part:
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


def _others(facts: DifferencesFacts) -> list[tuple[str, str, int]]:
    """The kinds that extensions add, as one: the styles cannot know the names of each."""
    labels = [finding["label"] for finding in facts["findings"] if finding["label"]]
    return [(OTHER, ", ".join(sorted(set(labels))), len(labels))] if labels else []


def salience_words(salience: int) -> str:
    """What the findings of a salience are called together."""
    return {3: _("Seen first"), 2: _("Worth a look"), 1: _("Small, or less certain")}[salience]


PARTED = 60
"""A weight with more findings is parted by kind, each folded."""


def _group(
    name: str, members: Sequence[FindingFacts], facts: DifferencesFacts, *, folded: bool
) -> Box:
    made = box("section", heading(name, str(len(members))), classes="vr-group")
    if len(members) > PARTED:
        by_kind: dict[str, list[FindingFacts]] = {}
        for finding in members:
            by_kind.setdefault(finding["label"] or finding["kind"], []).append(finding)
        for kind, part in by_kind.items():
            made += _folded(f"{kind_words(kind)} ({len(part)})", part, facts)
        return made
    made += _folded(_("Show all"), members, facts) if folded else _entries(members, facts)
    return made


def _folded(summary: str, members: Sequence[FindingFacts], facts: DifferencesFacts) -> Box:
    return box("details", box("summary", line(summary)), _entries(members, facts))


def _entries(members: Sequence[FindingFacts], facts: DifferencesFacts) -> Box:
    entries = box("ol", classes="vr-plain-list vr-findings vr-filtered")
    for finding in members:
        entry = finding_entry(finding)
        for node in beside(finding, facts):
            entry += node
        entry += _sheet(finding, facts)
        kind = OTHER if finding["label"] else finding["kind"]
        is_ = classes(facts["actors"], finding["actors"], kind=kind, salience=finding["salience"])
        entry.add_classes(is_)
        entries += entry
    return entries


def _sheet(finding: FindingFacts, facts: DifferencesFacts) -> Part:
    """The way to the finding's handout, which a book hasn't."""
    words = mark("span", _("On a sheet of its own"))
    way = link(facts["pages"]["handouts"], words, anchor=finding["id"])
    return box("div", paragraph(way, classes="vr-label"), classes="vr-beside", screen=True)


def _distinct(facts: DifferencesFacts) -> list[Part]:
    """What looks alike and was kept apart, so that it can be checked."""
    if not facts["distinct"]:
        return []
    entries = box("ol", classes="vr-plain-list vr-findings")
    for pair in facts["distinct"]:
        reason = _("Kept apart: %(why)s.") % {"why": clause(pair["reason"])}
        both = readings({"readings": pair["readings"], "absent": []})
        entries += box("li", both, paragraph(reason, classes="vr-label"))
    name = _("Similar, judged distinct")
    folded = box("details", box("summary", line(_("Show all"))), entries)
    count = str(len(facts["distinct"]))
    return [box("section", heading(name, count), folded, classes="vr-group")]


def finding_entry(finding: FindingFacts) -> Box:
    """One finding: in a sentence, then each reading by its source, then why."""
    made = box(
        "li",
        paragraph(kind_words(finding["label"] or finding["kind"]), classes="vr-label"),
        paragraph(explained(finding["explanation"]), classes="vr-explanation"),
        readings(finding, statement=finding["statement"]),
        *editors_note(finding),
        paragraph(*why_words(finding), classes="vr-label"),
    )
    made.id = finding["id"]
    return made


def readings(finding: Readings, *, statement: str = "", linked: bool = True) -> Box:
    """The readings by siglum, each linked to its words; equal ones stand together.

    With *linked* the words are links, too, as their letters are; *statement* is the page of the
    statement they are about.

    Where they were compared word by word, the base comes first and the others show what differs.
    """
    grouped: dict[str, list[ReadingFacts]] = {}
    for reading in sorted(finding["readings"], key=lambda r: not r.get("base")):
        grouped.setdefault(reading["words"] or _meta_words(reading), []).append(reading)
    made = box("dl", classes="vr-readings")
    for words, members in grouped.items():
        made += box("dt", line(*places({m["siglum"]: m for m in members}.values())))
        made += box("dd", line(*_linked(words, members[0], linked=linked)))
    if finding["absent"]:
        made += box("dt", line(" ".join(finding["absent"])))
        made += box("dd", line(mark("i", _("not found here"), classes="vr-missing")))
    if statement:
        made += box("dt")
        page = link(statement, _("The statement in all its forms"))
        made += box("dd", paragraph(page, classes="vr-label"))
    return made


def _meta_words(reading: ReadingFacts) -> str:
    """What a report says of itself, where that is the reading."""
    if not reading["meta"]:
        return ""
    names = {
        "agency": _("credits %s"), "published": _("published %s"), "updated": _("updated %s"),
    }  # fmt: skip
    value = reading["value"]
    return names.get(reading["meta"], "%s") % (date_words(value) or value)


def places(readings: Iterable[ReadingFacts]) -> list[Part]:
    """The letters of reports, each a link to its reading; of further ones in a report a number."""
    made: list[Part] = []
    met: Counter[str] = Counter()
    for reading in readings:
        siglum = reading["siglum"]
        met[siglum] += 1
        words = siglum if met[siglum] == 1 else str(met[siglum])
        made += [" " if made else "", link(reading["docname"], words, anchor=reading["anchor"])]
    return made


def _linked(words: str, reading: ReadingFacts, *, linked: bool) -> list[Part]:
    """A reading's words, and in plain words how they differ; a link to them, if so wanted."""
    if not reading["words"]:
        return [words]
    compared = compared_words(reading)
    said: list[Part] = list(compared)
    if linked:
        said = [link(reading["docname"], *compared, anchor=reading["anchor"])]
    how = how_words(reading)
    return [*said, " ", mark("small", how, classes="vr-how")] if how else said


def why_words(finding: FindingFacts) -> list[Part]:
    """On what ground a finding was made, how sure it is, and how many witnesses it has."""
    if is_decided(finding):
        return [as_sentence(decided_words(finding))]
    said: list[Part] = [
        _("Why: %(why)s %(sure)s sure.")
        % {"why": explained(finding["why"]), "sure": f"{round(finding['confidence'] * 100)} %"}
    ]
    if finding["origins"] and finding["origins"] < finding["outlets"]:
        origins = _n("%s traceable origin", "%s traceable origins", finding["origins"])
        told = reports(finding["outlets"]), origins % number(finding["origins"])
        said.append(" {}, {}.".format(*told))
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
        "contradiction": _("They do not agree"),
        "omission": _("Told by the others"),
        "unique-claim": _("Told by one alone"),
    }.get(kind, kind)


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[DifferencesFacts]:
    """The page of a story."""
    yield {
        **told.listed,
        "docname": told.pages["differences"],
        "findings": told.findings,
        "actors": named_in((f["actors"] for f in told.findings), told.story),
        "parallel": told.parallel.partners,
        "distinct": told.distinct,
    }


def selected(facts: DifferencesFacts, options: Options) -> DifferencesFacts:
    """The findings of one kind, about one actor, with a word of one report."""
    listed = of_kind(facts["findings"], options)
    if "actor" in options:
        listed = [f for f in listed if options["actor"] in f["actors"]]
    if "source" in options:
        siglum = options["source"]
        listed = [
            f
            for f in listed
            if siglum in f["absent"] or siglum in {r["siglum"] for r in f["readings"]}
        ]
    return {**facts, "findings": some(listed, options), "distinct": []}


ABRIDGED = 24
"""So many differences are in an edition that has not all."""


def abridged(facts: DifferencesFacts) -> DifferencesFacts:
    """The differences of most weight."""
    return {**facts, "findings": weightiest(facts["findings"]), "distinct": []}


def weightiest(findings: Sequence[FindingFacts]) -> list[FindingFacts]:
    """Those of the greatest weight there is, without the pages of their statements."""
    most = max((finding["salience"] for finding in findings), default=0)
    listed = [finding for finding in findings if finding["salience"] == most]
    return [{**finding, "statement": ""} for finding in listed[:ABRIDGED]]


SHORT = 120
"""So long are readings that a link shows of a finding; of one with longer ones it shows none."""


def previews(facts: DifferencesFacts) -> Iterator[Preview]:
    """What each finding says, and what each report has, where that isn't said by it."""
    outlets = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    for finding in facts["findings"]:
        by_words: dict[str, list[str]] = {}
        for reading in finding["readings"]:
            by_words.setdefault(reading["words"], []).append(outlets[reading["siglum"]])
        said = (f"{listed(list(dict.fromkeys(o)))}: “{words}”" for words, o in by_words.items())
        name = explained(finding["explanation"])
        short = all(words and len(words) <= SHORT for words in by_words)
        shown = short and not all(words in name for words in by_words)
        kind = kind_words(finding["label"] or finding["kind"])
        yield Preview(kind, name, tuple(said) if shown else (), finding["id"])


def search(told: StoryFacts, _first: int) -> Iterator[Unit]:
    """Every finding."""
    names = {actor.id: actor.name for actor in told.story.actors}
    for finding, fact in zip(told.story.findings.findings, told.findings, strict=True):
        yield {
            "kind": "difference",
            # A statement has a page of its own, which shows the difference word by word.
            "docname": fact["statement"] or told.pages["differences"],
            "anchor": "" if fact["statement"] else finding.id,
            "words": message_facts(finding.said, finding.explanation),
            "label": finding.label or finding.kind,
            "sources": sorted({reading["siglum"] for reading in fact["readings"]}),
            "actors": sorted({names[id_] for id_ in finding.actors if id_ in names}),
        }


PAGE = PageKind(
    name="differences",
    facts=facts,
    view=view,
    places={"differences": "differences"},
    tab=lambda: _("Differences"),
    door=lambda counts: Door(
        "compare",
        _("Differences"),
        _n(
            "%s finding: what the reports share, and where they part",
            "%s findings: what the reports share, and where they part",
            counts["findings"],
        )
        % number(counts["findings"]),
    ),
    head=lambda facts: described(_("What the reports share and where they part: %s"), facts),
    directive=True,
    options=("actor", "source", "kind", "limit"),
    selected=selected,
    abridged=abridged,
    defines=lambda facts: (
        Defined(f["id"], "finding", explained(f["explanation"]), f["id"]) for f in facts["findings"]
    ),
    previews=previews,
    search=search,
    scripts=("filters",),
)
