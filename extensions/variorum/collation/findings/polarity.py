"""What one article tells and another denies: an act that befalls one actor or thing, denied in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import (
    comparable,
    draft,
    firm,
    is_later,
    one_each,
    told_as_fact,
    words,
)
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames.acts import acts
from variorum.collation.frames.frame import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context, Draft
    from variorum.collation.frames.frame import Frame


def find(context: Context) -> Iterator[Draft]:
    """One finding an act and whom it befalls."""
    seen: set[frozenset[int]] = set()
    for _, key, told in context.matters.groups():
        denying = [f for f in told if _denies(f)]
        holding = [f for f in told if told_as_fact(f) and not f.nominal]
        pairs = [
            (d, h) for d in denying for h in holding
            if _opposed(context, d, h, key)
        ]  # fmt: skip
        places = frozenset(f.head.i for pair in pairs for f in pair)
        if pairs and places not in seen:
            seen.add(places)
            yield _draft(context, one_each(d for d, _ in pairs), one_each(h for _, h in pairs))


def _denies(frame: Frame) -> bool:
    return (
        frame.denied and not frame.nominal and not frame.restricted
        and frame.standing is Standing.DONE
    )  # fmt: skip


def _opposed(context: Context, denying: Frame, holding: Frame, key: str) -> bool:
    if not comparable(denying, holding) or is_later(context, holding, denying):
        return False
    if _tense(denying.head) != _tense(holding.head) and "headline" not in (
        denying.sentence.kind, holding.sentence.kind
    ):  # fmt: skip
        return False
    if not (denying.patient or denying.word in acts()):
        return False
    if denying.agents and holding.agents and not denying.agents & holding.agents:
        return False
    return firm((denying, holding), key)


def _tense(head: Token) -> str:
    """Whether a verb tells of what was or of what is; a perfect tells of what was."""
    verb = head if head.pos_ in ("VERB", "AUX") else head.head
    if verb.tag_ in ("VBD", "VBN"):
        helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        return "is" if helpers & {"is", "are", "'s", "am"} and not helpers & {"been"} else "was"
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "was" if "did" in helpers or helpers & {"was", "were"} else "is"


def _draft(context: Context, denying: list[Frame], holding: list[Frame]) -> Draft:
    material = context.material
    hold, deny = holding[0], denying[0]
    return draft(
        context, "contradiction", (*holding, *denying),
        f"{source(material, hold.article)} tells it, {quoted(words(context, hold).exact, 20)}; "
        f"{source(material, deny.article)} denies it, {quoted(words(context, deny).exact, 20)}.",
        f"One act, “{hold.word}”, of the same, told as a fact in one and denied in the other.",
        0.8, Tag.POLARITY,
    )  # fmt: skip
