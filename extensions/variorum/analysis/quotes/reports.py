"""Everything that reports speech without marks of quotation, by an ordered list of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from variorum.analysis.quotes.asides import according, as_said, in_view
from variorum.analysis.quotes.indirect import by_noun, by_verb
from variorum.analysis.rules import Rules, described

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from variorum.analysis.quotes.indirect import Report

Reporting: TypeAlias = "Callable[[Token], Iterator[Report]]"
"""What a rule does: it looks at one word."""
RULES: Rules[Reporting] = described(
    "reports",
    {
        "reporting verb": by_verb,
        "reporting noun": by_noun,
        "according to": according,
        "as X said": as_said,
        "view of": in_view,
    },
)


def reports(doc: Doc) -> Iterator[Report]:
    """Every clause or phrase that somebody is told to have said, thought, wanted."""
    rules = [rule.apply for rule in RULES.as_extended()]
    for token in doc:
        for apply in rules:
            yield from apply(token)
