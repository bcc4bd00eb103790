"""The parser of staged documents: their facts become a page's nodes, never markup."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from sphinx.parsers import Parser

from variorum.hosting.data import head_facts, short
from variorum.pages.document import body_nodes, title_node
from variorum.pages.page import review_words
from variorum.pages.tabs import tabs
from variorum.pages.transforms import leave_out_needless
from variorum.pages.views import note_facts


def objects(facts: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """What a page defines for the domain: id, kind, name and anchor of each object."""
    if facts["page"] == "actor":
        yield facts["actor"]["id"], "actor", facts["actor"]["name"], "top"
    elif facts["page"] == "statement":
        yield facts["docname"].rpartition("/")[2], "statement", facts["name"], "top"
    elif facts["page"] == "differences":
        for finding in facts["findings"]:
            yield finding["id"], "finding", finding["explanation"], finding["id"]


class StagedParser(Parser):
    """Reads what :mod:`variorum.staging` wrote: a JSON object with ``page`` and its facts."""

    supported: ClassVar[tuple[str, ...]] = ("variorum",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill *document* with one section: the page's title and what follows it."""
        facts: dict[str, Any] = json.loads(inputstring)
        # Loaded when a page is made: most builds make few.
        from variorum.pages import PAGES

        page = PAGES[facts["page"]](facts)
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
        for id_, kind, said, anchor in objects(facts):
            name = f"{facts['story']}/{id_}".lstrip("/")
            env.domains["variorum"].note(name, kind, said, anchor)
        if facts["page"] == "parallel":
            # Both texts are found on their own pages.
            env.metadata[env.docname]["no-search"] = True
        head = head_facts(facts)
        if head:
            # As sphinxext-opengraph asks for it, which would else take the page's first words.
            env.metadata[env.docname]["og:description"] = short(head["description"])
        env.metadata[env.docname] |= {
            # Generated pages are in no author's toctree unless the author wants them there.
            "orphan": "",
            "variorum-trail": trail,
            "variorum-head": head,
            "variorum-tabs": tabs(facts),
            "variorum-reviewed": review_words(facts),
        }
