"""A table -> its rows or cells as the entries of a running plan.

It may be a grid, with a row a week and a column a day; have a column of dates and one of titles;
or have a row a day from a Monday on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta, tzinfo
from itertools import pairwise
from typing import NamedTuple

from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message
from befit_cli.runner.letters import folded
from befit_cli.runner.races import read_race
from befit_cli.runner.rows import Row, read_rows
from befit_cli.runner.written_dates import looks_like_date, read_dates
from befit_cli.runs.columns import (
    HOURS,
    LIFTING,
    METRES,
    OTHER_SPORTS,
    RUN_WORDS,
    SUMS,
    WORDS,
    Column,
    column,
    day_of_week,
    days_called,
    days_of_week,
    heading,
)
from befit_cli.runs.measures import (
    KILOMETRES,
    read_kilometres,
    read_minutes,
    unit_called,
)
from befit_cli.runs.measures import METRES as OF_METRES
from befit_cli.runs.text import titled
from befit_cli.values import Day, Race
from befit_cli.values.running_plan import Entry, Listing, Unread
from befit_cli.yaml.nodes import shown

_DAYS = 7
_MOST_ROWS = 2_000
_COMMENTS = ("//", "#")
_HEAD_ROWS = 30
"""Among which a table has its head."""
_MOST_WEEK = 104
_MOST_DAY = _MOST_WEEK * _DAYS
_MOST_LETTERS = 40
"""Of a race's name and of a cell that is asked for a sport."""
_WEEK_NUMBER = re.compile(
    r"(?:week|wk|w|semana|sem|s|woche|kw|semaine|settimana)?\.? *#?([0-9]{1,9})"
    r"(?: *(?:/|of|de) *[0-9]{1,9})?[.:]?",
    re.IGNORECASE,
)
_AFTER_WEEK = r" *[:(,–-]"
"""What stands between a week's number and its date or its title."""
_WEEK_AND_DATE = re.compile(r"\w+\.? *[0-9]{1,3} *[(:,–-] *(.+?)\)?")
_TO = re.compile(r"\s+(?:-|–|—|to|a|al)\s+|\s*[–—]\s*")
_DAY_NUMBER = re.compile(r"(?:\w{1,10} *)?#?([0-9]{1,9})")
_SPORT = re.compile(r"([^\W\d_]+): *(.+)")
_DAY_ALONE = re.compile(r"[^\W\d_]+[-.]?\w*(?: (?:[ap]m|[0-9./]+))?", re.IGNORECASE)
_DAY_AND_TITLE = re.compile(r"([^\W\d_]+\.?)(?: *[:–—] *| +- +| +)(.+)", re.DOTALL)
_MOST_WORDS = 5
"""Of a date, with its day and a time."""
_BETWEEN = " :–—-"
"""What may stand between a date and a title."""
_SHAPE = message(
    "befit reads a row a day with a date and a title, a row a week with a column for each day, a "
    "row a day from Monday on under a head such as description,distance, and lines such as "
    "Tue: 6 x 800 m."
)

_Found = Iterator[Entry | Unread]


class _Facts(NamedTuple):
    """What a table says of itself above its days."""

    unit: float = KILOMETRES
    race: Race | None = None


def read_table(text: str, file: str, zone: tzinfo | None) -> Listing:
    """The days of the table; sums and comments are none.

    Raises BefitError for a table in which nothing is a day, and where a date could be two.
    """
    rows = read_rows(
        text, file, most=_MOST_ROWS, less=_("Give the running plan alone."), comments=_COMMENTS
    )
    facts = _facts(rows)
    listing = Listing.of(_days(rows, facts, file, zone), facts.race)
    if not listing.entries:
        raise BefitError(_("{file} has no day of a running plan in it.", file=file), _(_SHAPE))
    return listing


def _day_apart(row: Row) -> Row:
    """The row, where its line begins `Tue: 5 km easy` or `Tue 5 km easy`, with a cell for the day
    and one for all behind it.
    """
    first = row.cell(0)
    if looks_like_date(first) or (day_of_week(first) and _DAY_ALONE.fullmatch(first)):
        return row
    words = row.text.split()
    for many in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        day = " ".join(words[:many]).rstrip(_BETWEEN)
        if looks_like_date(day):
            return row._replace(cells=[day, " ".join(words[many:]).lstrip(_BETWEEN)])
    for text in (row.text, first):  # in a cell of quotes the line is no title
        both = _DAY_AND_TITLE.fullmatch(text)
        if both and day_of_week(both[1]):
            return row._replace(cells=[both[1], both[2]])
    return row


def _is_day(row: Row) -> bool:
    """Whether its first cell is a day, by name or by date: such a row is no head."""
    first = row.cell(0)
    return looks_like_date(first) or (day_of_week(first) is not None and column(first) is None)


def _facts(rows: list[Row]) -> _Facts:
    """The unit and the race, each below its name."""
    facts = _Facts()
    for head, row in pairwise(rows[:_HEAD_ROWS]):
        for number, cell in enumerate(head.cells):
            kind = column(cell[:_MOST_LETTERS])
            if kind is Column.UNITS:
                facts = facts._replace(unit=unit_called(row.cell(number)) or facts.unit)
            elif kind is Column.RACE:
                with suppress(UsageError):
                    facts = facts._replace(race=read_race(row.cell(number)[:_MOST_LETTERS]))
        if facts != _Facts():
            break
    return facts


def _days(rows: list[Row], facts: _Facts, file: str, zone: tzinfo | None) -> _Found:
    """What the rows have, read by the first of them that is a head, else by the first column."""
    apart = [_day_apart(row) for row in rows]
    heads = {
        number: _columns(row)
        for number, row in enumerate(rows[:_HEAD_ROWS])
        if days_of_week(row.cells) or not _is_day(apart[number])
    }
    for number, columns in heads.items():
        row = rows[number]
        if any(heading(cell[:_MOST_LETTERS]) in LIFTING for cell in row.cells):
            raise BefitError(
                _("{file} is a log of lifting, and no running plan.", file=file),
                _("Give your running plan as .ics, .yaml, .json or .csv."),
            )
        week = days_of_week(row.cells)
        if week:
            return _grid(row, week, rows[number + 1 :], file, zone)
        if columns.get(Column.TITLE) and columns.get(Column.DATE):
            return _dated(_Table(row, columns, facts), rows[number + 1 :], file, zone)
    each_says_its_day = 2 * sum(map(_is_day, apart)) > len(rows)
    if not each_says_its_day:
        for number, columns in heads.items():
            if columns.get(Column.TITLE) and not {Column.UNITS, Column.RACE} & columns.keys():
                return _a_row_a_day(_Table(rows[number], columns, facts), rows[number + 1 :])
    titles = {number for number, columns in heads.items() if columns.get(Column.TITLE)}
    days = [row for number, row in enumerate(apart) if number not in titles]
    return _without_head(days, file, zone)


def _columns(row: Row) -> dict[Column, list[int]]:
    """The columns of a head, the surest of each kind first."""
    found: dict[Column, list[int]] = {}
    for number, cell in enumerate(row.cells):
        kind = column(cell) if len(cell) < _MOST_LETTERS else None
        if kind:
            found.setdefault(kind, []).append(number)
    for kind, numbers in found.items():
        numbers.sort(key=lambda number: WORDS[kind].index(heading(row.cells[number])))
    return found


class _Table:
    """A table with a head: what its columns are, and in which units."""

    def __init__(self, head: Row, columns: dict[Column, list[int]], facts: _Facts) -> None:
        self._columns = columns
        distance = head.cell(self.first(Column.DISTANCE))
        self._unit = _unit(distance) or facts.unit
        duration = head.cell(self.first(Column.DURATION))
        in_hours = heading(duration) in HOURS or "(h" in duration.lower()
        self._minutes = 60.0 if in_hours else 1.0

    def first(self, kind: Column) -> int | None:
        """The surest column of that kind; None where there is none."""
        return next(iter(self._columns.get(kind, ())), None)

    def title(self, row: Row) -> str:
        """The row's title, behind its type where that is no run."""
        titles = (row.cell(number) for number in self._columns.get(Column.TITLE, ()))
        title = titled(_first_line(next(filter(None, titles), "")))
        kind = titled(row.cell(self.first(Column.TYPE)))
        if not kind or (title and RUN_WORDS.intersection(folded(kind))):
            return title
        return f"{kind} - {title}" if title and title != kind else kind

    def entry(self, row: Row, day: date | None, place: int) -> Entry:
        """The row as the entry of that day."""
        return Entry(
            title=self.title(row),
            day=day,
            place=place,
            kilometres=read_kilometres(row.cell(self.first(Column.DISTANCE)), self._unit),
            minutes=read_minutes(row.cell(self.first(Column.DURATION)), self._minutes),
        )


def _unit(head: str) -> float | None:
    """The unit that a column of distances names in its head."""
    if heading(head) in METRES:
        return OF_METRES
    for word in folded(head.replace("_", " ").replace("(", " ").replace(")", " ")):
        unit = unit_called(word.strip("[]"))
        if unit:
            return unit
    return None


def _dated(table: _Table, rows: list[Row], file: str, zone: tzinfo | None) -> _Found:
    """A row a day, with a column that says which: a date, a day's name, or its number."""
    at = table.first(Column.DATE)
    if any(looks_like_date(row.cell(at)) for row in rows):
        days = read_dates([(row.where, row.cell(at)) for row in rows], file, zone)
        for row, day in zip(rows, days, strict=True):
            if day:
                yield table.entry(row, day, 0)
            elif any(map(str.isalpha, table.title(row))) and not _is_sum(row):
                yield _no_date(row, row.cell(at))
        return
    week_at = table.first(Column.WEEK)
    weeks = _Weeks()
    names = days_called([row.cell(at)[:_MOST_LETTERS] for row in rows])
    for row, name in zip(rows, names, strict=True):
        cell = row.cell(at)
        place = weeks.place(name, cell, row.cell(week_at))
        if place is not None:
            yield table.entry(row, None, place)
        elif cell and not _is_sum(row):
            yield _no_day(row, cell)


class _Weeks:
    """Counts the days of a table without dates, from what its rows call them."""

    def __init__(self) -> None:
        self._base: int | None = None
        """The number of the first week."""
        self._week = 0
        self._before: Day | None = None

    def place(self, day: Day | None, day_cell: str = "", week_cell: str = "") -> int | None:
        """Days from the first Monday on; None where the row is no day."""
        number = _week_number(week_cell)
        if number is not None:
            if self._base is None:
                self._base = number - (self._week + 1 if self._before else 0)
            self._week = abs(number - self._base)  # they may count down to the race
        elif day and self._before and day.rank < self._before.rank:
            self._week += 1
        if day:
            self._before = day
            return self._within(self._week * _DAYS + day.rank)
        count = _DAY_NUMBER.fullmatch(day_cell)
        if not count:
            return None
        of_week = self._week * _DAYS if number is not None and int(count[1]) <= _DAYS else 0
        return self._within(of_week + int(count[1]) - 1)

    def _within(self, place: int) -> int | None:
        return place if 0 <= place < _MOST_DAY else None


def _a_row_a_day(table: _Table, rows: list[Row]) -> _Found:
    """Every row is a day, the first one a Monday."""
    days = [row for row in rows if not _is_sum(row, alone=True)]
    for place, row in enumerate(days):
        if place == _MOST_DAY:
            why = _("befit reads {most} weeks, not those after", most=_MOST_WEEK)
            yield Unread(where=row.where, why=why)
            return
        yield table.entry(row, None, place)


def _without_head(rows: list[Row], file: str, zone: tzinfo | None) -> _Found:
    """A row a day that begins with its date or a day's name; the title is the first cell with words
    in it.
    """
    if not any(looks_like_date(row.cell(0)) for row in rows):
        weeks = _Weeks()
        week = ""
        for row, name in zip(rows, days_called([row.cell(0) for row in rows]), strict=True):
            opening = re.split(_AFTER_WEEK, row.cell(0))[0]
            week = opening if _week_number(opening) is not None else week
            place = weeks.place(name, week_cell=week)
            if place is not None:
                yield Entry(title=_title_behind(row), place=place)
            elif any(map(str.isalpha, row.cell(0))) and not _is_sum(row):
                why = _("it does not begin with a day, as Tue: 6 x 800 m does")
                yield Unread(where=row.where, why=why)
        return
    days = read_dates([(row.where, row.cell(0)) for row in rows], file, zone)
    for row, day in zip(rows, days, strict=True):
        title = _title_behind(row)
        if day:
            yield Entry(title=title, day=day)
        elif title and row.cell(0)[:1].isdigit():
            yield _no_date(row, row.cell(0))


def _title_behind(row: Row) -> str:
    """The first cell behind the day that has words; empty where none has."""
    words = [cell for cell in row.cells[1:] if _has_words(cell)]
    return titled(_first_line(words[0])) if words else ""


def _has_words(cell: str) -> bool:
    return any(map(str.isalpha, cell)) and day_of_week(cell) is None


def _grid(
    head: Row, week: dict[int, Day], rows: list[Row], file: str, zone: tzinfo | None
) -> _Found:
    """A row a week, with the days of its head; a row that is no week is a sum."""
    at = _week_column(head, week)
    if at is not None and any(looks_like_date(_date_in(row.cell(at))) for row in rows):
        yield from _dated_weeks(week, rows, at, file, zone)
    else:
        yield from _numbered_weeks(week, _numbered(rows, at))


def _dated_weeks(
    week: dict[int, Day], rows: list[Row], at: int, file: str, zone: tzinfo | None
) -> _Found:
    """Each has the date that its cell in that column says."""
    first_day = next(iter(week.values()))
    names: dict[str, str] = {}
    cells = [(row.where, _date_in(row.cell(at))) for row in rows]
    days = read_dates(cells, file, zone)
    for row, day, (_where, cell) in zip(rows, days, cells, strict=True):
        if day:
            begin = day - timedelta(days=first_day.until(Day.of(day)))
            yield from _week(row, week, begin, 0, names)
        elif cell[:1].isdigit():
            yield _no_date(row, row.cell(at))


def _numbered(rows: list[Row], at: int | None) -> list[tuple[Row, int]]:
    """The rows that are weeks, with the numbers in that column; without one, all in their order."""
    if at is None:
        return [(row, number) for number, row in enumerate(rows[:_MOST_WEEK])]
    numbered = [(row, number) for row in rows if (number := _week_number(row.cell(at))) is not None]
    numbers = [number for _, number in numbered]
    if len(numbers) > 1 and all(one > other for one, other in pairwise(numbers)):
        # they count down to the race
        return [(row, number) for number, (row, _) in enumerate(numbered)]
    return numbered


def _numbered_weeks(week: dict[int, Day], numbered: list[tuple[Row, int]]) -> _Found:
    """Each begins so many weeks after the first as its number is more than the least."""
    first_day = next(iter(week.values()))
    names: dict[str, str] = {}
    least = min((number for _, number in numbered), default=0)
    for row, number in numbered:
        if number - least >= _MOST_WEEK:
            why = _("week {week} is more than {most} weeks on", week=number, most=_MOST_WEEK)
            yield Unread(where=row.where, why=why)
        else:
            place = _offset(first_day) + (number - least) * _DAYS
            yield from _week(row, week, None, place, names)


def _offset(first_day: Day) -> int:
    """Days from a Monday to the first day of the first row: a week that begins on a Sunday begins
    in the week before.
    """
    return first_day.rank


def _week(
    row: Row, week: dict[int, Day], begin: date | None, place: int, names: dict[str, str]
) -> _Found:
    """The days of a row, which begins on that day or place."""
    first_day = next(iter(week.values()))
    for number, day in week.items():
        cell = row.cell(number)
        if not cell:
            continue
        later = first_day.until(day)
        yield Entry(
            title=_title_in_grid(cell, names),
            day=begin + timedelta(days=later) if begin else None,
            place=0 if begin else place + later,
        )


def _title_in_grid(cell: str, names: dict[str, str]) -> str:
    """The first line of the cell, or what an earlier cell calls so: `running: 8k jog` defines the
    `8k jog` of a later day, and a run need not say that it is one.
    """
    title = titled(_first_line(cell))
    sport = _SPORT.fullmatch(title)
    word = " ".join(folded(sport[1])) if sport else ""
    if sport and word in RUN_WORDS:
        title = sport[2]
        names[title] = title
    elif sport and word in OTHER_SPORTS:
        names[sport[2]] = title
    return names.get(title, title)


def _week_column(head: Row, week: dict[int, Day]) -> int | None:
    """The column that says which week it is; None where the days begin with the first column."""
    before = range(min(week))
    for number in before:
        if column(head.cells[number]) in {Column.WEEK, Column.DATE}:
            return number
    return next(iter(before), None)


def _week_number(cell: str) -> int | None:
    number = _WEEK_NUMBER.fullmatch(cell)
    return int(number[1]) if number else None


def _date_in(cell: str) -> str:
    """The date of a cell that may have its week's number or its end, too."""
    first = _TO.split(cell[: 2 * _MOST_LETTERS])[0]
    after = _WEEK_AND_DATE.fullmatch(first)
    return after[1] if after and looks_like_date(after[1]) else first


def _is_sum(row: Row, *, alone: bool = False) -> bool:
    """Whether the row is about several days, as its first word says; `alone`, with nothing after it
    but numbers: `Total body strength` is a day.
    """
    opening = next(filter(None, row.cells), "")
    words = folded(opening[:_MOST_LETTERS])
    if not words or words[0] not in SUMS:
        return False
    return not alone or all(map(_of_sum, words))


def _of_sum(word: str) -> bool:
    return word in SUMS or word[0].isdigit() or unit_called(word) is not None


def _no_date(row: Row, cell: str) -> Unread:
    why = _("it has no date")
    if cell:
        why = _("{said} is no date that befit can read", said=shown(cell))
    return Unread(where=row.where, why=why)


def _no_day(row: Row, cell: str) -> Unread:
    return Unread(where=row.where, why=_("{said} is no day that befit can read", said=shown(cell)))


def _first_line(cell: str) -> str:
    return cell.strip().partition("\n")[0]
