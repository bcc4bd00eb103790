"""How sure a finding may be, by kind and rule: ``python -m tests.quality.differences``.

Readers of the development stories listed every difference worth a look. A finding that tells one of
them is confirmed; one that lies on a trap of theirs is wrong; of the others nobody said anything.
The matching is that of the scorer which comes with the stories.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.bench import BENCH
from variorum.folders import stories
from variorum.model import Finding

Json = Mapping[str, Any]
GOLD, STORIES, SCORER = (
    "differences.dev.jsonl", "stories.differences.dev.jsonl", "score_differences.py",
)  # fmt: skip


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


def rule(finding: Finding) -> str:
    """What a finding rests on: the id of its ground, without its kind."""
    return finding.ground.id.removesuffix(", ground") if finding.ground else ""


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
        tallies[finding.kind, rule(finding)].add(
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


def main() -> None:
    """Run the command."""
    ask = argparse.ArgumentParser(prog="python -m tests.quality.differences", description=__doc__)
    ask.add_argument("--bench", metavar="DIR", type=Path, default=BENCH)
    bench = ask.parse_args().bench
    spec = importlib.util.spec_from_file_location("score_differences", bench / SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = map(json.loads, (bench / GOLD).read_text(encoding="utf-8").splitlines())
    found = (f for story in stories([bench / STORIES]) for f in story.findings.findings)
    print("\n".join(lines(tallied(found, list(gold), scorer.tells, scorer.trapped))))


if __name__ == "__main__":
    main()
