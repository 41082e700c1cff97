"""What befit says when it cannot do what was asked: one sentence, and what to do now."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from befit_cli.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable


class Cause(StrEnum):
    """Why there is no plan, for whoever knows what to do about it."""

    RACE_IS_OVER = "race-is-over"
    RACE_IS_FAR = "race-is-far"
    """Its fact: `begin`, the first Monday that a block to it may begin on."""
    DATE_WITHOUT_RACE = "date-without-race"
    TOO_FEW_DAYS = "too-few-days"
    """Its fact: `free`, how many days there are."""
    NOTHING_LEFT = "nothing-left"


class BefitError(Exception):
    """befit cannot do it.

    `message` is one sentence that says what and where; `hint`, where there is one, says what to do
    now; `below` are lines to write by hand. What is refused for a `cause` names its `facts` instead
    of a hint.
    """

    exit_code = 1

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        below: tuple[str, ...] = (),
        cause: Cause | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.below = below
        self.cause = cause
        self.facts = facts

    @property
    def lines(self) -> tuple[str, ...]:
        """What is told, line by line: the name of a file may have a line break in it, too."""
        return (f"{self.message} {self.hint}".rstrip(), *self.below)

    def __str__(self) -> str:
        return "\n".join(self.lines)


class UsageError(BefitError):
    """The command line asked for something that does not exist or does not fit together."""

    exit_code = 2


class FileFaults(BefitError):
    """A file has faults, each a line `file:line:column: what is wrong`; all of them are told at
    once.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults

    @property
    def lines(self) -> tuple[str, ...]:
        """The faults, a line each."""
        return self.faults


def did_you_mean(word: str, words: Iterable[str], *, likely: float = 0.5) -> str:
    """`; did you mean 'level'?` for the nearest of `words`, empty where none is near: as alike as
    `likely`, from 0 to 1.
    """
    from difflib import get_close_matches

    by_lower = {known.lower(): known for known in words}
    nearest = get_close_matches(word.lower(), list(by_lower), n=1, cutoff=likely)
    return this_is_meant(by_lower[nearest[0]]) if nearest else ""


def this_is_meant(word: str) -> str:
    """`; did you mean 'level'?`, where one word alone can be meant."""
    return _("; did you mean '{word}'?", word=word)
