"""befit's own exercises and figures as the build compiled them: to read them from YAML takes
several times as long as to plan a week.

What was compiled counts only for the very files that it was made from. It may be deleted at any
time; then the YAML is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from msgspec import MsgspecError, Raw, Struct, msgpack

from befit_cli.language import Language
from befit_cli.values import Catalogue

_PACKAGE = Path(__file__).parents[1]
Content = TypeVar("Content")
_READERS = (
    "catalogue/entries.py",
    "catalogue/reader.py",
    "catalogue/translation.py",
    "catalogue/words.py",
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
    """What was made of files, and what they were."""

    sources: tuple[_Source, ...]
    content: Raw


def bundled() -> Path:
    """The YAML of befit's own exercises: in the package, or beside it in a checkout."""
    packaged = _PACKAGE / "data" / "exercises.yaml"
    if packaged.exists():
        return packaged
    return _PACKAGE.parent / packaged.name


def words_file(language: Language) -> Path:
    """The YAML that tells befit's own exercises in that language; English has none."""
    return _PACKAGE / "data" / f"exercises.{language}.yaml"


def load(language: Language = Language.EN) -> Catalogue | None:
    """The catalogue that was compiled in that language; None where there is none, or one that was
    made from other files.
    """
    return read(_file(language), _sources(), Catalogue)


def write(catalogue: Catalogue, language: Language = Language.EN) -> Path:
    """Compile what the bundled YAML says in that language; returns the file."""
    return store(_file(language), _sources(), catalogue)


def read(path: Path, sources: Iterable[Path], kind: type[Content]) -> Content | None:
    """What `store` kept at the path; None where there is nothing, or what was made from files that
    are not as these are now.
    """
    try:
        compiled = msgpack.decode(path.read_bytes(), type=_Compiled)
        if compiled.sources != _states(sources):
            return None
        return msgpack.decode(compiled.content, type=kind)
    except (OSError, MsgspecError):
        return None


def store(path: Path, sources: Iterable[Path], content: object) -> Path:
    """Keep what was made from these files at the path, and return it."""
    path.parent.mkdir(exist_ok=True)
    compiled = _Compiled(_states(sources), Raw(msgpack.encode(content)))
    path.write_bytes(msgpack.encode(compiled))
    return path


def _file(language: Language) -> Path:
    return _PACKAGE / "data" / f"exercises.{language}.msgpack"


def _sources() -> list[Path]:
    """The exercises, their words, and the code that makes a catalogue of them."""
    words = [words_file(language) for language in Language if language is not Language.EN]
    return [bundled(), *words, *[_PACKAGE / name for name in _READERS]]


def _states(paths: Iterable[Path]) -> tuple[_Source, ...]:
    contents = [path.read_bytes() for path in paths]
    return tuple(_Source(len(content), crc32(content)) for content in contents)
