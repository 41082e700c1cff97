"""What a plan asks of an exercise, in words."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from sample_plan import SQUAT

from befit_cli.values import Units
from befit_cli.views import prescription


@pytest.mark.parametrize(
    ("changes", "dose", "effort"),
    [
        pytest.param({}, "2 × 10", "stop with 3 left", id="repetitions"),
        pytest.param({"sets": 3, "rir": 1}, "3 × 10", "stop with 1 left", id="harder"),
        pytest.param({"per_side": True}, "2 × 10 each side", "stop with 3 left", id="on each side"),
        pytest.param(
            {"reps": None, "hold_s": 20, "rir": None, "per_side": True},
            "2 × 20-s hold each side",
            "stop if form slips",
            id="a hold on each side",
        ),
        pytest.param(
            {"light": True, "rir": 4}, "2 × 10", "stop with 4 or more left", id="light repetitions"
        ),
        pytest.param(
            {"reps": None, "hold_s": 20, "rir": None, "seconds_per_rep": None},
            "2 × 20-s hold",
            "stop if form slips",
            id="a hold",
        ),
        pytest.param(
            {"light": True, "reps": None, "hold_s": 20, "rir": None, "seconds_per_rep": None},
            "2 × 20-s hold",
            "stop with time to spare",
            id="a light hold",
        ),
        pytest.param(
            {"seconds_per_rep": 8.0, "per_side": True},
            "2 × 10 each side, 8 s each",
            "stop with 3 left",
            id="slow repetitions",
        ),
        pytest.param(
            {"seconds_per_rep": 5.5}, "2 × 10, 5.5 s each", "stop with 3 left", id="and a half"
        ),
        pytest.param(
            {"seconds_per_rep": 5.0}, "2 × 10, 5 s each", "stop with 3 left", id="just as slow"
        ),
        pytest.param({"seconds_per_rep": 4.5}, "2 × 10", "stop with 3 left", id="not so slow"),
        pytest.param({"kg": 18.0}, "2 × 10 at 18 kg", "stop with 3 left", id="with a weight"),
        pytest.param({"kg": 7.25}, "2 × 10 at 7.25 kg", "stop with 3 left", id="and a quarter"),
        pytest.param(
            {"kg": 6.0, "per_side": True, "seconds_per_rep": 8.0},
            "2 × 10 each side at 6 kg, 8 s each",
            "stop with 3 left",
            id="with a weight, slowly",
        ),
    ],
)
def test_dose_and_effort(changes: dict[str, Any], dose: str, effort: str) -> None:
    exercise = replace(SQUAT, **changes)
    shown = (prescription.dose(exercise, Units.KG), prescription.effort(exercise))
    assert shown == (dose, effort)


@pytest.mark.parametrize(
    ("kg", "said"),
    [
        pytest.param(18.14, "40 lb", id="as it is stamped"),
        pytest.param(18.0, "39.7 lb", id="what is stamped in kilograms"),
        pytest.param(1.13, "2.5 lb", id="a plate"),
    ],
)
def test_a_weight_may_be_said_in_pounds(kg: float, said: str) -> None:
    assert prescription.dose(replace(SQUAT, kg=kg), Units.LB) == f"2 × 10 at {said}"


@pytest.mark.parametrize(
    ("rest_s", "in_a_column", "alone"),
    [
        (0, "none", "no rest"),
        (45, "45 s", "rest 45 s"),
        (60, "60 s", "rest 60 s"),
        (90, "90 s", "rest 90 s"),
        (120, "2 min", "rest 2 min"),
        (150, "150 s", "rest 150 s"),
        (240, "4 min", "rest 4 min"),
    ],
)
def test_rest(rest_s: int, in_a_column: str, alone: str) -> None:
    exercise = replace(SQUAT, rest_s=rest_s)
    assert (prescription.rest(exercise), prescription.pause(exercise)) == (in_a_column, alone)


@pytest.mark.parametrize(
    ("name", "form", "beside"),
    [
        ("Squats", "Goblet squat", ""),
        ("Planks", "Plank", ""),
        ("Leg presses", "Single-leg press", ""),
        ("Wall sits", "High wall sit (30-45 degrees)", ""),
        ("Jump squats", "Jump squat", ""),
        ("Glute bridges", "Single-leg bridge, foot raised", ""),
        ("Step-ups", "Low step-up with a hand on support", ""),
        ("Step-ups", "Slow lateral step-down", ""),
        ("Superman holds", "Bird dog", ""),
        ("Single-leg deadlifts", "Single-leg reach", "Single-leg deadlifts"),
        ("Heel raises", "Heel drop, slow", "Heel raises"),
        ("", "Plank", ""),
        ("深蹲", "高脚杯深蹲", ""),
    ],
)
def test_an_exercise_is_named_beside_its_form_where_that_has_a_word_of_it_and_lacks_its_noun(
    name: str, form: str, beside: str
) -> None:
    assert prescription.names(replace(SQUAT, name=name, form=form)) == (form, beside)
