"""The small cases, all in this process; one that is known to be wrong says why (``fails``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cases.cases import faults, read_cases


def _cases() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else [],
        )
        for path in sorted(Path(__file__).parent.glob("*.jsonl"))
        for case in read_cases(path)
    ]


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    assert faults(case) == []
