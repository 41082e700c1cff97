"""The dates of a column, which are all written in one order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from itertools import pairwise

from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _
from befit_cli.runner.dates import read_date
from befit_cli.runner.letters import folded
from befit_cli.runner.vocabulary import MONTHS

_YEARS = range(1970, 2200)
_MOST_LETTERS = 60
_AT = "at|um|à|às|a las|alle"
_TIME = re.compile(
    rf",?(?: (?:{_AT}))?[ T]+[0-9]{{1,2}}[:.h][0-9]{{2}}([:.][0-9]{{2}})?([.,][0-9]+)?"
    r"(?: ?[ap]\.? ?m\.?| uhr)?$",
    re.IGNORECASE,
)
_WITH_ZONE = re.compile(r".+T[0-9:.]+(?:Z|[-+][0-9]{2}:?[0-9]{2})", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"^([^\W\d]{1,12})\.?,? +(?=[0-9])")
"""A day of the week, or a month, before a date."""
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"[0-9]{4}[-/.]?[0-9]{2}[-/.]?[0-9]{2}")
_SHORT_YEAR = re.compile(r"(?<=[^\W\d])[-/. ]([0-9]{2})$")
_CENTURY = 2000


def looks_like_date(cell: str) -> bool:
    """Whether the cell is a date, in whichever order."""
    return any(_readings(cell, UTC))


def read_dates(
    cells: Sequence[tuple[str, str]],
    file: str,
    zone: tzinfo | None,
    *,
    newest_first: bool = False,
) -> list[date | None]:
    """The dates of the cells, which come with where they stand; None for what is none. Day and
    month stand in the order in which all of them are dates, and else in which they ascend, or
    descend where the newest may stand first.

    Raises BefitError where both are possible.
    """
    both = [_readings(cell, zone) for _, cell in cells]
    day_first = [reading[0] for reading in both]
    month_first = [reading[1] for reading in both]
    if day_first == month_first:
        return day_first
    missing = [sum(date is None for date in dates) for dates in (day_first, month_first)]
    if missing[0] != missing[1]:
        return day_first if missing[0] < missing[1] else month_first
    in_order = [_in_order(dates, newest_first) for dates in (day_first, month_first)]
    if in_order[0] is not in_order[1]:
        return day_first if in_order[0] else month_first
    for (where, cell), (one, other) in zip(cells, both, strict=True):
        if one and other and one != other:
            raise BefitError(
                _(
                    "{file}: {where}: {cell} could be {one} or {other}.",
                    file=file,
                    where=where,
                    cell=cell,
                    one=one,
                    other=other,
                ),
                _("Write the dates as YYYY-MM-DD, for example {date}.", date=one),
            )
    return day_first


def _in_order(dates: list[date | None], newest_first: bool) -> bool:
    pairs = list(pairwise([date for date in dates if date]))
    if all(before <= after for before, after in pairs):
        return True
    return newest_first and all(before >= after for before, after in pairs)


def _readings(cell: str, zone: tzinfo | None) -> tuple[date | None, date | None]:
    """The date with the day first, and with the month first; None where that is none."""
    text = cell.strip()
    if not 6 <= len(text) <= _MOST_LETTERS or not any(map(str.isdigit, text)):
        return None, None
    if _WITH_ZONE.fullmatch(text):
        with suppress(ValueError, OverflowError):
            day = datetime.fromisoformat(text.upper()).astimezone(zone).date()
            return (day, day) if day.year in _YEARS else (None, None)
    text = _TIME.sub("", text)
    name = _NAME_BEFORE.match(text)
    if name and not _is_the_month(name[1], text[name.end() :]):
        text = text[name.end() :]
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        first, second = int(numbers[1]), int(numbers[3])
        year = int(numbers[4]) + (_CENTURY if len(numbers[4]) == 2 else 0)
        of_day_first = _date(year, second, first)
        # between day and month a point stands where the day is first
        return of_day_first, of_day_first if numbers[2] == "." else _date(year, first, second)
    if _YEAR_FIRST.fullmatch(text):
        digits = re.sub("[^0-9]", "", text)
        day_of_year = _date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return day_of_year, day_of_year
    with suppress(UsageError):
        named = read_date("date", _SHORT_YEAR.sub(r" 20\1", text))
        return named, named
    return None, None


def _is_the_month(name: str, after: str) -> bool:
    """Whether the name before a date is its month: `mar 24 nov` is a Tuesday."""
    names = MONTHS.keys()
    return bool(names & folded(name)) and not names & {word.strip(".,") for word in folded(after)}


def _date(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day) if year in _YEARS else None
    return None
