"""What a process that goes on remembers of each article, so that a change costs what it touches.

Who builds once remembers nothing. The desk, which reads the same articles again and again, wraps
each build in :func:`remembering`: a function that is called through :func:`again` with what it was
called with before gives what it gave before. One answer is kept for each function and article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, TypeVarTuple

A = TypeVarTuple("A")
R = TypeVar("R")


class Memory:
    """The last answers, each by its function and what it is about."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, ...], tuple[tuple[Any, ...], Any]] = {}

    def answer(
        self, name: tuple[str, ...], find: Callable[..., Any], given: tuple[Any, ...]
    ) -> Any:
        """What *find* gives, or gave of the same."""
        known = self._last.get(name)
        if known is not None and known[0] == given:
            return known[1]
        found = find(*given)
        self._last[name] = given, found
        return found


_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Remember, and use what was remembered."""
    token = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(token)


def is_remembering() -> bool:
    """Whether this process goes on, and is asked again and again."""
    return _memory.get() is not None


def again(about: tuple[str, ...], find: Callable[[*A], R], *given: *A) -> R:
    """What *find* gives of *given*; nobody may change it afterwards.

    *about* says what it is about, beside the function: one answer is kept for each.
    """
    memory = _memory.get()
    if memory is None:
        return find(*given)
    name = (find.__module__, find.__qualname__, *about)
    found: R = memory.answer(name, find, given)
    return found
