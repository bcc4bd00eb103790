"""A sample of the hostile corpus amid a good story: ``tox -e hostile`` builds all of it."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.corpus import LIGHT
from tests.hostile.mixed import check_site

SAMPLE = LIGHT[::9]


def test_hostile_articles_cost_nothing_but_themselves(tmp_path: Path) -> None:
    check_site(SAMPLE, tmp_path)
