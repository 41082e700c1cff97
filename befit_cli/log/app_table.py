"""The table that Strong, Hevy or FitNotes writes -> what was done, in the app's own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, tzinfo

from befit_cli.errors import BefitError
from befit_cli.language import _, message
from befit_cli.log.app_columns import Column, Head, read_head, units_called
from befit_cli.log.app_names import is_cardio
from befit_cli.log.told import MOST_OF_NOTE, Amount, left_after
from befit_cli.runner.rows import Row, read_rows
from befit_cli.runner.written_dates import read_dates
from befit_cli.values import Date, Units, in_kg, spoken_word
from befit_cli.values.base import Value
from befit_cli.values.running_plan import Unread
from befit_cli.yaml.nodes import shown

MOST_ROWS = 50_000
"""Ten years, four days a week."""
_MOST_NAMES = 1_000
_MOST_OF_NAME = 100
"""Characters."""

GIVE_A_LOG = message(
    "Give what Strong, Hevy or FitNotes exports as .csv, or the plan.md in which you ticked what "
    "you did."
)
_HEAD_ROWS = 10
"""Among which a table has its head."""
_NUMBER = re.compile(r"[0-9]{1,7}(?:[.,][0-9]{1,12})?")
_NOTHING = ("", "-", "–", "null", "none")
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])(?:[.,][0-9]+)?")
_DURATION = re.compile(
    r"(?:([0-9]{1,2}) ?h[a-z]*\.?)?[ :]*(?:([0-9]{1,3}) ?m[a-z]*\.?)?(?: *[0-9]{1,2} ?s[a-z]*\.?)?"
)
_TIME_OF_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})[:.]([0-9]{2})(?:[:.][0-9]{2})?(?: ?([ap])\.?m)?")
_DATE = re.compile(r"[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}")
_WARM_UP = re.compile(r"w[0-9]*|warm.?up")
_TO_FAILURE = re.compile(r"f[0-9]*|failure")
_NO_SET = re.compile(r"rest ?timer|note")

_MINUTES_A_DAY = 24 * 60
_MOST_MINUTES = 6 * 60
"""Who forgot to end a session trained no longer."""


class AppSet(Value, frozen=True, kw_only=True):
    """A set, as an app has it."""

    reps: int | None = None
    """None for a hold."""
    hold_s: int | None = None
    """None for repetitions."""
    kg: float = 0.0
    left: int | None = None
    """Repetitions in reserve; None where nobody said it."""


class AppExercise(Value, frozen=True, kw_only=True):
    """What was done of an exercise on a day."""

    name: str
    """As the app has it."""
    sets: tuple[AppSet, ...]


class AppSession(Value, frozen=True, kw_only=True):
    """All that was done on a day."""

    date: Date
    minutes: int | None
    exercises: tuple[AppExercise, ...]
    note: str = ""


class AppLog(Value, frozen=True, kw_only=True):
    """What an app's table says."""

    app: str
    sessions: tuple[AppSession, ...]
    """By date."""
    warm_up_sets: int = 0
    """That were left out."""
    cardio_rows: int = 0
    """Runs, rides and the like; likewise."""
    unread: tuple[Unread, ...] = ()


def read_app_table(
    text: str, file: str, *, today: date, zone: tzinfo | None, units: Units | None
) -> AppLog:
    """What the table says was done up to today. A time that has a zone of its own is read in
    `zone`; `units` is what weights are in where the table doesn't say.

    Raises BefitError for a table that is no log of these apps, where a date could be two, and where
    nobody says what its weights are in.
    """
    rows = read_rows(text, file, most=MOST_ROWS, less=_("Export fewer years."))
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        head = read_head(row)
        if head:
            reader = _Reader(head, file, today, units)
            reader.read(rows[place + 1 :], zone)
            return reader.log()
    raise BefitError(
        _("{file} is no log of lifting that befit knows.", file=file),
        _(GIVE_A_LOG),
    )


class _Day:
    """What the rows say of a day."""

    def __init__(self) -> None:
        self.sets: dict[str, list[AppSet]] = {}
        """Of each exercise, under its name."""
        self.minutes: dict[tuple[str, str], int | None] = {}
        """Of each session, under its time and its title."""
        self.notes: dict[str, None] = {}
        """In their order, each once."""


class _Reader:
    """The rows of a table, set by set."""

    def __init__(self, head: Head, file: str, today: date, units: Units | None) -> None:
        self._head = head
        self._file = file
        self._today = today
        self._units = units
        self._days: dict[date, _Day] = defaultdict(_Day)
        self._unread: list[Unread] = []
        self._yet_to_come: set[date] = set()
        self._names: set[str] = set()
        self._warm_up_sets = 0
        self._cardio_rows = 0

    def read(self, rows: list[Row], zone: tzinfo | None) -> None:
        """Take in the rows below the head."""
        dates = self._dates(rows, zone)
        for row in rows:
            try:
                self._take(row, dates)
            except ValueError as error:
                self._unread.append(Unread(where=row.where, why=str(error)))

    def log(self) -> AppLog:
        """All that was taken in."""
        sessions = []
        for day, found in sorted(self._days.items()):
            minutes = [number for number in found.minutes.values() if number]
            exercises = []
            for name, sets in found.sets.items():
                exercises.append(AppExercise(name=name, sets=tuple(sets)))
            sessions.append(
                AppSession(
                    date=day,
                    minutes=sum(minutes) or None,
                    exercises=tuple(exercises),
                    note="; ".join(found.notes)[:MOST_OF_NOTE],
                )
            )
        return AppLog(
            app=self._head.app,
            sessions=tuple(sessions),
            warm_up_sets=self._warm_up_sets,
            cardio_rows=self._cardio_rows,
            unread=tuple(self._unread),
        )

    def _dates(self, rows: list[Row], zone: tzinfo | None) -> dict[str, date | None]:
        """The date that each cell of the column says."""
        cells: dict[str, str] = {}
        for row in rows:
            cells.setdefault(self._cell(row, Column.DATE), row.where)
        located = [(where, cell) for cell, where in cells.items()]
        found = read_dates(located, self._file, zone, newest_first=True)
        return dict(zip(cells, found, strict=True))

    def _take(self, row: Row, dates: dict[str, date | None]) -> None:
        """Add the row's set to its day; raises ValueError with why there is none."""
        kind = self._cell(row, Column.KIND).casefold()
        if _NO_SET.fullmatch(kind):
            return
        cell, name = self._cell(row, Column.DATE), self._cell(row, Column.EXERCISE)
        day = dates[cell]
        if day is None:
            raise ValueError(_("{cell} is no date that befit can read", cell=shown(cell)))
        if not name:
            raise ValueError(_("it names no exercise"))
        if len(name) > _MOST_OF_NAME:
            raise ValueError(_("its name is too long"))
        if day > self._today:
            if day not in self._yet_to_come:
                self._yet_to_come.add(day)
                raise ValueError(_("{day} hasn't come yet", day=day))
            return
        if self._is_cardio(row, name):
            self._cardio_rows += 1
        elif _WARM_UP.fullmatch(kind):
            self._warm_up_sets += 1
        else:
            self._add(row, day, name, to_failure=bool(_TO_FAILURE.fullmatch(kind)))

    def _add(self, row: Row, day: date, name: str, *, to_failure: bool) -> None:
        """Add the set, and what its row says of its session."""
        taken = self._set(row, to_failure=to_failure)
        self._names.add(name)
        if len(self._names) > _MOST_NAMES:
            raise BefitError(
                _(
                    "{file} has more than {most:,} exercises, and befit reads {most:,} at most.",
                    file=self._file,
                    most=_MOST_NAMES,
                ),
                _("Give what Strong, Hevy or FitNotes exports, as it is."),
            )
        found = self._days[day]
        found.sets.setdefault(name, []).append(taken)
        session = (self._cell(row, Column.DATE), self._cell(row, Column.WORKOUT))
        if session not in found.minutes:
            found.minutes[session] = self._minutes(row)
        found.notes.update(dict.fromkeys(self._notes(row, name)))

    def _is_cardio(self, row: Row, name: str) -> bool:
        if is_cardio(name) or is_cardio(self._cell(row, Column.CATEGORY)):
            return True
        return bool(self._number(row, Column.DISTANCE)) and not self._number(row, Column.REPS)

    def _set(self, row: Row, *, to_failure: bool) -> AppSet:
        reps = self._number(row, Column.REPS)
        seconds = self._seconds(row)
        kg = self._weight(row)
        left = self._left(row)
        if left is None and to_failure:
            left = 0
        if seconds and not reps:
            return AppSet(hold_s=round(_within(Amount.SECONDS, seconds)) or 1, kg=kg, left=left)
        if reps is None or not (reps or kg):
            raise ValueError(_("it has neither repetitions nor seconds"))
        # half a repetition is none
        return AppSet(reps=int(_within(Amount.REPS, reps)), kg=kg, left=left)

    def _weight(self, row: Row) -> float:
        """Kilograms; 0 without weight."""
        for place in self._head.columns.get(Column.WEIGHT, ()):
            weight = _number(row.cell(place.number), Column.WEIGHT)
            if not weight:
                continue
            word = self._cell(row, Column.UNIT) or place.unit
            units = units_called(word) if word else self._units
            if word and units is None:
                raise ValueError(
                    _("{word} is no unit of weight that befit knows", word=shown(word))
                )
            if units is None:
                raise BefitError(
                    _(
                        "{file} doesn't say whether its weights are in kg or in lb.",
                        file=self._file,
                    ),
                    _("Add --unit kg or --unit lb."),
                )
            return _within(Amount.KG, in_kg(weight, units))
        return 0.0

    def _seconds(self, row: Row) -> float | None:
        cell = self._cell(row, Column.SECONDS)
        clock = _CLOCK.fullmatch(cell)
        if clock:
            return int(clock[1] or 0) * 3_600 + int(clock[2]) * 60 + int(clock[3])
        return _number(cell.rstrip("s ") if cell[:1].isdigit() else cell, Column.SECONDS)

    def _left(self, row: Row) -> int | None:
        """Repetitions in reserve; half a one is none."""
        left = self._number(row, Column.LEFT)
        rpe = self._number(row, Column.RPE)
        if left is None and rpe and rpe <= Amount.EFFORT.most:
            left = left_after(rpe)
        return None if left is None or left > Amount.EFFORT.most else int(left)

    def _minutes(self, row: Row) -> int | None:
        """How long the session was; None where that is not said, or takes guessing."""
        place = next(iter(self._head.columns.get(Column.MINUTES, ())), None)
        begin, end = self._time(row, Column.DATE), self._time(row, Column.END)
        minutes: int | None = None
        if begin is not None and end is not None:
            minutes = (end - begin) % _MINUTES_A_DAY
        elif place is not None:
            cell = row.cell(place.number).casefold()
            duration = _DURATION.fullmatch(cell)
            if cell.isdecimal() and len(cell) < 7 and place.unit.startswith("s"):
                minutes = round(int(cell) / 60)
            elif duration and any(duration.groups()):
                minutes = int(duration[1] or 0) * 60 + int(duration[2] or 0)
        return minutes if minutes and minutes <= _MOST_MINUTES else None

    def _time(self, row: Row, column: Column) -> int | None:
        """Minutes from midnight."""
        time = _TIME_OF_DAY.search(_DATE.sub("", self._cell(row, column).casefold()))
        if not time:
            return None
        hours = int(time[1]) % 12 + (12 if time[3] == "p" else 0) if time[3] else int(time[1])
        return hours * 60 + int(time[2])

    def _notes(self, row: Row, name: str) -> Iterator[str]:
        for column, about in ((Column.WORKOUT_NOTE, ""), (Column.NOTE, f"{name}: ")):
            note = " ".join(self._cell(row, column)[: 2 * MOST_OF_NOTE].split())
            if note.casefold() not in _NOTHING:
                yield about + note

    def _cell(self, row: Row, column: Column) -> str:
        """The first cell of that column; empty where the table has none."""
        place = next(iter(self._head.columns.get(column, ())), None)
        return "" if place is None else row.cell(place.number)

    def _number(self, row: Row, column: Column) -> float | None:
        return _number(self._cell(row, column), column)


def _number(cell: str, column: Column) -> float | None:
    """The number; None where the cell says nothing."""
    text = cell.strip().casefold()
    if text in _NOTHING:
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError(
            _(
                "{cell} is no number, and stands where {column} should",
                cell=shown(cell),
                column=spoken_word(column),
            )
        )
    return float(text.replace(",", "."))


def _within(amount: Amount, number: float) -> float:
    """The number, where somebody may have done so much."""
    if number > amount.most:
        raise ValueError(
            _(
                "{number:g} {things} are more than anybody does",
                number=number,
                things=amount.called,
            )
        )
    return number
