"""One's own notes in notes.yaml: what is written is read back, and a broken file stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("ruamel.yaml")

from variorum.desk.entries import BrokenError
from variorum.desk.notes import LONGEST, read_notes, write_notes


def note(id_: str, exact: str, words: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id_,
        "type": "Annotation",
        "motivation": "commenting" if words else "highlighting",
        "created": "2024-03-05T10:00:00Z",
        "target": {
            "source": "articles/alpha",
            "selector": {"type": "TextQuoteSelector", "exact": exact, "prefix": "We have "},
        },
    }
    if words:
        made["body"] = [{"type": "TextualBody", "purpose": "commenting", "value": words}]
    return made


def test_notes_are_read_back_as_they_were(tmp_path: Path) -> None:
    given = [note("urn:1", "no choice", "Who says?\nAnd to whom: all?"), note("urn:2", "yes: no")]
    assert write_notes(tmp_path, "", given) == 2
    assert read_notes(tmp_path, "") == given
    text = (tmp_path / "notes.yaml").read_text("utf-8")
    assert "exact: no choice" in text
    assert write_notes(tmp_path, "", given[:1]) == 1
    assert read_notes(tmp_path, "") == given[:1]


def test_no_notes_write_no_file(tmp_path: Path) -> None:
    assert write_notes(tmp_path, "", []) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["- {exact: no\n", "just words\n", "- a\n- b\n"])
def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "notes.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenError):
        write_notes(tmp_path, "", [note("urn:1", "no choice")])
    assert (tmp_path / "notes.yaml").read_text("utf-8") == text


def test_what_is_no_annotation_is_left_out(tmp_path: Path) -> None:
    odd: list[dict[str, Any]] = [{}, {"target": "x"}, {"target": {"selector": []}}]
    assert write_notes(tmp_path, "", [*odd, note("urn:1", "x" * (LONGEST + 5))]) == 1
    [kept] = read_notes(tmp_path, "")
    assert len(kept["target"]["selector"]["exact"]) == LONGEST
