"""“Copy correction”: what a script makes an editor's entry in ``corrections.yaml`` of."""

from __future__ import annotations

from collections import Counter, defaultdict

from variorum.corrections import values_of
from variorum.corrections.snippet import value_lines
from variorum.pages.marked import ArticleFacts
from variorum.rendering.annotations import Said, card_id, finding_note_id, note_id

NOTED = ("quote", "date")
"""Types of annotation that have a card each."""


class Correcting:
    """The corrections of what an article's page shows."""

    def __init__(self, facts: ArticleFacts) -> None:
        self.withheld = facts["article"]["withheld"]
        self.marks: dict[str, Said] = {}
        for mark in facts["marks"]:
            self.marks.setdefault(mark["finding"], mark)
        kinds = {finding["id"]: finding["kind"] for finding in facts["findings"]}
        starts = Counter((kinds.get(id_, ""), m["start"]) for id_, m in self.marks.items())
        self.taken = {at for at, count in starts.items() if count > 1}
        self.mentions: defaultdict[str, list[Said]] = defaultdict(list)
        for said in facts["annotations"]:
            if said["type"] in ("entity", "reference") and isinstance(said["actor"], str):
                self.mentions[said["actor"]].append(said)
        self.by_card: dict[str, Said] = {finding_note_id(f["id"]): f for f in facts["findings"]}
        self.by_card |= {note_id(s): s for s in facts["annotations"] if s["type"] in NOTED}
        for actor, mentions in self.mentions.items():
            self.by_card[card_id(actor)] = next(
                (s for s in mentions if s["type"] == "entity"), mentions[0]
            )

    def fix(self, card: str) -> dict[str, str]:
        """What a script makes a card's correction of, beside its words: what is said of it.

        Empty where the page has no words of the thing, or doesn't show what stands around them (a
        page of excerpts).
        """
        said = self.by_card.get(card)
        if said is None or self.withheld:
            return {}
        if "readings" not in said:
            # The script knows what it is a value of.
            _key, _colon, value = "".join(value_lines(values_of(said))).partition(": ")
            # What it would say by the card's id need not be said.
            named = said["type"] in ("entity", "reference") and value == said["actor"]
            return {} if named else {"data-fix": value}
        if said["id"] not in self.marks:
            return {}
        return {"data-fix": str(said["salience"]), "data-which": self._which(said)}

    def _which(self, finding: Said) -> str:
        """The finding's kind, or its id where another of the kind is on the same words."""
        place = self.marks[finding["id"]]
        return str(
            finding["id"] if (finding["kind"], place["start"]) in self.taken else finding["kind"]
        )
