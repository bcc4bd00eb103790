"""What ``variorum check`` prints: a list for people that is a corrections.yaml, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from variorum.check import Doubt
from variorum.corrections.places import SHOWN


def printed(listed: Sequence[Doubt], folder: str, most: int | None = None) -> Iterator[str]:
    """The first doubts as lines for people: together a corrections.yaml, all else is comment."""
    for doubt in listed[:most]:
        place = doubt.file if folder in ("", ".") else f"{folder}/{doubt.file}"
        place += f":{doubt.line}" if doubt.line else ""
        words = f" “{_cut(doubt.words)}”" if doubt.words else ""
        yield f"# {place}: {NAMES[doubt.kind]}{words}"
        yield from wrap(doubt.why, 96, initial_indent="#   ", subsequent_indent="#   ")
        yield from doubt.correction.splitlines()
        yield ""
    left = len(listed[most:]) if most is not None else 0
    if left:
        yield f"# The first {most} of {len(listed)}; --all lists the other {left}, too."
    if listed:
        things = "thing" if len(listed) == 1 else "things"
        yield f"# {len(listed)} {things} to look at; what you decide goes into corrections.yaml."
    else:
        yield "# Nothing needs eyes first."


NAMES = {
    "difference": "a difference that is seen first",
    "correction": "a correction to look at",
    "stamp": "the date printed does not fit",
    "open name": "a name that fits several",
    "surname": "a surname alone",
    "speaker": "a quotation of nobody",
    "unsure": "not sure",
    "alike": "they look alike",
}
"""What each kind is called in the list."""


def _cut(words: str) -> str:
    return words if len(words) <= 2 * SHOWN else words[: 2 * SHOWN].rpartition(" ")[0] + " …"
