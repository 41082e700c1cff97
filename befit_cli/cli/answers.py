"""An answer to a question, as it is typed or comes from a file."""

from __future__ import annotations

import sys

import typer
from rich.text import Text

from befit_cli.errors import BefitError
from befit_cli.files import reason_of
from befit_cli.language import _
from befit_cli.views.pen import Pen

_MOST_CHARACTERS = 1_000


def ask_line(default: str, pen: Pen, again: str, shown: str = "") -> str:
    """The next answer, or the default, which may be `shown` with what it means; one that does not
    come from a keyboard is shown. Raises BefitError, with how to begin `again`, where there is
    none.
    """
    try:
        pen.console.print(Text("  ") + pen(f"[{shown or default}]:") + Text(" "), end="")
        answer = _read(again).strip() or default
    except KeyboardInterrupt:
        pen.console.print()
        raise typer.Abort from None
    except BefitError:
        pen.console.print()
        raise
    if not sys.stdin.isatty():
        pen.console.print(pen(answer))
    return answer


def _read(again: str) -> str:
    """The next line of stdin; raises BefitError where there is none, or none that could be an
    answer.
    """
    try:
        line = sys.stdin.readline(_MOST_CHARACTERS) if sys.stdin else ""
    except UnicodeDecodeError:
        raise BefitError(
            _("That answer is not UTF-8 text, and nothing was written."), again
        ) from None
    except OSError as error:
        raise BefitError(
            _(
                "The answers cannot be read: {reason}. Nothing was written.",
                reason=reason_of(error),
            ),
            again,
        ) from error
    if not line:
        raise BefitError(
            _("Stopped: the answers ended before the questions did, and nothing was written."),
            again,
        )
    if len(line) == _MOST_CHARACTERS:
        raise BefitError(
            _(
                "That answer has {most:,} characters or more, and nothing was written.",
                most=_MOST_CHARACTERS,
            ),
            again,
        )
    return line
