"""What pronouns stand for: an ordered list of rules, each for pronouns of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from variorum.analysis.collectives import PLURAL, SINGULAR, collective
from variorum.analysis.personal import GENDER, RELATIVES, personal, relative
from variorum.analysis.rules import Rules, described

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.analysis.salience import Named, Persons

__all__ = ["RULES", "Reading", "pronoun"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known where a pronoun stands."""

    resolved: Mapping[int, Named]
    """Who is named or meant, by token."""
    quoted: Sequence[bool]
    """Whether each token stands within quotation marks."""
    bearers: Mapping[int, Named]
    """To whom a title is given, by token."""
    persons: Persons


Meant: TypeAlias = "tuple[Named, str]"
"""Who, and how that was found: a name of :data:`variorum.analysis.references.CONFIDENCE`."""
Meaning: TypeAlias = "Callable[[Token, Reading], Meant | None]"
"""What a rule does: whom a word means, if it is a pronoun of the rule's."""


def _relative(token: Token, reading: Reading) -> Meant | None:
    if token.lower_ not in RELATIVES:
        return None
    return relative(token, reading.resolved, reading.bearers)


def _collective(token: Token, reading: Reading) -> Meant | None:
    if token.lower_ not in SINGULAR | PLURAL:
        return None
    return collective(token, reading.resolved, reading.quoted, reading.persons.memory)


def _personal(token: Token, reading: Reading) -> Meant | None:
    if token.lower_ not in GENDER:
        return None
    return personal(token, reading.resolved, reading.quoted, reading.persons)


RULES: Rules[Meaning] = described(
    "pronouns",
    {"relative": _relative, "it and they": _collective, "he and she": _personal},
)


def pronoun(token: Token, reading: Reading) -> Meant | None:
    """Whom a word stands for, if it is a pronoun and that can be told."""
    rules = RULES.as_extended()
    return next((found for rule in rules if (found := rule.apply(token, reading))), None)
