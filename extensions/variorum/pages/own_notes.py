"""A reader's own notes on the words of a report: they stay in the reader's browser.

Here are the switch and the buttons, hidden until a script fills them; without one nothing of it
shows.
"""

from __future__ import annotations

from variorum.pages.marked import ArticleFacts
from variorum.rendering.elements import Box, box, mark
from variorum.rendering.words import _


def own_notes(facts: ArticleFacts) -> Box:
    """The panel beside an article's text."""
    shown = mark(
        "label",
        mark("input", type="checkbox", id="vr-own-shown", checked=True),
        mark("span", mark("span", _("My notes"), classes="vr-own-mark")),
        mark("span", "0", classes="vr-n"),
        classes="vr-switch",
    )
    buttons = [
        mark("button", words, classes="vr-text-button", type="button", data_own=name)
        for name, words in (
            ("add", _("Note the selected words")),
            ("save", _("Save my notes as a file")),
            ("read", _("Read notes from a file")),
        )
    ]
    return box(
        "div",
        shown,
        *buttons,
        classes="vr-own",
        screen=True,
        hidden=True,
        data_of=facts["source"]["docname"],
    )
