"""Files that change: the site is built again, one build at a time, and who looks on is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, awatch

from variorum.desk.ledger import Ledger
from variorum.desk.site import Site
from variorum.editors_files import NOTES, PROPOSALS

STEP = 30
"""Milliseconds without a change after which a build begins; one saving makes several changes."""


class Watch:
    """Builds when something changes, and says so to whoever waits."""

    def __init__(self, site: Site, ledger: Ledger) -> None:
        self.site = site
        self.ledger = ledger
        self._built = asyncio.Condition()

    async def run(self) -> None:
        """Build whenever a file below the folder has changed, until cancelled."""
        async for _changes in awatch(
            self.site.folder, step=STEP, watch_filter=self._is_theirs,
            ignore_permission_denied=True,
        ):  # fmt: skip
            await asyncio.to_thread(self.ledger.write_waiting)
            await self.build()

    async def build(self) -> None:
        """Build now."""
        await asyncio.to_thread(self.site.build)
        async with self._built:
            self._built.notify_all()
        await asyncio.to_thread(self.site.rest)

    async def versions(self) -> AsyncIterator[int]:
        """The number of each build from the present one on."""
        while True:
            version = self.site.found.version
            yield version
            async with self._built:
                while version == self.site.found.version:
                    await self._built.wait()

    def _is_theirs(self, _change: Change, path: str) -> bool:
        """Whether an editor may have written a file; what begins with a dot is a tool's."""
        inside = Path(path).relative_to(self.site.folder)
        # What no build reads changes nothing.
        unread = inside.name in (NOTES, PROPOSALS)
        return not unread and not any(part.startswith(".") for part in inside.parts)
