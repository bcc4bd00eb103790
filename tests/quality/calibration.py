"""How often each rule for quotations is right, and its speaker: the tables that rules carry.

A rule that found fewer than :data:`FEWEST` has the figure of its family; where that found as few,
it is drawn to the figure of all by :data:`PRIOR` that are as right as all are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]

FEWEST = 50
PRIOR = 2
BY_HAND = {
    "quotation": {"tweet": 0.98, "nested": 0.80},
    "speaker": {"tweet": 0.98, "nested": 0.80},
}
"""Read by hand: the corpus doesn't annotate tweets, nor speech within speech."""
ENOUGH = 0.5
"""A quotation is right that shares so much of what either has with one of the gold's."""
FAMILIES = {
    "marks reported": {
        "after", "after, unlisted verb", "after, taken for a noun", "comma", "colon",
        "colon, unlisted verb",
    },
    "marks by surface": {
        "long fragment", "that, by surface", "colon, name", "no comma", "no comma, whole sentence",
    },
    "marks alone": {"alone", "alone, speaker before"},
    "beside": {"according to", "as X said", "view of", "headline colon"},
    "form": {"turn", "points", "signature"},
}  # fmt: skip
"""Of rules that have a name of their own; others are of the family of their complement."""
WIDER = ("clause", "object", "to")
"""Complements that are families of their own; the rest name a matter."""


@dataclass
class Tally:
    """How many of what a rule found are right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """One more."""
        self.right += right
        self.of += 1

    @property
    def share(self) -> float:
        """How many are right, 0 to 1."""
        return self.right / self.of


@dataclass
class Measured:
    """Tallies by rule: of the quotations, and of the speakers of those that are right."""

    quotations: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    speakers: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    bands: dict[str, dict[int, list[tuple[float, bool]]]] = field(
        default_factory=lambda: {"quotation": defaultdict(list), "speaker": defaultdict(list)}
    )

    def add(self, said: Json, gold: Json | None) -> None:
        """Take note of a quotation and of the gold's that it is, if it is one."""
        rule = said["by"].removeprefix("quotes: ")
        self.quotations[rule].add(gold is not None)
        self._note("quotation", said["confidence"], gold is not None)
        spans = _speakers(gold) if gold is not None else []
        if spans and said["speaker_span"]:
            right = any(_shared(said["speaker_span"], span) for span in spans)
            self.speakers[rule].add(right)
            self._note("speaker", said["speaker_confidence"], right)

    def _note(self, kind: str, sure: float, right: bool) -> None:
        self.bands[kind][int(sure * 10 + 1e-9)].append((sure, right))


def measured(gold: Mapping[str, Json], found: Mapping[str, Json]) -> Measured:
    """What became of every quotation found in articles that have gold."""
    result = Measured()
    for key, article in found.items():
        said = [a for a in article["annotations"] if a["type"] == "quote"]
        mates = _pairs(gold[key]["text"], gold[key]["gold"], said)
        for n, quote in enumerate(said):
            result.add(quote, mates.get(n))
    return result


def _pairs(text: str, gold: Sequence[Json], found: Sequence[Json]) -> dict[int, Json]:
    """Of each quotation that is right, by its place in the list, the gold's."""
    wanted = [_letters(text, g.get("content_spans") or [(g["start"], g["end"])]) for g in gold]
    got = [_letters(text, a["parts"]) for a in found]
    scored = sorted(
        (
            (len(w & g) / len(w | g), i, j)
            for i, w in enumerate(wanted)
            for j, g in enumerate(got)
            if w & g
        ),
        reverse=True,
    )
    mates: dict[int, Json] = {}
    taken: set[int] = set()
    for share, i, j in scored:
        if share >= ENOUGH and i not in taken and j not in mates:
            taken.add(i)
            mates[j] = gold[i]
    return mates


def _letters(text: str, parts: Sequence[Sequence[int]]) -> set[int]:
    return {i for s, e in parts for i in range(s, min(e, len(text))) if text[i].isalnum()}


def _speakers(gold: Json) -> list[Sequence[int]]:
    return gold.get("speaker_spans") or ([gold["speaker_span"]] if gold.get("speaker_span") else [])


def _shared(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# --- tables --------------------------------------------------------------------------------------


def family(rule: str) -> str:
    """The family that a rule's figure falls back to."""
    for name, rules in FAMILIES.items():
        if rule in rules:
            return name
    complement = rule.rpartition(".")[2]
    return f"*.{complement}" if complement in WIDER else "*.matter"


def figures(tallies: Mapping[str, Tally]) -> dict[str, float]:
    """The figure of each rule, of each complement, and of what was never met (``*``)."""
    families: dict[str, Tally] = defaultdict(Tally)
    everything = Tally()
    for rule, tally in tallies.items():
        own = tally.of >= FEWEST
        for of in (everything, *([] if own else [families[family(rule)]])):
            of.right += tally.right
            of.of += tally.of

    def figure(rule: str) -> float:
        own, kin = tallies.get(rule, Tally()), families[family(rule)]
        if own.of >= FEWEST:
            return round(own.share, 2)
        weight = 0 if kin.of >= FEWEST else PRIOR
        return round((kin.right + weight * everything.share) / (kin.of + weight), 2)

    found = {rule: figure(rule) for rule in tallies}
    complements = {rule.rpartition(".")[2] for rule in tallies if "." in rule}
    found |= {f"*.{complement}": figure(f"*.{complement}") for complement in complements}
    found["*"] = round(everything.share, 2)
    return dict(sorted(found.items(), key=lambda item: (item[0].startswith("*"), item[0])))


def write_rules(path: Path, result: Measured) -> None:
    """Write both tables below the head of the file that the rules read."""
    head = re.split(r"^\[", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)[0]
    lines = [head.rstrip(), ""]
    for name, tallies in (("quotation", result.quotations), ("speaker", result.speakers)):
        met = {rule: tally for rule, tally in tallies.items() if rule not in BY_HAND[name]}
        shown = BY_HAND[name] | figures(met)
        lines += [f"[{name}]", *(f'"{rule}" = {f:.2f}' for rule, f in shown.items()), ""]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def band_lines(result: Measured) -> Iterator[str]:
    """By what is promised: how many there are, what they promise, how many are right."""
    for kind, bands in result.bands.items():
        for tenth, noted in sorted(bands.items()):
            said = sum(sure for sure, _ in noted) / len(noted)
            right = sum(right for _, right in noted) / len(noted)
            told = f"{kind:9} {tenth / 10:.1f} {len(noted):6} said {said:.3f} right {right:.3f}"
            counts = len(noted) >= FEWEST and tenth >= 5
            yield told + (f" off {right - said:+.3f}" if counts else "")
