"""Stdout and stderr as befit writes them: whole, or told in a sentence."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from befit_cli.errors import BefitError
from befit_cli.files import reason_of
from befit_cli.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


class OutputError(BefitError):
    """Stdout takes no more of what belongs there."""

    def __init__(self, reason: str, *, reader_has_gone: bool) -> None:
        super().__init__(
            _("The output cannot be written: {reason}.", reason=reason),
            _("Make room there, or write it elsewhere."),
        )
        self.reader_has_gone = reader_has_gone


@contextmanager
def whole_streams() -> Iterator[None]:
    """In here, what is printed is written to its end: a stream without a buffer, as of
    PYTHONUNBUFFERED=1, may take a part of it and drop the rest without a word.

    Stdout raises OutputError, so that no other failing of the system is mistaken for it. Stderr
    never fails: what cannot be told has nobody to tell it to, and is no fault of the plan.
    """
    before = sys.stdout, sys.stderr
    sys.stdout = _whole(sys.stdout, _Stdout)
    sys.stderr = _whole(sys.stderr, _Stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


class _Stream(io.RawIOBase):
    """The system's own stream, which is not closed with this one."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def isatty(self) -> bool:
        return self._raw.isatty()

    def _some(self, data: Any) -> int:
        """How many bytes were written, at least one."""
        while (count := self._raw.write(data)) is None:
            # another process made the pipe one that does not wait for its reader
            from select import select

            select([], [self.fileno()], [])
        return count


class _Stdout(_Stream):
    _failed = False

    def write(self, data: Any) -> int:
        if self._failed:
            # a buffer offers again what is left in it, even at exit
            return len(data)
        try:
            return self._some(data)
        except OSError as error:
            self._failed = True
            reason = reason_of(error)
            gone = isinstance(error, BrokenPipeError)
            raise OutputError(reason, reader_has_gone=gone) from error


class _Stderr(_Stream):
    def write(self, data: Any) -> int:
        try:
            return self._some(data)
        except OSError:
            return len(data)


def _whole(stream: Any, kind: type[_Stream]) -> Any:
    """The stream, each write of which is whole; as it is where it isn't one of the system."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if not isinstance(raw, io.RawIOBase):
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(kind(raw)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )
