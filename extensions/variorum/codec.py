"""Our records as JSON and back, by the types of their fields.

What we keep for ourselves is short: a record, a frozen dataclass, becomes a list of its fields'
values, in their order, and where a field may hold one of several records, a number first that says
which. Bytes are those of a text. Both ends have to be the same code.

What others read has names: a record is an object of its fields.

Either way, what is read back is held to the types: whatever else stands there raises
:exc:`ValueError`.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import functools
import json
import sys
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, Union

T = TypeVar("T")
Way = Callable[[Any], Any]
"""One way: from a value to what JSON can hold, or back."""

Object = dict[str, Any]
"""A record as an object of its fields."""

_PLAIN = (str, int, float, bool, type(None))


def dumps(kind: type[T], value: T) -> bytes:
    """A record as JSON."""
    said = _cached(kind)[0](value)
    return json.dumps(said, separators=(",", ":"), check_circular=False).encode()


def loads(kind: type[T], data: bytes) -> T:
    """The record that :func:`dumps` was given; raises :exc:`ValueError` for anything else."""
    try:
        made: T = _cached(kind)[1](json.loads(data))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error!r}") from error
    return made


def plain(kind: type[T], value: T) -> Any:
    """A record as what JSON can hold, to stand in other JSON."""
    return _cached(kind)[0](value)


def made(kind: type[T], said: Any) -> T:
    """The record that :func:`plain` was given."""
    value: T = _cached(kind)[1](said)
    return value


def as_object(value: Any) -> Object:
    """A record as an object of its fields, made of builtins."""
    return dataclasses.asdict(value)


def from_object(kind: type[T], said: Any) -> T:
    """The record that an object of its fields says.

    A field that isn't there has its default; what the record has no field for is passed over, so
    that other versions can be read. Raises :exc:`ValueError` for anything else.
    """
    try:
        record: T = _object_way(kind)(said)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    return record


def _cached(kind: Any) -> tuple[Way, Way]:
    return _ways(kind)


def _object_way(kind: Any) -> Way:
    return _of_object(kind)


@functools.cache
def _ways(kind: Any) -> tuple[Way, Way]:
    """How values of a type are written and read."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in _PLAIN:
        return _same, _plain(kind)
    if kind is bytes:
        return _text, _bytes
    if origin is Literal:
        return _same, _one_of(arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is frozenset:
        write, read = _ways(arguments[0])
        return (lambda v: sorted(map(write, v))), (lambda v: frozenset(map(read, _list(v))))
    if origin in (dict, collections.abc.Mapping):
        return _mapping(*arguments)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        below = _leaves(kind)
        return _record(kind) if below == [kind] else _several(below)
    raise TypeError(f"{kind!r} has no form in JSON")


def _same(value: Any) -> Any:
    return value


def _text(value: bytes) -> str:
    return value.decode("utf-8", "surrogatepass")


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return value


def _plain(kind: type) -> Way:
    kinds = (float, int) if kind is float else (kind,)

    def read(value: Any) -> Any:
        if type(value) not in kinds:
            raise ValueError(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _one_of(known: tuple[Any, ...]) -> Way:
    values = {value: value for value in known}
    return lambda value: values[value]


def _union(kinds: tuple[Any, ...]) -> tuple[Way, Way]:
    """Nothing, a plain value, or what JSON writes as a list."""
    plain = tuple(k for k in kinds if k in _PLAIN)
    literals = [k for k in kinds if typing.get_origin(k) is Literal]
    literal = [value for k in literals for value in typing.get_args(k)]
    rest = [k for k in kinds if k not in plain and k not in literals]
    write, read = _either(rest) if rest else (_same, _same)
    types_ = frozenset((*plain, *((int,) if float in plain else ())))

    def write_one(value: Any) -> Any:
        return value if value is None or isinstance(value, (str, int, float)) else write(value)

    def read_one(value: Any) -> Any:
        if type(value) in types_ or value in literal:
            return value
        if not rest:
            raise ValueError(f"{value!r} is none of {kinds}")
        return read(value)

    return write_one, read_one


def _either(kinds: list[Any]) -> tuple[Way, Way]:
    """One way of writing, or one of several records."""
    if len(kinds) == 1:
        return _ways(kinds[0])
    if not all(isinstance(kind, type) and dataclasses.is_dataclass(kind) for kind in kinds):
        raise TypeError(f"one of {kinds} has no form in JSON")
    return _several([leaf for kind in kinds for leaf in _leaves(kind)])


def _tuple(kinds: tuple[Any, ...]) -> tuple[Way, Way]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        write, read = _ways(kinds[0])
        if write is _same:
            return list, lambda v: tuple(map(read, _list(v)))
        return (lambda v: list(map(write, v))), (lambda v: tuple(map(read, _list(v))))
    ways = [_ways(kind) for kind in kinds]
    writes, reads = [w for w, _ in ways], [r for _, r in ways]
    return (
        lambda v: [w(x) for w, x in zip(writes, v, strict=True)],
        lambda v: tuple(r(x) for r, x in zip(reads, _list(v), strict=True)),
    )


def _mapping(key: Any, value: Any) -> tuple[Way, Way]:
    (write_key, read_key), (write, read) = _ways(key), _ways(value)
    return (
        lambda v: [[write_key(k), write(x)] for k, x in v.items()],
        lambda v: {read_key(k): read(x) for k, x in _list(v)},
    )


def _record(kind: type) -> tuple[Way, Way]:
    names = tuple(field.name for field in dataclasses.fields(kind))

    @functools.cache
    def ways() -> tuple[tuple[Way, ...], tuple[Way, ...]]:
        # Not before a record is met: a message may hold messages.
        hints = _hints(kind)
        writes, reads = zip(*(_ways(hints[name]) for name in names), strict=True)
        return writes, reads

    def write(record: Any) -> list[Any]:
        return [w(getattr(record, name)) for name, w in zip(names, ways()[0], strict=True)]

    def read(value: Any) -> Any:
        values = zip(names, ways()[1], _list(value), strict=True)
        return kind(**{name: way(said) for name, way, said in values})

    return write, read


def _several(kinds: list[type]) -> tuple[Way, Way]:
    ways = [_record(kind) for kind in kinds]
    numbers = {kind: number for number, kind in enumerate(kinds)}

    def write(record: Any) -> list[Any]:
        number = numbers[type(record)]
        return [number, *ways[number][0](record)]

    def read(value: Any) -> Any:
        number, *fields = _list(value)
        return ways[number][1](fields)

    return write, read


@functools.cache
def _of_object(kind: Any) -> Way:
    """How a value is read in which records are objects."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        ways = {field.name: _of_object(hints[field.name]) for field in dataclasses.fields(kind)}
        return lambda said: kind(**{n: way(said[n]) for n, way in ways.items() if n in said})
    if origin is tuple and arguments[1:] == (Ellipsis,):
        read = _of_object(arguments[0])
        return lambda said: tuple(map(read, _list(said)))
    if origin in (dict, collections.abc.Mapping):
        read = _of_object(arguments[1])
        return lambda said: {name: read(value) for name, value in said.items()}
    return _ways(kind)[1]


def _hints(kind: type) -> dict[str, Any]:
    """The types of a record's fields."""
    return typing.get_type_hints(kind, dict(_names()), vars(sys.modules[kind.__module__]))


def _leaves(kind: type) -> list[type]:
    """The records that a field of this type may hold: itself, or those that are made of it."""
    below: list[type] = sorted(kind.__subclasses__(), key=lambda k: k.__name__)
    # A dataclass with slots is made anew, and the class it was made of may be about still.
    proper = [k for k in below if vars(sys.modules[k.__module__]).get(k.__name__) is k]
    return [leaf for k in proper for leaf in _leaves(k)] or [kind]


@functools.cache
def _names() -> Mapping[str, Any]:
    """Names that modules import for their annotations alone."""
    from variorum import model

    return {**vars(collections.abc), **{name: vars(model)[name] for name in model.__all__}}
