"""The desk speaks the site's language: the catalogues' tools find all that its scripts say."""

from __future__ import annotations

import gettext
import re
import tomllib
from collections.abc import Iterator

import pytest
from babel.messages.extract import extract_from_file
from sphinx import locale

from tests.conftest import ROOT
from variorum.desk import script_words as said
from variorum.desk.layer import laid_over

SCRIPTS = sorted(said.PAGE.glob("*.js"))
WORDS = re.compile(r'\b(?:_|_n)\((?:"(?:[^"\\\n]|\\.)*"(?:, )?)+')
"""A call that says something."""
PLAIN = re.compile(r'"[^"\n]*"|`[^`]*`')
SENTENCE = re.compile(r"\b[A-Z][a-z]+ [a-z]+ |\b[a-z]+ [a-z]+\.")


class Shouted(gettext.NullTranslations):
    """A language that has all words in capitals."""

    def gettext(self, message: str) -> str:
        return re.sub(r"%\(\w+\)s|\w", lambda m: m[0] if len(m[0]) > 1 else m[0].upper(), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n in (1, 21) else msgid2)


@pytest.fixture
def shouted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(locale.translators, ("general", "variorum"), Shouted())
    return


def mapping() -> dict[str, object]:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return next(m for m in told["tool"]["babel"]["mappings"] if m["method"] == "javascript")


def test_the_catalogues_tools_find_what_the_scripts_say() -> None:
    options = {"parse_template_string": mapping()["parse_template_string"]}
    found = set()
    for path in SCRIPTS:
        for _line, words, _notes, _context in extract_from_file(
            "javascript", path, keywords={"_": (1,), "_n": (1, 2)}, options=options
        ):
            found.add(words if isinstance(words, tuple) else (words, ""))
    assert found == set(said._said())
    assert len(found) > 100


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_says_anything_beside_the_catalogue(path: object) -> None:
    assert path in SCRIPTS
    lines = path.read_text("utf-8").splitlines()  # type: ignore[attr-defined]
    left = [WORDS.sub("", line) for line in lines if not line.lstrip().startswith("//")]
    plain = [words for line in left for words in PLAIN.findall(line)]
    assert [words for words in plain if SENTENCE.search(words)] == []


@pytest.mark.usefixtures("shouted")
def test_the_page_brings_them_in_the_sites_language() -> None:
    page = laid_over("<html><head></head><body></body></html>", 3)
    assert '"Leave it out": "LEAVE IT OUT"' in page
    words = said.script_words()["%(count)s report"]
    assert not isinstance(words, str)
    assert [words["forms"][words["which"][n]] for n in (0, 1, 2, 21)] == [
        "%(count)s REPORTS", "%(count)s REPORT", "%(count)s REPORTS", "%(count)s REPORT",
    ]  # fmt: skip


@pytest.mark.usefixtures("shouted")
def test_no_translation_ends_the_element_that_holds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shouted, "gettext", lambda self, message: "</script><b>")
    page = laid_over("<head></head>", 1)
    assert "</script><b>" not in page
