"""The names every reader of news knows, from the data files, and how to find them in a text.

A :class:`Known` says what a form names: its label, the canonical name of what it names (an
adjective names its country) and, for seats of power, the government that acts by it.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Span


@dataclass(frozen=True, slots=True)
class Known:
    """A form of a name that the data files know."""

    form: str
    label: str
    canonical: str
    acts_for: str | None = None
    """Canonical name of the government that acts by this name, where it can ("Moscow")."""
    seat: bool = False
    """Whether the form names the government itself wherever it stands ("the Kremlin")."""
    kind: str = ""
    """country, capital, place, people, organisation, product or seat."""
    timid: bool = False
    """Whether the form alone is no evidence, since it means other things as well."""


def lines(name: str) -> Iterator[list[str]]:
    """Give the fields of each line of a data file of ``|``-divided columns."""
    text = resources.files("variorum").joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


@functools.cache
def table(name: str) -> dict[str, Any]:
    """Read a TOML data file; nobody may change what it holds."""
    return tomllib.loads(resources.files("variorum").joinpath("data", name).read_text("utf-8"))


def _values(field: str) -> list[tuple[str, bool]]:
    found = [value.strip() for value in field.split(",")]
    return [(value.lstrip("!"), value.startswith("!")) for value in found if value]


def _countries() -> Iterator[Known]:
    for name, others, peoples, capitals in lines("countries.txt"):
        for form, timid in [(name, False), *_values(others)]:
            yield Known(form, "GPE", name, kind="country", timid=timid)
        for form, timid in _values(peoples):
            yield Known(form, "NORP", name, kind="people", timid=timid)
        first = ""
        for form, timid in _values(capitals):
            first = first or form
            canonical = "Washington" if form.startswith("Washington") else form
            if form in _SPELLINGS_OF_A_CAPITAL:
                canonical = first
            yield Known(form, "GPE", canonical, name, kind="capital", timid=timid)


_SPELLINGS_OF_A_CAPITAL = frozenset(
    {"Kiev", "Kyïv", "Peking", "Teheran", "Reykjavík", "Bogotá", "Brasília", "Dacca", "Yaoundé",
     "Ulan Bator", "Asunción", "Rangoon", "Sana'a", "Berne", "Chișinău", "Hague", "Lome"}
)  # fmt: skip


def _places() -> Iterator[Known]:
    for label, name, others in lines("places.txt"):
        if label == "NORP":
            for form, timid in _values(name):
                yield Known(form, "NORP", others, kind="people", timid=timid)
        elif name == "*":
            for form, timid in _values(others):
                yield Known(form, label, form, kind="place", timid=timid)
        else:
            for form, timid in [(name, False), *_values(others)]:
                yield Known(form, label, name, kind="place", timid=timid)


def _rest() -> Iterator[Known]:
    for (row,) in lines("groups.txt"):
        for form, timid in _values(row):
            yield Known(form, "NORP", form, kind="people", timid=timid)
    for name, others in lines("products.txt"):
        for form, timid in [(name, False), *_values(others)]:
            yield Known(form, "PRODUCT", name, kind="product", timid=timid)
    for name, others in lines("organisations.txt"):
        forms = [(name, False), *_values(others)]
        forms += [(_dotted(f), t) for f, t in forms if f.isupper() and f.isalpha() and len(f) < 5]
        for form, timid in forms:
            for spelling in {form, _american(form), _british(form)}:
                yield Known(spelling, "ORG", name, kind="organisation", timid=timid)


def _dotted(form: str) -> str:
    """An abbreviation with full stops, as some papers print it: "W.H.O."."""
    return "".join(f"{letter}." for letter in form)


def _american(form: str) -> str:
    return form.replace("Organisation", "Organization").replace("Centre", "Center")


def _british(form: str) -> str:
    return form.replace("Organization", "Organisation").replace("Center", "Centre")


@functools.cache
def known() -> dict[str, Known]:
    """All forms; where one form means two things, the first of countries, places, others."""
    found: dict[str, Known] = {}
    for entry in (*_countries(), *_places(), *_rest()):
        found.setdefault(entry.form, entry)
    for form, label, actor, kind in lines("metonyms.txt"):
        canonical = found[form].canonical if form in found else form
        found[form] = Known(form, label, canonical, actor, kind == "seat", "seat")
    return found


@functools.cache
def lookup(form: str) -> Known | None:
    """What a form names; forms in capitals ("KENYA") are understood, too."""
    entry = known().get(form) or known().get(form.replace("’", "'"))
    if entry is None and len(form) > 3 and form.isupper():
        entry = _shouted().get(form)
    return entry


@functools.cache
def _shouted() -> dict[str, Known]:
    return {form.upper(): entry for form, entry in reversed(known().items())}


def first_word(text: str) -> str:
    """The letters and digits a form starts with, in lower case."""
    for i, c in enumerate(text):
        if not c.isalnum():
            return text[:i].lower()
    return text.lower()


@functools.cache
def _by_first_word() -> dict[str, tuple[tuple[str, str, Known], ...]]:
    index: dict[str, list[tuple[str, str, Known]]] = {}
    curly = {form.replace("'", "’"): entry for form, entry in known().items()}
    for form, entry in (known() | curly).items():
        index.setdefault(first_word(form), []).append((form, form.upper(), entry))
    return {
        word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in index.items()
    }


def match(text: str, start: int, word: str) -> tuple[Span, Known] | None:
    """The longest known form that starts at *start*; *word* is the first word there, lowered."""
    for form, shouted, entry in _by_first_word().get(word, ()):
        end = start + len(form)
        said = text.startswith(form, start) or (len(form) > 3 and text.startswith(shouted, start))
        if said and _ends(text, start, end):
            return (start, end), entry
    return None


def glued(word: str) -> int:
    """How many characters of a word are a known name that a scrape glued to the next word.

    "NATOand" gives 4, "DelhiUpdated" 5, "PARISUpdated" 5, an ordinary word 0.
    """
    for i in range(2, len(word)):
        head, tail = word[:i], word[i:]
        if head.isupper() and tail in _glued_words() and lookup(head):
            return i
        if i > 3 and head.isupper() and tail[0].isupper() and tail[1:].islower() and lookup(head):
            return i
        if head[-1].islower() and tail[0].isupper() and tail[1:].islower() and lookup(head):
            return i
    return 0


@functools.cache
def _glued_words() -> frozenset[str]:
    """What a scrape glues to a name: "NATOand"."""
    return frozenset(table("context.toml")["glued"])


def _ends(text: str, start: int, end: int) -> bool:
    if end >= len(text) or not (text[end].isalnum() or text[end] in "_$"):
        return True
    stop = end
    while stop < len(text) and stop - end < 16 and text[stop].isalnum():
        stop += 1
    tail = text[end:stop]
    if not tail:
        return False
    if text[start:end].isupper():
        return tail in _glued_words()
    return text[end - 1].islower() and tail[0].isupper() and tail[1:].islower()


@functools.cache
def given_names() -> frozenset[str]:
    """Common given names of many languages, but for those that name a place as well."""
    listed = {word for (row,) in lines("given-names.txt") for word in row.split()}
    told = table("references.toml")["names"]
    others = {word for said in told.values() for word in said.split()}
    return frozenset(listed | {word for word in others - _SURNAMES if lookup(word) is None})


_SURNAMES = frozenset(table("references.toml")["names_as_words"])
"""Names that tell a man from a woman, but are words or surnames as often."""
