"""``python packaging/model/make.py WHEEL FOLDER``: a package of ours from a spaCy pipeline's wheel.

Names are read by a pipeline that somebody uploaded to the package index again. A person who has the
maker's own wheel (spaCy's are on its releases page) makes a package from it that Variorum's
publishers can answer for: the pipeline's files are copied byte for byte, with their licences, and
nothing is added but how Python loads them. The same wheel gives the same bytes. No model is in this
project, and nothing is downloaded.

Prints what ``extensions/variorum/data/pipelines.toml`` then has to say of it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path, PurePosixPath

NAME = "variorum_en_sm"
"""What Python imports; the index calls it ``variorum-en-sm``."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file: a wheel made tomorrow has the same bytes."""
INIT = '''\
"""A spaCy pipeline, its files as its maker published them; see the licences beside them."""

from pathlib import Path

from spacy.language import Language
from spacy.util import load_model_from_path

__version__ = "{version}"


def load(**overrides: object) -> Language:
    """The pipeline; *overrides* are those of ``spacy.load``."""
    return load_model_from_path(Path(__file__).with_name("{data}"), **overrides)
'''
METADATA = """\
Metadata-Version: 2.1
Name: {package}
Version: {version}
Summary: {maker}'s pipeline {name} {version} for spaCy, its files unchanged
License: {licence}
Requires-Dist: spacy{spacy}
Requires-Python: >=3.9
Description-Content-Type: text/markdown

The files of {maker}'s pipeline {name} {version}, byte for byte as they were published, with their
licences. Nothing is added but how Python loads them.
"""
WHEEL = """\
Wheel-Version: 1.0
Generator: variorum
Root-Is-Purelib: true
Tag: py3-none-any
"""


def main(wheel: Path, folder: Path) -> Path:
    """Make the package in *folder*; its path. Raises :exc:`SystemExit` where *wheel* is none."""
    files = pipeline_files(wheel)
    meta = json.loads(files["meta.json"])
    version = str(meta["version"])
    data = f"{NAME}-{version}"
    held = {f"{NAME}/{data}/{name}": content for name, content in files.items()}
    held[f"{NAME}/__init__.py"] = INIT.format(version=version, data=data).encode()
    info = f"{NAME}-{version}.dist-info"
    held[f"{info}/METADATA"] = METADATA.format(
        package=NAME.replace("_", "-"), version=version, name=f"{meta['lang']}_{meta['name']}",
        maker=meta["author"], licence=meta["license"], spacy=meta["spacy_version"],
    ).encode()  # fmt: skip
    held[f"{info}/WHEEL"] = WHEEL.encode()
    held[f"{info}/RECORD"] = _record(held, f"{info}/RECORD").encode()
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"{NAME}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(made, "w") as archive:  # not compressed: libraries differ in how they do
        for name, content in sorted(held.items()):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content)
    return made


def pipeline_files(wheel: Path) -> dict[str, bytes]:
    """The files of the pipeline in a wheel, by their names below its folder."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        found = [
            m[1] for name in names if (m := re.fullmatch(r"(\w+/\w+-[\d.]+/)config\.cfg", name))
        ]
        if len(found) != 1:
            sys.exit(f"{wheel} is no wheel of a spaCy pipeline: it has {len(found)} config.cfg")
        inside = [name for name in names if name.startswith(found[0])]
        if any(".." in PurePosixPath(name).parts for name in inside):
            sys.exit(f"{wheel} has a file outside of its folder")
        return {name.removeprefix(found[0]): archive.read(name) for name in inside}


def digest(files: dict[str, bytes]) -> str:
    """The hash that ``variorum.analysis.pipelines`` asks for."""
    made = hashlib.sha256()
    for name in sorted(files, key=lambda name: PurePosixPath(name).parts):
        made.update(f"{name}\0{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return made.hexdigest()


def _record(held: dict[str, bytes], record: str) -> str:
    lines = []
    for name, content in sorted(held.items()):
        sha256 = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={sha256},{len(content)}\n")
    return "".join(lines) + f"{record},,\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    made = main(given.wheel, given.folder)
    files = pipeline_files(given.wheel)
    print(f"# {made}: sha256 {hashlib.sha256(made.read_bytes()).hexdigest()}")
    print(f'\n[{NAME}]\npackage = "{NAME.replace("_", "-")}"')
    print(f'version = "{json.loads(files["meta.json"])["version"]}"\nsha256 = "{digest(files)}"')
