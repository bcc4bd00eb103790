"""What is laid over a page when it is served: styles, scripts and the scripts' words."""

from __future__ import annotations

import json
from pathlib import Path

from variorum.desk.script_words import PAGE, script_words

OURS = "/-desk"
EARLY = (PAGE / "early.js").read_text("utf-8")
"""Stands in the page itself: whatever was fetched would come too late for a key."""
SCRIPTS = (
    "desk", "bar", "readers", "queue", "card", "differences", "sources", "would", "incoming",
    "proposals", "notes",
)  # fmt: skip
"""What every page gets, in this order."""


def laid_over(html: str, version: int) -> str:
    """A page with the layer; *version* is that of the build that made it."""
    html = html.replace("<head>", f"<head><script>{EARLY}</script>", 1)
    return html.replace("</head>", f"{_head(version)}</head>", 1)


def part(name: str) -> Path | None:
    """One of the layer's files."""
    return next((path for path in PAGE.iterdir() if path.name == name), None)


def _head(version: int) -> str:
    # No words can end the element that they stand in.
    words = json.dumps(script_words(), ensure_ascii=False).replace("<", "\\u003c")
    said = f'<script type="application/json" id="vd-words">{words}</script>'
    styles = f'<link rel="stylesheet" href="{OURS}/page/desk.css">'
    return (
        said
        + styles
        + "".join(
            f'<script defer src="{OURS}/page/{name}.js" data-version="{version}"></script>'
            for name in SCRIPTS
        )
    )
