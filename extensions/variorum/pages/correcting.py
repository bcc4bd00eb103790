"""“Copy correction”: what a script makes an editor's entry in ``corrections.yaml`` of."""

from __future__ import annotations

from collections import Counter, defaultdict

from variorum.codec import from_object
from variorum.corrections import Words, values_of
from variorum.corrections.snippet import value_lines
from variorum.model import Article
from variorum.pages.marked import ArticleFacts
from variorum.rendering.annotations import Said, card_id, finding_note_id, note_id

NOTED = ("quote", "date")
"""Types of annotation that have a card each."""


class Correcting:
    """The corrections of what an article's page shows."""

    def __init__(self, facts: ArticleFacts) -> None:
        self.words = Words(from_object(Article, facts["article"]))
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
        """What a script makes a card's correction of: the thing's values, and the words around it.

        Empty where the page has no words of the thing, or doesn't show what stands around them (a
        page of excerpts).
        """
        said = self.by_card.get(card)
        if said is None or self.words.article.withheld:
            return {}
        if "readings" not in said:
            values = "\n  ".join(value_lines(values_of(said))) if "type" in said else ""
            if said.get("type") in ("entity", "reference"):
                # What a script would say by the card's id need not be said; nor are there any words
                # around it: each name that opens the card has its own.
                return {} if values == f"actor: {said['actor']}" else {"data-fix": values}
            return {"data-fix": values} | self.around(said) if values else {}
        place = self.marks.get(said["id"])
        if place is None:
            return {}
        values = f"salience: {said['salience']}"
        return {"data-fix": values, "data-which": self._which(said)} | self.around(place)

    def around(self, said: Said) -> dict[str, str]:
        """The words before and after some that tell them from others like them."""
        if self.words.article.withheld:
            return {}
        target = self.words.target(said["start"], said["end"])
        around = {"data-before": target.prefix, "data-after": target.suffix}
        return {name: words for name, words in around.items() if words}

    def _which(self, finding: Said) -> str:
        """The finding's kind, or its id where another of the kind is on the same words."""
        place = self.marks[finding["id"]]
        return str(
            finding["id"] if (finding["kind"], place["start"]) in self.taken else finding["kind"]
        )
