"""Files whole or not at all: what befit reads, and what it writes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from befit_cli.errors import BefitError

if TYPE_CHECKING:
    from collections.abc import Mapping


_MOST_BYTES = 2_000_000
"""Beyond any plan: thirty full weeks as JSON, the longest format that is read, have 0.8 MB."""


def read(path: Path, most: int = _MOST_BYTES) -> bytes:
    """The content of the file; raises BefitError where it cannot be had, or has more than `most`
    bytes.
    """
    try:
        # First, because to open a pipe that nobody writes to would wait for good.
        if path.exists() and not path.is_file():
            raise BefitError(f"{path} is not a file.", "Give the path of a file.")
        with path.open("rb") as file:
            # A byte more than may be tells that there are too many, and the rest stays unread.
            content = file.read(most + 1)
    except FileNotFoundError:
        raise BefitError(f"There is no file {path}.", "Check the path.") from None
    except OSError as error:
        raise BefitError(
            f"{path} cannot be read: {_reason(error)}.", "Give a file that you may read."
        ) from error
    if len(content) > most:
        raise BefitError(
            f"{path} is over {most // 1_000_000} MB, too big for befit.",
            "Check that it is the right file.",
        )
    return content


def is_folder(name: str) -> bool:
    """Whether the name means a folder: one that is there, or one that ends like it."""
    return name.endswith(("/", os.sep)) or os.path.isdir(name)


def make_folder(name: str, *, private: bool = False) -> Path:
    """The folder of that name, made where it is missing; raises BefitError where it cannot be.

    A private one is made for its owner alone, with its parents.
    """
    folder = Path(name)
    try:
        folder.mkdir(0o700 if private else 0o777, parents=private, exist_ok=True)
    except OSError as error:
        raise BefitError(
            f"{name} cannot be made a folder: {error.strerror}.",
            "Make its parent first, or give another name with -o.",
        ) from error
    return folder


def write(files: Mapping[Path, str | bytes], *, force: bool, private: bool = False) -> None:
    """Write all files by temporary ones beside them, which take their names only when each is
    whole.

    Private ones are for their owner alone. Raises BefitError, with nothing written, where a file is
    there already and `force` is not given.
    """
    # A temporary file is always private; what others may read has to be opened to them, as far as
    # their umask would have let any new file be.
    mode = 0o600 if private else 0o666 & ~_umask()
    staged: list[tuple[Path, Path]] = []
    path = Path()  # of the file at work, for the sentence about what went wrong
    try:
        for path in files:
            _make_sure_of(path, force=force)
        for path, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            staged.append((path, _stage(path, data, mode)))
        for path, temporary in staged:
            temporary.replace(_target(path))
    except OSError as error:
        raise BefitError(
            f"{path} cannot be written: {_reason(error)}.",
            "Check the folder, or give another name with -o.",
        ) from error
    finally:
        for _, temporary in staged:
            temporary.unlink(missing_ok=True)


def _make_sure_of(path: Path, *, force: bool) -> None:
    """Raise BefitError where the path may not be written; a device or a pipe is never replaced by a
    file.
    """
    if not os.path.lexists(_target(path)):
        return
    if not path.is_file():
        raise BefitError(
            f"{path} is there and is no file.", "Give the name of a file with -o, or - for stdout."
        )
    if not force:
        raise BefitError(
            f"{path} exists already.", "Say --force to overwrite it, or give another name with -o."
        )


def _stage(path: Path, data: bytes, mode: int) -> Path:
    """A temporary file with that content and mode in the folder of the target."""
    from tempfile import NamedTemporaryFile

    # In the target's own folder: only within one file system is taking a name a single step.
    with NamedTemporaryFile(dir=_target(path).parent, prefix=".befit-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            temporary.chmod(mode)
        except BaseException:  # Ctrl-C, too, must leave nothing behind
            temporary.unlink(missing_ok=True)
            raise
    return temporary


def _target(path: Path) -> Path:
    """Where the content goes: a link keeps pointing there."""
    return Path(os.path.realpath(path))


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _umask() -> int:
    # It can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
