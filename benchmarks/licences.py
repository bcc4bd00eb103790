"""The licence of everything that Variorum needs to run; one that is not compatible fails.

``python -m benchmarks.licences``, in an environment that has Variorum installed.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

COPYLEFT = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)
LESSER = re.compile(r"\bLGPL|Lesser", re.IGNORECASE)
"""May be used as a library by a program under any licence."""
EXPLAINED = {
    "docutils": "public domain and BSD; the GPL is of an Emacs mode, not installed with it"
}
"""Packages whose own words mislead."""


def needed(name: str) -> dict[str, Distribution]:
    """A package and all that it needs to run here, by name."""
    found: dict[str, Distribution] = {}
    todo = [name]
    while todo:
        key = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue
        for said in found[key].requires or ():
            wanted = Requirement(said)
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                todo.append(wanted.name)
    return dict(sorted(found.items()))


def licence(package: Distribution) -> str:
    """What a package says of its licence, in one line."""
    meta = package.metadata
    if meta["Name"] in EXPLAINED:
        return EXPLAINED[meta["Name"]]
    classifiers = [
        c.rpartition("::")[2].strip()
        for c in meta.get_all("Classifier", [])
        if c.startswith("License ::")
    ]
    said = meta.get("License-Expression") or "; ".join(classifiers) or meta.get("License") or ""
    return " ".join(said.split())[:80]


def main() -> int:
    """Print a table; 1 if a licence is unknown, or is one that binds what uses it."""
    wrong = 0
    for name, package in needed("variorum").items():
        said = licence(package)
        own = name not in EXPLAINED
        binding = own and COPYLEFT.search(said) and not LESSER.search(said) and " OR " not in said
        wrong += bool(binding) or not said
        print(f"{'!' if binding or not said else ' '} {name:28} {package.version:12} {said}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
