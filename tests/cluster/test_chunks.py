"""The input in chunks: every record once, whatever the size of a chunk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from variorum.archive.chunks import chunks, records
from variorum.archive.partition import read_records
from variorum.archive.scatter import gather, partition_of, scatter
from variorum.errors import UserError


def archive(tmp_path: Path, count: int = 40) -> Path:
    path = tmp_path / "news.jsonl"
    objects = (
        {"id": f"a{i}", "text": "x" * (i * 7 % 90), "story": f"s{i % 6}"} for i in range(count)
    )
    path.write_text("".join(json.dumps(o) + "\n" for o in objects), encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [1, 50, 777, 2**20])
def test_every_line_is_in_one_chunk(tmp_path: Path, size: int) -> None:
    path = archive(tmp_path)
    found = [r.said["object"]["id"] for c in chunks([path], size) for r in records(c)]
    assert found == [f"a{i}" for i in range(40)]


def test_a_story_is_in_one_partition_and_nothing_is_lost(tmp_path: Path) -> None:
    path = archive(tmp_path)
    work = tmp_path / "work"
    written = sum(scatter(c, i, work, 4) for i, c in enumerate(chunks([path], 500)))
    parts = [[json.loads(line) for line in gather(p, work)] for p in range(4)]
    assert written == sum(map(len, parts)) == 40
    for number, part in enumerate(parts):
        assert {partition_of(story, 4) for story, _said in part} <= {number}


def test_a_line_that_is_no_object_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b'{"id": "a", "text": "x"}\n[1, 2\n"word"\n\n')
    (chunk,) = chunks([path])
    found = list(records(chunk))
    assert len(found) == 3
    assert found[0].story == "a"


def test_parquet_gives_the_same_records(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table({"id": ["a", "b"], "text": ["One.", "Two."], "story": ["s", None]})
    parquet.write_table(table, tmp_path / "news.parquet", row_group_size=1)
    found = [r for c in chunks([tmp_path / "news.parquet"]) for r in records(c)]
    assert [r.story for r in found] == ["s", "b"]
    assert found[1].said["object"] == {"id": "b", "text": "Two."}


def test_the_row_groups_of_a_file_are_its_size_together_once(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    texts = [f"{i} " + "word " * 200 for i in range(5000)]
    table = pa.table({"id": [str(i) for i in range(5000)], "text": texts})
    size = sum(map(len, texts))
    for rows in (5000, 500):
        parquet.write_table(
            table, tmp_path / "news.parquet", row_group_size=rows, use_dictionary=False
        )
        parts = list(chunks([tmp_path / "news.parquet"]))
        assert len(parts) == 5000 // rows
        assert size * 0.9 < sum(part.bytes for part in parts) < size * 1.2
        assert [r.said["object"]["id"] for c in parts for r in records(c)] == [
            str(i) for i in range(5000)
        ]


def test_a_link_is_named_and_costs_itself_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "alpha.txt").write_text("A matter\n\nIt is told here in a few words.\n", "utf-8")
    (tmp_path / "beta.txt").symlink_to("nowhere")
    (chunk,) = chunks([tmp_path])
    assert [a.id for a in read_records(records(chunk), [])] == ["alpha"]
    assert capsys.readouterr().err.startswith("beta.txt: ")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        list(chunks([tmp_path / "nothing.jsonl"]))
