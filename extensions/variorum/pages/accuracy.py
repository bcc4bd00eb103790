"""How often each kind of annotation is right, from ``data/accuracy.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from variorum.rendering.words import _, date_words


def accuracy_rows() -> Iterator[tuple[str, str, str, str]]:
    """Of each kind of annotation its id, its name, how many are right, and what says so."""
    text = (files("variorum") / "data" / "accuracy.toml").read_text(encoding="utf-8")
    for kind in tomllib.loads(text)["kind"]:
        measured = _("%(what)s; %(day)s") % {
            "what": _(kind["measured"]), "day": date_words(kind["day"].isoformat()),
        }  # fmt: skip
        yield kind["id"], _(kind["name"]), _figure(kind), measured


def _figure(kind: Mapping[str, Any]) -> str:
    if "figure" in kind:
        return _(kind["figure"])
    if "found" not in kind:
        return _("%(right)s of 100") % kind
    words = _("of 100 marked %(right)s are right; of 100 there are, %(found)s are found") % kind
    if "speaker" in kind:
        words = _("%(words)s; speaker right in %(speaker)s") % {**kind, "words": words}
    return words
