"""What stands level, what belongs together, and what is changed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.parallel import level, overlap, pair_up, partners, words_apart


def test_the_weightier_of_two_crossing_passages_stands_level() -> None:
    assert level({(0, 1): 5, (1, 0): 9}) == [(1, 0)]
    assert level({(0, 1): 9, (1, 0): 5}) == [(0, 1)]


def test_many_small_passages_outweigh_one_that_crosses_them() -> None:
    assert level({(0, 0): 3, (1, 1): 3, (2, 2): 3, (3, 0): 8}) == [(0, 0), (1, 1), (2, 2)]


def test_a_block_stands_beside_one_other_alone() -> None:
    assert level({(0, 0): 2, (0, 1): 3, (0, 2): 2}) == [(0, 1)]
    assert level({(0, 0): 2, (1, 0): 3}) == [(1, 0)]


def test_nothing_joined_stands_nowhere() -> None:
    assert level({}) == []


@given(
    st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(1, 9), max_size=12)
)
def test_no_chain_is_weightier(weights: dict[tuple[int, int], int]) -> None:
    """Against every chain there is, tried one by one."""

    def best(after: tuple[int, int]) -> int:
        return max(
            (
                w + best(pair)
                for pair, w in weights.items()
                if pair[0] > after[0] and pair[1] > after[1]
            ),
            default=0,
        )

    chain = level(weights)
    assert sum(weights[pair] for pair in chain) == best((-1, -1))
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


def test_of_several_passages_those_alike_belong_together() -> None:
    one = "the bridge is shut now. the mayor spoke of money"
    other = "the mayor spoke of money today. the bridge is shut"
    spans, others = [(0, 22), (24, 48)], [(0, 30), (32, 50)]
    assert pair_up(one, spans, other, others) == [((0, 22), (32, 50)), ((24, 48), (0, 30))]


def test_a_passage_unlike_all_others_is_left_alone() -> None:
    one = "the bridge is shut now. nobody knows why"
    spans = [(0, 22), (24, 40)]
    assert pair_up(one, spans, "the bridge is shut", [(0, 18)]) == [((0, 22), (0, 18))]


def test_changed_words_and_words_only_here_are_told_apart() -> None:
    one, other = "Russia annexed Crimea in 2014", "Russia seized Crimea"
    here, there, ratio = words_apart(one, (0, len(one)), other, (0, len(other)))
    assert [(one[a:b], how) for (a, b), how in here] == [
        ("annexed", "changed"),
        ("in 2014", "only"),
    ]
    assert [(other[a:b], how) for (a, b), how in there] == [("seized", "changed")]
    assert 0 < ratio < 1


def test_letters_case_and_marks_make_no_change() -> None:
    one, other = "“We hope so,” he said", "'we hope so' He said."
    assert words_apart(one, (0, len(one)), other, (0, len(other)))[2] == 1


def test_each_article_keeps_its_strongest_partners() -> None:
    weights = {("A", "B"): 1, ("A", "C"): 9, ("A", "D"): 8, ("B", "C"): 2}
    assert partners(weights, "ABCD", 1) == [("A", "C"), ("A", "D"), ("B", "C")]


def test_overlap_is_that_of_the_shorter() -> None:
    assert overlap((0, 100), (10, 20)) == 1
    assert overlap((0, 10), (5, 15)) == 0.5
    assert overlap((0, 10), (20, 30)) == 0
