"""What annotating costs, as a ratio to spaCy's own time on the same text in the same run."""

from __future__ import annotations

import dataclasses
import pkgutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

from variorum.analysis.parse import load_model, parse
from variorum.edition import analysed, assemble
from variorum.model import Article

__all__ = ["Cost", "measure_cost", "repeated"]

STEPS = {
    "names": "variorum.edition.entities.find",
    "actors": "variorum.edition.link",
    "references": "variorum.edition.references.find",
    "roles": "variorum.edition.roles.find",
    "quotations": "variorum.edition.quotes.find",
    "dates": "variorum.edition.dates.find",
    "figures": "variorum.edition.figures.find",
    "clocks": "variorum.edition.settle",
    "differences": "variorum.edition.findings.find",
}
"""Where the edition calls each step."""


@dataclass(slots=True)
class Cost:
    """Processor seconds of spaCy, of each analyser and of the whole, and the letters read."""

    letters: int
    spacy: float = 0.0
    steps: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STEPS, 0.0))
    whole: float = 0.0

    @property
    def ratios(self) -> dict[str, float]:
        """Of each analyser, of what is left, and of all but spaCy: its time over spaCy's."""
        rest = self.whole - self.spacy - sum(self.steps.values())
        seconds = {**self.steps, "the rest": rest, "all beside spaCy": self.whole - self.spacy}
        return {name: spent / self.spacy for name, spent in seconds.items()}


def repeated(articles: Sequence[Article], times: int) -> list[Article]:
    """Each article several times, as so many stories."""
    return [
        dataclasses.replace(article, story=f"{article.story}{number}")
        for number in range(times)
        for article in articles
    ]


def measure_cost(articles: Sequence[Article]) -> Cost:
    """Analyse the articles as ``variorum annotate`` does, with a clock on every step."""
    cost = Cost(sum(len(article.text) for article in articles))
    stories = assemble(articles, {}, {}).stories
    model = load_model()
    with ExitStack() as patches:
        for name, step in STEPS.items():
            timed = _timed(pkgutil.resolve_name(step), name, cost)
            patches.enter_context(mock.patch(step, timed))
        patches.enter_context(mock.patch("variorum.edition.parse", _timed_parse(cost)))
        start = time.process_time()
        for _ in analysed(stories, lambda: model):
            pass
        cost.whole = time.process_time() - start
    return cost


def _timed(step: Callable[..., Any], name: str, cost: Cost) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start, others = time.process_time(), sum(cost.steps.values())
        try:
            return step(*arguments, **named)
        finally:
            # One step may call another, whose time is counted already.
            inner = sum(cost.steps.values()) - others
            cost.steps[name] += time.process_time() - start - inner

    return timed


def _timed_parse(cost: Cost) -> Callable[..., Iterator[Any]]:
    """The parse, which is a stream: only the waits for its next article are spaCy's."""

    def timed(articles: Iterable[Article], nlp: Any, known: Any = None) -> Iterator[Any]:
        stream = iter(parse(articles, nlp, known))
        while True:
            start = time.process_time()
            parsed = next(stream, None)
            cost.spacy += time.process_time() - start
            if parsed is None:
                return
            yield parsed

    return timed
