"""The questions of `befit init`, one after the other: an answer is checked as it comes, and asked
for again where it means nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import typer
from rich.console import Console, RenderableType
from rich.text import Text

from befit_cli.errors import BefitError, UsageError
from befit_cli.planning.placement import place
from befit_cli.planning.season import plan_season
from befit_cli.runner.beginning import Beginning
from befit_cli.runner.options import ATHLETE, Option
from befit_cli.runner.words import Words, read_athlete, remarks, words_for
from befit_cli.values import Athlete, Catalogue, Load, Race, usual_runs
from befit_cli.views.pen import Pen, indented

_OPENING = "A few short questions, and befit knows you. Press Enter to take the answer in brackets."
_QUESTIONS = tuple(option for option in ATHLETE if option.question)
_CHECKS: dict[str, Callable[[Athlete, date], object]] = {
    "race-date": plan_season,
    "days": lambda athlete, today: place(athlete, usual_runs(athlete, today), Load.LOW),
}
"""What refuses an answer that has a meaning, but does not go with today or with the answers before
it.
"""

_ONLY_FOR_A_RACE = frozenset({"race-date"})
"""What is asked only of who trains for a race."""
_AGAIN = "Say befit init again, or befit init --yes to be asked nothing."
_GO_ON, _ANEW = "go on", "anew"
_MOST_CHARACTERS = 1_000
_TRIES = 10
"""A pipe such as `yes` never ends, and never gives another answer."""


def interview(known: Athlete, catalogue: Catalogue, today: date, console: Console) -> Athlete:
    """Ask everything that a first plan needs; Enter keeps what is known.

    Raises BefitError where the answers end before the questions do or are no answers, and Abort on
    Ctrl-C.
    """
    words = words_for(known)
    pen = Pen.of(console)
    _tell(pen(_OPENING), pen)
    for number, option in enumerate(_QUESTIONS, 1):
        if option.name in _ONLY_FOR_A_RACE and read_athlete(words, catalogue).race is Race.NONE:
            words[option.name] = option.default
            continue
        progress = pen(f"{number}/{len(_QUESTIONS)}", "dim")
        console.print()
        _tell(Text(" ").join((progress, pen(option.question, "bold"))), pen)
        _tell(indented(pen(option.comment)), pen)
        if wrong := _what_is_wrong(option, words, catalogue, today):
            # the profile may be older than its race date: what is over is not offered again
            _tell(indented(pen(wrong, "red")), pen)
            words[option.name] = option.default
        words[option.name] = _answer(option, words, catalogue, today, pen)
        for remark in remarks({option.name: words[option.name]}):
            _tell(indented(pen(remark)), pen)
    return read_athlete(words, catalogue)


def goes_on(begun: Beginning, console: Console) -> bool:
    """Ask whether a block goes on to another race; Enter says that it does. Raises as `interview`
    does.
    """
    pen = Pen.of(console)
    console.print()
    console.print(pen("Go on with your block, or begin it anew?", "bold"), width=pen.width)
    console.print(indented(pen(begun.remark)), width=pen.width)
    for _ in range(_TRIES):
        answer = _line(_GO_ON, pen).lower()
        for word in (_GO_ON, _ANEW):
            if word.startswith(answer) or answer.endswith(word):
                return word == _GO_ON
        wrong = f"'{answer}' is neither: say {_GO_ON} or {_ANEW}."
        console.print(indented(pen(wrong, "red")), width=pen.width)
    raise _no_answer()


def _tell(part: RenderableType, pen: Pen) -> None:
    pen.console.print(part, width=pen.width)


def _answer(option: Option, words: Words, catalogue: Catalogue, today: date, pen: Pen) -> str:
    for _ in range(_TRIES):
        answer = _line(str(words[option.name]), pen)
        wrong = _what_is_wrong(option, {**words, option.name: answer}, catalogue, today)
        if not wrong:
            return answer
        _tell(indented(pen(wrong, "red")), pen)
    raise _no_answer()


def _no_answer() -> BefitError:
    return BefitError(
        f"Stopped: {_TRIES} answers to one question could not be taken, and nothing was written.",
        _AGAIN,
    )


def _what_is_wrong(option: Option, words: Words, catalogue: Catalogue, today: date) -> str:
    """The sentence that refuses what is said, empty where nothing does."""
    try:
        # first alone, so that what is wrong in itself is not blamed on an answer before it
        option.read(words[option.name], catalogue, dashes="")
        if option.name in _CHECKS:
            _CHECKS[option.name](read_athlete(words, catalogue), today)
    except UsageError as error:
        return str(error)
    except BefitError as error:
        return error.message  # what to do about it names options, and here it is asked again
    return ""


def _line(default: str, pen: Pen) -> str:
    """The next answer; one that does not come from a keyboard is shown."""
    try:
        pen.console.print(Text("  ") + pen(f"[{default}]:") + Text(" "), end="")
        answer = _read().strip() or default
    except KeyboardInterrupt:
        pen.console.print()
        raise typer.Abort from None
    except BefitError:
        pen.console.print()
        raise
    if not sys.stdin.isatty():
        pen.console.print(pen(answer))
    return answer


def _read() -> str:
    """The next line of stdin; raises BefitError where there is none, or none that could be an
    answer.
    """
    try:
        line = sys.stdin.readline(_MOST_CHARACTERS) if sys.stdin else ""
    except UnicodeDecodeError:
        raise BefitError(
            "That answer is not UTF-8 text, and nothing was written.", "Say befit init again."
        ) from None
    except OSError as error:
        raise BefitError(
            f"The answers cannot be read: {error.strerror}. Nothing was written.", _AGAIN
        ) from error
    if not line:
        raise BefitError(
            "Stopped: the answers ended before the questions did, and nothing was written.", _AGAIN
        )
    if len(line) == _MOST_CHARACTERS:
        raise BefitError(
            f"That answer has {_MOST_CHARACTERS:,} characters or more, and nothing was written.",
            _AGAIN,
        )
    return line
