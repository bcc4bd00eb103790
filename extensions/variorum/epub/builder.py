"""Sphinx's EPUB builder with a cover, landmarks, declared drawings and the same bytes each time."""

from __future__ import annotations

import uuid
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sphinx.builders.epub3 import Epub3Builder

from variorum.epub.cover import cover
from variorum.rendering.words import _
from variorum.staging.files import files_below
from variorum.zipped import put

if TYPE_CHECKING:
    from collections.abc import Iterator

COVER = "_static/cover.svg"


class EditionEpubBuilder(Epub3Builder):
    """``-b epub``: one book of everything, notes as pop-ups, a cover unless the project has one."""

    def build_content(self) -> None:
        """Write the list of files, and say of each page whether it holds a drawing."""
        root = self.config.root_doc
        title = self.env.titles[root].astext()
        if self.env.metadata[root].get("variorum") == "front":
            # The book is that one story; the project has no more to say than that it is an edition.
            self.config.epub_title = title
        if not self.config.epub_cover:
            reports = [
                name for name in self.env.found_docs
                if self.env.metadata[name].get("variorum") == "article"
            ]  # fmt: skip
            path = self.outdir / COVER
            path.parent.mkdir(exist_ok=True)
            path.write_text(cover(title, self.config.project, len(reports)), encoding="utf-8")
            self.config.epub_cover = (COVER, "epub-cover.html")
        self.config.epub_exclude_files = [*self.config.epub_exclude_files, *self._kept()]
        # One of an earlier build would be counted as a page besides.
        Path(self.outdir, self.coverpage_name).unlink(missing_ok=True)
        super().build_content()
        drawn = [name for name in self.files if self._has_drawing(name)]
        declared = [(f'href="{name}"', f'href="{name}" properties="svg"') for name in drawn]
        cover_item = f'href="{self.config.epub_cover[0]}"'
        declared.append((cover_item, f'{cover_item} properties="cover-image"'))
        # The contents are a page of the book, too, after the cover.
        cover_page = f'<itemref idref="{self.make_id(self.coverpage_name)}" />'
        declared.append((cover_page, f'{cover_page}\n    <itemref idref="nav" />'))
        self._edit("content.opf", declared)

    def _kept(self) -> list[str]:
        """What builds keep for themselves, where that lies below the book's own files."""
        kept = files_below(Path(self.doctreedir))
        return [str(f.relative_to(self.outdir)) for f in kept if f.is_relative_to(self.outdir)]

    def _has_drawing(self, name: str) -> bool:
        return name.endswith(self.out_suffix) and "<svg" in Path(self.outdir, name).read_text(
            encoding="utf-8"
        )

    def build_navigation_doc(self) -> None:
        """Write the contents, and the landmarks a reading system jumps to."""
        super().build_navigation_doc()
        items = "".join(
            f'<li><a epub:type="{kind}" href="{address}">{escape(words)}</a></li>'
            for kind, address, words in self._landmarks()
        )
        name = escape(_("Landmarks"))
        nav = f'<nav epub:type="landmarks" hidden="hidden"><h2>{name}</h2><ol>{items}</ol></nav>'
        self._edit("nav.xhtml", [("</body>", f"{nav}\n  </body>")])

    def _landmarks(self) -> Iterator[tuple[str, str, str]]:
        if self.coverpage_name in self.files:
            yield "cover", self.coverpage_name, _("Cover")
        yield "toc", "nav.xhtml", _("Contents")
        yield "bodymatter", self.config.root_doc + self.out_suffix, _("The edition")
        if "genindex" + self.out_suffix in self.files:
            yield "index", "genindex" + self.out_suffix, _("Index")

    def _edit(self, name: str, changes: list[tuple[str, str]]) -> None:
        path = Path(self.outdir, name)
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")

    def build_epub(self) -> None:
        """Pack the book: its type first and uncompressed, the rest in order, without file times."""
        path = Path(self.outdir, f"{self.config.epub_basename}.epub")
        names = ("META-INF/container.xml", "content.opf", "toc.ncx", *self.files)
        with ZipFile(path, "w") as book:
            for name in ("mimetype", *names):
                compression = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                put(book, name, Path(self.outdir, name).read_bytes(), compression)


def identifier(*said: str) -> str:
    """A name for the book that stays the same, made of the project, its author and its story."""
    name = ":".join(("variorum", *filter(None, said)))
    return f"variorum-{uuid.uuid5(uuid.NAMESPACE_URL, name)}"
