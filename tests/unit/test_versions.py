"""What is kept from one run to the next is known by all that made it."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path

import pytest

import variorum
from variorum.versions import code_hash


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    code_hash.cache_clear()
    yield
    code_hash.cache_clear()


@pytest.mark.parametrize("name", ["rule.py", "data/words.toml", "locale/de/words.mo"])
def test_a_changed_file_is_another_version(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(variorum, "__file__", str(tmp_path / "__init__.py"))
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("one", "utf-8")
    before = code_hash()
    code_hash.cache_clear()
    assert code_hash() == before
    code_hash.cache_clear()
    path.write_text("other", "utf-8")
    assert code_hash() != before


@pytest.mark.parametrize("library", ["spacy", "trafilatura", "markdown-it-py"])
def test_another_library_is_another_version(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_hash()
    known = importlib.metadata.version
    monkeypatch.setattr(
        importlib.metadata, "version", lambda name: "0" if name == library else known(name)
    )
    code_hash.cache_clear()
    assert code_hash() != before
