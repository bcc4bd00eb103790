"""``python packaging/dist.py [--release TAG]``: wheel and sdist in ``build/dist``, checked.

Both are built, then read by twine (strictly), check-wheel-contents and pyroma, which has to give
ten of ten; no link of their description may lead to a file beside it. With ``--release`` the
version has to be the tag's, the changelog has to have it with a date, and the addresses have to
lead somewhere. Ends with status 1 where anything isn't so.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "build" / "dist"


def main(tag: str | None) -> int:
    """Build and check; the status of the command."""
    shutil.rmtree(DIST, ignore_errors=True)
    _run("hatchling", "build", "-d", str(DIST))
    made = [str(path) for path in sorted(DIST.iterdir())]
    _run("twine", "check", "--strict", *made)
    _run("check_wheel_contents", *(name for name in made if name.endswith(".whl")))
    _run("pyroma", "--min=10", str(ROOT))
    dead = {link for name in made for link in relative_links(description(Path(name)))}
    if dead:
        sys.exit(f"the description links to what lies in the repository: {', '.join(sorted(dead))}")
    wrong = not_ready(tag, (ROOT / "pyproject.toml").read_text("utf-8"),
                      (ROOT / "CHANGELOG.md").read_text("utf-8")) if tag else []  # fmt: skip
    for reason in wrong:
        print(f"not ready for release: {reason}", file=sys.stderr)
    return int(bool(wrong))


def description(made: Path) -> str:
    """The long description in a wheel or an sdist."""
    if made.suffix == ".whl":
        with zipfile.ZipFile(made) as wheel:
            [name] = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
            text = wheel.read(name)
    else:
        with tarfile.open(made) as sdist:
            member = sdist.extractfile(f"{made.name.removesuffix('.tar.gz')}/PKG-INFO")
            text = member.read() if member else b""
    return text.decode("utf-8").partition("\n\n")[2]


def relative_links(markdown: str) -> list[str]:
    """What links lead to that has no address of its own."""
    return re.findall(r"\]\((?![a-z]+:|#)([^)\s]+)\)", markdown)


def not_ready(tag: str, pyproject: str, changelog: str) -> list[str]:
    """What stands against a release under *tag*, by the texts of both files."""
    project = tomllib.loads(pyproject)["project"]
    version = project["version"]
    wrong = []
    if tag != f"v{version}":
        wrong.append(f"the tag is {tag}, the version {version}")
    if not re.search(rf"^## {re.escape(version)} - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE):
        wrong.append(f"CHANGELOG.md has no section '## {version} - YYYY-MM-DD'")
    contacts = [a.get("email", "") for a in project["authors"]]
    if unset := [said for said in (*project["urls"].values(), *contacts) if ".example" in said]:
        wrong.append(f"pyproject.toml still has {', '.join(unset)}")
    return wrong


def _run(module: str, *arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"{module} ended with status {done.returncode}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--release", metavar="TAG")
    sys.exit(main(parser.parse_args().release))
