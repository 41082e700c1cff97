"""Dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from befit_cli.errors import UsageError
from befit_cli.language import _
from befit_cli.runner.days import day_called
from befit_cli.runner.letters import folded
from befit_cli.runner.numbers import between
from befit_cli.runner.vocabulary import MONTHS
from befit_cli.values import Day, Range

_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_YEAR_LAST = r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})"
_SEPARATORS = "-/."
_DAY_FIRST = "."
"""Between day and month nobody writes it who writes the month first."""
_DAY_OF_MONTH = r"([0-9]{1,2})(?:st|nd|rd|th|º|o)?"
_YEAR = r"[0-9]{4}"
_LEAP_YEAR = 2028
"""A year that has all days."""
_OF = ("of", "the", "de", "del", "el", "desde")
_YEARS = Range(1969, 2200)
"""A clock that was never set shows the first day of 1970, whose week began in 1969."""


def read_date(name: str, text: str) -> date:
    """The date in numbers, `2027-04-18` or `18/04/2027`, or with the month's name; raises
    UsageError, naming the option, for anything else, and where it could be two days: some write
    the month before the day.
    """
    possible = dates_meant(text)
    if not possible:
        if with_year(text, _LEAP_YEAR):
            raise UsageError(
                _("{name} '{text}' has no year.", name=name, text=text),
                _("Write the year after it, or all of it as YYYY-MM-DD."),
            )
        raise UsageError(
            _("{name} '{text}' is not a date.", name=name, text=text),
            _("Write it as YYYY-MM-DD, for example 2027-04-18."),
        )
    first, *others = possible
    if others:
        raise two_days(name, text, first, others[0])
    if not _YEARS.low <= first.year <= _YEARS.high:
        raise UsageError(
            _(
                "{name} {text} is out of range; the year is {allowed}.",
                name=name,
                text=text,
                allowed=between(_YEARS),
            )
        )
    day = Day.of(first)
    if any(other is not day for other in _days_named(text)):
        raise UsageError(
            _(
                "{name} '{text}' does not fit: {date} is a {day}.",
                name=name,
                text=text,
                date=first,
                day=day.title,
            ),
            _("Write the one that you mean."),
        )
    return first


def two_days(name: str, text: str, one: date, other: date) -> UsageError:
    """The error for what could be either day; it names the option."""
    return UsageError(
        _("{name} {text} could be {one} or {other}.", name=name, text=text, one=one, other=other),
        _("Write the one that you mean."),
    )


def with_year(text: str, year: int) -> str:
    """The text with the year after it, where that makes it a date; empty where it does not."""
    for separator in (" ", "", *_SEPARATORS):
        written = f"{text}{separator}{year}"
        if dates_meant(written):
            return written
    return ""


def dates_meant(text: str) -> list[date]:
    """All days that the text could mean, the first of them first; none where it is no date."""
    return sorted(set(_dates(text)))


def _dates(text: str) -> Iterator[date]:
    """The days that the text could mean."""
    for year, month, day in _written(text):
        with suppress(ValueError):  # no month has that day, or no year that month
            yield date(year, month, day)


def _written(text: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day, in each order that they may be written in."""
    if numbers := re.fullmatch(_YEAR_FIRST, text):
        yield int(numbers[1]), int(numbers[3]), int(numbers[4])
    elif numbers := re.fullmatch(_YEAR_LAST, text):
        yield int(numbers[4]), int(numbers[3]), int(numbers[1])
        if numbers[2] != _DAY_FIRST:
            yield int(numbers[4]), int(numbers[1]), int(numbers[3])
    else:
        yield from _with_name(text)


def _with_name(text: str) -> Iterator[tuple[int, int, int]]:
    """`18 April 2027`, `Sunday, April 18th, 2027`, `18 de abril de 2027`."""
    words = _words(text)
    months = [MONTHS[word] for word in words if word in MONTHS]
    years = [word for word in words if re.fullmatch(_YEAR, word)]
    days = [day[1] for word in words if (day := re.fullmatch(_DAY_OF_MONTH, word))]
    left = [word for word in words if word not in _OF]
    parts = 3 + len(_days_named(text))
    if len(months) == len(years) == len(days) == 1 and len(left) == parts:
        yield int(years[0]), months[0], int(days[0])


def _days_named(text: str) -> list[Day]:
    """The days of the week that the text names; `mar` is March."""
    days = [day_called(word) for word in _words(text) if word not in MONTHS]
    return [day for day in days if day is not None]


def _words(text: str) -> list[str]:
    return [word.strip(".,") for word in folded(text)]
