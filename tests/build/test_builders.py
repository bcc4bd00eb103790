"""Every builder of Sphinx takes our pages, from the same doctrees where it can."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.sphinx_run import Built, run_sphinx

ARTICLE = "geneva-2022/articles/caldray-herald"


@pytest.fixture(scope="module")
def doctrees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("doctrees")


def build(doctrees: Path, out: Path, builder: str) -> Built:
    return run_sphinx(
        ROOT / "source", out, conf=ROOT, builder=builder, doctrees=doctrees, language="en",
        linkcheck_ignore=["https?://.*"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "builder", ["text", "man", "singlehtml", "dirhtml", "xml", "latex", "linkcheck", "texinfo"]
)
def test_it_builds_clean(doctrees: Path, tmp_path: Path, builder: str) -> None:
    built = build(doctrees, tmp_path, builder)
    assert built.warnings == ""
    assert built.status == 0


def test_as_text_an_article_is_whole_and_has_its_notes(doctrees: Path, tmp_path: Path) -> None:
    out = build(doctrees, tmp_path, "text").out
    said = " ".join((out / f"{ARTICLE}.txt").read_text(encoding="utf-8").split())
    raw = (ROOT / f"source/{ARTICLE}.md").read_text(encoding="utf-8")
    body = raw.split("---\n", 2)[2]
    at = 0
    for word in re.findall(r"[\w’'-]+", re.sub(r"https?://\S+", "", body)):
        at = said.find(word, at)
        assert at >= 0, word
    assert "Notes on quotations" in said


def test_translators_are_not_given_the_words_of_articles(tmp_path: Path) -> None:
    built = build(tmp_path / "doctrees", tmp_path, "gettext")
    assert built.warnings == ""
    said = "".join(p.read_text(encoding="utf-8") for p in sorted(built.out.rglob("*.pot")))
    assert "Envoys carry Geneva" not in said
    assert "An annotated reader of news" in said
