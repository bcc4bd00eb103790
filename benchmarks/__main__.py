"""``python -m benchmarks``: every figure as a ratio within one run."""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path

from benchmarks.articles import copy_stories, write_stories
from benchmarks.plain import write_plain

Spent = dict[str, float]


@dataclass(slots=True)
class Figures:
    """What one number of articles costs: each run by its name."""

    articles: int
    pages: int = 0
    runs: dict[str, Spent] = field(default_factory=dict)
    weight: dict[str, float] = field(default_factory=dict)

    def ratio(self, one: str, other: str, what: str = "cpu") -> float:
        """One run's cost over another's."""
        return self.runs[one][what] / self.runs[other][what]


def run(work: Path, *arguments: object) -> Spent:
    """One run in a process of its own.

    Modules are compiled once for all runs, as an installed package's are.
    """
    command = [sys.executable, "-m", "benchmarks.child", *map(str, arguments)]
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(work / "compiled")
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def best(work: Path, *arguments: object) -> Spent:
    """The run that cost the processor least, of three: short ones are easily disturbed."""
    return min((run(work, *arguments) for _ in range(3)), key=lambda spent: spent["cpu"])


def measure(write: Callable[[Path], int], work: Path) -> Figures:
    """All runs over the articles that *write* puts below a folder, giving their number."""
    source, site, trees = work / "source", work / "site", work / "trees"
    plain_source, plain, plain_trees = work / "plain-source", work / "plain", work / "plain-trees"
    source.mkdir()
    figures = Figures(write(source))
    runs = figures.runs
    runs["model"] = run(work, "model")
    runs["spacy"] = run(work, "spacy", source)
    runs["analysis"] = run(work, "analysis", source)
    runs["full"] = run(work, "site", source, site, trees)
    figures.pages = write_plain(site, plain_source)
    runs["plain"] = run(work, "plain", plain_source, plain, plain_trees)
    figures.weight = {"site": _weight(site), "plain": _weight(plain)}
    _forget(site, trees)
    runs["cached"] = run(work, "site", source, site, trees)
    runs["unchanged"] = best(work, "site", source, site, trees)
    runs["plain unchanged"] = best(work, "plain", plain_source, plain, plain_trees)
    _edit(min(path for path in source.rglob("articles/**/*") if path.is_file()))
    _edit(min(plain_source.rglob("articles/*.rst")))
    runs["one edit"] = run(work, "site", source, site, trees)
    runs["plain, one edit"] = run(work, "plain", plain_source, plain, plain_trees)
    runs["empty"] = best(work, "plain", *_empty(work))
    return figures


def _empty(work: Path) -> tuple[Path, Path, Path]:
    """A project of one page without a word: what every build costs, whatever it builds."""
    source = work / "empty-source"
    source.mkdir()
    (source / "index.rst").write_text("Empty\n=====\n", encoding="utf-8")
    return source, work / "empty", work / "empty-trees"


def _weight(site: Path) -> float:
    """Kilobytes of an article's page, on average."""
    sizes = [p.stat().st_size for p in site.rglob("articles/*.html")]
    return sum(sizes) / len(sizes) / 1000


def _forget(site: Path, trees: Path) -> None:
    """Everything but what was found in the articles."""
    kept = trees.parent / "kept"
    kept.mkdir()
    for name in ("cache", "parses"):
        shutil.move(trees / "variorum" / name, kept / name)
    shutil.rmtree(site)
    shutil.rmtree(trees)
    trees.mkdir()
    shutil.move(kept, trees / "variorum")


def _edit(path: Path) -> None:
    more = "\n\nNobody had expected that.\n"
    if path.suffix.startswith(".htm"):
        more = f"<p>{more.strip()}</p>"
    path.write_bytes(path.read_bytes() + more.encode())


def report(figures: Figures) -> None:
    """Print the figures of one number of articles."""
    print(f"\n{figures.articles:,} articles, {figures.pages:,} pages; seconds of the processor, MB")
    for name, spent in figures.runs.items():
        print(f"  {name:20} {spent['cpu']:8.1f} s {spent['memory']:8.0f} MB")
    model = figures.runs["model"]["memory"]
    memory = (figures.runs["full"]["memory"] - model) / figures.runs["plain"]["memory"]
    for name, value, target in (
        ("analysis / spaCy alone", figures.ratio("analysis", "spacy"), 2.0),
        ("full build / plain build", figures.ratio("full", "plain"), None),
        ("cached build / plain build", figures.ratio("cached", "plain"), 2.0),
        ("no change / plain", figures.ratio("unchanged", "plain unchanged"), 2.0),
        ("one edit / plain", figures.ratio("one edit", "plain, one edit"), 2.0),
        ("memory beside the model / plain", memory, 3.0),
        ("weight of a page / plain", figures.weight["site"] / figures.weight["plain"], None),
    ):
        print(f"  {name:34} {value:5.2f}" + (f"   (target {target})" if target else ""))
    print(f"  an article's page weighs {figures.weight['site']:.0f} kB")


def growth(all_figures: list[Figures]) -> None:
    """The exponent by which each run grows with the number of articles: 1 is linear.

    What every build costs, whatever it builds, is taken off first: beside it a short run would
    seem not to grow at all.
    """
    print("\ngrowth exponents, from each number of articles to the next")
    for name in all_figures[0].runs:
        if name in ("model", "empty"):
            continue
        exponents = []
        for one, other in pairwise(all_figures):
            times = [max(f.runs[name]["cpu"] - _start(f, name), 0.01) for f in (one, other)]
            more = math.log(other.articles / one.articles)
            exponents.append(math.log(times[1] / times[0]) / more)
        print(f"  {name:20} " + " ".join(f"{exponent:6.2f}" for exponent in exponents))


def _start(figures: Figures, name: str) -> float:
    """What a run costs before its first article; the model is loaded before the clock starts."""
    return 0.0 if name in ("spacy", "analysis") else figures.runs["empty"]["cpu"]


def main() -> None:
    """Measure each number of articles and print."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    ask.add_argument(
        "articles", type=int, nargs="*", default=[50, 200],
        help="numbers of synthetic articles, e.g. 100 1000 5000 (default: 50 200)",
    )  # fmt: skip
    ask.add_argument(
        "--articles", dest="folder", type=Path, metavar="FOLDER",
        help="measure the articles of a folder instead, each folder in it a story",
    )  # fmt: skip
    ask.add_argument("--json", type=Path, help="write the figures here, too")
    said = ask.parse_args()
    makers = [partial(write_stories, articles=articles) for articles in said.articles]
    if said.folder:
        makers = [partial(copy_stories, folder=said.folder)]
    found = []
    for write in makers:
        with tempfile.TemporaryDirectory() as work:
            found.append(measure(write, Path(work)))
        report(found[-1])
    if len(found) > 1:
        growth(found)
    if said.json:
        data = [{"articles": f.articles, "runs": f.runs, "weight": f.weight} for f in found]
        said.json.write_text(json.dumps(data, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
