"""Decisions reach the file, whatever else happens to it meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from variorum.corrections import Target, snippet
from variorum.desk.entries import BrokenError
from variorum.desk.ledger import Ledger, Written


def said(verb: str, what: str = "quote", by: str = "Jana", **values: str) -> Written:
    which = "figure" if what == "finding" else ""
    at = [Target("alpha", "no choice")]
    return Written("", snippet(verb, what, at, {**values, "by": by}, which=which))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    (tmp_path / "news").mkdir()
    return Ledger(tmp_path / "news", tmp_path / "waiting.json")


def verbs(ledger: Ledger) -> list[str]:
    return [entry.said.verb for entry in ledger.entries("")]


def test_who_thinks_again_has_one_word_and_two_readers_have_two(ledger: Ledger) -> None:
    ledger.write([said("keep")])
    ledger.write([said("reject")])
    assert verbs(ledger) == ["reject"]
    ledger.write([said("keep", by="Tom")])
    assert verbs(ledger) == ["reject", "keep"]


def test_where_a_finding_stands_and_how_it_is_worded_say_nothing_of_whether_it_is_right(
    ledger: Ledger,
) -> None:
    ledger.write([said("keep", "finding")])
    ledger.write([said("pin", "finding", place="2")])
    ledger.write([said("change", "finding", explanation="Other words.")])
    assert verbs(ledger) == ["keep", "pin", "change"]
    ledger.write([said("unpin", "finding")])
    ledger.write([said("reject", "finding")])
    assert verbs(ledger) == ["change", "unpin", "reject"]


def test_what_was_written_beside_the_desk_is_kept(ledger: Ledger) -> None:
    [token] = ledger.write([said("keep")])
    file = ledger.root / "corrections.yaml"
    file.write_text("# by hand\n" + file.read_text("utf-8"), encoding="utf-8")
    ledger.write([said("reject", "date")])
    assert file.read_text("utf-8").startswith("# by hand\n")
    assert ledger.take_back("", token)
    assert verbs(ledger) == ["reject"]
    assert not ledger.take_back("", token)


def test_a_broken_file_is_left_alone_and_the_decision_waits_on_disk(ledger: Ledger) -> None:
    file = ledger.root / "corrections.yaml"
    broken = "- keep: quote\n  at: {article: alpha\n"
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(BrokenError) as raised:
        ledger.write([said("reject")])
    assert raised.value.line is not None
    assert file.read_text("utf-8") == broken
    [wrong] = ledger.broken([""])
    assert wrong.file == "corrections.yaml"
    # The desk may be ended meanwhile.
    again = Ledger(ledger.root, ledger.root.parent / "waiting.json")
    assert again.write_waiting() == 0
    file.write_text("# mended\n", encoding="utf-8")
    assert again.write_waiting() == 1
    assert verbs(again) == ["reject"]
    assert again.waiting() == []


WRITES = """
import sys
from pathlib import Path
from variorum.desk.ledger import Ledger, Written
from variorum.corrections import Target, snippet
root, by = Path(sys.argv[1]), sys.argv[2]
ledger = Ledger(root, root.parent / f"{by}.json")
for number in range(20):
    at = [Target("alpha", f"words {number}")]
    ledger.write([Written("", snippet("keep", "quote", at, {"by": by}))])
"""


def test_two_desks_on_one_folder_lose_no_word(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(ledger.root.parent / "cache"))
    desks = [
        subprocess.Popen([sys.executable, "-c", WRITES, str(ledger.root), by])
        for by in ("Ada", "Ben")
    ]
    assert [desk.wait(60) for desk in desks] == [0, 0]
    said = [(e.said.by, e.said.at[0].exact) for e in ledger.entries("")]
    assert sorted(said) == sorted((by, f"words {n}") for by in ("Ada", "Ben") for n in range(20))
