"""Notes under a text become the pop-up footnotes of a reading system."""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from variorum.rendering.nodes import (
    variorum_box,
    variorum_mark,
    variorum_screen,
    variorum_screen_mark,
    variorum_svg,
)

SVG = "http://www.w3.org/2000/svg"


class PopUpNotes(SphinxPostTransform):
    """Say of each sign that it calls a note, and of each note called that it is one."""

    default_priority = 800
    builders = ("epub",)

    def run(self, **kwargs: Any) -> None:
        """Change the document in place; what only makes sense on a screen goes."""
        for kind in (variorum_screen, variorum_screen_mark):
            for node in list(self.document.findall(kind)):
                # The sign of a note is a mark on a screen that a book of pages has, too.
                if "vr-sig" not in node["classes"]:
                    node.parent.remove(node)
        for drawing in self.document.findall(variorum_svg):
            drawing["drawing"] = drawing["drawing"].replace("<svg", f'<svg xmlns="{SVG}"', 1)
        notes = {id_: n for n in self.document.findall(variorum_box) for id_ in n["ids"]}
        for sign in self.document.findall(variorum_mark):
            note = notes.get(sign["html"].get("href", "").removeprefix("#"))
            if note is not None and "vr-card" in note["classes"]:
                note["tag"] = "aside"
                sign["html"] |= {"epub:type": "noteref", "role": "doc-noteref"}
                note["html"] |= {"epub:type": "footnote", "role": "doc-footnote"}
                note["html"] |= {"aria-label": note[0].astext()}
