"""befit's own exercises as the build compiled them: reading them from YAML takes several times as
long as planning a week.

What was compiled counts only for the very files that it was made from. It may be deleted at any
time; then the YAML is read.
"""

from __future__ import annotations

from pathlib import Path

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


class _Compiled(Struct, frozen=True, array_like=True):
    """A catalogue, and the files it was made from."""

    sources: bytes
    catalogue: Catalogue


def bundled() -> Path:
    """The YAML of befit's own exercises: in the package, or beside it in a checkout."""
    packaged = _PACKAGE / "data" / "exercises.yaml"
    return packaged if packaged.exists() else _PACKAGE.parent / packaged.name


def load() -> Catalogue | None:
    """The compiled catalogue; None where there is none, or one that was made from other files."""
    try:
        known = msgpack.decode(_file().read_bytes(), type=_Compiled)
        return known.catalogue if known.sources == _sources() else None
    except (OSError, MsgspecError):
        return None


def write(catalogue: Catalogue) -> Path:
    """Compile what the bundled YAML says; returns the file."""
    path = _file()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(msgpack.encode(_Compiled(_sources(), catalogue)))
    return path


def _file() -> Path:
    return _PACKAGE / "data" / "exercises.msgpack"


def _sources() -> bytes:
    """The exercises, and the code that makes a catalogue of them."""
    return b"".join(
        path.read_bytes() for path in (bundled(), *(_PACKAGE / name for name in _READERS))
    )
