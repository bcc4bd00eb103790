"""An editor's corrections on the pages: shown, marked as a person's, and robust to edits."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Build, Built

CORRECTED = """\
- by: Jana Novak
- change: quote
  at: {article: alpha, exact: We have no choice}
  speaker: karin-holt
  note: She said so in the council, too.
"""
ARTICLE = """\
Old bridge to close

Published: 09:30 AM, 4 Mar, 2024

"We have no choice," said the chief engineer, Tom Brandt. Mayor Karin Holt listened.
Tom Brandt left.
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """A story of one report, in which the mayor's words are taken for the engineer's."""
    (tmp_path / "source" / "bridge" / "articles").mkdir(parents=True)
    folder = tmp_path / "source" / "bridge"
    (folder / "articles" / "alpha.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "corrections.yaml").write_text(CORRECTED, encoding="utf-8")
    return tmp_path / "source"


def words(built: Built, page: str) -> str:
    """A page's text on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", built.page(page))).split())


def card_of(built: Built, page: str, start: str) -> str:
    """The text of the card of the quotation that begins so."""
    cards = re.findall(r'<div id="note-q.*?</div>', built.page(page), re.DOTALL)
    texts = [" ".join(unescape(re.sub(r"<[^>]*>", " ", card)).split()) for card in cards]
    return next(text for text in texts if start in text)


def test_a_corrected_speaker_shows_everywhere_as_a_person_s(bridge: Path, build: Build) -> None:
    built = build(bridge)
    assert built.warnings == ""
    card = card_of(built, "bridge/articles/alpha", "We have no choice")
    assert "Karin Holt" in card
    assert "Decided by Jana Novak" in card
    assert "Editor’s note: She said so in the council, too." in card
    assert "automatic" not in card
    statements = words(built, "bridge/statements")
    assert statements.index("Karin Holt") < statements.index("We have no choice")
    assert "decided by Jana Novak" in statements
    holt = words(built, "bridge/actors/karin-holt")
    assert "We have no choice" in holt
    assert "decided by Jana Novak" in holt
    assert "We have no choice" not in words(built, "bridge/actors/tom-brandt").replace(
        # The concordance gives his name in its context.
        "“We have no choice,” said the chief engineer,",
        "",
    ).replace('"We have no choice," said the chief engineer,', "")


def test_an_edit_elsewhere_keeps_it_and_a_change_of_the_file_shows(
    bridge: Path, build: Build
) -> None:
    build(bridge)
    path = bridge / "bridge" / "articles" / "alpha.txt"
    edited = ARTICLE.replace('\n\n"We', '\n\nIt rained on the old bridge in May.\n\n"We')
    path.write_text(edited, encoding="utf-8")
    again = build(bridge)
    assert again.warnings == ""
    assert "Decided by Jana Novak" in card_of(again, "bridge/articles/alpha", "We have no choice")
    (bridge / "bridge" / "corrections.yaml").unlink()
    without = build(bridge)
    card = card_of(without, "bridge/articles/alpha", "We have no choice")
    assert "Tom Brandt" in card
    assert "% sure" in card
    assert "automatic, unreviewed" in words(without, "bridge/articles/alpha")


def test_misses_are_located_warnings_with_candidates(bridge: Path, build: Build) -> None:
    text = """
- reject: quote
  at: {article: alpha, exact: We have no chance}
- reject: entity
  at: {article: alpha, exact: Tom Brandt}
- reject: quote
  at: {article: alpha, exact: Karin Holt}
- keep: quote
"""
    (bridge / "bridge" / "corrections.yaml").write_text(text, encoding="utf-8")
    warned = build(bridge).warnings
    assert re.search(r"corrections\.yaml:2: .*nearest: .*\[We have no choice\]", warned)
    assert re.search(r"corrections\.yaml:4: .*more than once", warned)
    assert re.search(r"corrections\.yaml:6: .*no longer needed", warned)
    assert re.search(r"corrections\.yaml:8: .*'at' is missing", warned)
    assert warned.count("[variorum.correction]") == 4


def test_a_card_says_what_a_correction_would_change(bridge: Path, build: Build) -> None:
    page = build(bridge).page("bridge/articles/alpha")
    assert 'data-article="alpha"' in page
    assert 'data-fix="karin-holt"' in page


def test_a_story_read_over_says_so(bridge: Path, build: Build) -> None:
    assert "Reviewed by" not in words(build(bridge), "bridge/articles/alpha")
    said = "reviewed:\n  by: Jana Novak\n  on: 2024-03-09\n"
    (bridge / "bridge" / "story.yaml").write_text(said, encoding="utf-8")
    built = build(bridge)
    assert built.warnings == ""
    assert "Reviewed by Jana Novak" in words(built, "bridge/articles/alpha")
    assert "Reviewed by Jana Novak" in words(built, "bridge/statements")
    for page in ("articles/alpha", "actors/karin-holt"):
        assert "unreviewed" not in words(built, f"bridge/{page}")
    (bridge / "bridge" / "story.yaml").write_text(f"{said}  articles: [beta]\n", encoding="utf-8")
    assert "Reviewed by" not in words(build(bridge), "bridge/articles/alpha")
