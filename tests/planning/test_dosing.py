"""Exercises -> sets, repetitions, rest: the dose of each phase, how a stretch grows, and how the
next one goes on from it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_plan import SQUAT as SAMPLE_SQUAT
from strategies import (
    CATALOGUE,
    a_draft,
    a_line,
    a_pick,
    a_pool,
    a_stretch,
    a_training,
    athletes,
    athletes_and_weeks,
    drawn,
    reached,
)

from befit_cli.evidence.dose import LIGHT_REPS, RIR_MIN
from befit_cli.evidence.session import (
    EXERCISE_SHARE_MAX,
    MAIN_ROLES,
    SETS_OF_GROWN,
    exercise_seconds,
    session_minutes,
)
from befit_cli.planning.dosing import dosed_line, options, reached_work, take_step
from befit_cli.planning.draft import Line
from befit_cli.planning.planner import plan_week
from befit_cli.planning.repertoire import Repertoires
from befit_cli.planning.training import UNTRAINED, Reached, Training
from befit_cli.values import (
    Act,
    Athlete,
    Dose,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Phase,
    Pick,
    Prescription,
    Range,
    Role,
    SeasonWeek,
    Stretch,
)

# How long it takes.


@st.composite
def lines(draw: st.DrawFn) -> Line:
    return a_line(
        sets=draw(st.integers(1, 6)),
        at=draw(st.integers(1, 60)),
        seconds_per_rep=draw(st.none() | st.sampled_from((1.0, 2.0, 2.5, 3.0, 3.5, 4.0))),
        rest_s=draw(st.integers(0, 240)),
        per_side=draw(st.booleans()),
        alternates=draw(st.booleans()),
    )


def clock(
    sets: int, set_s: float, rest_s: int, *, per_side: bool, alternates: bool
) -> Iterator[float]:
    """Every bit of an exercise as it passes: set up, then sets with rest between, with a moment to
    change sides unless they take turns (R46).
    """
    yield 60
    for number in range(sets):
        if number > 0:
            yield rest_s
        yield set_s
        if per_side:
            yield set_s
            if not alternates:
                yield 10


@given(line=lines())
def test_an_exercise_takes_its_set_up_its_sets_and_the_rest_between(line: Line):
    form = line.pick.form
    set_s = line.at * (line.seconds_per_rep or 1)
    bits = clock(line.sets, set_s, line.rest_s, per_side=form.per_side, alternates=form.alternates)
    assert line.seconds == pytest.approx(sum(bits))


def as_it_passes(each: Prescription, *, first: bool) -> float:
    """The seconds of a plan's exercise; a barbell lift of few repetitions has a lighter set first,
    a session's first lift has that in its warm-up.
    """
    set_s = each.hold_s if each.reps is None else each.reps * (each.seconds_per_rep or 0)
    assert set_s is not None
    bits = clock(each.sets, set_s, each.rest_s, per_side=each.per_side, alternates=each.alternates)
    leg_press = Kit.MACHINE in each.kit and each.pattern is Pattern.SQUAT
    few = each.reps is not None and each.reps <= 6
    own_set = few and not first and (Kit.BARBELL in each.kit or leg_press)
    return sum(bits) + (60 if own_set else 0)


@given(planned=athletes_and_weeks())
@settings(drawn, max_examples=20)
def test_the_same_in_a_plan(planned: tuple[Athlete, SeasonWeek]):
    for session in plan_week(planned[0], CATALOGUE, planned[1]).sessions:
        for place, each in enumerate(session.exercises):
            first = place == 0
            seconds = exercise_seconds(each, first=first)
            assert seconds == pytest.approx(as_it_passes(each, first=first))


@given(session=st.lists(lines(), max_size=7), warm_up=st.sampled_from((3, 4, 5, 8)))
def test_a_session_takes_its_warm_up_and_its_exercises_rounded_up_once(
    session: list[Line], warm_up: int
):
    seconds = warm_up * 60 + sum(line.seconds for line in session)
    minutes = session_minutes(warm_up, [line.seconds for line in session])
    assert seconds <= minutes * 60 < seconds + 60


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
            a_line(sets=2, at=8, seconds_per_rep=3.5, rest_s=75, per_side=True, alternates=True),
            60 + 2 * (28 + 28) + 75,
            id="sides that take turns",
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
    ("kit", "pattern", "reps", "first", "set_up"),
    [
        pytest.param((Kit.BARBELL,), Pattern.HINGE, 6, False, 120, id="a barbell, few repetitions"),
        pytest.param((Kit.BARBELL,), Pattern.HINGE, 6, True, 60, id="the first of the session"),
        pytest.param((Kit.BARBELL,), Pattern.HINGE, 7, False, 60, id="not for more repetitions"),
        pytest.param((Kit.MACHINE,), Pattern.SQUAT, 6, False, 120, id="a leg press"),
        pytest.param((Kit.MACHINE,), Pattern.HINGE, 6, False, 60, id="not another machine"),
        pytest.param((Kit.DUMBBELL,), Pattern.SQUAT, 6, False, 60, id="nor dumbbells"),
    ],
)
def test_a_lift_with_a_lighter_set_of_its_own_takes_a_minute_more_to_set_up(
    kit: tuple[Kit, ...], pattern: Pattern, reps: int, first: bool, set_up: int
):
    lift = replace(SAMPLE_SQUAT, kit=kit, pattern=pattern, sets=1, reps=reps, seconds_per_rep=3.0)
    assert exercise_seconds(lift, first=first) == set_up + 3 * reps


# The dose of a stretch.

FIRST = a_stretch(phase=Phase.GENERAL, number=0)
GENERAL = a_stretch(phase=Phase.GENERAL, number=1)
STRENGTH = a_stretch(phase=Phase.STRENGTH, number=1)
POWER = a_stretch(phase=Phase.POWER, number=2)

DUMBBELL = (Kit.DUMBBELL,)
HEAVY = {"kit": DUMBBELL, "load": Load.HIGH}
CALF: dict[str, Any] = {"pattern": Pattern.CALF}
JUMP: dict[str, Any] = {
    "role": Role.POWER,
    "pattern": Pattern.PLYOMETRIC,
    "seconds_per_rep": 2.0,
    "contacts": 1,
    "dose": Dose(sets=Range(3, 3), reps=Range(5, 5), rest=120),
}
RAMP = 2
TWO_OR_THREE = Range(2, 3)


def reps(low: int, high: int, *, sets: Range = TWO_OR_THREE, rest: int = 60) -> Dose:
    return Dose(sets=sets, reps=Range(low, high), rest=rest, rir=3)


def hold(low: int, high: int) -> Dose:
    return Dose(sets=TWO_OR_THREE, hold=Range(low, high), rest=45)


HARDER = a_pick("Harder", dose=reps(8, 12))


def held(low: int = 20, high: int = 40, **changes: Any) -> Pick:
    role = changes.pop("role", Role.CORE)
    return a_pick(role=role, seconds_per_rep=None, dose=hold(low, high), **changes)


def dosed(
    pick: Pick,
    stretch: Stretch = GENERAL,
    level: Level = Level.BEGINNER,
    *,
    minutes: int = 60,
    sessions: int = 2,
    ramp: int = 0,
    after: Reached | None = None,
) -> Line:
    """The pick's line in the last week of the stretch, `after` what its form had reached."""
    athlete = Athlete(level=level, minutes=minutes, sessions=sessions)
    return dosed_line(athlete, pick, stretch, ramp=ramp, reached=after)


def told(line: Line) -> str:
    """`2-3 x 8-10, rest 120-120 (180), 3 in reserve`."""
    reserve = "" if line.rir is None else f", {line.rir} in reserve"
    return (
        f"{line.sets_range} x {line.work}, rest {line.rest_range.low}-{line.rest_range.high} "
        f"({line.rest_most}){reserve}"
    )


@pytest.mark.parametrize(
    ("pick", "level", "stretch", "dose"),
    [
        pytest.param(
            a_pick(**HEAVY),
            Level.BEGINNER,
            GENERAL,
            "2-3 x 10-12, rest 60-60 (120), 3 in reserve",
            id="general",
        ),
        pytest.param(
            a_pick(**HEAVY),
            Level.BEGINNER,
            STRENGTH,
            "2-3 x 8-10, rest 120-120 (180), 3 in reserve",
            id="strength, beginner",
        ),
        pytest.param(
            a_pick(**HEAVY),
            Level.INTERMEDIATE,
            STRENGTH,
            "2-3 x 6-8, rest 120-120 (180), 3 in reserve",
            id="strength, intermediate",
        ),
        pytest.param(
            a_pick(**HEAVY),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 4-6, rest 120-120 (180), 3 in reserve",
            id="strength, advanced",
        ),
        pytest.param(
            a_pick(**HEAVY, dose=reps(4, 4, rest=200)),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 4-6, rest 120-200 (240), 3 in reserve",
            id="room is made upwards, and rest stays in the phase's",
        ),
        pytest.param(
            a_pick(**HEAVY),
            Level.ADVANCED,
            POWER,
            "2-3 x 4-6, rest 120-120 (150), 3 in reserve",
            id="power, rest as for strength where repetitions are few",
        ),
        pytest.param(
            a_pick(**HEAVY, dose=reps(10, 12, sets=Range(2, 5))),
            Level.ADVANCED,
            STRENGTH,
            "2-4 x 4-6, rest 120-120 (180), 3 in reserve",
            id="no more sets than the phase has",
        ),
        pytest.param(
            a_pick(kit=DUMBBELL),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 10-15, rest 60-60 (60), 3 in reserve",
            id="a dumbbell on a form of medium class is not heavy work",
        ),
        pytest.param(
            a_pick(load=Load.HIGH),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 10-15, rest 60-60 (60), 3 in reserve",
            id="nor is a hard form without weight",
        ),
        pytest.param(
            a_pick(load=Load.HIGH, kit=(Kit.BACKPACK,)),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 10-15, rest 60-60 (60), 3 in reserve",
            id="nor one with a backpack",
        ),
        pytest.param(
            a_pick(dose=reps(14, 20, rest=200)),
            Level.ADVANCED,
            POWER,
            "2-3 x 13-15, rest 60-120 (120), 3 in reserve",
            id="not heavy: up to fifteen, and two minutes of rest",
        ),
        pytest.param(
            a_pick(dose=reps(4, 6)),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 8-15, rest 60-60 (60), 3 in reserve",
            id="not heavy: eight or more",
        ),
        pytest.param(
            a_pick(dose=reps(4, 6), per_side=True),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 6-15, rest 60-60 (60), 3 in reserve",
            id="six for a squat on one leg",
        ),
        pytest.param(
            a_pick(dose=reps(4, 6), per_side=True, pattern=Pattern.LUNGE),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 8-15, rest 60-60 (60), 3 in reserve",
            id="but for no lunge",
        ),
        pytest.param(
            a_pick(**CALF, kit=DUMBBELL),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 6-8, rest 120-120 (120), 3 in reserve",
            id="heavy calves are, and need no longer rest",
        ),
        pytest.param(
            a_pick(**HEAVY),
            Level.BEGINNER,
            POWER,
            "2-3 x 6-8, rest 90-90 (150), 3 in reserve",
            id="power, beginner",
        ),
        pytest.param(
            a_pick(**HEAVY, light=True),
            Level.ADVANCED,
            STRENGTH,
            "2 x 8-10, rest 60-120 (180), 4 in reserve",
            id="light: never few, and no long rest",
        ),
        pytest.param(
            a_pick(**HEAVY, light=True, role=Role.ACCESSORY, dose=reps(6, 12, rest=120)),
            Level.ADVANCED,
            STRENGTH,
            "2 x 8-10, rest 60-120 (120), 4 in reserve",
            id="a light accessory, too",
        ),
        pytest.param(
            a_pick(**HEAVY, light=True, role=Role.ACCESSORY, dose=reps(3, 6)),
            Level.ADVANCED,
            STRENGTH,
            "2 x 3-6, rest 60-60 (60), 4 in reserve",
            id="but none that nobody does so many of",
        ),
        pytest.param(
            a_pick(role=Role.ACCESSORY, harder=a_pick("Harder")),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 10-12, rest 60-60 (60), 3 in reserve",
            id="an accessory keeps the catalogue's, from one set on",
        ),
        pytest.param(
            a_pick(role=Role.ACCESSORY),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 10-15, rest 60-60 (60), 3 in reserve",
            id="up to fifteen where there is no harder form",
        ),
        pytest.param(
            a_pick(role=Role.ACCESSORY, dose=reps(4, 8)),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 4-8, rest 60-60 (60), 3 in reserve",
            id="but for what is as hard as a pull-up",
        ),
        pytest.param(
            a_pick(role=Role.ACCESSORY, **HEAVY),
            Level.ADVANCED,
            STRENGTH,
            "2-3 x 10-12, rest 60-60 (60), 3 in reserve",
            id="heavy from two sets on",
        ),
        pytest.param(
            a_pick(role=Role.ACCESSORY, **HEAVY, dose=reps(10, 12, sets=Range(1, 1))),
            Level.ADVANCED,
            STRENGTH,
            "2 x 10-12, rest 60-60 (60), 3 in reserve",
            id="whatever the catalogue's",
        ),
        pytest.param(
            a_pick(role=Role.CORE),
            Level.ADVANCED,
            FIRST,
            "1-3 x 10-12, rest 60-60 (60), 3 in reserve",
            id="core work, too",
        ),
        pytest.param(
            held(role=Role.MAIN),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 20-40, rest 45-45 (45)",
            id="and main work that is held",
        ),
    ],
)
def test_main_work_takes_the_phases_dose_and_the_rest_the_catalogues(
    pick: Pick, level: Level, stretch: Stretch, dose: str
):
    assert told(dosed(pick, stretch, level)) == dose


@pytest.mark.parametrize("phase", [Phase.GENERAL, Phase.STRENGTH, Phase.POWER], ids=str)
@pytest.mark.parametrize("level", Level, ids=str)
def test_work_that_is_not_heavy_has_the_same_repetitions_in_every_phase(phase: Phase, level: Level):
    line = dosed(a_pick(dose=reps(4, 6)), a_stretch(phase=phase, number=1), level)
    assert line.work == Range(8, 15)


@pytest.mark.parametrize(
    ("pick", "level", "stretch", "work"),
    [
        pytest.param(a_pick(**CALF), Level.BEGINNER, GENERAL, "1-3 x 10-25", id="up to 25"),
        pytest.param(
            a_pick(**CALF, harder=a_pick("Harder", **CALF)),
            Level.BEGINNER,
            GENERAL,
            "1-3 x 10-15",
            id="up to 15 where there is a harder form",
        ),
        pytest.param(
            a_pick(**CALF, dose=reps(4, 6)), Level.ADVANCED, STRENGTH, "1-3 x 8-25", id="from 8"
        ),
        pytest.param(
            a_pick(**CALF, dose=reps(25, 25)),
            Level.BEGINNER,
            GENERAL,
            "1-3 x 23-25",
            id="with room to grow",
        ),
        pytest.param(
            a_pick(**CALF, role=Role.ACCESSORY),
            Level.BEGINNER,
            STRENGTH,
            "1-3 x 10-25",
            id="as an accessory, too",
        ),
        pytest.param(
            a_pick(**CALF, kit=DUMBBELL, dose=reps(3, 5)),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 6-8",
            id="heavy from 6",
        ),
        pytest.param(
            a_pick(**CALF, kit=DUMBBELL, dose=reps(3, 5)),
            Level.BEGINNER,
            STRENGTH,
            "1-3 x 8-10",
            id="a beginner's heavy from 8",
        ),
        pytest.param(
            a_pick(**CALF, kit=DUMBBELL, dose=reps(4, 12), role=Role.ACCESSORY),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 6-12",
            id="a heavy accessory from 6, in the catalogue's",
        ),
        pytest.param(
            a_pick(**CALF, kit=DUMBBELL, dose=reps(4, 12), role=Role.ACCESSORY),
            Level.BEGINNER,
            STRENGTH,
            "1-3 x 8-12",
            id="a beginner's heavy accessory from 8",
        ),
        pytest.param(
            a_pick(**CALF, kit=DUMBBELL, dose=reps(3, 4), role=Role.ACCESSORY),
            Level.ADVANCED,
            STRENGTH,
            "1-3 x 6",
            id="whatever the catalogue's",
        ),
    ],
)
def test_calf_work_has_many_repetitions(pick: Pick, level: Level, stretch: Stretch, work: str):
    line = dosed(pick, stretch, level)
    assert f"{line.sets_range} x {line.work}" == work


@pytest.mark.parametrize(
    ("changes", "level", "dose"),
    [
        pytest.param({}, Level.ADVANCED, "2-5 x 4-6, rest 120-120 (120)", id="as the phase has"),
        pytest.param(
            {"dose": reps(5, 5, rest=120)},
            Level.ADVANCED,
            "2-5 x 4-6, rest 120-120 (120)",
            id="no reserve, whatever the catalogue's",
        ),
        pytest.param(
            {},
            Level.BEGINNER,
            "2 x 4-5, rest 120-120 (120)",
            id="rather few landings a set than one set",
        ),
        pytest.param(
            {"per_side": True}, Level.BEGINNER, "1 x 4, rest 120-120 (120)", id="few landings"
        ),
        pytest.param(
            {"per_side": True},
            Level.INTERMEDIATE,
            "2-4 x 4-6, rest 120-120 (120)",
            id="landings on both sides, with hops besides",
        ),
        pytest.param(
            {"dose": Dose(sets=Range(3, 3), reps=Range(5, 5), rest=30)},
            Level.ADVANCED,
            "2-5 x 4-6, rest 90-90 (90)",
            id="a minute and a half of rest",
        ),
        pytest.param(
            {"contacts": 0, "dose": reps(5, 5, rest=120)},
            Level.BEGINNER,
            "2-5 x 4-6, rest 120-120 (120), 3 in reserve",
            id="fast work that does not land has one",
        ),
    ],
)
def test_jumps_have_few_repetitions_and_few_landings(
    changes: dict[str, Any], level: Level, dose: str
):
    assert told(dosed(a_pick(**(JUMP | changes)), POWER, level)) == dose


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
    to_failure = Dose(sets=Range(2, 2), reps=Range(10, 12), rest=60, rir=0)
    assert dosed(a_pick(role=role, dose=to_failure), STRENGTH, level).rir == rir


@pytest.mark.parametrize("weight", [{}, HEAVY], ids=["without weight", "heavy"])
@pytest.mark.parametrize(
    ("stretch", "reserves"),
    [
        pytest.param(GENERAL, [3, 3, 4], id="general"),
        pytest.param(STRENGTH, [1, 2, 3], id="strength"),
        pytest.param(POWER, [2, 2, 3], id="power"),
    ],
)
def test_the_phase_says_how_much_main_work_keeps_in_reserve(
    weight: dict[str, Any], stretch: Stretch, reserves: list[int]
):
    found = []
    for rir in (0, 2, 5):
        dose = Dose(sets=TWO_OR_THREE, reps=Range(10, 12), rest=60, rir=rir)
        found.append(dosed(a_pick(**weight, dose=dose), stretch, Level.ADVANCED).rir)
    assert found == reserves


def test_a_line_begins_at_its_lowest_dose_and_the_stretchs_last_repetitions():
    line = dosed(a_pick(**HEAVY), GENERAL)
    assert (line.sets, line.rest_s, line.at, line.top) == (2, 60, 12, 12)


# What is light.


@pytest.mark.parametrize(
    ("pick", "ramp", "sets", "rir"),
    [
        pytest.param(a_pick(), 0, "2-3", 3, id="at full weight"),
        pytest.param(a_pick(light=True), 0, "2", 4, id="light"),
        pytest.param(a_pick(role=Role.ACCESSORY, light=True), 0, "1-2", 4, id="an accessory"),
        pytest.param(a_pick(), RAMP, "2", 3, id="the weeks after a ramp"),
        pytest.param(
            a_pick(load=Load.LOW, role=Role.CORE), RAMP, "1-3", 3, id="what no ramp eases"
        ),
        pytest.param(a_pick(**JUMP), RAMP, "2-5", None, id="jumps are never light"),
        pytest.param(a_pick(**CALF), RAMP, "1-3", 3, id="calves get a third set after a ramp"),
        pytest.param(a_pick(**CALF, light=True), RAMP, "1-2", 4, id="unless they stay light"),
    ],
)
def test_what_is_light_has_two_sets_at_most_and_four_in_reserve(
    pick: Pick, ramp: int, sets: str, rir: int | None
):
    line = dosed(pick, a_stretch(number=0, build=4), Level.INTERMEDIATE, ramp=ramp)
    assert (str(line.sets_range), line.rir) == (sets, rir)


@pytest.mark.parametrize(
    ("pick", "at"),
    [
        pytest.param(held(45, 45), 45, id="at full effort"),
        pytest.param(held(45, 45, light=True), 30, id="light"),
        pytest.param(held(40, 40, light=True), 25, id="in fives"),
        pytest.param(held(5, 5, light=True), 5, id="five at least"),
        pytest.param(a_pick(light=True, dose=reps(12, 12)), 15, id="repetitions as they are"),
    ],
)
def test_a_light_hold_has_two_thirds_of_the_seconds(pick: Pick, at: int):
    stretch = a_stretch(phase=Phase.GENERAL, number=1, build=4)
    assert dosed(pick, stretch).at == at


# What a niggle changes.


def changed(**rule: Any) -> tuple[NiggleRule, ...]:
    return (NiggleRule(act=Act.MODIFY, note="So.", **rule),)


@pytest.mark.parametrize(
    ("pick", "dose"),
    [
        pytest.param(
            a_pick(**HEAVY, rules=changed(sets=Range(3, 4))),
            "3-4 x 10-12, rest 60-60 (60), 3 in reserve",
            id="sets, whatever the phase",
        ),
        pytest.param(
            a_pick(**HEAVY, rules=changed(reps=Range(5, 6))),
            "2-3 x 5-6, rest 60-60 (60), 3 in reserve",
            id="repetitions",
        ),
        pytest.param(
            a_pick(**CALF, rules=changed(reps=Range(5, 6))),
            "2-3 x 5-6, rest 60-60 (60), 3 in reserve",
            id="of the calves as well",
        ),
        pytest.param(
            a_pick(rules=changed(hold=Range(30, 45))),
            "2-3 x 30-45, rest 60-60 (60)",
            id="a hold in place of repetitions",
        ),
        pytest.param(
            held(rules=changed(reps=Range(5, 6), seconds_per_rep=10.0)),
            "2-3 x 5-6, rest 45-45 (45)",
            id="repetitions in place of a hold",
        ),
        pytest.param(
            a_pick(**HEAVY, rules=changed(seconds_per_rep=6.0)),
            "2-3 x 8-10, rest 120-120 (180), 3 in reserve",
            id="a tempo alone leaves the phase's dose",
        ),
        pytest.param(
            a_pick(rules=(*changed(sets=Range(1, 2)), *changed(reps=Range(6, 8)))),
            "1-2 x 6-8, rest 60-60 (60), 3 in reserve",
            id="two niggles, each what it says",
        ),
    ],
)
def test_a_niggles_dose_counts_before_phase_and_ladder(pick: Pick, dose: str):
    assert told(dosed(pick, STRENGTH)) == dose


@pytest.mark.parametrize(
    ("pick", "pace"),
    [
        pytest.param(a_pick(), 3.0, id="well"),
        pytest.param(a_pick(rules=changed(seconds_per_rep=8.0)), 8.0, id="slowly"),
        pytest.param(a_pick(rules=changed(hold=Range(30, 45))), None, id="held"),
        pytest.param(
            a_pick(rules=(*changed(seconds_per_rep=8.0), *changed(seconds_per_rep=10.0))),
            10.0,
            id="the last of two, as of all that they change",
        ),
        pytest.param(held(), None, id="a hold"),
        pytest.param(
            held(rules=changed(reps=Range(5, 6), seconds_per_rep=10.0)), 10.0, id="short holds"
        ),
    ],
)
def test_a_niggle_says_how_long_a_repetition_takes(pick: Pick, pace: float | None):
    assert dosed(pick).seconds_per_rep == pace


# A sore tendon.


def tendon(niggle: Niggle = Niggle.ACHILLES, **changes: Any) -> Pick:
    return a_pick("Raise", **(CALF | {"first_line": (niggle,)} | changes))


@pytest.mark.parametrize(
    ("pick", "minutes", "sets"),
    [
        pytest.param(tendon(), 30, "3", id="three"),
        pytest.param(
            tendon(role=Role.PREHAB, dose=reps(10, 12, sets=Range(2, 5))), 60, "3-5", id="or more"
        ),
        pytest.param(tendon(dose=reps(10, 12, sets=Range(1, 2))), 30, "3", id="whatever its dose"),
        pytest.param(
            tendon(rules=changed(sets=Range(4, 5))), 30, "4-5", id="or what it says itself"
        ),
        pytest.param(tendon(), 29, "1-2", id="two in short sessions, or one"),
        pytest.param(tendon(role=Role.PREHAB), 30, "3", id="as prehab, too"),
        pytest.param(tendon(Niggle.SHIN), 30, "1-3", id="a sore shin is no tendon"),
        pytest.param(
            a_pick(pattern=Pattern.HINGE, first_line=(Niggle.ACHILLES,)),
            30,
            "2-3",
            id="other work for it is no calf work",
        ),
    ],
)
def test_a_sore_tendon_has_three_sets_of_its_calf_work(pick: Pick, minutes: int, sets: str):
    assert str(dosed(pick, GENERAL, minutes=minutes).sets_range) == sets


@pytest.mark.parametrize(
    ("niggle", "level", "work"),
    [
        pytest.param(
            Niggle.PLANTAR, Level.INTERMEDIATE, ["10-12", "8-10", "6-8", "6-8"], id="plantar"
        ),
        pytest.param(
            Niggle.ACHILLES,
            Level.INTERMEDIATE,
            ["13-15", "10-12", "6-8", "6-8", "6-8"],
            id="achilles",
        ),
        pytest.param(
            Niggle.ACHILLES, Level.BEGINNER, ["13-15", "10-12", "8-10", "8-10"], id="a beginner"
        ),
    ],
)
def test_heavy_work_for_a_tendon_has_fewer_repetitions_from_stretch_to_stretch(
    niggle: Niggle, level: Level, work: list[str]
):
    found = []
    after = None
    for number in range(len(work)):
        stretch = a_stretch(phase=Phase.STRENGTH, number=number)
        line = dosed(tendon(niggle, kit=DUMBBELL), stretch, level, after=after)
        found.append(str(line.work))
        after = reached(line.sets, line.at)
    assert found == work


def test_heavy_work_for_a_tendon_begins_with_many_repetitions_however_late_it_comes():
    late = a_stretch(phase=Phase.STRENGTH, number=3)
    assert str(dosed(tendon(Niggle.PLANTAR, kit=DUMBBELL), late).work) == "10-12"


@pytest.mark.parametrize(
    ("pick", "work"),
    [
        pytest.param(
            tendon(Niggle.PLANTAR, harder=tendon(Niggle.PLANTAR)), "10-12", id="the plantar fascia"
        ),
        pytest.param(tendon(harder=tendon()), "10-15", id="the achilles"),
        pytest.param(tendon(Niggle.SHIN, harder=tendon()), "10-15", id="no tendon"),
        pytest.param(tendon(), "10-25", id="as many as any, without a next form"),
        pytest.param(
            tendon(Niggle.PLANTAR, only_for=(Niggle.PLANTAR,), role=Role.ACCESSORY),
            "10-20",
            id="an accessory for that alone as its form says",
        ),
        pytest.param(
            tendon(Niggle.PLANTAR, only_for=(Niggle.PLANTAR,)), "10-25", id="no main work"
        ),
    ],
)
def test_work_for_a_tendon_grows_to_the_repetitions_that_its_heavy_work_begins_with(
    pick: Pick, work: str
):
    with_room = replace(pick, form=replace(pick.form, dose=dict.fromkeys(Level, reps(10, 20))))
    assert str(dosed(with_room).work) == work


def test_work_for_a_tendon_keeps_three_sets_after_the_ramp():
    stretch = a_stretch(number=0, build=4)
    assert str(dosed(tendon(), stretch, minutes=30, ramp=RAMP).sets_range) == "3"


# How a stretch grows.


def growth(
    pick: Pick, stretch: Stretch, level: Level = Level.BEGINNER, *, ramp: int = 0
) -> list[int]:
    """Repetitions or seconds of every week of a stretch."""
    fitted = dosed(pick, stretch, level, ramp=ramp)
    done = []
    for step in range(stretch.build):
        week = [a_draft(fitted)]
        take_step(week, step, ramp=ramp)
        done.append(week[0].lines[0].at)
    return done


doses = st.builds(
    lambda sets, low, more, rest: reps(low, low + more, sets=Range(sets, sets + 1), rest=rest),
    st.integers(1, 4),
    st.integers(3, 20),
    st.integers(0, 6),
    st.integers(30, 240),
)
BARE = ((), (Kit.BACKPACK,))
"""Kits that make no work heavy."""


@st.composite
def picks(
    draw: st.DrawFn,
    *,
    roles: Sequence[Role] = tuple(Role),
    kits: Sequence[tuple[Kit, ...]] = (*BARE, DUMBBELL),
    light: bool | None = None,
) -> Pick:
    """Repetitions or, but for main work, a hold; light or not unless that is said."""
    role = draw(st.sampled_from(roles))
    easy = draw(st.booleans()) if light is None else light
    if role not in MAIN_ROLES and draw(st.booleans()):
        low = draw(st.sampled_from((10, 20, 30)))
        high = low + 5 * draw(st.integers(0, 6))
        return held(low, high, role=role, load=draw(st.sampled_from(Load)), light=easy)
    return a_pick(
        dose=draw(doses),
        role=role,
        kit=draw(st.sampled_from(kits)),
        load=draw(st.sampled_from(Load)),
        pattern=draw(st.sampled_from((Pattern.SQUAT, Pattern.CALF))),
        light=easy,
    )


@st.composite
def stretches(draw: st.DrawFn, *, least: int = 1) -> Stretch:
    """Of so many build weeks or more."""
    return a_stretch(
        build=draw(st.integers(least, 5)),
        phase=draw(st.sampled_from((Phase.GENERAL, Phase.STRENGTH, Phase.POWER))),
        number=draw(st.integers(0, 3)),
    )


levels = st.sampled_from(Level)


@drawn
@given(pick=picks(), stretch=stretches(), level=levels, ramp=st.sampled_from((0, 1, 2)))
def test_the_weeks_of_a_stretch_never_fall(pick: Pick, stretch: Stretch, level: Level, ramp: int):
    done = growth(pick, stretch, level, ramp=ramp)
    # Few repetitions of a weight may follow eight of three quarters of it, and of nothing else.
    full = ramp if pick.heavy and set(done[:ramp]) == {LIGHT_REPS.low} else 0
    assert done[full:] == sorted(done[full:])


@drawn
@given(pick=picks(), stretch=stretches(), level=levels, ramp=st.sampled_from((0, 1, 2)))
def test_the_last_week_of_a_stretch_is_the_one_that_was_fitted_into_the_minutes(
    pick: Pick, stretch: Stretch, level: Level, ramp: int
):
    # A ramp ends before its stretch does.
    ramp = min(ramp, stretch.build - 1)
    fitted = dosed(pick, stretch, level, ramp=ramp)
    week = [a_draft(fitted)]
    take_step(week, stretch.build - 1, ramp=ramp)
    [line] = week[0].lines
    assert (line.sets, line.at, line.rir, line.light) == (
        fitted.sets,
        fitted.at,
        fitted.rir,
        fitted.light,
    )


@drawn
@given(
    pick=picks(roles=[Role.MAIN]),
    stretch=stretches(least=2),
    level=levels,
)
def test_main_work_has_grown_at_the_end_of_every_stretch(
    pick: Pick, stretch: Stretch, level: Level
):
    done = growth(pick, stretch, level)
    assert done[-1] > done[0]


@drawn
@given(pick=picks(), stretch=stretches(), level=levels)
def test_no_exercise_grows_by_more_than_two_repetitions_or_ten_seconds_a_week(
    pick: Pick, stretch: Stretch, level: Level
):
    line = dosed(pick, stretch, level)
    assert line.step <= (10 if line.seconds_per_rep is None else 2)


@drawn
@given(athlete=athletes(), stretch=stretches(), ramp=st.sampled_from((0, 2)))
def test_no_dose_of_the_catalogue_is_too_near_to_failure(
    athlete: Athlete, stretch: Stretch, ramp: int
):
    pool = a_pool(athlete, Repertoires(athlete, CATALOGUE), stretch)
    for need in Need:
        for candidate in pool.candidates(need, Load.HIGH, light=True):
            line = dosed_line(athlete, candidate.pick, stretch, ramp=ramp, reached=None)
            week = [a_draft(line)]
            take_step(week, 0, ramp=ramp)
            for each in (line, *week[0].lines):
                assert each.rir is None or each.rir >= RIR_MIN[athlete.level]


def repeated(low: int, high: int, role: Role = Role.CORE, **changes: Any) -> Pick:
    return a_pick(role=role, dose=reps(low, high), **changes)


@pytest.mark.parametrize(
    ("pick", "weeks"),
    [
        pytest.param(repeated(10, 12), "10 11 12", id="one repetition a week"),
        pytest.param(repeated(8, 16), "8 10 12", id="its range in two stretches"),
        pytest.param(repeated(8, 20), "8 10 12", id="two a week at most"),
        pytest.param(repeated(4, 10), "4 5 6", id="one where each is as hard as a pull-up"),
        pytest.param(repeated(5, 11), "5 7 9", id="two from five on"),
        pytest.param(repeated(10, 11), "10 11 11", id="up to the most"),
        pytest.param(repeated(10, 10), "10 10 10", id="nowhere without a range"),
        pytest.param(
            repeated(6, 12, Role.ACCESSORY, kit=DUMBBELL),
            "6 7 8 9",
            id="what is heavy by one, at one weight",
        ),
        pytest.param(a_pick(**JUMP), "4 5", id="jumps in one stretch"),
        pytest.param(a_pick(**JUMP), "4 5 5", id="and by one until their range ends"),
        pytest.param(held(20, 25), "20 25 25", id="a hold by five seconds, up to its most"),
        pytest.param(held(20, 45), "20 25 30 35", id="a hold by fives only"),
        pytest.param(held(20, 60), "20 30 40", id="a hold by ten, where there is room for them"),
        pytest.param(held(15, 60), "15 25 35", id="and by no more than ten"),
        pytest.param(repeated(10, 12, Role.MOBILITY), "10 10 10", id="mobility does not grow"),
        pytest.param(repeated(10, 12), "10", id="a stretch of one week does not"),
    ],
)
def test_a_stretch_grows_by_equal_steps(pick: Pick, weeks: str):
    stretch = a_stretch(number=1, build=len(weeks.split()))
    assert " ".join(map(str, growth(pick, stretch))) == weeks


def weeks_of(pick: Pick, *, ramp: int, sets: int = 2, build: int = 4) -> list[str]:
    """`2 x 10 light, 4 in reserve` in each week of a first stretch."""
    stretch = a_stretch(number=0, build=build)
    fitted = replace(dosed(pick, stretch, Level.INTERMEDIATE, ramp=ramp), sets=sets)
    weeks = []
    for step in range(build):
        week = [a_draft(fitted)]
        take_step(week, step, ramp=ramp)
        [line] = week[0].lines
        light = " light" if line.light else ""
        weeks.append(f"{line.sets} x {line.at}{light}, {line.rir} in reserve")
    return weeks


def test_in_the_ramp_a_lift_is_light_and_the_week_after_brings_the_weight_alone():
    assert weeks_of(repeated(8, 12), ramp=RAMP) == [
        "2 x 8 light, 4 in reserve",
        "2 x 9 light, 4 in reserve",
        "2 x 9, 3 in reserve",
        "2 x 10, 3 in reserve",
    ]


def test_in_the_ramp_a_heavy_lift_is_lifted_as_often_as_a_light_weight_asks_for():
    assert weeks_of(repeated(5, 8, **HEAVY), ramp=RAMP) == [
        "2 x 8 light, 4 in reserve",
        "2 x 8 light, 4 in reserve",
        "2 x 6, 4 in reserve",
        "2 x 7, 3 in reserve",
    ]


def test_but_no_more_often_than_the_session_has_room_for():
    slow = repeated(5, 8, **HEAVY, seconds_per_rep=120.0)
    line = dosed(slow, a_stretch(number=0, build=4), ramp=RAMP)
    often = a_draft(line)
    take_step([often], 0, ramp=RAMP)
    short = a_draft(line, limit=often.minutes - 1)
    take_step([short], 0, ramp=RAMP)
    assert [draft.lines[0].at for draft in (often, short)] == [8, 5]


def test_nor_where_the_last_week_of_the_ramp_has_no_room_for_it():
    """R32: none of its weeks has fewer repetitions than the one before."""
    stretch = a_stretch(number=0, build=4)
    lift = dosed(repeated(5, 8, **HEAVY, seconds_per_rep=120.0), stretch, ramp=RAMP)
    core = replace(
        dosed(repeated(8, 12, load=Load.LOW), stretch, ramp=RAMP),
        sets=3,
        step=20,
        work=Range(8, 60),
    )
    often = a_draft(lift, core)
    take_step([often], 0, ramp=RAMP)
    weeks = [a_draft(lift, core, limit=often.minutes) for _ in range(RAMP)]
    for step, week in enumerate(weeks):
        take_step([week], step, ramp=RAMP)
    assert [week.lines[0].at for week in weeks] == [5, 6]


def test_after_the_ramp_calf_work_gets_its_weight_and_then_a_third_set():
    assert weeks_of(a_pick(**CALF, harder=HARDER), ramp=RAMP, sets=3, build=5) == [
        "2 x 10 light, 4 in reserve",
        "2 x 12 light, 4 in reserve",
        "2 x 12, 3 in reserve",
        "3 x 12, 3 in reserve",
        "3 x 14, 3 in reserve",
    ]


def test_heavy_work_keeps_its_weight_so_its_first_weeks_keep_more_in_reserve():
    heavy = repeated(6, 12, Role.ACCESSORY, kit=DUMBBELL)
    assert weeks_of(heavy, ramp=0) == [
        "2 x 6, 4 in reserve",
        "2 x 7, 4 in reserve",
        "2 x 8, 4 in reserve",
        "2 x 9, 3 in reserve",
    ]


def test_what_is_low_on_the_legs_has_no_ramp():
    assert weeks_of(repeated(8, 12, load=Load.LOW), ramp=RAMP) == [
        "2 x 8, 3 in reserve",
        "2 x 9, 3 in reserve",
        "2 x 10, 3 in reserve",
        "2 x 11, 3 in reserve",
    ]


def test_a_hold_in_the_ramp_has_two_thirds_of_its_seconds():
    assert weeks_of(held(30, 30), ramp=RAMP) == [
        "2 x 20 light, None in reserve",
        "2 x 20 light, None in reserve",
        "2 x 30, None in reserve",
        "2 x 30, None in reserve",
    ]


def test_work_for_a_tendon_has_its_three_sets_at_once_after_the_ramp():
    assert weeks_of(tendon(), ramp=RAMP, sets=3) == [
        "2 x 10 light, 4 in reserve",
        "2 x 12 light, 4 in reserve",
        "3 x 12, 3 in reserve",
        "3 x 14, 3 in reserve",
    ]


@pytest.mark.parametrize(
    ("build", "sessions", "most"),
    [
        pytest.param(4, 2, 3, id="where a week has two sessions"),
        pytest.param(4, 3, 2, id="three sessions have enough without"),
        pytest.param(3, 2, 2, id="not where the stretch ends with the week after the ramp"),
    ],
)
def test_calves_get_a_third_set_after_the_ramp(build: int, sessions: int, most: int):
    stretch = a_stretch(number=0, build=build)
    line = dosed(a_pick(**CALF), stretch, sessions=sessions, ramp=RAMP)
    assert line.sets_range.high == most


# No further than a session has room.


@drawn
@given(
    pick=picks(kits=BARE),
    minutes=st.integers(30, 60),
    per_side=st.booleans(),
)
def test_nothing_grows_beyond_a_third_of_its_session(pick: Pick, minutes: int, per_side: bool):
    pick = replace(pick, form=replace(pick.form, per_side=per_side))
    line = dosed(pick, minutes=minutes)
    grown = replace(
        line, sets=SETS_OF_GROWN, at=line.work.high, rest_s=line.rest_range.low, light=False
    )
    begun = line.work.high == line.work.low
    assert begun or grown.seconds <= EXERCISE_SHARE_MAX * 60 * minutes


@pytest.mark.parametrize(
    ("pick", "minutes", "high"),
    [
        pytest.param(a_pick(**CALF), 60, 25, id="room enough"),
        pytest.param(a_pick(**CALF, per_side=True), 30, 21, id="on both sides less"),
        pytest.param(
            a_pick(**CALF, per_side=True), 29, 25, id="a short session has two sets to count"
        ),
        pytest.param(
            a_pick(**CALF, per_side=True, seconds_per_rep=20.0),
            30,
            10,
            id="where it begins at least",
        ),
        pytest.param(
            a_pick(
                **CALF, kit=DUMBBELL, role=Role.ACCESSORY, dose=reps(10, 25), seconds_per_rep=9.0
            ),
            30,
            25,
            id="what is heavy grows as it does",
        ),
        pytest.param(held(20, 60, per_side=True), 15, 40, id="holds, in fives"),
    ],
)
def test_work_grows_no_further_than_a_session_has_room_for(pick: Pick, minutes: int, high: int):
    line = dosed(pick, minutes=minutes)
    assert (line.work.high, line.top) == (high, high)


@pytest.mark.parametrize(
    ("pick", "minutes", "after", "sets"),
    [
        pytest.param(held(30, 60), 30, None, "1-3", id="room enough"),
        pytest.param(held(60, 60, per_side=True), 27, None, "1-3", id="just room enough"),
        pytest.param(held(60, 60, per_side=True), 26, None, "1-2", id="a set less"),
        pytest.param(held(60, 60, per_side=True), 15, None, "1", id="one at least"),
        pytest.param(
            repeated(12, 12, seconds_per_rep=20.0), 30, None, "1-2", id="slow repetitions, too"
        ),
        pytest.param(
            held(60, 60, per_side=True), 15, reached(2, 60), "2", id="never less than it had"
        ),
        pytest.param(
            a_pick(**HEAVY, seconds_per_rep=30.0), 15, None, "2-3", id="what is heavy has its sets"
        ),
    ],
)
def test_work_gets_no_more_sets_than_a_session_has_room_for(
    pick: Pick, minutes: int, after: Reached | None, sets: str
):
    assert str(dosed(pick, minutes=minutes, after=after).sets_range) == sets


# From stretch to stretch.


@pytest.mark.parametrize(
    ("pick", "after", "dose"),
    [
        pytest.param(a_pick(), None, "2-3 x 10-15", id="what is new begins at its own"),
        pytest.param(
            a_pick(), reached(2, 12), "2-3 x 12-15", id="repetitions from where they were"
        ),
        pytest.param(a_pick(), reached(3, 14), "3 x 14-15", id="and sets"),
        pytest.param(a_pick(), reached(1, 8), "2 x 10-15", id="a set more, and its dose at least"),
        pytest.param(
            tendon(dose=reps(10, 12, sets=Range(2, 5)), role=Role.PREHAB),
            reached(3, 14),
            "3-4 x 14-25",
            id="a set more at most",
        ),
        pytest.param(a_pick(), reached(4, 18), "4 x 18", id="never below, whatever its dose"),
        pytest.param(held(20, 40), reached(2, 35), "2-3 x 35-40", id="holds, too"),
        pytest.param(
            repeated(10, 12), reached(2, 11), "2-3 x 11-12", id="and what is no main work"
        ),
        pytest.param(a_pick(**CALF), reached(2, 20), "2-3 x 20-25", id="and calves"),
        pytest.param(
            tendon(dose=reps(10, 12, sets=Range(2, 5)), role=Role.PREHAB),
            reached(4, 14),
            "4-5 x 14-25",
            id="and calves for a tendon",
        ),
        pytest.param(
            a_pick(**HEAVY), reached(3, 12), "2-3 x 10-12", id="what is heavy goes on by its weight"
        ),
        pytest.param(a_pick(**JUMP), reached(4, 6), "2-5 x 4-6", id="jumps by their forms"),
    ],
)
def test_work_goes_on_from_what_it_had_reached(pick: Pick, after: Reached | None, dose: str):
    line = dosed(pick, GENERAL, Level.INTERMEDIATE, after=after)
    assert f"{line.sets_range} x {line.work}" == dose


@pytest.mark.parametrize(
    ("pick", "after", "ends"),
    [
        pytest.param(a_pick(harder=HARDER), reached(2, 12), 15, id="what has a next form"),
        pytest.param(repeated(10, 14, harder=HARDER), None, 12, id="not in its first stretch"),
        pytest.param(a_pick(harder=HARDER), reached(2, 10), 14, id="by two repetitions a week"),
        pytest.param(a_pick(), reached(2, 12), 14, id="not what has none"),
        pytest.param(
            a_pick(harder=HARDER, rules=(NiggleRule(act=Act.MODIFY),)),
            reached(2, 12),
            14,
            id="nor what a niggle changes",
        ),
        pytest.param(a_pick(**(CALF | {"harder": HARDER})), reached(2, 12), 14, id="nor calf work"),
        pytest.param(tendon(harder=HARDER), reached(2, 12), 15, id="but for a sore tendon"),
    ],
)
def test_what_leads_to_a_next_form_comes_to_its_top_in_its_second_stretch(
    pick: Pick, after: Reached | None, ends: int
):
    stretch = a_stretch(number=1, build=3)
    assert dosed(pick, stretch, Level.INTERMEDIATE, after=after).at == ends


@drawn
@given(
    pick=picks(kits=BARE, light=False),
    stretch=stretches(),
    level=levels,
    sets=st.integers(1, 4),
    amount=st.integers(1, 60),
    minutes=st.integers(15, 60),
)
def test_no_week_of_the_next_stretch_has_less_than_was_reached(
    pick: Pick, stretch: Stretch, level: Level, sets: int, amount: int, minutes: int
):
    line = dosed(pick, stretch, level, minutes=minutes, after=reached(sets, amount))
    week = [a_draft(line)]
    take_step(week, 0, ramp=0)
    [first] = week[0].lines
    assert first.sets >= sets
    assert first.at >= amount


SQUAT = a_pick(harder=HARDER)
TRAINED = a_training({"Squat": reached(2, 12)})


def choices(pick: Pick, training: Training, *, slot: int = 1, stays: bool = False) -> list[str]:
    """`Squat 2 x 12-14`: what is done, then what is done where that does not fit."""
    athlete = Athlete(level=Level.INTERMEDIATE, minutes=60)
    found = options(athlete, pick, GENERAL, ramp=0, slot=slot, training=training, stays=stays)
    told = []
    for line in found:
        work = Range(line.work.low, line.at)
        told.append(f"{line.pick.form.name} {line.sets} x {work}")
    return told


@pytest.mark.parametrize(
    ("pick", "training", "lines"),
    [
        pytest.param(SQUAT, UNTRAINED, ["Squat 2 x 10-14"], id="what is new, as it is"),
        pytest.param(
            SQUAT,
            TRAINED,
            ["Squat 2 x 12-15", "Squat 2 x 12-13", "Harder 2 x 8-12"],
            id="less growth, then the next form at its beginning",
        ),
        pytest.param(
            SQUAT,
            a_training({"Squat": reached(2, 12), "Harder": reached(2, 11)}),
            ["Squat 2 x 12-15", "Squat 2 x 12-13", "Harder 2 x 11-13"],
            id="a next form that is known goes on",
        ),
        pytest.param(
            a_pick(),
            TRAINED,
            ["Squat 2 x 12-14", "Squat 2 x 12-13", "Squat 2 x 12"],
            id="without a next form it stays",
        ),
        pytest.param(
            SQUAT,
            a_training({"Squat": reached(2, 15)}),
            ["Harder 2 x 8-12", "Squat 2 x 15"],
            id="for what is past its range, as from a day without a next form, that comes first",
        ),
        pytest.param(
            a_pick(),
            a_training({"Squat": reached(2, 15)}),
            ["Squat 2 x 15", "Squat 2 x 15"],
            id="what cannot grow has no less growth",
        ),
        pytest.param(
            replace(repeated(10, 12), harder=HARDER),
            a_training({"Squat": reached(2, 11)}),
            ["Squat 2 x 11-12", "Squat 2 x 11", "Harder 2 x 8-12"],
            id="what is no main work may stay as it is",
        ),
        pytest.param(
            a_pick(**HEAVY, harder=HARDER),
            TRAINED,
            ["Squat 2 x 10-12"],
            id="what is heavy is done as it is",
        ),
    ],
)
def test_where_a_line_does_not_fit_there_is_less_of_it_and_then_the_next_form(
    pick: Pick, training: Training, lines: list[str]
):
    assert choices(pick, training) == lines


@pytest.mark.parametrize(
    ("pick", "lines"),
    [
        pytest.param(
            tendon(harder=HARDER),
            ["Raise 3 x 15-19", "Raise 3 x 15-16", "Raise 3 x 15"],
            id="a tendon's",
        ),
        pytest.param(
            a_pick("Raise", harder=HARDER), ["Raise 2 x 15", "Raise 2 x 15"], id="no other"
        ),
    ],
)
def test_work_for_a_tendon_grows_on_while_it_waits_for_its_next_form(pick: Pick, lines: list[str]):
    training = a_training({"Raise": reached(2, 15)})
    assert choices(pick, training, stays=True) == lines


def test_the_least_that_main_work_grows_by_comes_in_its_last_week():
    """Before that other work may need the minutes for its lighter sets."""
    athlete = Athlete(level=Level.INTERMEDIATE, minutes=60)
    training = a_training({"Squat": reached(2, 14)})
    [line, least, _] = options(
        athlete, a_pick(), a_stretch(number=1, build=3), ramp=0, slot=1, training=training
    )
    assert [line.amount(week) for week in range(3)] == [14, 15, 15]
    assert [least.amount(week) for week in range(3)] == [14, 14, 15]


def test_each_session_goes_on_from_what_it_had():
    work = {1: reached(2, 12), 2: reached(3, 13)}
    training = Training(forms={"Squat": work})
    assert choices(SQUAT, training, slot=1)[0] == "Squat 2 x 12-15"
    assert choices(SQUAT, training, slot=2)[0] == "Squat 3 x 13-15"


@pytest.mark.parametrize(
    ("line", "work"),
    [
        pytest.param(a_line(sets=3, at=11), reached(3, 11), id="repetitions"),
        pytest.param(a_line(at=12), reached(2, 12, at_top=True), id="the top of its range"),
        pytest.param(a_line(at=15, top=20), reached(2, 15, at_top=True), id="fifteen are the top"),
        pytest.param(a_line(at=15, top=25, **CALF), reached(2, 15), id="but of no calf work"),
        pytest.param(
            a_line(at=25, top=30, **CALF), reached(2, 25, at_top=True), id="which goes to 25"
        ),
        pytest.param(
            a_line(at=55, top=90, seconds_per_rep=None), reached(2, 55), id="nor of a hold"
        ),
        pytest.param(
            a_line(at=60, top=90, seconds_per_rep=None),
            reached(2, 60, at_top=True),
            id="which goes to a minute",
        ),
        pytest.param(
            a_line(at=12, kit=DUMBBELL), reached(2, 12), id="what comes heavier has no top"
        ),
        pytest.param(
            a_line(at=12, kit=(Kit.BACKPACK,)),
            reached(2, 12, at_top=True),
            id="a backpack does not",
        ),
        pytest.param(
            a_line(at=25, top=60, seconds_per_rep=None, light=True),
            reached(2, 40),
            id="a light hold counts as the full one",
        ),
        pytest.param(
            a_line(at=30, top=40, seconds_per_rep=None, light=True),
            reached(2, 40, at_top=True),
            id="up to its top",
        ),
        pytest.param(a_line(at=11, light=True), reached(2, 11), id="light repetitions as they are"),
    ],
)
def test_what_a_stretch_has_reached_of_a_form(line: Line, work: Reached):
    training = reached_work([a_draft(line)], UNTRAINED, hops=False)
    assert training.forms == {"Squat": {1: work}}


def test_a_block_keeps_what_it_had_of_a_form_until_it_has_the_form_again():
    before = Training(
        forms={
            "Squat": {1: reached(2, 10), 2: reached(2, 10)},
            "Row": {1: reached(2, 12)},
        },
        exercises=frozenset({(1, "row")}),
    )
    week = [a_draft(a_line(at=11), a_line("Lunge", at=11))]
    training = reached_work(week, before, hops=True)
    assert training.forms == {
        "Squat": {1: reached(2, 11)},
        "Row": {1: reached(2, 12)},
        "Lunge": {1: reached(2, 11)},
    }
    assert training.exercises == {(1, "squat"), (1, "lunge")}
    assert training.hops


@drawn
@given(
    pick=picks(kits=BARE),
    stretch=stretches(),
    level=levels,
    minutes=st.integers(15, 60),
)
def test_the_next_stretch_begins_with_no_less_than_the_last_one_ended_with(
    pick: Pick, stretch: Stretch, level: Level, minutes: int
):
    last = dosed(pick, stretch, level, minutes=minutes)
    training = reached_work([a_draft(last)], UNTRAINED, hops=False)
    following = replace(stretch, number=stretch.number + 1)
    athlete = Athlete(level=level, minutes=minutes)
    for line in options(athlete, pick, following, ramp=0, slot=1, training=training):
        week = [a_draft(line)]
        take_step(week, 0, ramp=0)
        [first] = week[0].lines
        assert first.sets >= last.sets
        assert first.at >= last.at
