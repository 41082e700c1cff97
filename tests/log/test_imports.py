"""A log of another app becomes entries of befit's, once, and what it leaves open is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from lifting_logs import FRIDAY, imported, sample

from befit_cli.errors import BefitError
from befit_cli.log.app_names import Match
from befit_cli.log.imports import MOST_BYTES, UnknownName, new_sessions
from befit_cli.values import Units
from befit_cli.values.history import History, PlanPlace, SessionLog, Work

HEAD = "Date,Exercise Name,Set Order,Weight,Reps,Seconds"
SQUATS = (Work(form="Barbell squat", reps=(8,), kg=(60,)),)
PLANKS = (Work(form="Plank", hold_s=(30,)),)
BRIDGES = (Work(form="Glute bridge", reps=(12,)),)
PLACE = PlanPlace(began=date(2026, 11, 16), week=1, slot=2)
OTHER_DAY = date(2026, 11, 18)


def test_an_unknown_name_is_asked_about_with_what_is_like_it() -> None:
    found = imported(sample("hevy-iso.csv"))

    assert found.unknown == (UnknownName(name="Cossack Stretchy Thing", sets=1, perhaps=""),)


def test_the_names_done_most_often_are_asked_about_first() -> None:
    rows = [f"2026-11-20,{name},1,0,8,0" for name in ("Crunch", "Leg Extension", "Leg Extension")]
    found = imported("\n".join([HEAD, *rows]))

    assert found.unknown == (
        UnknownName(name="Leg Extension", sets=2, perhaps=""),
        UnknownName(name="Crunch", sets=1, perhaps="bicycle-crunches"),
    )
    assert found.sessions == ()


def test_what_is_asked_about_is_not_left_out_yet() -> None:
    assert imported(f"{HEAD}\n2026-11-20,Leg Extension,1,0,8,0").not_ours == ()


def test_an_answer_brings_the_exercise_in() -> None:
    row = "2026-11-20,Hack Squat (Machine),1,60,8,0"
    found = imported(
        f"{HEAD}\n{row}\n", file_units=Units.KG, names={"Hack Squat (Machine)": "squats"}
    )

    assert found.names == {"Hack Squat (Machine)": Match("squats")}
    assert found.unknown == ()
    assert found.sessions[0].did == {"squats": (Work(form="", reps=(8,), kg=(60,)),)}


def test_an_answer_of_none_leaves_it_out_for_good() -> None:
    row = "2026-11-20,Hack Squat,1,60,8,0"
    found = imported(f"{HEAD}\n{row}\n", file_units=Units.KG, names={"Hack Squat": "none"})

    assert (found.sessions, found.unknown, found.not_ours) == ((), (), ("Hack Squat",))


def test_a_weight_that_helps_is_not_lifted() -> None:
    row = "2026-11-20,Pull Up (Assisted),1,20,8,0"
    found = imported(
        f"{HEAD}\n{row}\n", file_units=Units.KG, names={"Pull Up (Assisted)": "pull-ups"}
    )

    assert found.sessions[0].did == {"pull-ups": (Work(form="", reps=(8,)),)}


def test_two_forms_of_an_exercise_are_two_works() -> None:
    rows = ["2026-11-20,Squat (Barbell),1,60,8,0", "2026-11-20,Goblet Squat,1,16,10,0"]
    (session,) = imported("\n".join([HEAD, *rows]), file_units=Units.KG).sessions

    assert session.did == {
        "squats": (*SQUATS, Work(form="Goblet squat", reps=(10,), kg=(16,))),
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "log.csv is empty.", id="nothing"),
        pytest.param(b" \n\n", "log.csv is empty.", id="blanks"),
        pytest.param(b"\0" * 5_000_000, "log.csv is not a text", id="NUL"),
        pytest.param(b"x" * 5_000_000, "a cell that is longer than any", id="no newline"),
        pytest.param(b"x" * (MOST_BYTES + 1), "log.csv is over 10 MB", id="too large"),
        pytest.param(b"a,b\n" * 60_000, "has more than 50,000 rows", id="too many rows"),
        pytest.param(
            "\n".join([HEAD, *(f"2026-11-20,N{n},1,0,8,0" for n in range(49_000))]).encode(),
            "log.csv has more than 1,000 exercises",
            id="too many names",
        ),
        pytest.param(b"PK\x03\x04", "a file packed as zip", id="a spreadsheet"),
        pytest.param(b"%PDF-1.7", "log.csv is a PDF", id="a PDF"),
        pytest.param(
            b"date,title\n2026-11-20,Tempo\n", "is no log of lifting", id="a running plan"
        ),
        pytest.param(b"---\n" * 1_000_000, "reads plans of 2 MB at most", id="dashes"),
        pytest.param(b'{"befit": ' + b"[" * 1_000_000, "is not JSON", id="brackets"),
    ],
)
def test_what_is_no_log_ends_in_a_sentence_at_once(content: bytes, said: str) -> None:
    begin = process_time()
    with pytest.raises(BefitError, match=said):
        imported(content)
    assert process_time() - begin < 5


def test_a_plan_in_json_has_no_boxes() -> None:
    plan = Path(__file__).parents[1] / "data" / "0.1" / "week.json"
    with pytest.raises(BefitError, match=r"week.json is a plan without boxes to tick. Tick the"):
        imported(plan.read_bytes(), file="week.json")


def a_session(day: date = FRIDAY, **changes: object) -> SessionLog:
    """A session of squats and planks."""
    fields: dict[str, object] = {"date": day, "minutes": 30, "note": "fine"}
    return SessionLog(**{**fields, "did": {"squats": SQUATS, "planks": PLANKS}, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("there", "new"),
    [
        pytest.param([], [a_session()], id="nothing"),
        pytest.param([a_session()], [], id="the same"),
        pytest.param([a_session(did={"squats": (), "planks": ()})], [], id="skipped"),
        pytest.param([a_session(OTHER_DAY)], [a_session()], id="another day"),
        pytest.param([a_session(plan=PLACE)], [], id="the same, logged by befit done"),
        pytest.param(
            [a_session(did={"squats": BRIDGES})],
            [a_session(did={"planks": PLANKS}, minutes=None, note="")],
            id="a part of it",
        ),
        pytest.param(
            [a_session(did={"squats": SQUATS}), a_session(did={"planks": PLANKS})],
            [],
            id="in two entries",
        ),
    ],
)
def test_what_is_there_already_is_left_out(there: list[SessionLog], new: list[SessionLog]) -> None:
    assert list(new_sessions([a_session()], History(sessions=tuple(there)))) == new


@pytest.mark.parametrize(
    ("there", "new"),
    [
        pytest.param(a_session(plan=PLACE), [], id="the same"),
        pytest.param(a_session(OTHER_DAY, plan=PLACE), [], id="done on another day"),
        pytest.param(
            a_session(OTHER_DAY, plan=PLACE, did={"squats": BRIDGES}, minutes=12, pain={"knee": 2}),
            [
                a_session(
                    OTHER_DAY,
                    plan=PLACE,
                    did={"squats": BRIDGES, "planks": PLANKS},
                    minutes=12,
                    pain={"knee": 2},
                )
            ],
            id="a part of it, which comes back whole",
        ),
    ],
)
def test_a_plans_session_is_known_by_its_place(there: SessionLog, new: list[SessionLog]) -> None:
    history = History(sessions=(there,))
    assert list(new_sessions([a_session(plan=PLACE)], history)) == new


@pytest.mark.parametrize(
    "name",
    ["strong.csv", "strong-android.csv", "hevy.csv", "fitnotes.csv", "plan-with-notes.md"],
)
def test_a_file_is_taken_once(name: str) -> None:
    sessions = imported(sample(name), file=name, file_units=Units.KG).sessions
    once = new_sessions(sessions, History())

    assert once == sessions
    assert new_sessions(sessions, History(sessions=once)) == ()
