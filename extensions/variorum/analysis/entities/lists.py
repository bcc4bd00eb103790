"""Names in one list are of one kind: "Ovarra, Telmis, Quito and Lima" are four places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.analysis.entities.spans import Candidate
    from variorum.analysis.entities.view import View

    Found = tuple[View, Candidate]
    Verdict = tuple[str, str, float]

__all__ = ["by_lists"]

SURE = 1.0
"""The lead from which a name tells of what kind its neighbours in a list are."""
ENOUGH = 2
"""How many of a list have to be of one kind for sure."""
_JOINS = frozenset({",", "and"})


def by_lists(
    found: Sequence[Found], verdicts: Sequence[Verdict | None]
) -> Iterator[tuple[int, str]]:
    """For names that the model alone has judged: the kind of those which they are listed with.

    *verdicts* are those of the names *found*, in the same order; names are given by their place.
    """
    for run in _runs(found):
        told = [verdicts[n] for n in run]
        sure = [v[0] for v in told if v is not None and v[1] != "model" and v[2] >= SURE]
        if len(sure) < ENOUGH or len(set(sure)) > 1 or sure[0] not in ("PER", "GPE", "ORG"):
            continue
        for n, verdict in zip(run, told, strict=True):
            if verdict is None or verdict[1] == "model":
                yield n, sure[0]


def _runs(found: Sequence[Found]) -> Iterator[list[int]]:
    """The lists: names, one after the other, that only commas and "and" part."""
    run: list[int] = []
    for n in sorted(range(len(found)), key=lambda n: found[n][1].start):
        if run and not _goes_on(found[run[-1]], *found[n]):
            yield run
            run = []
        run.append(n)
    yield run


def _goes_on(before: Found, view: View, c: Candidate) -> bool:
    """Whether only commas and "and" part a name from the one before."""
    other, last = before
    if other is not view or not 0 < c.first - last.last <= len(_JOINS):
        return False
    return all(word in _JOINS for word in view.lower[last.last : c.first])
