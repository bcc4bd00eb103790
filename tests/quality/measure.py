"""Print how good the annotations are and what they cost: ``python -m tests.quality.measure``."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.quality.accuracy import write_accuracy
from tests.quality.annotated import PROJECT, STORY, annotated_story
from tests.quality.bench import BENCH, TASKS, bench_figures, is_bench
from tests.quality.calibration import Json, band_lines, measured, write_rules
from tests.quality.cost import Cost, measure_cost, repeated
from tests.quality.pairing import Pair
from tests.quality.score import Scores, score, wrong
from variorum.model import Article
from variorum.reading import read_paths

DATA = PROJECT / "extensions" / "variorum" / "data"
REPEATS = 6
"""How often the bundled story is read for its cost: enough for a steady clock."""
PER_FILE = 20
"""Articles of each file of public data that the cost is measured on."""


def main() -> None:
    """Run the command."""
    said = _parser().parse_args()
    articles = annotated_story()
    if said.wrong:
        for type_, pair in wrong(articles):
            print("\n".join(_disagreement(type_, pair)))
        return
    print("\n".join(_figures(score(articles))), flush=True)
    there = is_bench(said.bench)
    if there:
        print(f"\n# Development half of the public data in {said.bench}\n")
        with tempfile.TemporaryDirectory() as work:
            _measure_bench(said.bench, Path(work), write=said.write)
    else:
        print(f"\nThe public data are not in {said.bench} (--bench DIR): no figures on them.")
    print("\n# Cost: processor seconds; of each step the ratio to spaCy's on this text\n")
    costs = {f"{STORY}, {REPEATS} times": measure_cost(repeated(_bundled(), REPEATS))}
    if there:
        sample = _sample(said.bench)
        costs[f"{len(sample)} public articles"] = measure_cost(sample)
    print("\n".join(_cost_table(costs)))


def _measure_bench(bench: Path, work: Path, *, write: bool) -> None:
    scored: list[str] = []
    for corpus, lines in bench_figures(bench, work):
        scored += [f"{corpus} {line}" for line in lines]
        for line in lines:
            print(f"{corpus:10} {line}", flush=True)
    name = "quotes.dev.jsonl"
    result = measured(_by_id(bench / name), _by_id(work / name))
    print("\n# Confidence of quotations and of their speakers, by bands of a tenth\n")
    print("\n".join(band_lines(result)))
    if write:
        write_rules(DATA / "quote_rules.toml", result)
        write_accuracy(DATA / "accuracy.toml", scored, datetime.now(UTC).date())


def _by_id(path: Path) -> dict[str, Json]:
    lines = path.read_text("utf-8").splitlines()
    return {article["id"]: article for article in map(json.loads, lines)}


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="python -m tests.quality.measure", description=__doc__)
    ask.add_argument(
        "--bench",
        metavar="DIR",
        type=Path,
        default=BENCH,
        help="public data to score (%(default)s)",
    )
    ask.add_argument(
        "--wrong", action="store_true",
        help="instead list where gold and annotations of the bundled story disagree",
    )  # fmt: skip
    ask.add_argument(
        "--write", action="store_true",
        help="write what is measured into the data files that rules and the site's page read",
    )  # fmt: skip
    return ask


def _bundled() -> Sequence[Article]:
    return read_paths([PROJECT / "source" / STORY]).articles


def _sample(bench: Path) -> list[Article]:
    """Articles spread evenly over each file of the bench."""
    sample: list[Article] = []
    for name in TASKS:
        articles = read_paths([bench / name]).articles
        sample += articles[:: max(1, len(articles) // PER_FILE)][:PER_FILE]
    return sample


# --- tables --------------------------------------------------------------------------------------


def _figures(scores: Scores) -> Iterator[str]:
    yield f"# Gold of our own, {STORY}\n"
    yield f"{'':40} {'precision':>9} {'recall':>9} {'F1':>9} {'gold':>6}"
    for name, figure in scores.figures.items():
        base = name.removesuffix(" F1")
        if base != name:
            parts = [scores.figures[f"{base} {part}"] for part in ("precision", "recall")]
            shown = "".join(f" {part:9.3f}" for part in (*parts, figure))
        elif name.endswith((" precision", " recall")):
            continue
        else:
            shown = f" {'':9} {'':9} {figure:9.3f}"
        yield f"{base:40}{shown} {scores.gold[name]:6}"
    yield "\n# Confidence and how many are right, same gold\n"
    types = list(dict.fromkeys(band.type for band in scores.bands))
    names = list(dict.fromkeys(band.name for band in scores.bands))
    cells = {(b.type, b.name): f"{b.right}/{b.of}" if b.of else "-" for b in scores.bands}
    yield f"{'':20}" + "".join(f"{name:>12}" for name in names)
    for type_ in types:
        yield f"{type_:20}" + "".join(f"{cells[type_, name]:>12}" for name in names)


def _cost_table(costs: dict[str, Cost]) -> Iterator[str]:
    yield f"{'':20}" + "".join(f"{name:>26}" for name in costs)
    yield f"{'letters':20}" + "".join(f"{cost.letters:26,}" for cost in costs.values())
    yield f"{'spaCy alone, s':20}" + "".join(f"{cost.spacy:26.2f}" for cost in costs.values())
    for step in next(iter(costs.values())).ratios:
        yield f"{step:20}" + "".join(f"{cost.ratios[step]:26.3f}" for cost in costs.values())


def _disagreement(type_: str, pair: Pair) -> Iterator[str]:
    text = pair.article.text
    yield f"{pair.article.id}: {type_}"
    if pair.gold:
        choices = " or ".join("+".join(sorted(choice)) or "nobody" for choice in pair.gold.actors)
        fields = ["/".join(values) for values in pair.gold.fields.values()]
        yield f"    gold   {_words(text, pair.gold.spans)}  {' '.join([*fields, choices])}"
    if pair.found:
        spans = pair.found.get("parts") or [(pair.found["start"], pair.found["end"])]
        fields = [
            str(pair.found[key])
            for key in ("label", "actor", "kind", "speaker", "value")
            if key in pair.found
        ]
        by = f"by {pair.found['by']}, {pair.found['confidence']}"
        yield f"    found  {_words(text, spans)}  {' '.join(fields)}  {by}"


def _words(text: str, spans: Sequence[Sequence[int]]) -> str:
    return " + ".join(repr(text[start:end]) for start, end in spans)


if __name__ == "__main__":
    main()
