"""A second reader at the desk: what waits for them, and where two have said different things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from variorum.corrections import Correction, Words
from variorum.corrections.readers import by_reader, verdict
from variorum.desk.entries import Entry
from variorum.desk.things import Thing, thing
from variorum.docnames import article_docnames, story_home
from variorum.edition import Story
from variorum.pages.kinds import place
from variorum.rendering.words import _


def answers(at: Thing, entries: Sequence[Entry], by: str) -> dict[str, Any]:
    """What readers have said of a thing; another's word is shown after one's own."""
    told = by_reader(e.said for e in entries)
    own = next((t for t in told.values() if _is_of(next(iter(t.values())), at)), {})
    if not own:
        return {"waits": False, "answers": []}
    if by not in own:
        return {"waits": True, "answers": []}
    listed = [
        {"by": name, "on": said.on, "note": said.note, "verb": said.verb,
         "values": dict(said.values), "said": _shown(said, at.story)}
        for name, said in own.items()
    ]  # fmt: skip
    differ = len({verdict(said) for said in own.values()}) > 1
    return {"waits": False, "answers": listed if differ else []}


def _shown(said: Correction, story: Story) -> str:
    """What somebody has changed a thing to, with the names of actors."""
    names = {a.id: a.name for a in story.actors}
    told = [
        " + ".join(names.get(str(v), str(v)) for v in value)
        if isinstance(value, tuple)
        else _("nobody") if value is None else names.get(str(value), str(value))
        for _name, value in said.values
    ]  # fmt: skip
    return ", ".join(told)


def disputed(story: Story, entries: Sequence[Entry], by: str) -> Iterator[dict[str, Any]]:
    """The findings on which this reader and another have said different things."""
    for told in by_reader(e.said for e in entries).values():
        said = next(iter(told.values()))
        at = _thing(story, said) if said.what == "finding" and by in told else None
        if at is not None and (listed := answers(at, entries, by)["answers"]):
            yield {"id": at.said.id, "answers": listed}


def kinds() -> dict[str, str]:
    """What the kinds of things are called that readers agree on."""
    return {
        "quote": _("Statements"), "entity": _("Names"), "reference": _("Pronouns"),
        "role": _("Titles of persons"), "date": _("Dates"), "figure": _("Figures"),
        "finding": _("Differences"), "all": _("All"),
    }  # fmt: skip


def _is_of(said: Correction, at: Thing) -> bool:
    return said.what == at.what and said.at == (at.target(),) and said.which in ("", at.which())


def second(story: Story, entries: Sequence[Entry], by: str) -> Iterator[dict[str, Any]]:
    """What another reader has decided and this one has not, and what they disagree on."""
    for told in by_reader(e.said for e in entries).values():
        said = next(iter(told.values()))
        differ = by in told and len({verdict(s) for s in told.values()}) > 1
        if by in told and not differ:
            continue
        at = _thing(story, said)
        if at is not None:
            yield _waits(at, "disputed" if differ else "second")


def _waits(at: Thing, group: str) -> dict[str, Any]:
    told = at.to_json()
    home = story_home(at.story.key)
    page = article_docnames(home, at.story.articles)[at.article.id]
    if at.what == "finding":
        page = f"{home}{place('differences')}"
    return {
        "id": told["id"],
        "group": group,
        "ask": told["ask"],
        "why": _("You and another reader differ.") if group == "disputed" else "",
        "words": told["words"],
        "siglum": at.story.sigla.get(at.article.id, ""),
        "sure": None,
        "href": f"/{page}.html",
    }


def _thing(story: Story, said: Correction) -> Thing | None:
    """What a correction is about, where it is found still."""
    target = said.at[0]
    article = next((a for a in story.articles if a.id == target.article), None)
    spans = Words(article).find(target) if article else []
    if article is None or len(spans) != 1:
        return None
    start, end = spans[0]
    if said.what == "finding":
        for finding in story.findings.findings:
            if said.which in (finding.kind, finding.id) and any(
                r.article == article.id and r.start is not None and r.end is not None
                and r.start < end and start < r.end
                for r in finding.readings
            ):  # fmt: skip
                return thing(story, article.id, finding.id)
        return None
    listed = [a for a in story.annotations.get(article.id, ()) if a.type == said.what]
    for one in listed:
        if one.start == start:
            return Thing(story, article, one)
    return None


def now_read(story: Story, said: Correction) -> str:
    """What the thing that a correction is about is read as now, if it is found."""
    at = _thing(story, said) if said.verb != "add" else None
    return str(at.to_json()["reads"]) if at is not None else ""
