"""A session as a QR code on a terminal: plain text, which a phone's camera reads without any
network.
"""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.style import Style
from rich.text import Text

from befit_cli.errors import BefitError
from befit_cli.language import _, capital
from befit_cli.values import Session, Units
from befit_cli.views import prescription
from befit_cli.views import words as wording

_QUIET = 4
"""The modules of light that the standard wants around a code."""
_DARK, _LIGHT = "#000000", "#ffffff"
_ON_PAPER = Style(color=_DARK, bgcolor=_LIGHT)
# By whether the upper and the lower of two modules are drawn.
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def text(session: Session, units: Units) -> str:
    """What the phone gets: the day, the warm-up's minutes, the effort of most exercises, and each
    with its dose, in ASCII where their names are.
    """
    lines = [
        f"{capital(wording.session_day(session, short=True))}, {session.minutes} min",
        _("Warm-up {minutes} min", minutes=session.warm_up.minutes),
    ]
    if usual := prescription.usual_effort(session.exercises):
        lines.append(capital(usual))
    for number, exercise in enumerate(session.exercises, 1):
        dose = prescription.dose(exercise, units).replace(" × ", "x")
        lines.append(f"{number}. {wording.plain(exercise.form)} {dose}")
    return "\n".join(lines)


def show(session: Session, units: Units, console: Console) -> None:
    """Print the code of the session, dark on light whatever the terminal's colours are.

    Raises BefitError where the terminal is too small for it, or the session too long.
    """
    rows = _modules(text(session, units))
    halves = console.encoding.startswith("utf")
    columns = len(rows) if halves else 2 * len(rows)
    if console.is_terminal and columns > console.width:
        raise BefitError(
            _(
                "The code takes {columns} columns, and this terminal has {width}.",
                columns=columns,
                width=console.width,
            ),
            _("Make it wider, or its letters smaller; befit today without --qr fits any."),
        )
    has_colours = console.color_system is not None and not console.no_color
    lines = _half_blocks(rows, has_colours) if halves else _blocks(rows, has_colours)
    # Of what has scrolled away a camera sees nothing; a line below it is the prompt's.
    if console.is_terminal and len(lines) >= console.height:
        raise BefitError(
            _(
                "The code takes {lines} lines, and this terminal has {height}.",
                lines=len(lines) + 1,
                height=console.height,
            ),
            _("Make it higher, or its letters smaller; befit today without --qr fits any."),
        )
    for line in lines:
        console.print(line, soft_wrap=True)


def _modules(words: str) -> list[list[bool]]:
    """The code row by row, with its quiet zone; True is dark."""
    import segno  # late: nothing else needs it

    try:
        # The least correction gives the largest modules, and no screen is torn or stained.
        code = segno.make_qr(words, error="l", encoding="utf-8")
    except segno.DataOverflowError:
        raise BefitError(
            _("The session is too long for a QR code."), _("Say befit today without --qr.")
        ) from None
    return [[bool(module) for module in row] for row in code.matrix_iter(border=_QUIET)]


def _half_blocks(rows: list[list[bool]], has_colours: bool) -> list[Text]:
    """Two rows in a line. Without colours the light modules are drawn, as light as a dark
    terminal's letters.
    """
    lines = []
    light = [False] * len(rows)
    for upper, lower in zip(rows[::2], [*rows[1::2], light], strict=False):
        pairs = zip(upper, lower, strict=True)
        drawn = [(up is has_colours, down is has_colours) for up, down in pairs]
        line = "".join(_HALVES[pair] for pair in drawn)
        lines.append(Text(line, _ON_PAPER if has_colours else ""))
    return lines


def _blocks(rows: list[list[bool]], has_colours: bool) -> list[Text]:
    """A row in a line and two characters a module, for a console without Unicode."""
    lines = []
    for row in rows:
        line = Text()
        for dark, run in groupby(row):
            width = 2 * len(list(run))
            if has_colours:
                line.append(" " * width, Style(bgcolor=_DARK if dark else _LIGHT))
            else:
                line.append((" " if dark else "#") * width)
        lines.append(line)
    return lines
