"""What somebody is called that changes how one reads them: suspended, paid, convicted."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, each
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.model import Entity, Reading

STANDING = frozenset(
    ("acting", "accused", "alleged", "appointed", "convicted", "designate",
     "disgraced", "elected", "embattled", "exiled", "fired", "fugitive", "impeached", "independent",
     "indicted", "interim", "jailed", "outgoing", "ousted", "paid", "partisan", "retired",
     "self-proclaimed", "brother", "sister", "son", "daughter", "husband", "wife", "cousin",
     "nephew", "niece", "friend", "neighbour", "neighbor", "lover", "self-styled", "so-called",
     "suspended", "unelected", "unpaid", "volunteer")
)  # fmt: skip
"""Words of how somebody stands; a former minister is often called minister, and means no less."""
LONGEST = 8
"""So many words beside a name describe it; more are a clause."""


def find(context: Context) -> Iterator[Draft]:
    """Descriptions of one person of which only one says how they stand."""
    material = context.material
    described: defaultdict[str, dict[str, list[Reading]]] = defaultdict(dict)
    for id_, text in material.texts.items():
        for entity in text.entities:
            sentence = text.sentence_at(entity.start)
            if entity.label != "PER" or not entity.actor or sentence is None:
                continue
            for words in _beside(sentence, entity, text):
                described[entity.actor].setdefault(id_, []).append(words)
    for actor in sorted(described):
        first = {id_: listed[0] for id_, listed in described[actor].items()}
        said = {
            id_: {w for r in listed for w in _words(context, r)} & STANDING
            for id_, listed in described[actor].items()
        }
        if len(first) < 2 or len(set(map(frozenset, said.values()))) < 2:
            continue
        told = {
            id_: next((r for r in listed if set(_words(context, r)) & STANDING), first[id_])
            for id_, listed in described[actor].items()
        }
        readings = material.in_order(told.values())
        told_of = each(material, ((r.article, r.exact) for r in readings))
        yield Draft(
            "role", readings,
            Message.of("role: introduced", actor=called(material, actor), told=told_of),
            Message.of("role: standing, ground"), 0.86,
            tags=frozenset({Tag.STANDING}), weight=len(readings), actors=(actor,), about=actor,
        )  # fmt: skip


def _words(context: Context, reading: Reading) -> list[str]:
    return context.text(reading).casefold().split()


def _beside(sentence: Sentence, entity: Entity, text: Text) -> Iterator[Reading]:
    """The noun phrases that stand beside a name as another name for the same."""
    base = sentence.offset
    tokens = [t for t in sentence.tokens if entity.start <= base + t.idx < entity.end]
    if not tokens:
        return
    root = next((t for t in tokens if t.head not in tokens), tokens[0])
    beside = [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ == "appos":
        beside.append(root.head)
    for noun in beside:
        if noun.pos_ != "NOUN" or noun in tokens:
            continue
        words = _phrase(noun, tokens)
        if len(words) <= LONGEST:
            yield text.reading(base + words[0].idx, base + words[-1].idx + len(words[-1]))


def _phrase(noun: Token, name: list[Token]) -> list[Token]:
    """A noun with what describes it: no article, no clause, and not the name itself."""
    aside = {
        t
        for c in noun.children
        if c.dep_ in ("relcl", "appos", "punct", "cc", "conj", "det")
        for t in c.subtree
    }
    kept = [t for t in noun.subtree if t not in aside and t not in name]
    first, last = kept.index(noun), kept.index(noun)
    while first and kept[first - 1].i == kept[first].i - 1:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1].i == kept[last].i + 1:
        last += 1
    return kept[first : last + 1]
