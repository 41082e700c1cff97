"""Exercises -> sets, repetitions, rest: the time estimate, the dose of each phase, and how a
stretch grows.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    HEAVY_TUESDAY,
    a_layout,
    a_line,
    a_pick,
    a_stretch,
    athletes_and_weeks,
    drawn,
    times,
)

from befit_cli.evidence.session import exercise_seconds, session_minutes
from befit_cli.evidence.warm_up import warm_up_minutes, warm_up_steps
from befit_cli.planning.dosing import draft_week, take_step
from befit_cli.planning.draft import Draft, Line
from befit_cli.planning.planner import plan_week
from befit_cli.values import (
    Athlete,
    Day,
    Dose,
    Kit,
    Level,
    Load,
    Phase,
    Pick,
    Prescription,
    Range,
    Role,
    SeasonWeek,
)

DUMBBELL = ((Kit.DUMBBELL,),)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    return a_line(
        sets=draw(st.integers(1, 6)),
        at=draw(st.integers(1, 60)),
        seconds_per_rep=draw(st.none() | st.sampled_from((1.0, 2.0, 2.5, 3.0, 3.5, 4.0))),
        rest_s=draw(st.integers(0, 240)),
        per_side=draw(st.booleans()),
    )


def clock(exercise: Line | Prescription) -> Iterator[float]:
    """Every bit of an exercise as it passes: set up, then sets with rest between, with a moment to
    change sides (R46).
    """
    form = exercise.pick.form if isinstance(exercise, Line) else exercise
    side = exercise.hold_s if exercise.reps is None else exercise.reps * form.seconds_per_rep
    yield 60
    for number in range(exercise.sets):
        if number > 0:
            yield exercise.rest_s
        yield side
        if form.per_side:
            yield 10
            yield side


@given(line=lines())
def test_an_exercise_takes_its_set_up_its_sets_and_the_rest_between(line: Line):
    assert line.seconds == pytest.approx(sum(clock(line)))


@given(planned=athletes_and_weeks())
@times(0.2)
def test_the_same_in_a_plan(planned: tuple[Athlete, SeasonWeek]):
    for session in plan_week(planned[0], CATALOGUE, planned[1]).sessions:
        assert [exercise_seconds(each) for each in session.exercises] == pytest.approx(
            [sum(clock(each)) for each in session.exercises]
        )


@given(session=st.lists(lines(), max_size=7), warm_up=st.sampled_from((3, 5, 8)))
def test_a_session_takes_its_warm_up_and_its_exercises_rounded_up_once(
    session: list[Line], warm_up: int
):
    seconds = warm_up * 60 + sum(sum(clock(line)) for line in session)
    assert (
        seconds <= session_minutes(warm_up, [line.seconds for line in session]) * 60 < seconds + 60
    )


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        pytest.param(
            a_line(sets=1, at=12, seconds_per_rep=2.5, rest_s=60), 60 + 30, id="one set has no rest"
        ),
        pytest.param(
            a_line(sets=3, at=10, seconds_per_rep=3.0, rest_s=60),
            60 + 3 * 30 + 2 * 60,
            id="three sets of ten",
        ),
        pytest.param(
            a_line(sets=2, at=8, seconds_per_rep=3.5, rest_s=75, per_side=True),
            60 + 2 * (28 + 10 + 28) + 75,
            id="each side",
        ),
        pytest.param(
            a_line(sets=3, at=30, seconds_per_rep=None, rest_s=30),
            60 + 3 * 30 + 2 * 30,
            id="a hold",
        ),
        pytest.param(
            a_line(sets=2, at=20, seconds_per_rep=None, rest_s=30, per_side=True),
            60 + 2 * 50 + 30,
            id="a hold each side",
        ),
    ],
)
def test_the_estimate_by_hand(line: Line, seconds: int):
    assert line.seconds == seconds


@pytest.mark.parametrize(
    ("seconds_per_rep", "minutes"),
    [
        pytest.param(3.0, 5 + 4, id="exactly 240 s: 4 minutes"),
        pytest.param(3.1, 5 + 5, id="242 s: 5 minutes"),
    ],
)
def test_minutes_are_rounded_up(seconds_per_rep: float, minutes: int):
    line = a_line(sets=2, at=20, seconds_per_rep=seconds_per_rep, rest_s=60)
    assert session_minutes(5, [line.seconds]) == minutes


@pytest.mark.parametrize(
    ("asked", "load", "jumps", "minutes"),
    [
        (15, Load.HIGH, True, 3),
        (19, Load.LOW, False, 3),
        (20, Load.LOW, False, 5),
        (20, Load.MEDIUM, False, 5),
        (20, Load.HIGH, False, 8),
        (60, Load.MEDIUM, True, 8),
    ],
)
def test_the_warm_up_is_longer_before_heavy_work_and_jumps_and_short_in_short_sessions(
    asked: int, load: Load, jumps: bool, minutes: int
):
    assert warm_up_minutes(asked, load, jumps=jumps) == minutes


@pytest.mark.parametrize("minutes", [3, 5, 8])
def test_a_warm_up_raises_activates_mobilises_and_potentiates(minutes: int):
    assert len(warm_up_steps(minutes)) == 4


def dosed(pick: Pick, level: Level = Level.BEGINNER, **of: Any) -> Line:
    """The pick's line in the last week of a stretch with those fields."""
    [draft] = draft_week(Athlete(level=level), HEAVY_TUESDAY, ((pick,),), a_stretch(**of))
    [line] = draft.waiting
    return line


def told(line: Line) -> str:
    """`2-3 x 8-10, rest 120-120 (180), 3 in reserve`."""
    reserve = "" if line.rir is None else f", {line.rir} in reserve"
    return (
        f"{line.sets_range} x {line.work}, rest {line.rest_range.low}-{line.rest_range.high} "
        f"({line.rest_most}){reserve}"
    )


FIRST = {"phase": Phase.GENERAL, "number": 0}
GENERAL = {"phase": Phase.GENERAL, "number": 1}
STRENGTH = {"phase": Phase.STRENGTH, "number": 1}
POWER = {"phase": Phase.POWER, "number": 2}
BARE = {"kit": (), "load": Load.MEDIUM}
LOADED = {"load": Load.HIGH}
FOUR_SETS = Dose(sets=Range(2, 4), reps=Range(10, 12), rest=60, rir=3)
NEVER_FAIL = Dose(sets=Range(2, 2), reps=Range(10, 12), rest=60, rir=0)


def loaded(**changes: Any) -> Pick:
    """A squat with a dumbbell; the catalogue gives it 2-3 x 10-12, rest 60, 3 in reserve."""
    pick = a_pick(load=Load.HIGH, **changes)
    form = type(pick.form)(
        **{
            **{name: getattr(pick.form, name) for name in pick.form.__struct_fields__},
            "kit": DUMBBELL,
        }
    )
    return Pick(
        exercise=pick.exercise, form=form, kit=(Kit.DUMBBELL,), first_line=(), needed=pick.needed
    )


@pytest.mark.parametrize(
    ("pick", "level", "stretch", "dose"),
    [
        pytest.param(
            loaded(),
            Level.BEGINNER,
            FIRST,
            "2 x 10-12, rest 60-60 (120), 3 in reserve",
            id="first weeks: two sets",
        ),
        pytest.param(
            loaded(),
            Level.BEGINNER,
            GENERAL,
            "2-3 x 10-12, rest 60-60 (120), 3 in reserve",
            id="general",
        ),
        pytest.param(
            loaded(),
            Level.BEGINNER,
            STRENGTH,
            "2-3 x 8-10, rest 120-120 (180), 3 in reserve",
            id="strength, beginner",
        ),
        pytest.param(
            loaded(),
            Level.INTERMEDIATE,
            STRENGTH,
            "2-3 x 6-8, rest 120-120 (180), 3 in reserve",
            id="strength, intermediate",
        ),
        pytest.param(
            loaded(),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 4-6, rest 120-120 (180), 3 in reserve",
            id="strength, advanced",
        ),
        pytest.param(
            loaded(), Level.ADVANCED, POWER, "2-3 x 4-6, rest 90-90 (150), 3 in reserve", id="power"
        ),
        pytest.param(
            a_pick(),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 10-12, rest 60-60 (60), 3 in reserve",
            id="no weight: as in general",
        ),
        pytest.param(
            a_pick(),
            Level.ADVANCED,
            POWER,
            "2-3 x 10-12, rest 60-60 (60), 3 in reserve",
            id="no weight, power",
        ),
        pytest.param(
            a_pick(load=Load.HIGH),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 4-6, rest 120-120 (180), 3 in reserve",
            id="heavy",
        ),
        pytest.param(
            a_pick(
                role=Role.POWER,
                load=Load.HIGH,
                contacts=1,
                dose=Dose(sets=Range(3, 3), reps=Range(5, 5), rest=120),
            ),
            Level.ADVANCED,
            POWER,
            "2-5 x 4-6, rest 90-120 (180)",
            id="jumps have no reserve",
        ),
        pytest.param(
            a_pick(role=Role.ACCESSORY),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 10-12, rest 60-60 (60), 3 in reserve",
            id="accessory",
        ),
        pytest.param(
            a_pick(role=Role.CORE),
            Level.ADVANCED,
            FIRST,
            "2-3 x 10-12, rest 60-60 (60), 3 in reserve",
            id="core",
        ),
        pytest.param(
            a_pick(seconds_per_rep=None, dose=Dose(sets=Range(2, 3), hold=Range(20, 40), rest=45)),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 20-40, rest 45-45 (45)",
            id="a main exercise that is held keeps the catalogue's dose",
        ),
    ],
)
def test_main_work_takes_the_phases_dose_and_the_rest_the_catalogues(
    pick: Pick, level: Level, stretch: dict[str, Any], dose: str
):
    assert told(dosed(pick, level, **stretch)) == dose


@pytest.mark.parametrize(
    ("role", "level", "rir"),
    [
        (Role.MAIN, Level.BEGINNER, 3),
        (Role.MAIN, Level.ADVANCED, 1),
        (Role.ACCESSORY, Level.BEGINNER, 3),
        (Role.ACCESSORY, Level.INTERMEDIATE, 1),
        (Role.CORE, Level.ADVANCED, 1),
    ],
)
def test_nobody_works_to_failure_and_a_beginner_keeps_three(role: Role, level: Level, rir: int):
    assert dosed(a_pick(role=role, dose=NEVER_FAIL), level, **STRENGTH).rir == rir


@pytest.mark.parametrize(
    ("pick", "past", "dose"),
    [
        pytest.param(a_pick(), (2, 10, 12), "2-3 x 12-14", id="repetitions from where they ended"),
        pytest.param(a_pick(), (2, 12, 14), "2-3 x 13-15", id="up to fifteen"),
        pytest.param(a_pick(), (2, 13, 15), "3 x 13-15", id="then a set more"),
        pytest.param(
            a_pick(dose=FOUR_SETS), (2, 13, 15), "3-4 x 13-15", id="one set more and no two"
        ),
        pytest.param(a_pick(), (3, 13, 15), "3 x 13-15", id="as far as its sets go"),
        pytest.param(
            loaded(), (2, 10, 12), "2-3 x 8-10", id="with weight it is the weight that goes on"
        ),
        pytest.param(
            a_pick(role=Role.CORE),
            (2, 10, 12),
            "2-3 x 10-12",
            id="an accessory keeps the catalogue's dose",
        ),
    ],
)
def test_work_on_the_same_rung_goes_on_from_the_stretch_before(
    pick: Pick, past: tuple[int, int, int], dose: str
):
    sets, low, high = past
    line = replace(dosed(pick, **GENERAL), sets=sets, work=Range(low, high))
    before = Draft(slot=HEAVY_TUESDAY[0], limit=30, waiting=[], lines=[line])
    [draft] = draft_week(
        Athlete(), HEAVY_TUESDAY, ((pick,),), a_stretch(**STRENGTH), before=[before]
    )
    assert told(draft.waiting[0]).startswith(f"{dose}, ")


def test_every_exercise_waits_on_its_day_and_the_minutes_are_the_athletes():
    layout = a_layout({Day.TUE: Load.HIGH, Day.FRI: Load.LOW})
    squat, calf, plank = map(a_pick, ("Squat", "Calf raise", "Plank"))
    drafts = draft_week(Athlete(minutes=25), layout, ((squat,), (calf, plank)), a_stretch())
    assert [
        (draft.slot, draft.limit, [line.pick for line in draft.waiting], draft.lines)
        for draft in drafts
    ] == [
        (layout[0], 25, [squat], []),
        (layout[1], 25, [calf, plank], []),
    ]


def test_a_line_begins_at_its_lowest_dose_and_the_stretchs_last_repetitions():
    line = dosed(loaded(), Level.BEGINNER, **GENERAL)
    assert (line.sets, line.rest_s, line.at) == (2, 60, 12)


doses = st.builds(
    lambda sets, low, more, rest: Dose(
        sets=Range(sets, sets + 1), reps=Range(low, low + more), rest=rest, rir=2
    ),
    st.integers(1, 4),
    st.integers(3, 20),
    st.integers(0, 6),
    st.integers(30, 240),
)


def growth(pick: Pick, level: Level, steps: int, phase: Phase) -> list[int]:
    """Repetitions or seconds of every week of a stretch."""
    stretch = a_stretch(phase=phase, number=1, build=steps)
    done = []
    for step in range(steps):
        week = draft_week(Athlete(level=level), HEAVY_TUESDAY, ((pick,),), stretch)
        week[0].lines = week[0].waiting
        take_step(week, step)
        done.append(week[0].lines[0].at)
    return done


PHASES = st.sampled_from((Phase.GENERAL, Phase.STRENGTH, Phase.POWER))


@drawn
@given(
    dose=doses,
    level=st.sampled_from(Level),
    steps=st.integers(1, 5),
    phase=PHASES,
    role=st.sampled_from(Role),
)
def test_a_stretch_never_grows_backwards(
    dose: Dose, level: Level, steps: int, phase: Phase, role: Role
):
    done = growth(a_pick(role=role, dose=dose), level, steps, phase)
    assert done == sorted(done)


@drawn
@given(
    dose=doses,
    level=st.sampled_from(Level),
    steps=st.integers(2, 5),
    phase=PHASES,
    pick=st.sampled_from((a_pick, loaded)),
)
def test_main_work_has_grown_at_the_end_of_every_stretch(
    dose: Dose, level: Level, steps: int, phase: Phase, pick: Any
):
    done = growth(pick(dose=dose), level, steps, phase)
    assert done[-1] > done[0]


@drawn
@given(dose=doses, level=st.sampled_from(Level), steps=st.integers(1, 5), phase=PHASES)
def test_the_last_week_of_a_stretch_is_the_one_that_was_fitted_into_the_minutes(
    dose: Dose, level: Level, steps: int, phase: Phase
):
    fitted = dosed(a_pick(dose=dose), level, phase=phase, number=1, build=steps).at
    assert growth(a_pick(dose=dose), level, steps, phase)[-1] == fitted


def held(low: int, high: int) -> Pick:
    return a_pick(
        role=Role.CORE,
        seconds_per_rep=None,
        dose=Dose(sets=Range(2, 3), hold=Range(low, high), rest=30),
    )


def repeated(low: int, high: int, role: Role = Role.CORE) -> Pick:
    return a_pick(role=role, dose=Dose(sets=Range(2, 3), reps=Range(low, high), rest=60, rir=3))


@pytest.mark.parametrize(
    ("pick", "weeks"),
    [
        pytest.param(repeated(10, 12), "10 11 12", id="one repetition a week"),
        pytest.param(repeated(8, 14), "8 10 12 14", id="two, where there is room for them"),
        pytest.param(
            repeated(10, 15), "10 12 14", id="as many in every week, and what is over stays"
        ),
        pytest.param(repeated(10, 11), "10 11 11", id="up to the most"),
        pytest.param(held(20, 25), "20 25 25", id="a hold by five seconds, up to its most"),
        pytest.param(held(20, 45), "20 25 30 35", id="a hold by fives only"),
        pytest.param(
            held(20, 40), "20 30 40", id="a hold by ten seconds, where there is room for them"
        ),
        pytest.param(repeated(10, 12, Role.MOBILITY), "10 10 10", id="mobility does not grow"),
    ],
)
def test_a_stretch_grows_by_equal_steps(pick: Pick, weeks: str):
    steps = len(weeks.split())
    assert " ".join(map(str, growth(pick, Level.BEGINNER, steps, Phase.GENERAL))) == weeks
