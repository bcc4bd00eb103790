"""Elements as HTML: what is text stays text, what is a link leads where the builder says."""

from __future__ import annotations

from html.parser import HTMLParser

from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from variorum.rendering.elements import (
    Part,
    box,
    heading,
    line,
    link,
    mark,
    outside,
    paragraph,
    words,
)
from variorum.rendering.html import filled, template
from variorum.rendering.nodes import fragment, nodes_of, parts_of, variorum_screen_mark


class Addresses:
    """Pages called as their documents; of ``gone`` there is none."""

    def address(self, docname: str, anchor: str, file: str) -> str | None:
        if docname == "gone":
            return None
        return file or f"{docname}.html" + (f"#{anchor}" if anchor else "")


def written(*parts: Part) -> str:
    return filled(template(parts), Addresses())


def test_markup_in_words_and_attributes_is_text() -> None:
    said = written(paragraph("<b>&", mark("span", '"', title='"><script>')))
    assert said == ('<p>&lt;b&gt;&amp;<span title="&quot;&gt;&lt;script&gt;">&quot;</span></p>\n')


def test_a_link_has_the_address_of_its_page() -> None:
    made = link("a/b", "there", mark("b", "!"), anchor="x", classes="c", rel="next")
    assert written(made) == '<a href="a/b.html#x" class="c" rel="next">there<b>!</b></a>'


def test_words_that_lead_nowhere_stand_alone() -> None:
    made = link("gone", "there", classes="c", aria_label="to there")
    assert written(made, " ", link("here", "on")) == (
        '<span class="c">there</span> <a href="here.html">on</a>'
    )


def test_an_id_and_a_class_added_later_are_written() -> None:
    row = box("tr", box("td", line("one")))
    row.id = "r1"
    row.add_classes("odd")
    assert written(row) == '<tr id="r1" class="odd"><td>one</td>\n</tr>\n'


def test_a_fragment_keeps_every_element() -> None:
    parts = [
        heading("Name", " ", mark("small", "aside"), classes="vr-kick"),
        box("div", paragraph(outside("https://example.org/", "out")), hidden=True),
    ]
    kept = fragment(parts, "index")
    assert written(*parts_of(kept)) == filled(kept["html"], Addresses()) == written(*parts)


def test_as_nodes_what_is_for_a_screen_can_be_told() -> None:
    [made] = nodes_of([paragraph("Words", mark("a", "1", screen=True, href="#n"))])
    assert isinstance(made, nodes.paragraph)
    assert [n.astext() for n in made.findall(variorum_screen_mark)] == ["1"]


texts = st.text(max_size=8)
trees = st.recursive(
    texts,
    lambda inner: st.builds(lambda c, t: mark("span", *c, title=t), st.lists(inner), texts),
    max_leaves=12,
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


@given(trees)
def test_a_browser_reads_the_words_that_were_put_in(tree: Part) -> None:
    reader = _Words()
    reader.feed(written(tree))
    reader.close()
    assert reader.words == "".join(words([tree]))
