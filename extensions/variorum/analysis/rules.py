"""The one form of a rule: its name, on what ground it stands, examples, and what it does.

What finds quotations, dates, figures, names and references are ordered lists of such rules. Ground
and examples stand in ``data/rules``, a file a list, in the order in which the rules are tried; a
test holds that each example is found by its rule. An extension may switch a rule off, replace it,
or set one of its own before it, by name (:class:`Change`).
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Generic, Literal, TypeVar

from variorum import extending
from variorum.errors import RefusedError

__all__ = ["Change", "List", "Rule", "Rules", "described"]

T = TypeVar("T")

List = Literal[
    "before-marks", "behind-marks", "reports", "dates", "figures", "names", "kinds", "phrases",
    "pronouns",
]  # fmt: skip
"""What reports words within marks, before and behind them; what reports others; what is a date;
what makes a number no figure; where a name may stand and of what kind it is; what noun phrases and
pronouns stand for."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One rule. In an example what the rule is about stands in brackets."""

    name: str
    ground: str
    examples: tuple[str, ...]
    apply: T
    """What it does: of what kind that is, the list says."""


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """What becomes of one of our rules: ``rule`` takes its place or precedes it; without one the
    rule is switched off.
    """

    of: List
    name: str
    rule: Rule[T] | None = None
    precedes: bool = False


class Rules(Generic[T]):
    """An ordered list of rules, each of another name."""

    def __init__(self, of: List, rules: Iterable[Rule[T]]) -> None:
        self.of = of
        self._rules = tuple(rules)
        self._changed: dict[tuple[extending.Changed, ...], Rules[T]] = {}
        if len(set(self.names)) < len(self._rules):
            raise RefusedError(f"two rules for {of} have one name")

    def __iter__(self) -> Iterator[Rule[T]]:
        return iter(self._rules)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the rules, in order."""
        return tuple(rule.name for rule in self._rules)

    def without(self, name: str) -> Rules[T]:
        """The list without the rule of a name."""
        return self._with(name)

    def replaced(self, name: str, rule: Rule[T]) -> Rules[T]:
        """The list with another rule in the place of the one of a name."""
        return self._with(name, rule)

    def preceded(self, name: str, rule: Rule[T]) -> Rules[T]:
        """The list with a rule before the one of a name."""
        return self._with(name, rule, self._rules[self._place(name)])

    def as_extended(self) -> Rules[T]:
        """The list as the extensions that are installed or named want it."""
        changes = extending.changes(self.of)
        if changes not in self._changed:
            self._changed[changes] = self.changed(changes)
        return self._changed[changes]

    def changed(self, changes: Iterable[tuple[str, Change[T]]]) -> Rules[T]:
        """The list as extensions want it: each change with the name of the extension."""
        rules = self
        for extension, change in changes:
            try:
                if change.rule is None:
                    rules = rules.without(change.name)
                elif change.precedes:
                    rules = rules.preceded(change.name, change.rule)
                else:
                    rules = rules.replaced(change.name, change.rule)
            except RefusedError as error:
                raise RefusedError(f"the extension {extension!r}: {error}") from error
        return rules

    def _with(self, name: str, *instead: Rule[T]) -> Rules[T]:
        at = self._place(name)
        return Rules(self.of, (*self._rules[:at], *instead, *self._rules[at + 1 :]))

    def _place(self, name: str) -> int:
        if name not in self.names:
            known = ", ".join(self.names)
            raise RefusedError(f"there is no rule {name!r} for {self.of}; there are: {known}")
        return self.names.index(name)


def described(of: List, applied: Mapping[str, T]) -> Rules[T]:
    """Our rules of a list, in the order of its file: what each does is *applied* by its name."""
    table = _table(of)
    if {entry["name"] for entry in table} != applied.keys():
        odd = {entry["name"] for entry in table} ^ applied.keys()
        raise LookupError(f"data/rules/{of}.toml and the code differ in {sorted(odd)}")
    return Rules(
        of,
        (
            Rule(entry["name"], entry["ground"], tuple(entry["examples"]), applied[entry["name"]])
            for entry in table
        ),
    )


@functools.cache
def _table(of: List) -> list[dict[str, str]]:
    text = (files("variorum") / "data" / "rules" / f"{of}.toml").read_text(encoding="utf-8")
    table: list[dict[str, str]] = tomllib.loads(text)["rule"]
    return table
