"""The domain ``variorum``: actors, statements and findings, linked from here and elsewhere.

It stores, clears, merges and resolves; it computes nothing. A project that only links to another's
actors has this module for its extension (``extensions = ["variorum.domain"]``): it reads no
articles, and nothing that does is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata, RoleFunction

logger = logging.getLogger(__name__)


PREVIEWED = "vr-previewed"
"""The class of links by which a page is known to have some that can show where they lead."""


@dataclass(frozen=True, slots=True)
class Known:
    """An object: its kind, the name to show, and the page it has."""

    kind: str
    title: str
    docname: str
    anchor: str = "top"
    """Where on its page it stands."""


class VariorumDomain(Domain):
    """Objects are called ``story/id``; the id alone will do where no two stories share it."""

    name = "variorum"
    label = "Variorum"
    object_types: ClassVar[dict[str, ObjType]] = {
        "actor": ObjType("actor", "actor"),
        "statement": ObjType("statement", "statement"),
        "finding": ObjType("finding", "finding"),
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        "actor": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
        "statement": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
        "finding": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
    }
    initial_data: ClassVar[dict[str, Any]] = {"objects": {}}
    data_version = 2  # 2026-11-22: objects by kind and name, each with an anchor
    dangling_warnings: ClassVar[dict[str, str]] = {
        "actor": "no such actor: %(target)s",
        "statement": "no such statement: %(target)s",
        "finding": "no such finding: %(target)s",
    }

    @property
    def objects(self) -> dict[tuple[str, str], Known]:
        """Every object by its kind and its full name."""
        known: dict[tuple[str, str], Known] = self.data["objects"]
        return known

    def note(self, name: str, kind: str, title: str, anchor: str = "top") -> None:
        """Store an object that stands in the current document."""
        self.objects[kind, name] = Known(kind, title, self.env.docname, anchor)

    def clear_doc(self, docname: str) -> None:
        """Forget the objects of a document."""
        for key in [key for key, known in self.objects.items() if known.docname == docname]:
            del self.objects[key]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the objects that another process has read."""
        for key, known in otherdata["objects"].items():
            if known.docname in docnames:
                self.objects[key] = known

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """The link to an object of a kind, or nothing if its name is unknown or not unique."""
        found = list(self._find(target, (typ,)))
        if len(found) != 1:
            if found:
                names = ", ".join(name for name, _known in found)
                logger.warning(
                    "more than one story has it: %s", names,
                    type="variorum", subtype="ref", location=node,
                )  # fmt: skip
            return None
        return self._link(builder, fromdocname, found[0][1], node, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The links for the role ``any``."""
        return [
            (f"variorum:{known.kind}", self._link(builder, fromdocname, known, node, contnode))
            for _name, known in self._find(target, self.object_types)
        ]

    def _find(self, target: str, kinds: Iterable[str]) -> Iterator[tuple[str, Known]]:
        kinds = frozenset(kinds)
        whole = [
            (target, self.objects[kind, target])
            for kind in sorted(kinds)
            if (kind, target) in self.objects
        ]
        if whole:
            yield from whole
            return
        for (kind, name), known in sorted(self.objects.items(), key=lambda item: item[0]):
            if kind in kinds and name.rpartition("/")[2] == target:
                yield name, known

    def _link(
        self,
        builder: Builder,
        fromdocname: str,
        known: Known,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference:
        if not node.get("refexplicit"):
            contnode = nodes.inline("", known.title)
        anchor = None if known.anchor == "top" else known.anchor
        made = make_refnode(builder, fromdocname, known.docname, anchor, contnode, known.title)
        made["classes"].append(PREVIEWED)
        return made

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """What objects.inv and the search list."""
        for (_kind, name), known in sorted(self.objects.items(), key=lambda item: item[0]):
            # What is told in a sentence comes after what has a name.
            priority = 2 if known.kind == "finding" else 1
            yield name, known.title, known.kind, known.docname, known.anchor, priority


class ShortRole(XRefRole):
    """A role of the domain that is written without the domain's name: ``{actor}``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Link as the role ``variorum:<name>`` would."""
        self.name = f"variorum:{self.name}"
        return super().run()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the domain, and its roles under their short names too."""
    app.add_domain(VariorumDomain)
    for name in VariorumDomain.roles:
        app.add_role(name, ShortRole(innernodeclass=nodes.inline, warn_dangling=True))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
