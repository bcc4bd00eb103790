"""A reader's own notes in ``notes.yaml``, so that they outlive the browser; no build reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from variorum import editors_files
from variorum.desk.alone import alone
from variorum.desk.entries import BrokenError
from variorum.editors_files import NOTES, story_folder
from variorum.errors import UserError
from variorum.handwritten import UnreadableError, read_text
from variorum.rendering.words import _

MOST = 2_000
LONGEST = 20_000
HEAD = "# Your own notes, written by the desk.\n"
_FIELDS = ("id", "created", "source", "exact", "prefix", "suffix", "note")


def read_notes(root: Path, story: str) -> list[dict[str, Any]]:
    """The notes on a story as W3C annotations; raises :exc:`~variorum.desk.entries.BrokenError`."""
    folder = story_folder(root, story)
    try:
        text = read_text(folder / NOTES) or ""
        said = yaml.safe_load(text)
    except UnreadableError as error:
        raise BrokenError(str(error), error.line) from error
    except yaml.YAMLError as error:
        raise BrokenError(_("it is no YAML"), None) from error
    if said is None:
        return []
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise BrokenError(_("must be a list of notes"), None)
    return [_annotation({k: str(v) for k, v in one.items()}) for one in said]


def write_notes(root: Path, story: str, notes: Sequence[Mapping[str, Any]]) -> int:
    """Write the notes on a story; how many there are.

    Raises :exc:`~variorum.desk.entries.BrokenError` where what stands there can't be read.
    """
    with alone(root):
        before = read_notes(root, story)
        made = list(_flat(notes))
        if made == list(_flat(before)):
            return len(made)
        text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=100) if made else ""
        try:
            editors_files.write(story_folder(root, story), NOTES, HEAD + text)
        except UserError as error:
            raise BrokenError(str(error), None) from error
        return len(made)


def _flat(notes: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    for note in notes[:MOST]:
        target = note.get("target")
        selector = target.get("selector") if isinstance(target, dict) else None
        if not isinstance(target, dict) or not isinstance(selector, dict):
            continue
        body = note.get("body") or []
        words = [str(b.get("value", "")) for b in body if isinstance(b, dict)]
        said = {
            "id": note.get("id"), "created": note.get("created"), "source": target.get("source"),
            **{name: selector.get(name) for name in ("exact", "prefix", "suffix")},
            "note": "\n".join(words),
        }  # fmt: skip
        yield {name: str(said[name])[:LONGEST] for name in _FIELDS if said[name]}


def _annotation(said: Mapping[str, str]) -> dict[str, Any]:
    note = said.get("note", "")
    selector = {name: said[name] for name in ("exact", "prefix", "suffix") if said.get(name)}
    made: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": said.get("id", ""),
        "type": "Annotation",
        "motivation": "commenting" if note else "highlighting",
        "created": said.get("created", ""),
        "target": {
            "source": said.get("source", ""),
            "selector": {"type": "TextQuoteSelector"} | selector,
        },
    }
    body = [{"type": "TextualBody", "purpose": "commenting", "value": note}] if note else []
    return made | ({"body": body} if body else {})
