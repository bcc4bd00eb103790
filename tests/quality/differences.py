"""How sure a finding may be, by kind and rule: ``python -m tests.quality.differences``.

Readers of the development stories listed every difference worth a look. A finding that tells one of
them is confirmed; one that lies on a trap of theirs is wrong; of the others nobody said anything.
The matching is that of the scorer which comes with the stories.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.annotated import PROJECT
from tests.quality.bench import BENCH
from tests.scripts import loaded
from variorum.collation.findings.sure import rule
from variorum.folders import stories
from variorum.model import Finding

Json = Mapping[str, Any]
GOLD, STORIES, SCORER = (
    "differences.dev.jsonl", "stories.differences.dev.jsonl", "score_differences.py",
)  # fmt: skip
NAME = "finding_rules.toml"
FEWEST, PRIOR = 20, 10
"""From so many findings on a rule has a figure of its own; to fewer, so many of the average add."""
SURE_BY_ITS_WORDS = frozenset({"text: ground", "same around both", "same around all"})
"""What is so by its very words, whether or not it is worth a look."""


@dataclass
class Tally:
    """Findings of one rule: how many, what the readers say of them, and what they promise."""

    found: int = 0
    confirmed: int = 0
    trapped: int = 0
    promised: float = 0.0

    def add(self, finding: Finding, *, confirmed: bool, trapped: bool) -> None:
        """Count one finding."""
        self.found += 1
        self.confirmed += confirmed
        self.trapped += trapped
        self.promised += finding.confidence


Tallies = Mapping[tuple[str, str], Tally]
Tells = Callable[[Json, Json], bool]


def tallied(
    found: Iterable[Finding], gold: Iterable[Json], tells: Tells, trapped: Tells
) -> Tallies:
    """Findings by kind and rule, beside what readers listed of their stories."""
    listed: defaultdict[str, list[Json]] = defaultdict(list)
    traps: defaultdict[str, list[Json]] = defaultdict(list)
    for story in gold:
        for of, things in ((listed, story["differences"]), (traps, story.get("traps", ()))):
            for thing in things:
                for article in {r["article"] for r in thing["readings"]}:
                    of[article].append(thing)
    tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    for finding in found:
        said = finding.to_json()
        articles = dict.fromkeys(r.article for r in finding.readings)
        tallies[finding.kind, rule(finding.ground)].add(
            finding,
            confirmed=any(tells(wanted, said) for a in articles for wanted in listed[a]),
            trapped=any(trapped(trap, said) for a in articles for trap in traps[a]),
        )
    return tallies


def lines(tallies: Tallies) -> Iterator[str]:
    """The table, kind by kind, the rule met most first."""
    yield f"{'kind':14} {'rule':42} {'found':>6} {'confirmed':>10} {'traps':>6} {'stated':>7}"
    for (kind, name), tally in sorted(tallies.items(), key=lambda i: (i[0][0], -i[1].found)):
        yield (
            f"{kind:14} {name:42} {tally.found:6} {tally.confirmed / tally.found:10.2f} "
            f"{tally.trapped:6} {tally.promised / tally.found:7.2f}"
        )


def figures(tallies: Tallies) -> dict[str, float]:
    """How sure each rule is that was met: by itself, or by its kind where it found few."""
    listed = {key: tally for key, tally in tallies.items() if key[1] not in SURE_BY_ITS_WORDS}
    average = sum(t.confirmed for t in listed.values()) / sum(t.found for t in listed.values())
    found = {}
    for (kind, name), tally in sorted(listed.items()):
        kin = [t for (k, _), t in listed.items() if k == kind and t.found < FEWEST]
        right, of = sum(t.confirmed for t in kin), sum(t.found for t in kin)
        few = (right + PRIOR * average) / (of + PRIOR)
        found[name] = round(few if tally.found < FEWEST else tally.confirmed / tally.found, 2)
    return found


def write_rules(path: Path, measured: Mapping[str, float]) -> None:
    """Write the table below the head of the file that the comparison reads."""
    head = path.read_text(encoding="utf-8").split("[rule]", 1)[0]
    lines = [f'"{name}" = {figure:.2f}' for name, figure in sorted(measured.items())]
    path.write_text("\n".join([f"{head}[rule]", *lines, ""]), encoding="utf-8", newline="\n")


def main() -> None:
    """Run the command."""
    ask = argparse.ArgumentParser(prog="python -m tests.quality.differences", description=__doc__)
    ask.add_argument("--bench", metavar="DIR", type=Path, default=BENCH)
    ask.add_argument("--write", action="store_true", help="write the file that rules read")
    given = ask.parse_args()
    bench = given.bench
    scorer = loaded(bench / SCORER)
    gold = map(json.loads, (bench / GOLD).read_text(encoding="utf-8").splitlines())
    found = (f for story in stories([bench / STORIES]) for f in story.findings.findings)
    tallies = tallied(found, list(gold), scorer.tells, scorer.trapped)
    print("\n".join(lines(tallies)))
    if given.write:
        write_rules(PROJECT / "extensions" / "variorum" / "data" / NAME, figures(tallies))


if __name__ == "__main__":
    main()
