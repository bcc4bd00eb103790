"""Dask: a function over many keys, on a cluster that is there or on one made for the call."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from variorum.errors import UserError

if TYPE_CHECKING:
    from distributed import Client

R = TypeVar("R")
RETRIES = 3
"""A task whose worker died is given to another so many times."""


@contextmanager
def cluster(scheduler: str | None, workers: int | None) -> Iterator[Client]:
    """A client of the scheduler at an address, or of workers started here, one for each core."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UserError(
            "an archive needs Dask: python -m pip install dask distributed pyarrow scipy"
        ) from error
    if scheduler:
        try:
            with Client(scheduler, timeout="10s") as client:
                yield client
        except (OSError, TimeoutError) as error:
            raise UserError(f"no Dask scheduler at {scheduler}: {error}") from error
        return
    # Each worker is a process with one thread: the analysis keeps a core busy by itself.
    with (
        dask.config.set({"distributed.worker.daemon": True}),
        LocalCluster(
            n_workers=workers or os.cpu_count() or 1,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            host="127.0.0.1",
        ) as local,
        Client(local) as client,
    ):
        yield client


def each(
    client: Client, what: str, function: Callable[..., R], calls: Sequence[tuple[Any, ...]]
) -> Iterator[tuple[int, R]]:
    """Results as they get ready, each with the number of its call.

    A call that failed :data:`RETRIES` times is reported on standard error and gives no result; the
    others go on.
    """
    from distributed import as_completed

    futures = {
        client.submit(function, *call, pure=False, retries=RETRIES): number
        for number, call in enumerate(calls)
    }
    for done, future in enumerate(as_completed(list(futures)), 1):
        number = futures.pop(future)
        error = future.exception()
        if error is None:
            yield number, future.result()
        else:
            print(f"{what} {number} failed: {error!r}", file=sys.stderr)
        future.release()
        if sys.stderr.isatty():
            print(f"\r{what}: {done} of {len(calls)}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)
