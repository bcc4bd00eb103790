"""Who may be one actor of several stories: an equal full name, and no title that speaks against it.

Only an editor can say that they are one; the lines to say it with stand beside each candidate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from variorum.pages.actor_across import Appearance, appearance
from variorum.pages.shares import ActorShare, StoryShare

KINDS = ("PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "WORK", "PRODUCT")
"""What a candidate can be, in the order in which they are listed; a people is no actor."""


def candidates(shares: Sequence[StoryShare]) -> Iterator[list[Appearance]]:
    """The actors of each name that two stories or more have, by kind and name."""
    found: dict[tuple[str, str], list[Appearance]] = {}
    for story in shares:
        for actor in story["actors"]:
            if not actor["of_site"] and actor["label"] in KINDS and _is_full(actor):
                key = (actor["label"], actor["name"].casefold())
                found.setdefault(key, []).append(appearance(story, actor))
    for (label, _name), same in sorted(
        found.items(), key=lambda item: (KINDS.index(item[0][0]), item[0][1])
    ):
        stories = {one["story"]["docname"] for one in same}
        if len(stories) > 1 and (label != "PER" or _titles_agree(same)):
            yield same


def _is_full(actor: ActorShare) -> bool:
    """Whether a person's name is more than a first name or a surname."""
    return actor["label"] != "PER" or " " in actor["name"]


def _titles_agree(same: Sequence[Appearance]) -> bool:
    """Whether those that have titles share one with another: a minister is no footballer."""
    titled = [set(one["actor"]["titles"]) for one in same if one["actor"]["titles"]]
    return all(
        any(titles & other for other in titled if other is not titles) for titles in titled
    ) or len(titled) < 2  # fmt: skip


def shared_titles(same: Sequence[Appearance]) -> list[str]:
    """Titles that at least two stories give."""
    titles = [title for one in same for title in one["actor"]["titles"]]
    return sorted({title for title in titles if titles.count(title) > 1})


def to_paste(same: Sequence[Appearance]) -> str:
    """The entry of the site's actors.yaml that makes them one."""
    first = same[0]["actor"]
    ids = sorted({one["actor"]["id"] for one in same})
    said: dict[str, str | list[str]] = {"name": first["name"], "kind": first["label"]}
    if len(ids) > 1:
        said["merge"] = ids[1:]
    return str(
        yaml.safe_dump({ids[0]: said}, allow_unicode=True, sort_keys=False, default_flow_style=None)
    )
