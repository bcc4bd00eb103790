"""Names that every system takes stay as they are; others are told apart by a hash."""

from __future__ import annotations

import pytest

from variorum.portable import LONGEST, portable, portable_path


@pytest.mark.parametrize("name", ["bridge", "Brücke 2", "con-man", "aux1", "com10", "a.b", ".a"])
def test_a_name_that_every_system_takes_stays(name: str) -> None:
    assert portable(name) == name


@pytest.mark.parametrize(
    "name",
    ["con", "AUX", "nul.txt", "lpt1", "a:b?", "a|b", "end.", "end ", "a\x1bb", "a/b", "a\\b"],
)
def test_another_is_changed_and_told_from_its_like(name: str) -> None:
    made = portable(name)
    assert made != name
    assert portable(made) == made
    assert portable(name + "x") != made


def test_a_long_name_is_cut() -> None:
    assert portable("a" * LONGEST) == "a" * LONGEST
    assert len(portable("a" * 300)) < LONGEST + 10
    assert portable("a" * 300) != portable("a" * 301)


def test_no_part_of_a_path_leads_out() -> None:
    assert portable_path("a/../../b/./nul") == f"a/b/{portable('nul')}"
