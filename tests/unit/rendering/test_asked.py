"""A speaker in doubt is asked for; a decided one isn't."""

from __future__ import annotations

from typing import Any

from variorum.rendering.asked import question


def said(sure: float | None, by: str | None = None) -> dict[str, Any]:
    return {"speaker_confidence": sure, "decided_by": by}


def test_less_likely_than_not_is_a_question() -> None:
    assert question(said(0.49)) == " (?)"
    assert question(said(0.5)) == ""
    assert question(said(None)) == ""


def test_an_editors_word_is_no_question() -> None:
    assert question(said(0.3, "Jana Novak")) == ""
