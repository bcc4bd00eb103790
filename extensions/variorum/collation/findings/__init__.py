"""What the articles of a story share, and where they part.

A rule is a module here with a function ``find`` that gives drafts; :data:`RULES` names them and
puts them in order, and those of extensions come after ours. What several need (sentences, passages,
statements, alignment) is made once, in :mod:`~variorum.collation.findings.context`.
:mod:`~variorum.collation.findings.worth` then says what a reader has of seeing each, and
:mod:`~variorum.collation.findings.front` what is seen first.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum import extending
from variorum.collation.findings import (
    ages,
    attribution,
    bearing,
    claims,
    contradiction,
    currencies,
    day_conflicts,
    degrees,
    event_days,
    figures,
    firmness,
    headlines,
    initiative,
    keyed_figures,
    labels,
    leads,
    names,
    news_sources,
    omissions,
    opposition,
    planned,
    polarity,
    poles,
    quote_variants,
    reasons,
    shared_text,
    silence,
    superlatives,
    titles,
    unanswered,
    unique,
    voices,
    wording,
)
from variorum.collation.findings.context import Rule, context
from variorum.collation.findings.front import ranked
from variorum.collation.findings.matter import matter
from variorum.collation.findings.sure import confidence
from variorum.collation.findings.view import (
    Cell,
    Claim,
    Distinct,
    Findings,
    Lead,
    Passage,
    Provenance,
    Ruled,
    Ruling,
    Shared,
    StoryView,
)
from variorum.collation.findings.worth import chosen, salience, worth
from variorum.model import Finding, Message, finding_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.collation.findings.context import Context, Draft
    from variorum.model import Reading

__all__ = [
    "RULES", "Cell", "Claim", "Distinct", "Findings", "Lead", "Passage", "Provenance", "Ruled",
    "Ruling", "Shared", "StoryView", "find",
]  # fmt: skip

RULES: tuple[Rule, ...] = (
    Rule("shared-passages", shared_text.find),
    Rule("versions", quote_variants.find),
    Rule("speakers", attribution.find),
    Rule("voices", voices.find),
    Rule("news-sources", news_sources.find),
    Rule("keyed-numbers", keyed_figures.find),
    Rule("numbers", figures.find),
    Rule("currencies", currencies.find),
    Rule("ages", ages.find),
    Rule("event-days", event_days.find),
    Rule("days", day_conflicts.find),
    Rule("denials", polarity.find),
    Rule("oppositions", opposition.find),
    Rule("plans", planned.find),
    Rule("superlatives", superlatives.find),
    Rule("initiative", initiative.find),
    Rule("silence", silence.find),
    Rule("unanswered", unanswered.find),
    Rule("poles", poles.find),
    Rule("exchanged-names", contradiction.find),
    Rule("firmness", firmness.find),
    Rule("degrees", degrees.find),
    Rule("reasons", reasons.find),
    Rule("headlines", headlines.find),
    Rule("labels", labels.find),
    Rule("retellings", wording.find),
    Rule("spellings", names.find),
    Rule("standing", bearing.find),
    Rule("titles", titles.find),
    Rule("omissions", omissions.find),
    Rule("lone-claims", unique.find),
)
"""How we find differences, in this order; of two drafts of one kind on the same words the first and
surer one stays; what is only for the record never hides what is worth knowing."""
OVERLAP = 0.5
"""Readings that have so much of the shorter in common are on the same words."""


def find(story: StoryView) -> Findings:
    """Compare the articles of a story.

    Work grows close to linearly with its words; nothing raises on odd input, and the same story
    gives the same findings whatever the order in which its articles came.
    """
    made = context(story)
    drafts: list[Draft] = []
    for rule in RULES:
        if rule.name not in extending.without():
            so_far = dataclasses.replace(made, found=tuple(drafts))
            drafts += (d for d in rule.find(so_far) if d.kind not in extending.without())
    drafts += extending.drafts(dataclasses.replace(made, found=tuple(drafts)))
    found = [_finding(made, *entry) for entry in chosen(made, _once(made, drafts))]
    return Findings(
        ranked({f.id: f for f in found}.values()),
        made.statements.utterances,
        made.statements.distinct,
        made.passages,
        tuple(made.provenance.values()),
        tuple(claims.claims(made)),
        made.statements.ruled,
        tuple(leads.leads(made.material)),
    )


def _finding(made: Context, rank: int, worthy: float, draft: Draft) -> Finding:
    articles = {r.article for r in draft.readings}
    ids = [finding_id(draft.kind, r, draft.about) for r in draft.merged or (draft.readings,)]
    return Finding(
        id=ids[0],
        kind=draft.kind,
        salience=rank,
        explanation=draft.explanation if isinstance(draft.explanation, str) else "",
        why=draft.why if isinstance(draft.why, str) else "",
        confidence=round(confidence(draft), 2),
        readings=draft.readings,
        absent=draft.absent,
        actors=draft.actors,
        variants=draft.variants,
        utterance=draft.utterance,
        outlets=len(articles),
        origins=made.origins(articles),
        label=extending.label(draft.kind),
        formerly=tuple(ids[1:]),
        worth=round(worthy, 2),
        matter=matter(draft),
        said=draft.explanation if isinstance(draft.explanation, Message) else None,
        ground=draft.why if isinstance(draft.why, Message) else None,
    )


def _once(made: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Without drafts that tell of the same words what a surer one of the kind tells, if that is
    worth knowing."""
    taken: defaultdict[tuple[str, str], list[tuple[int, Reading]]] = defaultdict(list)
    ranked = sorted(
        enumerate(drafts), key=lambda e: (salience(worth(made, e[1])) == 1, -e[1].confidence, e[0])
    )
    kept = []
    for number, draft in ranked:
        places = [r for r in draft.readings if r.start is not None]
        hits: defaultdict[int, set[str]] = defaultdict(set)
        for r in places:
            for n, other in taken[draft.kind, r.article]:
                if _overlap(r, other):
                    hits[n].add(r.article)
        enough = len({r.article for r in places})
        if places and any(len(articles) >= enough for articles in hits.values()):
            continue
        for r in places:
            taken[draft.kind, r.article].append((number, r))
        kept.append((number, draft))
    yield from (draft for _, draft in sorted(kept, key=lambda entry: entry[0]))


def _overlap(one: Reading, other: Reading) -> bool:
    a, b, c, d = one.start or 0, one.end or 0, other.start or 0, other.end or 0
    return min(b, d) - max(a, c) > OVERLAP * min(b - a, d - c)
