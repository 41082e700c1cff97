"""One exercise in the log, time by time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from sample_log import HISTORY, MONDAY, SATURDAY, WEDNESDAY, as_planned
from sample_log import WEDNESDAYS as SESSION

from befit_cli.evidence.progress import estimated_max
from befit_cli.log.lifts import Lift, lifts
from befit_cli.values import History, Work

DAY = date(2026, 11, 24)


def lift(**did: Any) -> Lift:
    return Lift(date=DAY, work=Work(form="Barbell squat", **did))


def test_each_form_of_each_day_is_one() -> None:
    other = Work(form="Jump squat", reps=(4,))
    monday = replace(MONDAY, did={"squats": (*MONDAY.did["squats"], other)})
    found = lifts(History(sessions=(monday, SATURDAY)), "squats")
    assert [(each.date, each.work.form) for each in found] == [
        (MONDAY.date, "Bodyweight squat"),
        (MONDAY.date, "Jump squat"),
        (SATURDAY.date, "Barbell squat"),
    ]


def test_they_stand_by_date() -> None:
    found = lifts(History(sessions=(SATURDAY, MONDAY)), "squats")
    assert [each.date for each in found] == [MONDAY.date, SATURDAY.date]


def test_of_another_exercise_there_are_none() -> None:
    assert lifts(HISTORY, "lunges") == ()


def test_what_was_skipped_is_no_time() -> None:
    skipped = as_planned(SESSION, did={"squats": (), "planks": (Work(form="Plank"),)})
    history = History(sessions=(WEDNESDAY, skipped))
    assert lifts(history, "squats") == ()
    assert [each.date for each in lifts(history, "planks")] == [WEDNESDAY.date]


@pytest.mark.parametrize(
    ("did", "most"),
    [
        pytest.param({"reps": (8, 10, 7)}, 10, id="repetitions"),
        pytest.param({"hold_s": (20, 45)}, 45, id="seconds"),
    ],
)
def test_the_most_of_a_set(did: dict[str, Any], most: int) -> None:
    assert lift(**did).most == most


@pytest.mark.parametrize(
    ("did", "best"),
    [
        pytest.param({"reps": (5, 5), "kg": (60,)}, (60, 5, 0), id="one weight"),
        pytest.param({"reps": (5, 6), "kg": (60,)}, (60, 6, 0), id="its best set"),
        pytest.param({"reps": (5, 0), "kg": (60, 80)}, (60, 5, 0), id="one that was not failed"),
        pytest.param({"reps": (5, 4), "kg": (60, 70)}, (70, 4, 0), id="a weight for each set"),
        pytest.param({"reps": (5, 5), "kg": (60,), "left": 3}, (60, 5, 3), id="some left"),
        pytest.param(
            {"reps": (8, 5), "kg": (60,), "left": 1}, (60, 8, 0), id="left after the last set alone"
        ),
    ],
)
def test_the_strength_of_a_time_is_that_of_its_best_set(
    did: dict[str, Any], best: tuple[float, int, int]
) -> None:
    assert lift(**did).strength == round(estimated_max(*best), 1)


@pytest.mark.parametrize(
    "did",
    [
        pytest.param({"reps": (8,)}, id="no weight"),
        pytest.param({"reps": (8,), "kg": (0,)}, id="a weight of nothing"),
        pytest.param({"hold_s": (30,), "kg": (10,)}, id="a hold"),
        pytest.param({"reps": (0, 0), "kg": (80,)}, id="all failed"),
    ],
)
def test_where_nothing_was_lifted_nobody_can_tell(did: dict[str, Any]) -> None:
    assert lift(**did).strength is None
