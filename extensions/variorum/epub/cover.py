"""A cover: the title set in capitals and small, on a plain ground, as an SVG drawing."""

from __future__ import annotations

import textwrap
from html import escape

from variorum.rendering.words import reports

WIDTH, HEIGHT = 1200, 1800
PAPER, INK, QUIET = "#fbf9f4", "#1d1c1a", "#6b675f"


def cover(title: str, project: str, articles: int) -> str:
    """The drawing, 1200 by 1800 units; it names its own fonts by family only."""
    lines = textwrap.wrap(title, 18, max_lines=7, placeholder=" …") or [project]
    size = 118 if len(lines) < 5 else 96
    top = 760 - len(lines) * size * 0.6
    set_lines = "".join(
        f'<text x="120" y="{top + i * size * 1.22:.0f}" font-size="{size}">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"<title>{escape(title)}</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f'<g font-family="Georgia, \'Times New Roman\', serif" fill="{INK}">{set_lines}'
        f'<path d="M120 1480H1080M120 1490H1080" stroke="{INK}" stroke-width="2"/>'
        f'<text x="120" y="1570" font-size="44" font-style="italic">{escape(reports(articles))}'
        f'</text><text x="120" y="1640" font-size="44" fill="{QUIET}">{escape(project)}</text>'
        "</g></svg>\n"
    )
