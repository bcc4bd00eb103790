"""What one actor is called, by words that take a side: leader and dictator."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.headlines import labels
from variorum.collation.findings.phrasing import called, each
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Notion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Text
    from variorum.model import Reading, Span


def find(context: Context) -> Iterator[Draft]:
    """One finding an actor and a group of labels."""
    material = context.material
    borne: defaultdict[tuple[str, str], dict[str, dict[int, Reading]]] = defaultdict(dict)
    for id_, text in material.texts.items():
        for actor, word, span in (*_titles(text), *_beside(text)):
            for group, side in labels().get(word, ()):
                sides = borne[actor, group].setdefault(id_, {})
                sides.setdefault(side, text.reading(*span))
    for (actor, group), by_article in sorted(borne.items()):
        if actor not in material.actors:
            continue
        common = set.intersection(*(set(sides) for sides in by_article.values()))
        apart = [
            reading
            for sides in by_article.values()
            for side, reading in sorted(sides.items())
            if side not in common
        ]
        if len({r.article for r in apart}) < 2:
            continue
        readings = material.in_order(apart)
        said = each(material, ((r.article, r.exact) for r in readings))
        yield Draft(
            "wording", readings,
            Message.of("wording: called otherwise", actor=called(material, actor), told=said),
            Message.of("wording: called otherwise, ground", group=Notion(group)), 0.75,
            tags=frozenset({Tag.LABEL}), weight=3 + len(readings), actors=(actor,), about=group,
        )  # fmt: skip


def _titles(text: Text) -> Iterator[tuple[str, str, Span]]:
    """Titles that are given to an actor, by their last word."""
    for role in text.roles:
        if role.actor and role.exact:
            yield role.actor, role.exact.lower().split()[-1], (role.start, role.end)


def _beside(text: Text) -> Iterator[tuple[str, str, Span]]:
    """Nouns that stand beside a name: "the leader, Ann Doe"."""
    for sentence in text.sentences:
        for token in sentence.tokens:
            if token.pos_ != "NOUN" or token.lemma_.lower() not in labels():
                continue
            names = [c for c in token.children if c.dep_ == "appos"]
            names += [token.head] if token.dep_ == "appos" else []
            start = sentence.offset + token.idx
            for name in names:
                at = sentence.offset + name.idx
                for actor in sorted(_whole(text, at)):
                    yield actor, token.lemma_.lower(), (start, start + len(token))


def _whole(text: Text, at: int) -> set[str]:
    """The actor whose name has a word at a place."""
    return {e.actor for e in text.entities if e.actor and e.start <= at < e.end}
