"""What differs, in one sentence: the headings of the front page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from variorum.pages.records import SourceFacts
from variorum.rendering.words import _, capital, listed, reports

WORDS = 64
"""Words of a report of more characters are shortened in a heading."""
NAMED = 3
"""More reports are counted, not named."""


class MatterFacts(TypedDict):
    """A message with its values as a page shows them: letters, names, words."""

    id: str
    sources: list[str]
    absent: list[str]
    actors: list[str]
    one: str
    other: str


def heading(matter: MatterFacts, sources: Sequence[SourceFacts]) -> str:
    """A message about what differs, in the reader's language."""
    outlets = {source["siglum"]: _outlet(source, sources) for source in sources}
    values = {
        "sources": _listed([outlets[siglum] for siglum in matter["sources"]]),
        "absent": _listed([outlets[siglum] for siglum in matter["absent"]]),
        "actors": listed(matter["actors"]),
        "one": _short(matter["one"]),
        "other": _short(matter["other"]),
    }
    said = _sentence(matter["id"], values) % values
    # An outlet writes its own name as it does: usatoday.com.
    is_name = any(source["outlet"] and said.startswith(source["outlet"]) for source in sources)
    return said if is_name else capital(said)


def _sentence(id_: str, values: Mapping[str, str]) -> str:
    """The sentence of a message, as full as its values allow."""
    full, plain = {
        "no agreement": (
            _("%(sources)s do not agree on %(actors)s: “%(one)s” or “%(other)s”?"),
            _("%(sources)s do not agree: “%(one)s” or “%(other)s”?"),
        ),
        "left open": (
            _("Left open by one, denied by another: “%(one)s” and “%(other)s”"),
            _("Left open by one, denied by another: “%(one)s”"),
        ),
        "quoted in part": (
            _("What %(actors)s said is printed whole, and in part: “%(one)s”"),
            _("A statement is printed whole, and in part: “%(one)s”"),
        ),
        "quoted in other words": (
            _("%(sources)s do not quote %(actors)s in the same words: “%(one)s”"),
            _("%(sources)s do not quote the same words: “%(one)s”"),
        ),
        "who said it": (
            _("%(sources)s do not agree who said “%(one)s”"),
            _("%(sources)s do not agree who said “%(one)s”"),
        ),
        "own voice": (
            _("Fact, or somebody’s word? “%(one)s”"),
            _("Fact, or somebody’s word? “%(one)s”"),
        ),
        "borrowed word": (
            _("“%(one)s”: quoted here, a report’s own word there"),
            _("“%(one)s”: quoted here, a report’s own word there"),
        ),
        "uncredited": (
            _("%(sources)s share an agency’s text, and not all say so"),
            _("%(sources)s share an agency’s text, and not all say so"),
        ),
        "other numbers": (
            _("“%(one)s” or “%(other)s”: %(sources)s give different numbers"),
            _("%(sources)s give different numbers: “%(one)s”"),
        ),
        "other days": (
            _("“%(one)s” or “%(other)s”: %(sources)s give different days"),
            _("%(sources)s give different days: “%(one)s”"),
        ),
        "stamp": (
            _("The date that %(sources)s prints does not fit its own text"),
            _("The date that %(sources)s prints does not fit its own text"),
        ),
        "called": (
            _("“%(one)s” here, “%(other)s” there: what %(sources)s call it"),
            _("“%(one)s”: what %(sources)s call it"),
        ),
        "told otherwise": (
            _("One matter, told as “%(one)s” and as “%(other)s”"),
            _("%(sources)s tell one matter in other words: “%(one)s”"),
        ),
        "same text": (
            _("%(sources)s print the same text: “%(one)s”"),
            _("%(sources)s print the same text: “%(one)s”"),
        ),
        "told by some": (
            _("Told by %(sources)s, not found in %(absent)s: “%(one)s”"),
            _("Told by %(sources)s: “%(one)s”"),
        ),
        "told by one": (
            _("Only %(sources)s tells this: “%(one)s”"),
            _("Only %(sources)s tells this: “%(one)s”"),
        ),
        "introduced": (
            _("Who is %(actors)s? “%(one)s” here, “%(other)s” there"),
            _("One person is “%(one)s” here, “%(other)s” there"),
        ),
        "spelt": (
            _("One name, two spellings: “%(one)s” and “%(other)s”"),
            _("One name, several spellings: “%(one)s”"),
        ),
    }[id_]  # fmt: skip
    return full if all(values[name] for name in values if f"%({name})s" in full) else plain


def _outlet(source: SourceFacts, sources: Sequence[SourceFacts]) -> str:
    """A report by its outlet; by its letter, too, where that is no name of it alone."""
    outlet = source["outlet"]
    if not outlet:
        unnamed: str = _("source %s") % source["siglum"]
        return unnamed
    alone = sum(other["outlet"] == outlet for other in sources) == 1
    return f"{outlet}" if alone else f"{outlet} ({source['siglum']})"


def _listed(outlets: list[str]) -> str:
    return listed(outlets) if len(outlets) <= NAMED else reports(len(outlets)).lower()


def _short(words: str) -> str:
    if len(words) <= WORDS:
        return words.rstrip(".,;: ")
    return words[:WORDS].rpartition(" ")[0].rstrip(".,;: ") + " …"
