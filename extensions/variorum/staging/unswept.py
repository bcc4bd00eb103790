"""Loading without a look through memory for what could go: all of it is needed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Load modules or a model, objects by the hundred thousand that stay; none is looked at again.

    A process that tidies up in its own time (the desk) has turned that off already.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
