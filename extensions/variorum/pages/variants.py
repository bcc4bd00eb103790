"""A reading beside its base, word by word: what it changes, adds and leaves out.

What differs is told three times, never by colour alone: by the element and its line, to the eye;
in words that only a screen reader says; and by the same words where there is no HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from variorum.rendering.elements import Part, link, mark
from variorum.rendering.words import _, listed


def compared_words(reading: dict[str, Any]) -> list[Part]:
    """The reading's words; of one that was compared with a base, with what differs marked."""
    if not reading.get("runs"):
        return [reading["words"]]
    made: list[Part] = []
    for op, words, instead in reading["runs"]:
        if op == "left-out":
            made += [" " if made else "", _left_out(instead), " "]
        elif op in _MARKED:
            made.append(_marked(op, words, instead))
        else:
            made.append(_plain(words))
    return made


def _plain(words: str) -> str:
    """On one line, with the spaces at its ends."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + inner + (" " if words[-1].isspace() else "")


_MARKED = {"changed": "mark", "added": "ins", "moved": "mark"}


def _marked(op: str, words: str, instead: str) -> Part:
    before = {
        "changed": _("[for “%s”:") % instead,
        "added": _("[added:"),
        "moved": _("[in another order:"),
    }[op]
    return mark(
        _MARKED[op], _unseen(f"{before} "), _plain(words).strip(), _unseen("]"),
        classes=f"vr-w-{op}",
    )  # fmt: skip


def _left_out(words: str) -> Part:
    count = len(words.split())
    said = _("%s word left out") if count == 1 else _("%s words left out")
    return mark("span", _unseen("["), said % count, _unseen("]"), classes="vr-w-out")


def _unseen(words: str) -> Part:
    return mark("span", words, classes="vr-sr")


def forms_links(forms: Sequence[dict[str, Any]]) -> Iterator[Part]:
    """Links to the pages of the statements a quotation prints, where others print them too."""
    for form in forms:
        words = _("also in %s") % listed(form["sigla"]) if form["sigla"] else _("twice here")
        yield link(form["docname"], words)


def how_words(reading: dict[str, Any]) -> str:
    """In plain words how a reading was made of the base; empty where nothing was compared."""
    if reading.get("base"):
        return _("the longest witness, here the base")
    how = reading.get("how")
    if not how:
        return ""
    kept = reading["kept"]
    cut = [h for h in how if h in ("clipped-left", "clipped-right")]
    said = [_HOW[h]() for h in how if h in _HOW]
    if len(cut) == 2:
        said.append(_("keeps %(words)s of %(of)s words") % kept)
    elif cut:
        said.append(_("begins later") if cut == ["clipped-left"] else _("stops earlier"))
    return listed(said)


_HOW = {
    "same": lambda: _("the same words"),
    "orthographic": lambda: _("spelled otherwise"),
    "pieces": lambda: _("quoted in pieces"),
    "reordered": lambda: _("in another order"),
    "changed-word": lambda: _("a word or two exchanged"),
    "rendered": lambda: _("put in other words"),
    "indirect": lambda: _("reported, without quotation marks"),
}
