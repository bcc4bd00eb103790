"""The domain ``variorum``: actors as objects that can be linked to, from here and from elsewhere.

It stores, clears, merges and resolves; it computes nothing.
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
    from sphinx.util.typing import RoleFunction

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """An object: its kind, the name to show, and the page it has."""

    kind: str
    title: str
    docname: str


class VariorumDomain(Domain):
    """Objects are called ``story/id``; the id alone will do where no two stories share it."""

    name = "variorum"
    label = "Variorum"
    object_types: ClassVar[dict[str, ObjType]] = {"actor": ObjType("actor", "actor")}
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {"actor": XRefRole(warn_dangling=True)}
    initial_data: ClassVar[dict[str, Any]] = {"objects": {}}
    data_version = 1  # 2026-11-22: objects by name, each a Known
    dangling_warnings: ClassVar[dict[str, str]] = {"actor": "no such actor: %(target)s"}

    @property
    def objects(self) -> dict[str, Known]:
        """Every object by its full name."""
        known: dict[str, Known] = self.data["objects"]
        return known

    def note(self, name: str, kind: str, title: str) -> None:
        """Store an object that has the current document for its page."""
        self.objects[name] = Known(kind, title, self.env.docname)

    def clear_doc(self, docname: str) -> None:
        """Forget the objects of a document."""
        for name in [n for n, known in self.objects.items() if known.docname == docname]:
            del self.objects[name]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the objects that another process has read."""
        for name, known in otherdata["objects"].items():
            if known.docname in docnames:
                self.objects[name] = known

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
        kinds = set(kinds)
        if target in self.objects and self.objects[target].kind in kinds:
            yield target, self.objects[target]
            return
        for name, known in sorted(self.objects.items()):
            if known.kind in kinds and name.rpartition("/")[2] == target:
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
        return make_refnode(builder, fromdocname, known.docname, None, contnode, known.title)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """What objects.inv and the search list."""
        for name, known in sorted(self.objects.items()):
            yield name, known.title, known.kind, known.docname, "top", 1


class ShortRole(XRefRole):
    """A role of the domain that is written without the domain's name: ``{actor}``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Link as the role ``variorum:<name>`` would."""
        self.name = f"variorum:{self.name}"
        return super().run()


def setup_domain(app: Sphinx) -> None:
    """Register the domain, and its roles under their short names too."""
    app.add_domain(VariorumDomain)
    for name in VariorumDomain.roles:
        app.add_role(name, ShortRole(warn_dangling=True))
