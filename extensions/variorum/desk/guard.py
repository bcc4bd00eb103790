"""Who may speak to the desk: a browser on this machine that was given the address.

The address has a token, which becomes a cookie of the same site. A page of another site that a
browser has open can neither read nor post (its ``Origin`` is another, the cookie isn't sent), nor
can it by a name of its own that it lets lead to this machine (``Host`` is another).
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Lets requests through to *app* that carry the token, by a name of this machine's."""

    def __init__(self, app: ASGIApp, *, port: int, token: str) -> None:
        self.app = app
        self.token = token
        # Cookies know no ports: two desks on one machine have one each.
        self.cookie = f"variorum-desk-{port}"
        self.hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def sends(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refused(scope, headers)
        if refused:
            await PlainTextResponse(refused, 403)(scope, receive, sends)
        elif self._is(self._asked(scope)):
            # The token goes out of the address, which stands in the history.
            answer = RedirectResponse(scope["path"], 303)
            answer.set_cookie(self.cookie, self.token, httponly=True, samesite="strict")
            await answer(scope, receive, sends)
        elif not self._is(self._carried(headers)):
            words = "Open the address that variorum serve has printed.\n"
            await PlainTextResponse(words, 403)(scope, receive, sends)
        else:
            await self.app(scope, receive, sends)

    def _refused(self, scope: Scope, headers: Headers) -> str:
        host = headers.get("host", "")
        if host not in self.hosts:
            return "This is no name of the desk's.\n"
        if scope["method"] in ("GET", "HEAD"):
            return ""
        if scope["method"] != "POST" or headers.get("origin") != f"http://{host}":
            return "Only the desk's own pages may say this.\n"
        return ""

    def _asked(self, scope: Scope) -> str:
        query = parse_qs(scope["query_string"].decode("latin-1"))
        return query.get("token", [""])[0] if scope["method"] == "GET" else ""

    def _carried(self, headers: Headers) -> str:
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            return ""
        return morsel.value if morsel else ""

    def _is(self, said: str) -> bool:
        return secrets.compare_digest(said.encode(), self.token.encode())
