"""Which week of a block people mean: `next`, its number, or a day of it."""

from __future__ import annotations

import re
from datetime import date

from befit_cli.errors import UsageError
from befit_cli.language import _, message
from befit_cli.runner.beginning import week_on
from befit_cli.runner.kinds import Saying
from befit_cli.runner.near_days import near_week, read_day
from befit_cli.runner.request import pick_week
from befit_cli.values import Catalogue, Season, SeasonWeek

_OPTION = "--week"
_NUMBER = "-?[0-9]{1,9}"
_WHICH = message("Say next, its number in the block, or a day of it, such as 2026-12-07.")
_NO_EXERCISES = Catalogue(())


def read_week(said: str, today: date, season: Season | None = None) -> int | date:
    """The week's number, or a day of it as `read_day` reads one; raises UsageError for what is
    neither.
    """
    word = said.strip()
    if re.fullmatch(_NUMBER, word):
        return int(word)
    try:
        saying = Saying(word, _OPTION, _NO_EXERCISES)
        return near_week(word, today) or read_day(saying, today, season)
    except UsageError as error:
        raise UsageError(error.message, _(_WHICH)) from None


def week_meant(season: Season, said: str | None, today: date) -> SeasonWeek:
    """The season's week that is meant, the one that is on where nobody says which; raises
    UsageError as `read_week` does, and for a week that the season does not have.
    """
    if said is None:
        return pick_week(season, week_on(season, today))
    which = read_week(said, today, season)
    if isinstance(which, int):
        return pick_week(season, which)
    when = season.week_of(which)
    if when is None:
        raise UsageError(
            _(
                "{day} is in no week of your block: it goes from {first} to {last}.",
                day=which,
                first=season.starts,
                last=season.race_day,
            )
        )
    return when
