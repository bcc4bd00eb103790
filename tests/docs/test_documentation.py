"""The documentation builds without a warning, and leaves out nothing that the code has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import get_args

import pytest

from tests.conftest import ROOT, Built
from tests.scripts import loaded
from tests.sphinx_run import run_sphinx
from variorum import cli
from variorum.config import LAYERS, VALUES, WARNINGS
from variorum.corrections.fields import FIELDS as CORRECTED
from variorum.corrections.records import VERBS
from variorum.domain import VariorumDomain
from variorum.extending import remove
from variorum.model import FindingKind
from variorum.reading.schema import FIELDS
from variorum.staging.directives import DIRECTIVES, SHORT
from variorum.staging.roles import ROLES
from variorum.theme import joined

# What Sphinx is about to drop is for the makers of the other extensions to mend.
pytestmark = pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")

DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Built:
    try:
        built = run_sphinx(DOCS, tmp_path_factory.mktemp("docs"), conf=DOCS)
    finally:
        remove("photographs")  # which its conf.py adds
    assert built.status == 0
    return built


def words(built: Built, page: str) -> str:
    """The text of a page, without its tags."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", built.page(page), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


def test_it_builds_without_a_warning(docs: Built) -> None:
    assert docs.warnings == ""


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("configuration", [f"variorum_{value.name}" for value in VALUES]),
        ("configuration", [" ".join(value.help.replace("`", "").split()) for value in VALUES]),
        ("configuration", WARNINGS),
        ("configuration", LAYERS),
        ("markup", [f"{{{name}}}`…`" for name in (*VariorumDomain.roles, *ROLES)]),
        ("markup", [f"variorum-{name}" for name in DIRECTIVES]),
        ("markup", get_args(FindingKind)),
        ("files", FIELDS),
        ("files", VERBS),
        ("files", [field for fields in CORRECTED.values() for field in fields]),
    ],
)
def test_the_reference_has_all_that_the_code_has(
    docs: Built, page: str, names: Iterable[str]
) -> None:
    said = words(docs, f"reference/{page}")
    assert [name for name in names if name not in said] == []


def test_the_reference_has_every_command_and_every_option(
    docs: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    said = words(docs, "reference/commands")
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    commands = re.findall(r"^ {4}(\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert len(commands) > 5
    for command in commands:
        assert f"variorum {command}" in said
        with pytest.raises(SystemExit):
            cli.main([command, "--help"])
        for option in re.findall(r"(?<!\w)--[a-z-]+", capsys.readouterr().out):
            assert option in said or option == "--help", (command, option)


def test_the_reference_says_what_the_code_says_now() -> None:
    generated = loaded(DOCS / "generated.py")
    for path in sorted(DOCS.rglob("*.md")):
        page = path.read_text(encoding="utf-8")
        assert generated.current(page) == page, f"{path.name}: run tox -e reference"


def test_every_role_and_directive_has_a_live_example() -> None:
    page = (DOCS / "howto" / "by-hand.md").read_text(encoding="utf-8")
    for name in DIRECTIVES:
        assert f":::{{{name if name in SHORT else f'variorum-{name}'}}}" in page
    for name in (*VariorumDomain.roles, *ROLES):
        assert f"{{{name}}}`" in page


def test_every_page_is_in_the_contents(docs: Built) -> None:
    front = docs.page("index")
    for path in sorted(DOCS.rglob("*.md")):
        name = path.relative_to(DOCS).with_suffix("").as_posix()
        if name != "index" and not name.startswith("reference/"):
            assert f'href="{name}.html"' in front, name


def test_links_to_the_sources_of_the_project_hold() -> None:
    for path in [*DOCS.rglob("*.md")]:
        for named in re.findall(r"`((?:docs|extensions|tests)/[\w./-]+)`", path.read_text("utf-8")):
            assert (ROOT / named).exists(), (path, named)


def test_the_example_is_ours_alone(tmp_path: Path) -> None:
    # What is published with the documentation are reports that nobody printed.
    for page in sorted((DOCS / "pier" / "articles").iterdir()):
        assert "http" not in page.read_text(encoding="utf-8")


def test_every_variable_of_our_styles_is_one_that_a_theme_is_told_of() -> None:
    page = (DOCS / "reference" / "style.md").read_text("utf-8")
    told = set(re.findall(r"^\| `(--vr-[\w-]+)`", page, re.MULTILINE))
    sheets = {path.name: path.read_text("utf-8") for path in joined.SOURCES.glob("*.css")}
    inner = {"tokens.css", "guest.css", "own.css", "print.css"}
    of_one_place = {
        name
        for sheet, text in sheets.items()
        if sheet not in inner
        for name in re.findall(r"(--vr-[\w-]+):", text)
    }
    used = {name for text in sheets.values() for name in re.findall(r"var\((--vr-[\w-]+)\)", text)}
    assert used - of_one_place <= told
    assert told <= used
