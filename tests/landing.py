"""Where a link lands: the words that stand on a page from an element with an id on."""

from __future__ import annotations

from lxml import etree, html


def words_from(page: str, anchor: str) -> str:
    """The page's text from the element with this id on, without our own signs and numbers."""
    tree = html.fromstring(page)
    assert len(tree.xpath("//*[@id=$id]", id=anchor)) == 1, anchor
    said: list[str] = []
    _walk(tree, anchor, said, begun=False)
    return " ".join("".join(said).split())


def _walk(element: etree._Element, anchor: str, said: list[str], *, begun: bool) -> bool:
    classes = (element.get("class") or "").split()
    begun = begun or element.get("id") == anchor
    if isinstance(element.tag, str) and not {"vr-sig", "vr-key", "vr-margin"} & set(classes):
        said += [element.text or ""] if begun else []
        for child in element:
            begun = _walk(child, anchor, said, begun=begun)
            said += [child.tail or ""] if begun else []
    return begun
