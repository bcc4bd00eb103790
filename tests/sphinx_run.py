"""Sphinx, run in this process over a folder of sources."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx import locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils


@dataclass(frozen=True)
class Built:
    """A finished build: where it is, what it warned of, and its pages."""

    out: Path
    warnings: str
    status: int

    def page(self, name: str) -> str:
        """The HTML of a page, by its path without suffix."""
        return (self.out / f"{name}.html").read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Every published file with its bytes."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
        }


def run_sphinx(
    source: Path,
    work: Path,
    *,
    out: Path | None = None,
    doctrees: Path | None = None,
    conf: Path | None = None,
    builder: str = "html",
    jobs: int = 1,
    **values: Any,
) -> Built:
    """Build *source* below *work*; without *conf* with the extension alone and our theme."""
    warnings = io.StringIO()
    out = out or work / "out"
    settings: dict[str, Any] = {}
    if conf is None:
        settings |= {"extensions": ["variorum"], "html_theme": "variorum", "project": "Test"}
        settings |= {"html_copy_source": False}
    # A process builds in one language; of an earlier one Sphinx would keep the catalogues.
    locale.translators.clear()
    with patch_docutils(conf), docutils_namespace():
        app = Sphinx(
            source,
            conf,
            out,
            doctrees or work / "doctrees",
            builder,
            confoverrides=settings | values,
            status=io.StringIO(),
            warning=warnings,
            parallel=jobs,
        )
        app.build()
    locale.translators.clear()
    return Built(out, warnings.getvalue(), app.statuscode)
