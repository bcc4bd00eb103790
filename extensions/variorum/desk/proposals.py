"""Proposals of programs at the desk: offered, accepted under a person's name, or refused."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum import editors_files
from variorum.corrections import snippet
from variorum.corrections.readers import verdict
from variorum.corrections.records import Value
from variorum.desk.alone import alone
from variorum.desk.deciding import RefusedError
from variorum.desk.entries import BrokenError, Entry, added, entries, without
from variorum.desk.ledger import Ledger, Written
from variorum.desk.readers import now_read
from variorum.edition import Story
from variorum.editors_files import PROPOSALS, story_folder
from variorum.errors import UserError
from variorum.handwritten import UnreadableError, read_text
from variorum.proposing.refusals import is_refused, refused
from variorum.rendering.words import _


class Proposals:
    """The ``proposals.yaml`` of the stories below a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def listed(self, story: str) -> list[Entry]:
        """What waits; nothing where the file can't be read."""
        try:
            return [e for e in entries(self._text(story), PROPOSALS) if not is_refused(e.said)]
        except BrokenError:
            return []

    def decide(self, ledger: Ledger, story: str, token: str, by: str, *, accept: bool) -> list[str]:
        """Accept a proposal, or refuse it; the names of the entries that say so.

        What is refused stays in the file with who has refused it and when, so that no program
        proposes it again. Raises :exc:`~variorum.desk.deciding.RefusedError` where it isn't there
        any more, and :exc:`~variorum.desk.entries.BrokenError`.
        """
        with alone(self._root):
            text = self._text(story)
            entry = self._waiting(text, token)
            left = without(text, token, PROPOSALS)
            if left is None:
                raise RefusedError(_("it isn’t proposed any more"))
            if not accept:
                today = datetime.date.today().isoformat()
                left = added(left, refused(entry.said, by, today), PROPOSALS)
            # Accepted first: whoever is killed in between is asked twice and loses nothing.
            tokens = ledger.write([Written(story, accepted(entry, by))]) if accept else []
            try:
                editors_files.write(story_folder(self._root, story), PROPOSALS, left)
            except UserError as error:
                raise BrokenError(str(error), None) from error
            return tokens

    def entry(self, story: str, token: str, by: str) -> str:
        """What would be written if a proposal were accepted; raises as :meth:`decide` does."""
        return accepted(self._waiting(self._text(story), token), by)

    def _waiting(self, text: str, token: str) -> Entry:
        for entry in entries(text, PROPOSALS):
            if entry.token == token and not is_refused(entry.said):
                return entry
        raise RefusedError(_("it isn’t proposed any more"))

    def _text(self, story: str) -> str:
        try:
            return read_text(story_folder(self._root, story) / PROPOSALS) or ""
        except UnreadableError as error:
            raise BrokenError(str(error), error.line) from error


def accepted(entry: Entry, by: str) -> str:
    """A proposal as the entry of whoever accepts it."""
    said = entry.said
    tail: dict[str, Value] = {
        "note": f"Proposed by {said.by}.", "by": by, "on": datetime.date.today().isoformat(),
    }  # fmt: skip
    return snippet(said.verb, said.what, said.at, dict(said.values) | tail, which=said.which)


def offered(listed: list[Entry], story: Story) -> Iterator[dict[str, Any]]:
    """The proposals, as a page shows them."""
    names = {a.id: a.name for a in story.actors}
    for entry in listed:
        said = entry.said
        values = {n: names.get(str(v), v) for n, v in said.values}
        words = str(values.pop("explanation", "")) or said.at[0].exact
        yield {
            "token": entry.token,
            "now": now_read(story, said),
            "by": said.by,
            "verb": said.verb,
            "what": said.what,
            "words": words,
            "articles": sorted({t.article for t in said.at}),
            "sigla": sorted({story.sigla.get(t.article, "?") for t in said.at}),
            "readings": [[story.sigla.get(t.article, "?"), t.exact] for t in said.at],
            "to": ", ".join(_("nobody") if v is None else str(v) for v in values.values())
            or verdict(said),
        }
