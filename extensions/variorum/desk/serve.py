"""``variorum serve`` on this machine: an address with a token, and what answers at it."""

from __future__ import annotations

import secrets
import socket
import webbrowser

import uvicorn

from variorum.desk.guard import Guard
from variorum.desk.routes import Desk
from variorum.desk.site import Site
from variorum.errors import UserError

HOST = "127.0.0.1"
PORT = 8173


def serve(site: Site, *, by: str, port: int | None, show: bool) -> None:
    """Build, then answer until interrupted; *port* is asked for, else one that is free."""
    bound = _bound(port)
    port = bound.getsockname()[1]
    token = secrets.token_urlsafe(24)
    address = f"http://{HOST}:{port}/?token={token}"
    found = site.build()
    if not found.stories:
        raise UserError(found.failed or "no article in the folder")
    desk = Desk(site, by)
    app = Guard(desk.app(), port=port, token=token)
    print(f"The desk is open: {address}\nIt builds again when a file changes; Ctrl C ends it.",
          flush=True)  # fmt: skip
    if show:
        webbrowser.open(address)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, ws="none", timeout_graceful_shutdown=1,
        server_header=False,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[bound])


def _bound(port: int | None) -> socket.socket:
    """A socket of this machine's alone."""
    for wanted in (port,) if port is not None else (PORT, 0):
        bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((HOST, wanted))
            bound.listen()  # Who opens the address at once waits instead of being refused.
        except OSError as error:
            bound.close()
            if port is not None:
                raise UserError(f"cannot use port {port}: {error.strerror}") from error
        else:
            return bound
    raise UserError("no port is free")
