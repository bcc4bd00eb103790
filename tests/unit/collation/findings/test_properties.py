"""Whatever the articles: nothing raises, readings are what they say, the order does not matter."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.collation.findings.conftest import article, collate_articles

PIECES = [
    "The council closed the old iron bridge over the river Lark on Monday.",
    "“We have no choice but to close the bridge,” Mayor Lena Holm said.",
    "“We have no choice,” the mayor, Lena Holm, told reporters.",
    "Some 300 soldiers guard the bridge.",
    "About 500 soldiers guard the bridge, Velia says.",
    "Velia did not invade Orland in 2014.",
    "Rebels seized Marby in 2014; Velia annexed Marby.",
    "Marby voted in 2014 to join Velia.",
    "”“ — '' ...",
    "a a a a a a a a a a a a a a a a a a a a",
    "\u200b\u00a0 12 34 % $",
]
texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text("ab “”.'1’\n", max_size=30)), min_size=1, max_size=6
).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(texts, min_size=1, max_size=4))
def test_any_story(bodies: list[str]) -> None:
    articles = [article(f"a{n}", f"News. {body}") for n, body in enumerate(bodies)]
    found = collate_articles(*articles).story
    of = {a.id: a.text for a in found.articles}
    for finding in found.findings.findings:
        assert finding.salience in (1, 2, 3)
        assert finding.explanation[0].isupper() or not finding.explanation[0].isalpha()
        for reading in finding.readings:
            assert reading.exact == of[reading.article][reading.start : reading.end]
            assert reading.exact
            assert "\n\n" not in reading.exact
        for variant in finding.variants:
            assert max(variant.base, variant.reading) < len(finding.readings)
    ids = [f.id for f in found.findings.findings]
    assert len(set(ids)) == len(ids)
    assert collate_articles(*reversed(articles)).story.findings == found.findings


def test_one_article_of_one_word_many_times() -> None:
    many = article("a", "bridge " * 3000)
    assert collate_articles(many, article("b", "bridge " * 3000)).story.findings is not None
