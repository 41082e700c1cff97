from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from msgspec.structs import replace
from own_words import own_next, own_note, own_reasons
from sample_log import MONDAY as DONE_ON_MONDAY
from sample_log import WEDNESDAY as DONE_LATE
from sample_plan import SQUAT, sample_plan
from strategies import CATALOGUE, MONDAY, athletes, times

from befit_cli import views
from befit_cli.errors import BefitError
from befit_cli.log.standing import with_what_was_done
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import (
    Athlete,
    Day,
    History,
    Knee,
    Load,
    Need,
    Next,
    Niggle,
    NiggleChanges,
    Note,
    NoteKey,
    Off,
    Plan,
    Reason,
    ReasonKey,
    Run,
    SafetyLine,
    Scope,
    Step,
    TimeAway,
)
from befit_cli.views import sentences

KEYS = {
    "plan": "schema befit language athlete weeks safety",
    "athlete": (
        "race sessions level kit minutes long_run hard_runs days focus niggles without race_date "
        "swap name kit_by_day"
    ),
    "week": (
        "number of starts phase deload taper runs run_titles runs_before runs_after adjusted niggles sessions "
        "notes"
    ),
    "runs": "hard long race source",
    "session": ("slot uid status off day date load minutes why reasons with_run warm_up exercises"),
    "reason": "key facts",
    "warm_up": "minutes steps contacts",
    "exercise": (
        "id name form group pattern family role regions load kit level sets reps hold_s per_side "
        "seconds_per_rep rest_s rir contacts muscles niggle_note cue next progress "
        "light alternates kg setup adapted"
    ),
    "muscles": "primary secondary",
    "next": "step to form",
    "note": "rule key scope facts text",
}
"""Schema 2. A key more is fine and belongs here; a key less or another name is schema 3."""

SCHEMA_1 = {
    "plan": "schema befit athlete weeks safety",
    "athlete": (
        "race sessions level kit minutes long_run hard_runs days focus niggles without race_date"
    ),
    "week": "number of starts phase deload taper sessions notes",
    "session": "day date load minutes why with_run warm_up exercises",
    "warm_up": "minutes steps",
    "exercise": (
        "id name form group pattern family role regions load kit level sets reps hold_s per_side "
        "seconds_per_rep rest_s rir contacts muscles niggle_note cue progress"
    ),
    "muscles": "primary secondary",
    "note": "rule text",
}
"""What programs that were written for schema 1 read."""

FOR_LATER: dict[str, dict[str, Any]] = {
    "plan": {"language": "en"},
    "athlete": {"kit_by_day": {}},
    "session": {"status": "planned", "off": None},
    "exercise": {"kg": None, "adapted": None},
}
"""Keys that schema 2 has already, though no plan says anything else under them yet."""

SAMPLE = sample_plan()
RENDERED = views.render(SAMPLE, "json", catalogue=CATALOGUE)


@pytest.mark.parametrize(
    ("today", "status"),
    [
        pytest.param(None, ["planned", "planned", "planned"], id="nobody says"),
        pytest.param(date(2026, 11, 25), ["past", "planned", "planned"], id="a session's day"),
        pytest.param(date(2026, 11, 28), ["past", "past", "past"], id="after all of them"),
    ],
)
def test_a_session_before_the_day_of_writing_is_past(today: date | None, status: list[str]) -> None:
    written = json.loads(views.render(SAMPLE, "json", catalogue=CATALOGUE, today=today))
    assert [session["status"] for session in written["weeks"][0]["sessions"]] == status


def test_what_is_logged_says_where_a_session_stands() -> None:
    skipped = replace(DONE_LATE, did={"planks": ()})
    plan = with_what_was_done(SAMPLE, History(sessions=(DONE_ON_MONDAY, skipped)))
    written = json.loads(views.render(plan, "json", catalogue=CATALOGUE, today=DONE_ON_MONDAY.date))
    status = [session["status"] for session in written["weeks"][0]["sessions"]]
    assert status == ["done", "skipped", "planned"]


def test_a_session_that_days_off_took_is_missed() -> None:
    monday = SAMPLE.weeks[0].sessions[0]
    away = TimeAway(first=monday.date, last=monday.date, why=Off.ILL)
    plan = with_what_was_done(SAMPLE, History(away=(away,)))
    after = monday.date + timedelta(days=1)
    written = json.loads(views.render(plan, "json", catalogue=CATALOGUE, today=after))
    first, *others = written["weeks"][0]["sessions"]
    assert (first["status"], first["off"]) == ("missed", "ill")
    assert {(other["status"], other["off"]) for other in others} == {("planned", None)}


REASONS = (
    Reason(ReasonKey.FREE_DAY, {"day": Day.MON}),
    Reason(ReasonKey.RUN_AHEAD, {"run": Run.HARD, "days": 2}),
)
LESS_LOAD = Note(
    rule="R11",
    key=NoteKey.LESS_LOAD,
    scope=Scope.WEEK,
    facts={"loads": [[Day.MON, Load.MEDIUM]], "held": [Day.TUE], "move": [Day.WED, Day.SAT]},
)
UNMET = Note(
    rule="R33",
    key=NoteKey.UNMET,
    scope=Scope.WEEK,
    facts={
        "breaches": [{"where": "", "found": "13 hard leg sets after 10"}],
        "allowed": "at most 11",
    },
)


def with_facts() -> Plan:
    """The sample week as befit would say it: with reasons, steps and notes of its own sentences."""
    week = SAMPLE.weeks[0]
    first, *others = week.sessions
    squat = replace(SQUAT, next=Next(step=Step.FORM, to=12, form="Goblet squat"))
    monday = replace(first, reasons=REASONS, exercises=(squat, *first.exercises[1:]))
    notes = (LESS_LOAD, UNMET)
    return replace(
        SAMPLE,
        weeks=(replace(week, sessions=(monday, *others), notes=notes),),
        safety=(SafetyLine(rule="R61"),),
    )


def levels(plan: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Every object of the plan, under its place in `KEYS`."""
    weeks = plan["weeks"]
    sessions = [session for week in weeks for session in week["sessions"]]
    exercises = [exercise for session in sessions for exercise in session["exercises"]]
    return {
        "plan": [plan],
        "athlete": [plan["athlete"]],
        "week": weeks,
        "runs": [week["runs"] for week in weeks],
        "session": sessions,
        "reason": [reason for session in sessions for reason in session["reasons"]],
        "warm_up": [session["warm_up"] for session in sessions],
        "exercise": exercises,
        "muscles": [exercise["muscles"] for exercise in exercises],
        "next": [exercise["next"] for exercise in exercises if exercise["next"]],
        "note": [note for week in weeks for note in week["notes"]],
    }


@pytest.mark.parametrize("level", KEYS)
def test_schema_2_has_exactly_these_keys(level: str) -> None:
    objects = levels(json.loads(views.render(with_facts(), "json", catalogue=CATALOGUE)))[level]
    assert objects
    assert all(list(found) == KEYS[level].split() for found in objects)


@pytest.mark.parametrize("level", SCHEMA_1)
def test_it_has_every_key_of_schema_1_in_the_same_order(level: str) -> None:
    older = SCHEMA_1[level].split()
    assert [key for key in KEYS[level].split() if key in older] == older


@pytest.mark.parametrize("level", FOR_LATER)
def test_what_no_plan_says_yet_is_null_or_empty(level: str) -> None:
    for found in levels(json.loads(RENDERED))[level]:
        assert {key: found[key] for key in FOR_LATER[level]} == FOR_LATER[level]


def test_what_is_light_and_what_takes_turns_says_so_and_what_the_catalogue_knows_is_left_out() -> (
    None
):
    week = SAMPLE.weeks[0]
    squat = replace(
        SQUAT,
        light=True,
        alternates=True,
        setup="Stand.",
        serves=(Need.KNEE,),
        knee=Knee.BENT,
        prerequisite="Two legs.",
    )
    monday = replace(
        week.sessions[0],
        exercises=(squat,),
        warm_up=replace(week.sessions[0].warm_up, contacts=20),
    )
    plan = replace(SAMPLE, weeks=(replace(week, sessions=(monday,)),))
    (session,) = json.loads(views.render(plan, "json", catalogue=CATALOGUE))["weeks"][0]["sessions"]
    (exercise,) = session["exercises"]
    assert session["warm_up"]["contacts"] == 20
    assert (exercise["light"], exercise["alternates"], exercise["setup"]) == (True, True, "Stand.")
    assert exercise.keys().isdisjoint({"serves", "knee", "prerequisite"})


def test_a_niggle_has_its_facts_and_its_sentence() -> None:
    changes = NiggleChanges(
        name=Niggle.ITB, left_out=("Lunges",), first=("Clamshells",), changed=()
    )
    week = replace(SAMPLE.weeks[0], niggles=(changes,))
    plan = replace(SAMPLE, weeks=(week,))
    assert json.loads(views.render(plan, "json", catalogue=CATALOGUE))["weeks"][0]["niggles"] == [
        {
            "name": "itb",
            "left_out": ["Lunges"],
            "first": ["Clamshells"],
            "changed": [],
            "text": sentences.niggle_lines(week)[0],
        }
    ]


def test_values_are_plain_json() -> None:
    plan = json.loads(RENDERED)
    week = plan["weeks"][0]
    session = week["sessions"][1]
    assert (plan["schema"], plan["athlete"]["kit"]) == (2, ["backpack", "bench", "step", "towel"])
    assert week["runs"] == {"hard": ["wed"], "long": ["sun"], "race": None, "source": "profile"}
    assert (session["slot"], session["day"], session["date"]) == (2, "wed", "2026-11-25")
    assert session["with_run"] == "hard"


def test_a_session_has_the_uid_of_its_event_in_a_calendar() -> None:
    week = json.loads(RENDERED)["weeks"][0]
    calendar = views.render(SAMPLE, "ics", catalogue=CATALOGUE)
    assert isinstance(calendar, bytes)
    uids = re.findall("^UID:(.*)\r$", calendar.decode(), re.MULTILINE)
    assert [session["uid"] for session in week["sessions"]] == uids


def test_facts_are_plain_json() -> None:
    (week,) = json.loads(views.render(with_facts(), "json", catalogue=CATALOGUE))["weeks"]
    monday = week["sessions"][0]
    assert monday["reasons"] == [
        {"key": "free-day", "facts": {"day": "mon"}},
        {"key": "run-ahead", "facts": {"run": "hard", "days": 2}},
    ]
    assert monday["exercises"][0]["next"] == {"step": "form", "to": 12, "form": "Goblet squat"}
    less_load, unmet = week["notes"]
    assert (less_load["key"], less_load["scope"]) == ("less-load", "week")
    assert less_load["facts"] == {
        "loads": [["mon", "medium"]],
        "held": ["tue"],
        "move": ["wed", "sat"],
    }
    assert unmet["facts"] == {
        "breaches": [{"where": "", "found": "13 hard leg sets after 10"}],
        "allowed": "at most 11",
    }


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(SAMPLE, id="a coach's own words"),
        pytest.param(with_facts(), id="befit's own"),
    ],
)
def test_beside_its_facts_stands_the_sentence_that_says_them(plan: Plan) -> None:
    rendered = json.loads(views.render(plan, "json", catalogue=CATALOGUE))
    assert rendered["safety"] == sentences.safety_lines(plan)
    (week,) = plan.weeks
    (told,) = rendered["weeks"]
    assert [note["text"] for note in told["notes"]] == list(map(sentences.note_text, week.notes))
    for session, said in zip(week.sessions, told["sessions"], strict=True):
        assert said["why"] == sentences.why(session)
        assert said["warm_up"]["steps"] == sentences.warm_up_steps(session)
        assert [exercise["progress"] for exercise in said["exercises"]] == [
            sentences.progress(exercise) for exercise in session.exercises
        ]


def test_a_persons_own_words_are_the_sentence_and_a_fact() -> None:
    week = SAMPLE.weeks[0]
    squat = replace(SQUAT, next=own_next("Ask the coach."))
    monday = replace(week.sessions[0], reasons=own_reasons("As you like."), exercises=(squat,))
    notes = (own_note("R16", "Keep Saturday free."),)
    plan = replace(SAMPLE, weeks=(replace(week, sessions=(monday,), notes=notes),))

    (told,) = json.loads(views.render(plan, "json", catalogue=CATALOGUE))["weeks"]
    (session,) = told["sessions"]
    assert session["why"] == "As you like."
    assert session["reasons"] == [{"key": "own", "facts": {"text": "As you like."}}]
    (exercise,) = session["exercises"]
    assert (exercise["progress"], exercise["next"]) == ("Ask the coach.", None)
    assert told["notes"] == [
        {
            "rule": "R16",
            "key": "own",
            "scope": "week",
            "facts": {"text": "Keep Saturday free."},
            "text": "Keep Saturday free.",
        }
    ]


def test_where_nothing_says_how_an_exercise_goes_on_next_is_null_and_progress_empty() -> None:
    week = SAMPLE.weeks[0]
    monday = replace(week.sessions[0], exercises=(replace(SQUAT, next=None),))
    plan = replace(SAMPLE, weeks=(replace(week, sessions=(monday,)),))
    (exercise,) = levels(json.loads(views.render(plan, "json", catalogue=CATALOGUE)))["exercise"]
    assert (exercise["progress"], exercise["next"]) == ("", None)


def with_words_as_facts(rendered: str) -> str:
    """The JSON with the sentence for the facts of each note that is read back by its sentence."""
    plan = json.loads(rendered)
    for note in levels(plan)["note"]:
        if note["key"] in ("less-load", "unmet"):
            note["facts"] = {"text": note["text"]}
    return json.dumps(plan, indent=2, ensure_ascii=False) + "\n"


@given(athlete=athletes())
@times(0.2)
def test_what_is_read_back_renders_to_the_same_bytes(athlete: Athlete) -> None:
    try:
        plan = make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY))
    except BefitError:
        assume(False)
    rendered = views.render(plan, "json", catalogue=CATALOGUE)
    assert isinstance(rendered, str)
    back = read_plan(rendered.encode(), "plan.json", CATALOGUE)
    assert views.render(back, "json", catalogue=CATALOGUE) == with_words_as_facts(rendered)


def test_it_is_indented_and_ends_in_one_newline() -> None:
    assert isinstance(RENDERED, str)
    indented = json.dumps(json.loads(RENDERED), indent=2, ensure_ascii=False)
    assert f"{indented}\n" == RENDERED
