"""A correction is added and taken out; every other byte of the file stays."""

from __future__ import annotations

import pytest

from variorum.corrections import Target, snippet
from variorum.desk.entries import BrokenError, added, entries, without

OURS = snippet("keep", "quote", [Target("alpha", "no choice")], {"by": "Jana", "on": "2024-03-05"})
THEIRS = """\
# What we decided in March.
- by: Tom   # the second reader

- {reject: entity, at: {article: alpha, exact: Gazette app}}  # an app

- note: quote
  at:
    article: alpha
    exact: >
      We have
      no choice
  text: "She says so."

# More to come.
"""


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", THEIRS, THEIRS.rstrip("\n")])
def test_an_entry_stands_at_the_end_and_all_else_as_it_was(text: str) -> None:
    whole = added(text, OURS, "")
    assert whole.endswith(OURS)
    assert whole.startswith(text.replace("[]", "").rstrip("\n"))
    last = list(entries(whole, ""))[-1].said
    assert (last.verb, last.by, last.on) == ("keep", "Jana", "2024-03-05")


@pytest.mark.parametrize("number", [0, 1])
def test_what_is_taken_out_takes_no_other_line_with_it(number: int) -> None:
    listed = list(entries(THEIRS, ""))
    left = without(THEIRS, listed[number].token, "")
    assert left is not None
    gone = [line for line in THEIRS.splitlines() if line and line not in left.splitlines()]
    assert gone == listed[number].text.splitlines()
    other = [entry.said.verb for entry in entries(left, "")]
    assert other == [["note"], ["reject"]][number]


def test_an_entry_that_was_added_and_taken_out_leaves_the_file_as_it_was() -> None:
    whole = added(THEIRS, OURS, "")
    token = list(entries(whole, ""))[-1].token
    assert without(whole, token, "") == THEIRS


def test_an_entry_that_somebody_has_changed_is_not_taken_out() -> None:
    token = next(entries(THEIRS, "")).token
    assert without(THEIRS.replace("Gazette app", "Gazette"), token, "") is None


def test_a_name_that_is_given_for_all_that_follows_goes_on_to_hold() -> None:
    before = [entry.said.by for entry in entries(THEIRS, "")]
    assert before == ["Tom", "Tom"]


@pytest.mark.parametrize("text", ["- keep: [quote\n", "title: A story\n", "[{keep: quote}]\n"])
def test_a_file_that_takes_no_entry_is_named_and_not_written(text: str) -> None:
    with pytest.raises(BrokenError):
        added(text, OURS, "")
