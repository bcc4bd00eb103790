"""What is imported is declared, and a module that isn't there costs no more than it has to."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ALPHA, ROOT

PACKAGE = ROOT / "extensions" / "variorum"


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, by the first part of their names."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_module_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    more = [said for extra in project["optional-dependencies"].values() for said in extra]
    declared = {re.split(r"[\[<>=~; ]", said)[0] for said in [*project["dependencies"], *more]}
    whose = importlib.metadata.packages_distributions()
    found = {name for path in PACKAGE.rglob("*.py") for name in imported(path)}
    theirs = found - sys.stdlib_module_names - {"variorum"}
    missing = {
        name
        for name in theirs & whose.keys()
        if not {re.sub(r"[-_.]+", "-", d).lower() for d in whose[name]} & declared
    }
    assert missing == set()
    # Another project may have our name on an index: what is to be installed is named by packages.
    assert not [
        p for p in PACKAGE.rglob("*.py") if re.search(r"install.*variorum\[", p.read_text())
    ]
    # justext asks lxml for an extra under a name that pip 23 doesn't find.
    assert "lxml-html-clean" in declared


WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from variorum.reading import read_paths
reading = read_paths([sys.argv[2]])
print([article.id for article in reading.articles])
for problem in reading.problems:
    print(problem.source, problem.left_out, problem.message)
"""


@pytest.mark.parametrize("module", ["lxml_html_clean", "lxml", "trafilatura"])
def test_a_module_that_is_missing_costs_the_pages_that_need_it(tmp_path: Path, module: str) -> None:
    (tmp_path / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    page = "<html><body><h1>The ferry runs</h1><p>The ferry ran on Monday.</p></body></html>"
    (tmp_path / "beta.html").write_text(page, encoding="utf-8")
    command = [sys.executable, "-c", WITHOUT, module, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    ids, problem = done.stdout.splitlines()
    assert ids == "['alpha']"
    assert problem.startswith("beta.html True cannot be read: ")
    assert problem.endswith("run: python -m pip install lxml lxml-html-clean trafilatura")
