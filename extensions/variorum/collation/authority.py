"""The editor's word on actors: ``actors.yaml``, read strictly, and what it decides.

A file maps the id of an actor to what the editor knows::

    vladimir-ermakov:
      name: Vladimir Yermakov       # canonical name, for headings
      aliases: [Ermakov]            # forms that name this actor wherever they stand
      kind: PER                     # PER, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT or WORK
      description: Russian diplomat
      wikidata: Q12345
      merge: [v-ermakov]            # ids of actors that are this one
      split: [Yermakov Foundation]  # forms that are linked here and shouldn't be

Every key may be left out. What can't be understood is reported as a :class:`Problem` and passed
over; it never stops the edition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml

from variorum.collation.slugs import slug
from variorum.handwritten import UnreadableError, compose, construct, unreadable
from variorum.model import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK"})
KEYS = ("name", "aliases", "kind", "description", "wikidata", "merge", "split")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the editor says of one actor; empty where the file is silent."""

    id: str
    name: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    description: str = ""
    wikidata: str = ""
    merge: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    source: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """All entries of one file, or of a site's file and a story's over it; sorted by id."""

    entries: tuple[Entry, ...] = ()
    of_site: tuple[Entry, ...] = ()
    """Those of the file of all stories: each is one actor in whichever story."""

    def over(self, site: Authority) -> Authority:
        """This story's file over the site's: an entry here replaces the one there, whole."""
        merged = {e.id: e for e in (*site.entries, *self.entries)}
        return Authority(tuple(merged[key] for key in sorted(merged)), self.of_site or site.of_site)

    def of_all(self) -> Authority:
        """The same as the file of all stories: whom it names is one actor in each of them."""
        return replace(self, of_site=self.entries)

    @property
    def site_ids(self) -> frozenset[str]:
        """Who is one actor in all stories."""
        return frozenset(entry.id for entry in self.of_site)

    @property
    def site_words(self) -> frozenset[str]:
        """All that the file of all stories says to name an actor."""
        return frozenset(
            words for e in self.of_site for words in (e.id, *e.aliases, *e.merge, *e.split)
        )


def read(text: str, source: str) -> tuple[Authority, list[Problem]]:
    """Read one ``actors.yaml``; *source* is its path, for the problems."""
    try:
        node = compose(text)
    except UnreadableError as error:
        return Authority(), [unreadable(error, "actors", source)]
    if node is None:
        return Authority(), []
    if not isinstance(node, yaml.MappingNode):
        message = "must map the ids of actors to what is known of them"
        return Authority(), [Problem("actors", source, message, 1)]
    at = _Reader(source, _line_numbers(node))
    entries = []
    seen: set[int] = set()
    for key, value in node.value:
        try:
            entry = at.entry(construct(key, seen), construct(value, seen))
        except UnreadableError as error:
            at.problems.append(Problem("actors", source, str(error), error.line))
            continue
        if entry is not None:
            entries.append(entry)
    entries = list({entry.id: entry for entry in entries}.values())
    at.check_names(entries)
    return Authority(tuple(sorted(entries, key=lambda e: e.id))), at.problems


def _line_numbers(node: Any) -> dict[str, int]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    lines: dict[str, int] = {}
    for key, _value in node.value:
        if isinstance(key, yaml.ScalarNode):
            lines.setdefault(key.value, key.start_mark.line + 1)
    return lines


class _Reader:
    """Turns mappings into entries and keeps what was wrong with them."""

    def __init__(self, source: str, lines: Mapping[str, int]) -> None:
        self.source = source
        self.lines = lines
        self.problems: list[Problem] = []

    def entry(self, key: object, value: object) -> Entry | None:
        """One actor, or nothing where it can't be understood."""
        name = str(key)
        if not isinstance(key, str) or slug(key) != key:
            self.wrong(name, f"{name!r} is no id; {slug(name)!r} would be")
            return None
        if value is None:
            value = {}
        if not isinstance(value, dict):
            self.wrong(name, f"what is said of {name!r} must be a mapping of {', '.join(KEYS)}")
            return None
        for unknown in sorted(str(k) for k in value if k not in KEYS):
            self.wrong(name, f"unknown key {unknown!r} in {name!r}; known are {', '.join(KEYS)}")
        kind = self.word(name, value, "kind")
        if kind and kind not in KINDS:
            self.wrong(
                name, f"unknown kind {kind!r} in {name!r}; known are {', '.join(sorted(KINDS))}"
            )
            kind = ""
        wikidata = self.word(name, value, "wikidata")
        if wikidata and not re.fullmatch(r"Q[1-9]\d{0,11}", wikidata):
            self.wrong(name, f"{wikidata!r} in {name!r} is no Wikidata id; one looks like Q42")
            wikidata = ""
        return Entry(
            id=name,
            name=self.word(name, value, "name"),
            aliases=self.words(name, value, "aliases"),
            kind=kind,
            description=self.word(name, value, "description"),
            wikidata=wikidata,
            merge=self.words(name, value, "merge"),
            split=self.words(name, value, "split"),
            source=self.source,
            line=self.lines.get(name),
        )

    def word(self, actor: str, value: dict[object, object], key: str) -> str:
        """The text under a key, single-spaced."""
        said = value.get(key)
        if said is None:
            return ""
        if not isinstance(said, str) or not said.strip():
            self.wrong(actor, f"{key!r} in {actor!r} must be text")
            return ""
        return " ".join(said.split())

    def words(self, actor: str, value: dict[object, object], key: str) -> tuple[str, ...]:
        """The list of texts under a key."""
        said = value.get(key)
        if said is None:
            return ()
        if not isinstance(said, list) or not all(isinstance(s, str) and s.strip() for s in said):
            self.wrong(actor, f"{key!r} in {actor!r} must be a list of texts")
            return ()
        return tuple(dict.fromkeys(" ".join(s.split()) for s in said))

    def check_names(self, entries: list[Entry]) -> None:
        """Warn of a form that two entries claim; the first by id has it."""
        claimed: dict[str, str] = {}
        for entry in sorted(entries, key=lambda e: e.id):
            for form in dict.fromkeys((entry.name, *entry.aliases)):
                owner = claimed.setdefault(form, entry.id)
                if form and owner != entry.id:
                    self.wrong(entry.id, f"{form!r} is claimed by {owner!r} and by {entry.id!r}")

    def wrong(self, actor: str, message: str) -> None:
        """Note a problem at the line of an actor."""
        self.problems.append(Problem("actors", self.source, message, self.lines.get(actor)))
