"""Cases from tests/fixtures: a title, the input and what is expected, divided by lines of dots."""

from __future__ import annotations

from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``case`` once for each case of its module's ``FIXTURE``."""
    if "case" in metafunc.fixturenames:
        text = (FIXTURES / metafunc.module.FIXTURE).read_text("utf-8")
        cases = [case.split("\n.\n") for case in text.strip().split("\n.\n.\n")]
        metafunc.parametrize(
            "case",
            [pytest.param((given, expected), id=title) for title, given, expected in cases],
        )
