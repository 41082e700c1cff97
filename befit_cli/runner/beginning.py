"""Where a block begins: where the profile's did, also when its race moves, as long as it goes on;
else now, or on the next Monday.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.block import BLOCK_WEEKS, too_late
from befit_cli.language import _, message, plural
from befit_cli.planning.season import plan_season
from befit_cli.runner.adjustments import ALL_USUAL, RealWeeks
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Catalogue,
    Day,
    History,
    Race,
    Season,
    Value,
    monday_of,
    phrase,
)

_NOW = message("--start today begins it now.")
_ANEW = message("--start today begins anew.")
_TOO_LONG = phrase(
    "Your race is more than {weeks} weeks from where your block began: a new one begins.",
    weeks=BLOCK_WEEKS.high,
)
_TOO_EARLY = phrase("Your race is before your block was to begin: another one begins.")


class Block(Value, frozen=True):
    """What somebody says of a block."""

    athlete: Athlete
    weeks: int | None = None
    """Its length without a race date; None for the usual one."""
    begun: date | None = None
    """A day of its first week; None where they don't say."""
    history: History = NOTHING_LOGGED
    """What they logged."""

    def season(self, start: date, today: date, real: RealWeeks = ALL_USUAL) -> Season:
        """The block from that day on, with the weeks that have something otherwise, as it stands
        today; raises BefitError as `plan_season` does.
        """
        return plan_season(
            self.athlete,
            start,
            self.weeks,
            runs=real.runs,
            runners=real.runners,
            since=real.since,
            ill=real.ill,
            missed=self._missed(monday_of(start), today),
        )

    def _missed(self, began: date, today: date) -> frozenset[date]:
        if self.history == NOTHING_LOGGED:
            return frozenset()
        from befit_cli.planning.record import missed_weeks  # late: most plans have no log

        return missed_weeks(self.history, began, today)

    def is_over(self, today: date) -> bool:
        """Whether it ended before today; nothing ended that nobody began, or that cannot be."""
        season = self.begun_season(today)
        return season is not None and season.race_day < today

    def begun_season(self, today: date) -> Season | None:
        """The block since it began; None where it did not, or where it is none that can be."""
        try:
            return None if self.begun is None else self.season(self.begun, today)
        except BefitError:
            return None


class Beginning(Value, frozen=True):
    """Where a block begins, and what to tell of it."""

    day: date
    """A day of its first week."""
    remark: str = ""
    """What else was done than was said or known before; empty where nothing was."""
    instead: str = ""
    """How to have it otherwise, for once; empty where nobody can."""
    goes_on: bool = False
    """Whether it is the profile's block, to another race."""


def anew(block: Block, catalogue: Catalogue, today: date) -> Beginning:
    """A block that begins today, or next Monday where too little of this week is left for it.

    Raises BefitError for a block that cannot be, such as one to a race that is over.
    """
    monday = monday_of(today) + timedelta(weeks=1)
    race_date = block.athlete.race_date
    if race_date is not None and too_late(monday, race_date):
        return Beginning(today)
    if _has_room(block, catalogue, today):
        return Beginning(today)
    sessions = block.athlete.sessions
    return Beginning(
        monday,
        _(
            "Too little of this week is left for {sessions} sessions, so your block begins next "
            "Monday, {monday}.",
            sessions=sessions,
            monday=monday,
        ),
        _(_NOW),
    )


def beginning(known: Block, wanted: Block, catalogue: Catalogue, today: date) -> Beginning:
    """Where the block that is wanted begins, by the one that the profile knows.

    The beginning stays when the race moves or is another, unless that leaves no block that could go
    on. Raises BefitError as `anew` does.
    """
    if known.begun is None:
        return anew(wanted, catalogue, today)
    if _race(known) == _race(wanted):
        return Beginning(known.begun)
    end = _end(known, wanted, today)
    if end:
        begun = anew(wanted, catalogue, today)
        return replace(begun, remark=f"{end} {begun.remark}".rstrip())
    place = _place(known.begun_season(today), wanted.season(known.begun, today), today)
    remark = f"{_change(known.athlete, wanted.athlete)}: {place}."
    return Beginning(known.begun, remark, _(_ANEW), goes_on=True)


def week_on(season: Season, day: date) -> int:
    """The number of the season's week that has the day; 1 for a day before or after it."""
    week = season.week_of(day)
    return 1 if week is None else week.number


def _has_room(block: Block, catalogue: Catalogue, today: date) -> bool:
    """Whether this week has days left for all of its sessions, and one of them still to come."""
    from befit_cli.planning.planner import usual_days

    athlete = block.athlete
    free = [day for day in athlete.days if day >= Day.of(today)]
    planned = usual_days(athlete, catalogue, block.season(today, today))
    return len(free) >= athlete.sessions and any(day in free for day in planned)


def _end(known: Block, wanted: Block, today: date) -> str:
    """Why the block that is known does not go on to what is wanted; empty where it does."""
    assert known.begun is not None, "a block that nobody began goes nowhere"
    if known.is_over(today):
        return _("Your block is over: a new one begins.")
    race_date = wanted.athlete.race_date
    if race_date is not None and too_late(today, race_date):
        # of a race that is over the season tells
        return _near((race_date - today).days)
    try:
        after = wanted.season(known.begun, today)
    except BefitError as error:
        return str(_TOO_LONG if error.cause is Cause.RACE_IS_FAR else _TOO_EARLY)
    if after.race_day < today:
        return _(
            "{weeks} weeks from where your block began are over: a new one begins.",
            weeks=len(after),
        )
    return ""


def _near(days: int) -> str:
    if days == 0:
        when = _("today")
    elif days == 1:
        when = _("tomorrow")
    else:
        when = plural(days, "in {n} day", "in {n} days")
    return _("Your race is {when}: nothing new is started so near to it.", when=when)


def _race(block: Block) -> tuple[Race, date | None]:
    return block.athlete.race, block.athlete.race_date


def _change(known: Athlete, wanted: Athlete) -> str:
    if known.race is not wanted.race:
        return _("No race any more") if wanted.race is Race.NONE else _("Another race")
    if known.race_date is None:
        return _("Your race has a date")
    return _("Your race moved") if wanted.race_date else _("Your race has no date any more")


def _place(before: Season | None, after: Season, today: date) -> str:
    week = week_on(after, today)
    if before is None or len(before) == len(after):
        return _("your block goes on, week {week} of {weeks}", week=week, weeks=len(after))
    return _(
        "week {week} of {weeks} now, and not of {before}",
        week=week,
        weeks=len(after),
        before=len(before),
    )
