"""``python -m tests.cases [FILE.jsonl ...] [--only PART]``: which cases are wrong, and how."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.cases.cases import faults, read_cases

OURS = sorted(Path(__file__).parent.glob("*.jsonl"))


def main() -> None:
    """Print the faults of each wrong case, and how many are right."""
    ask = argparse.ArgumentParser(prog="python -m tests.cases", description=__doc__)
    ask.add_argument("files", nargs="*", type=Path, default=OURS, metavar="FILE.jsonl")
    ask.add_argument("--only", default="", metavar="PART", help="cases whose id has this in it")
    asked = ask.parse_args()
    for path in asked.files:
        cases = [case for case in read_cases(path) if asked.only in case["id"]]
        right = 0
        for case in cases:
            wrong = faults(case)
            right += not wrong
            if wrong:
                print(f"{case['id']}: {case['why']}", *wrong, sep="\n    ")
        print(f"{path.name}: {right} of {len(cases)} right")


if __name__ == "__main__":
    main()
