"""Finds temporal expressions: rules at every word that may open one, the longest match wins."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.analysis.dates import lexicon, plausible
from variorum.analysis.dates.compose import compose
from variorum.analysis.dates.meaning import Atom
from variorum.analysis.dates.rules_absolute import ABSOLUTE, Form
from variorum.analysis.dates.rules_measures import MEASURES
from variorum.analysis.dates.rules_relative import RELATIVE
from variorum.analysis.rules import Rules, described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span


def _by_name() -> dict[str, tuple[Form, ...]]:
    found = defaultdict(list)
    for form in (*ABSOLUTE, *RELATIVE, *MEASURES):
        found[form.name].append(form)
    return {name: tuple(forms) for name, forms in found.items()}


RULES = described("dates", _by_name())


@functools.cache
def _forms(rules: Rules[tuple[Form, ...]]) -> tuple[Form, ...]:
    """The forms of all rules, in the order in which they win."""
    return tuple(itertools.chain.from_iterable(rule.apply for rule in rules))


_NEXT = re.compile(r"\s{1,3}['’]?(\w{1,14})")
_OPENING = re.compile(r"(?<![\w$£€#])(?:[a-z]{1,14}|\d{1,5}|['’]\d)", re.IGNORECASE | re.ASCII)


def recognise(doc: Doc, text: str) -> list[tuple[Atom, Span]]:
    """The temporal expressions of one block, left to right and disjoint, offsets in the block."""
    seen = (plausible.see(atom, doc, text) for atom in scan(text))
    atoms = compose(text, (s.atom for s in seen if s and plausible.as_atom(s)))
    joined = (plausible.see(atom, doc, text) for atom in atoms)
    return [(s.atom, s.span) for s in joined if s and plausible.as_expression(s)]


def scan(text: str) -> Iterator[Atom]:
    """What the rules match, before anything is known of its context."""
    end = 0
    forms = _forms(RULES.as_extended())
    for opening in _OPENING.finditer(text):
        start = opening.start()
        word = opening[0].lower()
        if start < end or not _may_open(text, word, opening.end()):
            continue
        found = _longest(text, start, forms)
        if found:
            yield from found
            end = found[-1].end


def _may_open(text: str, word: str, end: int) -> bool:
    if not word[0].isalpha():
        return True
    if word not in lexicon.OPENERS:
        return False
    if word not in lexicon.DETERMINERS:
        return True
    following = _NEXT.match(text, end)  # "the house" is dismissed without trying a rule
    return following is not None and (
        not following[1].isalpha() or following[1].lower() in lexicon.VOCABULARY
    )


def _longest(text: str, start: int, forms: tuple[Form, ...]) -> list[Atom]:
    best: list[Atom] = []
    reach = start
    for form in forms:
        match = form.pattern.match(text, start)
        if match is None or match.end() <= reach:
            continue
        built = form.build(match)
        if built is None:
            continue
        reach = match.end()
        parts = built if isinstance(built, list) else [("", built)]
        best = [Atom(*_range(match, g), form.name, m, form.confidence) for g, m in parts]
        best.sort(key=lambda a: a.start)
        if len(best) > 1:  # the month goes with the day beside it
            best[0] = _stretch(best[0], match.start(), best[0].end)
            best[-1] = _stretch(best[-1], best[-1].start, match.end())
    return best


def _range(match: re.Match[str], group: str) -> tuple[int, int]:
    return match.span(group or 0)


def _stretch(atom: Atom, start: int, end: int) -> Atom:
    return Atom(start, end, atom.rule, atom.meaning, atom.confidence, atom.mod)
