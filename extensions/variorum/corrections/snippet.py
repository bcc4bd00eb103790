"""A correction as the text to paste into ``corrections.yaml``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from variorum.corrections.records import ANNOTATIONS, Target, Value

_PLAIN = re.compile(r"[^\W\d_][\w’/-]*(?: [\w’/-]+)*")
_RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def snippet(
    verb: str,
    what: str,
    at: Sequence[Target],
    values: Mapping[str, Value] | None = None,
    *,
    which: str = "",
    hint: str = "",
) -> str:
    """One entry of the file, ending with a line break; *hint* is a comment beside its verb."""
    lines = [f"- {verb}: {what}" + (f"  # {hint}" if hint else "")]
    if which:
        lines.append(f"  which: {which}")
    lines.append("  at:")
    for target in at:
        lines += _target(target, listed=len(at) > 1)
    lines += [f"  {line}" for line in value_lines(values or {})]
    return "\n".join(lines) + "\n"


def value_lines(values: Mapping[str, Value]) -> list[str]:
    """What is said of the thing, a line for each value."""
    return [f"{key}:{_value(value)}" for key, value in values.items()]


def _target(target: Target, *, listed: bool) -> Iterable[str]:
    pairs = [
        (key, said)
        for key in ("article", "exact", "prefix", "suffix")
        if (said := getattr(target, key))
    ]
    for number, (key, said) in enumerate(pairs):
        lead = ("  - " if not number else "    ") if listed else "    "
        yield f"{lead}{key}: {scalar(said)}"


def _value(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return f" [{', '.join(scalar(v) for v in value)}]"
    return f" {value}" if isinstance(value, int | float) else f" {scalar(value)}"


def scalar(said: str) -> str:
    """Text as YAML: plain where that is safe, else between double quotation marks."""
    if _PLAIN.fullmatch(said) and said.lower() not in _RESERVED:
        return said
    quoted = json.dumps(said, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escape(c) for c in quoted)


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def values_of(said: Mapping[str, object]) -> dict[str, Value]:
    """What a snippet gives of an annotation, by its JSON object: what an editor would change."""
    if said["type"] not in ANNOTATIONS:
        return {}
    wanted = {
        "entity": ("actor",),
        "reference": ("actor",),
        "role": ("actor",),
        "quote": ("speaker",),
        "date": ("value",),
        "figure": ("low", "high", "of"),
    }[str(said["type"])]
    return {key: _as_value(said.get(key)) for key in wanted}


def _as_value(said: object) -> Value:
    if isinstance(said, list | tuple):
        return tuple(str(s) for s in said)
    return said if isinstance(said, str | int | float) else None
