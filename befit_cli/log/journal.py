"""The journal of a session that is being done: a line on disk for each set, so that whatever ends
befit, the session goes on where it was.

Its head is the session itself: what was begun stays, whatever a plan says since. Each further line
has all that was done so far of one exercise; of two lines for one exercise the later counts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from befit_cli import files
from befit_cli.errors import BefitError
from befit_cli.language import _
from befit_cli.log.guide import go_on, start
from befit_cli.log.guide_state import Done, State, seconds_of
from befit_cli.values import Date, PlanPlace, Session, Units, Value

_END = b"\n"
STALE = timedelta(hours=12)
"""Older than that, nobody goes on with a session unasked."""


class Head(Value, frozen=True, kw_only=True):
    """Which session it is."""

    plan: PlanPlace
    date: Date
    """The day on which it was begun, which may be another than the session's."""
    at: Annotated[datetime, Meta(tz=True)]
    """The moment at which it was begun."""
    session: Session
    units: Units = Units.KG
    """What the runner says weights in."""

    def stale(self, now: datetime) -> bool:
        """Whether it was begun so long ago that its runner is asked."""
        return now - self.at > STALE


class Line(Value, frozen=True, kw_only=True):
    """What was done so far of one exercise."""

    place: int
    """The exercise, in the order of the session, from 0."""
    seconds: Annotated[float, Meta(ge=0, le=1e9)]
    """How long the session had taken by then."""
    done: Done


class Begun(Value, frozen=True, kw_only=True):
    """A session that was begun and has not ended."""

    head: Head
    lines: tuple[Line, ...]

    @property
    def done(self) -> dict[int, Done]:
        """What was done of each exercise, under its place."""
        return {line.place: line.done for line in self.lines}

    @property
    def sets(self) -> int:
        """How many sets were done of it."""
        return sum(len(done.sets) for done in self.done.values())

    @property
    def anything(self) -> bool:
        """Whether there is anything to keep."""
        return self.state(0.0).anything

    def state(self, now: float) -> State:
        """Where it goes on."""
        state = start(self.head.session, now, units=self.head.units)
        if not self.lines:
            return state
        last = self.lines[-1]
        return go_on(state, self.done, last.place, last.seconds, now)


def changes(before: State, after: State, now: float) -> list[Line]:
    """The lines for what was done from one state to the other."""
    seconds = round(seconds_of(after, now), 1)
    return [
        Line(place=place, seconds=seconds, done=done)
        for place, (had, done) in enumerate(zip(before.done, after.done, strict=True))
        if had != done
    ]


class Journal:
    """The file while a session is being done: what is written is on disk when the call returns."""

    def __init__(self, path: Path, file: int) -> None:
        self._path = path
        self._file = file

    def read(self) -> Begun | None:
        """The session that was begun and has not ended, None where there is none.

        Raises BefitError where the file is none of befit's.
        """
        head, *lines = files.read(self._path).split(_END)
        try:
            begun = msgspec.json.decode(head, type=Head)
            if not begun.session.exercises:
                raise msgspec.ValidationError
        except msgspec.DecodeError:
            if not lines:
                # empty, or torn before anything was done
                return None
            raise BefitError(
                _("{path} is no session that befit began.", path=self._path),
                _("Remove it, or move it elsewhere."),
            ) from None
        return Begun(head=begun, lines=tuple(_whole(lines, len(begun.session.exercises))))

    def begin(self, head: Head) -> None:
        """Keep which session it is, and nothing else."""
        os.ftruncate(self._file, 0)
        self._write(msgspec.json.encode(head))

    def append(self, line: Line) -> None:
        """Keep the line."""
        # its end before it: so a torn line stays alone, whatever comes after it
        self._write(_END + msgspec.json.encode(line))

    def remove(self) -> None:
        """The session has ended."""
        os.ftruncate(self._file, 0)

    def _write(self, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(self._file, data) :]
            os.fsync(self._file)
        except OSError as error:
            raise _unwritable(self._path, error) from error


@contextmanager
def journal_in(path: Path) -> Iterator[Journal]:
    """The journal in that file, which nobody else has meanwhile; where it is empty at the end,
    there is no file.

    Raises BefitError where it cannot be written, and where another befit has it.
    """
    files.make_folder(f"{path.parent}{os.sep}", private=True)
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        _take(path, file)
        try:
            yield Journal(path, file)
        finally:
            if os.fstat(file).st_size == 0:
                # Windows removes no file that is open: there an empty one stays
                with suppress(OSError):
                    path.unlink()
    finally:
        os.close(file)


def _whole(lines: list[bytes], exercises: int) -> Iterator[Line]:
    """Those that befit wrote, and to their end: a person may have changed others."""
    for line in lines:
        try:
            read = msgspec.json.decode(line, type=Line)
        except msgspec.DecodeError:
            continue
        if 0 <= read.place < exercises and len(read.done.kg) == len(read.done.sets):
            yield read


def _take(path: Path, file: int) -> None:
    """Have the file alone until it is closed, or befit ends."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BefitError(
            _("This session is on in another terminal."),
            _("Go on there, or stop it there with q."),
        ) from None
    except OSError:
        # some file systems have no locks
        return


def _unwritable(path: Path, error: OSError) -> BefitError:
    return BefitError(
        _("{path} cannot be written: {reason}.", path=path, reason=files.reason_of(error)),
        _(
            "Your sets are kept there while you train: make room, or name another log with "
            "BEFIT_LOG."
        ),
    )
