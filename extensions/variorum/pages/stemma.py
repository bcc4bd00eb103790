"""Who copied whom: which report has its passages from which, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from variorum.pages.agreed import witnesses
from variorum.pages.columns import Cell, columns, gap, row
from variorum.pages.kind import Door, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import Run
from variorum.pages.schema_org import described
from variorum.pages.stemma_drawing import Knot, Line, along_time, as_tree, defs, sample
from variorum.pages.stemma_records import (
    CopyFacts,
    KnotFacts,
    PassageFacts,
    StemmaFacts,
    TieFacts,
    facts,
)
from variorum.pages.variants import run_words
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph, svg
from variorum.rendering.words import _, _n, date_words, listed, number, number_words, reports

DRAWN = 24
"""A drawing has so many reports at most; the list has all."""


def view(facts: StemmaFacts) -> Page:
    """The drawing, the same as a list, what was changed, and how many origins that makes."""
    name = title(_("Who copied whom"))
    if not facts["ties"]:
        nothing = paragraph(_("No report has another’s words."), classes="vr-lead")
        return Page(name, [nothing, *_origins(facts)], above=above(facts))
    children: list[Part] = [paragraph(_lead(facts), classes="vr-lead")]
    if len(facts["sources"]) > 2:
        children.append(_figure(facts))
    else:
        children.append(box("div", svg(defs()), screen=True))
    children += [_list(facts), *_changes(facts), *_origins(facts)]
    return Page(name, children, above=above(facts))


def _lead(facts: StemmaFacts) -> str:
    copies = len({tie["copy"] for tie in facts["ties"]})
    said = _n(
        "%(copies)s of %(reports)s has words that another report has, too.",
        "%(copies)s of %(reports)s have words that another report has, too.",
        copies,
    ) % {
        "copies": number_words(copies).capitalize(),
        "reports": reports(len(facts["sources"])).lower(),
    }
    unseen = [knot for knot in facts["knots"] if knot["unseen"]]
    if not unseen:
        return str(said)
    return f"{said} " + _n(
        "Behind them may stand a text that is not among the reports.",
        "Behind them may stand %s texts that are not among the reports.",
        len(unseen),
    ) % (() if len(unseen) == 1 else number_words(len(unseen)))


def _figure(facts: StemmaFacts) -> Box:
    """Two drawings, of which a screen shows one, with what the lines mean."""
    tied = {letter for tie in facts["ties"] for letter in (tie["source"], tie["copy"])}
    knots = [_knot(said) for said in facts["knots"] if said["letter"] in tied][:DRAWN]
    shown = {knot.letter for knot in knots}
    lines = [
        Line(
            tie["source"], tie["copy"], tie["how"], n,
            _n("%(how)s, %(count)s word", "%(how)s, %(count)s words", tie["words"])
            % {"how": _how(tie["how"]), "count": number(tie["words"])},
        )
        for n, tie in enumerate(facts["ties"], 1)
        if {tie["source"], tie["copy"]} <= shown
    ]  # fmt: skip
    name = _("Who copied whom among %s") % reports(len(facts["sources"])).lower()
    said = "; ".join(
        _("from %(source)s to %(copy)s: %(words)s")
        % {"source": edge.source, "copy": edge.copy, "words": edge.words}
        for edge in lines
    )
    said = _("Lines lead %s. The list below says the same.") % said
    key = box("ul", classes="vr-plain-list vr-stem-keys")
    for how, words in (
        ("credited", _("credited: the report says so")),
        ("inferred", _("inferred: it has the words and doesn’t say so")),
        ("unknown", _("unknown: by which way, or from which text")),
    ):
        key += box("li", paragraph(svg(sample(how)), words))
    key += box("li", paragraph(_("Time runs along the axis (UTC). Numbers are those of the list.")))
    return box(
        "figure", svg(defs()), svg(along_time(knots, lines, name, said)),
        svg(as_tree(knots, lines, name, said)), key, classes="vr-stemma", screen=True,
    )  # fmt: skip


def _knot(said: KnotFacts) -> Knot:
    if said["unseen"]:
        name = said["agency"] or _("a text nobody names")
        return Knot(said["letter"], name, _("not among the reports"), None, unseen=True)
    when = date_words(said["printed"][:16], weekday=False) if said["printed"] else ""
    return Knot(said["letter"], _outlet(said), when or _("no date printed"), said["at"])


def _outlet(said: KnotFacts) -> str:
    return outlet_words({"outlet": said["name"]})


def _how(how: str) -> str:
    return {
        "credited": _("credited"), "inferred": _("inferred"), "unknown": _("unknown"),
    }[how]  # fmt: skip


def _list(facts: StemmaFacts) -> Box:
    section = box(
        "section",
        heading(_("The same as a list"), _("what is taken, then the grounds")),
        classes="vr-group",
    )
    knots = {knot["letter"]: knot for knot in facts["knots"]}
    entries = box("ol", classes="vr-plain-list vr-copyings")
    for n, tie in enumerate(facts["ties"], 1):
        entries += _entry(n, tie, knots, facts)
    section += entries
    return section


def _entry(n: int, tie: TieFacts, knots: Mapping[str, KnotFacts], facts: StemmaFacts) -> Box:
    sure = {
        "credited": _("said by itself"), "inferred": _("likely"), "unknown": _("open"),
    }[tie["how"]]  # fmt: skip
    kind = paragraph(
        svg(sample(tie["how"])), mark("b", _how(tie["how"])), " ",
        mark("span", sure, classes="vr-label"), classes="vr-copying-kind",
    )  # fmt: skip
    said = box("div", paragraph(*_taken(tie, knots), classes="vr-copying-said"))
    said += paragraph(*_how_much(tie), classes="vr-label")
    grounds = box("ul", classes="vr-plain-list vr-grounds", aria_label=_("Grounds"))
    for ground in _grounds(tie, knots, facts):
        grounds += box("li", paragraph(*ground, classes="vr-label"))
    entry = box(
        "li", paragraph(str(n), classes="vr-copying-no"), kind, said, grounds, classes="vr-copying"
    )
    entry.id = f"tie-{n}"
    return entry


def _siglum(letter: str) -> Part:
    return mark("span", letter, classes="vr-siglum")


def _taken(tie: TieFacts, knots: Mapping[str, KnotFacts]) -> Iterator[Part]:
    """Who has what from whom, as a sentence with letters."""
    source, copy = knots[tie["source"]], knots[tie["copy"]]
    count = _n("%s word", "%s words", tie["words"]) % number(tie["words"])
    yield _siglum(copy["letter"])
    yield f" {_outlet(copy)} "
    if tie["through"]:
        yield _("may have some of it through ")
    elif source["unseen"] and not source["agency"]:
        yield _("has %s that may be from ") % count
    elif tie["how"] == "unknown":
        yield _("may have %s from ") % count
    else:
        yield _("has %s from ") % count
    if source["unseen"]:
        yield mark("i", source["letter"])
        named = source["agency"] or _("a text that is not among the reports")
        yield f", {named}."
        return
    yield _siglum(source["letter"])
    yield f" {_outlet(source)}."


def _how_much(tie: TieFacts) -> Iterator[Part]:
    yield _("%s %% of its text. ") % tie["share"]
    if tie["page"]:
        words = _("%(one)s beside %(other)s") % {
            "one": tie["beside"] or tie["source"], "other": tie["copy"],
        }  # fmt: skip
        yield link(tie["page"], words)


def _grounds(
    tie: TieFacts, knots: Mapping[str, KnotFacts], facts: StemmaFacts
) -> Iterator[list[Part]]:
    """Why: credits, shared mistakes, words in common, time."""
    if tie["agency"]:
        yield [_("it credits %s") % tie["agency"]]
    else:
        yield [_("it credits nobody")]
    for mistake in tie["mistakes"]:
        told = _("%(these)s have “%(words)s”, %(those)s “%(otherwise)s”") % {
            "these": listed(mistake["sigla"]), "words": mistake["words"],
            "those": listed(mistake["others"]), "otherwise": mistake["otherwise"],
        }  # fmt: skip
        there = link(facts["pages"]["differences"], _("compare"), anchor=mistake["finding"])
        yield [f"{told} ", there]
    if tie["through"]:
        yield [
            _("both have “%s”, which their source has not; both may have changed it alike")
            % "”, “".join(tie["through"])
        ]
    elif tie["beside"]:
        yield [_("%s has the same words") % tie["beside"]]
    if tie["later"] is not None:
        other = tie["beside"] or tie["source"]
        told = (
            _("%(time)s later than %(other)s")
            if tie["later"] >= 0
            else _("%(time)s earlier than %(other)s")
        )
        yield [told % {"time": _lasting(abs(tie["later"])), "other": other}]
    if knots[tie["source"]]["unseen"]:
        yield [_("a hypothesis: it counts as no origin")]


def _lasting(minutes: int) -> str:
    if minutes < 90:
        return str(_n("%s minute", "%s minutes", minutes) % number(minutes))
    hours = round(minutes / 60)
    if hours < 48:
        return str(_n("%s hour", "%s hours", hours) % number(hours))
    return str(_n("%s day", "%s days", round(hours / 24)) % number(round(hours / 24)))


def _changes(facts: StemmaFacts) -> Iterator[Part]:
    if not facts["copies"]:
        return
    names = {knot["letter"]: _outlet(knot) for knot in facts["knots"]}
    section = box(
        "section", heading(_("What each changed in the copy it took")), classes="vr-group"
    )
    section += paragraph(
        mark("span", _("words changed"), classes="vr-w-changed"), " ",
        mark("span", _("words only here"), classes="vr-w-added"),
        classes="vr-begin vr-parallel-key",
    )  # fmt: skip
    for copy in facts["copies"]:
        section += paragraph(*_copied(copy, names), classes="vr-said-of")
        section += _table(copy, names)
    yield section


def _copied(copy: CopyFacts, names: Mapping[str, str]) -> Iterator[Part]:
    count = _n("%s word", "%s words", copy["words"]) % number(copy["words"])
    yield _("%(copy)s, in %(words)s that it has in common with %(source)s. ") % {
        "copy": f"{copy['copy']} {names[copy['copy']]}", "words": count,
        "source": f"{copy['source']} {names[copy['source']]}",
    }  # fmt: skip
    if copy["page"]:
        yield link(copy["page"], _("Side by side"))


def _table(copy: CopyFacts, names: Mapping[str, str]) -> Box:
    sides = (copy["source"], copy["copy"])
    heads: list[list[Part]] = [[_("Place in %s") % copy["copy"]]]
    heads += [[_siglum(letter), f" {names[letter]}"] for letter in sides]
    label = _("%(one)s beside %(other)s") % {"one": sides[0], "other": sides[1]}
    rows = [_passage(passage, sides) for passage in copy["passages"]]
    if copy["credit"]:
        credit = Cell([_("credits %s") % listed(copy["credit"])], sides[0], "vr-label")
        none = Cell([gap(_("no credit"))], sides[1])
        rows.append(row([mark("b", _("credit")), " ", _("left out")], [credit, none]))
    return columns(label, heads, rows, "vr-two")


def _passage(passage: PassageFacts, sides: Sequence[str]) -> Box:
    changed = _otherwise(passage["copy"]) or _otherwise(passage["source"])
    said = (
        _n("%s word changed", "%s words changed", changed) % number(changed)
        if changed
        else _n("%s word, unchanged", "%s words, unchanged", passage["words"])
        % number(passage["words"])
    )
    place = f"¶ {passage['paragraph']}" if passage["paragraph"] else _("outside the text")
    head: list[Part] = [mark("b", place), " ", said]
    if not changed:
        words = mark("bdi", *run_words(passage["copy"]))
        return row(head, [Cell([words], "", "vr-un", over=2)])
    texts = (passage["source"], passage["copy"])
    return row(
        head,
        [
            Cell([mark("bdi", *run_words(words))], side)
            for words, side in zip(texts, sides, strict=True)
        ],
    )


def _otherwise(side: Sequence[Run]) -> int:
    return sum(len(words.split()) for op, words, _instead in side if op != "same")


def _origins(facts: StemmaFacts) -> Iterator[Part]:
    count = len(facts["origins"])
    if not count:
        return
    name = _n("So %s origin", "So %s origins", count) % number_words(count)
    section = box(
        "section", heading(name, _("by which everything here is counted")), classes="vr-group"
    )
    section += paragraph(*witnesses(facts["origins"]), classes="vr-matter")
    section += paragraph(
        _(
            "Reports count as one origin where most of one’s words are another’s; where less is "
            "shared each counts for itself. A text that is not here is none."
        ),
        classes="vr-label",
    )
    yield section


PAGE = PageKind(
    name="stemma",
    facts=facts,
    view=view,
    places={"stemma": "stemma"},
    under="sources",
    door=lambda counts: Door(
        "compare",
        _("Who copied whom"),
        _("which report has its passages from which, how sure that is, and why"),
    ),
    head=lambda facts: described(_("Who copied whom: %s"), facts),
    directive=True,
)
