"""What an editor says of a report's head, set in ``story.yaml``; comments and order stay."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from variorum import editors_files
from variorum.corrections.places import short
from variorum.desk.alone import alone
from variorum.desk.deciding import RefusedError
from variorum.desk.entries import BrokenError
from variorum.editors_files import STORY, story_folder
from variorum.errors import UserError
from variorum.handwritten import UnreadableError, compose, read_text
from variorum.model import Article
from variorum.reading.schema import check
from variorum.rendering.words import _
from variorum.story import ARTICLES

SETTABLE = ("outlet", "title", "published")
LONGEST = 4096
"""So long a line is not broken into two."""


def grounds(article: Article) -> dict[str, str]:
    """From what each field of an article's head was read."""
    meta = article.meta
    known = {n: _("from: %s") % g for n, g in meta.basis.items() if isinstance(g, str)}
    spans = {name: meta.span(name) for name in SETTABLE}
    read = {
        name: _("from “%s”") % short(article.text[span[0] : span[1]])
        for name, span in spans.items()
        if span is not None
    }
    return known | read


def set_head(root: Path, article: Article, field: str, value: str) -> str:
    """Set a field of an article, or with nothing leave it to what is read; what stood there.

    Raises :exc:`~variorum.desk.deciding.RefusedError` for a value that can't be one,
    :exc:`~variorum.desk.entries.BrokenError` where the file can't be read.
    """
    value = checked(field, value)
    folder = story_folder(root, article.story)
    with alone(root):
        try:
            text = read_text(folder / STORY) or ""
            compose(text)
        except UnreadableError as error:
            raise BrokenError(str(error), error.line) from error
        after, before = _changed(text, PurePosixPath(article.source).name, field, value)
        try:
            editors_files.write(folder, STORY, after)
        except UserError as error:
            raise BrokenError(str(error), None) from error
    return before


def checked(field: str, value: str) -> str:
    """The value of a field on one line; raises :exc:`~variorum.desk.deciding.RefusedError`."""
    value = " ".join(value.split())
    if field not in SETTABLE:
        raise RefusedError(_("only %s can be set") % ", ".join(SETTABLE))
    if value:
        for _name, _value, complaint in check({field: value}):
            if complaint:
                raise RefusedError(complaint)
    return value


def _changed(text: str, name: str, field: str, value: str) -> tuple[str, str]:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = LONGEST
    try:
        said: Any = yaml.load(text)
    except YAMLError as error:
        raise BrokenError(_("it is no YAML"), None) from error
    said = yaml.map() if said is None else said
    listed = said.setdefault(ARTICLES, yaml.map()) if isinstance(said, dict) else None
    if not isinstance(listed, dict) or not isinstance(listed.setdefault(name, yaml.map()), dict):
        raise BrokenError(
            _("%s should map names of files to what is said of them") % ARTICLES, None
        )
    fields = listed[name]
    before = str(fields.get(field) or "")
    if value:
        fields[field] = value
    else:
        fields.pop(field, None)
    # What says nothing any more is not left lying about.
    if not fields:
        del listed[name]
    if not listed:
        del said[ARTICLES]
    out = io.StringIO()
    if said:
        yaml.dump(said, out)
    return out.getvalue() or _comments(text), before


def _comments(text: str) -> str:
    """The lines of a file that hold nothing else."""
    return "".join(line for line in text.splitlines(True) if line.lstrip().startswith("#"))
