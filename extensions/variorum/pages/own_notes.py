"""A reader's own notes on the words of a report: they stay in the reader's browser.

Here are the switch, the buttons and their words, hidden until a script fills them; without one
nothing of it shows.
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
        classes="vr-switch vr-own-switch",
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
        data_select=_("Select words in the text first."),
        data_note=_("Note"),
        data_remove=_("Remove"),
        data_read=_("notes read"),
        data_wrong=_("This file has no notes."),
        data_lost=_("These words are not in the text any more."),
    )
