"""Files whole or not at all: what befit reads, and what it writes."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from befit_cli.errors import BefitError

if TYPE_CHECKING:
    from collections.abc import Mapping


def read(path: Path) -> bytes:
    """The content of the file; raises BefitError where it cannot be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BefitError(f"There is no file {path}.", "Check the path.") from None
    except OSError as error:
        raise BefitError(f"{path} cannot be read: {error.strerror}.", "Give a file that you may read.") from error


def is_folder(name: str) -> bool:
    """Whether the name means a folder: one that is there, or one that ends like it."""
    return name.endswith(("/", os.sep)) or Path(name).is_dir()


def write(files: Mapping[Path, str | bytes], *, force: bool) -> None:
    """Write each file by a temporary one beside it and a rename; raises BefitError, before the first, where one is there already."""
    for path in files:
        if path.exists() and not force:
            raise BefitError(f"{path} exists already.", "Say --force to overwrite it, or give another name with -o.")
    for path, content in files.items():
        try:
            _write_whole(path.resolve(), content.encode() if isinstance(content, str) else content)
        except OSError as error:
            raise BefitError(f"{path} cannot be written: {error.strerror}.", "Check the folder, or give another name with -o.") from error


def _write_whole(target: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=target.parent, prefix=".befit-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
