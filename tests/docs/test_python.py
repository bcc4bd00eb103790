"""The public Python interface: its examples run, and its names are those that are promised."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import variorum
from tests.conftest import ROOT
from variorum import interface


def test_the_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    tried = doctest.testmod(interface)
    assert tried.failed == 0
    assert tried.attempted > 8


def test_every_public_name_is_there() -> None:
    for name in variorum.__all__:
        assert getattr(variorum, name).__name__ == name


def test_an_article_that_is_passed_over_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "one.txt").write_text("The ferry sank.\n", "utf-8")
    with pytest.warns(UserWarning, match=r"empty\.txt"):
        [article] = variorum.read(tmp_path)
    assert "ferry" in article.text


def test_an_editors_corrections_count_where_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The ferry sank.\n", "utf-8")
    (tmp_path / "story.yaml").write_text("title: The ferry\n", "utf-8")
    articles = variorum.read(tmp_path)
    assert [story.title for story in variorum.collate(articles, edited=tmp_path)] == ["The ferry"]
    assert [story.title for story in variorum.collate(articles)] == [None]


def test_every_file_names_one_version_and_its_day() -> None:
    version = variorum.__version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert (project["version"], str(cited["version"])) == (version, version)
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    sections = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    assert f"{version} - {cited['date-released']}" in sections
    assert all(re.fullmatch(r"Unreleased|\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d", s) for s in sections)
