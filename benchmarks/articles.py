"""What is measured: a folder of articles, or synthetic news in stories of ten reports.

The synthetic ones have names, quotations, dates and figures, partly shared.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from variorum.reading import find_files

PER_STORY = 10
_FIRST = ("Ilse", "Karin", "Tomas", "Edda", "Piet", "Salome", "Rurik", "Marta", "Levan", "Bram",
          "Ottilie", "Yusuf", "Nadia", "Goran")  # fmt: skip
_LAST = ("Brandt", "Holt", "Verhoek", "Lindqvist", "Okafor", "Tanaka", "Moreau", "Kaplan",
         "Petrov", "Alvarez", "Nystrom")  # fmt: skip
_PLACES = ("Oslo", "Geneva", "Hamburg", "Lisbon", "Ankara", "Nairobi", "Toronto", "Manila",
           "Tallinn", "Lima")  # fmt: skip
_BODIES = ("the harbour board", "the city council", "the United Nations", "the trade union",
           "the European Commission", "the health ministry", "the rail company")  # fmt: skip
_THINGS = ("bridge", "ferry line", "harbour", "hospital", "power station", "tunnel", "market")
_ENDS = ("closes for repair", "opens after long delay", "is sold to a rival", "stands empty again",
         "divides the town", "costs more than planned")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def copy_stories(source: Path, folder: Path) -> int:
    """Copy the articles of *folder*, each folder in it a story; give their number."""
    files, _problems = find_files([folder])
    for file in files:
        target = source / (file.story or "story") / "articles" / file.source.replace("/", "-")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.path, target)
    return len(files)


def write_stories(source: Path, articles: int, seed: int = 1) -> int:
    """Write so many reports, the same ones for the same numbers; give their number."""
    for number in range(0, articles, PER_STORY):
        dice = random.Random(f"{seed}/{number}")
        story = _Story(dice)
        folder = source / f"story-{number // PER_STORY:04}" / "articles"
        folder.mkdir(parents=True)
        for i in range(min(PER_STORY, articles - number)):
            (folder / f"report-{i}.txt").write_text(story.report(i), encoding="utf-8")
    return articles


class _Story:
    """What happened, and the sentences its reporters draw from."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.people = [f"{dice.choice(_FIRST)} {dice.choice(_LAST)}" for _ in range(5)]
        self.place, self.thing = dice.choice(_PLACES), dice.choice(_THINGS)
        self.title = f"{self.place} {self.thing} {dice.choice(_ENDS)}"
        self.day = dice.randint(1, 27)
        self.shared = [self.sentence() for _ in range(25)]

    def report(self, number: int) -> str:
        """One report: some of what all tell, and some of its own."""
        day = min(28, self.day + number % 3)
        lines = [self.title, f"Published: {8 + number}:30 AM, {day} Mar, 2024"]
        for _ in range(9):
            told = [*self.dice.sample(self.shared, 2), self.sentence(), self.sentence()]
            self.dice.shuffle(told)
            lines.append(" ".join(told))
        return "\n\n".join(lines) + "\n"

    def sentence(self) -> str:
        """A sentence of one of several makes."""
        dice = self.dice
        who, body, other = dice.choice(self.people), dice.choice(_BODIES), dice.choice(self.people)
        count = dice.choice((dice.randint(3, 90), dice.randint(1, 99) * 100))
        day = dice.choice(_WEEKDAYS)
        return dice.choice((
            f"“Nobody in {self.place} has asked for {count} more of them,” {who} said on {day}.",
            f"{who.split()[-1]} told reporters that {body} would decide by {count % 27 + 1} April.",
            f"About {count:,} people crossed the {self.thing} on {day}, according to {body}.",
            f"The work on the {self.thing} began in {2000 + count % 23} and cost ${count} million.",
            f"{body.capitalize()} said “the {self.thing} is safe”, but {other} did not agree.",
            f"He added that {other} had met {body} in {dice.choice(_PLACES)} last week.",
            f"Two years later the {self.thing} was still waiting for its engineers and its money.",
            f"{who}, the head of {body}, called the plan for the {self.thing} “a waste of time”.",
        ))  # fmt: skip
