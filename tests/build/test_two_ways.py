"""A website writes elements at once, other builders by way of nodes: both write the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import ROOT, Build, Built
from tests.sphinx_run import run_sphinx


def _outline(page: str) -> list[tuple[str, dict[str, Any], str, str]]:
    """Every element in its order, with its attributes and words; the order of classes is open."""
    found = []
    for element in html.fragment_fromstring(page, create_parent="div").iter():
        attributes: dict[str, Any] = dict(element.attrib)
        attributes["class"] = sorted(element.get("class", "").split())
        words = (" ".join((said or "").split()) for said in (element.text, element.tail))
        found.append((str(element.tag), attributes, *words))
    return found


# A package of Sphinx's own that has yet to follow it.
@pytest.mark.filterwarnings("ignore:.*JSONHTMLBuilder")
def test_both_ways_write_the_same(tmp_path: Path) -> None:
    def written(builder: str) -> Built:
        return run_sphinx(
            ROOT / "source", tmp_path / builder, conf=ROOT, builder=builder,
            doctrees=tmp_path / "doctrees", variorum_downloads=[],
        )  # fmt: skip

    at_once, by_nodes = written("dirhtml"), written("json")
    # Files to take along lie beside a website only.
    pages = sorted(
        page for page in by_nodes.out.glob("geneva-2022/**/*.fjson") if page.stem != "data"
    )
    assert len(pages) > 50
    for page in pages:
        name = page.relative_to(by_nodes.out).with_suffix("")
        folder = name.parent if name.name == "index" else name
        whole = (at_once.out / folder / "index.html").read_text(encoding="utf-8")
        body = json.loads(page.read_text(encoding="utf-8"))["body"]
        start = whole.index('<section class="vr-page')
        assert _outline(whole[start : whole.rindex("</section>") + 10]) == _outline(body), name


def test_in_another_theme_sphinx_finds_the_words_of_articles(story: Path, build: Build) -> None:
    """Its index looks for text in nodes, where there is one fragment."""
    text = "Bridge closes\n\nKarin Holt said the bridge looked like a gondola.\n"
    (story / "bridge" / "articles" / "zeta.txt").write_text(text, encoding="utf-8")
    built = build(story, html_theme="alabaster")
    assert "gondola" in (built.out / "searchindex.js").read_text(encoding="utf-8")
