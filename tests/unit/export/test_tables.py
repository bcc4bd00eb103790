"""Tables: they open right in a spreadsheet, and nothing in them is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.edition import Story
from variorum.export import files_of
from variorum.export.cells import as_csv, guarded, unguarded
from variorum.export.tables import HEADS


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_table_has_a_mark_for_spreadsheets_and_its_columns(story: Story) -> None:
    files = files_of(story, ["csv"])
    assert set(files) == {f"{name}.csv" for name in HEADS}
    for name, head in HEADS.items():
        data = files[f"{name}.csv"]
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.decode("utf-8-sig").splitlines()[0] == ",".join(head)
        assert rows(data)


def test_a_mention_and_a_statement_have_their_place_and_their_person(story: Story) -> None:
    files = files_of(story, ["csv"])
    texts = {article.id: article.text for article in story.articles}
    for name in ("mentions", "statements", "dates"):
        for row in rows(files[f"{name}.csv"]):
            words = texts[row["article"]][int(row["start"]) : int(row["end"])]
            assert unguarded(row["exact"]) == words
    spoken = [r for r in rows(files["statements.csv"]) if r["speaker"] == "ingrid-solberg"]
    assert {r["article"] for r in spoken} == {a.id for a in story.articles}
    assert {r["speaker_name"] for r in spoken} == {"Ingrid Solberg"}


def test_a_finding_has_a_row_for_each_reading(story: Story) -> None:
    found = rows(files_of(story, ["csv"])["findings.csv"])
    readings = sum(len(finding.readings) for finding in story.findings.findings)
    assert len(found) == readings > 0


@pytest.mark.parametrize("cell", ["=1+2", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "'=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    (row,) = rows(as_csv(["cell"], [{"cell": cell}]))
    assert row["cell"] == f"'{cell}"
    assert unguarded(row["cell"]) == cell


@given(st.text(st.sampled_from("'=+-@\t\r＝a1 "), max_size=6))
def test_every_cell_comes_back_as_it_was(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("cell", ["'quoted'", "it's", "", "1-2", "a=b"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == unguarded(cell) == cell
