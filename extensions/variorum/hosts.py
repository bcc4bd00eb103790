"""Ready files for hosts that build a site from a repository: ``variorum new --host``.

What they run is in the files themselves (``data/hosts``); it needs a ``conf.py`` and a folder
``source``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from variorum import targets
from variorum.errors import UserError

HOSTS = {
    "github-pages": ("github-pages.yml", ".github/workflows/site.yml"),
    "readthedocs": ("readthedocs.yaml", ".readthedocs.yaml"),
}
"""Each host's file, and where the host looks for it in a repository."""

_CONF = '''"""The site; https://www.sphinx-doc.org/en/master/usage/configuration.html has more."""

project = "News"
extensions = ["variorum"]
html_theme = "variorum"
'''


def host_files(root: Path, host: str) -> Iterator[Path]:
    """Write what a host needs below *root*; gives the path of each file that is new, as it is.

    A ``conf.py`` that is there is the author's and stays. Raises
    :exc:`~variorum.errors.UserError` where another file of the host's is there.
    """
    name, place = HOSTS[host]
    data = files("variorum").joinpath("data", "hosts", name).read_bytes()
    path = targets.below(root, place)
    if path.exists() and path.read_bytes() != data:
        raise UserError(f"{path} is there already; move it away to write it anew")
    return _new({path: data, targets.below(root, "conf.py"): _CONF.encode()})


def _new(contents: Mapping[Path, bytes]) -> Iterator[Path]:
    for path, data in contents.items():
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            yield path
