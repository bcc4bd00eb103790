"""Names: mentions of persons, organisations, places and more in one article.

The model's mentions and those of general rules are merged in this order:

1. :mod:`.spans` trims the model's spans of articles, possessives and honorifics and divides them
   where they run over a bracket or a list; :mod:`.propose` adds known names, persons after a
   title, names with a telling head, abbreviations, handles. The one of higher priority stands.
2. :mod:`.evidence` weighs for each form what it names; :mod:`.decide` gives it one label in the
   whole article, makes surnames persons, and finds what the article repeats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.entities.confidence import confidence
from variorum.analysis.entities.decide import (
    Found,
    drop_lone,
    form_of,
    label_forms,
    link_members,
    link_parts,
    link_short_names,
    repeat,
)
from variorum.analysis.entities.filed import filed_from, filed_names
from variorum.analysis.entities.keep import is_name
from variorum.analysis.entities.propose import own_names, proposed
from variorum.analysis.entities.spans import choose, from_model
from variorum.analysis.entities.view import view
from variorum.model import Entity

if TYPE_CHECKING:
    from variorum.analysis.parse import ParsedArticle

__all__ = ["find"]


def find(parsed: ParsedArticle) -> list[Entity]:
    """Find the names in an article, in text order; no two overlap. Actors are linked later."""
    text = parsed.article.text
    views = [view(parsed.text, block) for block in parsed.blocks]
    found: list[Found] = []
    place = filed_from(parsed.article)
    for v, block in zip(views, parsed.blocks, strict=True):
        seen = [*proposed(v), *own_names(v, parsed.article.meta.outlet), *filed_names(v, place)]
        if block.block.kind != "promo":  # the model makes names of what an advertisement strings
            seen += from_model(v, block.doc)
        found += [(v, c) for c in choose(seen) if is_name(v, c)]
    forms = label_forms(found, text[slice(*place)] if place else None)
    link_short_names(forms)
    link_parts(forms, views)
    link_members(forms)
    drop_lone(forms, views)
    number = {id(v): n for n, v in enumerate(views)}
    taken: list[set[int]] = [set() for _ in views]
    for v, c in found:
        if form_of(v, c) in forms:
            taken[number[id(v)]].update(range(c.first, c.last))
    for n, c in repeat(views, forms, taken):
        taken[n].update(range(c.first, c.last))
        found.append((views[n], c))
    entities = []
    for v, c in found:
        label, by, lead = forms.get(form_of(v, c), (c.label, c.by, 0.0))
        if not label:
            continue
        if c.by == "acronym" and lead < 0.5:
            continue
        entities.append(
            Entity(
                id="",
                start=c.start,
                end=c.end,
                exact=text[c.start : c.end],
                label=label,
                by=by,
                confidence=confidence(label, by, lead),
            )
        )
    return sorted(entities, key=lambda e: e.start)
