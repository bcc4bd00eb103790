"""What is noted of a report: statements and dates at the foot of the page, and the apparatus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from variorum.pages.sentences import explained
from variorum.paper.code import array, call, literal, sequence, words
from variorum.paper.places import Places
from variorum.rendering.asked import question
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, date_words, listed

LEMMA = 12
"""A lemma or reading of more words is given by its beginning and end."""


class Notes:
    """The notes of one report; *facts* are those of its page.

    In an *abridged* book they say neither how sure anything is nor why.
    """

    def __init__(self, facts: Mapping[str, Any], places: Places, *, abridged: bool) -> None:
        self.facts = facts
        self.places = places
        self.abridged = abridged
        self.docname: str = facts["docname"]
        self.source = facts["source"]
        self.actors = {actor["id"]: actor for actor in facts["actors"]}
        self.findings = {finding["id"]: finding for finding in facts["findings"]}

    def statement(self, said: Mapping[str, Any]) -> str:
        """Who says it, with which word, to whom, in which medium, and how sure that is."""
        speakers = said["speaker"] or []
        speakers = [speakers] if isinstance(speakers, str) else list(speakers)
        parts: list[str] = []
        for i, speaker in enumerate(speakers):
            parts.append(words(_(" and ")) if i else "")
            parts.append(self._actor(speaker))
        if not parts:
            parts.append(words(_("Speaker not known")))
        more = question(said)
        if said["cue"] and any(c.isalpha() for c in said["cue"]):
            more += f", “{said['cue']}”"
        if said["addressee"]:
            more += _(", to %s") % said["addressee"]
        if said["medium"]:
            more += _(", in %s") % said["medium"]
        kind = {
            "direct": _("quoted"), "mixed": _("partly quoted"), "indirect": _("reported"),
        }[said["kind"]]  # fmt: skip
        return sequence([*parts, words(f"{more}; {kind}. "), "" if self.abridged else _sure(said)])

    def _actor(self, id_: str) -> str:
        actor = self.actors.get(id_)
        if not actor:
            return words(id_)
        target = self.places.target(actor["docname"])
        name = words(actor["name"])
        return call("goto", literal(target), name) if target else name

    def date(self, said: Mapping[str, Any]) -> str:
        """What a date means, what it is counted from, and what else it could mean."""
        meaning = value_words(said["value"])
        exact = " ".join(said["exact"].split())
        more = [f"{meaning}."]
        if said["anchor"] and said["why"]:
            more.append(_("Counted from %s.") % date_words(said["anchor"], time=False))
        if said["alternatives"]:
            others = listed([value_words(value) for value in said["alternatives"]])
            more.append(_("It could also be %s.") % others)
        return sequence([call("lemma", words(exact)), words(f" {' '.join(more)} "), _sure(said)])

    # --- the apparatus ----------------------------------------------------------------------------

    def apparatus(self) -> str:
        """One entry a difference marked in the text, by its first line here."""
        first: dict[str, Mapping[str, Any]] = {}
        for said in self.facts["marks"]:
            if said["type"] == "difference":
                first.setdefault(said["finding"], said)
        entries = [self._entry(self.findings[id_], said) for id_, said in first.items()]
        if not entries:
            return ""
        return call("apparatus", words(_("Apparatus")), array(entries))

    def _entry(self, finding: Mapping[str, Any], said: Mapping[str, Any]) -> str:
        here = self.source["siglum"]
        lemma = dict.fromkeys(
            r["words"] for r in finding["readings"] if r["siglum"] == here and r["words"]
        )
        parts = [call("lemma", words("; ".join(map(shortened, lemma)))), words(" ")]
        others: dict[str, list[str]] = {}
        for reading in finding["readings"]:
            if reading["siglum"] != here and reading["words"]:
                others.setdefault(reading["words"], []).append(reading["siglum"])
        told = [sequence([words(shortened(reading)), _sigla(by)]) for reading, by in others.items()]
        if finding["absent"]:
            told.append(sequence([call("emph", words(_("om."))), _sigla(finding["absent"])]))
        for i, one in enumerate(told):
            parts += [words("; ") if i else "", one]
        differences = self.facts["pages"]["differences"]
        target = self.places.target(differences, finding["id"])
        # A page of which the book has the beginning alone needn't have this difference.
        there = target and (target != differences or not self.abridged)
        page = call("see-page", literal(target)) if there else ""
        line = call("line-of", literal(self.docname), literal(line_label(self.docname, said)))
        if self.abridged:
            return call("entry", line, sequence([*parts, page]))
        why = words(explained(finding["explanation"]))
        return call("entry", line, sequence(parts), why=sequence([why, page]))


def line_label(docname: str, said: Mapping[str, Any]) -> str:
    """The label of the place whose line the apparatus gives."""
    return f"mark:{docname}#{said['id']}"


def _sigla(letters: Iterable[str]) -> str:
    return call("sigla", words(" ".join(dict.fromkeys(letters))))


def _sure(said: Mapping[str, Any]) -> str:
    return call("sure", words(f"{round(said['confidence'] * 100)} %"))


def shortened(said: str) -> str:
    """The words, or their beginning and end where they are many."""
    split: Sequence[str] = said.split()
    if len(split) <= LEMMA:
        return said
    half = LEMMA // 2
    return f"{' '.join(split[:half])} … {' '.join(split[-half:])}"
