"""The calendar, read by vobject, a reader that shares no code with the writer."""

from __future__ import annotations

import json
import re
import time as clock
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import assume, example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_words import exercise_saying, own_reasons, own_warm_up
from sample_plan import (
    ARM_PULL,
    BALANCE,
    BIRD_DOG,
    HEEL_RAISE,
    HIP_THRUST,
    SQUAT,
    sample_plan,
    session,
)
from strategies import CATALOGUE, athletes_and_weeks, drawn, times

from befit_cli import views
from befit_cli.planning.planner import plan_block
from befit_cli.values import (
    Athlete,
    Day,
    Group,
    Kit,
    Level,
    Off,
    Plan,
    Prescription,
    Race,
    SeasonWeek,
    Session,
    SessionLog,
    Units,
    Work,
    usual_runs,
)
from befit_cli.views import sentences
from befit_cli.views import words as wording

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
BERLIN = ZoneInfo("Europe/Berlin")
HALF_PAST_SIX = time(18, 30, tzinfo=BERLIN)
TODAY = date(2026, 11, 20)

MONDAY = session(Day.MON, (SQUAT,), "")
MONDAYS_TITLE = "Squats · 29 min"
DONE = {SQUAT.id: (Work(form=SQUAT.form, reps=(8, 8)),)}

EXERCISE = re.compile(
    r"(?P<order>\d+)\. (?P<name>.+)\n(?P<sets>\d+) × (?:(?P<reps>\d+)|(?P<hold_s>\d+)-s "
    r"hold)(?P<per_side> each side)?(?:, [0-9.]+ s each)?, (?:stop with (?P<rir>\d+)(?: or more)? "
    r"left|stop if form slips|stop with time to spare), (?:no "
    r"rest|rest (?:(?P<rest_s>\d+) s|(?P<rest_min>\d+) min))\n(?P<cue>.+)\n(?:Mind: "
    r"(?P<niggle_note>.+)\n)?(?:Next|After the race): (?P<progress>.+)"
)
CONTENT_LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[A-Z-]+)?:[^\x00-\x1f\x7f]*")
NASTY = st.text(
    st.sampled_from("\\nN,;:\"'<>&^ é深🏃\t\r\n\x1b\u202e") | st.characters(), max_size=40
)


def rendered(plan: Plan, at: time | None = None, **more: Any) -> bytes:
    written = {"today": TODAY} | more
    calendar = views.render(plan, "ics", at=at, catalogue=CATALOGUE, **written)
    assert isinstance(calendar, bytes)
    return calendar


def events(plan: Plan, at: time | None = None, **more: Any) -> list[Any]:
    """The events, of a calendar that has all it must have."""
    calendar = vobject.readOne(rendered(plan, at, **more).decode())
    assert calendar.validate(raiseException=True)
    return calendar.vevent_list


def with_sessions(*sessions: Session) -> Plan:
    return replace(PLAN, weeks=(replace(WEEK, sessions=sessions),))


def uids(plan: Plan, at: time | None = None) -> list[str]:
    return [event.uid.value for event in events(plan, at)]


def described(description: str) -> list[dict[str, Any]]:
    """The exercises of a description, under the keys of the JSON."""
    return [_fields(match) for match in map(EXERCISE.fullmatch, description.split("\n\n")) if match]


def _fields(said: re.Match[str]) -> dict[str, Any]:
    numbers = {
        key: int(said[key]) if said[key] else None
        for key in ("order", "sets", "reps", "hold_s", "rir")
    }
    texts = {key: said[key] for key in ("name", "cue", "niggle_note", "progress")}
    rest_s = int(said["rest_min"]) * 60 if said["rest_min"] else int(said["rest_s"] or 0)
    return {**numbers, **texts, "per_side": bool(said["per_side"]), "rest_s": rest_s}


def _expected(order: int, exercise: dict[str, Any], said: str) -> dict[str, Any]:
    kept = ("sets", "reps", "hold_s", "per_side", "rir", "rest_s", "cue", "niggle_note", "progress")
    name = (
        exercise["form"] if said == exercise["form"] else f"{exercise['form']} ({exercise['name']})"
    )
    return {"order": order, "name": name, **{key: exercise[key] for key in kept}}


def assert_says_the_json(plan: Plan) -> None:
    """Every session of the plan's JSON has its event, which says the same."""
    sessions = [
        session
        for week in json.loads(views.render(plan, "json", catalogue=CATALOGUE))["weeks"]
        for session in week["sessions"]
    ]
    for event, told in zip(events(plan), sessions, strict=True):
        assert event.summary.value.endswith(f" · {told['minutes']} min")
        assert event.dtstart.value.isoformat() == told["date"]
        facts, why, warm_up, *rest = event.description.value.split("\n\n")
        assert facts.startswith(f"Strength, {told['load']} load, {told['minutes']} min\nWeek ")
        assert why == told["why"]
        steps = [f"- {step}" for step in told["warm_up"]["steps"]]
        assert warm_up.split("\n") == [f"Warm-up, {told['warm_up']['minutes']} min", *steps]
        found = described("\n\n".join(rest))
        assert found == [
            _expected(order, each, found[order - 1]["name"])
            for order, each in enumerate(told["exercises"], 1)
        ]


def test_every_session_is_an_event_that_says_all_of_it() -> None:
    assert_says_the_json(PLAN)


@given(drawn_week=athletes_and_weeks())
@times(0.2)
def test_so_it_is_for_anybody(drawn_week: tuple[Athlete, SeasonWeek]) -> None:
    athlete, when = drawn_week
    weeks = plan_block(athlete, CATALOGUE, (when,))
    assume(weeks[0].sessions)
    assert_says_the_json(replace(PLAN, athlete=athlete, weeks=weeks))


def test_a_description_reads_well_on_a_phone() -> None:
    monday = session(
        Day.MON,
        (SQUAT, BIRD_DOG),
        "The day after your long run.",
        warm_up=own_warm_up("walk briskly, 2 min", "8 slow squats"),
    )
    (event,) = events(with_sessions(monday))
    assert event.description.value == (
        "Strength, medium load, 29 min\nWeek 1 of 12 · general strength\n\n"
        "The day after your long run.\n\nWarm-up, 5 min\n- walk briskly, 2 min\n- 8 slow "
        "squats\n\n1. Bodyweight squat\n2 × 10, stop with 3 left, rest 75 s\nKnees travel over "
        "the middle toes.\nMind: bend to a chair, no deeper, while the knee is sore.\nNext: Two "
        "repetitions more, then the slow-lowering squat.\n\n2. Bird dog\n2 × "
        "10-s hold each side, stop if form slips, rest 30 s\nReach long instead of high.\nNext: "
        "Then arm and leg lifts lying down.\n\nPain 0-3 of 10: go on. 4-5: do less. Over 5, or "
        "sharp, or worse from day to day: stop."
    )


def test_in_a_taper_an_exercise_goes_on_after_the_race() -> None:
    plan = replace(PLAN, weeks=(replace(WEEK, taper=True),))
    texts = [event.description.value for event in events(plan)]
    assert all("\nAfter the race: " in text and "\nNext: " not in text for text in texts)


def test_what_is_not_said_leaves_no_gap() -> None:
    monday = session(Day.MON, (replace(SQUAT, niggle_note=None),), "")
    (event,) = events(replace(with_sessions(monday), safety=()))
    description = event.description.value
    assert description.startswith(
        "Strength, medium load, 29 min\nWeek 1 of 12 · general strength\n\nWarm-up, 5 min\n"
    )
    assert description.endswith(
        "Knees travel over the middle toes.\nNext: Two repetitions more, then the slow-lowering "
        "squat."
    )


def test_an_exercise_that_says_no_next_leaves_no_gap_either() -> None:
    monday = session(Day.MON, (replace(SQUAT, next=None),), "")
    (event,) = events(replace(with_sessions(monday), safety=()))
    assert event.description.value.endswith(
        "Knees travel over the middle toes.\nMind: bend to a chair, no deeper, while the knee is "
        "sore."
    )


def test_a_session_takes_its_whole_day_and_leaves_it_free() -> None:
    first = events(PLAN)[0]
    assert (first.dtstart.value, first.dtend.value) == (date(2026, 11, 23), date(2026, 11, 24))
    assert first.transp.value == "TRANSPARENT"


def test_with_a_time_the_runner_is_busy_for_the_minutes_of_the_session() -> None:
    for event, told in zip(events(PLAN, HALF_PAST_SIX), WEEK.sessions, strict=True):
        assert event.dtstart.value == datetime.combine(told.date, HALF_PAST_SIX)
        assert event.dtend.value - event.dtstart.value == timedelta(minutes=told.minutes)
        assert event.transp.value == "OPAQUE"


@pytest.fixture
def machine_in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as environment:
        environment.setenv("TZ", "Europe/Berlin")
        clock.tzset()
        yield
    clock.tzset()


BEFORE_AND_AFTER = with_sessions(
    session(Day.FRI, (SQUAT,), "Winter time.", date=date(2027, 3, 26)),
    session(Day.MON, (SQUAT,), "Summer time.", date=date(2027, 3, 29)),
)


either_zone = pytest.mark.parametrize(
    "zone",
    [pytest.param(BERLIN, id="the zone asked for"), pytest.param(None, id="the machine's zone")],
)


@pytest.mark.usefixtures("machine_in_berlin")
@either_zone
def test_half_past_six_stays_half_past_six_when_the_clocks_change(zone: ZoneInfo | None) -> None:
    content = rendered(BEFORE_AND_AFTER, time(18, 30, tzinfo=zone))
    assert re.findall(rb"DTSTART.*", content) == [
        b"DTSTART:20270326T173000Z\r",
        b"DTSTART:20270329T163000Z\r",
    ]


@pytest.mark.usefixtures("machine_in_berlin")
@either_zone
@pytest.mark.parametrize(
    ("day", "begins"),
    [
        pytest.param(
            date(2027, 3, 28), datetime(2027, 3, 28, 1, 30), id="never, by the one before"
        ),
        pytest.param(date(2027, 10, 31), datetime(2027, 10, 31, 0, 30), id="twice, at the first"),
    ],
)
def test_half_past_two_begins_also_where_no_clock_shows_it_or_each_does_twice(
    day: date, begins: datetime, zone: ZoneInfo | None
) -> None:
    sunday = with_sessions(session(Day.SUN, (SQUAT,), "", date=day, minutes=45))
    (event,) = events(sunday, time(2, 30, tzinfo=zone))
    assert event.dtstart.value == begins.replace(tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=45)


@pytest.mark.usefixtures("machine_in_berlin")
def test_the_zone_asked_for_beats_the_machines() -> None:
    first = events(PLAN, time(18, 30, tzinfo=ZoneInfo("America/New_York")))[0]
    assert first.dtstart.value == datetime(2026, 11, 23, 23, 30, tzinfo=UTC)


MOVED = with_sessions(
    replace(WEEK.sessions[0], day=Day.TUE, date=date(2026, 11, 24), minutes=20), *WEEK.sessions[1:]
)
ANOTHER = Athlete(
    race=Race.MARATHON,
    sessions=2,
    level=Level.ADVANCED,
    kit=(Kit.BAND,),
    minutes=45,
    long_run=None,
    hard_runs=(Day.TUE,),
    days=(Day.MON, Day.WED, Day.FRI),
    focus=Group.KNEE,
    niggles=(),
    without=("squats",),
    race_date=date(2027, 2, 14),
    swap=(("lunges", "step-ups"),),
    units=Units.LB,
    notes="Slow calves",
    kit_by_day={Day.WED: (Kit.BARBELL,)},
)
"""Another in everything but the name."""


@pytest.mark.parametrize(
    ("plan", "at"),
    [
        pytest.param(PLAN, HALF_PAST_SIX, id="another time"),
        pytest.param(MOVED, None, id="another day and length"),
        pytest.param(replace(PLAN, befit="0.2.0"), None, id="a later befit"),
        pytest.param(
            with_sessions(*(replace(each, exercises=(SQUAT,)) for each in WEEK.sessions)),
            None,
            id="other exercises",
        ),
        pytest.param(replace(PLAN, athlete=ANOTHER), None, id="every other option"),
        pytest.param(replace(PLAN, weeks=(replace(WEEK, of=8),)), None, id="a shorter block"),
    ],
)
def test_a_second_import_updates_the_event(plan: Plan, at: time | None) -> None:
    assert uids(plan, at) == uids(PLAN)


def test_no_option_but_the_name_is_left_as_it_was() -> None:
    same = [
        field
        for field in Athlete.__struct_fields__
        if getattr(ANOTHER, field) == getattr(PLAN.athlete, field)
    ]
    assert same == ["name"]


LATER = timedelta(weeks=1)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(PLAN, athlete=replace(PLAN.athlete, name="Ana")), id="another runner"),
        pytest.param(
            replace(PLAN, weeks=(replace(WEEK, starts=WEEK.starts + LATER),)),
            id="a block that began on another Monday",
        ),
        pytest.param(
            replace(PLAN, weeks=(replace(WEEK, number=2, starts=WEEK.starts + LATER),)),
            id="another week of the block",
        ),
    ],
)
def test_two_that_are_not_the_same_never_share_an_event(other: Plan) -> None:
    assert not set(uids(other)) & set(uids(PLAN))


def test_every_session_of_a_block_is_an_event_of_its_own_and_the_same_in_its_weeks_file() -> None:
    second = replace(WEEK, number=2, starts=WEEK.starts + LATER)
    block = uids(replace(PLAN, weeks=(WEEK, second)))
    assert len(set(block)) == 6
    assert block == uids(PLAN) + uids(replace(PLAN, weeks=(second,)))


def test_a_week_that_lacks_a_session_keeps_the_events_of_the_others() -> None:
    first, _, third = uids(PLAN)
    assert uids(with_sessions(WEEK.sessions[0], WEEK.sessions[2])) == [first, third]


def test_that_a_week_has_no_session_stands_in_the_place_of_its_first() -> None:
    assert uids(with_sessions()) == uids(PLAN)[:1]


def test_the_uid_of_an_event_stays_from_version_to_version() -> None:
    named = replace(PLAN, athlete=replace(PLAN.athlete, name="Zoë"))
    fifth = replace(PLAN, weeks=(replace(WEEK, number=5, starts=WEEK.starts + 4 * LATER),))
    assert uids(PLAN)[1] == "e3b0c44298fc1c14-2026-11-23-1-2@befit"
    assert uids(fifth)[1] == "e3b0c44298fc1c14-2026-11-23-5-2@befit"
    assert uids(named)[1] == "c6a12698582fc110-2026-11-23-1-2@befit"


def test_a_uid_tells_nobody_the_name() -> None:
    named = replace(PLAN, athlete=replace(PLAN.athlete, name="Ana"))
    assert "Ana" not in "".join(uids(named))


@pytest.mark.parametrize(
    ("written", "sequence"),
    [
        pytest.param(date(2020, 1, 1), 0, id="the first day"),
        pytest.param(date(2020, 1, 2), 1, id="the day after"),
        pytest.param(date(2026, 11, 20), 2515, id="any day"),
        pytest.param(date(1970, 1, 1), 0, id="a clock that was never set"),
        pytest.param(None, 0, id="no day"),
    ],
)
def test_what_is_written_on_a_later_day_supersedes_what_was_written_before(
    written: date | None, sequence: int
) -> None:
    said = {event.sequence.value for event in events(PLAN, today=written)}
    assert said == {str(sequence)}


def test_an_event_is_stamped_with_the_day_of_writing_and_not_by_the_clock() -> None:
    assert {event.dtstamp.value for event in events(PLAN)} == {datetime(2026, 11, 20, tzinfo=UTC)}


def titled(*exercises: Prescription, minutes: int = 29) -> str:
    (event,) = events(with_sessions(session(Day.MON, exercises, "", minutes=minutes)))
    title: str = event.summary.value
    return title


@pytest.mark.parametrize(
    ("exercises", "title"),
    [
        pytest.param((), "Strength · 29 min", id="none"),
        pytest.param((replace(SQUAT, name="\t"),), "Strength · 29 min", id="none that can be seen"),
        pytest.param((SQUAT,), "Squats · 29 min", id="one"),
        pytest.param(
            (SQUAT, HIP_THRUST, HEEL_RAISE, BALANCE),
            "Squats, Hip thrusts, Calf raises · 29 min",
            id="the first three of more",
        ),
        pytest.param(
            (SQUAT, SQUAT, HEEL_RAISE, BALANCE),
            "Squats, Calf raises, Single-leg balances · 29 min",
            id="each once",
        ),
        pytest.param(
            (ARM_PULL, BIRD_DOG),
            "Face-down arm pulls, Bird dog · 29 min",
            id="by the form where the exercise would promise something else",
        ),
        pytest.param(
            (replace(SQUAT, name=r"Squat\N; a, b", form="Squat B"),),
            r"Squat\N; a, b · 29 min",
            id="in any letters",
        ),
    ],
)
def test_a_title_says_first_what_to_do(exercises: tuple[Prescription, ...], title: str) -> None:
    assert titled(*exercises) == title


def test_strength_is_found_though_no_title_says_it() -> None:
    for event in [*events(PLAN), *events(with_sessions())]:
        assert event.categories.value == ["Strength"]
    assert all(event.description.value.startswith("Strength, ") for event in events(PLAN))


@pytest.mark.parametrize(
    ("minutes", "ahead"),
    [
        pytest.param(30, timedelta(minutes=-30), id="before it"),
        pytest.param(0, timedelta(0), id="as it starts"),
        pytest.param(1440, timedelta(days=-1), id="a day before"),
    ],
)
def test_a_reminder_comes_so_many_minutes_before_a_session(minutes: int, ahead: timedelta) -> None:
    for event in events(PLAN, HALF_PAST_SIX, remind=minutes):
        (alarm,) = event.valarm_list
        assert alarm.action.value == "DISPLAY"
        assert alarm.trigger.value == ahead
        assert alarm.description.value == event.summary.value


@pytest.mark.parametrize(
    ("plan", "at", "remind"),
    [
        pytest.param(PLAN, HALF_PAST_SIX, None, id="where none is asked for"),
        pytest.param(PLAN, None, 30, id="of a session without a time"),
        pytest.param(with_sessions(), HALF_PAST_SIX, 30, id="of a week without sessions"),
    ],
)
def test_there_is_no_reminder(plan: Plan, at: time | None, remind: int | None) -> None:
    assert b"VALARM" not in rendered(plan, at, remind=remind)


@pytest.mark.parametrize(
    ("monday", "title"),
    [
        pytest.param(
            replace(MONDAY, off=Off.ILL), f"Missed (ill) · {MONDAYS_TITLE}", id="on a day off"
        ),
        pytest.param(
            replace(MONDAY, done=SessionLog(date=MONDAY.date, did={SQUAT.id: ()})),
            f"Skipped · {MONDAYS_TITLE}",
            id="as the log says",
        ),
    ],
)
def test_what_nobody_did_says_so_first_and_takes_no_time(monday: Session, title: str) -> None:
    after = monday.date + timedelta(days=1)
    (event,) = events(with_sessions(monday), HALF_PAST_SIX, remind=30, today=after)
    assert event.summary.value == title
    assert (event.dtstart.value, event.transp.value) == (monday.date, "TRANSPARENT")
    assert "valarm" not in event.contents


@pytest.mark.parametrize(
    ("monday", "today"),
    [
        pytest.param(replace(MONDAY, off=Off.ILL), MONDAY.date, id="a day off that is today"),
        pytest.param(MONDAY, MONDAY.date + timedelta(days=1), id="past, and nothing is said of it"),
        pytest.param(
            replace(MONDAY, done=SessionLog(date=MONDAY.date, did=DONE)), MONDAY.date, id="done"
        ),
    ],
)
def test_any_other_session_keeps_its_title_and_its_time(monday: Session, today: date) -> None:
    (event,) = events(with_sessions(monday), HALF_PAST_SIX, today=today)
    assert (event.summary.value, event.transp.value) == (MONDAYS_TITLE, "OPAQUE")


def test_nothing_else_is_said_of_the_calendar_or_an_event() -> None:
    calendar = vobject.readOne(rendered(PLAN).decode())
    safety = "\n".join(sentences.safety_lines(PLAN))
    assert {
        name: value.value for name, (value, *_) in calendar.contents.items() if name != "vevent"
    } == {
        "version": "2.0",
        "prodid": "-//befit//befit 0.1.0//EN",
        "calscale": "GREGORIAN",
        "name": "Strength for the half marathon",
        "x-wr-calname": "Strength for the half marathon",
        "description": safety,
        "x-wr-caldesc": safety,
    }
    for event in calendar.vevent_list:
        assert set(event.contents) == {
            "uid",
            "dtstamp",
            "sequence",
            "dtstart",
            "dtend",
            "transp",
            "summary",
            "categories",
            "description",
        }


@pytest.mark.parametrize(
    ("race_date", "said"),
    [
        pytest.param(date(2026, 11, 29), "Race week: no strength", id="race week"),
        pytest.param(None, "No strength this week", id="any other week"),
    ],
)
@pytest.mark.parametrize("at", [None, HALF_PAST_SIX], ids=["all day", "with a time"])
def test_a_week_without_sessions_says_so_on_its_monday(
    race_date: date | None, said: str, at: time | None
) -> None:
    athlete = replace(PLAN.athlete, race_date=race_date)
    week = replace(WEEK, sessions=(), runs=usual_runs(athlete, WEEK.starts))
    (event,) = events(replace(PLAN, athlete=athlete, weeks=(week,)), at)
    assert event.summary.value == said
    assert (event.dtstart.value, event.transp.value) == (date(2026, 11, 23), "TRANSPARENT")


@given(text=NASTY)
@example(text="C:\\New\\next, one; two \\\\N \\")
@example(text="END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged")
@example(text="深蹲🏃é" * 2_500)
@example(text="\ufeff")
@drawn
def test_any_text_comes_back_in_lines_that_any_calendar_reads(text: str) -> None:
    monday = session(Day.MON, (exercise_saying(SQUAT, text),), "")
    plan = with_sessions(
        replace(monday, reasons=own_reasons(text), warm_up=own_warm_up(text, "march"))
    )

    *lines, end = rendered(plan).split(b"\r\n")
    assert end == b""
    assert max(map(len, lines)) <= 75
    unfolded = "\n".join(line.decode() for line in lines).replace("\n ", "").split("\n")
    assert [line for line in unfolded if not CONTENT_LINE.fullmatch(line)] == []

    (event,) = events(plan)
    said = [
        "Strength, medium load, 29 min",
        "Week 1 of 12 · general strength",
        text,
        "Warm-up, 5 min",
        f"- {text}",
        "- march",
        f"1. {text}",
        "2 × 10, stop with 3 left, rest 75 s",
        text,
        *([f"Mind: {text}", f"Next: {text}"] if text else []),
        sentences.safety_lines(PLAN)[0],
    ]
    assert [line for line in event.description.value.split("\n") if line] == [
        line for line in map(wording.plain, said) if line
    ]
