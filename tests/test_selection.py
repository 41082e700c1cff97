"""Day loads -> exercises and forms: nothing that may not be, everything that should be, and what the runner wishes for."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, KITS, MONDAY, a_form, a_week, an_exercise, athletes_and_weeks, drawn, kits, levels, phase_weeks

from befit_cli.model import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Form,
    Group,
    Kit,
    Level,
    Load,
    Niggle,
    NiggleRule,
    Pattern,
    Phase,
    Pick,
    PlacedDay,
    Race,
    Role,
    SeasonWeek,
    Week,
)
from befit_cli.planner import plan_week
from befit_cli.season import plan_season
from befit_cli.selection import attainable_load, select

NEEDED = {"squat or lunge", "hinge", "calf", "one leg", "abduction", "core", "pull"}


def picked(athlete: Athlete, *exercises: Exercise, load: Load = Load.HIGH, when: SeasonWeek | None = None) -> list[Pick]:
    """What one session on a Tuesday of that load gets from a catalogue of these exercises."""
    layout = (PlacedDay(day=Day.TUE, load=load),)
    [session] = select(athlete, Catalogue(exercises), layout, when or a_week())
    return list(session)


def names(picks: list[Pick]) -> list[str]:
    return [pick.form.name for pick in picks]


forms = st.builds(
    lambda level, load, kit, pattern, per_side, base: a_form(
        level=level, load=load, kit=tuple(kit), pattern=pattern, per_side=per_side, base=base
    ),
    levels,
    st.sampled_from(Load),
    st.lists(st.lists(st.sampled_from(Kit), min_size=1, max_size=2, unique=True).map(tuple), max_size=2),
    st.sampled_from((Pattern.SQUAT, Pattern.LUNGE, Pattern.CALF, Pattern.PUSH)),
    st.booleans(),
    st.booleans(),
)
ladders = st.lists(forms, min_size=1, max_size=6).map(lambda rungs: tuple(replace(form, name=f"rung {n}") for n, form in enumerate(rungs)))
stretches = st.builds(
    lambda stretch, phase: a_week(stretch=stretch, stretch_phase=phase),
    st.integers(0, 5),
    st.sampled_from((Phase.GENERAL, Phase.STRENGTH, Phase.POWER)),
)


def may_be_done(form: Form, athlete: Athlete, load: Load) -> bool:
    """Not above the level, nothing lacking, not above the day's load, and something that a week needs: nothing asks for a push."""
    return (
        form.level.rank <= athlete.level.rank
        and form.load.rank <= load.rank
        and all(any(thing in athlete.kit for thing in choice) for choice in form.kit)
        and form.pattern is not Pattern.PUSH
    )


@drawn
@given(ladder=ladders, level=levels, kit=kits, load=st.sampled_from(Load), when=stretches)
def test_only_a_form_that_may_be_done_is_chosen_and_one_is_wherever_there_is_one(
    ladder: tuple[Form, ...], level: Level, kit: tuple[Kit, ...], load: Load, when: SeasonWeek
):
    athlete = Athlete(level=level, kit=kit, minutes=60)
    possible = {form.name for form in ladder if may_be_done(form, athlete, load)}
    chosen = set(names(picked(athlete, an_exercise(*ladder), load=load, when=when)))
    assert chosen <= possible
    assert bool(chosen) == bool(possible)


@drawn
@given(ladder=ladders, level=levels, kit=kits, when=stretches)
def test_what_a_form_uses_is_owned_and_one_of_each_choice(ladder: tuple[Form, ...], level: Level, kit: tuple[Kit, ...], when: SeasonWeek):
    for pick in picked(Athlete(level=level, kit=kit), an_exercise(*ladder), when=when):
        assert set(pick.kit) <= set(kit)
        assert len(pick.kit) == len(pick.form.kit)
        assert all(thing in choice for thing, choice in zip(pick.kit, pick.form.kit, strict=True))


SQUATS = an_exercise(
    a_form("Sit-to-stand"),
    a_form("Squat", base=True),
    a_form("Slow squat"),
    a_form("Split squat", level=Level.INTERMEDIATE),
    a_form("Pistol squat", level=Level.ADVANCED),
)
GOBLETS = an_exercise(
    a_form("Squat", base=True),
    a_form("Goblet squat", kit=((Kit.DUMBBELL,),), load=Load.HIGH),
    a_form("Front squat", kit=((Kit.BARBELL,),), load=Load.HIGH, level=Level.INTERMEDIATE),
)
GYM = tuple(Kit)
STRENGTH = a_week(stretch_phase=Phase.STRENGTH)


@pytest.mark.parametrize(
    ("exercise", "athlete", "load", "when", "form"),
    [
        pytest.param(SQUATS, Athlete(), Load.HIGH, a_week(), "Squat", id="without weight the base first"),
        pytest.param(SQUATS, Athlete(), Load.HIGH, a_week(stretch=1), "Slow squat", id="one rung up each stretch"),
        pytest.param(SQUATS, Athlete(), Load.HIGH, a_week(stretch=5), "Slow squat", id="as far as the level goes"),
        pytest.param(SQUATS, Athlete(level=Level.INTERMEDIATE), Load.HIGH, a_week(), "Slow squat", id="intermediate: a rung higher"),
        pytest.param(SQUATS, Athlete(level=Level.ADVANCED), Load.HIGH, a_week(stretch=1), "Pistol squat", id="advanced: two rungs higher"),
        pytest.param(GOBLETS, Athlete(kit=GYM), Load.HIGH, a_week(), "Squat", id="with weight a beginner's base in the general phase"),
        pytest.param(GOBLETS, Athlete(kit=GYM), Load.HIGH, STRENGTH, "Goblet squat", id="then the highest rung"),
        pytest.param(GOBLETS, Athlete(kit=GYM, level=Level.ADVANCED), Load.HIGH, a_week(), "Goblet squat", id="others: the last but one"),
        pytest.param(GOBLETS, Athlete(kit=GYM), Load.MEDIUM, STRENGTH, "Squat", id="no more than the day's load"),
        pytest.param(GOBLETS, Athlete(kit=()), Load.HIGH, STRENGTH, "Squat", id="nothing that lacks"),
    ],
)
def test_the_rung_of_a_ladder(exercise: Exercise, athlete: Athlete, load: Load, when: SeasonWeek, form: str):
    assert names(picked(athlete, exercise, load=load, when=when)) == [form]


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("kit", KITS)
def test_from_stretch_to_stretch_no_exercise_goes_down_its_ladder(kit: str, level: Level):
    down = []
    athlete = Athlete(level=level, kit=KITS[kit], minutes=60)
    starts = [week for week in plan_season(athlete, MONDAY, 30) if week.step == 0 and not (week.deload or week.taper)]
    for exercise, load in product(CATALOGUE.exercises, Load):
        rungs = []
        for when in starts:
            chosen = [exercise.ladder.index(pick.form) for pick in picked(athlete, exercise, load=load, when=when)]
            rungs += chosen[:1]
        if any(later < earlier for earlier, later in pairwise(rungs)):
            down.append((exercise.id, load.value, rungs))
    assert down == []


ONE_LEG = an_exercise(a_form("Lunge", pattern=Pattern.LUNGE, per_side=True, load=Load.HIGH))
TWO_LEGS = an_exercise(a_form("Leg press", pattern=Pattern.SQUAT), role=Role.ACCESSORY)


def test_the_search_leaves_no_need_empty_that_can_be_met():
    """The lunge is the better knee exercise, but the only one-leg exercise; the leg press can only be the first."""
    assert sorted(names(picked(Athlete(), ONE_LEG, TWO_LEGS))) == ["Leg press", "Lunge"]


def test_of_two_equal_exercises_the_first_of_the_catalogue_is_taken():
    twins = [an_exercise(a_form(name, pattern=Pattern.CALF, family="calf"), role=Role.ACCESSORY) for name in ("Raise", "Rise")]
    assert names(picked(Athlete(), *twins)) == ["Raise"]


def test_a_session_has_one_exercise_of_a_family():
    squats = [an_exercise(a_form(name, family="squat", per_side=True)) for name in ("Squat", "Split squat", "Step-up")]
    assert len(picked(Athlete(minutes=60), *squats)) == 1


def test_a_session_has_no_two_forms_of_one_name():
    twins = [replace(an_exercise(a_form("Lunge", family=family, per_side=True)), id=family) for family in ("a", "b")]
    assert names(picked(Athlete(minutes=60), *twins)) == ["Lunge"]


@pytest.mark.parametrize(
    ("level", "start", "jumps"),
    [
        pytest.param(Level.BEGINNER, 1, False, id="a beginner's first stretch"),
        pytest.param(Level.BEGINNER, 4, False, id="a beginner's week 4"),
        pytest.param(Level.BEGINNER, 5, True, id="a beginner from week 5 on"),
        pytest.param(Level.INTERMEDIATE, 1, True, id="others at once"),
    ],
)
def test_a_beginner_does_not_jump_in_the_first_four_weeks(level: Level, start: int, jumps: bool):
    jump = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)
    when = a_week(stretch_phase=Phase.POWER, stretch_start=start)
    assert bool(picked(Athlete(level=level), jump, when=when)) == jumps


@pytest.mark.parametrize("phase", [Phase.GENERAL, Phase.STRENGTH], ids=str)
def test_jumps_belong_to_the_power_phase(phase: Phase):
    jump = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)
    assert picked(Athlete(level=Level.ADVANCED), jump, when=a_week(stretch_phase=phase)) == []


@pytest.mark.parametrize(
    ("niggles", "sessions"), [((), [1]), ((Niggle.ITB,), [1]), ((Niggle.SHIN,), [0])], ids=["none", "another", "that one"]
)
def test_a_niggle_that_one_jump_is_to_be_avoided_with_bars_them_all(niggles: tuple[Niggle, ...], sessions: list[int]):
    box = an_exercise(
        a_form("Box jump", pattern=Pattern.PLYOMETRIC, contacts=1),
        id="box",
        role=Role.POWER,
        niggles={Niggle.SHIN: NiggleRule(act=Act.AVOID)},
    )
    own = an_exercise(a_form("My own jump", pattern=Pattern.PLYOMETRIC, contacts=1), id="own", role=Role.POWER)
    athlete, layout = Athlete(level=Level.ADVANCED, niggles=niggles), (PlacedDay(day=Day.TUE, load=Load.HIGH),)
    chosen = select(athlete, Catalogue((box, own)), layout, a_week(stretch_phase=Phase.POWER))
    assert [len(session) for session in chosen] == sessions


def test_jumps_stand_on_two_days_that_do_not_touch():
    jump = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)
    loads = {Day.MON: Load.MEDIUM, Day.WED: Load.HIGH, Day.FRI: Load.HIGH}
    layout = tuple(PlacedDay(day=day, load=load) for day, load in loads.items())
    chosen = select(Athlete(level=Level.ADVANCED), Catalogue((jump,)), layout, a_week(stretch_phase=Phase.POWER))
    assert [len(session) for session in chosen] == [0, 1, 1]


@pytest.mark.parametrize(
    ("athlete", "phase", "form", "following"),
    [
        pytest.param(Athlete(kit=GYM), Phase.GENERAL, "Squat", "Goblet squat", id="the next rung"),
        pytest.param(
            Athlete(kit=(Kit.BARBELL,), level=Level.ADVANCED), Phase.GENERAL, "Squat", "Front squat", id="over what the kit lacks"
        ),
        pytest.param(Athlete(kit=GYM), Phase.STRENGTH, "Goblet squat", None, id="not above the level"),
        pytest.param(Athlete(kit=GYM, level=Level.ADVANCED), Phase.STRENGTH, "Front squat", None, id="the end of the ladder"),
    ],
)
def test_a_pick_knows_the_next_form(athlete: Athlete, phase: Phase, form: str, following: str | None):
    layout = (PlacedDay(day=Day.TUE, load=Load.HIGH),)
    [[pick]] = select(athlete, Catalogue((GOBLETS,)), layout, a_week(stretch_phase=phase))
    assert (pick.form.name, pick.following) == (form, following)


@pytest.mark.parametrize(
    ("athlete", "load"),
    [
        pytest.param(Athlete(kit=()), Load.MEDIUM, id="without kit"),
        pytest.param(Athlete(kit=GYM), Load.HIGH, id="with kit"),
        pytest.param(Athlete(kit=GYM, without=("squat",)), Load.LOW, id="excluded"),
        pytest.param(Athlete(kit=GYM, niggles=(Niggle.ITB,)), Load.LOW, id="avoided"),
    ],
)
def test_the_load_that_an_athlete_can_reach(athlete: Athlete, load: Load):
    squats = replace(GOBLETS, niggles={Niggle.ITB: NiggleRule(act=Act.AVOID)})
    assert attainable_load(athlete, Catalogue((squats,))) is load


def planned(athlete: Athlete, when: SeasonWeek | None = None) -> Week:
    return plan_week(athlete, CATALOGUE, when or plan_season(athlete, MONDAY)[0])


def done(week: Week) -> list[tuple[Exercise, Form]]:
    """The exercises of a plan with their forms, as the catalogue knows them."""
    found = []
    for session in week.sessions:
        for each in session.exercises:
            exercise = CATALOGUE.by_id[each.id]
            found.append((exercise, next(form for form in exercise.ladder if form.name == each.form)))
    return found


@drawn
@given(drawn_week=athletes_and_weeks())
def test_nothing_that_is_ruled_out_slips_through(drawn_week: tuple[Athlete, SeasonWeek]):
    athlete, when = drawn_week
    for exercise, form in done(planned(athlete, when)):
        assert exercise.id not in athlete.without
        assert form.level.rank <= athlete.level.rank
        assert all(set(choice) & set(athlete.kit) for choice in form.kit)
        assert not any(exercise.niggles[niggle].act is Act.AVOID for niggle in athlete.niggles if niggle in exercise.niggles)


@pytest.mark.parametrize("exercise", CATALOGUE.exercises, ids=lambda exercise: exercise.id)
def test_an_exercise_that_is_left_out_is_left_out(exercise: Exercise):
    athlete = Athlete(sessions=3, level=Level.ADVANCED, kit=GYM, minutes=60, without=(exercise.id,))
    assert all(exercise not in [each for each, _ in done(planned(athlete, when))] for when in phase_weeks(athlete, 20))


@pytest.mark.parametrize("niggle", [niggle for niggle in Niggle if niggle is not Niggle.BONE_STRESS], ids=str)
def test_first_line_work_for_a_niggle_is_in_the_week_at_every_level_with_every_kit(niggle: Niggle):
    missing = []
    for level, (name, kit), minutes in product(Level, KITS.items(), (15, 30, 60)):
        week = planned(Athlete(level=level, kit=kit, minutes=minutes, niggles=(niggle,)))
        if not any(niggle in exercise.niggles and exercise.niggles[niggle].act is Act.FIRST_LINE for exercise, _ in done(week)):
            missing.append((level.value, name, minutes))
    assert missing == []


def met(week: Week) -> set[str]:
    """The needs of R03 that the week meets, told by evidence.md."""
    needs = set()
    for _, form in done(week):
        pattern = form.pattern.value
        needs |= {pattern} & {"hinge", "calf", "abduction", "pull"}
        needs |= {"squat or lunge"} if pattern in ("squat", "lunge") else set()
        needs |= {"one leg"} if pattern in ("squat", "lunge", "hinge") and form.per_side else set()
        needs |= {"core"} if pattern in ("core-anti-extension", "core-extension", "rotation") else set()
    return needs


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("kit", KITS)
def test_every_week_but_the_taper_covers_everything_with_every_kit_alone(kit: str, level: Level):
    lacking = []
    for race, (sessions, minutes) in product((Race.FIVE_K, Race.MARATHON), ((2, 30), (3, 20), (3, 30), (2, 60))):
        athlete = Athlete(race=race, level=level, kit=KITS[kit], sessions=sessions, minutes=minutes)
        for when in phase_weeks(athlete):
            lack = NEEDED - met(planned(athlete, when))
            if lack and not when.taper:
                lacking.append((race.value, sessions, minutes, when.number, lack))
    assert lacking == []


def of_group(week: Week, group: Group) -> int:
    return sum(exercise.group is group for exercise, _ in done(week))


NO_ROOM_FOR_MORE = {
    (Group.KNEE, 30): [
        ("beginner", "dumbbell", 2),
        ("intermediate", "gym", 2),
        ("intermediate", "dumbbell", 2),
        ("intermediate", "barbell", 2),
    ],
    (Group.LEG, 30): [("advanced", "home", 2)],
    (Group.MARATHON, 30): [
        ("beginner", "band", 2),
        ("intermediate", "dumbbell", 2),
        ("advanced", "gym", 2),
        ("advanced", "dumbbell", 2),
        ("advanced", "barbell", 2),
    ],
}
"""First weeks in which a focus gets nothing more: two sessions of 30 minutes, full of what coverage needs."""


@pytest.mark.parametrize("minutes", [30, 45, 60])
@pytest.mark.parametrize("group", Group, ids=str)
def test_a_focus_gives_a_group_more_of_the_week_and_coverage_never_less(group: Group, minutes: int):
    cases = list(product(Level, KITS.items(), (2, 3)))
    full = []
    for level, (name, kit), sessions in cases:
        athlete = Athlete(level=level, kit=kit, sessions=sessions, minutes=minutes)
        without, focused = planned(athlete), planned(replace(athlete, focus=group))
        assert met(without) <= met(focused), (level, name, sessions)
        assert of_group(focused, group) >= of_group(without, group), (level, name, sessions)
        if of_group(focused, group) == of_group(without, group):
            full.append((level.value, name, sessions))
    assert full == NO_ROOM_FOR_MORE.get((group, minutes), [])
