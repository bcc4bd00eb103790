"""``python -m benchmarks.desk``: from a saved file to the page that shows it, at the desk.

An edit and a correction at a desk that is open, beside the same edit built by a new process with
the extension (which is what sphinx-autobuild does) and by one of plain Sphinx on the same pages.
All in one run, in seconds of the clock and of the processor; the clock of the desk begins when the
file is written and ends when the page is ready to be served.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.__main__ import run
from benchmarks.articles import copy_stories, write_stories
from benchmarks.plain import write_plain

TIMES = 5
Cost = tuple[float, float]
"""Seconds of the clock, and of the processor."""


def edit(path: Path, number: int) -> None:
    """Add a sentence to an article or a page."""
    path.write_text(f"{path.read_text('utf-8')}\n\nNobody counted boats {number}.\n", "utf-8")


def timed(act: Callable[[], object]) -> Cost:
    """What an act costs."""
    begun, cpu = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - begun, time.process_time() - cpu


def median(costs: list[Cost]) -> Cost:
    """The middle of some costs, each by itself."""
    return statistics.median(c[0] for c in costs), statistics.median(c[1] for c in costs)


def at_the_desk(source: Path) -> dict[str, Cost]:
    """An edit and a correction, each several times."""
    from variorum.desk.deciding import written
    from variorum.desk.ledger import Ledger
    from variorum.desk.site import Site
    from variorum.desk.things import thing

    site = Site(source, project=False)
    costs = {"desk, from nothing": timed(site.build)}
    site.rest()
    key = min(site.found.stories)
    paths = sorted(path for path in source.rglob("articles/*") if path.is_file())
    ledger = Ledger(source, site.home / "waiting.json")
    edits, corrections = [], []
    for number in range(TIMES + 1):

        def save(number: int = number) -> None:
            edit(paths[number % len(paths)], number)
            site.build()

        edits.append(timed(save))
        site.rest()
        story = site.found.stories[key]
        quotes = [
            (id_, said)
            for id_, listed in sorted(story.annotations.items())
            for said in listed
            if said.type == "quote" and said.decided_by is None
        ]
        article, quote = quotes[number % len(quotes)]
        at = thing(story, article, quote.id)
        assert at is not None
        said = {"verb": "change", "values": {"speaker": story.actors[number].id}}

        def correct(said: object = said, at: object = at) -> None:
            ledger.write(written(at, said, "Ada"))  # type: ignore[arg-type]
            site.build()

        corrections.append(timed(correct))
        site.rest()
    site.close()
    # The first one reads what was kept on disk; those after it are what one waits for.
    return costs | {"desk, edit": median(edits[1:]), "desk, correction": median(corrections[1:])}


def main() -> None:
    """Measure, and print."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    ask.add_argument("articles", type=int, nargs="?", default=10, help="synthetic articles")
    ask.add_argument("--articles", dest="folder", type=Path, help="those of a folder instead")
    said = ask.parse_args()
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        os.environ["XDG_CACHE_HOME"] = str(work / "cache")
        source, site, trees = work / "source", work / "site", work / "trees"
        source.mkdir()
        if said.folder:
            count = copy_stories(source, said.folder)
        else:
            count = write_stories(source, said.articles)
        desk = work / "desk"
        shutil.copytree(source, desk)
        run(work, "site", source, site, trees)
        plain = [work / name for name in ("plain-source", "plain", "plain-trees")]
        write_plain(site, plain[0])
        run(work, "plain", *plain)
        costs: dict[str, Cost] = {}
        for name, kind, folders, suffix in (
            ("new process, edit", "site", (source, site, trees), "articles/*"),
            ("plain Sphinx, edit", "plain", tuple(plain), "articles/*.rst"),
        ):
            path = min(p for p in folders[0].rglob(suffix) if p.is_file())
            listed = []
            for number in range(3):
                edit(path, number)
                spent = run(work, kind, *folders)
                listed.append((spent["seconds"], spent["cpu"]))
            costs[name] = median(listed)
        costs |= at_the_desk(desk)
        print(f"{count} articles; load {os.getloadavg()[0]:.1f}; seconds of clock and processor,")
        print("and of the processor / new process, / plain Sphinx")
        extension, sphinx = costs["new process, edit"][1], costs["plain Sphinx, edit"][1]
        for name, (clock, cpu) in costs.items():
            ratios = f"{cpu / extension:5.2f} {cpu / sphinx:5.2f}"
            print(f"  {name:20} {clock:6.2f} {cpu:6.2f}   {ratios}")


if __name__ == "__main__":
    main()
