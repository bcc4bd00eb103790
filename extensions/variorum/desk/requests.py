"""What a browser says: JSON, of a length that a decision may have."""

from __future__ import annotations

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

MOST_BYTES = 65_536
"""How long a decision may be."""


async def body(request: Request, most: int) -> bytes:
    """All that is sent; what is longer is refused before it is read."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > most:
            raise HTTPException(413)
    return bytes(read)


async def said_in(request: Request, most: int = MOST_BYTES) -> dict[str, Any]:
    """The object that is sent."""
    try:
        said = json.loads(await body(request, most))
    except ValueError as error:
        raise HTTPException(400) from error
    if not isinstance(said, dict):
        raise HTTPException(400)
    return said
