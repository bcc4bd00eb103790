"""The other ways into a story: every page of it, by what one might want."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from variorum.pages.kind import Door, Facts, Group
from variorum.pages.page import heading
from variorum.rendering.elements import Box, Part, box, file_link, link, paragraph
from variorum.rendering.words import _, number


def doors(facts: Facts) -> Part:
    """All pages of a story in groups; downloads too, where there are any."""
    made = box("nav", heading(_("All ways in")), classes="vr-doors", aria_label=_("All ways in"))
    groups: tuple[tuple[Group, str], ...] = (
        ("compare", _("Compare")),
        ("look up", _("Look up")),
        ("use", _("Use")),
    )
    ways = list(_ways(facts))
    for group, name in groups:
        made += _group(name, [way for way in ways if way[1].group == group])
    if facts.get("downloads"):
        made += _downloads(facts["downloads"])
    made += paragraph(
        _("Analysis is for English. No word of a report is changed."),
        classes="vr-label",
    )
    return made


def _ways(facts: Facts) -> Iterator[tuple[str, Door]]:
    """Where each door leads, and what is behind it."""
    # The front page is among the kinds itself.
    from variorum.pages.kinds import KINDS

    for kind in KINDS:
        if kind.door:
            name = next(iter(kind.places), kind.name)
            yield facts["pages"][name], kind.door(facts["counts"])


def _group(name: str, ways: list[tuple[str, Door]]) -> Box:
    listed = box("ul", classes="vr-plain-list")
    for docname, door in ways:
        listed += box(
            "li", paragraph(link(docname, door.name)), paragraph(door.said, classes="vr-label")
        )
    return box("div", paragraph(name, classes="vr-door-name"), listed, classes="vr-door-group")


def _downloads(downloads: list[dict[str, Any]]) -> Box:
    """The story as files: each a path among the pages, and what it is."""
    kinds = {
        ".pdf": _("to print or to read as a book of pages"),
        ".epub": _("for a reading device"),
        ".zip": _("this site, to open from a folder without a network"),
    }
    listed = box("ul", classes="vr-plain-list")
    for download in downloads:
        listed += box(
            "li",
            paragraph(file_link(download["path"], download["name"])),
            paragraph(
                kinds.get(PurePosixPath(download["name"]).suffix, ""),
                " ",
                _("%s KB") % number(round(download["bytes"] / 1000)),
                classes="vr-label",
            ),
        )
    return box(
        "div", paragraph(_("Take along"), classes="vr-door-name"), listed, classes="vr-door-group",
        screen=True,
    )  # fmt: skip
