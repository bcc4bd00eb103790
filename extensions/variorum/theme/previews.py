"""What links to actors, statements and findings show, as data that a script loads when it is asked.

A script, since a page on disk may load nothing else; one for each folder of a story, since few
pages have links to more than their own.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes

from variorum.domain import PREVIEWED
from variorum.pages.kinds import BY_NAME
from variorum.rendering.fragments import WRITING
from variorum.staging.exports import published
from variorum.staging.files import as_json, remove, write_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_static/variorum/previews"


def write_previews(app: Sphinx, exception: Exception | None) -> None:
    """Write the scripts beside the pages, and none for what is gone."""
    if exception or app.builder.name not in WRITING:
        return
    place = published(app, FOLDER)
    written = set()
    for folder, said in _by_folder(app).items():
        path = published(app, f"{FOLDER}/{folder}/data.js")
        write_if_changed(path, b"variorumPreviews(...%s);\n" % as_json([folder, said]))
        written.add(path)
    for path in sorted(place.rglob("data.js")):
        if path not in written:
            remove(path, place)


def _by_folder(app: Sphinx) -> dict[str, dict[str, list[str]]]:
    """The words of each address, below the folder of the story it belongs to.

    It is what stands before the kind's own folder in an address: the script knows it by that.
    """
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for docname in sorted(app.env.found_docs):
        for anchor, words in app.env.metadata[docname].get("variorum-previews", {}).items():
            address = unquote(app.builder.get_target_uri(docname))
            folder = docname.rpartition("/")[0]
            if not anchor:
                folder = folder.rpartition("/")[0]
            found[folder][f"{address}#{anchor}" if anchor else address] = words
    return found


def links_show(app: Sphinx, kind: str | None, doctree: nodes.document | None) -> bool:
    """Whether a page has links that can show where they lead."""
    if app.builder.name not in WRITING:
        return False
    if kind:
        return BY_NAME[kind].name != "article"
    links = doctree.findall(nodes.reference) if doctree else ()
    return any(PREVIEWED in link["classes"] for link in links)
