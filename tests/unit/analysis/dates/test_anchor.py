"""The date of writing that an article's relative dates are counted from."""

from __future__ import annotations

import pytest

from variorum.analysis.dates import anchor_of
from variorum.model import Metadata

ADDRESS = "https://ferry.example/2024/02/06/boat"


@pytest.mark.parametrize(
    ("published", "basis", "updated", "source"),
    [
        ("2024-02-06", (31, 41), "2024-02-07T15:05", "published"),
        ("2024-02-06", (20, 30), "2024-02-07T15:05", "updated"),
        ("2024-02-06", "address", "2024-02-08", "updated"),
        ("2024-02-06", "address", "2024-02-09", "published"),
        ("2024-02-06", "address", "2024-02-06T18:00", "published"),
        ("2024-02-06", "address", None, "published"),
        ("2024-02-06", "page data", "2024-02-07", "published"),
    ],
)
def test_a_day_of_the_address_gives_way_to_the_update_of_the_next_two(
    published: str, basis: tuple[int, int] | str, updated: str | None, source: str
) -> None:
    meta = Metadata(
        url=ADDRESS, published=published, updated=updated,
        basis={"url": (0, 30), "published": basis},
    )  # fmt: skip
    anchor = anchor_of(meta)
    assert anchor is not None
    assert anchor.source == source
