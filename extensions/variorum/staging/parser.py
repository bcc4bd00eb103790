"""The parser of staged documents: their facts become a page's nodes, never markup."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from docutils import nodes
from sphinx.parsers import Parser

from variorum.pages.kinds import BY_NAME, tabs
from variorum.pages.page import review_words
from variorum.pages.schema_org import short
from variorum.staging.document import body_nodes, title_node
from variorum.staging.transforms import leave_out_needless
from variorum.staging.views import note_facts


class StagedParser(Parser):
    """Reads what :mod:`variorum.staging` wrote: a JSON object with ``page`` and its facts."""

    supported: ClassVar[tuple[str, ...]] = ("variorum",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill *document* with one section: the page's title and what follows it."""
        facts: dict[str, Any] = json.loads(inputstring)
        kind = BY_NAME[facts["page"]]
        page = kind.view(facts)
        env = document.settings.env
        leave_out_needless(document)
        title = title_node(page, env.docname)
        section = nodes.section("", title, *body_nodes(page, env.docname), ids=["top"])
        section["classes"] += ["vr-page", f"vr-page-{facts['page']}"]
        # Sphinx would otherwise turn an outlet's straight quotation marks into curly ones.
        section["support_smartquotes"] = False
        document.append(section)
        document.note_explicit_target(section)
        trail = [*page.above, ("", page.name or page.title.words)]
        note_facts(env, facts["page"], inputstring)
        for thing in kind.defines(facts):
            name = f"{facts['story']}/{thing.id}".lstrip("/")
            env.domains["variorum"].note(name, thing.kind, thing.name, thing.anchor)
        if not kind.indexed:
            env.metadata[env.docname]["no-search"] = True
        previews = {p.anchor: [p.kind, p.name, *p.said] for p in kind.previews(facts)}
        head = kind.head(facts) if kind.head else None
        if head:
            # As sphinxext-opengraph asks for it, which would else take the page's first words.
            env.metadata[env.docname]["og:description"] = short(head["description"])
        env.metadata[env.docname] |= {
            # Generated pages are in no author's toctree unless the author wants them there.
            "orphan": "",
            "variorum-trail": trail,
            "variorum-head": head,
            "variorum-previews": previews,
            "variorum-feed": [tuple(entry) for entry in kind.feed(facts)],
            "variorum-tabs": tabs(facts),
            "variorum-reviewed": review_words(facts),
        }
