"""Every code block of the README and the docs runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import ALPHA, ROOT
from tests.sphinx_run import run_sphinx

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]

# Its blocks follow one another: test_tutorial.py runs it from top to bottom.
TUTORIAL = "tutorial.md"


def blocks() -> Iterator[tuple[str, str, str]]:
    for page in PAGES:
        for found in BLOCK.finditer(page.read_text(encoding="utf-8")):
            yield page.name, found[1], found[2]


BLOCKS = list(blocks())


def of(kind: str) -> list[str]:
    return [t for page, language, t in BLOCKS if language == kind and page != TUTORIAL]


def test_every_block_has_a_kind_that_is_run() -> None:
    kinds = {language for _page, language, _text in BLOCKS}
    assert kinds <= {"sh", "console", "yaml", "python"}, kinds


@pytest.mark.parametrize("text", of("sh"))
def test_shell_commands_name_what_is_there(text: str) -> None:
    # They set up environments of their own, which .ci/run does with both of the README's.
    environments = (ROOT / "tox.ini").read_text(encoding="utf-8")
    for name in re.findall(r"tox -e (\w+)", text):
        assert f"[testenv:{name}]" in environments or re.fullmatch(r"py31[123]", name)
    for line in text.splitlines():
        command = re.sub(r"\s+#.*", "", line)
        assert subprocess.run(["bash", "-n", "-c", command], check=False).returncode == 0


@pytest.mark.parametrize("text", of("console"))
def test_console_sessions_run(text: str, tmp_path: Path) -> None:
    articles = tmp_path / "my-articles"
    articles.mkdir()
    (articles / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    html = "<html><body><h1>Bridge row</h1><p>The row over the bridge goes on.</p></body></html>"
    (articles / "beta.html").write_text(html, encoding="utf-8")
    env = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)[1:]
    assert parts
    for command, expected in zip(parts[::2], parts[1::2], strict=True):
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == 0, done.stderr
        if expected.strip():
            assert done.stdout == expected


@pytest.mark.parametrize("text", of("python"))
def test_python_blocks_are_a_conf_py_that_builds(text: str, tmp_path: Path) -> None:
    (tmp_path / "source" / "articles").mkdir(parents=True)
    (tmp_path / "source" / "articles" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (tmp_path / "source" / "conf.py").write_text(text, encoding="utf-8")
    built = run_sphinx(tmp_path / "source", tmp_path, conf=tmp_path / "source")
    assert built.status == 0
    assert built.warnings == ""


@pytest.mark.parametrize("text", of("yaml"))
def test_yaml_blocks_are_yaml(text: str) -> None:
    # A list is a corrections.yaml, and is tried in test_corrections.py.
    assert isinstance(yaml.safe_load(text), dict | list)


def test_ci_runs_the_readmes_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first, second = re.findall(r"^python3 -m venv .*tox.*$", readme, re.MULTILINE)
    assert first.endswith("tox -e html")
    assert second.endswith("tox -p")


def test_the_model_in_the_docs_is_the_one_that_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (model,) = [d for d in project["dependencies"] if d.startswith("en-core-web-sm")]
    assert f"`{model}`" in (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    lock = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
    assert f"{model} \\\n    --hash=sha256:" in lock
