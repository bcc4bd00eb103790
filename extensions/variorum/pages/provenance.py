"""Who shares text with whom: drawn as arcs between the reports, and the same as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from variorum.pages.credits import credit_of
from variorum.pages.page import credit_words, heading, outlet_words, reports_words
from variorum.pages.records import Shared, SourceFacts
from variorum.pages.tables import cell, table
from variorum.rendering.elements import Box, Part, box, line, mark, paragraph, svg
from variorum.rendering.words import _, capital, listed

DRAWN = 40
"""So many pairs are drawn, those with the most words; the table has all."""
ROW, NAME, STEP, WIDEST = 44, 225, 46, 12.0
"""Measures of the drawing in pixels: a report's height, the room for its name, how much further
out the arc to the next but one goes, and the widest stroke."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports, by their places, and the words they have in common."""

    one: int
    other: int
    words: int
    how: str


def ties(sources: Sequence[SourceFacts]) -> list[Tie]:
    """Every pair that shares text, the most words first."""
    place = {source["siglum"]: n for n, source in enumerate(sources)}
    found = [
        Tie(place[source["siglum"]], place[s["siglum"]], s["words"], s["how"])
        for source in sources
        for s in (source["shared"]["others"] if source["shared"] else ())
        # A directive may show some of the reports only.
        if place[source["siglum"]] < place.get(s["siglum"], -1)
    ]
    return sorted(found, key=lambda t: (-t.words, t.one, t.other))


def provenance(facts: Shared) -> list[Part]:
    """A section with the drawing and the table; a sentence where nothing is shared."""
    sources = facts["sources"]
    if len(sources) < 2:
        return []
    found = ties(sources)
    name = heading(_("Who shares text with whom"), reports_words(sources))
    if not found:
        nothing = paragraph(_("No passage of these reports stands in two of them."))
        return [box("section", name, nothing, classes="vr-group vr-provenance")]
    made = box("section", name, _origins(sources), _key(), classes="vr-group vr-provenance")
    made.id = "provenance"
    made += _drawing(sources, found[:DRAWN])
    if len(found) > DRAWN:
        words = _("The %(some)s pairs with the most words are drawn; the table has all %(all)s.")
        made += paragraph(words % {"some": DRAWN, "all": len(found)}, classes="vr-label")
    made += _table(sources, found)
    return [made]


def _origins(sources: Sequence[SourceFacts]) -> Part:
    """Which reports go back to one text."""
    groups: dict[str, list[str]] = {}
    for source in sources:
        if source["shared"]:
            groups.setdefault(source["shared"]["origin"], []).append(source["siglum"])
    said = [
        _("%(reports)s go back to one text and count as one origin") % {"reports": listed(group)}
        for group in groups.values()
        if len(group) > 1
    ]
    if not said:
        said = [_("no report is mostly another’s words, so each counts as an origin of its own")]
    return paragraph(f"{capital('; '.join(said))}.", classes="vr-label")


def _key() -> Part:
    """What the lines are; their width is the number of words."""
    said: list[Part] = []
    for how in ("credited", "inferred", "unknown"):
        drawn = f'<svg class="vr-arc-key" viewBox="0 0 34 8" aria-hidden="true">{_path(how)}</svg>'
        said += [mark("span", svg(drawn), " ", credit_of(how)), " "]
    return box("div", line(*said), classes="vr-begin vr-arc-legend", screen=True)


def _path(how: str) -> str:
    return f'<path class="vr-arc vr-arc-{how}" stroke-width="3" d="M1 4h32"/>'


def _drawing(sources: Sequence[SourceFacts], found: Sequence[Tie]) -> Box:
    """Arcs from report to report: none of two meets another at its farthest point."""
    drawn = sorted({place for tie in found for place in (tie.one, tie.other)})
    rows = {place: n for n, place in enumerate(drawn)}
    most = max(tie.words for tie in found)
    reach = max(rows[tie.other] - rows[tie.one] for tie in found)
    width, height = NAME + STEP * reach + 80, ROW * len(drawn)
    arcs = [
        part
        for tie in sorted(found, key=lambda t: t.words)
        for part in _arc(tie, rows, 1.5 + (WIDEST - 1.5) * tie.words / most)
    ]
    names = [part for place in drawn for part in _name(sources[place], rows[place])]
    label = _("Arcs between reports that share text; the table below says the same")
    drawing = (
        f'<svg class="vr-arcs" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-label="{escape(label)}"><title>{escape(label)}</title>'
        f"{''.join([*arcs, *names])}</svg>\n"
    )
    region = _("Drawing of shared text")
    return box(
        "div", svg(drawing), classes="vr-scroll vr-drawn", tabindex="0",
        role="region", aria_label=region, screen=True,
    )  # fmt: skip


def _arc(tie: Tie, rows: Mapping[int, int], stroke: float) -> list[str]:
    first, last = rows[tie.one], rows[tie.other]
    y0, y1 = (ROW * row + ROW / 2 for row in (first, last))
    # The curve goes to three quarters of where its control points stand.
    far = NAME + STEP * (last - first)
    control = NAME + STEP * (last - first) * 4 / 3
    return [
        f'<path class="vr-arc vr-arc-{tie.how}" stroke-width="{stroke:.1f}" '
        f'd="M{NAME} {y0:g}C{control:.1f} {y0:g} {control:.1f} {y1:g} {NAME} {y1:g}"/>',
        f'<text class="vr-arc-n" x="{far + stroke / 2 + 4:.1f}" y="{(y0 + y1) / 2 + 4:g}">'
        f"{tie.words}</text>",
    ]


def _name(source: SourceFacts, row: int) -> list[str]:
    y = ROW * row + ROW / 2
    name = outlet_words(source)
    short = name if len(name) < 26 else f"{name[:25]}…"
    under = credit_words(source) or _("credits nobody")
    under = under if len(under) < 36 else f"{under[:35]}…"
    return [
        f'<circle class="vr-event" cx="{NAME}" cy="{y:g}" r="3.5"/>',
        f'<text class="vr-s" x="0" y="{y:g}">{escape(source["siglum"])}</text>',
        f'<text class="vr-name" x="30" y="{y:g}">{escape(short)}</text>',
        f'<text class="vr-arc-credit" x="30" y="{y + 16:g}">{escape(under)}</text>',
    ]


def _table(sources: Sequence[SourceFacts], found: Sequence[Tie]) -> Box:
    rows = []
    for tie in found:
        pair = [sources[tie.one], sources[tie.other]]
        said: list[Part] = []
        for source in pair:
            name = f"\u00a0{outlet_words(source)}"
            said += [_(" and ") if said else "", mark("span", source["siglum"],
                     classes="vr-siglum"), name]  # fmt: skip
        shares = [f"{_share(tie.words, source)} %" for source in pair]
        rows.append(
            [
                cell(*said, head=True),
                cell(str(tie.words), classes="vr-num"),
                *(cell(share, classes="vr-num") for share in shares),
                cell(credit_of(tie.how)),
            ]
        )
    head = [_("Reports"), _("Words alike"), _("Of the first"), _("Of the second"), _("Credit")]
    return table(_("Shared text by pairs of reports"), head, rows, classes="vr-shares")


def _share(words: int, source: SourceFacts) -> int:
    of = source["shared"]["of"] if source["shared"] else 1
    return min(100, round(100 * words / max(1, of)))
