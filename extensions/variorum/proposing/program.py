"""A program of the user's: articles on its standard input, proposals from its standard output.

It may hang, crash or never stop writing. Then it is ended, and nothing of what it said is taken.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import threading
import time
from collections.abc import Iterable

from variorum.errors import UserError

MOST_BYTES = 10_000_000
"""So much output is read; a story's proposals are far smaller."""
SECONDS = 600.0
"""So long a program may take for one story."""
_READ = 65_536


def answer(command: str, lines: Iterable[bytes], seconds: float = SECONDS) -> bytes:
    """What a program says to some lines; raises :exc:`~variorum.errors.UserError`.

    The command is split as a shell would, and run without one.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UserError(f"--with {command!r}: {error}") from error
    if not words:
        raise UserError("--with needs a command")
    try:
        process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
    except OSError as error:
        raise UserError(f"cannot run {words[0]}: {error.strerror or error}") from error
    with process:
        try:
            return _answer(process, b"".join(lines), words[0], seconds)
        finally:
            _end(process)


def _answer(process: subprocess.Popen[bytes], said: bytes, name: str, seconds: float) -> bytes:
    told = bytearray()
    too_much = threading.Event()

    def write() -> None:
        # Who doesn't listen to the end may have heard enough.
        with contextlib.suppress(OSError, ValueError):
            assert process.stdin is not None
            process.stdin.write(said)
            process.stdin.close()

    def read() -> None:
        assert process.stdout is not None
        with contextlib.suppress(OSError, ValueError):
            while part := os.read(process.stdout.fileno(), _READ):
                told.extend(part)
                if len(told) > MOST_BYTES:
                    too_much.set()
                    _end(process)
                    return

    end = time.monotonic() + seconds
    threads = [threading.Thread(target=work, daemon=True) for work in (write, read)]
    for thread in threads:
        thread.start()
    threads[1].join(seconds)
    if too_much.is_set():
        raise UserError(f"{name} said more than {MOST_BYTES:,} bytes; nothing of it was taken")
    try:
        status = process.wait(max(end - time.monotonic(), 0.1))
    except subprocess.TimeoutExpired:
        status = None
    # What it has started may hold its output open when it has ended itself.
    if status is None or threads[1].is_alive():
        raise UserError(
            f"{name} took more than {seconds:g} seconds for a story; nothing of it was taken"
        )
    if status:
        raise UserError(f"{name} ended with status {status}; nothing of it was taken")
    return bytes(told)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it, and whatever it has started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError, ValueError):
            if stream is not None:
                stream.close()
