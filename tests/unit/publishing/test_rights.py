"""Which rights let a full text be published: those that surely do."""

from __future__ import annotations

import pytest

from variorum.model import Article, Metadata
from variorum.publishing.rights import permits_full_text


def article(rights: str | None) -> Article:
    return Article("a", "a.md", "", "Words.", Metadata(rights=rights), ())


@pytest.mark.parametrize(
    "rights",
    [
        "CC BY 4.0",
        "CC-BY-SA-3.0",
        "cc0",
        "CC0 1.0",
        "Public domain",
        "Public Domain Mark 1.0",
        "Creative Commons Attribution 4.0 International",
        "CC BY 4.0, with thanks to the agency",
        "https://creativecommons.org/licenses/by/4.0/",
        "http://creativecommons.org/publicdomain/zero/1.0/",
        "Open Government Licence v3.0",
        "Full text permitted: letter of 3 May 2024",
    ],
)
def test_these_permit_it(rights: str) -> None:
    assert permits_full_text(article(rights))


@pytest.mark.parametrize(
    "rights",
    [
        None,
        "",
        "All rights reserved",
        "CC BY-NC 4.0",
        "CC BY-ND 4.0",
        "CC BY-NC-ND",
        "CC BY-SA-NC",
        "not CC BY 4.0",
        "cc0nstruction",
        "Creative Commons Attribution-NonCommercial 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
        "https://example.org/?creativecommons.org/licenses/by/4.0/",
        "ask the publisher; CC BY 4.0 was refused",
    ],
)
def test_these_do_not(rights: str | None) -> None:
    assert not permits_full_text(article(rights))
