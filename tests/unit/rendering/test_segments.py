"""Overlapping ranges become flat segments, whatever the ranges are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.rendering.segments import segments


@dataclass(frozen=True)
class Range:
    start: int
    end: int


def test_a_text_without_ranges_is_one_segment() -> None:
    assert list(segments(3, 9, [])) == [(3, 9, ())]


def test_two_overlapping_ranges_make_three_segments() -> None:
    a, b = Range(0, 6), Range(4, 10)
    assert list(segments(0, 10, [a, b])) == [(0, 4, (a,)), (4, 6, (a, b)), (6, 10, (b,))]


def test_a_range_is_clipped_to_the_block() -> None:
    a = Range(0, 100)
    assert list(segments(10, 20, [a])) == [(10, 20, (a,))]


def test_what_covers_a_segment_keeps_its_order() -> None:
    outer, inner = Range(0, 8), Range(2, 4)
    cover = {s: over for s, _, over in segments(0, 8, [outer, inner])}
    assert cover[2] == (outer, inner)
    reversed_cover = {s: over for s, _, over in segments(0, 8, [inner, outer])}
    assert reversed_cover[2] == (inner, outer)


ranges = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=30)


@given(st.integers(0, 20), st.integers(21, 50), ranges)
def test_segments_cover_the_block_once_and_say_what_lies_there(
    start: int, end: int, pairs: list[tuple[int, int]]
) -> None:
    given_ranges = [Range(min(p), max(p)) for p in pairs]
    cut = list(segments(start, end, given_ranges))
    assert cut[0][0] == start
    assert cut[-1][1] == end
    assert all(a[1] == b[0] for a, b in pairwise(cut))
    for first, last, over in cut:
        assert list(over) == [r for r in given_ranges if r.start <= first and r.end >= last]
