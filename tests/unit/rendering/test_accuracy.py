"""The table of how accurate each kind is, as a reader sees it."""

from __future__ import annotations

from variorum.pages.accuracy import accuracy_rows


def test_each_kind_says_how_many_are_right_and_when_that_was_measured() -> None:
    rows = {id_: (figure, measured) for id_, _, figure, measured in accuracy_rows()}
    assert {"names", "actors", "quotations", "reported", "dates", "differences"} <= rows.keys()
    figure, measured = rows["quotations"]
    assert "are found; speaker right in" in figure
    assert measured.startswith("462 American articles on politics; ")
    assert rows["actors"][0].endswith("of 100")
