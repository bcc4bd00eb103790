"""How sure a finding is: as often as readers confirmed what its rule finds, where that is known."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.collation.findings.context import Draft

GROUND = ", ground"
"""How the ids of grounds end; what is before it names the rule."""


def rule(ground: Message | None) -> str:
    """What a finding rests on, by the id of its ground."""
    return ground.id.removesuffix(GROUND) if ground else ""


@functools.cache
def _measured() -> Mapping[str, float]:
    table: Mapping[str, float] = gazetteer.table("finding_rules.toml")["rule"]
    return table


def confidence(draft: Draft) -> float:
    """How sure a draft is, measured; of a rule that was not met, as the rule has it."""
    ground = draft.why if isinstance(draft.why, Message) else None
    return _measured().get(rule(ground), draft.confidence)
