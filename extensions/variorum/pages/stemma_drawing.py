"""The stemma as drawings: along time where there is room, and as a tree that a phone has room for.

Every report has a row of its own, so no line meets another one's letter: a line goes down from
where the words come from and across to who took them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

from variorum.rendering.words import _, day_and_month

ROW = 66
"""The height of a row, in the drawing's own units."""
FIRST, LAST, WIDTH = 290.0, 800.0, 1120
"""Where the earliest report stands, and the latest, with room for names behind it."""
AHEAD = 215.0
"""How far before its earliest copy a text stands that isn't here."""
LABEL = 175.0
"""A line of this length has room for words; on a shorter one its number stands alone."""
INDENT = 46
"""How much further in a copy stands on a phone."""
TICKS = 8
"""The axis has so many times at most."""
_HOURS = (1, 3, 6, 12, 24, 48, 168, 720, 8760)


@dataclass(frozen=True, slots=True)
class Knot:
    """A report, or a text that isn't here, with what stands beside its letter."""

    letter: str
    name: str
    note: str
    at: float | None
    """Minutes since 1970; none where no time is known."""
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """From whom to whom, by their letters; its number in the list and what is said along it."""

    source: str
    copy: str
    how: str
    number: int
    words: str


def defs() -> str:
    """The heads of the lines, once a page: filled, open, bare."""
    return (
        '<svg width="0" height="0" class="vr-sr" aria-hidden="true"><defs>'
        + _marker("credited", 10, 9, 5, "M0 0 10 5 0 10z")
        + _marker("inferred", 12, 10, 6, "M1.5 1.5 10 6 1.5 10.5z")
        + _marker("unknown", 12, 10, 6, "M2 1 10 6 2 11")
        + "</defs></svg>\n"
    )


def _marker(how: str, box: int, x: int, y: int, path: str) -> str:
    return (
        f'<marker id="vr-head-{how}" viewBox="0 0 {box} {box}" refX="{x}" refY="{y}" '
        f'markerWidth="{box}" markerHeight="{box}" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path class="vr-head vr-head-{how}" d="{path}"/></marker>'
    )


def sample(how: str) -> str:
    """A line of this kind, for the key."""
    return (
        f'<svg class="vr-stem-key" viewBox="0 0 48 12" aria-hidden="true">'
        f'<path class="vr-stem-line vr-stem-{how}" d="M1 6H44" marker-end="url(#vr-head-{how})"/>'
        "</svg>"
    )


def along_time(knots: Sequence[Knot], lines: Sequence[Line], title: str, said: str) -> str:
    """From left to right; without any time all stand in a row of rows, without an axis."""
    times = [knot.at for knot in knots if knot.at is not None]
    scale = _Scale(min(times), max(times)) if times else None
    rows = {knot.letter: n for n, knot in enumerate(knots)}
    x = {k.letter: _x(k, scale) for k in knots}
    for knot in knots:
        if knot.unseen:
            copies = [x[edge.copy] for edge in lines if edge.source == knot.letter]
            x[knot.letter] = min(copies, default=FIRST) - AHEAD
    height = ROW * len(knots) + (70 if scale and scale.is_long else 20)
    parts = [*(_axis(scale, ROW * len(knots) + 8) if scale and scale.is_long else ())]
    places = {letter: (x[letter], ROW * row + 40.0) for letter, row in rows.items()}
    for edge in lines:
        parts += _line(edge, places)
    parts += [part for knot in knots for part in _knot(knot, *places[knot.letter])]
    return _svg("vr-stem-long", WIDTH, height, title, said, parts)


def as_tree(knots: Sequence[Knot], lines: Sequence[Line], title: str, said: str) -> str:
    """From top to bottom, each copy further in than what it is from."""
    depth: dict[str, int] = {}
    for knot in knots:
        above = [depth[edge.source] for edge in lines
                 if edge.copy == knot.letter and edge.source in depth]  # fmt: skip
        depth[knot.letter] = min(above, default=-1) + 1
    places = {
        k.letter: (24.0 + INDENT * min(depth[k.letter], 3), ROW * n + 40.0)
        for n, k in enumerate(knots)
    }
    parts: list[str] = []
    for edge in lines:
        parts += _line(edge, places, short=True)
    parts += [part for knot in knots for part in _knot(knot, *places[knot.letter])]
    return _svg("vr-stem-tall", 420, ROW * len(knots) + 20, title, said, parts)


def _svg(name: str, width: int, height: int, title: str, said: str, parts: Sequence[str]) -> str:
    id_ = f"{name}-title"
    return (
        f'<svg class="vr-stem {name}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{id_} {id_}-said"><title id="{id_}">{escape(title)}</title>'
        f'<desc id="{id_}-said">{escape(said)}</desc>{"".join(parts)}</svg>\n'
    )


class _Scale:
    """Where on the axis a time stands."""

    def __init__(self, first: float, last: float) -> None:
        self.first, self.last = first, last

    @property
    def is_long(self) -> bool:
        """Whether there is any time between the first and the last."""
        return self.last > self.first

    def x(self, at: float) -> float:
        """A time's place."""
        share = (at - self.first) / (self.last - self.first) if self.is_long else 0.0
        return FIRST + (LAST - FIRST) * share

    def ticks(self) -> Iterator[datetime]:
        """Round times, few enough to be read."""
        span = (self.last - self.first) / 60
        hours = next((h for h in _HOURS if span / h <= TICKS), _HOURS[-1])
        start = datetime.fromtimestamp(self.first * 60, UTC)
        at = start.replace(hour=0, minute=0, second=0, microsecond=0)
        while at.timestamp() / 60 <= self.last:
            if at.timestamp() / 60 >= self.first - 90:
                yield at
            at += timedelta(hours=hours)


def _x(knot: Knot, scale: _Scale | None) -> float:
    if knot.at is None or scale is None:
        return FIRST
    return scale.x(knot.at)


def _axis(scale: _Scale, y: float) -> Iterator[str]:
    yield f'<line class="vr-stem-axis" x1="{FIRST - 40:g}" y1="{y}" x2="{LAST + 40:g}" y2="{y}"/>'
    days = set()
    for at in scale.ticks():
        x = scale.x(at.timestamp() / 60)
        time = f"{at.hour}:{at.minute:02}"
        yield f'<line class="vr-stem-axis" x1="{x:.1f}" y1="{y - 5}" x2="{x:.1f}" y2="{y + 5}"/>'
        yield f'<text x="{x:.1f}" y="{y + 22}" text-anchor="middle">{time}</text>'
        if at.date() not in days:
            days.add(at.date())
            day = escape(day_and_month(at.date()))
            place = f'x="{x:.1f}" y="{y + 40}" text-anchor="middle"'
            yield f'<text class="vr-stem-name" {place}>{day}</text>'


def _line(
    edge: Line, places: Mapping[str, tuple[float, float]], *, short: bool = False
) -> list[str]:
    (x0, y0), (x1, y1) = places[edge.source], places[edge.copy]
    down = 16 if y1 > y0 else -24
    end = x1 - 16 if x1 - 16 > x0 + 6 else x1 + 16
    turn = 8 if end > x0 else -8
    bend = -8 if y1 > y0 else 8
    path = f"M{x0:.1f} {y0 + down:g}V{y1 + bend:g}q0 {-bend} {turn} {-bend}H{end:.1f}"
    made = [
        f'<path class="vr-stem-line vr-stem-{edge.how}" d="{path}" '
        f'marker-end="url(#vr-head-{edge.how})"/>'
    ]
    room = end - x0
    words = "" if short or room < LABEL else f" {escape(edge.words)}"
    if room > 30 or words:
        made.append(
            f'<text class="vr-halo" x="{x0 + 12:.1f}" y="{y1 - 8:g}">'
            f'<tspan class="vr-stem-no">{edge.number}</tspan>{words}</text>'
        )
    else:
        made.append(
            f'<text class="vr-halo" x="{x0 - 6:.1f}" y="{y1 - 8:g}" text-anchor="end">'
            f'<tspan class="vr-stem-no">{edge.number}</tspan></text>'
        )
    return made


def _knot(knot: Knot, x: float, y: float) -> Iterator[str]:
    if knot.unseen:
        yield f'<circle class="vr-stem-line vr-stem-unknown" cx="{x:.1f}" cy="{y - 2:g}" r="18"/>'
    letter = "vr-stem-letter vr-stem-unseen" if knot.unseen else "vr-stem-letter vr-halo"
    yield f'<text class="{letter}" x="{x:.1f}" y="{y + 8:g}">{escape(knot.letter)}</text>'
    beside = x + 28
    yield (
        f'<text class="vr-stem-name vr-halo" x="{beside:.1f}" y="{y - 5:g}">'
        f"{escape(_short(knot.name))}</text>"
    )
    if knot.note:
        yield f'<text class="vr-halo" x="{beside:.1f}" y="{y + 12:g}">{escape(knot.note)}</text>'


def _short(name: str) -> str:
    return name if len(name) < 30 else _("%s…") % name[:29]
