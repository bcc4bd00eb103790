"""Every word of the interface is translated, and the compiled catalogues are what the sources say.

After a change of words: ``tox -e messages``, translate what is empty, ``tox -e messages`` again.
"""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from tests.conftest import ROOT

from variorum.rendering.words import CATALOGUE, LOCALE

LANGUAGES = sorted(path.name for path in LOCALE.iterdir() if path.is_dir())


def catalogue(language: str) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / f"{CATALOGUE}.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


@pytest.fixture(scope="module")
def words() -> set[str]:
    """Every message of our code, templates and data; of a plural its singular."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    mappings = settings["tool"]["babel"]["mappings"]
    methods = [(m.pop("pattern"), m.pop("method")) for m in mappings]
    options = {pattern: rest for (pattern, _), rest in zip(methods, mappings, strict=True)}
    keywords: Any = DEFAULT_KEYWORDS | {"_n": (1, 2), "NN_": (2, 3)}
    found = extract_from_dir(ROOT / "extensions" / "variorum", methods, options, keywords=keywords)
    return {said if isinstance(said, str) else said[0] for _, _, said, _, _ in found}


def test_no_message_stands_in_an_f_string() -> None:
    """Before Python 3.12 what collects the words doesn't look into one."""
    names = {"_", "_n", "N_", "NN_"}
    calls = [
        (path.name, call.lineno)
        for path in sorted((ROOT / "extensions" / "variorum").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names
    ]
    assert calls == []


def test_there_is_more_than_one_language() -> None:
    assert "de" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing_or_left_over(language: str, words: set[str]) -> None:
    said = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(language) if m.id}
    assert sorted(words - said) == []
    assert sorted(said - words) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_in_all_its_forms(language: str) -> None:
    known = catalogue(language)
    for message in known:
        if not message.id:
            continue  # the header
        forms = [message.string] if isinstance(message.string, str) else message.string
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        assert list(message.check(known)) == [], message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_fresh(language: str) -> None:
    path = LOCALE / language / "LC_MESSAGES" / f"{CATALOGUE}.mo"
    with path.open("rb") as file:
        compiled = said(read_mo(file))
    # Not byte by byte: a compiled catalogue says at what minute it was made.
    assert compiled == said(catalogue(language)), "run tox -e messages"


def said(messages: Catalog) -> dict[str, list[str]]:
    """Each message, of a plural its singular, with what stands for it."""
    return {
        m.id if isinstance(m.id, str) else m.id[0]: [m.string] if isinstance(m.string, str)
        else list(m.string)
        for m in messages
        if m.id
    }  # fmt: skip


def test_the_template_lists_the_same_words(words: set[str]) -> None:
    with (LOCALE / f"{CATALOGUE}.pot").open("rb") as file:
        said = {m.id if isinstance(m.id, str) else m.id[0] for m in read_po(file) if m.id}
    assert sorted(said ^ words) == []


def test_the_folders_hold_nothing_else() -> None:
    assert {Path(path).suffix for path in LOCALE.rglob("*.*")} <= {".pot", ".po", ".mo"}
