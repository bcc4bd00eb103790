"""Exports that an editor changed: every change is a correction or a located problem."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from variorum.edition import Story
from variorum.errors import UserError
from variorum.export import files_of
from variorum.export.edited import read_rows
from variorum.export.returning import Returned, returned

Rows = list[dict[str, str]]


def edited(story: Story, name: str, edit: Callable[[Rows], object], divider: str = ",") -> bytes:
    """An exported table as a spreadsheet writes it after an edit of its rows."""
    text = files_of(story, ["csv"])[name].decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    rows = list(reader)
    edit(rows)
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(reader.fieldnames or ()), delimiter=divider)
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().encode("utf-8-sig")


def compared(story: Story, data: bytes, name: str, *, reject_missing: bool = True) -> Returned:
    kind, rows = read_rows(data, name)
    before = read_rows(files_of(story)[kind], name)[1]
    return returned(story, before, rows, reject_missing=reject_missing)


def entries(made: Returned) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = yaml.safe_load("\n".join(made.entries)) or []
    return said


@pytest.mark.parametrize(
    "name", ["actors.csv", "mentions.csv", "statements.csv", "dates.csv", "findings.csv"]
)
@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_a_table_nobody_changed_says_nothing(story: Story, name: str, divider: str) -> None:
    made = compared(story, edited(story, name, lambda rows: None, divider), name)
    assert (made.entries, made.problems) == ([], [])


def test_annotations_nobody_changed_say_nothing(story: Story) -> None:
    data = files_of(story)["annotations.jsonld"]
    made = compared(story, data, "annotations.jsonld")
    assert (made.entries, made.problems) == ([], [])


@pytest.mark.parametrize("name", ["dates.csv", "statements.csv", "findings.csv", "mentions.csv"])
def test_rows_of_a_table_cut_in_half_are_no_rejections(story: Story, name: str) -> None:
    def halve(rows: Rows) -> None:
        del rows[len(rows) // 2 :]

    made = compared(story, edited(story, name, halve), name, reject_missing=False)
    assert not [entry for entry in entries(made) if "reject" in entry]
    assert made.gone > 0


def test_a_table_cut_within_a_row_is_refused(story: Story) -> None:
    whole = files_of(story)["statements.csv"]
    for end in range(len(whole) - 60, len(whole) - 10, 7):
        with pytest.raises(UserError, match="fewer cells"):
            compared(story, whole[:end], "statements.csv")


def test_a_table_with_two_of_its_columns_is_refused(story: Story) -> None:
    head, *rows = files_of(story)["dates.csv"].decode("utf-8-sig").splitlines()
    short = "\n".join([head, *(",".join(row.split(",")[:2]) for row in rows)])
    with pytest.raises(UserError, match=r"dates\.csv:2: fewer cells"):
        read_rows(short.encode(), "dates.csv")


def test_a_row_that_is_gone_is_rejected_where_that_is_asked_for(story: Story) -> None:
    gone: list[dict[str, str]] = []
    data = edited(story, "dates.csv", lambda rows: gone.append(rows.pop(0)))
    made = compared(story, data, "dates.csv")
    (entry,) = entries(made)
    assert entry["reject"] == "date"
    assert entry["at"]["article"] == gone[0]["article"]
    assert entry["at"]["exact"] == gone[0]["exact"]
    assert made.problems == []


def test_a_changed_cell_is_a_change(story: Story) -> None:
    def edit(rows: Rows) -> None:
        row = next(r for r in rows if r["speaker"] == "ingrid-solberg")
        row["speaker"] = "ola-berg; ingrid-solberg"
        row["medium"] = "tweet"

    (entry,) = entries(compared(story, edited(story, "statements.csv", edit), "statements.csv"))
    assert entry["change"] == "quote"
    assert entry["speaker"] == ["ola-berg", "ingrid-solberg"]
    assert entry["medium"] == "tweet"


def test_a_speaker_that_is_deleted_is_nobody(story: Story) -> None:
    def edit(rows: Rows) -> None:
        next(r for r in rows if r["speaker"])["speaker"] = ""

    (entry,) = entries(compared(story, edited(story, "statements.csv", edit), "statements.csv"))
    assert "speaker" in entry
    assert entry["speaker"] is None


def test_a_row_without_an_id_is_added(story: Story) -> None:
    row = {"article": "gamma.txt", "exact": "diesel", "type": "entity", "label": "PRODUCT"}
    data = edited(story, "mentions.csv", lambda rows: rows.append(row))
    (entry,) = entries(compared(story, data, "mentions.csv"))
    assert entry["add"] == "entity"
    assert entry["kind"] == "PRODUCT"
    assert entry["at"] == {"article": "gamma.txt", "exact": "diesel"}


def test_a_finding_is_changed_in_one_of_its_rows_and_rejected_with_all(story: Story) -> None:
    first, *_, last = story.findings.findings
    assert first.id != last.id

    def edit(rows: Rows) -> None:
        next(r for r in rows if r["id"] == first.id)["salience"] = str(4 - first.salience)
        rows[:] = [r for r in rows if r["id"] != last.id]

    made = compared(story, edited(story, "findings.csv", edit), "findings.csv")
    said = {("change" if "change" in e else "reject"): e for e in entries(made)}
    assert set(said) <= {"change", "reject"}
    assert said["reject"]["which"] == last.kind
    if first.salience != 2:
        assert said["change"]["salience"] == 4 - first.salience


def test_an_annotation_of_the_collection_is_changed_and_another_rejected(story: Story) -> None:
    said = json.loads(files_of(story)["annotations.jsonld"])
    items = said["first"]["items"]
    date = next(i for i in items if i["body"][0]["variorum:type"] == "date")
    date["body"][0]["variorum:value"] = "2023-11"
    role = next(i for i in items if i["body"][0]["variorum:type"] == "role")
    items.remove(role)
    made = compared(story, json.dumps(said).encode(), "annotations.jsonld")
    found = entries(made)
    assert any(e.get("change") == "date" and e["value"] == "2023-11" for e in found)
    assert any(entry.get("reject") == "role" for entry in found)
    assert made.problems == []


PROBLEMS: list[tuple[str, Callable[[Rows], object], str]] = [
    ("dates.csv", lambda r: r[0].update(value="10.10.2023"), "dates.csv:2: value must be a date"),
    ("dates.csv", lambda r: r[0].update(exact="Sunday"), "dates.csv:2: exact cannot be changed"),
    ("dates.csv", lambda r: r.append(dict(r[0])), "a second row with the id"),
    ("dates.csv", lambda r: r.append(r[0] | {"id": "dffffffffff"}), "nothing has the id"),
    ("dates.csv", lambda r: r.clear(), "none of its rows is of this story"),
    ("mentions.csv", lambda r: r[0].update(label="SHIP"), "mentions.csv:2: label must be one of"),
    ("statements.csv", lambda r: r[0].update(speaker_name="X"), "follows from speaker"),
    ("actors.csv", lambda r: r[0].update(name="X"), "name of an actor is changed in actors.yaml"),
    ("actors.csv", lambda r: r.pop(0), "is gone: reject its mentions"),
    ("findings.csv", lambda r: r.pop(0), "a reading cannot be taken from a finding"),
    (
        "mentions.csv",
        lambda r: r.append({"article": "gamma.txt", "exact": "the boats", "label": "PRODUCT"}
                           | {"type": "entity", "prefix": "under "}),
        "is not in",
    ),
    (
        "mentions.csv",
        lambda r: r.append({"article": "gamma.txt", "exact": "the", "type": "entity"}
                           | {"label": "ORG"}),
        "more than once",
    ),
    (
        "mentions.csv",
        lambda r: r.append({"article": "gamma.txt", "exact": "diesel", "type": "ship"}),
        "'ship' cannot be added",
    ),
    (
        "mentions.csv",
        lambda r: r.append({"article": "gamma.txt", "exact": "diesel", "type": "entity"}),
        "what is added needs kind",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "edit", "message"), PROBLEMS, ids=[p[2] for p in PROBLEMS])
def test_what_is_not_understood_is_a_located_problem(
    story: Story, name: str, edit: Callable[[Rows], object], message: str
) -> None:
    made = compared(story, edited(story, name, edit), name)
    assert any(message in problem for problem in made.problems), made.problems


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a,b\n1,2\n",
        b"{}",
        b'{"first": {"items": [1]}}',
        b'{"first": {"items": [{"body": []}]}}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"first":' * 100_000,
    ],
)
def test_a_file_that_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        read_rows(data, "odd")
