"""What ``variorum annotate`` prints can be read back, and nothing else is taken for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import ALPHA, ROOT

import variorum
from variorum import printed
from variorum.cli import main
from variorum.errors import UserError

STORY = ROOT / "source" / "geneva-2022"


@pytest.mark.parametrize("text", [False, True])
def test_what_annotate_prints_is_read_back(
    text: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["annotate", *(["--text"] if text else []), str(STORY)]) == 0
    out = capsys.readouterr().out
    (tmp_path / "printed.jsonl").write_text(out, encoding="utf-8")
    articles = variorum.load(tmp_path / "printed.jsonl")
    assert {a.type for article in articles for a in article.annotations} == set(printed._TYPES)
    again = [json.dumps(printed.article_object(a, a.annotations, text=text)) for a in articles]
    assert [*map(json.loads, again)] == [*map(json.loads, out.splitlines())]


def test_fields_that_are_not_known_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ALPHA, encoding="utf-8")
    [article] = variorum.read(tmp_path / "a.txt")
    said = json.loads(json.dumps(printed.article_object(article, variorum.annotate(article))))
    known = printed.annotated(said)
    more = said | {"later": 1, "annotations": [a | {"later": 1} for a in said["annotations"]]}
    assert printed.annotated(more) == known
    assert known.annotations


@pytest.mark.parametrize(
    "line",
    [
        "[]", "{", "1", '{"id": "a"}', "[" * 100_000,
        '{"id": "a", "source": "a", "story": "", "meta": {}, "zones": [], "annotations": [{}]}',
        '{"id": 1, "source": "a", "story": "", "meta": {}, "zones": [], "annotations": []}',
        '{"id": "a", "source": "a", "story": "", "meta": {}, "zones": [], "annotations":'
        ' [{"id": "x", "type": "role", "start": "0", "end": 1, "exact": "", "by": "",'
        ' "confidence": 1}]}',
    ],
)  # fmt: skip
def test_what_is_no_such_line_is_said_with_its_place(line: str, tmp_path: Path) -> None:
    good = '{"id": "a", "source": "a", "story": "", "meta": {}, "zones": [], "annotations": []}'
    (tmp_path / "printed.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"printed\.jsonl:2: not what annotate prints"):
        variorum.load(tmp_path / "printed.jsonl")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="none"):
        variorum.load(tmp_path / "none")
