"""The measuring of confidences: a rule by itself, a rare one with its family."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.quality.accuracy import write_accuracy
from tests.quality.calibration import FEWEST, PRIOR, Tally, figures, measured

TEXT = "Ada said the hut was open. Ben said it was not."


def quote(start: int, end: int, who: tuple[int, int]) -> dict[str, object]:
    return {
        "type": "quote", "start": start, "end": end, "parts": [(start, end)], "by": "quotes: say",
        "confidence": 0.9, "speaker_span": who, "speaker_confidence": 0.8,
    }  # fmt: skip


def test_a_rule_with_enough_has_its_own_figure_and_a_rarer_one_its_familys() -> None:
    tallies = {
        "say.clause": Tally(45, FEWEST),
        "hold.clause": Tally(20, 40),
        "show.clause": Tally(5, FEWEST - 40),
    }
    found = figures(tallies)
    assert found["say.clause"] == 0.9
    assert found["hold.clause"] == found["show.clause"] == found["*.clause"] == 0.5
    assert found["*"] == 0.7


def test_a_family_too_small_is_drawn_to_the_figure_of_all() -> None:
    found = figures({"after": Tally(90, 100), "turn": Tally(0, 10)})
    assert found["after"] == 0.9
    assert found["turn"] == round(PRIOR * 90 / 110 / (10 + PRIOR), 2)


def test_words_and_speaker_are_measured_apart() -> None:
    gold = [
        {"start": 9, "end": 25, "speaker_spans": [(0, 3)]},
        {"start": 36, "end": 46, "speaker_spans": [(27, 30)]},
    ]
    said = [quote(9, 25, (0, 3)), quote(36, 46, (0, 3)), quote(0, 8, (0, 3))]
    result = measured(
        {"a": {"text": TEXT, "gold": gold}}, {"a": {"annotations": said}}
    )  # fmt: skip
    assert (result.quotations["say"].right, result.quotations["say"].of) == (2, 3)
    assert (result.speakers["say"].right, result.speakers["say"].of) == (1, 2)


def test_the_table_of_the_site_is_written_with_its_day(tmp_path: Path) -> None:
    table = tmp_path / "accuracy.toml"
    table.write_text(
        '# Head.\n\n[[kind]]\nid = "dates"\nname = "Dates"\nmeasured = "news"\nright = 1\n'
        'found = 2\nday = 2020-01-01\n\n[[kind]]\nid = "differences"\nname = "Differences"\n'
        'figure = "by hand"\nmeasured = "stories"\nday = 2020-01-01\n',
        encoding="utf-8",
    )
    line = " dates value    precision 0.801 recall 0.836 F1 0.818  (1243 gold)"
    write_accuracy(table, [line], date(2026, 11, 30))
    text = table.read_text(encoding="utf-8")
    assert "right = 80\nfound = 84\nday = 2026-11-30\n" in text
    assert text.startswith("# Head.")
    assert text.count("2020-01-01") == 1
