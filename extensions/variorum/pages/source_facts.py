"""What a source says of itself, each with the words it was read from."""

from __future__ import annotations

from typing import Literal

from variorum.pages.page import facts_list
from variorum.pages.records import Clock, SourceFacts
from variorum.rendering.elements import Part, mark, outside
from variorum.rendering.words import _, date_words, listed, range_words

Field = Literal[
    "outlet", "published", "updated", "byline", "place", "agency", "photo_agency", "url",
    "retrieved", "rights",
]  # fmt: skip
_DATES = ("published", "updated", "retrieved")


def source_facts(source: SourceFacts) -> Part:
    """A description list of what is known of one source."""
    names: dict[Field, str] = {
        "outlet": _("Outlet"),
        "published": _("Published"),
        "updated": _("Updated"),
        "byline": _("By"),
        "place": _("Place"),
        "agency": _("Agency"),
        "photo_agency": _("Photograph"),
        "url": _("Address"),
        "retrieved": _("Retrieved"),
        "rights": _("Rights"),
    }
    pairs: list[tuple[str, list[Part]]] = []
    for field, name in names.items():
        value = _value(field, source[field])
        if value:
            pairs.append((name, [*value, *_basis(source, field)]))
        elif field in ("outlet", "published"):
            pairs.append((name, [mark("i", _("not in the text"), classes="vr-missing")]))
    pairs += _clock(source["clock"])
    pairs.append((_("File"), [source["file"], " ", mark("small", _file_words(source))]))
    return facts_list(pairs)


def _clock(clock: Clock) -> list[tuple[str, list[Part]]]:
    """When its own text says it was written, where no printed date says so or fits."""
    inferred = clock.get("inferred")
    if not inferred:
        return []
    words = range_words(*inferred)
    if clock["anomaly"]:
        note = _("by its text; the printed date does not fit")
    else:
        note = _("inferred from its text, not printed")
    return [(_("Written"), [words, " ", mark("small", note)])]


def _value(field: Field, value: str | list[str] | None) -> list[Part]:
    if not value:
        return []
    if not isinstance(value, str):
        return [listed(value)]
    if field in _DATES:
        return [date_words(value, weekday=True)]
    if field == "url" and value.startswith(("http://", "https://")):
        return [outside(value, value)]
    return [value]


def _basis(source: SourceFacts, field: Field) -> list[Part]:
    """The words a value was read from, where they say more than it does; else what says it."""
    words = source["basis"].get(field)
    if words and words not in (source[field], *_value(field, source[field])):
        return [" ", mark("small", _("from “%s”") % words)]
    ground = _ground_words(source["grounds"].get(field))
    return [" ", mark("small", ground)] if ground else []


def _ground_words(ground: str | None) -> str | None:
    """Where a value comes from that no words of the text say."""
    known: dict[str | None, str] = {
        "file": _("from the file’s name"),
        "page data": _("from the page’s data"),
        "address": _("from the address"),
        "front matter": _("from the head of the file"),
        "record": _("from a record in a data file"),
        "story.yaml": _("by the editor, in story.yaml"),
        "corrections.yaml": _("by the editor, in corrections.yaml"),
    }
    return known.get(ground)


def _file_words(source: SourceFacts) -> str:
    hashed: str = _("SHA-256 %s…") % source["sha256"][:12]
    if source["encoding"] in ("utf-8", "ascii"):
        return hashed
    return f"{source['encoding']}, {hashed}"
