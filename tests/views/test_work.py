"""What was asked and done, in words."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from sample_log import MONDAY, SATURDAY, SQUAT, WEDNESDAY, WEDNESDAYS, as_asked
from strategies import CATALOGUE, IN_SPANISH

from befit_cli.values import Asked, Catalogue, SessionLog, Units, Work
from befit_cli.views.work import WorkRow, asked_words, summary, work_rows, work_words


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param(Asked(sets=3, reps=8), "3 × 8", id="repetitions"),
        pytest.param(Asked(sets=2, hold_s=20), "2 × 20 s", id="a hold"),
        pytest.param(Asked(sets=3, reps=8, left=3), "3 × 8, 3 left", id="some left"),
        pytest.param(Asked(sets=3, reps=8, kg=16), "3 × 8 at 16 kg", id="a weight"),
        pytest.param(Asked(sets=3, reps=8, kg=7.5, left=0), "3 × 8 at 7.5 kg, 0 left", id="both"),
    ],
)
def test_what_was_asked(asked: Asked, words: str) -> None:
    assert asked_words(asked, Units.KG) == words


@pytest.mark.parametrize(
    ("did", "words"),
    [
        pytest.param({"reps": (8, 8, 8)}, "3 × 8", id="sets alike"),
        pytest.param({"reps": (8,)}, "1 × 8", id="one set"),
        pytest.param({"reps": (8, 8, 7)}, "8, 8, 7", id="sets that differ"),
        pytest.param({"hold_s": (20, 20)}, "2 × 20 s", id="holds alike"),
        pytest.param({"hold_s": (20, 15)}, "20, 15 s", id="holds that differ"),
        pytest.param(
            {"reps": (7, 7), "other_side": (8, 8)},
            "2 × 7 one side and 2 × 8 the other",
            id="two sides",
        ),
        pytest.param({"reps": (8, 8), "kg": (16,)}, "2 × 8 at 16 kg", id="a weight"),
        pytest.param(
            {"reps": (8, 8), "kg": (16, 18)}, "2 × 8 at 16 kg, 18 kg", id="a weight for each set"
        ),
        pytest.param({"reps": (8, 8), "kg": (16, 16)}, "2 × 8 at 16 kg", id="weights alike"),
        pytest.param({"reps": (8, 8), "left": 0}, "2 × 8, 0 left", id="none left"),
        pytest.param(
            {"reps": (8, 8), "left": 2, "asked": Asked(sets=2, reps=8, kg=16)},
            "2 × 8 without weight, 2 left",
            id="no weight where one was asked",
        ),
        pytest.param({"reps": (8, 8), "pain": 0}, "2 × 8, pain 0", id="no pain"),
        pytest.param(
            {"reps": (8, 0), "kg": (16,), "left": 2, "pain": 3},
            "8, 0 at 16 kg, 2 left, pain 3",
            id="all of it",
        ),
    ],
)
def test_what_was_done(did: dict[str, Any], words: str) -> None:
    assert work_words(Work(form="Squat", **did), Units.KG) == words


def test_weights_are_in_the_runners_units() -> None:
    work = Work(form="Squat", reps=(8, 8), kg=(22.68,))
    assert work_words(work, Units.LB) == "2 × 8 at 50 lb"
    assert asked_words(Asked(sets=2, reps=8, kg=22.68), Units.LB) == "2 × 8 at 50 lb"


def test_without_the_weight_that_was_asked_it_is_not_as_asked() -> None:
    asked = Asked(sets=2, reps=8, kg=16)
    works = [Work(form="Squat", asked=asked, reps=(8, 8), kg=kg) for kg in ((16.0,), ())]
    assert [work.as_asked for work in works] == [True, False]


def test_each_form_has_a_row_and_says_whether_it_is_as_asked() -> None:
    other = Work(form="Jump squat", reps=(4,))
    short = as_asked(SQUAT, reps=(10, 6))
    logged = replace(MONDAY, did={"squats": (*short, other), "planks": MONDAY.did["planks"]})
    assert work_rows(logged, Units.KG, CATALOGUE) == [
        WorkRow("Bodyweight squat", "2 × 10, 3 left", "10, 6", as_asked=False),
        WorkRow("Jump squat", "not planned", "1 × 4", as_asked=False),
        WorkRow("Side plank", "2 × 20 s", "2 × 20 s", as_asked=True),
    ]


def test_what_was_skipped_has_the_name_that_the_plan_has_for_it() -> None:
    skipped = WorkRow("Side leg raises", "", "skipped", as_asked=False)
    assert work_rows(WEDNESDAY, Units.KG, CATALOGUE)[0] == skipped
    planned = replace(skipped, name="Small side leg raise, lower knee bent")
    assert work_rows(WEDNESDAY, Units.KG, CATALOGUE, WEDNESDAYS.exercises)[0] == planned


def test_a_form_that_nobody_named_has_the_name_of_its_exercise() -> None:
    rows = work_rows(SATURDAY, Units.KG, CATALOGUE)
    assert [row.name for row in rows] == ["Barbell squat", "Planks"]


def test_in_spanish_it_has_the_spanish_name_of_its_exercise() -> None:
    rows = work_rows(SATURDAY, Units.KG, IN_SPANISH)
    assert [row.name for row in rows] == ["Barbell squat", "Planchas"]


def test_an_exercise_that_the_catalogue_lacks_is_called_by_its_id() -> None:
    rows = work_rows(SATURDAY, Units.KG, Catalogue(()))
    assert rows[1].name == "Planks"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({}, "11 sets in 29 min", id="sets and minutes"),
        pytest.param({"minutes": None}, "11 sets", id="no minutes"),
        pytest.param({"did": {"squats": (Work(form="", reps=(8,)),)}}, "1 set in 29 min", id="one"),
        pytest.param({"did": {"squats": ()}, "minutes": None}, "skipped", id="nothing"),
        pytest.param(
            {"pain": {"knee": 4, "calf": 0}},
            "11 sets in 29 min, knee pain 4, calf pain 0",
            id="pain",
        ),
        pytest.param(
            {"worse_next_morning": True},
            "11 sets in 29 min, worse the next morning",
            id="the morning after",
        ),
    ],
)
def test_a_session_in_a_line(changes: dict[str, Any], words: str) -> None:
    logged: SessionLog = replace(MONDAY, **changes)
    assert summary(logged) == words
