"""One session on a terminal, and where the week stands with it."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from colours import marked
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_words import exercise_saying, own_warm_up
from rich.cells import cell_len
from rich.console import Console
from sample_log import DONE, MONDAY, as_planned
from sample_plan import sample_plan
from strategies import CATALOGUE, athletes
from syrupy.assertion import SnapshotAssertion

from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.values import Athlete, Note, NoteKey, Off, Race, Reason, ReasonKey, Scope
from befit_cli.views import today
from befit_cli.views.prescription import names
from befit_cli.views.today import Ahead

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
SESSIONS = tuple((WEEK, session) for session in WEEK.sessions)
MON, TUE, WED, THU, FRI = (date(2026, 11, 23) + timedelta(days=number) for number in range(5))
RACE = date(2027, 2, 14)
SKIPPED = replace(SESSIONS[0][1], done=as_planned(SESSIONS[0][1], did={"squats": ()}))
ILL = replace(SESSIONS[0][1], off=Off.ILL)
RACER = replace(PLAN.athlete, race_date=RACE)


def ahead(day: date, first: int = 0, **changes: Any) -> Ahead:
    """What is ahead from that day on, which is today, from that session of the sample week on."""
    usual = Ahead(day, day, PLAN.athlete, CATALOGUE, RACE, SESSIONS[first : first + 2])
    return replace(usual, **changes)


def printed(what: Ahead, width: int, encoding: str = "utf-8", **console: Any) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    today.show(what, Console(file=out, width=width, **options))
    out.seek(0)
    return out.read()


@pytest.mark.parametrize("width", [100, 80, 40])
def test_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(ahead(MON), width) == snapshot


def of_done(place: int = 0, **changes: Any) -> Ahead:
    """What is ahead where a session of the week is logged, and its day is asked for."""
    (week,) = DONE.weeks
    sessions = tuple((week, session) for session in week.sessions)
    return ahead(week.sessions[place].date, today=FRI, sessions=sessions[place : place + 2])


@pytest.mark.parametrize("width", [100, 80, 40])
def test_what_was_done_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(of_done(1), width) == snapshot


def test_what_was_done_as_it_prints_in_ascii(snapshot: SnapshotAssertion) -> None:
    assert printed(of_done(1), 80, "ascii") == snapshot


def test_as_it_prints_in_colour(snapshot: SnapshotAssertion) -> None:
    colours = {"force_terminal": True, "color_system": "standard"}
    assert marked(printed(ahead(TUE, 1), 80, **colours)) == snapshot


@pytest.mark.parametrize(
    ("what", "heading"),
    [
        pytest.param(ahead(MON), "Monday 23 Nov · today · medium load · 29 min", id="today"),
        pytest.param(
            ahead(TUE, 1), "Nothing today; next: Wednesday 25 Nov · low load · 24 min", id="next"
        ),
        pytest.param(
            ahead(WED, 1, today=TUE), "Wednesday 25 Nov · low load · 24 min", id="another day"
        ),
        pytest.param(
            ahead(THU, 2, today=TUE),
            "Nothing on Thursday 26 Nov; next: Friday 27 Nov · medium load · 30 min",
            id="another day without a session",
        ),
        pytest.param(
            ahead(MON, today=TUE), "Monday 23 Nov · past · medium load · 29 min", id="a past day"
        ),
        pytest.param(
            ahead(MON, today=TUE, sessions=((replace(WEEK, sessions=(ILL,)), ILL),)),
            "Monday 23 Nov · missed (ill) · medium load · 29 min",
            id="a past day off",
        ),
        pytest.param(
            ahead(MON, sessions=((replace(WEEK, sessions=(ILL,)), ILL),)),
            "Monday 23 Nov · today · medium load · 29 min",
            id="a day off that is today",
        ),
        pytest.param(of_done(), "Monday 23 Nov · done · medium load · 29 min", id="done"),
        pytest.param(
            of_done(1),
            "Wednesday 25 Nov · done Thu 26 Nov · low load · 24 min",
            id="done on another day",
        ),
        pytest.param(
            ahead(MON, sessions=((replace(WEEK, sessions=(SKIPPED,)), SKIPPED),)),
            "Monday 23 Nov · skipped · medium load · 29 min",
            id="skipped today",
        ),
        pytest.param(
            ahead(MON, sessions=SESSIONS[1:], is_done=True),
            "Done today; next: Wednesday 25 Nov · low load · 24 min",
            id="done today, and no day asked for",
        ),
        pytest.param(
            ahead(MON, today=TUE, sessions=SESSIONS[1:], is_done=True),
            "Done on Monday 23 Nov; next: Wednesday 25 Nov · low load · 24 min",
            id="done on the day that is asked for",
        ),
    ],
)
def test_the_first_line_says_which_session_it_is(what: Ahead, heading: str) -> None:
    assert printed(what, 100).splitlines()[0] == heading


@pytest.mark.parametrize(
    ("what", "standing"),
    [
        pytest.param(
            ahead(MON),
            "Week 1 of 12, session 1 of 3; next: Wednesday 25 Nov, 24 min, low load.",
            id="more to come",
        ),
        pytest.param(
            ahead(FRI, 2),
            "Week 1 of 12, session 3 of 3; the last one of your block.",
            id="the last of a block",
        ),
        pytest.param(
            ahead(FRI, 2, athlete=RACER),
            "Week 1 of 12, session 3 of 3; the last one before your race on Sunday 14 Feb.",
            id="the last before the race",
        ),
    ],
)
def test_the_last_line_says_where_the_week_stands(what: Ahead, standing: str) -> None:
    assert printed(what, 100).splitlines()[-1] == standing


@pytest.mark.parametrize(
    ("day", "athlete", "sentence"),
    [
        pytest.param(
            RACE, RACER, "Race day: good luck with your half marathon!", id="on the day of the race"
        ),
        pytest.param(
            RACE - timedelta(days=1),
            RACER,
            "No session is left before your race on Sunday 14 Feb: rest, and run easily.",
            id="before the race",
        ),
        pytest.param(
            RACE + timedelta(days=1),
            RACER,
            "No session is left: your block ends with the race on Sunday 14 Feb.",
            id="after the race",
        ),
        pytest.param(
            RACE,
            Athlete(race=Race.NONE),
            "No session is left: your block ends on Sunday 14 Feb. befit init begins another.",
            id="without a race",
        ),
    ],
)
def test_where_no_session_is_left_one_sentence_says_why(
    day: date, athlete: Athlete, sentence: str
) -> None:
    assert printed(ahead(day, athlete=athlete, sessions=()), 100) == f"{sentence}\n"


def test_a_narrow_list_says_what_was_asked_where_it_was_otherwise() -> None:
    squat, bridge, *_ = MONDAY.did.items()
    did = {"squats": (replace(squat[1][0], reps=(10, 6)),), bridge[0]: bridge[1]}
    session = replace(WEEK.sessions[0], done=replace(MONDAY, did=did))
    week = replace(WEEK, sessions=(session,))
    lines = printed(ahead(MON, sessions=((week, session),)), 40).splitlines()
    assert [line.strip() for line in lines[2:6]] == [
        "Bodyweight squat",
        "10, 6 (asked 2 × 10, 3 left)",
        "Short-range bridge, feet close",
        "2 × 12",
    ]


def test_of_what_is_done_nobody_needs_a_warm_up() -> None:
    assert "Warm-up" not in printed(of_done(), 100)
    assert "Warm-up" in printed(ahead(MON), 100)


def test_the_day_of_the_race_may_be_asked_for_long_before() -> None:
    text = printed(ahead(RACE, today=MON, athlete=RACER, sessions=()), 100)
    assert text == "Race day: good luck with your half marathon!\n"


def test_a_session_after_a_run_says_to_run_first() -> None:
    first = Reason(ReasonKey.RUN_FIRST, {"hours": 3, "better": 6})
    session = replace(WEEK.sessions[0], reasons=(Reason(ReasonKey.RUN_AHEAD, {}), first))
    week = replace(WEEK, sessions=(session,))
    text = printed(ahead(MON, sessions=((week, session),)), 100)
    assert "\nRun first, then wait at least 3 hours, better 6. Warm-up, 5 min: " in text


def test_who_logged_nothing_for_long_is_asked() -> None:
    asked = Note(
        rule="R78",
        key=NoteKey.NOTHING_LOGGED,
        scope=Scope.PLAN,
        facts={"since": "2026-11-03"},
    )
    week = replace(WEEK, notes=(*WEEK.notes, asked))
    question = "\nNothing logged since 3 Nov: say befit done all if you trained as planned, "
    assert question in printed(ahead(MON, sessions=((week, WEEK.sessions[0]),)), 100)
    assert question not in printed(ahead(MON), 100)


def test_who_has_been_sore_for_weeks_is_told() -> None:
    sore = Note(
        rule="R63",
        key=NoteKey.SORE,
        scope=Scope.WEEK,
        facts={"exercises": ["Squats"], "offers": False},
    )
    week = replace(WEEK, notes=(*WEEK.notes, sore))
    told = "Squats. See a clinician about it."
    assert told in printed(ahead(MON, sessions=((week, WEEK.sessions[0]),)), 100)
    assert told not in printed(ahead(MON), 100)


@given(athlete=athletes(), week=st.integers(0, 7))
def test_a_session_of_seven_exercises_or_fewer_fits_a_screen(athlete: Athlete, week: int) -> None:
    athlete = replace(athlete, race_date=None)
    season = plan_season(athlete, MON, 8)
    (planned,) = plan_block(athlete, CATALOGUE, (season[week],))
    for session in planned.sessions:
        lines = printed(ahead(session.date, sessions=((planned, session),)), 80).splitlines()
        minded = any(exercise.niggle_note for exercise in session.exercises)
        wrapped = any(len(" ".join(names(exercise))) > 36 for exercise in session.exercises)
        if len(session.exercises) <= 7 and not (minded or wrapped):
            assert len(lines) <= 23, "\n".join(lines)


@given(
    width=st.integers(20, 140),
    text=st.text(max_size=60),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_any_text_fits_and_sends_no_control_characters(
    width: int, text: str, encoding: str
) -> None:
    exercises = (exercise_saying(WEEK.sessions[0].exercises[0], text),)
    session = replace(WEEK.sessions[0], exercises=exercises, warm_up=own_warm_up(text))
    week = replace(WEEK, sessions=(session,))
    shown = printed(ahead(MON, sessions=((week, session),)), width, encoding)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_color_changes_no_character(width: int) -> None:
    coloured = printed(ahead(MON), width, force_terminal=True, color_system="standard")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(ahead(MON), width)
