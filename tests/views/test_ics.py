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
from sample_plan import BIRD_DOG, SQUAT, sample_plan, session
from strategies import CATALOGUE, athletes_and_weeks, drawn, times

from befit_cli import views
from befit_cli.planning.planner import plan_block
from befit_cli.values import (
    Athlete,
    Day,
    Group,
    Kit,
    Level,
    Niggle,
    Plan,
    Race,
    SeasonWeek,
    Session,
    usual_runs,
)
from befit_cli.views import ics, sentences
from befit_cli.views import words as wording

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
BERLIN = ZoneInfo("Europe/Berlin")
HALF_PAST_SIX = time(18, 30, tzinfo=BERLIN)

EXERCISE = re.compile(
    r"(?P<order>\d+)\. (?P<name>.+)\n(?P<sets>\d+) × (?:(?P<reps>\d+)|(?P<hold_s>\d+)-s "
    r"hold)(?P<per_side> each side)?(?:, [0-9.]+ s each)?, (?:stop with (?P<rir>\d+)(?: or more)? "
    r"left|stop if form slips|stop with time to spare), (?:no "
    r"rest|rest (?:(?P<rest_s>\d+) s|(?P<rest_min>\d+) min))\n(?P<cue>.+)\n(?:Mind: "
    r"(?P<niggle_note>.+)\n)?Next: (?P<progress>.+)"
)
CONTENT_LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[A-Z-]+)?:[^\x00-\x1f\x7f]*")
NASTY = st.text(
    st.sampled_from("\\nN,;:\"'<>&^ é深🏃\t\r\n\x1b\u202e") | st.characters(), max_size=40
)


def rendered(plan: Plan, at: time | None = None) -> bytes:
    calendar = views.render(plan, "ics", at=at, catalogue=CATALOGUE)
    assert isinstance(calendar, bytes)
    return calendar


def events(plan: Plan, at: time | None = None) -> list[Any]:
    """The events, of a calendar that has all it must have."""
    calendar = vobject.readOne(rendered(plan, at).decode())
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
        assert event.summary.value == f"Strength, {told['load']} load, {told['minutes']} min"
        assert event.dtstart.value.isoformat() == told["date"]
        why, warm_up, *rest = event.description.value.split("\n\n")
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
        "The day after your long run.\n\nWarm-up, 5 min\n- walk briskly, 2 min\n- 8 slow "
        "squats\n\n1. Bodyweight squat\n2 × 10, stop with 3 left, rest 75 s\nKnees travel over "
        "the middle toes.\nMind: bend to a chair, no deeper, while the knee is sore.\nNext: Two "
        "repetitions more, then the slow-lowering squat.\n\n2. Bird dog\n2 × "
        "10-s hold each side, stop if form slips, rest 30 s\nReach long instead of high.\nNext: "
        "Then arm and leg lifts lying down.\n\nPain 0-3 of 10: go on. 4-5: do less. Over 5, or "
        "sharp, or worse from day to day: stop."
    )


def test_what_is_not_said_leaves_no_gap() -> None:
    monday = session(Day.MON, (replace(SQUAT, niggle_note=None),), "")
    (event,) = events(replace(with_sessions(monday), safety=()))
    description = event.description.value
    assert description.startswith("Warm-up, 5 min\n")
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


@pytest.mark.usefixtures("machine_in_berlin")
@pytest.mark.parametrize(
    "zone",
    [pytest.param(BERLIN, id="the zone asked for"), pytest.param(None, id="the machine's zone")],
)
def test_half_past_six_stays_half_past_six_when_the_clocks_change(zone: ZoneInfo | None) -> None:
    content = rendered(BEFORE_AND_AFTER, time(18, 30, tzinfo=zone))
    assert re.findall(rb"DTSTART.*", content) == [
        b"DTSTART:20270326T173000Z\r",
        b"DTSTART:20270329T163000Z\r",
    ]


@pytest.mark.usefixtures("machine_in_berlin")
def test_the_zone_asked_for_beats_the_machines() -> None:
    first = events(PLAN, time(18, 30, tzinfo=ZoneInfo("America/New_York")))[0]
    assert first.dtstart.value == datetime(2026, 11, 23, 23, 30, tzinfo=UTC)


MOVED = with_sessions(
    replace(WEEK.sessions[0], day=Day.TUE, date=date(2026, 11, 24), minutes=20), *WEEK.sessions[1:]
)


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
    ],
)
def test_a_second_import_updates_the_event(plan: Plan, at: time | None) -> None:
    assert uids(plan, at) == uids(PLAN)


OTHERS = {
    "race": Race.MARATHON,
    "sessions": 2,
    "level": Level.ADVANCED,
    "kit": (Kit.BAND,),
    "minutes": 45,
    "long_run": None,
    "hard_runs": (Day.TUE,),
    "days": (Day.MON, Day.WED, Day.FRI),
    "focus": Group.KNEE,
    "niggles": (),
    "without": ("squats",),
    "race_date": date(2027, 2, 14),
    "swap": (("lunges", "step-ups"),),
}


@pytest.mark.parametrize("option", Athlete.__struct_fields__)
def test_two_athletes_of_one_coach_never_share_an_event(option: str) -> None:
    other = replace(PLAN, athlete=replace(PLAN.athlete, **{option: OTHERS[option]}))
    assert not set(uids(other)) & set(uids(PLAN))


def test_every_session_of_a_block_is_an_event_of_its_own_and_the_same_in_its_weeks_file() -> None:
    second = replace(WEEK, number=2, starts=WEEK.starts + timedelta(days=7))
    block = uids(replace(PLAN, weeks=(WEEK, second)))
    assert len(set(block)) == 6
    assert block == uids(PLAN) + uids(replace(PLAN, weeks=(second,)))


def test_the_uid_of_an_event_stays_from_version_to_version() -> None:
    assert uids(replace(PLAN, athlete=Athlete()))[0] == "44136fa355b3678a-2026-11-23-1@befit"
    everything = Athlete(**(OTHERS | {"niggles": (Niggle.SHIN,), "swap": ()}))
    assert uids(replace(PLAN, athlete=everything))[0] == "3e34725b4b6a4b48-2026-11-23-1@befit"


def test_an_option_that_a_later_befit_adds_leaves_the_events_of_all_who_do_not_use_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class LaterAthlete(Athlete, frozen=True, kw_only=True):
        treadmill: bool = False

    monkeypatch.setattr(ics, "Athlete", LaterAthlete)
    same, other = (
        LaterAthlete(race=Race.HALF, sessions=3, niggles=PLAN.athlete.niggles, treadmill=each)
        for each in (False, True)
    )
    assert uids(replace(PLAN, athlete=same)) == uids(PLAN)
    assert uids(replace(PLAN, athlete=other)) != uids(PLAN)


@pytest.mark.parametrize(
    ("befit", "sequence"),
    [
        ("0.1.0", 1_000),
        ("0.1.9", 1_009),
        ("0.2.0", 2_000),
        ("0.10.0", 10_000),
        ("1.0.0", 1_000_000),
        ("2.31.4.dev1", 2_031_004),
    ],
)
def test_a_later_befit_supersedes_an_earlier_one(befit: str, sequence: int) -> None:
    assert {event.sequence.value for event in events(replace(PLAN, befit=befit))} == {str(sequence)}


def test_an_event_is_stamped_with_the_monday_of_its_week_and_not_by_the_clock() -> None:
    assert {event.dtstamp.value for event in events(PLAN)} == {datetime(2026, 11, 23, tzinfo=UTC)}


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
            "description",
        }


@pytest.mark.parametrize(
    ("race_date", "said"),
    [
        pytest.param(date(2026, 11, 29), "No strength this week: it is race week.", id="race week"),
        pytest.param(None, "No strength this week.", id="any other week"),
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
