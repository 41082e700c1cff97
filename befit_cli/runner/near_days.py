"""A day in the words that people have for one near by -> its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from msgspec.structs import replace

from befit_cli.errors import UsageError
from befit_cli.language import _
from befit_cli.runner.dates import dates_meant, two_days, with_year
from befit_cli.runner.kinds import DATE, DAY_OR_NONE, Saying
from befit_cli.runner.letters import folded
from befit_cli.runner.vocabulary import DAY_OF_NEXT, DAYS_AHEAD, DAYS_GONE, MONTHS, WEEKS_NEAR
from befit_cli.values import Catalogue, Day, Season, monday_of

NEAR = ("today", "tomorrow", "hoy", "mañana")
"""Words for days, to be offered."""
_DATE = r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{4}"
"""With its year in full: `8/8/7` are the repetitions of three sets."""
_NO_YEAR = "[0-9]{1,2}/[0-9]{1,2}"
_WITH_POINTS = r"[0-9]{1,2}\.[0-9]{1,2}\."
"""`24.12.`, without its year."""
_MOST_WORDS = 5
"""Of a day: `el miércoles 25 de noviembre`."""


def near_week(text: str, today: date) -> date | None:
    """The Monday of the week that is meant, such as `next week`; None for other words."""
    ahead = WEEKS_NEAR.get(" ".join(folded(text)))
    return None if ahead is None else monday_of(today) + timedelta(weeks=ahead)


def read_beginning(saying: Saying, today: date) -> date:
    """The day that `read_day` reads, or the Monday of the week that is meant."""
    return near_week(str(saying.value), today) or read_day(saying, today)


def read_day(saying: Saying, today: date, season: Season | None = None) -> date:
    """The day that is meant: `today`, `tomorrow`, `yesterday`, the next day of that name, which may
    be today, `next mon`, which may not, or a date; without its year it is the season's, where that
    has it, else the nearest. Raises UsageError for anything else, and for a `next fri` that is
    still to come this week: for some it is that, for others the one after.
    """
    word = str(saying.value).strip().lower()
    near = " ".join(folded(word))
    if near in DAYS_AHEAD:
        return today + timedelta(days=DAYS_AHEAD[near])
    if near in DAYS_GONE:
        return today - timedelta(days=DAYS_GONE[near])
    if any(map(str.isdigit, word)):
        on: date = DATE.read(replace(saying, value=_of_nearest_year(word, today, season)))
        return on
    words = near.split()
    others = [word for word in words if word not in DAY_OF_NEXT]
    day = _day_of_week(Saying(" ".join(others), saying.name, saying.catalogue))
    if day is not None:
        on = today + timedelta(days=Day.of(today).until(day))
        return on if others == words else _of_next_week(saying, on, today)
    raise UsageError(
        _("{name} '{text}' is not a day.", name=saying.name, text=saying.value),
        _("Write it as YYYY-MM-DD, for example 2027-04-18, or say today, tomorrow or thu."),
    )


def read_day_since(saying: Saying, today: date, season: Season | None = None) -> date:
    """The same, where the name of a day means the last one, which may be today."""
    day = _day_of_week(saying)
    if day is None:
        return read_day(saying, today, season)
    return today - timedelta(days=day.until(Day.of(today)))


def _of_nearest_year(text: str, today: date, season: Season | None) -> str:
    """The date with the year in which the season has it, else with that in which it is nearest; the
    text itself, where it has its own.
    """

    def distance(written: str) -> tuple[bool, timedelta]:
        day = dates_meant(written)[0]
        return season is None or season.week_of(day) is None, abs(day - today)

    dates = [with_year(text, today.year + later) for later in (-1, 0, 1)]
    return min(filter(None, dates), key=distance, default=text)


def _of_next_week(saying: Saying, day: date, today: date) -> date:
    """That day, or the same of next week where it is today."""
    week_later = day + timedelta(weeks=1)
    if day == today:
        return week_later
    if monday_of(day) > monday_of(today):
        return day
    raise two_days(saying.name, str(saying.value), day, week_later)


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
    if re.fullmatch(_DATE, word):
        on: date = DATE.read(saying)
    elif near in DAYS_AHEAD:
        on = today + timedelta(days=DAYS_AHEAD[near])
    else:
        day = _day_of_week(saying)
        if day is None:
            return None
        on = today - timedelta(days=day.until(Day.of(today)))
        return on if on >= since else on + timedelta(weeks=1)
    if on > today:
        raise UsageError(
            _("{day} has not come yet.", day=word), _("Say what you did when you have done it.")
        )
    return on


def day_first(
    words: Sequence[str], name: str, catalogue: Catalogue, today: date, since: date
) -> tuple[date | None, Sequence[str]]:
    """The day that the words begin with, as `read_day_gone` reads one, `el miércoles` or `25 nov`,
    and the words behind it; None and all of them where they begin with none.

    Raises UsageError as that does, and for `8/7`, which may be a day or two sets.
    """
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        text = " ".join(words[:length])
        day = _without_year(text, today, since)
        if day is None:
            day = read_day_gone(Saying(text, name, catalogue), today, since)
        if day is not None:
            return day, words[length:]
    return None, words


def _without_year(text: str, today: date, since: date) -> date | None:
    """The day of the last year that was such a day, `25/11`, `25.11.` or `25 nov`; None for other
    words.
    """
    numbers = re.fullmatch(_NO_YEAR, text)
    with_name = set(folded(text)) & MONTHS.keys() and any(map(str.isdigit, text))
    days: set[date] = set()
    if numbers or with_name or re.fullmatch(_WITH_POINTS, text):
        for year in (today.year - 1, today.year):
            days.update(dates_meant(with_year(text, year)))
    if not days:
        return None
    gone = [day for day in days if since <= day <= today]
    if len(gone) == 1:
        return gone[0]
    if numbers:
        raise UsageError(
            _("'{text}' could be a day or two sets.", text=text),
            _(
                "Write the day as YYYY-MM-DD, for example {day}, and sets with a comma.",
                day=today,
            ),
        )
    return max((day for day in days if day <= today), default=None)


def _day_of_week(saying: Saying) -> Day | None:
    with suppress(UsageError):
        day: Day | None = DAY_OR_NONE.read(saying)
        return day
    return None
