"""A running plan: what it has on each day, and the key runs of its weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from befit_cli.values.base import Value
from befit_cli.values.enums import Day, Race, Scale


class RunKind(Scale):
    """What a day of a running plan is to strength; the later the harder."""

    OTHER = "other"
    """No run at all, such as another sport or a dentist."""
    REST = "rest"
    EASY = "easy"
    HARD = "hard"
    LONG = "long"
    LONG_AND_HARD = "long+hard"
    RACE = "race"


class Entry(Value, frozen=True, kw_only=True):
    """A day's entry in the file of a running plan, as it stands there."""

    title: str
    day: date | None = None
    """Its day; None in a plan without dates."""
    place: int = 0
    """Days from the Monday of the plan's first week on, in a plan without dates."""
    kilometres: float | None = None
    """How far, where the file says it beside the title."""
    minutes: float | None = None
    """How long, likewise."""
    mark: str = ""
    """The word for its kind that the app which wrote it has, such as `TEMPO`."""
    kind: RunKind | None = None
    """What its runner says that it is; None where they say nothing."""


class Unread(Value, frozen=True, kw_only=True):
    """Something in the file that is no run, and why."""

    where: str
    """Where the file has it, such as `line 12`."""
    why: str


class Listing(Value, frozen=True, kw_only=True):
    """What the file of a running plan has, in its order."""

    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...] = ()
    race: Race | None = None
    """The race that it is for, where it says so outside its days."""

    @classmethod
    def of(cls, found: Iterable[Entry | Unread], race: Race | None = None) -> Listing:
        """What was found, parted into what is a day's entry and what is not."""
        parts = tuple(found)
        return cls(
            entries=tuple(part for part in parts if isinstance(part, Entry)),
            unread=tuple(part for part in parts if isinstance(part, Unread)),
            race=race,
        )


class PlannedRun(Value, frozen=True, kw_only=True):
    """What a running plan has on a day, as befit understands it."""

    kind: RunKind
    title: str
    """As the plan says it, with its distances in kilometres."""
    sign: str = ""
    """The words of the title that it went by; empty where it went by none."""
    sure: bool = True
    """Whether the sign leaves no doubt."""


class RunningWeek(Value, frozen=True, kw_only=True):
    """A week of a running plan; of two entries on a day it has the harder."""

    number: int
    """Its place in the plan, from 1."""
    starts: date | None
    """Its Monday; None in a plan without dates."""
    days: dict[Day, PlannedRun]
    """What it has, Monday first; a day that is not there has nothing."""


class RunningPlan(Value, frozen=True, kw_only=True):
    """A running plan as befit understands it."""

    weeks: tuple[RunningWeek, ...]
    """From its first entry's week to its last one's; where it has nothing, a week without days."""
    unread: tuple[Unread, ...] = ()
    """What of the file is no run, or could not be read."""
    race: Race | None = None
    """The race that it leads to, where it says so."""
