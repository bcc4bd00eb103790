"""Every hostile article is read, analysed and made into facts without an exception."""

from __future__ import annotations

import csv
import io
import json
import time
from itertools import chain
from pathlib import Path

import pytest
from lxml import etree

from tests.hostile.case import Case
from tests.hostile.corpus import CASES, LIGHT, write
from variorum.analysis.parse import load_model
from variorum.edition import analysed, assemble
from variorum.export import files_of
from variorum.pages.story_facts import Site, StoryFacts
from variorum.reading import read_paths
from variorum.staging.files import as_json
from variorum.staging.passed import account

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would work out."""
SECONDS = 20
"""Far more than any of these takes; a hang takes for ever."""


def test_the_corpus_is_as_large_as_it_claims() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 500


def exported_whole(files: dict[str, bytes]) -> None:
    """Assert that each file is of its format, and no cell of a table a formula."""
    for name, data in files.items():
        if name.endswith(".xml"):
            etree.fromstring(data, etree.XMLParser(huge_tree=True))
        elif name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}
            assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
        elif name.endswith(".bib"):
            entry = data.decode("utf-8").replace("\\{", "").replace("\\}", "")
            assert entry.count("{") == entry.count("}")
        elif name.endswith((".json", ".jsonld")):
            json.loads(data.decode("utf-8"))
        else:
            assert name.endswith(".txt")
            assert data.decode("utf-8").strip()


@pytest.mark.parametrize("case", LIGHT, ids=lambda case: case.name)
def test_nothing_raises_and_every_range_is_what_it_says(case: Case, tmp_path: Path) -> None:
    model = load_model()
    write(case, tmp_path / "story")
    started = time.process_time()
    reading = read_paths([tmp_path])
    assert reading.articles or reading.problems
    edition = assemble(reading.articles, {}, {})
    stories = tuple(analysed(edition.stories, lambda: model))
    for story in stories:
        for article in story.articles:
            for said in story.annotations.get(article.id, ()):
                assert article.text[said.start : said.end] == said.exact
        exported_whole(files_of(story))
    told = [
        StoryFacts(story, account((), reading.problems), Site("index")).all_pages()
        for story in stories
    ]
    for facts in chain.from_iterable(pages.values() for pages in told):
        assert json.loads(as_json(facts).decode("utf-8"))["page"] == facts["page"]
    assert time.process_time() - started < SECONDS
