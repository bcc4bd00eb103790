"""What the keyboard is told before a text whose marks are links by the hundred."""

from __future__ import annotations

from variorum.rendering.elements import Box, box, mark, paragraph
from variorum.rendering.words import _


def by_keys(after: str, hint: str) -> Box:
    """The way past the text, to the id *after* it, and a *hint* how to go through its marks.

    Styles show each when it is of use: the link in focus, the hint while a mark is, with script.
    """
    skip = mark("a", _("Skip the text’s marks"), href=f"#{after}")
    return box("div", paragraph(skip), paragraph(hint), classes="vr-by-keys", screen=True)
