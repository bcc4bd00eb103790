"""Another version of our code, or of what it reads with: nothing of the one before is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Build
from variorum import versions
from variorum.pages import PAGES, Page
from variorum.rendering.elements import paragraph


def test_new_code_makes_every_page_anew(
    story: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(story)
    timeline = PAGES["timeline"]

    def said_otherwise(facts: dict[str, Any]) -> Page:
        page = timeline(facts)
        page.children.append(paragraph("A sentence of the new version."))
        return page

    monkeypatch.setitem(PAGES, "timeline", said_otherwise)
    assert "of the new version" not in build(story).page("bridge/timeline")
    monkeypatch.setattr(versions, "code_hash", lambda: "ab" * 32)
    assert "of the new version" in build(story).page("bridge/timeline")
