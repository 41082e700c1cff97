"""Files whole or not at all: what befit reads, and what it writes."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from befit_cli.errors import BefitError
from befit_cli.language import _, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


_MOST_BYTES = 2_000_000
"""Beyond any plan: thirty full weeks as JSON, the longest format that is read, have 0.8 MB."""
_STAGED = ".befit-"
_KEPT = ".befit-old-"
"""How the names begin of files that have still to take their own, and of those kept to be put back;
then comes the number of the process.
"""
_LEFT = r"\.befit-(?:old-)?(\d{1,9})-[a-z0-9_]{8}"
_ANYBODY_WRITES = 0o222


def is_there(path: Path) -> bool:
    """Whether there is anything at the path, also what may not be looked at, of which whoever reads
    it will tell; a name that no file can have is of nothing.
    """
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


@contextmanager
def or_elsewhere(hint: str) -> Iterator[None]:
    """What cannot be written here can be elsewhere: an error ends in how."""
    try:
        yield
    except BefitError as error:
        raise BefitError(error.message, hint) from error


def read(path: Path, most: int = _MOST_BYTES) -> bytes:
    """The content of the file; raises BefitError where it cannot be had, or has more than `most`
    bytes.
    """
    # A byte more than may be tells that there are too many, and the rest stays unread.
    content = beginning(path, most + 1)
    if len(content) > most:
        raise BefitError(
            _(
                "{path} is over {most} MB, too big for befit.",
                path=path,
                most=most // 1_000_000,
            ),
            _("Check that it is the right file."),
        )
    return content


def beginning(path: Path, most: int) -> bytes:
    """The first bytes of the file, `most` of them or all; raises BefitError where they cannot be
    had.
    """
    try:
        # First, because to open a pipe that nobody writes to would wait for good.
        if path.exists() and not path.is_file():
            raise BefitError(_("{path} is not a file.", path=path), _("Give the path of a file."))
        with path.open("rb") as file:
            return file.read(most)
    except (FileNotFoundError, ValueError):  # no file can have a name with a NUL in it
        raise BefitError(_("There is no file {path}.", path=path), _("Check the path.")) from None
    except OSError as error:
        raise BefitError(
            _("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)),
            _("Give a file that you may read."),
        ) from error


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
            _("{name} cannot be made a folder: {reason}.", name=name, reason=reason_of(error)),
            _("Make its parent first, or give another name with -o."),
        ) from error
    return folder


def write(
    files: Mapping[Path, str | bytes],
    *,
    force: bool,
    private: bool = False,
    durable: bool = False,
) -> None:
    """Write all files or none, by temporary ones beside them, which take their names only when each
    is whole. A file that is replaced keeps its mode; a folder that is missing is made.

    Private ones are for their owner alone; durable ones are on the disk before they take their
    names, for what nobody could make again. Raises BefitError, with everything as it was before,
    where a file is there already and `force` is not given, and where one may not be written.
    """
    # all of them before the first is staged: what is refused makes no folder
    for path in files:
        _make_sure_of(path, force=force)
    write_each(files.items(), force=force, private=private, durable=durable)


def write_each(
    files: Iterable[tuple[Path, str | bytes]],
    *,
    force: bool,
    private: bool = False,
    durable: bool = False,
) -> None:
    """The same of files that are made one after the other: each is on the disk, without its name,
    before the next is made. What goes wrong while one is made leaves everything as it was, too.
    """
    staged: list[_Staged] = []
    kept: dict[Path, Path] = {}
    folders: list[Path] = []
    parents: set[Path] = set()
    path = Path()  # of the file at work, for the sentence about what went wrong
    try:
        names: dict[Path, Path] = {}
        for path, content in files:
            _make_sure_of(path, force=force)
            _make_sure_of_one_name(path, names)
            data = content.encode() if isinstance(content, str) else content
            _make_parent(path, folders, private=private)
            parent = _target(path).parent
            if parent not in parents:
                parents.add(parent)
                _clear_what_was_left(parent)
            staged.append(_stage(path, data, private=private, durable=durable))
        for file in staged:
            path = file.path
            if not force:
                _take_new_name(file)
                continue
            # of a single file nothing has to be put back: it takes its name in one step or not
            if len(staged) > 1 and os.path.lexists(file.target):
                kept[file.target] = _keep(file.target)
            file.temporary.replace(file.target)
    except BaseException as error:  # Ctrl-C, too, must leave everything as it was
        outcome = _undo(staged, kept, parents, folders)
        if isinstance(error, FileExistsError):
            raise _there_already(path) from None
        if isinstance(error, OSError):
            raise BefitError(
                f"{_unwritable(path, error)}{outcome}",
                _("Check the folder, or give another name with -o."),
            ) from error
        raise
    _clear_away(staged, kept)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else who asks for this file has it meanwhile: they wait; raises BefitError where its
    folder may not be written to.

    What locks it is a file beside it, for it is itself another file each time it is written.
    """
    target = _target(path)
    lock = target.with_name(f".{target.name}.lock")
    try:
        descriptor = _lock(lock)
    except OSError as error:
        raise BefitError(_unwritable(path, error), _("Check the folder.")) from error
    try:
        yield
    finally:
        # While it is still held: who waits for it sees that it has lost its name. Windows removes
        # no file that is open; there it stays.
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)


def remove(paths: Iterable[Path]) -> None:
    """Remove the files; raises BefitError at the first that cannot be."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise BefitError(
                _("{path} cannot be removed: {reason}.", path=path, reason=reason_of(error)),
                _("Remove it yourself."),
            ) from error


def _lock(lock: Path) -> int:
    """The file that locks, open and held; who holds it, and ends in whatever way, lets it go."""
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        _wait_for(descriptor)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), os.stat(lock)):
                return descriptor
        os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        # Not every file system has locks; without one, two who write at once are rare.
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)


class _Staged(NamedTuple):
    """A file whose content is whole, and that has still to take its name."""

    path: Path
    """As it was named."""
    target: Path
    """Where the content goes: a link keeps pointing there."""
    temporary: Path
    """The content, beside the target."""
    replaces: bool
    """Whether there was a file before it."""


def _make_sure_of(path: Path, *, force: bool) -> None:
    """Raise BefitError where the path may not be written; a device or a pipe is never replaced by a
    file.
    """
    target = _target(path)
    if not os.path.lexists(target):
        return
    if not path.is_file():
        raise BefitError(
            _("{path} is there and is no file.", path=path),
            _("Give the name of a file with -o, or - for stdout."),
        )
    if not force:
        raise _there_already(path)
    # To take a name asks no leave of the file that has it, only of its folder, and root needs no
    # leave at all; but who made a file read-only meant it.
    if not (os.access(target, os.W_OK) and target.stat().st_mode & _ANYBODY_WRITES):
        raise BefitError(
            _("{path} is read-only.", path=path),
            _("Make it writable, or give another name with -o."),
        )


def _make_sure_of_one_name(path: Path, names: dict[Path, Path]) -> None:
    """Raise BefitError where the path and another one, of those that came before, are links to one
    file, which would keep the last.
    """
    other = names.setdefault(_target(path), path)
    if other is not path:
        raise BefitError(
            _("{other} and {path} are one file.", other=other, path=path),
            _("Remove the link, or give another name."),
        )


def _there_already(path: Path) -> BefitError:
    return BefitError(
        _("{path} exists already.", path=path),
        _("Say --force to overwrite it, or give another name with -o."),
    )


def _make_parent(path: Path, folders: list[Path], *, private: bool) -> None:
    """Make the folder of the path where it is missing, and add it to those that were made."""
    if not os.path.isdir(path.parent):
        folders.append(make_folder(f"{path.parent}{os.sep}", private=private))


def _stage(path: Path, data: bytes, *, private: bool, durable: bool) -> _Staged:
    """The content in a temporary file, with the mode that the file is to have."""
    from tempfile import mkstemp

    target = _target(path)
    there = target.stat() if target.exists() else None
    # In the target's own folder: only within one file system is taking a name a single step.
    opened, name = mkstemp(dir=target.parent, prefix=f"{_STAGED}{os.getpid()}-")
    temporary = Path(name)
    try:
        with os.fdopen(opened, "wb") as file:  # to close it writes the rest, which may fail, too
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        # A temporary file is always private; what others may read has to be opened to them.
        if private:
            mode = 0o600
        elif there is None:
            mode = 0o666 & ~_umask()
        else:
            mode = _take_over(temporary, there)
        temporary.chmod(mode)
    except BaseException:  # Ctrl-C, too, must leave nothing behind
        temporary.unlink(missing_ok=True)
        raise
    return _Staged(path, target, temporary, replaces=there is not None)


def _take_over(temporary: Path, there: os.stat_result) -> int:
    """Give the temporary file the owner and the group of the one that is there, as far as the
    system allows; returns the mode that lets nobody read it who could not before.
    """
    mode = there.st_mode & 0o777
    new = temporary.stat()
    if new.st_gid != there.st_gid:
        try:
            os.chown(temporary, -1, there.st_gid)
        except OSError:
            # what its group may do was never meant for this one
            mode &= ~0o070
    if new.st_uid != there.st_uid:
        with suppress(OSError):
            os.chown(temporary, there.st_uid, -1)
    return mode


def _take_new_name(file: _Staged) -> None:
    """Give the content its name; raises FileExistsError where another file has it, even one that
    came a moment ago.
    """
    try:
        os.link(file.temporary, file.target)
    except FileExistsError:
        raise
    except OSError:
        # Not every file system has links. An empty file holds the place, which nobody else can
        # have had.
        file.target.open("xb").close()
        try:
            file.temporary.replace(file.target)
        except BaseException:
            file.target.unlink()
            raise


def _keep(target: Path) -> Path:
    """Another name for the file that is there, to put it back by."""
    from tempfile import mktemp

    prefix = f"{_KEPT}{os.getpid()}-"
    kept = Path(mktemp(dir=target.parent, prefix=prefix))  # noqa: S306  # a link is exclusive
    try:
        os.link(target, kept)
    except OSError:
        # not every file system has links
        from shutil import copy2

        copy2(target, kept)
    return kept


def _undo(
    staged: Iterable[_Staged],
    kept: dict[Path, Path],
    parents: Iterable[Path],
    folders: Iterable[Path],
) -> str:
    """Make everything what it was before; returns the sentence about it, empty where nothing had
    changed.
    """
    outcome = _put_back(staged, kept)
    _clear_away(staged, kept)
    # whoever was stopped while a file was made has not heard its name
    for parent in parents:
        # a folder that could not be made has none, and a name too many harms nobody
        with suppress(OSError):
            for path in parent.glob(f"{_STAGED}{os.getpid()}-*"):
                path.unlink()
    for folder in folders:
        with suppress(OSError):  # another program may have put something into it
            folder.rmdir()
    return outcome


def _put_back(staged: Iterable[_Staged], kept: dict[Path, Path]) -> str:
    """Make every file again what it was before it was replaced; returns the sentence about it,
    empty where none was. What cannot be put back stays under its other name.
    """
    replaced = False
    lost: list[str] = []
    for file in staged:
        # a single file that was replaced is whole, and has nothing kept to put back
        if not _has_taken_name(file) or (file.replaces and file.target not in kept):
            continue
        try:
            if file.replaces:
                os.replace(kept[file.target], file.target)
            else:
                file.target.unlink()
            replaced = True
        except OSError:
            if file.target in kept:
                name = _kept_for_good(kept.pop(file.target))
                lost.append(_("{path} (kept as {name})", path=file.path, name=name))
            else:
                lost.append(str(file.path))
    if lost:
        paths = ", ".join(lost)
        return " " + _("These could not be put back as they were: {paths}.", paths=paths)
    return " " + _("The files before it are as they were.") if replaced else ""


def _kept_for_good(kept: Path) -> Path:
    """The kept file under a name that no later run takes for what an earlier one left, where it may
    be renamed.
    """
    lasting = kept.with_name(kept.name.replace(f"{os.getpid()}-", "", 1))
    try:
        return kept.rename(lasting)
    except OSError:
        return kept


def _clear_what_was_left(folder: Path) -> None:
    """Remove the files that a process of befit left in the folder when it was killed: no file of a
    process that still runs.
    """
    for name in os.listdir(folder):
        left = re.fullmatch(_LEFT, name)
        if left and not _is_running(int(left[1])):
            with suppress(OSError):  # a name too many harms nobody
                (folder / name).unlink()


def _is_running(process: int) -> bool:
    """Whether the process runs, as far as anybody may know."""
    if sys.platform == "win32":
        # there the same question would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _has_taken_name(file: _Staged) -> bool:
    """Whether the target is the content; between the step and a note of it Ctrl-C could come."""
    if not file.temporary.exists():
        return True
    return file.target.exists() and file.target.samefile(file.temporary)


def _clear_away(staged: Iterable[_Staged], kept: Mapping[Path, Path]) -> None:
    for path in (*(file.temporary for file in staged), *kept.values()):
        # a name too many harms nobody
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _unwritable(path: Path, error: OSError) -> str:
    return _("{path} cannot be written: {reason}.", path=path, reason=reason_of(error))


def reason_of(error: OSError) -> str:
    """What the system says was wrong, in the language that is spoken."""
    reason = error.strerror or str(error)
    return _(reason) if reason in _REASONS else reason


_REASONS = (
    message("File name too long"),
    message("Is a directory"),
    message("No space left on device"),
    message("No such file or directory"),
    message("Not a directory"),
    message("Permission denied"),
    message("Read-only file system"),
)
"""What a system says most often; all else stands in its own words."""


def _umask() -> int:
    # It can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
