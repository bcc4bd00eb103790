"""Any text: what analysers find are ranges of it, and what lies on it leaves it as it is."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.analysis.parse import load_model
from variorum.edition import analysed, assemble
from variorum.model import Annotation, Article
from variorum.reading import read_objects
from variorum.rendering.elements import words
from variorum.rendering.text import Laid, by_block, words_of

WORDS = (
    "Ilse", "Brandt", "said", "told", "“", "”", '"', "'", "’", "(", ")", ",", ".", "—", "\n\n",
    "\n", "he", "the", "council", "Mr", "Moscow", "NATO", "Tuesday", "5 March 2024", "last week",
    "4,000", "about", "million", "%", "$", "not", "that", "who", "\u202e", "\u200b", "\u0301", "İ",
    "ﬁ", "²", "١٢", "½", "😀", "\u00a0", "\u2028", "<b>", "&amp;", "https://e.example/a",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), min_size=1, max_size=40).map(
    " ".join
)
quick = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def read(*said: str) -> list[Article]:
    """Texts as the articles of one story; those that are no text are left out."""
    objects = [{"id": f"a{n}", "text": text, "story": "s"} for n, text in enumerate(said)]
    found = read_objects((json.dumps(o).encode() for o in objects), "fuzz.jsonl")
    return [item for item in found if isinstance(item, Article)]


def ranges(said: Annotation) -> list[tuple[int, int]]:
    """The annotation's range and every other one it carries."""
    found = [(said.start, said.end)]
    for name in ("parts", "quoted"):
        found += getattr(said, name, ())
    for name in ("speaker_span", "cue_span", "addressee_span", "when_span"):
        if span := getattr(said, name, None):
            found.append(span)
    return found


@quick
@given(texts, texts)
def test_everything_found_is_a_range_of_its_text(one: str, other: str) -> None:
    articles = {a.id: a for a in read(one, other)}
    for story in analysed(assemble(articles.values(), {}, {}).stories, load_model):
        for id_, listed in story.annotations.items():
            text = articles[id_].text
            for said in listed:
                assert text[said.start : said.end] == said.exact
                assert said.exact.strip()
                assert 0 <= said.confidence <= 1
                for start, end in ranges(said):
                    assert 0 <= start < end <= len(text)
        for finding in story.findings.findings:
            for reading in finding.readings:
                if reading.start is not None:
                    text = articles[reading.article].text
                    assert text[reading.start : reading.end] == reading.exact


spans = st.tuples(st.integers(0, 70), st.integers(0, 70), st.integers(0, 5))


@settings(max_examples=200)
@given(texts, st.lists(spans, max_size=25))
def test_overlapping_ranges_leave_the_text_as_it_is(
    said: str, drawn: list[tuple[int, ...]]
) -> None:
    dresses = (
        {"classes": ("vr-a",)}, {"wrap": "em"}, {"address": "https://e.example/"},
        {"docname": "x"}, {"id": "i"}, {"edge": "vr-q", "classes": ("vr-q",)},
    )  # fmt: skip
    for article in read(said):
        laid = [
            Laid(*sorted((a, b)), **(dresses[kind] | ({"id": f"i{n}"} if kind == 4 else {})))  # type: ignore[arg-type]
            for n, (a, b, kind) in enumerate(drawn)
        ]
        lying = by_block(article, laid)
        for block in article.blocks:
            made = words_of(article, block, lying[block.start])
            assert "".join(words(made)) == article.text[block.start : block.end]
