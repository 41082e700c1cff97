"""What a week says of what it lacks."""

from __future__ import annotations

import re
from itertools import compress

import pytest
from msgspec.structs import replace
from sample_plan import SIDE_PLANK, SQUAT, sample_plan
from strategies import CATALOGUE, KITS, MONDAY

from befit_cli.evidence.coverage import MUSCLE_SETS_MIN
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.planning.unmet import (
    enough_minutes_note,
    enough_minutes_notes,
    few_sets_note,
    with_unmet,
)
from befit_cli.values import (
    Athlete,
    Day,
    Finding,
    Kit,
    Level,
    Note,
    NoteKey,
    Phase,
    Race,
    Week,
    phrase,
    verbatim,
)
from befit_cli.views.sentences import note_text

TWO_DAYS = (Day.TUE, Day.SAT)


@pytest.mark.parametrize(
    ("athlete", "room"),
    [
        pytest.param(Athlete(minutes=30, sessions=2), "minutes or session", id="both"),
        pytest.param(Athlete(minutes=30, sessions=3), "minutes", id="three sessions"),
        pytest.param(Athlete(minutes=60, sessions=2), "session", id="an hour"),
        pytest.param(Athlete(minutes=56, sessions=2), "session", id="nearly an hour"),
        pytest.param(Athlete(minutes=60, sessions=3), "none", id="all there is"),
        pytest.param(Athlete(minutes=45, sessions=3), "none", id="all that a week may grow by"),
        pytest.param(Athlete(minutes=30, days=TWO_DAYS), "minutes", id="no third free day"),
        pytest.param(
            Athlete(minutes=60, days=TWO_DAYS), "none", id="an hour, and no third free day"
        ),
    ],
)
def test_few_sets_say_what_can_be_asked_for(athlete: Athlete, room: str) -> None:
    assert few_sets_note(athlete, ["calves 3 sets"]).facts["room"] == room


@pytest.mark.parametrize(
    ("asked", "sets", "exercises", "enough"),
    [
        pytest.param(60, 2, 1, [], id="room for more"),
        pytest.param(60, 11, 1, [], id="a muscle that has room for a set"),
        pytest.param(60, 12, 1, [35], id="a muscle that is full"),
        pytest.param(60, 2, 7, [35], id="sessions that are full"),
        pytest.param(30, 13, 1, [], id="no fewer minutes than asked for"),
    ],
)
def test_a_full_week_says_how_many_minutes_are_enough(
    asked: int, sets: int, exercises: int, enough: list[int]
) -> None:
    week = sample_plan().weeks[0]
    squats = (replace(SQUAT, sets=sets),) + (SIDE_PLANK,) * (exercises - 1)
    session = replace(week.sessions[0], exercises=squats, minutes=31)
    notes = enough_minutes_notes(Athlete(minutes=asked), replace(week, sessions=(session,)))
    assert [note.facts["minutes"] for note in notes] == enough


@pytest.mark.parametrize(
    ("minutes", "enough"),
    [
        pytest.param((31, 45), [45], id="as many as the longest takes"),
        pytest.param((47, 31), [50], id="in fives, whichever that is"),
        pytest.param((31, 48), [], id="none where one uses four fifths"),
        pytest.param((), [], id="none without a session"),
    ],
)
def test_of_a_full_week_the_longest_session_says_how_many_minutes_are_enough(
    minutes: tuple[int, ...], enough: list[int]
) -> None:
    [week] = sample_plan().weeks
    full = replace(week.sessions[0], exercises=(SQUAT,) * 7)
    sessions = tuple([replace(full, minutes=of_session) for of_session in minutes])
    notes = enough_minutes_notes(Athlete(minutes=60), replace(week, sessions=sessions))
    assert [note.facts["minutes"] for note in notes] == enough


def finding(rule: str, sets: float, *, too_few: bool = False) -> Finding:
    return Finding(
        rule=rule,
        must=False,
        where=verbatim("calves"),
        found=phrase("{sets:g} sets", sets=sets),
        allowed=phrase("4-16"),
        text=verbatim(""),
        too_few=too_few,
    )


def a_week(*said: Note, minutes: int = 30) -> Week:
    """A week whose sessions take so many minutes, and what it says already."""
    [week] = sample_plan().weeks
    sessions = tuple([replace(session, minutes=minutes) for session in week.sessions])
    return replace(week, sessions=sessions, notes=said)


def keys(notes: list[Note]) -> list[tuple[str, NoteKey]]:
    return [(note.rule, note.key) for note in notes]


@pytest.mark.parametrize(
    ("findings", "want"),
    [
        pytest.param([finding("R04", 3, too_few=True)], [("R04", NoteKey.FEW_SETS)], id="too few"),
        pytest.param([finding("R04", 17)], [("R04", NoteKey.UNMET)], id="too many"),
        pytest.param(
            [finding("R04", 3, too_few=True), finding("R04", 17)],
            [("R04", NoteKey.FEW_SETS), ("R04", NoteKey.UNMET)],
            id="both",
        ),
        pytest.param([finding("R33", 3)], [("R33", NoteKey.UNMET)], id="another rule"),
        pytest.param(
            [finding("R04", 3, too_few=True), finding("R04", 2, too_few=True)],
            [("R04", NoteKey.FEW_SETS)],
            id="once a rule",
        ),
    ],
)
def test_what_was_not_met_is_told_once_and_few_sets_in_words_of_their_own(
    findings: list[Finding], want: list[tuple[str, NoteKey]]
) -> None:
    assert keys(with_unmet(findings, Athlete(), a_week())) == want


def test_what_is_to_be_done_of_one_rule_in_two_ways_is_two_notes():
    sets = replace(finding("R08", 4), text=verbatim("More sets."))
    weight = replace(finding("R08", 2), text=verbatim("With weight."))
    told = [note.facts for note in with_unmet([sets, weight, sets], Athlete(), a_week())]
    assert [(str(facts["advice"]), len(facts["breaches"])) for facts in told] == [
        ("More sets.", 2),
        ("With weight.", 1),
    ]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        pytest.param("R04", False, id="sets of a muscle"),
        pytest.param("R08", False, id="calf work"),
        pytest.param("R23", False, id="jumps"),
        pytest.param("R33", True, id="another rule"),
    ],
)
def test_what_lacks_sets_does_not_say_that_it_has_all_that_it_should(rule: str, says: bool) -> None:
    notes = with_unmet([finding(rule, 3)], Athlete(), a_week(enough_minutes_note(50)))
    assert (("R45b", NoteKey.ENOUGH_MINUTES) in keys(notes)) is says


@pytest.mark.parametrize(
    ("findings", "week", "room"),
    [
        pytest.param([], a_week(), "minutes or session", id="the time is full"),
        pytest.param([], a_week(minutes=28), "minutes or session", id="too few for a set are left"),
        pytest.param([], a_week(minutes=27), "session", id="a set more would fit"),
        pytest.param([], a_week(enough_minutes_note(25)), "session", id="all are shorter"),
        pytest.param([finding("R45b", 15)], a_week(), "session", id="one is shorter"),
    ],
)
def test_more_minutes_are_no_help_where_some_are_left(
    findings: list[Finding], week: Week, room: str
) -> None:
    few, *_ = with_unmet([finding("R04", 3, too_few=True), *findings], Athlete(minutes=30), week)
    assert few.facts["room"] == room


def lacking(week: Week) -> float:
    """How many sets the week says its muscles lack."""
    few = [
        text for note in week.notes if note.key is NoteKey.FEW_SETS for text in note.facts["few"]
    ]
    numbers = [float(re.search(r"([\d.]+) sets?$", text)[1]) for text in few]
    return sum(MUSCLE_SETS_MIN - number for number in numbers)


def sets(week: Week) -> int:
    return sum(session.sets for session in week.sessions)


@pytest.mark.of_a_kind(12)
@pytest.mark.parametrize("level", Level, ids=lambda level: level.name.lower())
@pytest.mark.parametrize(
    "kit",
    [
        pytest.param(KITS["none"], id="no kit"),
        pytest.param(KITS["home"], id="home"),
        pytest.param((*KITS["home"], Kit.DUMBBELL), id="home and dumbbell"),
        pytest.param(KITS["gym"], id="gym"),
    ],
)
@pytest.mark.parametrize(("sessions", "minutes"), [(2, 20), (2, 30), (3, 20), (3, 45)], ids=str)
def test_who_asks_for_what_a_week_with_few_sets_offers_has_more(
    level: Level, kit: tuple[Kit, ...], sessions: int, minutes: int
) -> None:
    """Of what it lacks, or of all else."""
    athlete = Athlete(level=level, kit=tuple(sorted(kit)), sessions=sessions, minutes=minutes)
    followed = {
        "minutes": replace(athlete, minutes=minutes + 5),
        "session": replace(athlete, sessions=3),
    }
    usual = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY))
    for asked, runner in followed.items():
        offers = [
            any(asked in str(note.facts.get("room")) for note in week.notes) for week in usual
        ]
        if any(offers):
            others = plan_block(runner, CATALOGUE, plan_season(runner, MONDAY))
            for week, other in compress(zip(usual, others, strict=True), offers):
                assert lacking(other) < lacking(week) or sets(other) > sets(week)


def test_a_week_with_few_sets_says_them_and_what_to_ask_for_and_no_more_of_that_rule() -> None:
    athlete = Athlete(race=Race.TEN_K, level=Level.ADVANCED, kit=(), minutes=30)
    last = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, 11))[-2]
    assert last.phase is Phase.POWER
    said = [note_text(note) for note in last.notes if note.rule == "R04"]
    assert len(said) == 1
    assert said[0].startswith("Fewer sets than a week should have: hamstrings 3 sets.")
    assert "a third session" in said[0]
