"""What answers the browser: the pages with the desk laid over them, and what is said at it."""

from __future__ import annotations

import asyncio
import contextlib
import mimetypes
from collections.abc import AsyncIterator
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from variorum import links
from variorum.desk import joining, layer, readers
from variorum.desk.deciding import RefusedError, written
from variorum.desk.entries import BrokenError
from variorum.desk.heads import set_head
from variorum.desk.incoming import Incoming, told
from variorum.desk.ledger import Ledger
from variorum.desk.notes import read_notes, write_notes
from variorum.desk.pages import news_address, news_page
from variorum.desk.preview import with_entry, with_reports
from variorum.desk.proposals import Proposals
from variorum.desk.requests import body, said_in
from variorum.desk.site import Site
from variorum.desk.state import state
from variorum.desk.things import Thing, thing
from variorum.desk.watch import Watch
from variorum.edition import Story
from variorum.reading.decode import MAX_BYTES


class Desk:
    """The routes, on one site and its ledger."""

    def __init__(self, site: Site, by: str) -> None:
        self.site = site
        self.by = by
        self.ledger = Ledger(site.folder, site.home / "waiting.json")
        self.incoming = Incoming(site.folder)
        self.proposals = Proposals(site.folder)
        self.watch = Watch(site, self.ledger)
        self.files = StaticFiles(directory=site.served, check_dir=False)

    def app(self) -> Starlette:
        """The application; it watches as long as it runs."""

        @contextlib.asynccontextmanager
        async def watching(_app: Starlette) -> AsyncIterator[None]:
            task = asyncio.create_task(self.watch.run())
            yield
            task.cancel()

        return Starlette(
            routes=[
                Route(f"{layer.OURS}/events", self.events),
                Route(f"{layer.OURS}/state", self.state),
                Route(f"{layer.OURS}/thing", self.thing),
                Route(f"{layer.OURS}/decide", self.decide, methods=["POST"]),
                Route(f"{layer.OURS}/head", self.head, methods=["POST"]),
                Route(f"{layer.OURS}/undo", self.undo, methods=["POST"]),
                Route(f"{layer.OURS}/arrive", self.arrive, methods=["POST"]),
                Route(f"{layer.OURS}/take", self.take, methods=["POST"]),
                Route(f"{layer.OURS}/would", self.would, methods=["POST"]),
                Route(f"{layer.OURS}/notes", self.notes),
                Route(f"{layer.OURS}/notes", self.note, methods=["POST"]),
                Route(f"{layer.OURS}/proposal", self.proposal, methods=["POST"]),
                Route(f"{layer.OURS}/page/{{name}}", self.part),
                Route("/{path:path}", self.page),
            ],
            exception_handlers={RefusedError: _refused, BrokenError: _broken},
            lifespan=watching,
        )

    async def page(self, request: Request) -> Response:
        """A file of the site; of a page, with the desk's layer."""
        name = request.path_params["path"]
        name += "index.html" if not name or name.endswith("/") else ""
        for story in self.site.found.stories.values():
            if name == news_address(story):
                return self._laid_over(await asyncio.to_thread(news_page, self.site, story))
        data = await asyncio.to_thread(self.site.export, name)
        if data is not None:
            return Response(data, media_type=mimetypes.guess_type(name)[0])
        if not name.endswith(".html"):
            return await self.files.get_response(name, request.scope)
        try:
            with links.opened(links.below(self.site.served, name)) as file:
                html = file.read().decode()
        except OSError as error:
            raise HTTPException(404) from error
        return self._laid_over(html)

    def _laid_over(self, html: str) -> Response:
        return HTMLResponse(layer.laid_over(html, self.site.found.version))

    async def notes(self, request: Request) -> Response:
        """One's own notes on a story."""
        story = self._story(request.query_params.get("page", ""))
        try:
            found = await asyncio.to_thread(read_notes, self.site.folder, story.key)
        except BrokenError as error:
            return JSONResponse({"notes": [], "broken": str(error)})
        return JSONResponse({"notes": found, "broken": ""})

    async def note(self, request: Request) -> Response:
        """Keep one's own notes on a story."""
        said = await said_in(request, MAX_BYTES)
        story, listed = self._story(str(said.get("page"))), said.get("notes")
        if not isinstance(listed, list):
            raise HTTPException(404)
        notes = [one for one in listed if isinstance(one, dict)]
        count = await asyncio.to_thread(write_notes, self.site.folder, story.key, notes)
        return JSONResponse({"kept": count})

    async def proposal(self, request: Request) -> Response:
        """Accept what a program proposes, or refuse it."""
        said = await said_in(request)
        story, by = self._story(str(said.get("page"))), self._by(said)
        token, accept = str(said.get("token") or ""), said.get("accept") is True
        tokens = await asyncio.to_thread(
            self.proposals.decide, self.ledger, story.key, token, by, accept=accept
        )
        return JSONResponse({"tokens": tokens})

    async def arrive(self, request: Request) -> Response:
        """Read a report that was dropped or pasted; nothing is written."""
        story = self._story(request.query_params.get("page", ""))
        data = await body(request, MAX_BYTES)
        name = request.query_params.get("name", "")
        arrived = await asyncio.to_thread(self.incoming.read, story, name, data)
        return JSONResponse(told(arrived, story))

    async def take(self, request: Request) -> Response:
        """Take in a report as it was confirmed, or leave it out."""
        said = await said_in(request)
        story = self._story(str(said.get("page")))
        token, head = str(said.get("token") or ""), said.get("head") or {}
        if not isinstance(head, dict):
            raise HTTPException(404)
        if said.get("leave"):
            self.incoming.leave(token)
            return JSONResponse({"file": ""})
        name = await asyncio.to_thread(self.incoming.take, story, token, head)
        return JSONResponse({"file": name})

    async def would(self, request: Request) -> Response:
        """What a report that came in, or a proposal, would change; nothing is written."""
        said = await said_in(request)
        story, token = self._story(str(said.get("page"))), str(said.get("token") or "")
        if said.get("proposal") is True:
            entry = self.proposals.entry(story.key, token, self._by(said))
            changed = await asyncio.to_thread(with_entry, self.site, story, entry)
        else:
            articles = self.incoming.held(token).articles
            changed = await asyncio.to_thread(with_reports, self.site, story, articles)
        return JSONResponse({"changed": changed})

    async def part(self, request: Request) -> Response:
        """One of the desk's own files."""
        path = layer.part(request.path_params["name"])
        if path is None:
            raise HTTPException(404)
        return FileResponse(path)

    async def events(self, _request: Request) -> Response:
        """The number of each build, as it is ready."""

        async def told() -> AsyncIterator[str]:
            async for version in self.watch.versions():
                yield f"data: {version}\n\n"

        return StreamingResponse(told(), media_type="text/event-stream")

    async def state(self, request: Request) -> Response:
        """What the page is told when it opens."""
        kind, story, article = self._at(request.query_params.get("page", ""))
        if story is None:
            return JSONResponse({"version": self.site.found.version, "kind": ""})
        by = request.query_params.get("by") or self.by
        said = state(self.site.found, self.ledger, self.proposals, story, by)
        return JSONResponse(said | {"kind": kind, "article": article, "by": self.by})

    async def thing(self, request: Request) -> Response:
        """One thing, with what it may be."""
        at = self._thing(request.query_params.get("page", ""), request.query_params.get("id", ""))
        try:
            own = [e for e in self.ledger.entries(at.story.key) if e.said.what == at.what]
        except BrokenError:
            own = []
        tokens = [e.token for e in own if e.said.at == (at.target(),)]
        said = at.to_json() | readers.answers(at, own, request.query_params.get("by") or self.by)
        said["fields"] += joining.fields(at)
        return JSONResponse(said | {"token": tokens[-1] if tokens else ""})

    async def decide(self, request: Request) -> Response:
        """Write what was decided; several at once are several entries."""
        said = await said_in(request)
        by, listed = self._by(said), said.get("decided")
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            raise HTTPException(400)
        entries = [
            entry
            for one in listed
            for entry in written(self._thing(str(said.get("page")), str(one.get("id"))), one, by)
        ]
        try:
            tokens = await asyncio.to_thread(self.ledger.write, entries)
        except BrokenError as error:
            return _unread(error, kept=True)
        return JSONResponse({"tokens": tokens, "text": "\n".join(e.text for e in entries)})

    async def head(self, request: Request) -> Response:
        """Set what a report says of itself."""
        said = await said_in(request)
        _kind, story, _article = self._at(str(said.get("page")))
        articles = {a.id: a for a in story.articles} if story else {}
        article = articles.get(str(said.get("id")))
        if article is None:
            raise HTTPException(404)
        field, value = str(said.get("field")), str(said.get("value") or "")
        was = await asyncio.to_thread(set_head, self.site.folder, article, field, value)
        return JSONResponse({"was": was})

    async def undo(self, request: Request) -> Response:
        """Take an entry back."""
        said = await said_in(request)
        story = str(said.get("story") or "")
        if story not in self.site.found.stories:
            raise HTTPException(404)
        token = str(said.get("token") or "")
        done = await asyncio.to_thread(self.ledger.take_back, story, token)
        return JSONResponse({"done": done})

    def _at(self, page: str) -> tuple[str, Story | None, str]:
        """What a page is, and of which story and article."""
        page = page.lstrip("/")
        page += "index.html" if not page or page.endswith("/") else ""
        for address, kind, story, article in self.site.found.pages():
            if address == page:
                return kind, story, article
        stories = sorted(self.site.found.stories.items(), key=lambda s: -len(s[0]))
        inside = (story for key, story in stories if page.startswith(f"{key}/" if key else ""))
        return "other", next(inside, None), ""

    def _story(self, page: str) -> Story:
        """The story that a page is of."""
        _kind, story, _article = self._at(page)
        if story is None:
            raise HTTPException(404)
        return story

    def _by(self, said: dict[str, Any]) -> str:
        """Who decides."""
        return " ".join(str(said.get("by") or self.by).split())[:100]

    def _thing(self, page: str, id_: str) -> Thing:
        _kind, story, article = self._at(page)
        found = thing(story, article, id_) if story else None
        if found is None:
            raise HTTPException(404)
        return found


async def _refused(_request: Request, error: RefusedError) -> Response:
    return JSONResponse({"message": str(error)}, 422)


async def _broken(_request: Request, error: BrokenError) -> Response:
    return _unread(error, kept=False)


def _unread(error: BrokenError, *, kept: bool) -> Response:
    """A file can't be read; whether what was decided is kept until it can."""
    return JSONResponse({"message": str(error), "line": error.line, "kept": kept}, 409)
