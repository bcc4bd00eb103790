"""Large hostile articles take no more than ten times an ordinary one's time: ``tox -e hostile``.

``HOSTILE_BYTES`` cuts them short, for a first look.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.corpus import HEAVY
from tests.hostile.cost import ALLOWED, cost_of

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
MOST = int(os.environ.get("HOSTILE_BYTES", "5000000"))
"""What is larger than the default limit is not read at all."""


@pytest.mark.parametrize("case", HEAVY, ids=lambda case: case.name)
def test_it_takes_no_more_than_ten_ordinary_ones(case: Case, tmp_path: Path) -> None:
    found = cost_of(case, tmp_path, MOST)
    assert found.ended, f"was not done after {found.seconds:.0f} s"
    assert found.times < ALLOWED
