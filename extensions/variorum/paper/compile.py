"""Typst code to a PDF: accessible first, and never stopped by a character that no font has."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from types import ModuleType

MISSING = re.compile(r"the text `\"(.*?)\"` could not be displayed")
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
INSTALL = "the PDF needs the package typst: python -m pip install typst"


class PdfError(SphinxError):
    """No PDF can be made; the message says why in a line."""

    category = "variorum-pdf"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A PDF, and the characters that no font at hand can show, sorted."""

    pdf: bytes
    missing: tuple[str, ...] = ()


def typst_module() -> ModuleType:
    """Typst, or an error that says how to install it."""
    try:
        return importlib.import_module("typst")
    except ImportError as error:
        raise PdfError(INSTALL) from error


def compile_pdf(code: str, root: Path, timestamp: int | None) -> Compiled:
    """Compile, by PDF/UA-1 where every character has a glyph.

    Fonts of this machine are asked only for what Typst's own lack. *timestamp*, in seconds, is the
    date the PDF says it is of; without one it has none.
    """
    typst = typst_module()
    missing: tuple[str, ...] = ()
    for fonts in ({"ignore_system_fonts": True}, {"ignore_system_fonts": False}):
        try:
            return Compiled(_compile(typst, code, root, timestamp, fonts, ["ua-1"]))
        except typst.TypstError as error:
            missing = _missing(error)
            if not missing:
                raise PdfError(f"Typst: {error.message}") from error
    return Compiled(
        _compile(typst, code, root, timestamp, {"ignore_system_fonts": False}, []), missing
    )


def _compile(
    typst: ModuleType,
    code: str,
    root: Path,
    timestamp: int | None,
    fonts: dict[str, bool],
    standards: list[str],
) -> bytes:
    made: bytes = typst.compile(
        code.encode(), root=str(root), timestamp=timestamp, pdf_standards=standards, **fonts
    )
    return made


def _missing(error: Exception) -> tuple[str, ...]:
    """The characters that an error says no font has; none if it says something else, too."""
    said = getattr(error, "diagnostic", "")
    if said.count("error:") > 2 * said.count("could not be displayed"):
        return ()
    words = ESCAPED.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else found[2],
        "".join(MISSING.findall(said)),
    )
    return tuple(sorted(set(words)))
