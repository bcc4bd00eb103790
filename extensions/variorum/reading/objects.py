"""Articles from a ``.jsonl`` file, one object a line: ``{"id", "text"}`` and what is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from variorum.model import Article, Problem
from variorum.reading.articles import read_given_text
from variorum.reading.decode import MAX_BYTES
from variorum.reading.problems import ReadingError, left_out
from variorum.reading.schema import check, is_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["read_objects"]


def read_objects(
    lines: Iterable[bytes], source: str, *, max_bytes: int = MAX_BYTES
) -> Iterator[Article | Problem]:
    """Read the objects of a ``.jsonl`` file, in order.

    What an object gives stands and isn't looked for in its text. One without a story stands
    alone: its story is its id. One that can't be read gives a problem and costs no other.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from _read_object(line, source, number, max_bytes)
        except ReadingError as error:
            yield error.problem


def _read_object(
    line: bytes, source: str, number: int, max_bytes: int
) -> Iterator[Article | Problem]:
    if number == 1:
        line = line.removeprefix(b"\xef\xbb\xbf")
    try:
        fields: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise left_out(source, "not UTF-8", subtype="encoding", line=number) from error
    except (ValueError, RecursionError) as error:
        raise left_out(source, f"not a JSON object: {error}", line=number) from error
    if not isinstance(fields, dict):
        raise left_out(source, "not a JSON object", line=number)
    id_, text = fields.get("id"), fields.get("text")
    if isinstance(id_, int) and not isinstance(id_, bool):
        id_ = str(id_)
    if not isinstance(id_, str) or not id_.strip():
        raise left_out(source, "the object has no id", line=number)
    if not isinstance(text, str) or not text.strip():
        raise left_out(source, f"the object {id_!r} has no text", line=number)
    if len(text) > max_bytes:
        raise left_out(source, f"the text of {id_!r} is too large", line=number)
    if not is_text(id_ + text):
        raise left_out(
            source,
            f"the text of {id_!r} contains NUL characters or half a surrogate pair",
            subtype="encoding",
            line=number,
        )
    given = {}
    for name, value, complaint in check(fields):
        if complaint:
            yield Problem("article", source, f"{id_}: {complaint}; ignored", line=number)
        else:
            given[name] = value
    story = given.pop("story", id_)
    yield read_given_text(text, given, article_id=id_, source=source, story=story)
