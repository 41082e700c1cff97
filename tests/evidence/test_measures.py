"""What planner and judge measure a plan by, each the same for both."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from sample_forms import a_form, an_exercise

from befit_cli.evidence.ability import barred, can_do, forms_for, kit_for, lacking, suits
from befit_cli.evidence.block import (
    closing_deloads,
    days_to_race,
    makes_sore,
    may_stand,
    most_load,
    race_day,
    ramp_of,
    ramp_weeks,
    stays_out,
    taper_weeks,
    too_late,
)
from befit_cli.evidence.coverage import served, serves
from befit_cli.evidence.dose import least_calf_reps, least_main_reps, most_work
from befit_cli.evidence.jumps import (
    bars_jumps,
    first_jump,
    jump_sets,
    leg_sets,
    may_hop,
    most_hops,
    most_landings,
)
from befit_cli.evidence.load import heavy, heavy_lift, session_load, weighted
from befit_cli.evidence.niggles import asks_for, least_tendon_sets
from befit_cli.evidence.session import may_share_family, most_sets, order
from befit_cli.evidence.sets import CALF, HARD, counts, total_counts
from befit_cli.evidence.week import (
    after_long_run,
    before_long_run,
    before_tune_up,
    most_hard_sets,
    next_key_run,
    rests_after_long_run,
    trains_otherwise,
    wants_fresh_legs,
)
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Form,
    Kit,
    Level,
    Load,
    Muscles,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Race,
    Range,
    Role,
    Run,
    Runs,
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
        pytest.param(Race.NONE, 9, Day.SUN, 0, id="without a race"),
        pytest.param(Race.NONE, 1, Day.SUN, 0, id="one week without a race"),
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
    assert may_stand(race, days, load, jumps=jumps, sore=False)
    assert not may_stand(race, days - 1, load, jumps=jumps, sore=False)


@pytest.mark.parametrize("race", [race for race in Race if race is not Race.NONE], ids=str)
def test_what_makes_legs_sore_stands_four_days_before_the_race_or_earlier(race: Race) -> None:
    stands = [may_stand(race, days, Load.LOW, jumps=False, sore=True) for days in (3, 4)]
    assert stands == [False, True]


@pytest.mark.parametrize(
    ("pattern", "load", "seconds", "sore"),
    [
        pytest.param(Pattern.SQUAT, Load.MEDIUM, 5.0, True, id="a loaded squat, slowly"),
        pytest.param(Pattern.SQUAT, Load.MEDIUM, 4.9, False, id="a little quicker"),
        pytest.param(Pattern.SQUAT, Load.LOW, 5.0, False, id="of low load"),
        pytest.param(Pattern.LUNGE, Load.MEDIUM, 2.0, True, id="a loaded lunge, however quick"),
        pytest.param(Pattern.LUNGE, Load.LOW, 5.0, False, id="a lunge of low load"),
        pytest.param(Pattern.CALF, Load.MEDIUM, 8.0, False, id="for the calves"),
        pytest.param(Pattern.SQUAT, Load.MEDIUM, None, False, id="held"),
    ],
)
def test_what_makes_legs_sore(
    pattern: Pattern, load: Load, seconds: float | None, sore: bool
) -> None:
    assert makes_sore(pattern, load, seconds) is sore


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
    ("work", "legs", "jumps"),
    [
        pytest.param([], 0, 0, id="nothing"),
        pytest.param([(SQUAT, 4)], 4, 0, id="no landings"),
        pytest.param([(JUMP, 1), (SQUAT, 3)], 4, 1, id="landings among leg sets"),
        pytest.param([(JUMP, 1), (SQUAT, 3), (PUSH, 9)], 4, 1, id="other sets do not count"),
    ],
)
def test_jumps_are_counted_among_the_leg_sets(
    work: list[tuple[Form, int]], legs: int, jumps: int
) -> None:
    assert leg_sets(work) == (legs, jumps)


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


AVOIDED = a_form("Lunge", niggles={Niggle.ITB: NiggleRule(act=Act.AVOID)})
FOR_PLANTAR = a_form("Heel raise on a towel", only_for=(Niggle.PLANTAR,))


@pytest.mark.parametrize(
    ("form", "niggles", "fits"),
    [
        pytest.param(AVOIDED, (), True, id="no niggle"),
        pytest.param(AVOIDED, (Niggle.SHIN,), True, id="another niggle"),
        pytest.param(AVOIDED, (Niggle.SHIN, Niggle.ITB), False, id="to avoid with one of two"),
        pytest.param(FOR_PLANTAR, (), False, id="meant for a niggle that nobody has"),
        pytest.param(FOR_PLANTAR, (Niggle.PLANTAR,), True, id="meant for it"),
    ],
)
def test_a_form_suits_niggles(form: Form, niggles: tuple[Niggle, ...], fits: bool) -> None:
    assert suits(form, niggles) is fits


@pytest.mark.parametrize("act", [Act.MODIFY, Act.FIRST_LINE])
def test_only_what_is_to_be_avoided_is_left_out(act: Act) -> None:
    assert suits(a_form(niggles={Niggle.ITB: NiggleRule(act=act)}), (Niggle.ITB,))


def test_an_exercise_is_barred_when_none_of_its_forms_suits() -> None:
    whole = an_exercise(AVOIDED)
    half = an_exercise(AVOIDED, a_form("Split squat"))
    assert barred((), (Niggle.ITB,), whole)
    assert not barred((), (Niggle.ITB,), half)
    assert not barred((), (Niggle.SHIN,), whole)
    assert not can_do(Athlete(niggles=(Niggle.ITB,)), whole)
    assert [form.name for form in forms_for(Athlete(niggles=(Niggle.ITB,)), half)] == [
        "Split squat"
    ]


def test_what_is_left_out_is_barred() -> None:
    assert barred((SQUATS.id,), (), SQUATS)
    assert not barred((SQUATS.id,), (), LUNGES)
    assert not can_do(Athlete(without=(LUNGES.id,)), LUNGES)


def test_what_is_swapped_is_left_out_and_what_is_done_for_it_is_not() -> None:
    athlete = Athlete(swap=((LUNGES.id, SQUATS.id),), kit=(Kit.DUMBBELL,), level=Level.ADVANCED)
    assert not can_do(athlete, LUNGES)
    assert can_do(athlete, SQUATS)


def test_a_form_for_a_niggle_serves_no_healthy_runner() -> None:
    raise_ = {"pattern": Pattern.CALF, "only_for": (Niggle.PLANTAR,)}
    for changes, lacks in ((raise_, True), ({"pattern": Pattern.CALF}, False)):
        catalogue = Catalogue(exercises=(an_exercise(a_form("Raise", **changes)),))
        assert (Need.CALF in lacking(catalogue, Level.ADVANCED, ())) is lacks


@pytest.mark.parametrize(
    ("form", "needs"),
    [
        pytest.param({"pattern": Pattern.SQUAT}, {Need.KNEE}, id="a squat"),
        pytest.param(
            {"pattern": Pattern.LUNGE, "per_side": True},
            {Need.KNEE, Need.ONE_LEG},
            id="a lunge on each side",
        ),
        pytest.param(
            {"pattern": Pattern.HINGE, "muscles": Muscles(("hamstrings",))},
            {Need.HIP, Need.HAMSTRING},
            id="a hinge that works the hamstrings",
        ),
        pytest.param(
            {"pattern": Pattern.HINGE, "muscles": Muscles(("gluteus-maximus",), ("hamstrings",))},
            {Need.HIP},
            id="a hinge in which they help",
        ),
        pytest.param(
            {"pattern": Pattern.CALF, "per_side": True}, {Need.CALF}, id="calves on one leg"
        ),
        pytest.param({"pattern": Pattern.PUSH}, {Need.PUSH}, id="a push"),
        pytest.param({"pattern": Pattern.BALANCE}, set(), id="balance"),
        pytest.param(
            {"pattern": Pattern.EXTENSION, "serves": (Need.PULL,)},
            {Need.PULL},
            id="what the catalogue says instead",
        ),
    ],
)
def test_one_form_serves_several_needs(form: dict[str, Any], needs: set[Need]) -> None:
    assert served(a_form(**form)) == needs


def test_what_a_form_serves_is_read_off_its_pattern_muscles_and_sides() -> None:
    form = a_form(pattern=Pattern.LUNGE, per_side=True)
    assert served(form) == serves(form.pattern, form.muscles, per_side=form.per_side)


@pytest.mark.parametrize(
    ("kit", "is_heavy", "is_weighted"),
    [
        pytest.param((), False, False, id="nothing"),
        pytest.param((Kit.BENCH,), False, False, id="a bench"),
        pytest.param((Kit.BAND,), False, True, id="a band"),
        pytest.param((Kit.BACKPACK,), False, True, id="a backpack"),
        pytest.param((Kit.DUMBBELL,), True, True, id="a dumbbell"),
        pytest.param((Kit.MACHINE,), True, True, id="a machine"),
    ],
)
def test_some_kit_makes_work_weighted_and_some_of_that_heavy(
    kit: tuple[Kit, ...], is_heavy: bool, is_weighted: bool
) -> None:
    assert heavy(kit) is is_heavy
    assert weighted(a_form(kit=tuple((thing,) for thing in kit))) is is_weighted


def test_only_squats_lunges_and_hinges_are_heavy_work_for_the_legs() -> None:
    assert heavy_lift((Kit.DUMBBELL,), Pattern.HINGE)
    assert not heavy_lift((Kit.DUMBBELL,), Pattern.CALF)
    assert not heavy_lift((Kit.BACKPACK,), Pattern.SQUAT)


HIGH, MEDIUM, LOW = Load.HIGH, Load.MEDIUM, Load.LOW


@pytest.mark.parametrize(
    ("work", "load"),
    [
        pytest.param([], LOW, id="nothing"),
        pytest.param([(MEDIUM, False, 3), (HIGH, False, 3)], HIGH, id="the highest"),
        pytest.param([(HIGH, True, 2)], MEDIUM, id="a light lift counts a class lower"),
        pytest.param([(HIGH, True, 2), (HIGH, False, 1)], HIGH, id="beside a full one"),
        pytest.param([(HIGH, True, 2)] * 3, MEDIUM, id="three light lifts and six sets"),
        pytest.param([(HIGH, True, 1)] * 4, HIGH, id="four light lifts"),
        pytest.param([(HIGH, True, 2)] * 2 + [(LOW, True, 3)], HIGH, id="seven light sets"),
    ],
)
def test_a_session_is_as_hard_as_its_work_is_dosed(
    work: list[tuple[Load, bool, int]], load: Load
) -> None:
    assert session_load(work) is load


@pytest.mark.parametrize(
    ("build", "ramp"), [(0, 1), (1, 1), (2, 1), (3, 1), (4, 2), (12, 2)], ids=str
)
def test_a_block_ramps_up_by_how_many_weeks_build(build: int, ramp: int) -> None:
    assert ramp_weeks(build) == ramp


@pytest.mark.parametrize(
    ("race", "weeks", "ramp"),
    [
        pytest.param(Race.TEN_K, 1, 1, id="all taper"),
        pytest.param(Race.TEN_K, 2, 1, id="one build week"),
        pytest.param(Race.TEN_K, 4, 1, id="three build weeks"),
        pytest.param(Race.TEN_K, 5, 2, id="four build weeks"),
        pytest.param(Race.HALF, 5, 1, id="three before two taper weeks"),
        pytest.param(Race.NONE, 4, 1, id="three before a deload"),
        pytest.param(Race.NONE, 2, 1, id="two and no deload"),
    ],
)
def test_a_block_s_length_tells_its_ramp(race: Race, weeks: int, ramp: int) -> None:
    sunday = MONDAY + timedelta(weeks=weeks, days=-1)
    assert ramp_of(race, weeks, sunday) == ramp


@pytest.mark.parametrize(
    ("race", "weeks", "deloads"),
    [(Race.NONE, 3, 1), (Race.NONE, 2, 0), (Race.HALF, 12, 0)],
    ids=["no race", "no race and two weeks", "a race"],
)
def test_a_block_without_a_race_ends_in_a_deload(race: Race, weeks: int, deloads: int) -> None:
    assert closing_deloads(race, weeks) == deloads


@pytest.mark.parametrize(("days", "late"), [(3, True), (4, False)])
def test_a_block_begins_no_more_three_days_before_its_race(days: int, late: bool) -> None:
    assert too_late(MONDAY, MONDAY + timedelta(days=days)) is late


@pytest.mark.parametrize(
    ("race", "days", "out"),
    [
        pytest.param(Race.HALF, 20, True, id="in the last three weeks"),
        pytest.param(Race.HALF, 21, False, id="before them"),
        pytest.param(Race.NONE, 0, False, id="without a race"),
    ],
)
def test_a_form_may_stay_out_of_the_last_weeks(race: Race, days: int, out: bool) -> None:
    assert stays_out(3, race, days) is out


@pytest.mark.parametrize("load", Load)
def test_without_a_race_everything_may_stand_on_the_last_day(load: Load) -> None:
    assert may_stand(Race.NONE, 0, load, jumps=True, sore=True)


@pytest.mark.parametrize(
    ("level", "week", "hops"),
    [
        (Level.INTERMEDIATE, 2, 0),
        (Level.INTERMEDIATE, 3, 20),
        (Level.INTERMEDIATE, 4, 30),
        (Level.INTERMEDIATE, 9, 30),
        (Level.BEGINNER, 4, 0),
        (Level.BEGINNER, 5, 20),
    ],
)
def test_hops_grow_to_three_times_ten(level: Level, week: int, hops: int) -> None:
    assert most_hops(level, week) == hops


@pytest.mark.parametrize(
    ("minutes", "load", "may"), [(30, MEDIUM, True), (29, HIGH, False), (30, LOW, False)]
)
def test_hops_are_for_sessions_with_time_and_load(minutes: int, load: Load, may: bool) -> None:
    assert may_hop(minutes, load) is may


@pytest.mark.parametrize(
    ("race", "legs", "jumps"),
    [
        pytest.param(Race.FIVE_K, 20, Range(4, 5), id="a fifth to a quarter"),
        pytest.param(Race.HALF, 22, Range(2, 3), id="to the nearest set"),
        pytest.param(Race.MARATHON, 12, Range(2, 2), id="at least two"),
        pytest.param(Race.NONE, 22, Range(2, 3), id="without a race as before a half"),
    ],
)
def test_jumps_are_so_many_of_the_leg_sets(race: Race, legs: int, jumps: Range) -> None:
    assert jump_sets(race, legs) == jumps


DRILL = a_form("Snap-down", contacts=1)
JUMPS = (DRILL, a_form("Jump squat", contacts=1, level=Level.INTERMEDIATE))


@pytest.mark.parametrize(
    ("rungs", "hopped", "place"),
    [
        pytest.param(JUMPS, False, 0, id="a drill first"),
        pytest.param(JUMPS, True, 1, id="no drill after hops"),
        pytest.param(JUMPS[:1], True, 0, id="but where there is nothing else"),
        pytest.param(JUMPS[1:], False, 0, id="the lowest that there is"),
    ],
)
def test_a_block_s_first_jump_is_the_lowest_above_the_hops(
    rungs: tuple[Form, ...], hopped: bool, place: int
) -> None:
    assert first_jump(rungs, hopped=hopped) == place


def test_one_form_with_landings_that_is_to_be_avoided_bars_all_jumps() -> None:
    sore = a_form("Jump", contacts=1, niggles={Niggle.SHIN: NiggleRule(act=Act.AVOID)})
    walk = a_form("Walk", niggles={Niggle.ITB: NiggleRule(act=Act.AVOID)})
    catalogue = Catalogue(exercises=(an_exercise(DRILL, sore, walk),))
    assert bars_jumps(catalogue, Niggle.SHIN)
    assert not bars_jumps(catalogue, Niggle.ITB)


@pytest.mark.parametrize(
    ("pattern", "per_side", "least"),
    [(Pattern.SQUAT, True, 6), (Pattern.SQUAT, False, 8), (Pattern.LUNGE, True, 8)],
    ids=["a squat on one leg", "a squat", "a lunge"],
)
def test_work_that_is_not_heavy_has_eight_repetitions_or_more(
    pattern: Pattern, per_side: bool, least: int
) -> None:
    assert least_main_reps(pattern, per_side=per_side) == least


@pytest.mark.parametrize(
    ("level", "kit", "least"),
    [
        (Level.ADVANCED, (Kit.DUMBBELL,), 6),
        (Level.ADVANCED, (Kit.BACKPACK,), 8),
        (Level.BEGINNER, (Kit.DUMBBELL,), 8),
    ],
    ids=["heavy", "not heavy", "a beginner"],
)
def test_calves_have_eight_repetitions_or_six_heavy_ones(
    level: Level, kit: tuple[Kit, ...], least: int
) -> None:
    assert least_calf_reps(level, kit) == least


def test_repetitions_calf_raises_and_holds_have_their_tops() -> None:
    assert most_work(Pattern.SQUAT, holds=False) == 15
    assert most_work(Pattern.CALF, holds=False) == 25
    assert most_work(Pattern.CALF, holds=True) == 60


@pytest.mark.parametrize(
    ("minutes", "ramp", "sets"),
    [(30, False, 3), (30, True, 2), (29, False, 1)],
    ids=["with time", "in the ramp", "in a short session"],
)
def test_a_sore_tendon_gets_its_sets(minutes: int, ramp: bool, sets: int) -> None:
    assert least_tendon_sets(minutes, ramp=ramp) == sets


@pytest.mark.parametrize(
    ("niggle", "pattern", "sore_tendon", "asked"),
    [
        pytest.param(Niggle.SHIN, Pattern.CALF, False, True, id="a shin for calf work"),
        pytest.param(Niggle.SHIN, Pattern.CALF, True, False, id="not beside a sore tendon"),
        pytest.param(Niggle.SHIN, Pattern.FOOT, True, True, id="but for its other work"),
        pytest.param(Niggle.ACHILLES, Pattern.CALF, True, True, id="a tendon for its own"),
    ],
)
def test_a_niggle_asks_for_its_first_line_work(
    niggle: Niggle, pattern: Pattern, sore_tendon: bool, asked: bool
) -> None:
    assert asks_for(niggle, pattern, sore_tendon=sore_tendon) is asked


@pytest.mark.parametrize(("minutes", "sets"), [(44, 18), (45, 24)])
def test_longer_sessions_hold_more_sets(minutes: int, sets: int) -> None:
    assert most_sets(minutes) == sets


def test_a_session_goes_from_power_to_what_needs_no_order() -> None:
    in_order = [
        (Role.POWER, Pattern.PLYOMETRIC),
        (Role.ACCESSORY, Pattern.LUNGE),
        (Role.MAIN, Pattern.CALF),
        (Role.ACCESSORY, Pattern.PULL),
        (Role.CORE, Pattern.PUSH),
    ]
    assert [order(role, pattern) for role, pattern in in_order] == [0, 1, 2, 3, 4]
    assert order(Role.PREHAB, Pattern.CALF) == order(Role.MOBILITY, Pattern.SQUAT) == 4


@pytest.mark.parametrize(
    ("before", "after_ramp", "most"),
    [(4, False, 6), (4, True, 8), (20, False, 24), (25, True, 30)],
)
def test_hard_leg_sets_grow_slowly(before: int, after_ramp: bool, most: int) -> None:
    assert most_hard_sets(before, after_ramp=after_ramp) == most


def test_calf_sets_are_counted_light_or_not() -> None:
    assert counts(a_form(pattern=Pattern.CALF, load=Load.LOW)) == ((CALF, 1.0),)


def test_a_squat_counts_for_the_hamstrings_only_where_they_do_most_of_the_work() -> None:
    helped = Muscles(("quadriceps",), ("hamstrings",))
    squat = a_form(pattern=Pattern.SQUAT, load=Load.LOW, muscles=helped)
    lunge = a_form(pattern=Pattern.LUNGE, load=Load.LOW, muscles=helped)
    assert dict(counts(squat)) == {"quadriceps": 1}
    assert dict(counts(lunge)) == {"quadriceps": 1, "hamstrings": 0.5}


HARD_WEDNESDAY = Runs(hard=(Day.WED,), long=(Day.SUN,))
EASY = Runs()


@pytest.mark.parametrize(
    ("runs", "day", "after", "ahead"),
    [
        pytest.param(HARD_WEDNESDAY, Day.MON, None, (2, Day.WED, Run.HARD), id="a hard run"),
        pytest.param(HARD_WEDNESDAY, Day.WED, None, (4, Day.SUN, Run.LONG), id="after today's"),
        pytest.param(HARD_WEDNESDAY, Day.SUN, None, (3, Day.WED, Run.HARD), id="in a like week"),
        pytest.param(
            HARD_WEDNESDAY, Day.SUN, Runs(long=(Day.MON,)), (1, Day.MON, Run.LONG), id="in the next"
        ),
        pytest.param(
            HARD_WEDNESDAY, Day.SAT, Runs(hard=(Day.MON,)), (1, Day.SUN, Run.LONG), id="in this one"
        ),
        pytest.param(HARD_WEDNESDAY, Day.SUN, EASY, None, id="none in an easy week"),
        pytest.param(
            EASY,
            Day.MON,
            Runs(hard=(Day.SUN,)),
            (13, Day.SUN, Run.HARD),
            id="at the next one's end",
        ),
        pytest.param(EASY, Day.MON, None, None, id="none at all"),
        pytest.param(
            Runs(hard=(Day.TUE,), long=(Day.TUE,)),
            Day.MON,
            None,
            (1, Day.TUE, Run.LONG),
            id="a run that is both is long",
        ),
    ],
)
def test_the_next_key_run_is_looked_for_in_its_week_and_the_one_after(
    runs: Runs, day: Day, after: Runs | None, ahead: tuple[int, Day, Run] | None
) -> None:
    assert next_key_run(runs, day, after) == ahead


@pytest.mark.parametrize(
    ("week", "day", "near"),
    [
        pytest.param("this", Day.MON, False, id="three days before"),
        pytest.param("this", Day.TUE, True, id="two days before"),
        pytest.param("this", Day.WED, True, id="the day before"),
        pytest.param("this", Day.THU, False, id="the day itself"),
        pytest.param("this", Day.FRI, False, id="the day after"),
        pytest.param("next", Day.SUN, False, id="in the week after, four days on"),
        pytest.param("last", Day.MON, False, id="in the week before"),
    ],
)
def test_the_days_before_a_tune_up_race(week: str, day: Day, *, near: bool) -> None:
    race = Runs(hard=(Day.THU,), tune_ups=(Day.THU,))
    three = [race if week == which else EASY for which in ("this", "last", "next")]
    assert before_tune_up(day, *three) is near


def test_sunday_is_the_day_before_a_tune_up_race_on_monday() -> None:
    assert before_tune_up(Day.SUN, EASY, EASY, Runs(hard=(Day.MON,), tune_ups=(Day.MON,)))


@pytest.mark.parametrize(
    ("runs", "day", "after", "holds"),
    [
        pytest.param(Runs(long=(Day.TUE,)), Day.MON, None, True, id="the day before"),
        pytest.param(Runs(long=(Day.TUE,)), Day.TUE, None, False, id="the day itself"),
        pytest.param(Runs(long=(Day.TUE,)), Day.SUN, None, False, id="two days before"),
        pytest.param(Runs(hard=(Day.TUE,)), Day.MON, None, False, id="before a hard run"),
        pytest.param(Runs(long=(Day.MON,)), Day.SUN, None, True, id="on Sunday, in a like week"),
        pytest.param(
            Runs(long=(Day.MON,)), Day.SUN, EASY, False, id="on Sunday, before an easy week"
        ),
        pytest.param(
            EASY, Day.SUN, Runs(long=(Day.MON,)), True, id="on Sunday, before another week"
        ),
        pytest.param(
            EASY, Day.MON, Runs(long=(Day.TUE,)), False, id="on Monday, before another week"
        ),
        pytest.param(
            Runs(long=(Day.THU, Day.SUN)), Day.SAT, None, True, id="before the second of two"
        ),
    ],
)
def test_the_day_before_a_long_run_may_be_the_sunday_before_another_week(
    runs: Runs, day: Day, after: Runs | None, holds: bool
) -> None:
    assert before_long_run(runs, day, after) is holds


@pytest.mark.parametrize(
    ("runs", "day", "before", "holds"),
    [
        pytest.param(Runs(long=(Day.TUE,)), Day.WED, None, True, id="the day after"),
        pytest.param(Runs(long=(Day.TUE,)), Day.TUE, None, False, id="the day itself"),
        pytest.param(Runs(long=(Day.TUE,)), Day.THU, None, False, id="two days after"),
        pytest.param(Runs(hard=(Day.TUE,)), Day.WED, None, False, id="after a hard run"),
        pytest.param(Runs(long=(Day.SUN,)), Day.MON, None, True, id="on Monday, in a like week"),
        pytest.param(
            Runs(long=(Day.SUN,)), Day.MON, EASY, False, id="on Monday, after an easy week"
        ),
        pytest.param(
            EASY, Day.MON, Runs(long=(Day.SUN,)), True, id="on Monday, after another week"
        ),
        pytest.param(
            EASY, Day.TUE, Runs(long=(Day.SUN,)), False, id="on Tuesday, after another week"
        ),
        pytest.param(
            Runs(long=(Day.SAT, Day.SUN)), Day.SUN, EASY, True, id="on the second day of two"
        ),
    ],
)
def test_the_day_after_a_long_run_may_be_the_monday_after_another_week(
    runs: Runs, day: Day, before: Runs | None, holds: bool
) -> None:
    assert after_long_run(runs, day, before) is holds


@pytest.mark.parametrize(
    ("race", "rests"),
    [
        (Race.FIVE_K, False),
        (Race.TEN_K, False),
        (Race.HALF, True),
        (Race.MARATHON, True),
        (Race.NONE, False),
    ],
)
def test_the_day_after_a_long_run_must_have_no_high_load_before_long_races(
    race: Race, *, rests: bool
) -> None:
    runs = Runs(long=(Day.TUE,))
    assert rests_after_long_run(race, runs, Day.WED, None) is rests
    assert not rests_after_long_run(race, runs, Day.THU, None)


@pytest.mark.parametrize(
    ("race", "fresh"),
    [
        pytest.param(Race.TEN_K, "mon sun", id="10k: the day before"),
        pytest.param(Race.HALF, "mon wed sun", id="half: both days beside it"),
    ],
)
def test_the_days_beside_long_runs_that_spare_the_legs(race: Race, fresh: str) -> None:
    runs, before, after = Runs(long=(Day.TUE,)), Runs(long=(Day.SUN,)), Runs(long=(Day.MON,))
    found = [day for day in Day if wants_fresh_legs(race, runs, day, before, after)]
    assert " ".join(found) == fresh


@pytest.mark.parametrize(
    ("changes", "otherwise"),
    [
        pytest.param({}, False, id="as always"),
        pytest.param({"days": (Day.MON, Day.THU)}, False, id="on other days"),
        pytest.param({"hard_runs": (Day.FRI,)}, False, id="beside other hard runs"),
        pytest.param({"long_run": None}, False, id="beside no long run"),
        pytest.param({"kit": ()}, True, id="without kit"),
        pytest.param({"minutes": 20}, True, id="in less time"),
        pytest.param({"sessions": 3}, True, id="in another session"),
        pytest.param({"niggles": (Niggle.SHIN,)}, True, id="with a sore spot"),
        pytest.param({"without": ("squats",)}, True, id="without an exercise"),
        pytest.param({"days": (Day.MON,), "sessions": 1}, True, id="on too few days"),
    ],
)
def test_other_days_and_runs_are_no_other_training(
    changes: dict[str, Any], otherwise: bool
) -> None:
    athlete = Athlete(minutes=30)
    assert trains_otherwise(replace(athlete, **changes), athlete) is otherwise


def test_who_is_as_always_trains_as_always() -> None:
    assert not trains_otherwise(None, Athlete())
