"""The apparatus at an article's end, in the editions' notation: ``lemma] reading SIGLA``.

What it is that differs, as a sentence, stands in the difference's note; a script repeats it here.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.pages.beside import beside
from variorum.pages.marked import ArticleFacts, Marked
from variorum.pages.page import heading, outlet_words
from variorum.pages.records import FindingFacts, Readings
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _

WORDS = 14
"""A lemma or reading of more words is given by its beginning and end."""


def apparatus(marked: Marked) -> Iterator[Part]:
    """One entry a difference marked in the text, in its order; nothing where there is none."""
    if not marked.numbers:
        return
    entries = box("ol", classes="vr-plain-list")
    for id_, number in marked.numbers.items():
        entries += _entry(marked.findings[id_], number, marked)
    made = box(
        "section", heading(_("Apparatus")), entries, _sigla(marked.facts), classes="vr-apparatus"
    )
    made.id = "apparatus"
    yield made


def _entry(finding: FindingFacts, number: str, marked: Marked) -> Box:
    facts, here = marked.facts, marked.here
    mine = [r for r in finding["readings"] if r["siglum"] == here]
    lemma = "; ".join(dict.fromkeys(shortened(r["words"]) for r in mine if r["words"]))
    said: list[Part] = [f"{lemma}] ", *notation(finding, here)]
    anchor = mine[0]["anchor"] if mine else ""
    place: list[Part] = [mark("b", number)]
    if mine and mine[0]["paragraph"]:
        place.append(f" ¶ {mine[0]['paragraph']}")
    key = link(facts["source"]["docname"], *place, anchor=anchor or "top", classes="vr-app-key")
    return box(
        "li",
        paragraph(key),
        paragraph(*said, classes="vr-app-said"),
        *beside(finding, facts, here),
    )


def notation(finding: Readings, here: str) -> list[Part]:
    """What the others read: each reading with its sigla, and those that have none.

    *here* is the siglum of the text itself.
    """
    others = others_by_words(finding, here, WORDS)
    said: list[Part] = []
    for words, sigla in others.items():
        said += ["; " if said else "", f"{words}\u00a0"]
        said.append(mark("span", " ".join(sigla), classes="vr-siglum"))
    if finding["absent"]:
        absent = mark("span", " ".join(finding["absent"]), classes="vr-siglum")
        said += ["; " if said else "", mark("i", _("om.")), "\u00a0", absent]
    return said


def others_by_words(finding: Readings, here: str, most: int) -> dict[str, list[str]]:
    """What the other reports read, in at most *most* words, with the sigla of those who do."""
    others: dict[str, list[str]] = {}
    for reading in finding["readings"]:
        if reading["siglum"] != here and reading["words"]:
            sigla = others.setdefault(shortened(reading["words"], most), [])
            if reading["siglum"] not in sigla:
                sigla.append(reading["siglum"])
    return others


def shortened(words: str, most: int = WORDS) -> str:
    """The words, or their beginning and end where they are more than *most*."""
    listed = words.split()
    if len(listed) <= most:
        return words
    half = most // 2
    return f"{' '.join(listed[:half])} … {' '.join(listed[-half:])}"


def _sigla(facts: ArticleFacts) -> Part:
    """Which letter is which source."""
    said: list[Part] = []
    for source in facts["sources"]:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        here = source["siglum"] == facts["source"]["siglum"]
        name = _("%s, the text here") if here else "%s"
        said += [siglum, f"\u00a0{name % outlet_words(source)}   "]
    said.append(mark("i", _("om.")))
    said.append(" " + _("not found there. A source that isn’t named has nothing to compare."))
    return paragraph(*said, classes="vr-legend")
