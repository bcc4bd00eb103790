"""The site's drawings on paper: the same SVG, with the colours its stylesheet would give it."""

from __future__ import annotations

from variorum.paper.code import call, literal

STYLE = """
text { font-family: "Libertinus Serif"; font-size: 18px; fill: #22201c; }
.vr-s { fill: #8d2f1b; font-weight: bold; }
.vr-axis, .vr-tick { stroke: #857d6e; stroke-width: 1; fill: none; }
.vr-event, .vr-bar-on { fill: #22201c; }
.vr-kept-same { fill: #857d6e; }
.vr-kept-changed { fill: #b9b2a2; }
"""
STRETCHED = 'preserveAspectRatio="none"'
"""Of a bar that is as wide as there is room, and of no height of its own."""


def drawing(svg: str) -> str:
    """The code of a drawing; what it shows stands in words beside it."""
    head, _end, body = svg.partition(">")
    if "xmlns=" not in head:
        head += ' xmlns="http://www.w3.org/2000/svg"'
    function = "bar" if STRETCHED in head else "drawing"
    return call(function, literal(f"{head}><style>{STYLE}</style>{body}"))
