"""What is loaded to stay isn't looked through for what could go; everything else is."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from variorum.staging.unswept import unswept


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_memory_is_tidied_up_again_afterwards_even_where_loading_fails() -> None:
    during = []

    def load() -> None:
        with unswept():
            during.append(gc.isenabled())
            raise ImportError

    with pytest.raises(ImportError):
        load()
    assert during == [False]
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_who_tidies_up_in_their_own_time_goes_on_doing_so() -> None:
    gc.disable()
    with unswept():
        pass
    assert not gc.isenabled()
    assert gc.get_freeze_count() == 0
