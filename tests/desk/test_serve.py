"""The desk as a browser meets it: who is let in, what is served, what a decision does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from sphinx import locale

from variorum.desk.serve import _bound
from variorum.editors_files import EDITORS
from variorum.website import build_folder

pytest.importorskip("starlette")

ALPHA = """\
Old bridge to close

The Alder Gazette
Published: 09:30 AM, 4 Mar, 2024

“We have no choice,” said the mayor, Karin Holt. Tom Brandt, an engineer, counted forty piers.
"""
BETA = """\
A bridge too old

The Birch Courier
Published: 10:30 AM, 5 Mar, 2024

Karin Holt said the town had no choice. Tom Brandt counted thirty piers.
"""
GAMMA = """\
Ferry for the bridge

Published: 08:00 AM, 6 Mar, 2024

A ferry will replace the bridge, Karin Holt said. Tom Brandt counted thirty piers.
"""


@dataclass
class Running:
    """A desk, and what a browser that has its address sends."""

    folder: Path
    port: int
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    def ask(
        self, path: str, said: Any = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str, dict[str, str]]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {**self.headers, **(headers or {})}
        body = said if said is None or isinstance(said, bytes) else json.dumps(said)
        connection.request("GET" if said is None else "POST", path, body, sent)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, dict(answer.getheaders())

    def state(self, page: str = "/articles/alpha.html") -> dict[str, Any]:
        status, text, _ = self.ask(f"/-desk/state?{urlencode({'page': page})}")
        assert status == 200
        return dict(json.loads(text))

    def until(self, version: int) -> dict[str, Any]:
        for _ in range(200):
            said = self.state()
            if said["version"] > version:
                return said
            time.sleep(0.1)
        raise AssertionError("it was not built again")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("desk")
    folder = home / "news"
    folder.mkdir()
    (folder / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "beta.txt").write_text(BETA, encoding="utf-8")
    command = [sys.executable, "-m", "variorum.cli", "serve", "news", "--no-open", "--port", "0"]
    env = os.environ | {"XDG_CACHE_HOME": str(home / "cache")}
    process = subprocess.Popen(
        [*command, "--as", "Jana Novak"], cwd=home, env=env, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield _opened(process, folder)
    finally:
        process.kill()
        process.communicate()


def _opened(process: subprocess.Popen[str], folder: Path) -> Running:
    assert process.stdout is not None
    line = next(s for s in process.stdout if s.startswith("The desk is open"))
    address, _, token = line.split()[-1].partition("/?token=")
    running = Running(folder, int(address.rpartition(":")[2]), token)
    status, _, headers = running.ask(f"/?token={token}")
    cookie = headers["set-cookie"]
    assert (status, headers["location"]) == (303, "/")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    running.headers = {"Cookie": cookie.split(";")[0], "Origin": address}
    return running


def test_nobody_is_let_in_without_the_token(desk: Running) -> None:
    for path in ("/", "/-desk/state?page=/", "/-desk/page/desk.js", "/?token=guessed"):
        assert desk.ask(path, headers={"Cookie": ""})[0] == 403
    assert desk.ask("/")[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8173", "Origin": "http://evil.example:8173"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Cookie": ""},
    ],
)
def test_another_sites_page_says_nothing_here(desk: Running, headers: dict[str, str]) -> None:
    said = {"page": "/", "decided": [{"id": "x", "verb": "keep"}]}
    assert desk.ask("/-desk/decide", said, headers)[0] == 403
    assert not (desk.folder / "corrections.yaml").exists()


def test_no_path_leads_out_of_the_site(desk: Running) -> None:
    for path in (
        "/../doctrees/environment.pickle", "/%2e%2e/waiting.json", "/-desk/page/..%2fserve.py",
        "/-desk/page/serve.py", "/%2e%2e/%2e%2e/news/alpha.txt",
    ):  # fmt: skip
        assert desk.ask(path)[0] == 404, path


@pytest.fixture
def in_english() -> Iterator[None]:
    """A process builds in one language; of an earlier one Sphinx would keep the catalogues."""
    locale.translators.clear()
    yield
    locale.translators.clear()


@pytest.mark.usefixtures("in_english")
def test_the_layer_is_laid_over_what_build_makes_and_over_nothing_else(
    desk: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    index = build_folder(desk.folder, tmp_path / "out", {"variorum_title": "news"})
    _, served, _ = desk.ask("/articles/alpha.html")
    built = (index.parent / "articles" / "alpha.html").read_text("utf-8")
    before, _, after = built.partition("<head>")
    head, _, rest = after.partition("</head>")
    assert served.startswith(f"{before}<head><script>")
    assert f"</script>{head}" in served
    assert served.endswith(rest)
    assert "/-desk/" in served[len(before) : -len(rest)]
    made = [p for p in index.parent.rglob("*") if p.suffix in (".html", ".js", ".css")]
    assert made
    assert not [p for p in made if "-desk" in p.read_text("utf-8") or p.stem.startswith("desk")]


def test_a_decision_is_written_shown_and_taken_back(desk: Running) -> None:
    before = desk.state()
    quote = next(item for item in _quotes(desk) if "no choice" in item["words"])
    wanted = {"id": quote["id"], "verb": "change", "values": {"speaker": "Tom Brandt"},
              "note": "He says so below."}  # fmt: skip
    page = "/articles/alpha.html"
    status, text, _ = desk.ask("/-desk/decide", {"page": page, "decided": [wanted]})
    assert status == 200, text
    written = (desk.folder / "corrections.yaml").read_text("utf-8")
    assert "speaker: tom-brandt" in written
    assert "by: Jana Novak" in written
    assert 'note: "He says so below."' in written
    after = desk.until(before["version"])
    assert after["done"] == before["done"] + 1
    again = _thing(desk, quote["id"])
    assert (again["reads"], again["decided"]) == ("Tom Brandt", "Jana Novak")
    [token] = json.loads(text)["tokens"]
    assert again["token"] == token
    undone = desk.ask("/-desk/undo", {"page": page, "story": "", "token": token})
    assert json.loads(undone[1]) == {"done": True}
    desk.until(after["version"])
    assert _thing(desk, quote["id"])["reads"] == "Karin Holt"


def test_what_cannot_be_said_is_refused_and_not_written(desk: Running) -> None:
    quote = _quotes(desk)[0]["id"]
    for verb, values in (("delete", {}), ("change", {}), ("change", {"speaker": "Nobody Known"}),
                         ("change", {"kind": "sung"}), ("change", {"nonsense": "x"})):  # fmt: skip
        said = {
            "page": "/articles/alpha.html",
            "decided": [{"id": quote, "verb": verb, "values": values}],
        }
        assert desk.ask("/-desk/decide", said)[0] == 422, (verb, values)
    for said in ([], {"page": "/", "decided": "x"}, {"page": "/", "decided": [1]}):
        assert desk.ask("/-desk/decide", said)[0] == 400
    missing = {"page": "/articles/alpha.html", "decided": [{"id": "q0", "verb": "keep"}]}
    assert desk.ask("/-desk/decide", missing)[0] == 404
    assert desk.ask("/-desk/decide", {"page": "x" * 70_000})[0] == 413


def test_a_saved_article_is_served_anew(desk: Running) -> None:
    before = desk.state()["version"]
    text = ALPHA.replace("forty piers", "fifty piers")
    (desk.folder / "alpha.txt").write_text(text, encoding="utf-8")
    for _ in range(2):
        before = desk.until(before)["version"]
        if "fifty" in desk.ask("/articles/alpha.html")[1]:
            return
    raise AssertionError("the old words are served")


def test_a_broken_file_is_located_and_a_decision_is_kept(desk: Running) -> None:
    before = desk.state()["version"]
    file = desk.folder / "corrections.yaml"
    broken = "- keep: quote\n  at: {article: alpha\n- keep: quote\n"
    file.write_text(broken, encoding="utf-8")
    shown = desk.until(before)
    assert [(b["file"], b["line"] is not None) for b in shown["broken"]] == [
        ("corrections.yaml", True)
    ]
    quote = _quotes(desk)[0]["id"]
    said = {"page": "/articles/alpha.html", "decided": [{"id": quote, "verb": "keep"}]}
    status, text, _ = desk.ask("/-desk/decide", said)
    assert (status, json.loads(text)["kept"]) == (409, True)
    assert file.read_text("utf-8") == broken
    assert desk.state()["kept"] == 1
    file.write_text("# mended by hand\n", encoding="utf-8")
    for _ in range(200):
        if "keep: quote" in file.read_text("utf-8"):
            break
        time.sleep(0.1)
    assert file.read_text("utf-8").startswith("# mended by hand\n")
    assert desk.state()["kept"] == 0


def test_a_correction_that_comes_to_nothing_is_said_with_its_place(desk: Running) -> None:
    file = desk.folder / "corrections.yaml"
    own = file.read_text("utf-8")
    assert desk.state()["idle"] == []
    lost = "- keep: quote\n  at: {article: alpha, exact: words that nobody said}\n"
    file.write_text(f"{own}\n{lost}", encoding="utf-8")
    [idle] = _once(desk, lambda said: said["idle"])["idle"]
    assert idle["file"].endswith("corrections.yaml")
    assert idle["line"] > own.count("\n")
    file.write_text(own, encoding="utf-8")
    assert _once(desk, lambda said: not said["idle"])


def _once(desk: Running, is_so: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    """What a page is told as soon as it is so."""
    for _ in range(200):
        if is_so(said := desk.state()):
            return said
        time.sleep(0.1)
    raise AssertionError("it never was so")


def _thing(desk: Running, id_: str) -> dict[str, Any]:
    query = urlencode({"page": "/articles/alpha.html", "id": id_})
    status, text, _ = desk.ask(f"/-desk/thing?{query}")
    assert status == 200
    return dict(json.loads(text))


def _quotes(desk: Running) -> list[dict[str, Any]]:
    """The quotations of a report, by the ids of their notes."""
    _, html, _ = desk.ask("/articles/alpha.html")
    ids = {part.split('"')[0] for part in html.split('id="note-')[1:]}
    return [said for said in (_thing(desk, i) for i in sorted(ids)) if said["what"] == "quote"]


def test_it_listens_on_this_machine_alone() -> None:
    bound = _bound(0)
    assert bound.getsockname()[0] == "127.0.0.1"
    bound.close()


def test_only_an_editors_files_and_reports_taken_in_are_written(desk: Running) -> None:
    page = "/sources.html"
    before = {p.name: p.read_bytes() for p in desk.folder.iterdir()}
    status, text, _ = desk.ask(f"/-desk/arrive?{urlencode({'page': page, 'name': '../../x.txt'})}",
                               GAMMA.encode())  # fmt: skip
    assert status == 200
    token = json.loads(text)["token"]
    status, text, _ = desk.ask("/-desk/would", {"page": page, "token": token})
    assert status == 200, text
    assert json.loads(text)["changed"]
    for said in ({"token": token, "head": {"outlet": "The Cedar Post"}}, {"token": "other"}):
        desk.ask("/-desk/take", {"page": page, **said})
    desk.ask("/-desk/head", {"page": page, "id": "alpha", "field": "title", "value": "Old"})
    desk.ask("/-desk/head", {"page": page, "id": "../alpha", "field": "title", "value": "Old"})
    note = {"id": "n1", "target": {"source": "alpha", "selector": {"exact": "no choice"}}}
    desk.ask("/-desk/notes", {"page": page, "notes": [note]})
    desk.ask("/-desk/proposal", {"page": page, "token": "none", "accept": True})
    after = {p.name: p.read_bytes() for p in desk.folder.iterdir()}
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed <= {*EDITORS, "x.txt"}
    assert "x.txt" in changed
    assert not (desk.folder.parent / "x.txt").exists()
