"""The how-to on archives: what it runs on one machine does what it says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "howto" / "archive.md").read_text(encoding="utf-8")
COMMANDS = re.findall(
    r"^variorum ((?:annotate|group|new) (?!.*--scheduler).*)$", PAGE, re.MULTILINE
)
TEXT = (
    "Mayor Karin Holt said on Monday that the Lindmoor bridge would close after engineer Ivo "
    'Brandt found cracks in {} piers. "We have no choice," Holt told reporters in Lindmoor.'
)


def test_annotate_then_group_then_start_a_story(tmp_path: Path) -> None:
    folder = tmp_path / "archive" / "2024-03"
    folder.mkdir(parents=True)
    reports = (
        {"id": f"a{i}", "published": f"2024-03-0{1 + i % 3}", "text": TEXT.format(i)}
        for i in range(3, 9)
    )
    lines = "".join(json.dumps(report) + "\n" for report in reports)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    assert [command.split()[0] for command in COMMANDS] == ["annotate", "group", "new"]
    for command in COMMANDS:
        said = command.replace("--workers 8", "--workers 1").split()
        if said[0] == "new":  # the page's story is one of nobody's archive
            groups = (tmp_path / "groups-2024-03.jsonl").read_text(encoding="utf-8")
            said[1] = json.loads(groups.splitlines()[0])["story"]
        done = subprocess.run(
            [sys.executable, "-m", "variorum.cli", *said],
            cwd=tmp_path, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    manifest = json.loads((tmp_path / "annotated" / "2024-03" / "manifest.json").read_bytes())
    assert manifest["articles"] == 6
    assert len(list((tmp_path / "source").rglob("*.md"))) == 6
