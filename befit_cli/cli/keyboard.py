"""Single keys, as they are pressed: for termios, and for Windows."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from befit_cli.log.guide import Key

_MEANS: dict[str, str] = {
    "\r": Key.ENTER,
    "\n": Key.ENTER,
    "\x1b": Key.ESCAPE,
    "\x1bOM": Key.ENTER,
    "\x7f": Key.ERASE,
    "\x08": Key.ERASE,
    ",": Key.POINT,
    "=": Key.MORE,
    "_": Key.LESS,
}
"""Keys that mean another: what sends the same without Shift, or in another country."""
_KEY = r"\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|\x1b|."
"""One key: an arrow and its like are several characters, some of them digits."""
_READ = 1024


class Keyboard(Protocol):
    """Where keys come from."""

    def keys(self, seconds: float) -> list[str]:
        """The keys that were pressed, as soon as there is one; none after so many seconds.

        Raises EOFError where none can come any more.
        """


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """The keyboard, key by key and without showing them; at the end it is as it was before."""
    if sys.platform == "win32":
        yield _Windows()
        return
    import termios
    import tty

    file = sys.stdin.fileno()
    before = termios.tcgetattr(file)
    try:
        tty.setcbreak(file)
        yield _Posix(file)
    finally:
        try:
            # a key too many is none for the shell
            termios.tcflush(file, termios.TCIFLUSH)
            termios.tcsetattr(file, termios.TCSANOW, before)
        except termios.error:
            # the terminal has gone
            pass


def keys_in(text: str) -> list[str]:
    """The keys that a terminal tells so; a key that befit has no use for may be among them."""
    return [_MEANS.get(key, key.lower()) for key in re.findall(_KEY, text, re.DOTALL)]


class _Posix:
    def __init__(self, file: int) -> None:
        self._file = file

    def keys(self, seconds: float) -> list[str]:
        import os
        from select import select

        ready, _, _ = select([self._file], [], [], seconds)
        if not ready:
            return []
        try:
            data = os.read(self._file, _READ)
        except OSError:
            data = b""
        if not data:
            raise EOFError
        return keys_in(data.decode(errors="ignore"))


class _Windows:
    def keys(self, seconds: float) -> list[str]:
        import time

        if sys.platform != "win32":
            return []
        import msvcrt

        end = time.monotonic() + seconds
        while not msvcrt.kbhit():
            if time.monotonic() >= end:
                return []
            time.sleep(0.02)
        key = msvcrt.getwch()
        if key in ("\0", "\xe0"):
            # an arrow and its like: the next one tells which
            msvcrt.getwch()
            return []
        if key == "\x03":
            raise KeyboardInterrupt
        return keys_in(key)
