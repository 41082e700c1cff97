"""What words tell of an exercise, one by one, and what of it is plausible."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from befit_cli.errors import UsageError
from befit_cli.language import _, decimal, message


class Unclear(UsageError):
    """The words don't tell what was done, so nothing was logged; its hint says that, too."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        nothing = _("Nothing was logged.")
        super().__init__(sentence, f"{hint} {nothing}".lstrip())


class Tells(Enum):
    """What words tell of an exercise."""

    EACH_SET = auto()
    """Repetitions or seconds, a number for each set."""
    SETS_OF = auto()
    """How many sets, and what each of them had."""
    SIDES = auto()
    """What each set of the left side had, and beside it each of the right."""
    SIDES_OF = auto()
    """The same, where it is said how many sets."""
    TIMES_WEIGHT = auto()
    """A number, and beside it a weight: two implements of it, or a set with it."""
    HOW_MANY_SETS = auto()
    MORE = auto()
    """So many more in the last set, or less."""
    MORE_SETS = auto()
    HEAVIER = auto()
    """So many kilograms more, or less."""
    WEIGHT = auto()
    """In kilograms."""
    NO_WEIGHT = auto()
    LEFT = auto()
    """Repetitions in reserve."""
    PAIN = auto()
    DONE = auto()
    SKIPPED = auto()
    ONLY = auto()
    """That nothing else was done but what is named next."""
    NOTHING = auto()
    """What says nothing of its own, such as `with`."""


class Counted(Enum):
    """What the numbers of sets count."""

    REPS = message("repetitions")
    SECONDS = message("seconds")


class Told(NamedTuple):
    """What some words tell."""

    tells: Tells
    words: str
    """As they were said."""
    numbers: tuple[float, ...] = ()
    beside: tuple[float, ...] = ()
    """Of sides the other one's numbers, of sets their weight in kilograms."""
    counted: Counted | None = None
    """None where nobody says it."""
    follows: bool = False
    """Whether numbers stand behind others, with nothing between them."""


class Amount(Enum):
    """What has a least and a most: beyond them a finger slipped."""

    def __init__(self, least: int, most: int, called: str) -> None:
        self.least = least
        self.most = most
        self._called = called

    @property
    def called(self) -> str:
        """What is counted, behind its number."""
        return _(self._called)

    SETS = (1, 20, message("sets"))
    REPS = (0, 500, message("repetitions in a set"))
    SECONDS = (0, 600, message("seconds in a set"))
    KG = (0, 500, "kg")
    LEFT = (0, 20, message("repetitions left"))
    PAIN = (0, 10, message("for pain"))
    EFFORT = (0, 10, message("for effort"))


MOST_OF_NOTE = 500
"""Characters of a note that an import keeps."""
_MOST_SAID = 1e6
"""A number above is too long to repeat."""


def plausible(amount: Amount, number: float) -> float:
    """The number; raises UsageError where it is beyond the amount's least or most."""
    if amount.least <= number <= amount.most:
        return number
    said = decimal(number) if abs(number) < _MOST_SAID else _("So many")
    raise Unclear(
        _(
            "{number} {things} can't be: write {least} to {most}.",
            number=said,
            things=amount.called,
            least=amount.least,
            most=amount.most,
        )
    )


def whole(amount: Amount, number: float) -> int:
    """The same of what is counted in whole numbers."""
    return int(plausible(amount, number))


def left_after(effort: float) -> int:
    """The repetitions in reserve that an effort of 0 to 10 (RPE) leaves; half a one is none."""
    return int(Amount.EFFORT.most - effort)
