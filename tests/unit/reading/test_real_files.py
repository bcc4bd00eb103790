"""Files that real programs wrote, not we: ``tests/fixtures/formats/README.md`` names them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.made_files import TEXT, TITLE

from variorum.reading import read_file

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
FILES = sorted(path.name for path in FORMATS.iterdir() if path.suffix != ".md")


@pytest.mark.parametrize("name", FILES)
def test_what_a_program_wrote_is_read_whole(name: str) -> None:
    article = read_file(FORMATS / name)
    meta = article.meta
    assert (meta.title, meta.outlet, meta.byline) == (TITLE, "Island Post", ("Ida Moor",))
    assert (meta.published or "")[:10] == "2021-08-31"
    said = [article.text[b.start : b.end] for b in article.blocks if b.kind == "paragraph"]
    assert said == TEXT
