"""What is longer than the screen goes through a pager, as with git."""

from __future__ import annotations

import os
import shlex
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from befit_cli.cli.consoles import console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

_LESS = "FRX"
"""Of less: end where one screen is enough, keep the colours, and leave the text on the screen."""
_UTF_8 = {"LESSCHARSET": "utf-8"}
"""For less, which goes by the locale: on a machine that hasn't it, no accent would be readable."""
_PROMPT = 1
"""The line of the screen on which the shell goes on."""


@contextmanager
def paged(*, wanted: bool) -> Iterator[Console]:
    """Stdout; what is printed in here is shown in a pager where it is longer than the screen, if
    that is `wanted` and stdout is a terminal that can be moved about in.
    """
    screen = console()
    if not wanted or not _can_move(screen):
        yield screen
        return
    with screen.capture() as captured:
        yield screen
    text = captured.get()
    if text.count("\n") + _PROMPT <= screen.height or not _shown_by(_pager(), text):
        sys.stdout.write(text)


def _can_move(screen: Console) -> bool:
    return sys.stdout.isatty() and not screen.is_dumb_terminal and not screen.legacy_windows


def _pager() -> list[str]:
    """The command that the runner has for it, else less; empty where they want none."""
    try:
        return shlex.split(os.environ.get("PAGER", f"less -{_LESS}"))
    except ValueError:  # a quotation without its end
        return []


def _shown_by(pager: list[str], text: str) -> bool:
    """Whether there is such a pager; it has ended then. Who leaves it early has seen enough."""
    import signal
    import subprocess

    if not pager:
        return False
    sys.stdout.flush()
    letters = _UTF_8 if sys.stdout.encoding.lower() == "utf-8" else {}
    try:
        started = subprocess.Popen(  # noqa: S603  # the runner's own choice
            pager, stdin=subprocess.PIPE, env={"LESS": _LESS} | letters | os.environ
        )
    except OSError:
        return False
    # Ctrl-C is the pager's: less stops searching with it, and goes on
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        started.communicate(text.encode(sys.stdout.encoding, "replace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return True
