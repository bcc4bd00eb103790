"""The package's description: the README, whose links lead to the repository at the version's tag.

On a package's page nothing lies beside it. Hatchling asks for it when it builds (pyproject.toml).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

LINK = re.compile(r"(?P<picture>!?)(?P<words>\[[^\]]*\])\((?![a-z]+:|#)(?P<path>[^)\s]+)\)")


class Description(MetadataHookInterface):
    """``[tool.hatch.metadata.hooks.custom]``."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Give the description that pyproject.toml leaves open."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        source = metadata["urls"]["Source"].rstrip("/")
        text = absolute(text, source, f"v{metadata['version']}")
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def absolute(text: str, source: str, tag: str) -> str:
    """Markdown with every link and picture at its address in a repository."""

    def put(found: re.Match[str]) -> str:
        kind = "raw" if found["picture"] else "blob"
        return f"{found['picture']}{found['words']}({source}/{kind}/{tag}/{found['path']})"

    return LINK.sub(put, text)
