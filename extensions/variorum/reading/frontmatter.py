"""YAML front matter of an ``.md`` article, against a strict schema."""

from __future__ import annotations

import re
from typing import Any

import yaml

from variorum.model import Problem
from variorum.reading.schema import FIELDS, check

__all__ = ["FrontMatter", "split_front_matter"]

_FENCED = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(?P<yaml>.*?)(?:^---|^\.\.\.)[ \t]*$", re.S | re.M)
_LARGEST = 50_000
"""Characters of front matter above which it isn't parsed."""

FrontMatter = dict[str, Any]


class _PlainLoader(yaml.SafeLoader):
    """YAML without aliases: what can't repeat itself can't grow without bound."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(None, None, "an alias (*name) is not allowed here", mark)
        return super().compose_node(parent, index)


# Dates stay as they are printed: "2022-01" must not become anything more precise.
_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def split_front_matter(text: str, source: str) -> tuple[FrontMatter, int, list[Problem]]:
    """The fields given in front matter, the offset where the article begins, and complaints.

    Unknown keys and values of a wrong type are complaints, located by line, and are ignored;
    front matter that isn't YAML gives no fields. It is never part of the text.
    """
    if not text.startswith("---") or not (match := _FENCED.match(text)):
        return {}, 0, []
    complaints: list[Problem] = []

    def complain(message: str, line: int) -> None:
        complaints.append(Problem("frontmatter", source, message, line=line + 2))

    fields: FrontMatter = {}
    try:
        if len(match["yaml"]) > _LARGEST:
            raise yaml.YAMLError(f"more than {_LARGEST:,} characters")
        node = yaml.compose(match["yaml"], Loader=_PlainLoader)
        if node is not None and not isinstance(node, yaml.MappingNode):
            raise yaml.MarkedYAMLError(None, None, "not a list of keys and values", node.start_mark)
        values, lines = _values(node, complain) if node else ({}, {})
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = getattr(error, "problem", None) or str(error).partition("\n")[0]
        complain(f"front matter is not understood: {message}", mark.line if mark else -1)
        return {}, match.end(), complaints
    for key in values:
        if key not in FIELDS:
            known = ", ".join(FIELDS)
            complain(f"unknown key {key!r}; known are {known}", lines[key])
    for name, value, complaint in check(values):
        if complaint:
            complain(f"{complaint}; ignored", lines[name])
        else:
            fields[name] = value
    return fields, match.end(), sorted(complaints, key=lambda problem: problem.line or 0)


def _values(node: yaml.MappingNode, complain: Any) -> tuple[dict[str, Any], dict[str, int]]:
    """Keys with their values and lines; a key given twice is complained of, the first stands."""
    loader = _PlainLoader("")
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = str(getattr(key_node, "value", ""))
        line = key_node.start_mark.line
        if key in values:
            complain(f"the key {key!r} is given twice; the first stands", line)
            continue
        try:
            values[key] = loader.construct_object(value_node, deep=True)
        except Exception as error:  # A tag such as !!bool over another value raises anything.
            said = str(error).partition("\n")[0]
            complain(f"the value of {key!r} is not understood: {said}; ignored", line)
        else:
            lines[key] = line
    return values, lines
