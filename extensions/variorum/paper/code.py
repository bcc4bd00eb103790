"""Typst code: how words, calls and labels are written so that no word is ever taken for code.

Whatever comes from an article or a page gets into the code as a string literal and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONG = 30
"""A word of more characters may be broken anywhere, without a hyphen."""
PIECE = 10
"""Between so many characters of a long word."""

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_RUN = re.compile(f"[{_RTL}](?:[{_RTL}\\s\\d.,:;!?()'\"«»،؛؟-]*[{_RTL}])?")
# Scripts that are written without spaces break by themselves.
_LONG_WORD = re.compile(f"[^\\s\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]{{{LONG + 1},}}")
_ADDRESS = re.compile(r"https?://", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])", re.ASCII)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF])


def literal(words: str) -> str:
    """A string literal of Typst."""
    return '"' + "".join(_escaped(c) for c in words) + '"'


def _escaped(c: str) -> str:
    if c in '"\\':
        return "\\" + c
    return c if c.isprintable() or c in "\u00a0\u00ad\u200b\u200c\u200d\u2028\u3000" else _odd(c)


def _odd(c: str) -> str:
    # Control characters and lone surrogates have no glyph in any font.
    if unicodedata.category(c) in ("Cc", "Cs"):
        return "\ufffd" if c not in "\n\t" else " "
    return f"\\u{{{ord(c):x}}}"


def language(said: str | None) -> str:
    """A language as Typst takes it: ``pt-BR`` is Portuguese, what is none is English."""
    found = _LANGUAGE.match((said or "").lower())
    return literal(found[0] if found else "en")


def words(said: str) -> str:
    """Words as content: white space as one space, long words breakable, directions explicit.

    Characters that steer the direction of text are left out, since each run says its own.
    """
    said = _SPACE.sub(" ", said).translate(_BIDI)
    parts: list[str] = []
    last = 0
    for run in _RTL_RUN.finditer(said):
        parts += _broken(said[last : run.start()])
        language = "he" if "\u0590" <= run[0][0] < "\u0600" else "ar"
        parts.append(f'text(dir: rtl, lang: "{language}", {literal(run[0])})')
        last = run.end()
    parts += _broken(said[last:])
    return sequence(parts)


def _broken(said: str) -> Iterator[str]:
    if said:
        yield literal(_LONG_WORD.sub(_breakable, said))


def _breakable(found: re.Match[str]) -> str:
    """A long word with invisible places where a line may end; Typst knows those of an address."""
    word = found[0]
    if _ADDRESS.search(word):
        return word
    made = []
    for i, c in enumerate(word):
        if i and i % PIECE == 0 and not unicodedata.combining(c):
            made.append("\u200b")
        made.append(c)
    return "".join(made)


def sequence(parts: Iterable[str]) -> str:
    """One expression that is all *parts*, one after the other; ``[]`` if there is none."""
    said = [part for part in parts if part and part != "[]"]
    if not said:
        return "[]"
    return said[0] if len(said) == 1 else "{" + "; ".join(said) + "}"


def call(function: str, *arguments: str, **named: str) -> str:
    """A call; arguments are code already, ``_`` in a name stands for ``-``."""
    said = [*arguments, *(f"{name.replace('_', '-')}: {value}" for name, value in named.items())]
    return f"{function}({', '.join(said)})"


def array(items: Iterable[str]) -> str:
    """An array of expressions."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def anchor(name: str) -> str:
    """An invisible place that links lead to."""
    return call("anchor", literal(name))
