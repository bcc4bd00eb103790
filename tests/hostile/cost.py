"""What an article costs from its bytes to the facts of its pages, beside prose of its size.

``python -m tests.hostile.cost [--bytes N] [WORD ...]`` prints the ten dearest of the large cases
(of those with a word in their name), as a table.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import write_stories

from tests.hostile.case import Case
from tests.hostile.corpus import HEAVY, write
from variorum.analysis.parse import load_model
from variorum.edition import analysed, assemble
from variorum.pages.story_facts import Site, StoryFacts
from variorum.reading import read_paths
from variorum.staging.files import as_json
from variorum.staging.passed import account

ALLOWED = 10
"""Times ordinary prose of its size that an article may take."""
FLOOR = 2.0
"""Seconds below which nothing is called slow."""
SAMPLE = 200_000
"""Bytes of ordinary prose that are measured."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes, seconds of the processor and megabytes; what was not done in time has no end."""

    name: str
    size: int
    seconds: float
    memory: float
    ended: bool = True

    @property
    def ordinary(self) -> float:
        """Seconds that ordinary prose of this size takes."""
        return max(FLOOR / ALLOWED, prose_rate() * self.size)

    @property
    def times(self) -> float:
        """Seconds over those of ordinary prose."""
        return self.seconds / self.ordinary


def work(folder: Path) -> None:
    """All that a build does with the articles of a folder before Sphinx sees them."""
    model = load_model()
    reading = read_paths([folder])
    edition = assemble(reading.articles, {}, {}, reading.problems)
    for story in analysed(edition.stories, lambda: model):
        for facts in (
            StoryFacts(story, account((), reading.problems), Site("index")).all_pages().values()
        ):
            as_json(facts)


def cost(name: str, folder: Path, limit: float) -> Cost:
    """The cost of a folder, in a process of its own that is killed after *limit* seconds."""
    load_model()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    sys.stdout.flush()
    child = os.fork()
    if not child:
        status = 1
        try:
            soft = int(limit) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (_spent(resource.RUSAGE_SELF, soft), -1))
            work(folder)
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, -signal.SIGXCPU, -signal.SIGKILL):
        raise RuntimeError(f"{name}: ended with {code}")
    return Cost(name, size, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, code == 0)


def _spent(who: int, more: int) -> int:
    used = resource.getrusage(who)
    return int(used.ru_utime + used.ru_stime) + more


@functools.cache
def prose_rate() -> float:
    """Seconds that a byte of ordinary prose takes: one report of many different sentences."""
    with tempfile.TemporaryDirectory() as folder:
        stories, one = Path(folder, "stories"), Path(folder, "one")
        write_stories(stories, SAMPLE // 4_000 + 10)
        said = "".join(path.read_text("utf-8") for path in sorted(stories.rglob("*.txt")))
        one.mkdir()
        (one / "a.txt").write_text(said[:SAMPLE], encoding="utf-8")
        found = cost("prose", one, 600)
        return found.seconds / found.size


def cost_of(case: Case, folder: Path, most: int) -> Cost:
    """The cost of a case, its files cut to so many bytes."""
    write(case, folder / "story", most)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return cost(case.name, folder, max(FLOOR, ALLOWED * prose_rate() * size) * 1.5)


def costs(cases: Iterable[Case], most: int) -> Iterable[Cost]:
    """The cost of each case."""
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            yield cost_of(case, Path(folder), most)


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(prog="python -m tests.hostile.cost", description=__doc__)
    ask.add_argument("words", metavar="WORD", nargs="*", help="cases with this in their name")
    ask.add_argument("--bytes", type=int, default=5_000_000, help="cut what is larger (5 MB)")
    ask.add_argument("--json", type=Path, help="write every case here as it is done, too")
    said = ask.parse_args()
    cases = [c for c in HEAVY if not said.words or any(w in c.name for w in said.words)]
    found = []
    for done in costs(cases, said.bytes):
        found.append(done)
        if said.json:
            with said.json.open("a", encoding="utf-8") as file:
                row = [done.name, done.size, done.seconds, done.memory, done.times, done.ended]
                print(json.dumps(row), file=file)
    print(f"ordinary prose: {prose_rate() * 1_000_000:.0f} s a megabyte")
    print("| case | kB | seconds | MB of memory | times prose |\n|---|---|---|---|---|")
    for one in sorted(found, key=lambda c: -c.times)[:10]:
        more = "" if one.ended else "more than "
        print(
            f"| {one.name} | {one.size / 1000:,.0f} | {more}{one.seconds:.1f} | {one.memory:.0f} "
            f"| {one.times:.1f} |"
        )


if __name__ == "__main__":
    main()
