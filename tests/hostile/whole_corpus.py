"""The whole corpus but its large articles, built amid a good story: ``tox -e hostile``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.corpus import LIGHT
from tests.hostile.mixed import check_site

PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_articles_cost_nothing_but_themselves(tmp_path: Path, part: int) -> None:
    check_site(LIGHT[part::PARTS], tmp_path)
