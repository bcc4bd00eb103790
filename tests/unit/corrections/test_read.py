"""corrections.yaml is read strictly; what is wrong in it costs one correction."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.corrections import Target, read, read_corrections, snippet
from variorum.editors_files import MOST_BYTES

GOOD = """\
- reject: entity
  at: {article: a, exact: Holt}
"""


def test_a_name_holds_for_what_follows_and_an_entry_may_have_its_own() -> None:
    said, problems = read(
        f"{GOOD}- by: Jana Novak\n{GOOD}{GOOD}  by: A. Guest\n", "corrections.yaml"
    )
    assert problems == []
    assert [entry.by for entry in said.entries] == ["", "Jana Novak", "A. Guest"]


def test_words_are_taken_as_they_are_typed() -> None:
    said, problems = read(
        "- change: figure\n  at: {article: 007, exact: no, prefix: 12:30, suffix: 2022-01-12}\n"
        "  low: 1,000\n  high:\n  of: yes\n",
        "x",
    )
    assert problems == []
    (entry,) = said.entries
    assert entry.at == (Target("007", "no", "12:30", "2022-01-12"),)
    assert entry.values == (("low", 1000), ("high", None), ("of", "yes"))


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("reject: entity", "must be a list", 1),
        ("- reject: [", "cannot be read", 1),
        ("- reject entity", "begins with a verb", 1),
        ("- at: {article: a, exact: b}", "one verb", 1),
        ("- reject: quote\n  keep: quote\n  at: {article: a, exact: b}", "one verb", 1),
        ("- reject: actor\n  at: {article: a, exact: b}", "must be one of entity", 1),
        ("- reject: quote", "'at' is missing", 1),
        ("- reject: quote\n  at: b", "'at' maps article", 2),
        ("- reject: quote\n  at: {exact: b}", "needs 'article'", 2),
        ("- reject: quote\n  at: {article: a}", "needs 'exact'", 2),
        ("- reject: quote\n  at: {article: a, exact: [b]}", "must be text", 2),
        ("- reject: quote\n  at: {article: a, exact: b, start: 3}", "'at' maps article", 2),
        ("- reject: quote\n  at: {article: a, exact: b}\n  speaker: c", "unknown key 'speaker'", 3),
        ("- change: quote\n  at: {article: a, exact: b}", "nothing to change", 1),
        ("- change: quote\n  at: {article: a, exact: b}\n  kind: loud", "must be one of direct", 3),
        ("- change: date\n  at: {article: a, exact: b}\n  value: next May", "must be a date", 3),
        ("- change: figure\n  at: {article: a, exact: b}\n  low: many", "must be a number", 3),
        ("- change: figure\n  at: {article: a, exact: b}\n  low: .inf", "must be a number", 3),
        ("- change: finding\n  at: {article: a, exact: b}\n  salience: 4", "one of 1, 2, 3", 3),
        ("- add: date\n  at: {article: a, exact: b}", "needs 'value'", 1),
        ("- merge: actor\n  at: {article: a, exact: b}", "at least two places", 1),
        ("- note: quote\n  at: {article: a, exact: b}", "'text' must not be empty", 1),
        ("- reject: quote\n  reject: quote", "stands twice", 2),
        ("- reject: quote\n  at: &b {article: a, exact: b}\n  by: *b", "aliases", 2),
    ],
)
def test_what_cannot_be_understood_is_said_with_its_line(text: str, says: str, line: int) -> None:
    said, problems = read(f"{text}\n", "s/corrections.yaml")
    assert said.entries == ()
    (problem,) = problems
    assert says in problem.message
    assert (problem.subtype, problem.source) == ("correction", "s/corrections.yaml")
    assert problem.line in (line, line + 1)


def test_one_wrong_entry_costs_no_other() -> None:
    said, problems = read(f"{GOOD}- nonsense: 3\n{GOOD}", "x")
    assert len(said.entries) == 2
    assert [p.line for p in problems] == [3]


def test_a_bomb_of_aliases_is_no_work() -> None:
    bomb = "- &a0 [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"- &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(30))
    said, problems = read(bomb, "x")
    assert said.entries == ()
    assert "aliases" in problems[-1].message


def test_a_file_that_is_too_large_or_nested_too_deeply_is_reported(tmp_path: Path) -> None:
    (tmp_path / "corrections.yaml").write_text("#" * (MOST_BYTES + 1), encoding="utf-8")
    assert "larger than" in read_corrections(tmp_path, "s")[1][0].message
    (tmp_path / "corrections.yaml").write_text("- " + "[" * 100_000, encoding="utf-8")
    assert "nested too deeply" in read_corrections(tmp_path, "s")[1][0].message
    (tmp_path / "corrections.yaml").write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in read_corrections(tmp_path, "s")[1][0].message


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    _, problems = read(text, "x")
    assert all(p.subtype == "correction" for p in problems)


LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
WORDS = st.text(LETTERS, min_size=1, max_size=40).filter(str.strip)


@given(WORDS, WORDS, st.text(LETTERS, max_size=20))
def test_a_snippet_says_what_it_was_made_of(article: str, exact: str, prefix: str) -> None:
    target = Target(article, exact, prefix)
    text = snippet("change", "quote", [target], {"speaker": exact})
    said, problems = read(text, "x")
    assert problems == []
    (entry,) = said.entries
    assert entry.at == (target,)
    assert entry.values == (("speaker", " ".join(exact.split())),)
