"""Proposals at the desk: accepted under a person's name, or refused for as long as they hold."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from variorum.desk.deciding import RefusedError
from variorum.desk.ledger import Ledger
from variorum.desk.proposals import Proposals

PROPOSED = """\
# Proposed by programs, believed by nobody yet: no build reads this file.
- change: quote
  at:
    article: alpha
    exact: We have no choice
  speaker: tom-brandt
  by: guess
"""


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Proposals, Ledger, Path]:
    root = tmp_path / "news"
    root.mkdir()
    (root / "proposals.yaml").write_text(PROPOSED, encoding="utf-8")
    return Proposals(root), Ledger(root, tmp_path / "waiting.json"), root


def test_what_is_refused_stays_with_name_and_day_and_is_not_offered(
    desk: tuple[Proposals, Ledger, Path],
) -> None:
    proposals, ledger, root = desk
    [entry] = proposals.listed("")
    assert proposals.decide(ledger, "", entry.token, "Jana Novak", accept=False) == []
    assert proposals.listed("") == []
    text = (root / "proposals.yaml").read_text("utf-8")
    assert "Refused by Jana Novak" in text
    assert datetime.date.today().isoformat() in text
    assert text.startswith(PROPOSED.splitlines()[0])
    assert not (root / "corrections.yaml").exists()
    with pytest.raises(RefusedError):
        proposals.decide(ledger, "", entry.token, "Jana Novak", accept=True)


def test_what_is_accepted_is_written_once_and_gone(desk: tuple[Proposals, Ledger, Path]) -> None:
    proposals, ledger, root = desk
    [entry] = proposals.listed("")
    would = proposals.entry("", entry.token, "Jana Novak")
    proposals.decide(ledger, "", entry.token, "Jana Novak", accept=True)
    assert (root / "corrections.yaml").read_text("utf-8") == would
    assert proposals.listed("") == []
