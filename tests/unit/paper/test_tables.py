"""Tables that are as wide as the page, and no wider."""

from __future__ import annotations

import re

from variorum.paper.tables import LANDSCAPE, PORTRAIT, Cell, table


def cells(*said: str) -> list[Cell]:
    return [Cell(f'"{words}"', words) for words in said]


def widths(code: str) -> list[float]:
    """The sum of the widths of each table in mm."""
    found = re.findall(r"grid-table\(\(([^)]*)\)", code)
    return [sum(float(mm) for mm in re.findall(r"([\d.]+)mm", part)) for part in found]


def test_a_small_table_stands_upright_and_fills_the_page() -> None:
    code = table(cells("Name", "A", "B"), [cells("Anna Smith", "1", "12")])
    assert "sideways" not in code
    assert [round(width) for width in widths(code)] == [PORTRAIT]


def test_a_wide_table_is_set_sideways_in_parts_with_its_first_column_in_each() -> None:
    many = [f"Outlet {i}" for i in range(30)]
    code = table(cells("Claim", *many), [cells("The bridge shuts", *(["not found"] * 30))])
    assert code.startswith("sideways(")
    assert len(widths(code)) > 1
    assert all(width <= LANDSCAPE + 0.1 for width in widths(code))
    assert code.count('"The bridge shuts"') == len(widths(code))
    assert code.count('"not found"') == 30


def test_a_turned_table_has_a_row_a_source_without_those_that_say_nothing() -> None:
    head = cells("As written", "A", "B", "C")
    rows = [cells("Names", "Anna Smith", "–", "Smith"), cells("Roles", "mayor", "–", "–")]
    code = table(head, rows, turned=True)
    assert (
        code.index('"A"') < code.index('"Anna Smith"') < code.index('"mayor"') < code.index('"C"')
    )
    assert '"B"' not in code
