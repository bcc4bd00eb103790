"""Names of files and folders that every system takes, and that a zip can be unpacked to."""

from __future__ import annotations

import hashlib
import re

RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names that Windows keeps for devices, with any suffix and in any case."""
LONGEST = 150
"""Characters of a name; systems take 255 bytes of them, suffix included."""
_UNSAFE = re.compile(r'[<>:"|?*\\/\x00-\x1f\x7f-\x9f\ud800-\udfff]+')


def portable(name: str) -> str:
    """The name of a file or folder, with a hash of it where it had to be changed."""
    safe = _UNSAFE.sub("-", name)[:LONGEST].rstrip(". ")
    if safe == name and not is_reserved(name):
        return name
    return f"{safe.replace('.', '-') if is_reserved(safe) else safe}-{name_hash(name)}"


def portable_path(path: str) -> str:
    """A path whose every part is portable; none leads up or out."""
    return "/".join(portable(part) for part in path.split("/") if part.strip(". "))


def is_reserved(name: str) -> bool:
    """Whether Windows takes the name, whatever follows its first full stop, for a device's."""
    return name.partition(".")[0].rstrip().casefold() in RESERVED


def name_hash(name: str) -> str:
    """Six hexadecimal digits that depend on the name alone."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
