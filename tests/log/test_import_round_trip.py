"""Whatever was done reads back from a table as each app writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifting_logs import LATER, imported

from befit_cli.log.app_table import AppExercise, AppLog, AppSession, AppSet, read_app_table
from befit_cli.log.imports import new_sessions
from befit_cli.values.history import History

NAMES = ("Squat (Barbell)", "Plank", "Lunge (Dumbbell)", 'Odd; "one", mine', "Zancada búlgara")
_MONTHS = ("jan", "fév", "März", "abr", "mai", "jun", "juil", "ago", "set", "out", "nov", "dez")

_KG = st.integers(0, 400).map(lambda quarters: quarters / 4)
_LEFT = st.none() | st.integers(0, 5)
_REPS = st.builds(AppSet, reps=st.integers(1, 30), kg=_KG, left=_LEFT)
_HOLDS = st.builds(AppSet, hold_s=st.integers(1, 300), kg=_KG, left=_LEFT)
_SETS = st.lists(_REPS | _HOLDS, min_size=1, max_size=4).map(tuple)
_EXERCISES = st.lists(
    st.builds(AppExercise, name=st.sampled_from(NAMES), sets=_SETS),
    min_size=1,
    max_size=4,
    unique_by=lambda exercise: exercise.name,
).map(tuple)
_DAYS = st.integers(0, 400).map(lambda days: date(2025, 1, 1) + timedelta(days=days))
_SESSIONS = st.lists(
    st.builds(AppSession, date=_DAYS, minutes=st.integers(1, 200), exercises=_EXERCISES),
    max_size=6,
    unique_by=lambda session: session.date,
).map(lambda sessions: tuple(sorted(sessions, key=lambda session: session.date)))

Cells = dict[str, str]


def _strong(session: AppSession, name: str, number: int, done: AppSet) -> Cells:
    return {
        "Date": f"{session.date} 18:31:04",
        "Workout Name": "Legs",
        "Duration": f"{session.minutes // 60}h {session.minutes % 60}m",
        "Exercise Name": name,
        "Set Order": str(number),
        "Weight (kg)": f"{done.kg}",
        "Reps": str(done.reps or 0),
        "Distance": "0",
        "Seconds": str(done.hold_s or 0),
        "RPE": "" if done.left is None else str(10 - done.left),
    }


def _hevy(session: AppSession, name: str, number: int, done: AppSet) -> Cells:
    day = f"{session.date.day} {_MONTHS[session.date.month - 1]}. {session.date.year}"
    end = 8 * 60 + session.minutes
    return {
        "title": "Legs",
        "start_time": f"{day}, 08:00",
        "end_time": f"{day}, {end // 60:02}:{end % 60:02}",
        "description": "",
        "exercise_title": name,
        "superset_id": "",
        "exercise_notes": "",
        "set_index": str(number - 1),
        "set_type": "normal",
        "weight_kg": f"{done.kg}" if done.kg else "",
        "reps": str(done.reps or ""),
        "distance_km": "",
        "duration_seconds": str(done.hold_s or ""),
        "rpe": "" if done.left is None else str(10 - done.left),
    }


def _fitnotes(session: AppSession, name: str, number: int, done: AppSet) -> Cells:
    seconds = done.hold_s or 0
    return {
        "Date": f"{session.date}",
        "Exercise": name,
        "Category": "Legs",
        "Weight (kgs)": f"{done.kg}",
        "Reps": str(done.reps or ""),
        "Distance": "",
        "Distance Unit": "",
        "Time": f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds else "",
    }


Written = Callable[[AppSession, str, int, AppSet], Cells]
APPS: dict[str, Written] = {"Strong": _strong, "Hevy": _hevy, "FitNotes": _fitnotes}
_A_SET = AppSet(reps=1)
_A_SESSION = AppSession(date=date(2025, 1, 1), minutes=30, exercises=())


def _table(sessions: tuple[AppSession, ...], app: str, delimiter: str) -> str:
    file = io.StringIO()
    head = list(APPS[app](_A_SESSION, "", 1, _A_SET))
    writer = csv.DictWriter(file, head, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(_rows(sessions, APPS[app]))
    return file.getvalue()


def _rows(sessions: tuple[AppSession, ...], written: Written) -> Iterator[Cells]:
    for session in sessions:
        for exercise in session.exercises:
            for number, done in enumerate(exercise.sets, 1):
                yield written(session, exercise.name, number, done)


def _as_fitnotes_has_it(session: AppSession) -> AppSession:
    """It keeps neither how long a session was nor how hard a set."""
    exercises = []
    for exercise in session.exercises:
        sets = [AppSet(reps=each.reps, hold_s=each.hold_s, kg=each.kg) for each in exercise.sets]
        exercises.append(AppExercise(name=exercise.name, sets=tuple(sets)))
    return AppSession(date=session.date, minutes=None, exercises=tuple(exercises))


def _read(table: str) -> AppLog:
    return read_app_table(table, "log.csv", today=LATER, zone=UTC, units=None)


@pytest.mark.parametrize("app", APPS)
@given(sessions=_SESSIONS, delimiter=st.sampled_from(",;\t"))
def test_what_was_done_reads_back(
    app: str, sessions: tuple[AppSession, ...], delimiter: str
) -> None:
    found = _read(_table(sessions, app, delimiter))

    expected = map(_as_fitnotes_has_it, sessions) if app == "FitNotes" else sessions
    assert found == AppLog(app=app, sessions=tuple(expected))


@given(sessions=_SESSIONS, cut=st.integers(0, 6))
def test_files_that_overlap_are_taken_once(sessions: tuple[AppSession, ...], cut: int) -> None:
    both = imported(_table(sessions, "Strong", ",")).sessions
    first = imported(_table(sessions[:cut], "Strong", ",")).sessions

    later = new_sessions(both, History(sessions=first))
    assert {session.date for session in first} & {session.date for session in later} == set()
    assert tuple(sorted((*first, *later), key=lambda session: session.date)) == both
