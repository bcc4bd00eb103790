"""The table of accuracy that the site shows, written from what the scorer prints."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

_LINE = re.compile(
    r"(?P<kind>[\w -]{1,40}?)\s+precision (?P<right>[\d.]+) recall (?P<found>[\d.]+)"
    r" F1 (?P<f1>[\d.]+)"
    r"(?:.{0,60}speaker right (?P<speaker>[\d.]+))?"
)
KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "names": ("worldwide entities all", ("right", "found")),
    "actors": ("meantime actors B-cubed", ("f1",)),
    "quotations": ("polnear quotes quoted", ("right", "found", "speaker")),
    "reported": ("polnear quotes indirect", ("right", "found", "speaker")),
    "dates": ("dates value", ("right", "found")),
}
"""Of each kind that is measured by the command: the scorer's line, and what of it is shown."""


def write_accuracy(path: Path, lines: Sequence[str], day: date) -> None:
    """Renew the figures and the days of the kinds that were measured; the rest stays."""
    text = path.read_text(encoding="utf-8")
    head = text.split("[[kind]]", 1)[0].rstrip()
    kinds = tomllib.loads(text)["kind"]
    shown = [_kind(_renewed(kind, lines, day)) for kind in kinds]
    path.write_text("\n\n".join([head, *shown]) + "\n", encoding="utf-8", newline="\n")


def _renewed(kind: Mapping[str, Any], lines: Sequence[str], day: date) -> Mapping[str, Any]:
    if kind["id"] not in KINDS:
        return kind
    name, fields = KINDS[kind["id"]]
    matches = (_LINE.match(line.strip()) for line in lines)
    match = next((m for m in matches if m and m["kind"] == name), None)
    if match is None:
        raise ValueError(f"the scorer says nothing of {name!r}")
    told = {"right" if f == "f1" else f: round(100 * float(match[f])) for f in fields}
    return {**kind, **told, "day": day}


def _kind(kind: Mapping[str, Any]) -> str:
    lines = ["[[kind]]"]
    for name, value in kind.items():
        lines.append(f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}")
    return "\n".join(lines)
