"""Where the links of a book lead: only to what stands in it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from variorum.paper.code import anchor


class Places:
    """The documents of a book, and which of their anchors something links to.

    Links are known before anything is written (:meth:`want`), so that only anchors that are wanted
    are set, each once. *reports* gives the letter of each report by its document;
    *images* are the pictures that are there.
    """

    def __init__(
        self, docnames: Iterable[str], reports: Mapping[str, str], images: Container[str]
    ) -> None:
        self.docnames = frozenset(docnames)
        self.reports = reports
        self.images = images
        self.there: set[str] = set()
        self.wanted: set[str] = set()
        self.done: set[str] = set()

    def offer(self, docname: str, ids: Iterable[str]) -> None:
        """Note the ids that a document has."""
        self.there |= {f"{docname}#{id_}" for id_ in ids}

    def want(self, docname: str, id_: str = "") -> None:
        """Note that something links to this place."""
        if id_:
            self.wanted.add(f"{docname}#{id_}")

    def target(self, docname: str, id_: str = "") -> str:
        """The label of a place; that of the document where it has no such id; else nothing."""
        if docname not in self.docnames:
            return ""
        place = f"{docname}#{id_}"
        return place if place in self.there and place in self.wanted else docname

    def anchor(self, docname: str, id_: str) -> str:
        """The code of a place that links lead to; nothing if none does, or if it is set already."""
        place = f"{docname}#{id_}"
        if place not in self.wanted or place not in self.there or place in self.done:
            return ""
        self.done.add(place)
        return anchor(place)

    def dangling(self) -> list[str]:
        """Places that links lead to and that paper has left out; known when all is written."""
        return sorted((self.wanted & self.there) - self.done)
