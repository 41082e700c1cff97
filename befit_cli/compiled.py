"""befit's own exercises as the build compiled them: reading them from YAML takes several times as long as planning a week.

What was compiled counts only for the very files that it was made from. It may be deleted at any time; then the YAML is read.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import MsgspecError, Struct, msgpack

from befit_cli.model import Catalogue

_HERE = Path(__file__).parent
_READERS = ("catalogue_reader", "catalogue_entries", "yaml_data", "guidelines", "model")


class _Compiled(Struct, frozen=True, array_like=True):
    """A catalogue, and the files it was made from."""

    sources: bytes
    catalogue: Catalogue


def bundled() -> Path:
    """The YAML of befit's own exercises: in the package, or beside it in a checkout."""
    packaged = _HERE / "exercises.yaml"
    return packaged if packaged.exists() else _HERE.parent / packaged.name


def load() -> Catalogue | None:
    """The compiled catalogue; None where there is none, or one that was made from other files."""
    try:
        known = msgpack.decode(_file().read_bytes(), type=_Compiled)
        return known.catalogue if known.sources == _sources() else None
    except (OSError, MsgspecError):
        return None


def write(catalogue: Catalogue) -> Path:
    """Compile what the bundled YAML says; returns the file."""
    _file().write_bytes(msgpack.encode(_Compiled(_sources(), catalogue)))
    return _file()


def _file() -> Path:
    return _HERE / "exercises.msgpack"


def _sources() -> bytes:
    """The exercises, and the code that makes a catalogue of them."""
    return b"".join(path.read_bytes() for path in (bundled(), *(_HERE / f"{name}.py" for name in _READERS)))
