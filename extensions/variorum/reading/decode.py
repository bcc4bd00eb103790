"""Bytes to text: UTF-8, UTF-16 with a byte-order mark, else a guess that is reported as one."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from variorum.model import Problem
from variorum.reading.problems import left_out

__all__ = ["MAX_BYTES", "Decoded", "decode"]

MAX_BYTES = 5_000_000
"""Size of a file, in bytes, above which it is left out unless the caller says otherwise."""

_SAMPLE = 200_000
"""Bytes that are looked at to guess an encoding: enough for a news article, and bounded."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; UTF-32's little-endian one begins with UTF-16's, so it comes first."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte-order mark, line ends untouched."""

    text: str
    encoding: str
    problem: Problem | None = None
    """A warning that names the guess, where the encoding had to be guessed."""


def decode(data: bytes, source: str, *, max_bytes: int = MAX_BYTES) -> Decoded:
    """Decode a file.

    Raises :exc:`~variorum.reading.problems.ReadingError` where the file is too large, empty,
    contains NUL bytes or can't be decoded.
    """
    if len(data) > max_bytes:
        raise left_out(source, f"too large: {len(data):,} bytes, the limit is {max_bytes:,}")
    decoded = _decode(data, source)
    if "\0" in decoded.text:
        line = decoded.text.count("\n", 0, decoded.text.index("\0")) + 1
        raise left_out(
            source, "contains NUL characters: not a text file", subtype="encoding", line=line
        )
    if not decoded.text.strip():
        raise left_out(source, "empty: there is no text in it", empty=True)
    return decoded


def _decode(data: bytes, source: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise left_out(
                    source,
                    f"not decodable: begins with a {encoding} byte-order mark, "
                    f"but byte {error.start + len(mark):,} is not {encoding}",
                    subtype="encoding",
                ) from error
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, source, error)


def _guess(data: bytes, source: str, error: UnicodeDecodeError) -> Decoded:
    line = data.count(b"\n", 0, error.start) + 1
    if b"\0" in data:
        raise left_out(
            source, "contains NUL bytes: not a text file", subtype="encoding", line=line
        ) from error
    # What isn't ASCII tells encodings apart, so the sample starts near the first such byte.
    begin = max(0, error.start - _SAMPLE // 2)
    best = from_bytes(data[begin : begin + _SAMPLE]).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
        except UnicodeDecodeError:
            pass
        else:
            message = f"not UTF-8 (byte {error.start:,}); read as {best.encoding}, a guess"
            return Decoded(text, best.encoding, Problem("encoding", source, message, line=line))
    raise left_out(
        source,
        f"not decodable: byte {error.start:,} is not UTF-8, and no other encoding fits",
        subtype="encoding",
        line=line,
    ) from error
