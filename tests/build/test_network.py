"""Nothing is fetched while a site is built."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from tests.conftest import Build

PAGE = (
    '<html><head><link rel="canonical" href="https://example.org/a"><title>Ferry stays</title>'
    "</head><body><article><h1>Ferry stays in port</h1><p>The ferry to the islands did not sail on "
    'Tuesday, its captain said.<img src="https://example.org/a.png"></p></article></body></html>'
)


def test_a_build_opens_no_connection(
    story: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **_named: object) -> NoReturn:
        raise AssertionError(f"a connection: {arguments[1:]}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (story / "bridge" / "articles" / "page.html").write_text(PAGE, encoding="utf-8")
    built = build(story)
    assert built.status == 0
    assert "Ferry stays in port" in built.page("bridge/articles/page")
