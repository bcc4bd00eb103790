"""What a build has changed in the findings: new ones, those gone, who joined and who left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from variorum.edition import Story
from variorum.model import Finding
from variorum.rendering.words import _, speech


@dataclass(frozen=True, slots=True)
class Change:
    """One finding that isn't as it was; what it is now, or was."""

    finding: Finding
    joined: tuple[str, ...] = ()
    """Letters of the sources whose words are new in it …"""
    left: tuple[str, ...] = ()
    """… and of those that have no words in it any more."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a story since the build before."""

    story: str
    came: tuple[str, ...] = ()
    """Letters of sources that were not there …"""
    went: tuple[str, ...] = ()
    """… and of those that are not there any more, as they were called then."""
    found: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    changed: tuple[Change, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.found or self.gone or self.changed)


class Changed(TypedDict):
    """What has changed in one way, as a page shows it; a line of its own has no items."""

    name: str
    items: list[tuple[str, str]]
    """What each finding says, and what became of it."""


def heading(finding: Finding) -> str:
    """What a finding says, in the site's language, or in the editor's own words."""
    return speech().sentence(finding.said) if finding.said else finding.explanation


def told_as(told: News, story: Story) -> Iterator[Changed]:
    """What is new, group by group."""
    if told.came:
        yield Changed(name=_("%s came in.") % ", ".join(told.came), items=[])
    if told.went:
        yield Changed(name=_("%s, as it was called, is gone.") % ", ".join(told.went), items=[])
    groups = (
        (_("Joined or left"), [(c.finding, _moved(c)) for c in told.changed]),
        (_("Found now"), [(f, _who_tells(f, story)) for f in told.found]),
        (_("No longer found"), [(f, "") for f in told.gone]),
    )
    for name, listed in groups:
        listed.sort(key=lambda entry: (-entry[0].salience, entry[0].rank, entry[0].id))
        if listed:
            yield Changed(name=name, items=[(heading(f), note) for f, note in listed])


def _moved(change: Change) -> str:
    joined = _("%s joined") % ", ".join(change.joined) if change.joined else ""
    left = _("%s no longer tells it") % ", ".join(change.left) if change.left else ""
    return "; ".join(note for note in (joined, left) if note)


def _who_tells(finding: Finding, story: Story) -> str:
    articles = {reading.article for reading in finding.readings}
    return _("in %s") % ", ".join(sorted(story.sigla[a] for a in articles if a in story.sigla))


def news(before: Mapping[str, Story], after: Mapping[str, Story]) -> Iterator[News]:
    """What is new in each story that was there before."""
    for key, story in sorted(after.items()):
        old = before.get(key)
        if old is not None and old is not story:
            told = between(old, story)
            if told:
                yield told


def between(old: Story, new: Story) -> News:
    """What is new in one beside the other."""
    pairs, gone, found = _matched(old.findings.findings, new.findings.findings)
    here, there = {a.id for a in new.articles}, {a.id for a in old.articles}
    changes = []
    for one, other in pairs:
        was, now = _who(one), _who(other)
        joined = tuple(sorted(new.sigla[a] for a in now - was))
        left = tuple(sorted((new.sigla.get(a) or old.sigla[a]) for a in was - now))
        if joined or left:
            changes.append(Change(other, joined, left))
    return News(
        new.key,
        tuple(sorted(new.sigla[a] for a in here - there)),
        tuple(sorted(old.sigla[a] for a in there - here)),
        tuple(found),
        tuple(gone),
        tuple(changes),
    )


def _matched(
    old: Iterable[Finding], new: Iterable[Finding]
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """Findings of one kind that share a reading are one; what is left on either side."""
    by_reading: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    olds = list(old)
    for finding in olds:
        for words in _readings(finding):
            by_reading[finding.kind, *words].append(finding)
    taken: set[str] = set()
    pairs, found = [], []
    for finding in new:
        known = (o for w in _readings(finding) for o in by_reading[finding.kind, *w])
        other = next((o for o in known if o.id not in taken), None)
        if other is None:
            found.append(finding)
        else:
            taken.add(other.id)
            pairs.append((other, finding))
    return pairs, [o for o in olds if o.id not in taken], found


def _readings(finding: Finding) -> Iterator[tuple[str, str]]:
    for reading in finding.readings:
        yield reading.article, " ".join((reading.exact or reading.meta or "").split())


def _who(finding: Finding) -> set[str]:
    return {reading.article for reading in finding.readings}
