"""What the columns of a running plan are called, in the languages that spreadsheets are in."""

from __future__ import annotations

from enum import StrEnum

from befit_cli.runner.letters import folded
from befit_cli.runner.vocabulary import SPANISH_DAYS
from befit_cli.runs.measures import unit_called
from befit_cli.values import Day


class Column(StrEnum):
    """What a column of a table has."""

    DATE = "date"
    WEEK = "week"
    TITLE = "title"
    TYPE = "type"
    """The sport, or the kind of session."""
    DISTANCE = "distance"
    DURATION = "duration"
    UNITS = "units"
    """Of all the distances; told once, at the top."""
    RACE = "race"
    """What the plan is for; likewise."""


WORDS: dict[Column, tuple[str, ...]] = {
    Column.DATE: (
        *("date", "fecha", "datum", "data", "workoutday", "workout date", "start date", "start"),
        *("start time", "day", "dia", "tag", "jour", "giorno", "jornada"),
    ),
    Column.WEEK: ("week", "wk", "semana", "sem", "woche", "semaine", "settimana", "week number"),
    Column.TITLE: (
        *("title", "titulo", "titel", "titre", "titolo", "workout name", "workout title"),
        *("activity name", "event", "subject", "summary", "asunto", "workout", "session", "sesion"),
        *("entrenamiento", "entreno", "training", "einheit", "seance", "entrainement"),
        *("allenamento", "sessione", "treino", "sessao", "planned workout", "name", "nombre"),
        *(
            "nom",
            "nome",
            "description",
            "workoutdescription",
            "workout description",
            "descripcion",
            "beschreibung",
        ),
        *("descrizione", "descricao", "activity", "actividad", "run", "plan", "what", "details"),
    ),
    Column.TYPE: (
        *("workouttype", "workout type", "activity type", "type", "tipo", "tipo de actividad"),
        *("sport", "deporte", "sportart", "esporte", "discipline", "disciplina"),
    ),
    Column.DISTANCE: (
        *("planned distance", "planneddistanceinmeters", "distance", "distancia", "distanz"),
        *("distanza", "totaldistance", "total distance", "dist", "km", "kms", "kilometers"),
        *("kilometres", "kilometros", "mi", "miles", "millas", "mileage"),
    ),
    Column.DURATION: (
        *("planned duration", "plannedduration", "duration", "duracion", "dauer", "duree"),
        *("durata", "duracao", "time", "tiempo", "minutes", "minutos", "min", "moving time"),
    ),
    Column.UNITS: ("units", "unit", "unidades"),
    Column.RACE: ("racetype", "race type", "race", "carrera"),
}
"""The words for each, the surest first: small letters, without accents."""

HOURS = frozenset({"plannedduration"})
"""The column of durations in hours."""
METRES = frozenset({"planneddistanceinmeters"})
"""The column of distances in metres."""
LIFTING = frozenset({"exercise name", "exercise title", "set order", "set index"})
"""Columns of a log of lifting, which has dates and titles as well."""

RUN_WORDS = frozenset(
    {
        *("run", "running", "trail", "treadmill", "jog", "jogging", "carrera", "correr", "laufen"),
        *("lauf", "course", "corsa", "corrida", "courir"),
    }
)
"""A type with one of these is a run, and says no more than the title does."""

OTHER_SPORTS = frozenset(
    {
        *("cycling", "biking", "bike", "ride", "swimming", "swim", "strength", "walking", "walk"),
        *("hiking", "hike", "yoga", "pilates", "rowing", "cardio", "mobility", "ski", "gym"),
        *("ciclismo", "bici", "natacion", "fuerza", "caminata", "senderismo"),
    }
)
"""Before a colon, as in `cycling: 40k`, these are a sport, too."""

SUMS = frozenset(
    {
        *("total", "totals", "totales", "sum", "suma", "subtotal", "average", "avg"),
        *("promedio", "notes", "note", "notas", "nota", "summe", "gesamt", "totale", "week"),
        *("semana", "woche", "semaine", "settimana", "weekly", "semanal", "phase", "fase"),
    }
)
"""What a row about several days begins with."""

_NAMES: tuple[tuple[str, ...], ...] = (
    tuple(day.english for day in Day),
    tuple(SPANISH_DAYS),
    ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ("lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"),
    ("segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"),
)
_LETTERS = ("mtwtfss", "lmxjvsd", "lmmjvsd", "lmmgvsd", "mdmdfss", "stqqssd")
"""The days of a week by their first letters, Monday first."""
_TIME_UNITS = frozenset({"min", "mins", "minutes", "minutos", "hours", "horas", "h"})
_FEWEST_LETTERS = 2
_MOST_LETTERS = 40
_FEWEST_DAYS = 4
"""By name, that make a row the head of a week."""


def heading(cell: str) -> str:
    """The cell as a word that a column may be called by, without its unit."""
    words = folded(cell.partition("(")[0].replace("_", " "))
    if len(words) > 1 and (unit_called(words[-1]) or words[-1] in _TIME_UNITS):
        words.pop()
    return " ".join(words)


def column(cell: str) -> Column | None:
    """What a column with that head has; None where befit has no use for it."""
    return _COLUMNS.get(heading(cell))


def day_of_week(cell: str) -> Day | None:
    """The day that the cell is called by: its name, or the first letters of it."""
    for names in _NAMES:
        day = _day_in(names, cell)
        if day:
            return day
    return None


def days_called(cells: list[str]) -> list[Day | None]:
    """The day that each cell is called by, in the one language that has most of them: `Do` is a
    Thursday in German and a Sunday in Spanish.
    """
    in_each = [[_day_in(names, cell) for cell in cells] for names in _NAMES]
    return min(in_each, key=lambda days: days.count(None))


def days_of_week(cells: list[str]) -> dict[int, Day]:
    """The days that the cells of a head are called by, with their columns; none where it is no head
    of a week.
    """
    letters = "".join(cell.lower() if len(cell) == 1 else " " for cell in cells)
    for week in _LETTERS:
        for first in (0, -1):  # or Sunday first
            turned = week[first:] + week[:first]
            at = letters.find(turned)
            if at >= 0:
                days = list(Day)
                days = days[first:] + days[:first]
                return dict(enumerate(days, at))
    # in one language, as `days_called` has it
    found: dict[int, Day] = max((_days_in(names, cells) for names in _NAMES), key=len)
    return found if len(found) >= _FEWEST_DAYS else {}


def _days_in(names: tuple[str, ...], cells: list[str]) -> dict[int, Day]:
    found: dict[int, Day] = {}
    for number, cell in enumerate(cells):
        day = _day_in(names, cell)
        if day and day not in found.values():
            found[number] = day
    return found


def _day_in(names: tuple[str, ...], cell: str) -> Day | None:
    """The day of that name, or of the only name that begins so."""
    words = folded(cell.partition("-")[0]) if len(cell) <= _MOST_LETTERS else []
    if not 1 <= len(words) <= 2 or len(words[0]) < _FEWEST_LETTERS:
        return None
    days = [day for day, name in zip(Day, names, strict=True) if name.startswith(words[0])]
    return days[0] if len(days) == 1 else None


_COLUMNS = {word: kind for kind, words in WORDS.items() for word in words}
