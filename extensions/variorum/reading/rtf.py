"""Rich Text, as word processors and archives of news write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.reading.plain import text_drafts
from variorum.reading.problems import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.reading.drafts import Draft, File

__all__ = ["read_rtf"]


def read_rtf(file: File) -> Iterator[Draft]:
    """The text of an RTF file."""
    from striprtf.striprtf import rtf_to_text

    if not file.data.lstrip().startswith(b"{\\rtf"):
        raise left_out(file.source, "not readable as Rich Text: it doesn't begin as one")
    said = rtf_to_text(file.data.decode("latin-1"), errors="replace")
    yield from text_drafts(said.replace("\0", ""))
