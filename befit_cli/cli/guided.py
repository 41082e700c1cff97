"""A guided session on the terminal: keys and time in, the screen and the journal out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from time import monotonic
from types import FrameType

from rich.console import Console, ConsoleDimensions
from rich.live import Live
from rich.text import Text

from befit_cli.cli import consoles
from befit_cli.cli.answers import ask_line
from befit_cli.cli.keyboard import keyboard
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message
from befit_cli.log.guide import Key, step
from befit_cli.log.guide_state import State, rings
from befit_cli.log.journal import Begun, Journal, changes
from befit_cli.views.guide import frame, open_session
from befit_cli.views.pen import Pen

_TRIES = 10
_TICK_S = 0.2
"""How long a second may seem to last longer, and a terminal to keep its former size."""
_SIGNALLED = 128
"""What the exit code of a program that a signal ended is above the signal's number."""


def terminal() -> Console:
    """The terminal, as large as its window, whatever the environment says of that; raises
    UsageError where there are no keys, or no screen to draw on.
    """
    console = consoles.console()
    keys = sys.stdin is not None and sys.stdin.isatty()
    if not keys or not console.is_terminal or console.is_dumb_terminal:
        raise UsageError(
            _("befit go needs a terminal, for it shows a screen and takes single keys."),
            _("befit today shows the session, and befit done logs it."),
        )
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    return consoles.console()


class Left(StrEnum):
    """What becomes of a session that was begun and not ended."""

    GO_ON = message("go on")
    KEEP = message("keep")
    DROP = message("drop")


def what_becomes_of(begun: Begun, console: Console, *, usual: Left) -> Left:
    """Ask for it; Enter is the usual answer. Raises BefitError where no answer can be taken."""
    pen = Pen.of(console)
    console.print(pen(open_session(begun), "bold"), width=pen.width)
    again = _("Say befit go again.")
    question = _("{answers}?", answers=", ".join([_(left) for left in Left]))
    for _try in range(_TRIES):
        console.print(pen(question))
        answer = ask_line(_(usual), pen, again).lower()
        for left in Left:
            # English is understood in every language
            if any(word.startswith(answer) for word in (_(left), left)):
                return left
        wrong = _("'{answer}' is none of them.", answer=answer)
        console.print(pen(wrong, "red"), width=pen.width)
    raise BefitError(_("That is no answer, and the session is kept as it is."), again)


def guide(state: State, journal: Journal, console: Console, *, bell: bool) -> State:
    """The session when it has ended, or is left for later; what is done is in the journal at once.
    However it is left, the terminal is then as it was before.
    """
    with _signals() as signals:
        while not state.ended:
            state = _on_screen(state, journal, console, signals, bell=bell)
            if signals.suspended:
                signals.suspended = False
                os.kill(os.getpid(), signal.SIGSTOP)
    return state


def _on_screen(
    state: State, journal: Journal, console: Console, signals: _Signals, *, bell: bool
) -> State:
    """The session when its screen goes."""
    shown: tuple[Text, ConsoleDimensions] | None = None
    before = monotonic()
    live = Live(
        console=console,
        screen=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with keyboard() as keys, live:
        while not state.ended:
            drawn = frame(Pen.of(console), state, monotonic()), console.size
            if drawn != shown:
                live.update(drawn[0], refresh=True)
                shown = drawn
            pressed: list[str | None] = [*keys.keys(_TICK_S)]
            now = monotonic()
            if bell and rings(state, before, now):
                console.bell()
            before = now
            for key in pressed or (None,):
                after = step(state, key, now)
                for line in changes(state, after, now):
                    journal.append(line)
                state = after
            if signals.suspended:
                # who comes back finds it as it was
                return state if state.paused is not None else step(state, Key.PAUSE, now)
    return state


class _Signals:
    """What ends the session, or puts it into the background, in order: the terminal first."""

    def __init__(self) -> None:
        self.suspended = False

    def suspend(self, number: int, frame: FrameType | None) -> None:
        self.suspended = True

    def end(self, number: int, frame: FrameType | None) -> None:
        # another one, while the terminal is put in order, has nothing left to end
        for each in _ENDING:
            signal.signal(each, signal.SIG_IGN)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(_SIGNALLED + number)


@contextmanager
def _signals() -> Iterator[_Signals]:
    signals = _Signals()
    handlers = {
        **dict.fromkeys(_ENDING, signals.end),
        **dict.fromkeys(_SUSPENDING, signals.suspend),
    }
    # what was ignored stays so, as by nohup
    before = {
        each: signal.signal(each, handler)
        for each, handler in handlers.items()
        if signal.getsignal(each) is not signal.SIG_IGN
    }
    try:
        yield signals
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


_ENDING = [
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if name in signal.Signals.__members__
]
_SUSPENDING = [signal.Signals[name] for name in ("SIGTSTP",) if name in signal.Signals.__members__]
"""Windows has not all of them."""
