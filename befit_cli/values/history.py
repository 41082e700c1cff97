"""What was done: the entries of a runner's log."""

from __future__ import annotations

from datetime import date

from msgspec import field

from befit_cli.values.base import Date, Value
from befit_cli.values.enums import Off


class Asked(Value, frozen=True, kw_only=True):
    """What the plan asked of an exercise that day."""

    sets: int
    reps: int | None = None
    """Repetitions of a set; None for a hold."""
    hold_s: int | None = None
    """Seconds of a hold; None for repetitions."""
    left: int | None = None
    """Repetitions in reserve; None where none are counted."""
    kg: float | None = None
    """What one implement was to weigh; None where the plan said no weight."""


class Work(Value, frozen=True, kw_only=True):
    """One form of an exercise as it was done."""

    form: str
    """The name of the form; empty where nobody said it."""
    asked: Asked | None = None
    """None for what was not planned."""
    reps: tuple[int, ...] = ()
    """Of each set, of the weaker side where they differ; 0 for a set that was tried and failed."""
    other_side: tuple[int, ...] = ()
    """Those of the other side, where they differ."""
    hold_s: tuple[int, ...] = ()
    """Seconds of each hold."""
    kg: tuple[float, ...] = ()
    """What one implement weighed, a barbell with its bar: one number for all sets, or one for each;
    empty without weight, and where nobody said it.
    """
    left: int | None = None
    """Repetitions in reserve after the last set; None where nobody said it."""
    pain: int | None = None
    """Pain at it, 0 to 10; None where nobody said it."""

    @property
    def sets(self) -> int:
        """How many sets there were."""
        return max(len(self.reps), len(self.hold_s))

    @property
    def kg_of_sets(self) -> tuple[float, ...]:
        """What one implement weighed in each set; empty as `kg` is."""
        return self.kg * self.sets if len(self.kg) == 1 else self.kg

    @property
    def as_asked(self) -> bool:
        """Whether it is what was asked, and nothing was said beside it."""
        asked = self.asked
        if asked is None or self.left is not None or self.pain is not None or self.other_side:
            return False
        amount = self.reps == (asked.reps,) * asked.sets
        held = self.hold_s == (asked.hold_s,) * asked.sets
        return (amount or held) and self.kg == (() if asked.kg is None else (asked.kg,))


def once_if_same(kg: tuple[float, ...]) -> tuple[float, ...]:
    """What one implement weighed in each set as `Work` has it, once where it stayed the same."""
    return kg[:1] if len(set(kg)) == 1 else kg


class PlanPlace(Value, frozen=True, kw_only=True):
    """Which session of a block it was."""

    began: date
    """The Monday of the block's first week."""
    week: int
    slot: int


class SessionLog(Value, frozen=True, kw_only=True):
    """A session that was done, whole or in part."""

    date: Date
    plan: PlanPlace | None = None
    """None for what was no session of a plan."""
    minutes: int | None = None
    did: dict[str, tuple[Work, ...]] = field(default_factory=dict)
    """Under the id of each exercise what was done of it, a form after the other; nothing in it for
    one that was skipped.
    """
    pain: dict[str, int] = field(default_factory=dict)
    """Under the name of a joint its pain, 0 to 10."""
    worse_next_morning: bool = False
    note: str = ""

    @property
    def works(self) -> tuple[Work, ...]:
        """All that was done, whichever exercise it is a form of."""
        return tuple([work for works in self.did.values() for work in works])

    @property
    def sets(self) -> int:
        """How many sets were done."""
        return sum(work.sets for work in self.works)


class TimeAway(Value, frozen=True, kw_only=True):
    """Days without training, and why."""

    first: date
    last: date | None
    """None where it has not ended."""
    why: Off


class History(Value, frozen=True, kw_only=True):
    """All that was logged, by date."""

    sessions: tuple[SessionLog, ...] = ()
    """Of two entries for one session the later alone."""
    away: tuple[TimeAway, ...] = ()

    def is_ill(self, day: date) -> bool:
        """Whether the runner is off for an illness on that day, as far as anybody knows."""
        return Off.ILL in self.off(day)

    def off(self, day: date) -> tuple[Off, ...]:
        """Why that day is off, as far as anybody knows; nothing for one that is not."""
        return tuple(
            [
                time.why
                for time in self.away
                if time.first <= day and (time.last is None or day <= time.last)
            ]
        )

    def before(self, day: date) -> History:
        """What was known on the morning of that day."""
        return History(
            sessions=tuple([session for session in self.sessions if session.date < day]),
            away=tuple([time for time in self.away if time.first < day]),
        )


NOTHING_LOGGED = History()
"""The log of who has none."""
