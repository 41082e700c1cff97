"""A day in the words that people have for one near by -> its date."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from befit_cli.errors import UsageError
from befit_cli.language import _
from befit_cli.runner.kinds import DATE, DAY_OR_NONE, Saying
from befit_cli.runner.letters import folded
from befit_cli.runner.vocabulary import DAYS_AHEAD, DAYS_GONE, WEEKS_NEAR
from befit_cli.values import Day, monday_of

NEAR = ("today", "tomorrow", "hoy", "mañana")
"""Words for days, to be offered."""
_DATE = re.compile(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{4}")
"""With its year in full: `8/8/7` are the repetitions of three sets."""


def near_week(text: str, today: date) -> date | None:
    """The Monday of the week that is meant, such as `next week`; None for other words."""
    ahead = WEEKS_NEAR.get(" ".join(folded(text)))
    return None if ahead is None else monday_of(today) + timedelta(weeks=ahead)


def read_day(saying: Saying, today: date) -> date:
    """The day that is meant: `today`, `tomorrow`, the next day of that name, which may be today, or
    a date. Raises UsageError for anything else.
    """
    word = str(saying.value).strip().lower()
    near = " ".join(folded(word))
    if near in DAYS_AHEAD:
        return today + timedelta(days=DAYS_AHEAD[near])
    if any(map(str.isdigit, word)):
        on: date = DATE.read(saying)
        return on
    day = _day_of_week(saying)
    if day is not None:
        return today + timedelta(days=(day.rank - today.weekday()) % 7)
    raise UsageError(
        _("{name} '{text}' is not a day.", name=saying.name, text=saying.value),
        _("Write it as YYYY-MM-DD, for example 2027-04-18, or say today, tomorrow or thu."),
    )


def read_day_gone(saying: Saying, today: date, since: date = date.min) -> date | None:
    """The day that is meant, where it has come: `today`, `yesterday`, the last day of that name,
    which may be today, or a date; None for words that are no day. A day's name whose last day was
    before `since` means the next one, for what was done ahead.

    Raises UsageError for a date that there is not, and for a day that has not come.
    """
    word = str(saying.value).strip().lower()
    near = " ".join(folded(word))
    if near in DAYS_GONE:
        return today - timedelta(days=DAYS_GONE[near])
    if _DATE.fullmatch(word):
        on: date = DATE.read(saying)
    elif near in DAYS_AHEAD:
        on = today + timedelta(days=DAYS_AHEAD[near])
    else:
        day = _day_of_week(saying)
        if day is None:
            return None
        on = today - timedelta(days=(today.weekday() - day.rank) % 7)
        return on if on >= since else on + timedelta(weeks=1)
    if on > today:
        raise UsageError(
            _("{day} has not come yet.", day=word), _("Say what you did when you have done it.")
        )
    return on


def _day_of_week(saying: Saying) -> Day | None:
    with suppress(UsageError):
        day: Day | None = DAY_OR_NONE.read(saying)
        return day
    return None
