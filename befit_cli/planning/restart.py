"""A beginning again after more days without training than a week eases (R74)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from befit_cli.evidence.progress import EASED_DAYS, RESTART_WEEK_DAYS, RESTART_WEEKS
from befit_cli.planning.record import Log
from befit_cli.values import SeasonWeek, monday_of


class Restart(NamedTuple):
    """How far such a beginning is on a morning."""

    day: date
    """The first day of it."""
    days: int
    """How many days without there were."""
    weeks: tuple[date, ...]
    """The Mondays of the weeks with sessions since, without the one that is on."""
    hopped: bool
    """Whether a week that builds came since which may have had hops."""

    @property
    def is_on(self) -> bool:
        """Whether they are too few yet for jumps, and for all of a lift that is new."""
        return len(self.weeks) < RESTART_WEEKS

    def was_on(self, monday: date) -> bool:
        """Whether they were too few in that week, since the beginning or after it."""
        before = [week for week in self.weeks if week < monday]
        return monday >= monday_of(self.day) and len(before) < RESTART_WEEKS


def restart_before(
    log: Log, day: date, ahead: Collection[date], when: SeasonWeek
) -> Restart | None:
    """The last beginning again in the block up to a day of that week; None where there is none.
    What is `ahead` before it is taken to be done.
    """
    back = log.came_back(day, ahead, least=EASED_DAYS.high + 1)
    if back is None or back.day < when.season.starts:
        return None
    since = [other for other in log.days(day, ahead) if back.day <= other < when.starts]
    weeks = {monday_of(other) for other in since}
    usual_from = back.day + timedelta(days=RESTART_WEEK_DAYS)
    usual = {monday_of(other) for other in since if usual_from <= other}
    hopped = any(week.build for week in when.season if week.starts in usual)
    return Restart(back.day, back.days, tuple(sorted(weeks)), hopped)
