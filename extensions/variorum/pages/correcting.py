"""“Copy correction”: what an editor pastes into ``corrections.yaml``, made from a page's facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes

from variorum.corrections import Words, snippet, values_of
from variorum.corrections.snippet import CHOICES
from variorum.rendering.nodes import mark
from variorum.rendering.words import _


def copy_correction(said: Mapping[str, Any], facts: dict[str, Any]) -> Iterator[nodes.Node]:
    """A button that copies the correction of an annotation or a finding; it needs script."""
    text = correction_of(said, facts)
    if text:
        yield mark(
            "button", _("copy correction"), classes="vr-copy", screen=True,
            type="button", data_copy=text, hidden=True,
        )  # fmt: skip


def correction_of(said: Mapping[str, Any], facts: dict[str, Any]) -> str:
    """The snippet for an annotation or a finding shown on an article's page.

    It holds what is said of the thing now, to be changed; empty where the page has no words of it.
    ``facts["words"]`` are the article's :class:`~variorum.corrections.Words`.
    """
    words: Words = facts["words"]
    if words.article.withheld:
        # A page of excerpts doesn't show what stands around the words.
        return ""
    if "readings" in said:
        here = [m for m in facts["marks"] if m["finding"] == said["id"]][:1]
        at = [words.target(m["start"], m["end"]) for m in here]
        values = {"salience": said["salience"]}
        if not at:
            return ""
        return snippet("change", "finding", at, values, which=said["kind"], hint=CHOICES)
    if "type" not in said:
        return ""
    at = [words.target(said["start"], said["end"])]
    return snippet("change", said["type"], at, values_of(said), hint=CHOICES)
