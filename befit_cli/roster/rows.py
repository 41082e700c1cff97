"""The table of a roster: a row for each runner, in a coach's order, or some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.language import _
from befit_cli.roster.standing import Attention, Done, Standing
from befit_cli.runner.letters import folded
from befit_cli.runner.offered import listed
from befit_cli.runner.vocabulary import OFF_WORDS, RACE_WORDS
from befit_cli.values import Off, Phase, Race, Value

BY = "="
"""What stands between a column and what it is to hold."""


class Row(Value, frozen=True, kw_only=True):
    """A runner of the roster."""

    key: str
    """What their files are called, without an ending."""
    name: str
    """What they are called; the same where their profile doesn't say."""
    place: str
    """Where their profile stands."""
    standing: Standing | None = None
    """Where they stand; None where there is no plan for them."""
    faults: tuple[str, ...] = ()
    """Why there is none, a line each."""
    over: date | None = None
    """The day on which their block ended, where it is why there is none."""
    has_start: bool = True
    """Whether their profile says when their block began; without it one begins each week."""
    files: tuple[str, ...] = ()
    """The names of the files that were written for them."""

    @property
    def attention(self) -> Attention:
        """What they need their coach for most."""
        if self.standing is not None:
            return self.standing.attention
        return Attention.FAULT if self.over is None else Attention.OVER


Cell = str | int | date | None
_Of = Callable[[Standing], Cell]
_DELOAD = "deload"
Picks = tuple[tuple[str, str], ...]
"""Columns, each with a word that it is to hold."""


def _phase(standing: Standing) -> str:
    if standing.taper:
        return Phase.TAPER.value
    return _DELOAD if standing.deload else standing.phase.value


def _pain(standing: Standing) -> int | None:
    return None if standing.hurt is None else standing.hurt.pain


def _off(standing: Standing) -> str | None:
    return None if standing.away is None else standing.away.why.value


def _done(counted: Done | None) -> int | None:
    return None if counted is None else counted.done


def _planned(counted: Done | None) -> int | None:
    return None if counted is None else counted.planned


_OF_STANDING: Mapping[str, _Of] = {
    "race": lambda standing: standing.race.value,
    "race_date": lambda standing: standing.race_date,
    "weeks_to_race": lambda standing: standing.weeks_to_race,
    "week": lambda standing: standing.week,
    "of": lambda standing: standing.of,
    "phase": _phase,
    "done_7": lambda standing: _done(standing.in_7_days),
    "planned_7": lambda standing: _planned(standing.in_7_days),
    "done_28": lambda standing: _done(standing.in_28_days),
    "planned_28": lambda standing: _planned(standing.in_28_days),
    "pain": _pain,
    "off": _off,
}


def _cell(of: _Of, row: Row) -> Cell:
    return None if row.standing is None else of(row.standing)


COLUMNS: Mapping[str, Callable[[Row], Cell]] = {
    "needs": lambda row: row.attention.value,
    "name": lambda row: row.name,
    **{name: partial(_cell, of) for name, of in _OF_STANDING.items()},
    "file": lambda row: row.place,
}
"""What a row has in each column that rows can be sorted by and picked by."""
_COLUMN_WORDS = {
    "necesita": "needs",
    "nombre": "name",
    "carrera": "race",
    "fecha": "race_date",
    "semana": "week",
    "fase": "phase",
    "dolor": "pain",
    "fuera": "off",
    "ausencia": "off",
    "archivo": "file",
}
"""What people call the columns."""
_PHASE_WORDS = {
    "fuerza": Phase.STRENGTH,
    "potencia": Phase.POWER,
    "puesta a punto": Phase.TAPER,
    "easier week": _DELOAD,
    "descarga": _DELOAD,
    "semana de descarga": _DELOAD,
}
_ATTENTION_WORDS = {
    "nada": Attention.NONE,
    "ninguna": Attention.NONE,
    "cambio": Attention.CHANGED,
    "fin": Attention.OVER,
    "notas": Attention.NOTES,
    "atraso": Attention.BEHIND,
    "pausa": Attention.OFF,
    "dolor": Attention.PAIN,
    "fallo": Attention.FAULT,
    "error": Attention.FAULT,
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "race": RACE_WORDS,
    "off": OFF_WORDS,
    "phase": _PHASE_WORDS,
    "needs": _ATTENTION_WORDS,
}
"""What people call what a column has."""
_OFFERED: Mapping[str, tuple[str, ...]] = {
    "race": tuple(Race),
    "off": tuple(Off),
    "phase": (*Phase, _DELOAD),
    "needs": tuple(Attention),
}
"""All that such a column may have."""
_MOST_FIRST = frozenset({"needs", "pain"})
"""Columns of which the most comes first."""


def read_column(word: str) -> str:
    """The name of the column that is meant; raises UsageError for a word that is none."""
    said = "_".join(folded(word))
    name = _COLUMN_WORDS.get(said, said)
    if name not in COLUMNS:
        nearest = did_you_mean(name, COLUMNS) or "."
        raise UsageError(
            _("'{word}' is no column of a roster{nearest}", word=word, nearest=nearest),
            _("They are {columns}.", columns=listed(COLUMNS)),
        )
    return name


def sorted_rows(rows: Iterable[Row], column: str) -> list[Row]:
    """The rows by what they have in that column, those with nothing in it last; where they have the
    same, whoever needs their coach most, then by name.
    """
    by_need = sorted(rows, key=_need)
    if column == "needs":
        return by_need
    cell = COLUMNS[column]
    filled = [row for row in by_need if cell(row) is not None]
    empty = [row for row in by_need if cell(row) is None]
    return [*sorted(filled, key=lambda row: _order(column, cell(row))), *empty]


def picked(rows: Iterable[Row], picks: Picks) -> list[Row]:
    """The rows that hold each word in its column, a number as it is, a text as a part of it."""
    return [row for row in rows if all(_holds(row, column, word) for column, word in picks)]


def read_picks(sayings: Iterable[str]) -> Picks:
    """`race=half` as the column and what it is to hold, `race=media` as the same; raises UsageError
    for what is none.
    """
    picks = []
    for saying in sayings:
        column, sign, word = saying.partition(BY)
        if not sign:
            raise UsageError(
                _("'{text}' is not a column and what it holds.", text=saying),
                _("Say --only race=half, or --only needs=pain."),
            )
        name = read_column(column)
        picks.append((name, _held(name, word)))
    return tuple(picks)


def _held(column: str, word: str) -> str:
    """What a cell of the column is to hold; raises UsageError for what none ever does."""
    said = _WORDS.get(column, {}).get(" ".join(folded(word)), word.strip().casefold())
    known = _OFFERED.get(column, ())
    if said and known and said not in known:
        nearest = did_you_mean(said, known) or "."
        raise UsageError(
            _(
                "'{word}' is no word of the column {column}{nearest}",
                word=word,
                column=column,
                nearest=nearest,
            ),
            _("The words are {words}.", words=", ".join(known)),
        )
    return said


def _holds(row: Row, column: str, word: str) -> bool:
    cell = COLUMNS[column](row)
    if cell is None or isinstance(cell, int):
        return word == ("" if cell is None else str(cell))
    return word in str(cell).casefold()


def _need(row: Row) -> tuple[int, int, int, str, str]:
    """Who needs their coach most comes first: then who hurts most, then whose race is nearest."""
    standing = row.standing
    pain = 0 if standing is None else _pain(standing) or 0
    weeks = None if standing is None else standing.weeks_to_race
    far = 10_000 if weeks is None else weeks
    return -row.attention.rank, -pain, far, row.name.casefold(), row.key


def _order(column: str, cell: Cell) -> tuple[int, str]:
    """A number by its size, a text by its letters."""
    if isinstance(cell, int):
        return (-cell if column in _MOST_FIRST else cell), ""
    return 0, str(cell).casefold()
