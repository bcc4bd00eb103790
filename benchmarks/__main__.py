"""``python -m benchmarks``: every figure as a ratio within one run."""

from __future__ import annotations

import argparse
import json
import math
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.articles import write_stories
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


def run(*arguments: object) -> Spent:
    """One run in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.child", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(articles: int, work: Path) -> Figures:
    """All runs over so many synthetic articles."""
    figures = Figures(articles)
    source, site, trees = work / "source", work / "site", work / "trees"
    plain_source, plain, plain_trees = work / "plain-source", work / "plain", work / "plain-trees"
    source.mkdir()
    write_stories(source, articles)
    runs = figures.runs
    runs["model"] = run("model")
    runs["spacy"] = run("spacy", source)
    runs["analysis"] = run("analysis", source)
    runs["full"] = run("site", source, site, trees)
    figures.pages = write_plain(site, plain_source)
    runs["plain"] = run("plain", plain_source, plain, plain_trees)
    figures.weight = {"site": _weight(site), "plain": _weight(plain)}
    _forget(site, trees)
    runs["cached"] = run("site", source, site, trees)
    runs["unchanged"] = run("site", source, site, trees)
    runs["plain unchanged"] = run("plain", plain_source, plain, plain_trees)
    _edit(next(source.rglob("report-0.txt")))
    _edit(next(plain_source.rglob("report-0.rst")))
    runs["one edit"] = run("site", source, site, trees)
    runs["plain, one edit"] = run("plain", plain_source, plain, plain_trees)
    return figures


def _weight(site: Path) -> float:
    """Kilobytes of an article's page, on average."""
    sizes = [p.stat().st_size for p in site.rglob("report-*.html")]
    return sum(sizes) / len(sizes) / 1000


def _forget(site: Path, trees: Path) -> None:
    """Everything but what was found in the articles."""
    shutil.rmtree(site)
    shutil.move(trees / "variorum" / "cache", trees.parent / "kept")
    shutil.rmtree(trees)
    (trees / "variorum").mkdir(parents=True)
    shutil.move(trees.parent / "kept", trees / "variorum" / "cache")


def _edit(path: Path) -> None:
    said = path.read_text(encoding="utf-8")
    path.write_text(f"{said}\nNobody had expected that.\n", encoding="utf-8")


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
    """The exponent by which each run grows with the number of articles: 1 is linear."""
    print("\ngrowth exponents")
    sizes = [math.log(f.articles) for f in all_figures]
    for name in all_figures[0].runs:
        times = [math.log(f.runs[name]["cpu"] + 1e-3) for f in all_figures]
        print(f"  {name:20} {_slope(sizes, times):5.2f}")


def _slope(xs: list[float], ys: list[float]) -> float:
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - mx) ** 2 for x in xs
    )


def main() -> None:
    """Measure each number of articles and print."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    ask.add_argument(
        "articles", type=int, nargs="*", default=[50, 200],
        help="numbers of synthetic articles, e.g. 100 1000 5000 (default: 50 200)",
    )  # fmt: skip
    ask.add_argument("--json", type=Path, help="write the figures here, too")
    said = ask.parse_args()
    found = []
    for articles in said.articles:
        with tempfile.TemporaryDirectory() as work:
            found.append(measure(articles, Path(work)))
        report(found[-1])
    if len(found) > 1:
        growth(found)
    if said.json:
        data = [{"articles": f.articles, "runs": f.runs, "weight": f.weight} for f in found]
        said.json.write_text(json.dumps(data, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
