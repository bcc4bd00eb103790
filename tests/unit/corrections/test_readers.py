"""Several readers: whose word stands, and how far they agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from variorum.cli import main
from variorum.corrections import Corrections, read
from variorum.corrections.readers import agreement, kappa, standing

PLACE = "  at: {article: alpha, exact: no choice}\n"


def said(*entries: tuple[str, str, str]) -> Corrections:
    """Entries of a verb, its maker and more lines, all on the same words."""
    text = "".join(f"- {verb}: quote\n{PLACE}  by: {by}\n{more}" for verb, by, more in entries)
    found, problems = read(text, "")
    assert not problems
    return found


def test_the_last_word_stands_where_two_differ() -> None:
    both = said(("keep", "Ada", ""), ("change", "Ben", "  speaker: karin-holt\n"))
    assert [e.by for e in standing(both).entries] == ["Ben"]
    again = said(("keep", "Ada", ""), ("reject", "Ben", ""), ("keep", "Ada", ""))
    assert [e.by for e in standing(again).entries] == ["Ada", "Ada"]


def test_what_one_alone_or_nobody_signs_stays() -> None:
    for entries in (
        (("change", "Ada", "  speaker: karin-holt\n"), ("keep", "Ada", "")),
        (("reject", '""', ""), ("keep", "Ada", "")),
        (("note", "Ben", "  text: see below\n"), ("keep", "Ada", "")),
    ):
        assert standing(said(*entries)) == said(*entries)


def test_other_words_are_another_thing() -> None:
    text = "".join(
        f"- keep: quote\n  at: {{article: alpha, exact: {words}}}\n  by: {by}\n"
        for words, by in (("one", "Ada"), ("two", "Ben"))
    )
    found, _problems = read(text, "")
    assert standing(found) == found
    assert not list(agreement([found.entries]))


def test_kappa_is_what_chance_would_not_give() -> None:
    # 7 of 10 the same; by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    pairs = [("keep", "keep")] * 4 + [("reject", "reject")] * 3
    pairs += [("keep", "reject")] + [("reject", "keep")] * 2
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa(pairs[:9]) is None
    assert kappa([("keep", "keep")] * 12) is None
    assert kappa([("keep", "keep")] * 5 + [("reject", "reject")] * 5) == 1


def test_the_command_counts_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = []
    for number in range(10):
        for by in ("Ada", "Ben"):
            verb = "reject" if number > 6 or (by == "Ben" and number > 4) else "keep"
            lines.append(
                f"- {verb}: date\n  at: {{article: alpha, exact: day {number}}}\n  by: {by}\n"
            )
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "corrections.yaml").write_text("".join(lines), encoding="utf-8")
    assert main(["agreement", str(tmp_path), "--json"]) == 0
    date, total = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (date["kind"], date["one"], date["other"]) == ("date", "Ada", "Ben")
    assert (date["both"], date["same"], date["kappa"]) == (10, 8, 0.6)
    assert total == date | {"kind": "all"}
    assert main(["agreement", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == [
        "date", "Ada,", "Ben", "10", "8", "0.60"
    ]  # fmt: skip
