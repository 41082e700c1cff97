"""What planner and judge measure a plan by, each the same for both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from strategies import a_form, an_exercise

from befit_cli.evidence.ability import barred, can_do, kit_for
from befit_cli.evidence.block import days_to_race, may_stand, most_load, race_day, taper_weeks
from befit_cli.evidence.jumps import jump_share, most_landings
from befit_cli.evidence.session import may_share_family
from befit_cli.evidence.sets import HARD, counts, total_counts
from befit_cli.values import (
    Act,
    Athlete,
    Day,
    Form,
    Kit,
    Level,
    Load,
    Muscles,
    Niggle,
    NiggleRule,
    Pattern,
    Race,
    Role,
)

MONDAY = date(2027, 1, 4)
GOBLET = a_form("Goblet squat", kit=((Kit.DUMBBELL, Kit.KETTLEBELL),), level=Level.INTERMEDIATE)
SQUATS = an_exercise(GOBLET)
LUNGES = an_exercise(a_form("Lunge"))


@pytest.mark.parametrize(
    ("race_date", "weeks", "race_on"),
    [
        pytest.param(date(2027, 3, 4), 2, date(2027, 3, 4), id="the date"),
        pytest.param(None, 1, date(2027, 1, 10), id="the Sunday of one week"),
        pytest.param(None, 3, date(2027, 1, 24), id="the last Sunday of three"),
    ],
)
def test_a_block_ends_with_its_race(race_date: date | None, weeks: int, race_on: date) -> None:
    assert race_day(race_date, MONDAY, weeks) == race_on


@pytest.mark.parametrize(
    ("race", "weeks", "day", "taper"),
    [
        pytest.param(Race.TEN_K, 9, Day.SUN, 1, id="a short race"),
        pytest.param(Race.HALF, 9, Day.SUN, 2, id="a long race"),
        pytest.param(Race.TEN_K, 9, Day.FRI, 1, id="on a Friday"),
        pytest.param(Race.TEN_K, 9, Day.THU, 2, id="on a Thursday"),
        pytest.param(Race.HALF, 2, Day.SUN, 1, id="two weeks in all"),
        pytest.param(Race.HALF, 1, Day.SUN, 1, id="one week in all"),
        pytest.param(Race.HALF, 1, Day.MON, 1, id="one week, on a Monday"),
    ],
)
def test_a_block_tapers_by_race_length_and_weekday(
    race: Race, weeks: int, day: Day, taper: int
) -> None:
    race_on = MONDAY + timedelta(days=day.rank)
    assert taper_weeks(race, weeks, race_on) == taper


@pytest.mark.parametrize(("day", "days"), [(Day.MON, 5), (Day.SAT, 0), (Day.SUN, -1)])
def test_days_to_the_race_are_counted_from_the_day(day: Day, days: int) -> None:
    assert days_to_race(MONDAY, day, MONDAY + timedelta(days=5)) == days


@pytest.mark.parametrize(
    ("race", "load", "jumps", "days"),
    [
        (Race.FIVE_K, Load.HIGH, False, 5),
        (Race.TEN_K, Load.HIGH, False, 6),
        (Race.HALF, Load.HIGH, False, 8),
        (Race.MARATHON, Load.HIGH, False, 10),
        (Race.FIVE_K, Load.MEDIUM, True, 4),
        (Race.HALF, Load.MEDIUM, True, 7),
        (Race.MARATHON, Load.LOW, True, 10),
        (Race.MARATHON, Load.MEDIUM, False, 5),
        (Race.TEN_K, Load.MEDIUM, False, 2),
        (Race.HALF, Load.LOW, False, 3),
    ],
)
def test_an_exercise_may_stand_up_to_its_days_before_the_race(
    race: Race, load: Load, jumps: bool, days: int
) -> None:
    assert may_stand(race, days, load, jumps=jumps)
    assert not may_stand(race, days - 1, load, jumps=jumps)


@pytest.mark.parametrize(
    ("days", "load"), [(10, Load.HIGH), (9, Load.MEDIUM), (5, Load.MEDIUM), (4, Load.LOW)]
)
def test_load_goes_down_as_a_marathon_comes_near(days: int, load: Load) -> None:
    assert most_load(Race.MARATHON, days) is load


@pytest.mark.parametrize(
    ("level", "week", "landings"),
    [
        (Level.BEGINNER, 4, 0),
        (Level.BEGINNER, 5, 40),
        (Level.INTERMEDIATE, 1, 80),
        (Level.ADVANCED, 1, 100),
    ],
)
def test_landings_are_for_who_has_prepared_for_them(level: Level, week: int, landings: int) -> None:
    assert most_landings(level, week) == landings


JUMP = a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1)
SQUAT = a_form("Squat", pattern=Pattern.SQUAT)
PUSH = a_form("Push-up", pattern=Pattern.PUSH)


@pytest.mark.parametrize(
    ("work", "share"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param([(SQUAT, 4)], 0, id="no landings"),
        pytest.param([(JUMP, 1), (SQUAT, 3)], 0.25, id="landings among leg sets"),
        pytest.param([(JUMP, 1), (SQUAT, 3), (PUSH, 9)], 0.25, id="other sets do not count"),
    ],
)
def test_jumps_have_a_share_of_the_leg_sets(work: list[tuple[Form, int]], share: float) -> None:
    assert jump_share(work) == share


@pytest.mark.parametrize(
    ("role", "other", "may"),
    [
        pytest.param(Role.PREHAB, Role.MOBILITY, True, id="prehab and mobility"),
        pytest.param(Role.PREHAB, Role.PREHAB, True, id="prehab twice"),
        pytest.param(Role.MAIN, Role.PREHAB, False, id="main work and prehab"),
        pytest.param(Role.MAIN, Role.CORE, False, id="main work and core"),
    ],
)
def test_only_light_work_shares_a_family(role: Role, other: Role, may: bool) -> None:
    assert may_share_family(role, other) is may
    assert may_share_family(other, role) is may


def test_sets_count_for_their_muscles_and_as_hard_leg_sets() -> None:
    heavy = a_form("Squat", load=Load.HIGH, muscles=Muscles(("quadriceps",), ("soleus",)))
    light = a_form("Raise", load=Load.LOW, muscles=Muscles(("calves",)))
    work = [(counts(heavy), 3), (counts(light), 2)]
    assert total_counts(work) == {"quadriceps": 3, "calves": 3.5, HARD: 3}


@pytest.mark.parametrize(
    ("level", "owned", "kit"),
    [
        pytest.param(Level.ADVANCED, (Kit.KETTLEBELL,), (Kit.KETTLEBELL,), id="in reach"),
        pytest.param(Level.BEGINNER, (Kit.KETTLEBELL,), None, id="above the level"),
        pytest.param(Level.ADVANCED, (Kit.BAND,), None, id="without the kit"),
    ],
)
def test_a_form_takes_level_and_kit(
    level: Level, owned: tuple[Kit, ...], kit: tuple[Kit, ...] | None
) -> None:
    assert kit_for(GOBLET, level, owned) == kit
    able = Athlete(level=level, kit=owned)
    assert can_do(able, SQUATS) is (kit is not None)


@pytest.mark.parametrize(
    ("act", "bars"),
    [
        pytest.param(Act.AVOID, True, id="avoid"),
        pytest.param(Act.MODIFY, False, id="modify"),
        pytest.param(Act.FIRST_LINE, False, id="first-line"),
    ],
)
def test_a_niggle_bars_what_is_to_be_avoided(act: Act, bars: bool) -> None:
    exercise = an_exercise(a_form("Lunge"), niggles={Niggle.ITB: NiggleRule(act=act)})
    assert barred((), (Niggle.ITB,), exercise) is bars
    assert barred((), (Niggle.SHIN,), exercise) is False
    assert can_do(Athlete(niggles=(Niggle.ITB,)), exercise) is not bars


def test_what_is_left_out_is_barred() -> None:
    assert barred((SQUATS.id,), (), SQUATS)
    assert not barred((SQUATS.id,), (), LUNGES)
    assert not can_do(Athlete(without=(LUNGES.id,)), LUNGES)
