"""``python -m benchmarks.archive annotate|group|window N``: what an archive of N articles costs.

``annotate`` and ``group`` run the commands on made-up articles with two workers and watch their
memory; ``window`` compares N articles of one week as ``group`` does, in this process, with words
spread as in a language (Zipf's law), which the articles' small stock of words is not.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil

from benchmarks.articles import write_stories
from variorum.archive import grouping, window
from variorum.archive.features import BUCKETS, HASHES, Features

WORKERS = 2
VOCABULARY = 200_000
WORDS = 260
OWN = 8
"""Words that the ten reports of a story have in common."""


def main() -> None:
    """Run what the command line names."""
    what, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        if what == "window":
            compare(Path(folder), count)
        else:
            watch(what, Path(folder), count)


def watch(what: str, folder: Path, count: int) -> None:
    """Run a command of the archive; processor time and the most memory of its processes."""
    archive, out = folder / "news.jsonl", folder / "out"
    write_archive(archive, folder / "raw", count, named=what == "annotate")
    said = [sys.executable, "-m", "variorum.cli", what, str(archive), "--out", str(out)]
    run = psutil.Popen([*said, "--workers", str(WORKERS)])
    peaks: dict[psutil.Process, int] = {}
    times: dict[psutil.Process, float] = {}
    while run.poll() is None:
        for process in [run, *run.children(recursive=True)]:
            try:
                used = process.cpu_times()
                peaks[process] = max(peaks.get(process, 0), process.memory_full_info().uss)
                times[process] = used.user + used.system
            except psutil.Error:
                continue  # it has ended meanwhile
        time.sleep(0.25)
    if run.returncode:
        raise SystemExit(run.returncode)
    ours = sorted((peaks[p] for p in peaks if p.pid != run.pid), reverse=True)[:WORKERS]
    files = [path for path in [out, *out.rglob("*")] if path.is_file()]
    print(f"{count / sum(times.values()):.1f} articles a second of the processor")
    print(f"{peaks[run] / 2**20:.0f} MB the command, {max(ours) / 2**20:.0f} MB a worker")
    print(
        f"{len(files)} files, {sum(p.stat().st_size for p in files) / count:.0f} bytes an article"
    )


def write_archive(path: Path, raw: Path, count: int, *, named: bool) -> None:
    """The articles of the benchmarks as a ``.jsonl`` file, with their stories if *named*."""
    write_stories(raw, count)
    with path.open("w", encoding="utf-8") as lines:
        for file in sorted(raw.rglob("*.txt")):
            story = file.parent.parent.name
            said = {"id": f"{story}/{file.stem}", "text": file.read_text(encoding="utf-8")}
            lines.write(json.dumps(said | ({"story": story} if named else {})) + "\n")


def compare(folder: Path, count: int) -> None:
    """Open a window of so many articles and compare some of them with all."""
    counts = np.zeros(BUCKETS, dtype=np.uint32)
    making = time.process_time()
    for article in made_up(count):
        counts[list(article.counts)] += 1
    making = time.process_time() - making
    start = time.process_time()
    opened, signatures = window.window(lambda: made_up(count), counts, count)
    grouping.near_duplicates(opened.keys, signatures)
    spent = (time.process_time() - start - 2 * making) / count
    print(f"{spent * 1000:.2f} ms an article to open, {peak():.0f} MB")
    del signatures
    opened.save(folder / "window")
    size = sum(path.stat().st_size for path in (folder / "window").iterdir())
    opened = window.Window.load(folder / "window")
    some = min(count, 5000)
    start = time.process_time()
    found = grouping.alike(opened, count - some, count)
    spent = (time.process_time() - start) / some
    print(f"{spent * 1000:.2f} ms an article to compare, {len(found) / some:.1f} pairs of each")
    print(f"{size / count:.0f} bytes an article on disk")


def made_up(count: int) -> Iterator[Features]:
    """Articles of one week as grouping sees them, in stories of ten."""
    dice = np.random.default_rng(2)
    shares = 1 / np.arange(1, VOCABULARY + 1)
    upto = np.cumsum(shares / shares.sum())
    for number in range(count):
        own = np.random.default_rng([7, number // 10]).integers(0, VOCABULARY, OWN).tolist()
        words = [*np.searchsorted(upto, dice.random(WORDS)).tolist(), *own, *own]
        terms = dict(Counter(word * 2654435761 % BUCKETS for word in words))
        signature = tuple(dice.integers(0, 2**60, HASHES).tolist())
        yield Features(number, str(number), "", "", 738_000 + number % 4, signature, terms, {})


def peak() -> float:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
