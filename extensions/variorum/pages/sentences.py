"""Sentences with something in them that is no plain word of the interface."""

from __future__ import annotations

import re

from variorum.rendering.elements import Part, mark, paragraph
from variorum.rendering.words import _, analysis_language


def explained(words: str) -> Part:
    """A sentence that the analysis wrote: it stays in its language, and says which that is."""
    language = analysis_language()
    return mark("span", words, lang=language) if language else words


def woven(sentence: str, **parts: Part) -> list[Part]:
    """A translated sentence with nodes for its ``%(names)s``."""
    pieces = re.split(r"%\((\w+)\)s", sentence)
    return [parts[piece] if i % 2 else piece.replace("%%", "%") for i, piece in enumerate(pieces)]


def language_note() -> list[Part]:
    """That the analysis explains itself in English, on pages that do not."""
    if not analysis_language():
        return []
    said = _("The sentences that explain a finding are the analysis’s own, in English.")
    return [paragraph(said, classes="vr-label")]
