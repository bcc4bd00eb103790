"""What a page builder returns, and the small pieces several pages share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from variorum.rendering import elements
from variorum.rendering.elements import Box, Heading, Part, box, line, link, mark
from variorum.rendering.words import (
    _,
    _n,
    date_words,
    listed,
    number_words,
    reports,
    span_words,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A page's title in plain words, what stands above it, and its words with all on them."""

    words: str
    kicker: tuple[tuple[str, str], ...] = ()
    dressed: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page's title, what follows it, and its name in the trail of pages above it.

    ``above`` are pairs of a docname and words, the outermost page first.
    """

    title: Title
    children: list[Part] = field(default_factory=list)
    name: str = ""
    above: tuple[tuple[str, str], ...] = ()
    contents: tuple[str, ...] = ()
    """The documents that follow it in a book."""
    indexed: str = ""
    """What it is found under in the general index."""


def title(words: str, *kicker: tuple[str, str], dressed: Iterable[Part] = ()) -> Title:
    """A title with, above it, pairs of a class and words."""
    return Title(words, kicker, tuple(dressed))


def heading(words: str, aside: str = "") -> Heading:
    """A heading that opens a list: a word or two, with an aside at its right."""
    made = elements.heading(words, classes="vr-kick")
    if aside:
        made += [" ", mark("span", aside)]
    return made


def facts_list(pairs: Sequence[tuple[str, Sequence[Part]]]) -> Box:
    """Names and values, as a description list."""
    made = box("dl", classes="vr-facts")
    for name, value in pairs:
        made += box("dt", line(name))
        made += box("dd", line(*value))
    return made


def outlet_words(source: Mapping[str, Any]) -> str:
    """The outlet's name; one that the text doesn't give is never guessed."""
    return str(source["outlet"] or _("Unnamed source"))


def headline_words(source: Mapping[str, Any]) -> str:
    """The headline, or the article's first words where it has none."""
    return source["title"] or f"{source['first_words']} …"


def when_words(source: Mapping[str, Any], *, short: bool = False) -> str:
    """When it was published, or else updated; *short* without weekday and time zone."""
    printed = source["published"] or source["updated"]
    if not printed:
        return _("no date printed")
    words = date_words(printed[:16], weekday=False) if short else date_words(printed, weekday=True)
    return words if source["published"] else _("updated %s") % words


def credit_words(source: Mapping[str, Any]) -> str:
    """Whom the article credits for its text, if anybody."""
    if not source["agency"]:
        return ""
    return _("credits %s") % listed(source["agency"])


def shared_words(source: Mapping[str, Any]) -> str:
    """How much of a report stands in others too, and whether anybody is credited for it."""
    shared = source.get("shared")
    if not shared or not shared["words"]:
        return ""
    hows = {"credited": _("credited"), "inferred": _("credit inferred"), "unknown": _("no credit")}
    others = [
        _("%(siglum)s (%(words)s words, %(how)s)")
        % {"siglum": s["siglum"], "words": s["words"], "how": hows[s["how"]]}
        for s in shared["others"]
    ]
    return _("%(share)s %% of its words stand in %(others)s, too") % {
        "share": shared["share"], "others": listed(others),
    }  # fmt: skip


def review_words(facts: Mapping[str, Any]) -> str:
    """Whether anybody has looked over what was found."""
    reviewed = facts.get("reviewed")
    if not reviewed:
        return _("Automatic, unreviewed")
    if not reviewed.get("date"):
        return str(_("Reviewed by %s") % reviewed["name"])
    return _("Reviewed by %(name)s, %(date)s") % {
        "name": reviewed["name"], "date": date_words(reviewed["date"]),
    }  # fmt: skip


def source_link(source: Mapping[str, Any], classes: str = "") -> Part:
    """A link to an article by its headline."""
    return link(
        source["docname"], headline_words(source), classes=classes, lang=source["language"],
        dir="auto",
    )  # fmt: skip


def story_title(facts: Mapping[str, Any]) -> str:
    """The editor's title or the folder's name, else the number of reports and their dates."""
    if facts["title"]:
        return str(facts["title"])
    days = days_printed(facts["sources"])
    count = reports(len(facts["sources"]))
    return f"{count}, {span_words(days[0], days[-1])}" if days else count


def reports_count(count: int) -> str:
    """``three reports``, within a sentence."""
    return _n("%s report", "%s reports", count) % number_words(count)


def stories_words(count: int) -> str:
    """``three stories``."""
    return _n("%s story", "%s stories", count) % number_words(count)


def outlets_words(count: int) -> str:
    """``five outlets``."""
    return _n("%s outlet", "%s outlets", count) % number_words(count)


def topic_words(facts: Mapping[str, Any]) -> str:
    """The words that the headlines of a story without a title share: they are ours, not theirs."""
    topic = facts.get("topic") or {}
    groups = [", ".join(topic[name]) for name in ("words", "names") if topic.get(name)]
    return _("Shared by the headlines: %s") % " · ".join(groups) if groups else ""


def origins(sources: Sequence[Mapping[str, Any]]) -> int:
    """How many of some reports are independent: copies of one text count once."""
    known = (s.get("shared") for s in sources)
    return len(
        {
            shared["origin"] if shared else source["siglum"]
            for source, shared in zip(sources, known, strict=True)
        }
    )


def reports_words(sources: Sequence[Mapping[str, Any]], *, capital: bool = True) -> str:
    """``Five reports, three origins``; ``Five reports`` where no two go back to one text."""
    said = reports(len(sources))
    if not capital:
        said = said[:1].lower() + said[1:]
    independent = origins(sources)
    if independent == len(sources):
        return said
    words = (
        _("%(reports)s, %(origins)s origin")
        if independent == 1
        else _("%(reports)s, %(origins)s origins")
    )
    return words % {"reports": said, "origins": number_words(independent)}


def days_printed(sources: Sequence[Mapping[str, Any]]) -> list[str]:
    """The days on which reports were printed, sorted: ``2022-01-11``."""
    printed = (s["published"] or s["updated"] for s in sources)
    return sorted({p[:10] for p in printed if p})


def above(facts: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The trail above a page of a story: its front page."""
    return ((facts["pages"]["front"], story_title(facts)),)


def kind_words(label: str) -> str:
    """What kind of actor a label means."""
    return {
        "PER": _("person"),
        "ORG": _("organisation"),
        "GPE": _("country or place"),
        "LOC": _("place"),
        "FAC": _("building"),
        "NORP": _("group"),
        "EVENT": _("event"),
        "PRODUCT": _("product"),
        "WORK": _("work or treaty"),
    }.get(label, label)
