"""befit's own exercises as the build compiled them: reading them from YAML takes several times as
long as planning a week.

What was compiled counts only for the very files that it was made from. It may be deleted at any
time; then the YAML is read.
"""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from msgspec import MsgspecError, Struct, msgpack

from befit_cli.values import Catalogue

_PACKAGE = Path(__file__).parents[1]
_READERS = (
    "catalogue/entries.py",
    "catalogue/reader.py",
    "evidence/dose.py",
    "values/catalogue.py",
    "values/enums.py",
    "yaml/data.py",
)
"""The code that makes a catalogue of the YAML: where it changes, what it makes may change."""


class _Source(Struct, frozen=True, array_like=True):
    """What tells a file from one that was edited.

    It finds a checkout that changed after the build, and keeps nobody out: who can write the one
    file can write the other. So a checksum will do; to import hashlib alone takes longer than to
    load the catalogue.
    """

    size: int
    """In bytes."""
    checksum: int
    """The CRC-32 of the content."""


class _Compiled(Struct, frozen=True, array_like=True):
    """A catalogue, and the files it was made from."""

    sources: tuple[_Source, ...]
    """The YAML, then the code of `_READERS` in its order."""
    catalogue: Catalogue


def bundled() -> Path:
    """The YAML of befit's own exercises: in the package, or beside it in a checkout."""
    packaged = _PACKAGE / "data" / "exercises.yaml"
    if packaged.exists():
        return packaged
    return _PACKAGE.parent / packaged.name


def load() -> Catalogue | None:
    """The compiled catalogue; None where there is none, or one that was made from other files."""
    try:
        compiled = msgpack.decode(_file().read_bytes(), type=_Compiled)
        sources = _sources()
    except (OSError, MsgspecError):
        return None
    return compiled.catalogue if compiled.sources == sources else None


def write(catalogue: Catalogue) -> Path:
    """Compile what the bundled YAML says; returns the file."""
    path = _file()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(msgpack.encode(_Compiled(_sources(), catalogue)))
    return path


def _file() -> Path:
    return _PACKAGE / "data" / "exercises.msgpack"


def _sources() -> tuple[_Source, ...]:
    """The exercises, and the code that makes a catalogue of them."""
    paths = [bundled()]
    paths += [_PACKAGE / name for name in _READERS]
    contents = [path.read_bytes() for path in paths]
    return tuple(_Source(len(content), crc32(content)) for content in contents)
