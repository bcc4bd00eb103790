"""Characters that have no place in an output, whatever an article holds.

What every writer of text uses: pages, books, exports and messages. An article's own text keeps
them, for offsets count them; each becomes one other character.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_NONE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
"""Control characters, halves of a pair, and what Unicode says is no character: XML, HTML, TeX and
Typst each refuse some of them."""
_ESCAPE = re.compile(r'\\(?:(["\\/nrt])|u00(?:0[0-7be]|0f|1[0-9a-f])|u(?:d[89a-f]\w\w)|[bf])')
"""An escape of JSON; group 1 is one of a character that may stand."""
_COMMAND = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """The text with U+FFFD for each character that no output may hold; as long as it was."""
    # A text of a million characters has a hundred different ones: they are looked at first.
    return _NONE.sub(REPLACEMENT, text) if _NONE.search("".join(set(text))) else text


def plain_json(said: str) -> str:
    """JSON of which no string holds such a character once it is read; each stays as long.

    It has to be written with ``ensure_ascii=False``: elsewhere pairs of escapes are characters.
    """
    if any(escape in said for escape in ("\\u", "\\b", "\\f")):
        said = _ESCAPE.sub(_kept, said)
    return plain(said)


def _kept(escape: re.Match[str]) -> str:
    return escape[0] if escape[1] else REPLACEMENT


def visible(text: str) -> str:
    """Text for a terminal: no character of it is a command, and none turns the line around."""
    return _COMMAND.sub(REPLACEMENT, plain(text))
