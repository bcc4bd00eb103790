"""“Copy correction”: what an editor pastes into ``corrections.yaml``, made from a page's facts."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from variorum.corrections import Words, snippet, values_of
from variorum.corrections.snippet import CHOICES
from variorum.records import article_from_json
from variorum.rendering.annotations import card_id, finding_note_id, note_id
from variorum.rendering.elements import Part, mark
from variorum.rendering.words import _

Said = Mapping[str, Any]

NOTED = ("quote", "date")
"""Types of annotation that have a card each."""


class Correcting:
    """The corrections of what an article's page shows."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.words = Words(article_from_json(facts["article"]))
        self.marks: dict[str, Said] = {}
        for said in facts["marks"]:
            self.marks.setdefault(said["finding"], said)
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

    def button(self, card: str) -> Iterator[Part]:
        """A button that copies the correction of what a card is about; it needs script."""
        said = self.by_card.get(card)
        text = self.of(said) if said else ""
        if said and text:
            yield mark(
                "button", _("copy correction"), classes="vr-copy", screen=True,
                type="button", data_copy=text, data_copies=self._of_mentions(said), hidden=True,
            )  # fmt: skip

    def of(self, said: Said) -> str:
        """The snippet for an annotation or a finding.

        It holds what is said of the thing now, to be changed; empty where the page has no words
        of it, or doesn't show what stands around them (a page of excerpts).
        """
        if self.words.article.withheld:
            return ""
        if "readings" in said:
            place = self.marks.get(said["id"])
            if place is None:
                return ""
            at = [self.words.target(place["start"], place["end"])]
            values = {"salience": said["salience"]}
            return snippet("change", "finding", at, values, which=self._which(said), hint=CHOICES)
        if "type" not in said:
            return ""
        at = [self.words.target(said["start"], said["end"])]
        return snippet("change", said["type"], at, values_of(said), hint=CHOICES)

    def _which(self, finding: Said) -> str:
        """The finding's kind, or its id where another of the kind is on the same words."""
        place = self.marks[finding["id"]]
        return str(
            finding["id"] if (finding["kind"], place["start"]) in self.taken else finding["kind"]
        )

    def _of_mentions(self, said: Said) -> str | None:
        """Of a card that many words open: the correction of each, as JSON by the words' id."""
        if said.get("type") not in ("entity", "reference"):
            return None
        others = {
            other["id"]: self.of(other)
            for other in self.mentions[said["actor"]]
            if other["id"] != said["id"]
        }
        return json.dumps(others, ensure_ascii=False) if others else None
