"""Switches that leave some entries of a page: they work by the styles alone, without script.

What can be left has a class for each of its values (:func:`classes`), and stands in a box of the
class ``vr-filtered``. Kinds and saliences are checkboxes: with none checked everything shows. Of
actors one can be chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from variorum.pages.records import Named
from variorum.rendering.elements import Box, Part, box, line, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.edition import Story

NAMED = 12
"""At most so many actors can be chosen by: there is a rule in the styles for each."""
Option = tuple[str, str, int]
"""A value, its name and how many entries have it."""


def filters(page: str, shown: str, *groups: Part, opened: bool = False) -> Box:
    """The switches of a page, folded; *shown* are the words a script counts in."""
    count = mark("span", classes="vr-count", role="status", data_words=shown, data_page=page)
    made = box(
        "details", box("summary", line(_("Filter"))), *groups, classes="vr-filters", open=opened
    )
    return box("div", made, paragraph(count), classes="vr-filter-bar", screen=True)


def several(name: str, legend: str, options: Sequence[Option]) -> Box:
    """Values of which any number can be chosen."""
    switches = [
        _switch("checkbox", name, value, words, count) for value, words, count in options if count
    ]
    return _fieldset(legend, switches)


def one_actor(page: str, legend: str, actors: Iterable[Named]) -> Box:
    """The actors of whom one can be chosen; each has a number, and the styles a rule for it."""
    options = ((actor["id"], actor["name"], actor["count"]) for actor in actors)
    return one_of(page, "actor", legend, _("Anybody"), options)


def one_of(page: str, group: str, legend: str, everything: str, options: Iterable[Option]) -> Box:
    """Values of which one can be chosen, or *everything*; the styles know them by their numbers."""
    name = f"{page}-{group}"
    switches = [_switch("radio", f"{group}-0", "", everything, None, name=name, checked=True)]
    switches += [
        _switch("radio", f"{group}-{n}", value, words, count, name=name)
        for n, (value, words, count) in enumerate(options, 1)
    ]
    return _fieldset(legend, switches)


def classes(actors: Sequence[Named], about: Iterable[str], **values: object) -> str:
    """The classes of an entry: who it is *about*, of those who can be chosen, and its values."""
    wanted = set(about)
    made = [f"vr-is-{name}-{value}" for name, value in values.items()]
    made += [f"vr-is-actor-{n}" for n, actor in enumerate(actors, 1) if actor["id"] in wanted]
    return " ".join(made)


def _fieldset(legend: str, switches: Sequence[Part]) -> Box:
    name = box("legend", line(legend), classes="vr-rail-title")
    return box("fieldset", name, *switches, classes="vr-choose")


def _switch(
    kind: str,
    group: str,
    value: str,
    words: str,
    count: int | None,
    *,
    name: str = "",
    checked: bool = False,
) -> Part:
    suffix = f"{group}-{value}" if kind == "checkbox" else group
    field = mark(
        "input", type=kind, name=name or group, value=value, checked=checked,
        classes=f"vr-pick-{suffix}",
    )  # fmt: skip
    parts: list[Part] = [field, mark("span", words)]
    if count is not None:
        parts.append(mark("span", str(count), classes="vr-n"))
    return mark("label", *parts, classes="vr-choice")


def named_in(groups: Iterable[Iterable[str]], story: Story) -> list[Named]:
    """The actors that most of some things are about, with how many."""
    names = {actor.id: actor.name for actor in story.actors}
    counts = Counter(id_ for group in groups for id_ in sorted(set(group)) if id_ in names)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], names[item[0]], item[0]))
    return [{"id": id_, "name": names[id_], "count": n} for id_, n in ranked[:NAMED]]
