"""One Sphinx that builds again and again: what it has set up, read and compiled stays.

A build is what :class:`~sphinx.application.Sphinx` does at every start, without setting itself up:
our staging, then an update. Sphinx reads a project's configuration and extensions at its start
alone, so of a project one is made anew where ``conf.py`` has changed; and where a build failed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from variorum.analysis import DEFAULT_MODEL
from variorum.errors import UserError
from variorum.website import made_sphinx, surroundings

if TYPE_CHECKING:
    from sphinx.application import Sphinx


Asked = tuple[list[tuple[str, dict[str, Any]]], list[tuple[str | None, dict[str, Any]]]]
"""Styles and scripts, with their attributes."""


class Builder:
    """Builds the pages of *folder*, with the configuration in *conf*, if any, and *values*."""

    def __init__(
        self,
        folder: Path,
        conf: Path | None,
        output: Path,
        doctrees: Path,
        values: Mapping[str, Any],
    ) -> None:
        self._conf = conf
        self._make: Callable[[IO[str]], Sphinx] = lambda status: made_sphinx(
            folder, conf, output, doctrees, values, status
        )
        self._app: Sphinx | None = None
        self._held = contextlib.ExitStack()
        self._asked: Asked = ([], [])
        self._state: tuple[int, int] | None = None

    def build(self) -> None:
        """Build what has changed; raises :exc:`~variorum.errors.UserError`."""
        from sphinx.errors import SphinxError

        from variorum.staging.stage import stage

        if self._configuration() != self._state:
            self.close()
        try:
            if self._app is None:
                self._state = self._configuration()
                self._held.enter_context(surroundings())
                self._app = self._make(
                    self._held.enter_context(Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
                )
            else:
                self._take_back(self._app)
                stage(self._app)
            self._asked = _files_asked_for(self._app)
            self._app.build()
            failed = self._app.statuscode
        except SphinxError as error:
            self.close()
            raise UserError(str(error)) from error
        except BaseException:
            self.close()
            raise
        if failed:
            self.close()
            raise UserError("the site could not be built; the messages above say why")

    def _take_back(self, app: Sphinx) -> None:
        """Forget the styles and scripts that single pages of the last build have asked for."""
        from sphinx.builders.html import StandaloneHTMLBuilder

        app.registry.css_files[:], app.registry.js_files[:] = self._asked
        if isinstance(app.builder, StandaloneHTMLBuilder):
            app.builder.init_css_files()
            app.builder.init_js_files()

    def model(self) -> str:
        """The name of the model that analyses."""
        return str(self._app.config.variorum_model) if self._app else DEFAULT_MODEL

    def close(self) -> None:
        """Let go of Sphinx."""
        self._app = None
        self._held.close()

    def _configuration(self) -> tuple[int, int] | None:
        """The state of a project's conf.py."""
        if self._conf is None:
            return None
        status = (self._conf / "conf.py").stat()
        return status.st_size, status.st_mtime_ns


def _files_asked_for(app: Sphinx) -> Asked:
    return list(app.registry.css_files), list(app.registry.js_files)
