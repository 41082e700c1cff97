"""The notes that a plan makes, each for who it is for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from sample_plan import HEEL_RAISE, SQUAT, sample_plan
from strategies import CATALOGUE, MONDAY, a_draft, a_form, a_layout, a_line, an_exercise

from befit_cli.planning.draft import Drafts, Line
from befit_cli.planning.notes import (
    effort_note,
    load_note,
    no_heavy_legs_note,
    otherwise_notes,
    prerequisite_note,
    prerequisite_notes,
    said_once,
    waiting_notes,
    week_notes,
    with_effort,
)
from befit_cli.planning.planner import make_plan, plan_block
from befit_cli.planning.season import plan_season
from befit_cli.planning.unmet import few_sets_note
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Athlete,
    Day,
    Exercise,
    Facts,
    Kit,
    Level,
    Load,
    Niggle,
    NiggleChanges,
    Note,
    NoteKey,
    Pattern,
    Phase,
    Pick,
    Prescription,
    Race,
    Runs,
    Scope,
    Week,
    phrase,
)
from befit_cli.views.sentences import note_text


@pytest.mark.parametrize(
    ("kit", "ways"),
    [
        pytest.param((), ["form"], id="nothing"),
        pytest.param((Kit.BENCH, Kit.STEP), ["form"], id="nothing that comes heavier"),
        pytest.param((Kit.BAND,), ["band", "form"], id="a band"),
        pytest.param((Kit.BACKPACK,), ["backpack", "form"], id="a backpack"),
        pytest.param((Kit.KETTLEBELL,), ["weight", "form"], id="a kettlebell"),
        pytest.param(
            (Kit.BACKPACK, Kit.BAND, Kit.MACHINE),
            ["weight", "backpack", "band", "form"],
            id="everything",
        ),
    ],
)
@pytest.mark.parametrize(
    ("taper", "deload", "key"),
    [
        pytest.param(False, False, NoteKey.ADD_LOAD, id="a build week"),
        pytest.param(False, True, NoteKey.KEEP_THIS_WEEK, id="a deload"),
        pytest.param(True, False, NoteKey.KEEP_LOAD, id="a taper"),
    ],
)
def test_load_is_added_in_the_ways_that_somebody_has(
    kit: tuple[Kit, ...], ways: list[str], taper: bool, deload: bool, key: NoteKey
) -> None:
    note = load_note(kit, taper=taper, deload=deload)
    assert note.facts == {"ways": ways}
    assert note.key is key


def test_nobody_without_weights_is_told_to_add_some() -> None:
    text = note_text(load_note((Kit.BENCH, Kit.TOWEL), taper=False, deload=False))
    assert "weight" not in text
    assert "%" not in text


@pytest.mark.parametrize(
    ("kit", "said"),
    [
        pytest.param((), False, id="nothing"),
        pytest.param((Kit.BAND,), False, id="a band"),
        pytest.param((Kit.BACKPACK,), True, id="a backpack"),
        pytest.param((Kit.BARBELL,), True, id="a barbell"),
    ],
)
def test_a_first_weight_is_told_to_who_can_choose_one(kit: tuple[Kit, ...], said: bool) -> None:
    assert ("A first weight" in note_text(effort_note(kit))) == said


@pytest.mark.parametrize(
    ("kit", "lacks"),
    [
        pytest.param((), "backpack and weight", id="nothing"),
        pytest.param((Kit.BACKPACK, Kit.STEP), "weight", id="a backpack"),
        pytest.param((Kit.DUMBBELL,), "nothing", id="a dumbbell that found no room"),
    ],
)
def test_a_phase_without_heavy_legs_says_what_would_make_it_harder(
    kit: tuple[Kit, ...], lacks: str
) -> None:
    assert no_heavy_legs_note(kit).facts == {"lacks": lacks}


def test_what_the_effort_means_is_said_once_however_often_it_is_asked_for() -> None:
    plan = make_plan(Athlete(), CATALOGUE, plan_season(Athlete(), MONDAY, 4))
    first, *others = plan.weeks
    assert [note.key for note in first.notes].count(NoteKey.EFFORT) == 1
    assert with_effort(plan) == plan
    assert with_effort(replace(plan, weeks=others)).weeks[0].notes[0] == first.notes[0]


@pytest.mark.parametrize(
    ("without", "number", "kin"),
    [
        pytest.param(
            ("squats",),
            7,
            {
                "exercises": ["Jump squats", "Bulgarian split squats"],
                "without": "squats,jump-squats,bulgarian-split-squats",
            },
            id="two kinds of squats",
        ),
        pytest.param(
            ("squats", "jump-squats"),
            7,
            {
                "exercises": ["Bulgarian split squats"],
                "without": "squats,jump-squats,bulgarian-split-squats",
            },
            id="what is left out as well",
        ),
        pytest.param((), 7, None, id="nothing left out"),
        pytest.param(("jump-squats",), 7, None, id="nothing like it"),
    ],
)
def test_what_is_much_like_what_is_left_out_and_stays_is_named(
    without: tuple[str, ...], number: int, kin: Facts | None
) -> None:
    athlete = Athlete(
        race=Race.TEN_K,
        level=Level.INTERMEDIATE,
        kit=(Kit.BACKPACK, Kit.BENCH, Kit.DUMBBELL, Kit.STEP, Kit.TOWEL),
        without=without,
    )
    plan = make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY, 10)[number - 1 : number])
    told = [note.facts for note in plan.weeks[0].notes if note.key is NoteKey.KIN]
    assert told == ([] if kin is None else [kin])


def test_a_block_names_once_and_in_its_first_week_all_that_is_like_what_is_left_out() -> None:
    athlete = Athlete(race=Race.TEN_K, level=Level.INTERMEDIATE, without=("squats",))
    plan = make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY, 10))
    told = {
        week.number: note.facts["exercises"]
        for week in plan.weeks
        for note in week.notes
        if note.key is NoteKey.KIN
    }
    assert told == {1: ["Bulgarian split squats", "Jump squats"]}


@pytest.mark.parametrize(
    "key", [NoteKey.LESS_LOAD, NoteKey.NO_HEAVY_LEGS, NoteKey.PREREQUISITE], ids=str
)
def test_a_block_says_once_what_is_as_true_later_and_again_where_it_is_otherwise(
    key: NoteKey,
) -> None:
    [week] = sample_plan().weeks
    one, two = [
        Note(rule="R11", key=key, scope=Scope.WEEK, facts={"held": [day]})
        for day in (Day.WED, Day.THU)
    ]
    other = few_sets_note(Athlete(), ["calves 3 sets"])
    said = [(other,), (one, other), (one, other), (two,), (one, two)]
    weeks = tuple([replace(week, notes=notes) for notes in said])
    block = said_once(replace(sample_plan(), weeks=weeks))
    assert [week.notes for week in block.weeks] == [(other,), (one, other), (other,), (two,), ()]


def still(advice: str, *names: str) -> tuple[Note, ...]:
    breaches = [{"where": phrase("{name}", name=name), "found": "7 weeks"} for name in names]
    facts: Facts = {"breaches": breaches, "allowed": "6", "advice": phrase(advice)}
    return (Note(rule="R29", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts),)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param(
            [still("band", "Plank"), still("band", "Plank"), still("band", "Plank", "Bridge"), ()],
            [still("band", "Plank"), (), (), ()],
            id="what would make it harder",
        ),
        pytest.param(
            [still("band", "Plank"), still("backpack", "Plank", "Bridge")],
            [still("band", "Plank"), still("backpack", "Bridge")],
            id="of each exercise that it stays the same",
        ),
    ],
)
def test_of_what_stays_the_same_a_block_says_once(
    said: list[tuple[Note, ...]], told: list[tuple[Note, ...]]
) -> None:
    [week] = sample_plan().weeks
    block = replace(sample_plan(), weeks=tuple([replace(week, notes=notes) for notes in said]))
    assert [week.notes for week in said_once(block).weeks] == told


def test_a_plan_without_a_session_says_nothing_of_effort() -> None:
    plan = sample_plan()
    empty = replace(plan, weeks=(replace(plan.weeks[0], sessions=()),))
    assert with_effort(empty) == empty


# What is otherwise about a week.

MON, TUE, WED, THU, FRI, SAT, SUN = Day
LOW, MEDIUM, HIGH = Load
ALWAYS = {TUE: MEDIUM, FRI: HIGH}


def notes_of(
    real: dict[Day, Load],
    *,
    usual: dict[Day, Load] = ALWAYS,
    laid: dict[Day, Load] | None = None,
    runner: Athlete | None = None,
) -> tuple[Note, ...]:
    """What a week says of itself, with a runner of its own; without one it is as usual, and gives
    way to a week beside it, or only as far as it is `laid` for that.
    """
    athlete = Athlete()
    runners = {} if runner is None else {MONDAY: runner}
    when = plan_season(athlete, MONDAY, 4, runners=runners)[0]
    layouts = map(a_layout, (usual, laid or real, real))
    return otherwise_notes(athlete, *layouts, when)


def said_of(real: dict[Day, Load], **changes: Any) -> dict[str, Any]:
    """The facts of its note that say something."""
    [note] = notes_of(real, **changes)
    return {fact: said for fact, said in note.facts.items() if said or said is None}


@pytest.mark.parametrize(
    ("real", "said"),
    [
        pytest.param({WED: MEDIUM, FRI: HIGH}, {"moved": [[TUE, WED]]}, id="another day"),
        pytest.param({TUE: MEDIUM, FRI: LOW}, {"lighter": [FRI]}, id="less load"),
        pytest.param(
            {TUE: MEDIUM, SAT: LOW}, {"moved": [[FRI, SAT]], "lighter": [SAT]}, id="less, elsewhere"
        ),
        pytest.param({TUE: MEDIUM}, {"gone": [FRI]}, id="a session less"),
        pytest.param({TUE: MEDIUM, FRI: HIGH, SUN: LOW}, {"more": [SUN]}, id="a session more"),
    ],
)
def test_a_week_says_what_became_of_its_sessions(
    real: dict[Day, Load], said: dict[str, Any]
) -> None:
    assert said_of(real, runner=Athlete(days=(TUE, FRI))) == said


@pytest.mark.parametrize(
    "real",
    [
        pytest.param(ALWAYS, id="just as usual"),
        pytest.param({TUE: HIGH, FRI: HIGH}, id="with no less load"),
    ],
)
def test_a_week_whose_sessions_stay_says_nothing(real: dict[Day, Load]) -> None:
    assert notes_of(real, runner=Athlete(sessions=3, days=(TUE, FRI))) == ()


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        pytest.param({"minutes": 20, "kit": (Kit.BAND,)}, ["kit", "minutes"], id="kit and minutes"),
        pytest.param(
            {"without": ("squats",), "niggles": (Niggle.ITB,)},
            ["niggles", "without"],
            id="wishes and niggles",
        ),
    ],
)
def test_a_week_says_what_its_runner_has_otherwise(
    changes: dict[str, Any], asked: list[str]
) -> None:
    assert said_of(ALWAYS, runner=replace(Athlete(), **changes)) == {"asked": asked}


@pytest.mark.parametrize(
    ("real", "beside"),
    [
        pytest.param({MON: MEDIUM, FRI: HIGH}, "before", id="what moved was early"),
        pytest.param({TUE: MEDIUM, SAT: HIGH}, "after", id="what moved was late"),
        pytest.param({TUE: LOW, FRI: HIGH}, "before", id="what is lighter is early"),
        pytest.param({TUE: MEDIUM, FRI: LOW}, "after", id="what is lighter is late"),
        pytest.param({TUE: MEDIUM, WED: HIGH}, "after", id="what moved was late and is early"),
        pytest.param({MON: MEDIUM, FRI: LOW}, "before", id="both: the first"),
    ],
)
def test_a_usual_week_says_which_week_beside_it_it_gives_way_to(
    real: dict[Day, Load], beside: str
) -> None:
    assert said_of(real)["beside"] == beside


def test_a_week_that_is_lighter_for_what_no_week_beside_it_asks_for_names_none():
    said = said_of({TUE: LOW, FRI: LOW}, laid=ALWAYS)
    assert said == {"lighter": [TUE, FRI]}


def test_only_what_gave_way_tells_which_week_it_gave_way_to():
    said = said_of({TUE: LOW, FRI: LOW}, laid={TUE: MEDIUM, FRI: LOW})
    assert said == {"lighter": [TUE, FRI], "beside": "after"}


@pytest.mark.parametrize(("day", "beside"), [(WED, "before"), (THU, "after")])
def test_the_week_before_has_a_say_until_wednesday(day: Day, beside: str) -> None:
    assert said_of({day: LOW}, usual={day: HIGH})["beside"] == beside


# What a week says of itself.

HALF = Athlete(level=Level.INTERMEDIATE, sessions=3, minutes=40)
LIGHT_PACKED = replace(HALF, kit=(), minutes=39)
"""Who the runner is in a week away."""
HEAVY_SQUAT = replace(SQUAT, kit=(Kit.DUMBBELL,))
HEAVY_RAISE = replace(HEEL_RAISE, kit=(Kit.DUMBBELL,))
JUMP = replace(SQUAT, form="Jump squat", prerequisite="Ten hops")
"""What the sample's exercises lack."""


def keys_of(
    *exercises: Prescription,
    athlete: Athlete = HALF,
    number: int = 6,
    length: int | None = 12,
    runner: Athlete | None = None,
    **changes: Any,
) -> list[NoteKey]:
    """What a week of these exercises says of itself: without a change the second of the strength
    phase. Without an exercise it has no session.
    """
    runners = {} if runner is None else {MONDAY + timedelta(weeks=number - 1): runner}
    when = plan_season(athlete, MONDAY, length, runners=runners)[number - 1]
    [sample] = sample_plan().weeks
    fields: dict[str, Any] = {
        "phase": when.phase,
        "deload": when.deload,
        "taper": when.taper,
        "runner": when.runner,
        "sessions": (replace(sample.sessions[0], exercises=exercises),) if exercises else (),
        "notes": (),
    }
    notes = week_notes(athlete, replace(sample, **(fields | changes)), when)
    return [note.key for note in notes]


@pytest.mark.parametrize(
    ("exercises", "said", "week"),
    [
        pytest.param((SQUAT,), True, {}, id="a strength week without weights"),
        pytest.param((HEAVY_SQUAT,), False, {}, id="with weights"),
        pytest.param((SQUAT, HEAVY_SQUAT), False, {}, id="with weights in one exercise"),
        pytest.param((HEAVY_RAISE,), True, {}, id="with weights for the calves alone"),
        pytest.param((SQUAT,), True, {"phase": Phase.POWER}, id="a power week"),
        pytest.param((SQUAT,), False, {"phase": Phase.GENERAL}, id="a general week"),
        pytest.param((SQUAT,), False, {"deload": True}, id="an easier week"),
        pytest.param((SQUAT,), False, {"taper": True}, id="the taper"),
        pytest.param((SQUAT,), False, {"number": 6, "runner": LIGHT_PACKED}, id="a week away"),
        pytest.param((), False, {}, id="a week without a session"),
    ],
)
def test_a_week_says_that_it_has_no_heavy_legs(
    exercises: tuple[Prescription, ...], said: bool, week: dict[str, Any]
) -> None:
    assert (NoteKey.NO_HEAVY_LEGS in keys_of(*exercises, **week)) is said


@pytest.mark.parametrize(
    ("number", "length", "said"),
    [
        pytest.param(1, 12, True, id="the first week"),
        pytest.param(2, 12, True, id="the second"),
        pytest.param(3, 12, False, id="the third"),
        pytest.param(2, 4, False, id="of a short block the first alone"),
    ],
)
def test_a_week_says_that_it_is_in_the_ramp(number: int, length: int, said: bool) -> None:
    assert (NoteKey.RAMP in keys_of(SQUAT, number=number, length=length)) is said


@pytest.mark.parametrize(("days", "said"), [(3, False), (4, True)])
def test_a_week_says_that_more_than_three_hard_runs_are_much(days: int, said: bool) -> None:
    runs = Runs(hard=tuple(Day)[:days])
    assert (NoteKey.MUCH_RUNNING in keys_of(SQUAT, runs=runs)) is said


LANDS: dict[str, Any] = {"pattern": Pattern.PLYOMETRIC, "contacts": 1}
JUMPS = an_exercise(
    a_form("Drop and stick", **LANDS),
    a_form("Box drop", kit=((Kit.BOX,),), **LANDS),
    a_form("Fast squat"),
    a_form("Jump", prerequisite="Ten hops.", **LANDS),
)
PRESSES = an_exercise(a_form("Press", prerequisite="Five on the knees."), a_form("Dip"))


def a_line_of(exercise: Exercise, name: str) -> Line:
    form = next(form for form in exercise.ladder if form.name == name)
    pick = Pick(exercise=exercise, form=form, kit=(), heavy=False)
    return replace(a_line(), pick=pick)


JUMP, PRESS, DIP = (
    a_line_of(JUMPS, "Jump"),
    a_line_of(PRESSES, "Press"),
    a_line_of(PRESSES, "Dip"),
)


@pytest.mark.parametrize(
    ("week", "known", "forms"),
    [
        pytest.param([a_draft(JUMP)], (), ["Jump"], id="before a form that asks for something"),
        pytest.param([a_draft(JUMP), a_draft(JUMP)], (), ["Jump"], id="once, on however many days"),
        pytest.param([a_draft(PRESS, JUMP)], (), ["Press", "Jump"], id="before each such form"),
        pytest.param([a_draft(DIP)], (), [], id="before none that asks for nothing"),
        pytest.param([a_draft(PRESS)], ["Press"], [], id="not where it was in an earlier stretch"),
        pytest.param([a_draft(JUMP)], ["Jump"], ["Jump"], id="before a jump in each stretch"),
    ],
)
def test_a_week_says_what_should_be_in_place_before_a_form(
    week: Drafts, known: Sequence[str], forms: list[str]
) -> None:
    notes = prerequisite_notes(Athlete(), week, known=known)
    assert [note.facts["form"] for note in notes] == forms


@pytest.mark.parametrize(
    ("kit", "line", "instead"),
    [
        pytest.param((), JUMP, "Drop and stick", id="the form before it that moves alike"),
        pytest.param((Kit.BOX,), JUMP, "Box drop", id="as their kit allows"),
        pytest.param((), PRESS, False, id="none, where it is the first"),
    ],
)
def test_what_should_be_in_place_comes_with_the_form_to_do_until_then(
    kit: tuple[Kit, ...], line: Line, instead: str | bool
) -> None:
    assert prerequisite_note(Athlete(kit=kit), line.pick).facts["instead"] == instead


def test_what_a_form_asks_for_goes_on_behind_its_name() -> None:
    note = prerequisite_note(Athlete(), JUMP.pick)
    assert note_text(note) == (
        "Before you begin with Jump: ten hops. Until then, do Drop and stick."
    )


TENDON_CHANGE = NiggleChanges(
    name=Niggle.ACHILLES, left_out=(), first=(HEEL_RAISE.name,), changed=()
)
HURTS = Adapted(rule="R71", key=AdaptedKey.LESS_FOR_PAIN)
LEFT_OUT = Note(
    rule="R70", key=NoteKey.LEFT_OUT, scope=Scope.WEEK, facts={"forms": [HEEL_RAISE.form]}
)


@pytest.mark.parametrize(
    ("exercises", "said", "changes"),
    [
        pytest.param((HEEL_RAISE,), True, {}, id="calf work that helps"),
        pytest.param((SQUAT,), False, {}, id="no calf work"),
        pytest.param(
            (HEEL_RAISE,), False, {"niggles": (replace(TENDON_CHANGE, first=()),)}, id="none helps"
        ),
        pytest.param(
            (HEEL_RAISE,),
            False,
            {"niggles": (replace(TENDON_CHANGE, name=Niggle.ITB),)},
            id="no tendon is sore",
        ),
        pytest.param((replace(HEEL_RAISE, adapted=HURTS),), False, {}, id="it hurts"),
        pytest.param((HEEL_RAISE,), False, {"notes": (LEFT_OUT,)}, id="it is left out for pain"),
        pytest.param((HEEL_RAISE,), False, {"deload": True}, id="an easier week"),
        pytest.param((HEEL_RAISE,), False, {"athlete": HALF}, id="three sessions"),
    ],
)
def test_a_week_of_two_sessions_says_what_a_sore_tendon_wants_on_a_third_day(
    exercises: tuple[Prescription, ...], said: bool, changes: dict[str, Any]
) -> None:
    week = {"athlete": replace(HALF, sessions=2), "niggles": (TENDON_CHANGE,)} | changes
    assert (NoteKey.THIRD_DAY in keys_of(*exercises, **week)) is said


FULL_SESSION = (SQUAT,) * 7


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        pytest.param(True, {}, id="a full week"),
        pytest.param(False, {"number": 1}, id="the ramp"),
        pytest.param(False, {"deload": True}, id="an easier week"),
        pytest.param(False, {"runner": LIGHT_PACKED}, id="a week away"),
        pytest.param(False, {"notes": (LEFT_OUT,)}, id="a week that the log made less"),
    ],
)
def test_a_week_says_that_fewer_minutes_are_enough(said: bool, changes: dict[str, Any]) -> None:
    assert (NoteKey.ENOUGH_MINUTES in keys_of(*FULL_SESSION, **changes)) is said


@pytest.mark.parametrize(
    ("exercises", "length", "runner", "said"),
    [
        pytest.param((), 1, None, [NoteKey.TOO_LATE], id="the only week has no session"),
        pytest.param((), 2, None, [NoteKey.FEW_WEEKS], id="one of two has none"),
        pytest.param((), 2, Athlete(days=(), sessions=0), [], id="one of two is off"),
        pytest.param((SQUAT,), 1, None, [NoteKey.FEW_WEEKS], id="the only week has one"),
        pytest.param(
            (SQUAT,), 2, LIGHT_PACKED, [NoteKey.FEW_WEEKS], id="one of two is a week away"
        ),
    ],
)
def test_what_a_short_block_says(
    exercises: tuple[Prescription, ...], length: int, runner: Athlete | None, said: list[NoteKey]
) -> None:
    told = keys_of(*exercises, number=length, length=length, runner=runner)
    assert [key for key in told if key is not NoteKey.RAMP] == said


@pytest.mark.parametrize(("ahead", "late"), [(3, True), (4, False)])
def test_a_week_says_that_three_days_before_a_race_are_too_few(ahead: int, late: bool) -> None:
    athlete = replace(HALF, race_date=MONDAY + timedelta(days=ahead))
    assert (keys_of(SQUAT, athlete=athlete, number=1, length=None) == [NoteKey.TOO_LATE]) is late


@pytest.mark.parametrize(
    ("missed", "number", "said"),
    [
        pytest.param((3, 4), 2, [], id="before it"),
        pytest.param((3, 4), 3, [(NoteKey.WAITED, {})], id="the first that waits"),
        pytest.param((3, 4), 4, [(NoteKey.WAITED, {})], id="the last that waits"),
        pytest.param(
            (3, 4),
            5,
            [(NoteKey.GOES_ON, {"missed": [3, 4], "ends": "2027-03-28"})],
            id="the week after: a fortnight later",
        ),
        pytest.param((3, 4), 6, [], id="no later one"),
        pytest.param(
            (3, 7),
            4,
            [(NoteKey.GOES_ON, {"missed": [3], "ends": "2027-03-21"})],
            id="what waits later says so then",
        ),
        pytest.param(
            (3, 7),
            8,
            [(NoteKey.GOES_ON, {"missed": [7], "ends": "2027-03-28"})],
            id="what waited long before was said then",
        ),
        pytest.param((1,), 1, [(NoteKey.WAITED, {})], id="the block's first"),
    ],
)
def test_a_week_says_that_the_block_waited(
    missed: tuple[int, ...], number: int, said: list[tuple[NoteKey, dict[str, Any]]]
) -> None:
    """A block of ten weeks, to Sunday, 14 March."""
    mondays = [MONDAY + timedelta(weeks=week - 1) for week in missed]
    season = plan_season(HALF, MONDAY, 10, missed=mondays)
    assert [(note.key, note.facts) for note in waiting_notes(season[number - 1])] == said


# In which weeks of a block each note stands.

LIFTER = Athlete(level=Level.INTERMEDIATE, minutes=45, kit=(Kit.BENCH, Kit.DUMBBELL, Kit.STEP))
BUILD = [1, 2, 3, 5, 6, 7, 9, 10, 11]
"""The build weeks of twelve; strength begins in the fifth, and the twelfth tapers."""


def weeks_with(key: NoteKey, rule: str, athlete: Athlete, length: int = 12) -> list[int]:
    """The weeks of the athlete's block that have that note."""
    plan = make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY, length))
    return [week.number for week in plan.weeks if (key, rule) in keys_and_rules(week)]


def keys_and_rules(week: Week) -> set[tuple[NoteKey, str]]:
    return {(note.key, note.rule) for note in week.notes}


@pytest.mark.parametrize(
    ("key", "rule", "athlete", "weeks"),
    [
        pytest.param(NoteKey.EFFORT, "R28", Athlete(), [1], id="effort, once a plan"),
        pytest.param(NoteKey.RAMP, "R19", Athlete(), [1, 2], id="the ramp, in its weeks"),
        pytest.param(
            NoteKey.ADD_LOAD, "R30", Athlete(), [1, 2, 3, 5, 6, 7, 9, 10, 11], id="adding load"
        ),
        pytest.param(
            NoteKey.KEEP_THIS_WEEK, "R30", Athlete(), [4, 8], id="keeping it in an easier week"
        ),
        pytest.param(NoteKey.KEEP_LOAD, "R30", Athlete(), [12], id="keeping it in the taper"),
        pytest.param(
            NoteKey.KEEP_LOAD, "R30", Athlete(race=Race.NONE), [], id="no taper without a race"
        ),
        pytest.param(
            NoteKey.MUCH_RUNNING,
            "R17",
            Athlete(hard_runs=(Day.MON, Day.TUE, Day.THU, Day.FRI)),
            list(range(1, 13)),
            id="four hard runs",
        ),
        pytest.param(
            NoteKey.MUCH_RUNNING,
            "R17",
            Athlete(hard_runs=(Day.MON, Day.TUE, Day.THU)),
            [],
            id="three hard runs",
        ),
        pytest.param(
            NoteKey.NO_HEAVY_LEGS, "R27", Athlete(), BUILD[3:], id="strength without weights"
        ),
        pytest.param(NoteKey.NO_HEAVY_LEGS, "R27", LIFTER, [], id="strength with dumbbells"),
        pytest.param(
            NoteKey.THIRD_DAY, "R59", Athlete(niggles=(Niggle.PLANTAR,)), BUILD, id="a sore tendon"
        ),
        pytest.param(
            NoteKey.THIRD_DAY,
            "R59",
            Athlete(niggles=(Niggle.PLANTAR,), sessions=3),
            [],
            id="a sore tendon in three sessions",
        ),
        pytest.param(NoteKey.THIRD_DAY, "R59", Athlete(niggles=(Niggle.ITB,)), [], id="no tendon"),
        pytest.param(NoteKey.HEAVIER, "R30", LIFTER, [5, 9], id="starting heavier"),
        pytest.param(NoteKey.HEAVIER, "R30", Athlete(kit=()), [], id="nothing to start heavier"),
    ],
)
def test_a_note_stands_where_it_is_true(
    key: NoteKey, rule: str, athlete: Athlete, weeks: list[int]
) -> None:
    assert weeks_with(key, rule, athlete) == weeks


@pytest.mark.parametrize(
    ("length", "build"),
    [(1, 0), (2, 1), (7, 5), (8, None)],
    ids=["race week", "one build week", "five build weeks", "six: nothing is said"],
)
def test_a_short_block_says_in_each_week_how_little_can_be_expected(
    length: int, build: int | None
) -> None:
    athlete = Athlete(race=Race.FIVE_K)
    weeks = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, length))
    told = [note.facts["weeks"] for week in weeks for note in week.notes if note.rule == "R40"]
    assert told == [] if build is None else told == [build] * length


@pytest.mark.parametrize(
    ("kit", "number", "forms"),
    [
        pytest.param(tuple(Kit), 7, [["Barbell squat"]], id="few repetitions with a barbell"),
        pytest.param(tuple(Kit), 2, [], id="many with a barbell"),
        pytest.param((Kit.DUMBBELL, Kit.BENCH), 7, [], id="few with dumbbells"),
    ],
)
def test_a_lift_that_has_a_lighter_set_of_its_own_says_so(
    kit: tuple[Kit, ...], number: int, forms: list[list[str]]
) -> None:
    athlete = Athlete(race=Race.HALF, level=Level.INTERMEDIATE, kit=kit, minutes=45)
    week = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, 12))[number - 1]
    told = [note.facts["forms"] for note in week.notes if note.key is NoteKey.LIGHTER_SETS]
    assert told == forms


def test_a_prerequisite_is_told_in_the_first_week_of_the_first_stretch_with_its_form() -> None:
    athlete = Athlete(race=Race.HALF, level=Level.INTERMEDIATE, kit=(Kit.KETTLEBELL,))
    told = {
        week.number: note.facts["form"]
        for week in plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, 12))
        for note in week.notes
        if note.key is NoteKey.PREREQUISITE and note.facts["form"] == "Push-up"
    }
    assert told == {1: "Push-up"}


def test_what_is_told_of_a_third_day_is_the_tendon_and_its_form() -> None:
    sore = Athlete(niggles=(Niggle.ACHILLES,))
    (week,) = plan_block(sore, CATALOGUE, (plan_season(sore, MONDAY, 8)[0],))
    [note] = [note for note in week.notes if note.key is NoteKey.THIRD_DAY]
    assert note.facts["niggle"] is Niggle.ACHILLES
    assert note.facts["form"] in {
        one.form
        for session in week.sessions
        for one in session.exercises
        if one.pattern is Pattern.CALF
    }
