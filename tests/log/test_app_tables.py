"""What Strong, Hevy and FitNotes export is read, in each of the layouts that they have."""

from __future__ import annotations

import codecs
from datetime import date

import pytest
from lifting_logs import FRIDAY, imported, sample

from befit_cli.errors import BefitError
from befit_cli.values import Units
from befit_cli.values.history import SessionLog, Work

WEDNESDAY = date(2026, 11, 25)
STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
A_SET = "2026-11-20 07:30:00,Legs,Squat (Barbell),1,60,8,0,0,7"


@pytest.mark.parametrize(
    ("name", "source", "sessions"),
    [
        pytest.param(
            "strong.csv",
            "Strong",
            [
                SessionLog(
                    date=WEDNESDAY,
                    minutes=29,
                    did={
                        "squats": (Work(form="Barbell squat", reps=(10, 12), kg=(60,), left=2),),
                        "planks": (Work(form="Plank", hold_s=(20,)),),
                    },
                )
            ],
            id="Strong",
        ),
        pytest.param(
            "strong-android.csv",
            "Strong",
            [
                SessionLog(
                    date=FRIDAY,
                    minutes=65,
                    did={
                        "squats": (Work(form="Barbell squat", reps=(8, 12), kg=(60.1, 43.09)),),
                        "pull-ups": (Work(form="Pull-up", reps=(6,), left=0),),
                    },
                    note="slept badly",
                )
            ],
            id="Strong for Android, in pounds with commas",
        ),
        pytest.param(
            "strong-notes.csv",
            "Strong",
            [
                SessionLog(
                    date=FRIDAY,
                    minutes=29,
                    did={
                        "romanian-deadlifts": (
                            Work(form="Romanian deadlift", reps=(10, 9), kg=(16, 18)),
                        ),
                        "planks": (Work(form="Side plank", hold_s=(45,)),),
                    },
                    note="Romanian Deadlift (Dumbbell): grip first, then hips",
                )
            ],
            id="Strong with its workouts numbered, and notes",
        ),
        pytest.param(
            "hevy.csv",
            "Hevy",
            [
                SessionLog(
                    date=WEDNESDAY,
                    minutes=29,
                    did={
                        "squats": (Work(form="Barbell squat", reps=(10,), kg=(60,), left=3),),
                        "planks": (Work(form="Plank", hold_s=(20,)),),
                    },
                    note="Squat (Barbell): felt easy",
                )
            ],
            id="Hevy",
        ),
        pytest.param(
            "hevy-pounds.csv",
            "Hevy",
            [
                SessionLog(
                    date=FRIDAY,
                    minutes=35,
                    did={
                        "bulgarian-split-squats": (
                            Work(
                                form="Weighted Bulgarian split squat",
                                reps=(8, 9),
                                kg=(15.88,),
                                left=0,
                            ),
                        ),
                        "calf-raises": (Work(form="", reps=(15,), kg=(31.75,)),),
                    },
                ),
                SessionLog(
                    date=date(2026, 12, 5),
                    minutes=20,
                    did={"planks": (Work(form="Plank", hold_s=(60,)),)},
                ),
            ],
            id="Hevy in Spanish and pounds, supersets, past midnight",
        ),
        pytest.param(
            "hevy-iso.csv",
            "Hevy",
            [
                SessionLog(
                    date=FRIDAY,
                    minutes=35,
                    did={
                        "hip-thrusts": (
                            Work(form="Barbell hip thrust", reps=(8,), kg=(80,), left=3),
                        ),
                        "glute-bridges": (Work(form="Nordic lowering", reps=(5,)),),
                    },
                )
            ],
            id="Hevy without quotes",
        ),
        pytest.param(
            "fitnotes.csv",
            "FitNotes",
            [
                SessionLog(
                    date=FRIDAY,
                    did={
                        "squats": (Work(form="Barbell squat", reps=(8, 7), kg=(60,)),),
                        "planks": (Work(form="Plank", hold_s=(60,)),),
                    },
                )
            ],
            id="FitNotes",
        ),
        pytest.param(
            "fitnotes-units.csv",
            "FitNotes",
            [
                SessionLog(
                    date=FRIDAY,
                    did={
                        "glute-bridges": (
                            Work(form="Weighted glute bridge", reps=(12, 12), kg=(20, 20.41)),
                        ),
                        "pull-ups": (Work(form="One-arm row", reps=(10,), kg=(16,)),),
                    },
                    note="Glute Bridge: slow",
                )
            ],
            id="FitNotes with a unit in each row",
        ),
        pytest.param(
            "fitnotes-iphone.csv",
            "FitNotes",
            [
                SessionLog(
                    date=FRIDAY,
                    did={
                        "romanian-deadlifts": (
                            Work(form="Barbell Romanian deadlift", reps=(8,), kg=(45.36,)),
                        ),
                        "planks": (Work(form="Push-up", reps=(12,)),),
                    },
                )
            ],
            id="FitNotes for the iPhone",
        ),
    ],
)
def test_an_export_is_read(name: str, source: str, sessions: list[SessionLog]) -> None:
    # whatever it is called
    found = imported(sample(name), file="export.txt", file_units=Units.KG)

    assert found.source == source
    assert list(found.sessions) == sessions


def test_what_is_left_out_is_counted() -> None:
    found = imported(sample("strong-android.csv"))

    assert (found.warm_up_sets, found.cardio_rows, found.not_ours) == (
        1,
        1,
        ("Bench Press (Barbell)",),
    )


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("2026-11-20,Running,Cardio,,,,30:00", id="by its name"),
        pytest.param("2026-11-20,Zumba,Cardio,,10,,30:00", id="by its category"),
        pytest.param("2026-11-20,Sled,Legs,20,,40,", id="by a distance alone"),
    ],
)
def test_what_is_no_strength_work_is_left_out(row: str) -> None:
    found = imported(f"Date,Exercise,Category,Weight (kgs),Reps,Distance,Time\n{row}\n")

    assert (found.cardio_rows, found.sessions, found.unknown, found.unread) == (1, (), (), ())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{STRONG}\n{A_SET}\n".encode(), id="commas"),
        pytest.param(f"{STRONG}\r\n{A_SET}\r\n".encode(), id="CRLF"),
        pytest.param(f"{STRONG}\n{A_SET}".replace(",", ";").encode(), id="semicolons"),
        pytest.param(f"{STRONG}\n{A_SET}".replace(",", "\t").encode(), id="tabs"),
        pytest.param(codecs.BOM_UTF8 + f"{STRONG}\n{A_SET}\n".encode(), id="a byte order mark"),
        pytest.param(f"{STRONG}\n{A_SET}\n".encode("utf-16"), id="UTF-16"),
        pytest.param(f"my log\n\n{STRONG}\n{A_SET}\n".encode(), id="a title above"),
        pytest.param(f"{STRONG},Mood\n{A_SET},#1\n".encode(), id="a column of nobody's"),
    ],
)
def test_any_spreadsheet_may_have_saved_it(content: bytes) -> None:
    (session,) = imported(content, file_units=Units.KG).sessions

    assert session.did == {"squats": (Work(form="Barbell squat", reps=(8,), kg=(60,), left=3),)}


def test_a_title_that_begins_as_a_comment_does_is_a_row() -> None:
    table = (
        "title,start_time,exercise_title,set_type,weight_kg,reps\n"
        "#1 Legs,2026-11-20 18:00,Plank,normal,,5\n"
    )

    assert len(imported(table).sessions) == 1


@pytest.mark.parametrize(
    ("cells", "work"),
    [
        pytest.param("1,0,8,0,0,", Work(form="Barbell squat", reps=(8,)), id="no weight"),
        pytest.param("1,60,8.5,0,0,", Work(form="Barbell squat", reps=(8,), kg=(60,)), id="a half"),
        pytest.param("1,60,0,0,0,", Work(form="Barbell squat", reps=(0,), kg=(60,)), id="failed"),
        pytest.param("1,60,0,0,30,", Work(form="Barbell squat", hold_s=(30,), kg=(60,)), id="held"),
        pytest.param(
            "1,60,0,0,30 s,",
            Work(form="Barbell squat", hold_s=(30,), kg=(60,)),
            id="held, with its unit",
        ),
        pytest.param(
            "1,60,8,0,30,",
            Work(form="Barbell squat", reps=(8,), kg=(60,)),
            id="repetitions in time",
        ),
        pytest.param(
            "F,60,8,0,0,", Work(form="Barbell squat", reps=(8,), kg=(60,), left=0), id="to failure"
        ),
        pytest.param(
            "1,60,8,0,0,8.5", Work(form="Barbell squat", reps=(8,), kg=(60,), left=1), id="RPE 8.5"
        ),
        pytest.param(
            "1,60,8,0,0,75", Work(form="Barbell squat", reps=(8,), kg=(60,)), id="no such RPE"
        ),
    ],
)
def test_a_row_is_a_set(cells: str, work: Work) -> None:
    row = f"2026-11-20 07:30:00,Legs,Squat (Barbell),{cells}"
    (session,) = imported(f"{STRONG}\n{row}\n", file_units=Units.KG).sessions

    assert session.did == {"squats": (work,)}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param(
            "soon,Legs,Plank,1,0,8,0,0,", "'soon' is no date that befit can read", id="date"
        ),
        pytest.param("2027-01-01,Legs,Plank,1,0,8,0,0,", "2027-01-01 hasn't come yet", id="ahead"),
        pytest.param("2026-11-20,Legs,,1,0,8,0,0,", "it names no exercise", id="no name"),
        pytest.param(
            f"2026-11-20,Legs,{'x' * 101},1,0,8,0,0,", "its name is too long", id="a long name"
        ),
        pytest.param(
            "2026-11-20,Legs,Plank,1,0,many,0,0,",
            "'many' is no number, and stands where reps should",
            id="words",
        ),
        pytest.param(
            "2026-11-20,Legs,Plank,1,0,1e9,0,0,",
            "'1e9' is no number, and stands where reps should",
            id="1e9",
        ),
        pytest.param(
            "2026-11-20,Legs,Plank,1,0,9999,0,0,",
            "9999 repetitions in a set are more than anybody does",
            id="too many",
        ),
        pytest.param(
            "2026-11-20,Legs,Plank,1,9999,8,0,0,",
            "9999 kg are more than anybody does",
            id="too heavy",
        ),
        pytest.param(
            "2026-11-20,Legs,Plank,1,0,0,0,9999,",
            "9999 seconds in a set are more than anybody does",
            id="too long",
        ),
        pytest.param(
            "2026-11-20,Legs,Plank,1,0,0,0,0,", "it has neither repetitions nor seconds", id="empty"
        ),
    ],
)
def test_a_row_that_says_no_set_is_told_with_its_line(row: str, why: str) -> None:
    found = imported(f"{STRONG}\n{A_SET}\n{row}\n", file_units=Units.KG)

    assert [(unread.where, unread.why) for unread in found.unread] == [("line 3", why)]
    assert len(found.sessions) == 1  # and the rest is read


def test_two_sessions_of_a_day_are_one_entry() -> None:
    rows = [
        "2026-11-20 07:30:00,20m,Plank,1,0,0,30",
        "2026-11-20 18:30:00,15m,Plank,1,0,0,40",
    ]
    table = "\n".join(["Date,Duration,Exercise Name,Set Order,Weight,Reps,Seconds", *rows])

    (session,) = imported(table).sessions
    assert session.minutes == 35
    assert session.did == {"planks": (Work(form="Plank", hold_s=(30, 40)),)}


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        pytest.param("29m", 29, id="minutes"),
        pytest.param("1h 5m", 65, id="an hour and minutes"),
        pytest.param("2h", 120, id="hours"),
        pytest.param("7 min", 7, id="in a word"),
        pytest.param("1800", None, id="a number of nobody knows what"),
        pytest.param("19h 3m", None, id="never ended"),
    ],
)
def test_how_long_it_was_is_read_where_it_is_said(duration: str, minutes: int | None) -> None:
    table = (
        "Date,Workout Duration,Exercise Name,Set Order,Reps\n"
        f"2026-11-20 07:30:00,{duration},Plank,1,5\n"
    )

    (session,) = imported(table).sessions
    assert session.minutes == minutes


def test_a_thousand_exercises_are_read_and_no_more() -> None:
    rows = [f"2026-11-20 07:30:00,Legs,Lift {number},1,0,8,0,0," for number in range(1_001)]

    assert len(imported("\n".join([STRONG, *rows[:-1]])).unknown) == 1_000
    with pytest.raises(BefitError, match="more than 1,000 exercises"):
        imported("\n".join([STRONG, *rows]))


@pytest.mark.parametrize(
    ("began", "ended", "minutes"),
    [
        pytest.param("11:30 AM", "12:15 PM", 45, id="over noon"),
        pytest.param("11:30 PM", "12:15 AM", 45, id="over midnight"),
        pytest.param("6:30 PM", "19:15", 45, id="of twelve hours and of a day's"),
    ],
)
def test_how_long_it_was_is_from_its_beginning_to_its_end(
    began: str, ended: str, minutes: int
) -> None:
    table = (
        "title,start_time,end_time,exercise_title,set_type,reps\n"
        f"Legs,2026-11-20 {began},2026-11-20 {ended},Plank,normal,5\n"
    )

    assert imported(table).sessions[0].minutes == minutes


def test_a_weight_without_its_unit_is_asked_about() -> None:
    with pytest.raises(BefitError) as told:
        imported(f"{STRONG}\n{A_SET}\n", file="strong.csv")

    assert str(told.value) == (
        "strong.csv doesn't say whether its weights are in kg or in lb. Add --unit kg or --unit lb."
    )


def test_a_log_without_weights_needs_no_unit() -> None:
    assert imported(f"{STRONG}\n2026-11-20,Legs,Plank,1,0,0,0,30,\n").sessions


def test_a_date_that_could_be_two_is_asked_about() -> None:
    rows = [A_SET.replace("2026-11-20 07:30:00", day) for day in ("04/05/2026", "03/06/2026")]
    with pytest.raises(BefitError, match="04/05/2026 could be"):
        imported("\n".join([STRONG, *rows]), file_units=Units.KG)
