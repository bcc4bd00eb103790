"""The interface in German: its words, months, numbers and plurals; the articles as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built
from tests.sphinx_run import run_sphinx

STORY = "geneva-2022"


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("german")
    return run_sphinx(ROOT / "source", folder, conf=ROOT, language="de")


def test_words_and_plurals_are_german(german: Built) -> None:
    front = german.page(f"{STORY}/index")
    assert '<html lang="de"' in front
    assert "Fünf Berichte" in front
    assert "Alle Unterschiede" in front
    assert re.search(r"\d+ Wörter", front)
    assert "All differences" not in front


def test_dates_have_german_months_in_german_order(german: Built) -> None:
    assert "Mittwoch, 12. Januar 2022" in german.page(f"{STORY}/timeline")
    assert "11. Jan." in german.page(f"{STORY}/timeline")


def test_templates_speak_german_too(german: Built) -> None:
    search = german.page("search")
    assert 'placeholder="Suche"' in search
    assert 'data-found="Ergebnisse: %s"' in search
    assert "Zum Text" in search


def test_what_differs_and_why_is_said_in_german(german: Built) -> None:
    page = german.page(f"{STORY}/differences")
    explanations = re.findall(r'<p class="vr-explanation">(.*?)</p>', page, re.DOTALL)
    assert explanations
    assert 'lang="en"' not in "".join(explanations)
    assert "erzählen es (" in page
    assert "Grund: Ein Sprecher, dieselben Worte oder fast" in page
    ledger = german.page(f"{STORY}/dates")
    assert "2 Tage nach dem 10. Januar 2022." in ledger
    assert not re.search(r">[^<]*\b(?:The clause|Nobody else|Only this reading)\b", page + ledger)


def test_an_article_stays_as_it_was_written(german: Built) -> None:
    page = german.page(f"{STORY}/articles/ostrey-courier")
    assert 'class="vr-text" lang="en" dir="ltr"' in page


def test_the_search_index_says_dates_and_kinds_in_german(german: Built) -> None:
    index = (german.out / "_static/variorum/index.js").read_text(encoding="utf-8")
    assert "Mittwoch, 12. Januar 2022" in index


def test_a_language_without_a_catalogue_gets_english_and_english_dates(tmp_path: Path) -> None:
    built = run_sphinx(ROOT / "source", tmp_path, conf=ROOT, language="fi")
    assert "Wednesday 12 January 2022" in built.page(f"{STORY}/timeline")
    assert "Five reports" in built.page(f"{STORY}/index")
