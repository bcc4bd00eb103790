"""``corrections.yaml``, read strictly: what can't be understood costs that correction alone.

The file is a list. An entry begins with its verb; ``at`` says where, always in the same shape, one
place or a list of them::

    - by: Jana Novak            # who decides what follows

    - change: quote
      at:
        article: alpha          # the article's id, or the name of its file
        exact: We have no choice
        prefix: "piers have cracks."
      speaker: karin-holt
      note: The mayor, not her engineer; she says so below.

    - reject: entity
      at: {article: alpha, exact: Gazette app}

See docs/corrections.md for every verb.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from variorum.corrections.fields import (
    FIELDS,
    LONGEST_TEXT,
    NEEDED,
    OF_VERB,
    day,
    needed,
    one_of,
    text,
    which,
)
from variorum.corrections.records import THINGS, VERBS, Correction, Corrections, Target, Verb
from variorum.editors_files import CORRECTIONS
from variorum.handwritten import (
    UnreadableError,
    compose,
    line_of,
    read_text,
    texts,
    unreadable,
    without_aliases,
)
from variorum.model import Problem

FILENAME = CORRECTIONS
SUBTYPE = "correction"
MOST = 10_000
"""So many corrections are read from one file."""
PLACES = 100
"""So many places one of them may name."""
CONTEXT = ("article", "exact", "prefix", "suffix")


def read_corrections(folder: Path, shown: str) -> tuple[Corrections, list[Problem]]:
    """Read ``folder/corrections.yaml``; *shown* is the folder's name in messages."""
    source = f"{shown}/{FILENAME}" if shown else FILENAME
    try:
        said = read_text(folder / FILENAME)
    except UnreadableError as error:
        return Corrections(), [unreadable(error, SUBTYPE, source)]
    return read(said, source) if said is not None else (Corrections(), [])


def read(said: str, source: str) -> tuple[Corrections, list[Problem]]:
    """Read the text of one ``corrections.yaml``; *source* is its path, for the problems."""
    try:
        node = compose(said)
    except UnreadableError as error:
        return Corrections(), [unreadable(error, SUBTYPE, source)]
    if node is None:
        return Corrections(), []
    if not isinstance(node, yaml.SequenceNode):
        message = "must be a list of corrections: each begins with “- ” and its verb"
        return Corrections(), [Problem(SUBTYPE, source, message, line_of(node))]
    entries: list[Correction] = []
    problems: list[Problem] = []
    seen: set[int] = set()
    by = ""
    for number, item in enumerate(node.value):
        line = line_of(item)
        try:
            if number >= MOST:
                raise UnreadableError(f"only the first {MOST:,} corrections are read", line)
            without_aliases(item, seen)
            given = texts(item)
            if isinstance(given, dict) and given.keys() == {"by"}:
                by = str(_named("by", needed, given["by"], item))
            else:
                entries.append(_correction(given, item, by, source))
        except UnreadableError as error:
            problems.append(Problem(SUBTYPE, source, str(error), error.line))
            if number >= MOST:
                break
    return Corrections(tuple(entries)), problems


def _correction(given: Any, item: yaml.Node, by: str, source: str) -> Correction:
    line = line_of(item)
    if not isinstance(given, dict):
        raise UnreadableError(f"a correction begins with a verb: {', '.join(VERBS)}", line)
    verb = _verb(given, line)
    what = str(_named(verb, one_of(*THINGS[verb]), given[verb], item))
    fields = FIELDS[what] if verb in ("add", "change", "split") else OF_VERB.get(verb, {})
    known = {verb, "at", "by", "on", *fields, *(() if verb == "note" else ("note",))}
    known |= {"which"} if what == "finding" and verb != "add" else set()
    known |= {"text"} if verb == "note" else set()
    for key in given:
        if key not in known:
            near = ", ".join(k for k in (verb, "at", *sorted(known - {verb, "at"})))
            raise UnreadableError(f"unknown key {key!r}; known here: {near}", _line(item, key))
    values = tuple(
        (key, _named(key, fields[key], given[key], item)) for key in fields if key in given
    )
    if verb == "change" and not values:
        raise UnreadableError(f"nothing to change; say one of {', '.join(fields)}", line)
    for key in NEEDED.get(what, ()) if verb == "add" else ():
        if key not in given:
            raise UnreadableError(f"what is added needs {key!r}", line)
    needed_in = ("article",) if what == "article" else ("article", "exact")
    at = _targets(given.get("at"), item, needed_in)
    if verb == "merge" and len(at) < 2:
        raise UnreadableError("merge needs at least two places under 'at'", line)
    return Correction(
        verb=verb,
        what=what,
        at=at,
        values=values,
        which=str(_named("which", which, given["which"], item)) if "which" in given else "",
        note=str(
            _named("text", needed, given.get("text"), item)
            if verb == "note"
            else _named("note", text, given.get("note"), item) or ""
        ),
        by=str(_named("by", text, given.get("by"), item) or by),
        on=str(_named("on", day, given.get("on"), item) or ""),
        source=source,
        line=line,
    )


def _verb(given: dict[str, Any], line: int) -> Verb:
    # "note" is a verb of its own, and what any other verb may say besides.
    found = [verb for verb in VERBS if verb in given]
    found = found if len(found) == 1 else [verb for verb in found if verb != "note"]
    if len(found) != 1:
        raise UnreadableError(f"a correction has one verb of {', '.join(VERBS)}", line)
    return found[0]


def _targets(said: Any, item: yaml.Node, keys: tuple[str, ...]) -> tuple[Target, ...]:
    line = _line(item, "at")
    places = said if isinstance(said, list) else [said]
    if said is None or not places:
        raise UnreadableError("'at' is missing: an article and its words", line)
    if len(places) > PLACES:
        raise UnreadableError(f"'at' names more than {PLACES} places", line)
    return tuple(_target(place, line, keys) for place in places)


def _target(said: Any, line: int, keys: tuple[str, ...]) -> Target:
    if not isinstance(said, dict) or not said.keys() <= set(CONTEXT):
        raise UnreadableError(f"'at' maps {', '.join(CONTEXT)} to text, or is a list of such", line)
    for key in CONTEXT:
        if not isinstance(said.get(key) or "", str):
            raise UnreadableError(f"{key!r} under 'at' must be text", line)
    for key in keys:
        if not (said.get(key) or "").strip():
            raise UnreadableError(f"'at' needs {key!r}", line)
    if any(len(said.get(key) or "") > LONGEST_TEXT for key in CONTEXT):
        raise UnreadableError(f"words under 'at' are longer than {LONGEST_TEXT:,} characters", line)
    return Target(*(said.get(key) or "" for key in CONTEXT))


def _named(key: str, read_value: Any, said: Any, item: yaml.Node) -> Any:
    try:
        return read_value(said)
    except ValueError as error:
        raise UnreadableError(f"{key!r} {error}", _line(item, key)) from error


def _line(item: yaml.Node, key: str) -> int:
    """The line of a key of an entry, or the entry's own."""
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    return next((line_of(k) for k, _ in pairs if k.value == key), line_of(item))
