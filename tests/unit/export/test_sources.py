"""References: what a report says of itself, in the forms citation programs read."""

from __future__ import annotations

import json
import re

from variorum.edition import Story
from variorum.export import files_of


def test_an_item_of_csl_has_what_the_report_says(story: Story) -> None:
    items = json.loads(files_of(story, ["csl"])["sources.csl.json"])
    delta = next(i for i in items if i["title"] == "=Skarholm loses its boat")
    assert delta["container-title"] == "@Delta Herald"
    assert delta["issued"] == {"date-parts": [[2023, 10, 10]]}
    assert delta["author"] == [{"literal": "Per Aas"}]
    assert delta["URL"] == "https://delta.example/skarholm?a=1&b=2"
    gamma = next(i for i in items if i is not delta)
    assert "author" not in gamma  # its text names nobody


def test_bibtex_has_an_entry_a_report_with_the_same_keys(story: Story) -> None:
    files = files_of(story, ["bibtex", "csl"])
    bib = files["sources.bib"].decode()
    keys = re.findall(r"^@misc\{([\w-]+),$", bib, re.MULTILINE)
    assert keys == [item["id"] for item in json.loads(files["sources.csl.json"])]
    assert "url = {https://delta.example/skarholm?a=1&b=2}" in bib
    assert bib.count("{") == bib.count("}")


def test_what_tex_takes_for_a_command_is_escaped(story: Story) -> None:
    import dataclasses

    first, *rest = story.articles
    meta = dataclasses.replace(first.meta, title="100 % \\input{x} & $5_000 #1")
    odd = dataclasses.replace(story, articles=(dataclasses.replace(first, meta=meta), *rest))
    bib = files_of(odd, ["bibtex"])["sources.bib"].decode()
    assert r"100 \% \textbackslash{}input\{x\} \& \$5\_000 \#1" in bib
