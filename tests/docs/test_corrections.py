"""Every example of the page on corrections does what it says, to the reports the page quotes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from variorum.cli import main
from variorum.corrections import read
from variorum.corrections.fields import FIELDS
from variorum.corrections.records import VERBS

PAGE = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
EXAMPLES = [b for b in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S) if b[0] == "-"]
REPORTS = dict(re.findall(r"`(\w+\.txt)`:\n\n((?:> .*\n)+)", PAGE))


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_understood_and_applies(
    example: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert REPORTS.keys() == {"alpha.txt", "beta.txt"}
    for name, quoted in REPORTS.items():
        text = " ".join(line.removeprefix("> ") for line in quoted.splitlines())
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "corrections.yaml").write_text(example, encoding="utf-8")
    assert main(["collate", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_every_verb_and_every_field_is_told() -> None:
    shown = [entry for example in EXAMPLES for entry in read(example, "")[0].entries]
    assert {entry.verb for entry in shown} == set(VERBS)
    for what, fields in FIELDS.items():
        for field in (what, *fields):
            assert f"`{field}`" in PAGE or f" {field}:" in PAGE or f": {field}\n" in PAGE, field
