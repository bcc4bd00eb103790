"""``variorum serve``: the desk, where a folder is read, corrected and seen at once."""

from __future__ import annotations

import argparse
import getpass
import importlib.util
from pathlib import Path

from variorum.commands.options import Commands
from variorum.errors import UserError

PARTS = ("starlette", "uvicorn", "watchfiles", "ruamel.yaml")
"""What the extra ``desk`` brings."""


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "serve",
        help="read and correct a folder of raw articles in the browser",
        description="Build the site of a folder, show it in the browser on this machine alone, and "
        "build it again whenever a file changes. What is decided on its pages is written into "
        "corrections.yaml and story.yaml beside the articles, and can be taken back. "
        f"Needs {', '.join(PARTS)}.",
    )
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "folder", metavar="FOLDER", type=Path, nargs="?", help="where the articles are"
    )
    what.add_argument(
        "--source", metavar="DIR", type=Path, help="a Sphinx project: the folder of its conf.py"
    )
    command.add_argument(
        "--as", dest="by", metavar="NAME", help="who decides (default: your login)"
    )
    command.add_argument(
        "--language", choices=("en", "de"), default="en",
        help="language of the interface (default: en); a project says it in its conf.py",
    )  # fmt: skip
    command.add_argument(
        "--port", metavar="N", type=int, help="default: 8173, else one that is free"
    )
    command.add_argument(
        "--no-open", action="store_true", help="print the address and open no browser"
    )
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Serve until interrupted."""
    missing = [name for name in PARTS if not _is_there(name)]
    if missing:
        raise UserError(
            f"the desk needs {', '.join(missing)}; run: python -m pip install {' '.join(missing)}"
        )
    from variorum.desk.serve import serve
    from variorum.desk.site import Site

    project = said.source is not None
    site = Site(said.source or said.folder, project=project, language=said.language)
    by = " ".join((said.by or _login()).split())
    serve(site, by=by, port=said.port, show=not said.no_open)
    return 0


def _is_there(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "editor"
