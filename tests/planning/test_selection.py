"""Day loads -> exercises and forms: nothing that may not be, everything that should be, and what
the runner wishes for.
"""

from functools import cache
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    HEAVY_TUESDAY,
    KITS,
    MONDAY,
    a_form,
    a_layout,
    a_stretch,
    an_exercise,
    athletes_and_weeks,
    drawn,
    kits,
    levels,
    phase_weeks,
)

from befit_cli.planning.planner import plan_block, plan_week
from befit_cli.planning.repertoire import repertoire
from befit_cli.planning.season import plan_season
from befit_cli.planning.selection import attainable_load, select
from befit_cli.values import (
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
    Race,
    Role,
    SeasonWeek,
    Stretch,
    Week,
)

NEEDED = {"squat or lunge", "hinge", "calf", "one leg", "abduction", "core", "pull"}


def picked(
    athlete: Athlete,
    *exercises: Exercise,
    load: Load = Load.HIGH,
    stretch: Stretch | None = None,
) -> list[Pick]:
    """What one session on a Tuesday of that load gets from a catalogue of these exercises."""
    able = repertoire(athlete, Catalogue(exercises))
    [session] = select(athlete, able, a_layout({Day.TUE: load}), stretch or a_stretch())
    return list(session)


def names(picks: list[Pick]) -> list[str]:
    return [pick.form.name for pick in picks]


forms = st.builds(
    lambda level, load, kit, pattern, per_side, base: a_form(
        level=level, load=load, kit=tuple(kit), pattern=pattern, per_side=per_side, base=base
    ),
    levels,
    st.sampled_from(Load),
    st.lists(
        st.lists(st.sampled_from(Kit), min_size=1, max_size=2, unique=True).map(tuple), max_size=2
    ),
    st.sampled_from((Pattern.SQUAT, Pattern.LUNGE, Pattern.CALF, Pattern.PUSH)),
    st.booleans(),
    st.booleans(),
)
ladders = st.lists(forms, min_size=1, max_size=6).map(
    lambda rungs: tuple(replace(form, name=f"rung {n}") for n, form in enumerate(rungs))
)
stretches = st.builds(
    lambda number, phase: a_stretch(number=number, phase=phase),
    st.integers(0, 5),
    st.sampled_from((Phase.GENERAL, Phase.STRENGTH, Phase.POWER)),
)


def may_be_done(form: Form, athlete: Athlete, load: Load) -> bool:
    """Not above the level, nothing lacking, not above the day's load, and something that a week
    needs: nothing asks for a push.
    """
    return (
        form.level.rank <= athlete.level.rank
        and form.load.rank <= load.rank
        and all(any(thing in athlete.kit for thing in choice) for choice in form.kit)
        and form.pattern is not Pattern.PUSH
    )


@drawn
@given(ladder=ladders, level=levels, kit=kits, load=st.sampled_from(Load), stretch=stretches)
def test_only_a_form_that_may_be_done_is_chosen_and_one_is_wherever_there_is_one(
    ladder: tuple[Form, ...], level: Level, kit: tuple[Kit, ...], load: Load, stretch: Stretch
):
    athlete = Athlete(level=level, kit=kit, minutes=60)
    possible = {form.name for form in ladder if may_be_done(form, athlete, load)}
    chosen = set(names(picked(athlete, an_exercise(*ladder), load=load, stretch=stretch)))
    assert chosen <= possible
    assert bool(chosen) == bool(possible)


@drawn
@given(ladder=ladders, level=levels, kit=kits, stretch=stretches)
def test_what_a_form_uses_is_owned_and_one_of_each_choice(
    ladder: tuple[Form, ...], level: Level, kit: tuple[Kit, ...], stretch: Stretch
):
    for pick in picked(Athlete(level=level, kit=kit), an_exercise(*ladder), stretch=stretch):
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
STRENGTH = a_stretch(phase=Phase.STRENGTH)


@pytest.mark.parametrize(
    ("exercise", "athlete", "load", "stretch", "form"),
    [
        pytest.param(
            SQUATS, Athlete(), Load.HIGH, a_stretch(), "Squat", id="without weight the base first"
        ),
        pytest.param(
            SQUATS,
            Athlete(),
            Load.HIGH,
            a_stretch(number=1),
            "Slow squat",
            id="one rung up each stretch",
        ),
        pytest.param(
            SQUATS,
            Athlete(),
            Load.HIGH,
            a_stretch(number=5),
            "Slow squat",
            id="as far as the level goes",
        ),
        pytest.param(
            SQUATS,
            Athlete(level=Level.INTERMEDIATE),
            Load.HIGH,
            a_stretch(),
            "Slow squat",
            id="intermediate: a rung higher",
        ),
        pytest.param(
            SQUATS,
            Athlete(level=Level.ADVANCED),
            Load.HIGH,
            a_stretch(number=1),
            "Pistol squat",
            id="advanced: two rungs higher",
        ),
        pytest.param(
            GOBLETS,
            Athlete(kit=GYM),
            Load.HIGH,
            a_stretch(),
            "Squat",
            id="with weight a beginner's base in the general phase",
        ),
        pytest.param(
            GOBLETS,
            Athlete(kit=GYM),
            Load.HIGH,
            STRENGTH,
            "Goblet squat",
            id="then the highest rung",
        ),
        pytest.param(
            GOBLETS,
            Athlete(kit=GYM, level=Level.ADVANCED),
            Load.HIGH,
            a_stretch(),
            "Goblet squat",
            id="others: the last but one",
        ),
        pytest.param(
            GOBLETS,
            Athlete(kit=GYM),
            Load.MEDIUM,
            STRENGTH,
            "Squat",
            id="no more than the day's load",
        ),
        pytest.param(
            GOBLETS, Athlete(kit=()), Load.HIGH, STRENGTH, "Squat", id="nothing that lacks"
        ),
    ],
)
def test_the_rung_of_a_ladder(
    exercise: Exercise, athlete: Athlete, load: Load, stretch: Stretch, form: str
):
    assert names(picked(athlete, exercise, load=load, stretch=stretch)) == [form]


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("kit", KITS)
def test_from_stretch_to_stretch_no_exercise_goes_down_its_ladder(kit: str, level: Level):
    down = []
    athlete = Athlete(level=level, kit=KITS[kit], minutes=60)
    block = plan_season(athlete, MONDAY, 30).stretches
    for exercise, load in product(CATALOGUE.exercises, Load):
        rungs = []
        for stretch in block:
            chosen = [
                exercise.ladder.index(pick.form)
                for pick in picked(athlete, exercise, load=load, stretch=stretch)
            ]
            rungs += chosen[:1]
        if any(later < earlier for earlier, later in pairwise(rungs)):
            down.append((exercise.id, load.value, rungs))
    assert down == []


ONE_LEG = an_exercise(a_form("Lunge", pattern=Pattern.LUNGE, per_side=True, load=Load.HIGH))
TWO_LEGS = an_exercise(a_form("Leg press", pattern=Pattern.SQUAT), role=Role.ACCESSORY)


def test_the_search_leaves_no_need_empty_that_can_be_met():
    """The lunge is the better knee exercise, but the only one-leg exercise; the leg press can only
    be the first.
    """
    assert sorted(names(picked(Athlete(), ONE_LEG, TWO_LEGS))) == ["Leg press", "Lunge"]


def rival(name: str, pattern: Pattern, *, eased: bool = False, **changes: Any) -> Exercise:
    """An accessory of one family with its rivals; `eased` puts its base over the level of all but
    advanced athletes.
    """
    of_form = {field: changes.pop(field) for field in ("level", "load", "kit") if field in changes}
    form = a_form(name, pattern=pattern, family="rivals", **of_form)
    ladder = (
        (form, replace(form, name="Base", base=True, level=Level.ADVANCED)) if eased else (form,)
    )
    return an_exercise(*ladder, **{"role": Role.ACCESSORY, **changes})


def rivals(
    id: str,
    pattern: Pattern,
    other: dict[str, Any],
    better: dict[str, Any],
    day: Load = Load.HIGH,
    **athlete: Any,
) -> Any:
    """Two exercises of which a session on a day of that load can take one."""
    return pytest.param(
        Athlete(**athlete),
        rival("Other", pattern, **other),
        rival("Better", pattern, **better),
        day,
        id=id,
    )


SQUAT, CALF = Pattern.SQUAT, Pattern.CALF
DUMBBELL = ((Kit.DUMBBELL,),)
MAIN, MOBILITY = {"role": Role.MAIN}, {"role": Role.MOBILITY}
HARDER = {"level": Level.INTERMEDIATE}
SORE = {"niggles": (Niggle.ITB,)}
HELPS, CHANGED = (
    {"niggles": {Niggle.ITB: NiggleRule(act=act)}} for act in (Act.FIRST_LINE, Act.MODIFY)
)


@pytest.mark.parametrize(
    ("athlete", "other", "better", "day"),
    [
        rivals("main work for the knee", SQUAT, {}, MAIN),
        rivals("high load for the knee on a day of high load", SQUAT, {}, {"load": Load.HIGH}),
        rivals(
            "medium load for the knee on a day of medium load",
            SQUAT,
            {"load": Load.LOW},
            {},
            day=Load.MEDIUM,
        ),
        rivals(
            "the day's load rather than weight",
            SQUAT,
            {"kit": DUMBBELL},
            {"load": Load.HIGH},
            kit=(Kit.DUMBBELL,),
        ),
        rivals("main work rather than the day's load", SQUAT, {"load": Load.HIGH}, MAIN),
        rivals(
            "an accessory rather than main work under its base", SQUAT, {**MAIN, "eased": True}, {}
        ),
        rivals("the base rather than a form under it", CALF, {"eased": True}, {}),
        rivals("even a form under its base rather than mobility", CALF, MOBILITY, {"eased": True}),
        rivals("an accessory rather than mobility", CALF, MOBILITY, {}),
        rivals("a form of a higher level", CALF, {}, HARDER, level=Level.INTERMEDIATE),
        rivals("what weight can be added to", CALF, {}, {"kit": DUMBBELL}, kit=(Kit.DUMBBELL,)),
        rivals(
            "weight rather than a level",
            CALF,
            HARDER,
            {"kit": DUMBBELL},
            level=Level.INTERMEDIATE,
            kit=(Kit.DUMBBELL,),
        ),
        rivals("the focus", CALF, {}, {"group": Group.HIP}, focus=Group.HIP),
        rivals("what helps a niggle", CALF, {}, HELPS, **SORE),
        rivals(
            "what helps a niggle rather than the focus",
            CALF,
            {"group": Group.HIP},
            HELPS,
            focus=Group.HIP,
            **SORE,
        ),
        rivals("what a niggle does not change", CALF, CHANGED, {}, **SORE),
        rivals(
            "for a niggle a level less",
            CALF,
            {**HARDER, **CHANGED},
            {},
            level=Level.INTERMEDIATE,
            **SORE,
        ),
    ],
)
def test_of_two_exercises_the_better_one_is_taken(
    athlete: Athlete, other: Exercise, better: Exercise, day: Load
):
    for catalogue in ((other, better), (better, other)):
        assert names(picked(athlete, *catalogue, load=day)) == ["Better"]


@pytest.mark.parametrize(
    ("athlete", "other", "better", "day"),
    [
        rivals("twins", CALF, {}, {}),
        rivals("for the knee whatever the level", SQUAT, {}, HARDER, level=Level.INTERMEDIATE),
        rivals("for the knee less than the day's load", SQUAT, {"load": Load.LOW}, {}),
        rivals("for the calf whatever the load", CALF, {}, {"load": Load.HIGH}),
        rivals("for the calf main work or not", CALF, {}, MAIN),
        rivals("the focus of others", CALF, {}, {"group": Group.HIP}, focus=Group.CORE),
        rivals("the niggles of others", CALF, HELPS, CHANGED),
    ],
)
def test_of_two_equal_exercises_the_first_of_the_catalogue_is_taken(
    athlete: Athlete, other: Exercise, better: Exercise, day: Load
):
    for catalogue in ((other, better), (better, other)):
        assert names(picked(athlete, *catalogue, load=day)) == [catalogue[0].name]


def test_what_stands_in_for_an_exercise_that_a_niggle_bars_is_taken():
    barred = rival("Barred", CALF, niggles={Niggle.ITB: NiggleRule(act=Act.AVOID, swap=("swap",))})
    harder, swap = rival("Harder", CALF, level=Level.INTERMEDIATE), rival("Swap", CALF)
    for niggles, taken in ((), "Barred"), ((Niggle.ITB,), "Swap"):
        assert names(picked(Athlete(niggles=niggles), barred, rival("Other", CALF), swap)) == [
            taken
        ]
    athlete = Athlete(niggles=(Niggle.ITB,), level=Level.INTERMEDIATE)
    assert names(picked(athlete, barred, harder, swap)) == ["Swap"]


def chosen(
    athlete: Athlete,
    *exercises: Exercise,
    loads: dict[Day, Load],
    stretch: Stretch | None = None,
    **asked: Any,
) -> list[str]:
    """What each session of a week gets from a catalogue of these exercises; what the week needs is
    marked with `!`.
    """
    able = repertoire(athlete, Catalogue(exercises))
    sessions = select(athlete, able, a_layout(loads), stretch or a_stretch(), **asked)
    return [
        ", ".join(f"{pick.form.name}!" if pick.needed else pick.form.name for pick in session)
        for session in sessions
    ]


HARD_FRIDAY = {Day.TUE: Load.MEDIUM, Day.FRI: Load.HIGH}
CORE, PULL = (
    an_exercise(a_form(pattern.value, pattern=pattern), role=Role.CORE)
    for pattern in (Pattern.ROTATION, Pattern.PULL)
)


@pytest.mark.parametrize(
    ("athlete", "exercises", "sessions"),
    [
        pytest.param(
            Athlete(kit=(Kit.DUMBBELL,)),
            [rival("Raise", CALF), rival("Heavy raise", CALF, kit=DUMBBELL)],
            ["Raise", "Heavy raise!"],
            id="the most loaded session chooses first, the other takes something else",
        ),
        pytest.param(
            Athlete(),
            [rival("Squat", SQUAT, role=Role.MAIN), rival("Half squat", SQUAT)],
            ["Squat", "Squat!"],
            id="something much worse is not taken for a change",
        ),
        pytest.param(
            Athlete(niggles=(Niggle.ITB,)),
            [rival("Raise", CALF), rival("Helpful raise", CALF, **HELPS)],
            ["Helpful raise!", "Helpful raise!"],
            id="what helps a niggle in every session",
        ),
    ],
)
def test_what_two_sessions_of_a_week_get(
    athlete: Athlete, exercises: list[Exercise], sessions: list[str]
):
    assert chosen(athlete, *exercises, loads=HARD_FRIDAY) == sessions


def test_a_week_s_needs_go_to_its_sessions_in_turn_and_what_covers_the_week_is_needed():
    exercises = [rival("Raise", CALF), CORE, PULL]
    assert chosen(Athlete(), *exercises, loads=HARD_FRIDAY) == [
        "rotation!, Raise, pull",
        "Raise!, pull!, rotation",
    ]


def test_jumps_come_first_and_are_needed():
    jump = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)
    sessions = chosen(
        Athlete(level=Level.ADVANCED),
        rival("Raise", CALF),
        jump,
        loads=HARD_FRIDAY,
        stretch=a_stretch(phase=Phase.POWER),
    )
    assert sessions == ["Jump!, Raise", "Jump!, Raise!"]


@pytest.mark.parametrize(
    ("minutes", "sessions"),
    [(16, ["Leg press", "Lunge!, Leg press"]), (17, ["Leg press", "Leg press!, Lunge!"])],
)
def test_with_little_room_one_exercise_is_for_the_knee_and_for_one_leg(
    minutes: int, sessions: list[str]
):
    assert chosen(Athlete(minutes=minutes), TWO_LEGS, ONE_LEG, loads=HARD_FRIDAY) == sessions


@pytest.mark.parametrize(
    ("family", "best"),
    [
        pytest.param("own", ["Heavy squat", "Deadlift", "Raise"], id="the best of each need"),
        pytest.param(
            "shared",
            ["Squat", "Deadlift", "Raise"],
            id="the second best squat where the best would keep out the deadlift",
        ),
    ],
)
def test_the_search_finds_the_best_session_and_not_the_first(family: str, best: list[str]):
    squats = [
        an_exercise(a_form("Heavy squat", family=family, load=Load.HIGH)),
        an_exercise(a_form("Squat")),
    ]
    bridge, deadlift = (
        an_exercise(a_form(name, pattern=Pattern.HINGE, **form), role=Role.ACCESSORY)
        for name, form in (
            ("Bridge", {}),
            ("Deadlift", {"family": "shared", "load": Load.HIGH, "kit": DUMBBELL}),
        )
    )
    raises = (rival(name, CALF, kit=DUMBBELL) for name in ("Raise", "Rise", "Lift"))
    exercises = [*squats, bridge, deadlift, *raises]
    for catalogue in (exercises, [*exercises[3::-1], *exercises[4:]]):
        assert names(picked(Athlete(kit=(Kit.DUMBBELL,)), *catalogue)) == best


def test_for_a_niggle_even_a_need_of_the_week_gives_way():
    """A session takes one of the two: the squat is for the knee, which a week needs, the push-up
    only for the niggle.
    """
    squat = an_exercise(a_form("Squat", family="one"))
    helpful = an_exercise(
        a_form("Push-up", pattern=Pattern.PUSH, family="one"), role=Role.ACCESSORY, **HELPS
    )
    for catalogue in ((squat, helpful), (helpful, squat)):
        assert names(picked(Athlete(**SORE), *catalogue)) == ["Push-up"]


def test_a_need_of_the_week_goes_before_what_would_be_a_better_choice_for_more():
    """A session takes one of the two: the plank is for the core, which a week needs; balance is
    only more.
    """
    plank = an_exercise(
        a_form("Plank", pattern=Pattern.ANTI_EXTENSION, family="one"), role=Role.CORE
    )
    balance = an_exercise(
        a_form("Balance", pattern=Pattern.BALANCE, family="one", level=Level.INTERMEDIATE),
        role=Role.CORE,
    )
    for catalogue in ((plank, balance), (balance, plank)):
        assert names(picked(Athlete(level=Level.INTERMEDIATE), *catalogue)) == ["Plank"]


def push_up(name: str, **changes: Any) -> Exercise:
    """An exercise that nothing in a week asks for."""
    return an_exercise(a_form(name, pattern=Pattern.PUSH), role=Role.ACCESSORY, **changes)


@pytest.mark.parametrize(
    ("athlete", "taken"),
    [
        pytest.param(Athlete(), [], id="nobody"),
        pytest.param(Athlete(focus=Group.CORE), ["Focus"], id="whose focus it is"),
        pytest.param(Athlete(niggles=(Niggle.ITB,)), ["Hip"], id="whose niggle it helps"),
        pytest.param(
            Athlete(niggles=(Niggle.SHIN, Niggle.ITB)),
            ["Hip", "Shin"],
            id="whose niggles they help",
        ),
        pytest.param(
            Athlete(focus=Group.LEG, niggles=(Niggle.ACHILLES,)),
            [],
            id="whose focus and niggle are others",
        ),
    ],
)
def test_what_no_week_needs_is_taken_for_the_focus_and_for_niggles_only(
    athlete: Athlete, taken: list[str]
):
    helpful = (
        push_up(name, niggles={niggle: NiggleRule(act=Act.FIRST_LINE)})
        for name, niggle in (("Hip", "itb"), ("Shin", "shin"))
    )
    assert names(picked(athlete, push_up("Focus", group=Group.CORE), *helpful)) == taken


@pytest.mark.parametrize(
    ("asked", "session"),
    [
        ({"focus": 0}, ""),
        ({"focus": 1}, "One"),
        ({}, "One"),
        ({"focus": 2}, "One, Two"),
        ({"focus": 3}, "One!, Two"),
    ],
    ids=["not at all", "lightly", "as usual", "more", "most"],
)
def test_the_stronger_a_focus_is_asked_for_the_more_a_session_has_of_it(
    asked: dict[str, int], session: str
):
    exercises = (push_up(name, group=Group.CORE) for name in ("One", "Two", "Three"))
    assert chosen(Athlete(focus=Group.CORE), *exercises, loads={Day.TUE: Load.HIGH}, **asked) == [
        session
    ]


def test_a_session_gets_two_exercises_more_than_it_may_have_for_those_that_fitting_leaves_out():
    assert (
        len(
            picked(
                Athlete(),
                *(
                    an_exercise(a_form(pattern.value, pattern=pattern, per_side=True))
                    for pattern in Pattern
                ),
            )
        )
        == 9
    )


@pytest.mark.parametrize(
    ("phase", "role", "taken"),
    [
        pytest.param(Phase.GENERAL, Role.POWER, [], id="a jump is for power only"),
        pytest.param(Phase.POWER, Role.POWER, ["Left"], id="and has its one place there"),
        pytest.param(Phase.POWER, Role.MAIN, ["Left"], id="which a squat does not take"),
    ],
)
def test_power_is_trained_by_exercises_for_power(phase: Phase, role: Role, taken: list[str]):
    squats = (an_exercise(a_form(name, family=name), role=role) for name in ("Left", "Right"))
    assert names(picked(Athlete(), *squats, stretch=a_stretch(phase=phase))) == taken


@pytest.mark.parametrize(
    ("roles", "taken"),
    [
        ((Role.MAIN, Role.ACCESSORY), 1),
        ((Role.CORE, Role.PREHAB), 1),
        ((Role.PREHAB, Role.PREHAB), 2),
        ((Role.PREHAB, Role.MOBILITY), 2),
    ],
    ids=str,
)
def test_a_session_has_one_exercise_of_a_family_but_for_prehab_and_mobility(
    roles: tuple[Role, Role], taken: int
):
    patterns = (Pattern.CALF, Pattern.FOOT)
    family = [
        an_exercise(a_form(each.value, pattern=each, family="one"), role=role)
        for each, role in zip(patterns, roles, strict=True)
    ]
    assert len(picked(Athlete(), *family)) == taken


def test_a_session_has_no_two_forms_of_one_name():
    twins = [
        replace(an_exercise(a_form("Lunge", family=family, per_side=True)), id=family)
        for family in ("a", "b")
    ]
    assert names(picked(Athlete(minutes=60), *twins)) == ["Lunge"]


@pytest.mark.parametrize(
    ("level", "first", "jumps"),
    [
        pytest.param(Level.BEGINNER, 1, False, id="a beginner's first stretch"),
        pytest.param(Level.BEGINNER, 4, False, id="a beginner's week 4"),
        pytest.param(Level.BEGINNER, 5, True, id="a beginner from week 5 on"),
        pytest.param(Level.INTERMEDIATE, 1, True, id="others at once"),
    ],
)
def test_a_beginner_does_not_jump_in_the_first_four_weeks(level: Level, first: int, jumps: bool):
    jump = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)
    stretch = a_stretch(phase=Phase.POWER, first=first)
    assert bool(picked(Athlete(level=level), jump, stretch=stretch)) == jumps


@pytest.mark.parametrize("phase", [Phase.GENERAL, Phase.STRENGTH], ids=str)
def test_jumps_belong_to_the_power_phase(phase: Phase):
    jump = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)
    assert picked(Athlete(level=Level.ADVANCED), jump, stretch=a_stretch(phase=phase)) == []


@pytest.mark.parametrize(
    ("niggles", "sessions"),
    [((), [1]), ((Niggle.ITB,), [1]), ((Niggle.SHIN,), [0])],
    ids=["none", "another", "that one"],
)
def test_a_niggle_that_one_jump_is_to_be_avoided_with_bars_them_all(
    niggles: tuple[Niggle, ...], sessions: list[int]
):
    box = an_exercise(
        a_form("Box jump", pattern=Pattern.PLYOMETRIC, contacts=1),
        id="box",
        role=Role.POWER,
        niggles={Niggle.SHIN: NiggleRule(act=Act.AVOID)},
    )
    own = an_exercise(
        a_form("My own jump", pattern=Pattern.PLYOMETRIC, contacts=1), id="own", role=Role.POWER
    )
    athlete = Athlete(level=Level.ADVANCED, niggles=niggles)
    able = repertoire(athlete, Catalogue((box, own)))
    chosen = select(athlete, able, HEAVY_TUESDAY, a_stretch(phase=Phase.POWER))
    assert [len(session) for session in chosen] == sessions


def test_jumps_stand_on_two_days_that_do_not_touch():
    jump = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)
    layout = a_layout({Day.MON: Load.MEDIUM, Day.WED: Load.HIGH, Day.FRI: Load.HIGH})
    athlete = Athlete(level=Level.ADVANCED)
    able = repertoire(athlete, Catalogue((jump,)))
    chosen = select(athlete, able, layout, a_stretch(phase=Phase.POWER))
    assert [len(session) for session in chosen] == [0, 1, 1]


@pytest.mark.parametrize(
    ("athlete", "phase", "form", "following"),
    [
        pytest.param(Athlete(kit=GYM), Phase.GENERAL, "Squat", "Goblet squat", id="the next rung"),
        pytest.param(
            Athlete(kit=(Kit.BARBELL,), level=Level.ADVANCED),
            Phase.GENERAL,
            "Squat",
            "Front squat",
            id="over what the kit lacks",
        ),
        pytest.param(
            Athlete(kit=GYM), Phase.STRENGTH, "Goblet squat", None, id="not above the level"
        ),
        pytest.param(
            Athlete(kit=GYM, level=Level.ADVANCED),
            Phase.STRENGTH,
            "Front squat",
            None,
            id="the end of the ladder",
        ),
    ],
)
def test_a_pick_knows_the_next_form(
    athlete: Athlete, phase: Phase, form: str, following: str | None
):
    able = repertoire(athlete, Catalogue((GOBLETS,)))
    [[pick]] = select(athlete, able, HEAVY_TUESDAY, a_stretch(phase=phase))
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
    assert attainable_load(repertoire(athlete, Catalogue((squats,)))) is load


@cache
def planned(athlete: Athlete, when: SeasonWeek | None = None) -> Week:
    return plan_week(athlete, CATALOGUE, when or plan_season(athlete, MONDAY)[0])


def done(week: Week) -> list[tuple[Exercise, Form]]:
    """The exercises of a plan with their forms, as the catalogue knows them."""
    found = []
    for session in week.sessions:
        for each in session.exercises:
            exercise = CATALOGUE.by_id[each.id]
            found.append(
                (exercise, next(form for form in exercise.ladder if form.name == each.form))
            )
    return found


@drawn
@given(drawn_week=athletes_and_weeks())
def test_nothing_that_is_ruled_out_slips_through(drawn_week: tuple[Athlete, SeasonWeek]):
    athlete, when = drawn_week
    for exercise, form in done(planned(athlete, when)):
        assert exercise.id not in athlete.without
        assert form.level.rank <= athlete.level.rank
        assert all(set(choice) & set(athlete.kit) for choice in form.kit)
        assert not any(
            exercise.niggles[niggle].act is Act.AVOID
            for niggle in athlete.niggles
            if niggle in exercise.niggles
        )


@pytest.mark.parametrize("exercise", CATALOGUE.exercises, ids=lambda exercise: exercise.id)
def test_an_exercise_that_is_left_out_is_left_out(exercise: Exercise):
    athlete = Athlete(sessions=3, level=Level.ADVANCED, kit=GYM, minutes=60, without=(exercise.id,))
    assert all(
        exercise not in [each for each, _ in done(planned(athlete, when))]
        for when in phase_weeks(athlete, 20)
    )


@pytest.mark.parametrize(
    "niggle", [niggle for niggle in Niggle if niggle is not Niggle.BONE_STRESS], ids=str
)
def test_first_line_work_for_a_niggle_is_in_the_week_at_every_level_with_every_kit(niggle: Niggle):
    missing = []
    for level, (name, kit), minutes in product(Level, KITS.items(), (15, 30, 60)):
        week = planned(Athlete(level=level, kit=kit, minutes=minutes, niggles=(niggle,)))
        if not any(
            niggle in exercise.niggles and exercise.niggles[niggle].act is Act.FIRST_LINE
            for exercise, _ in done(week)
        ):
            missing.append((level.value, name, minutes))
    assert missing == []


def met(week: Week) -> set[str]:
    """The needs of R03 that the week meets, as the rule names them."""
    needs = set()
    for _, form in done(week):
        pattern = form.pattern.value
        needs |= {pattern} & {"hinge", "calf", "abduction", "pull"}
        needs |= {"squat or lunge"} if pattern in ("squat", "lunge") else set()
        needs |= {"one leg"} if pattern in ("squat", "lunge", "hinge") and form.per_side else set()
        needs |= (
            {"core"} if pattern in ("core-anti-extension", "core-extension", "rotation") else set()
        )
    return needs


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("kit", KITS)
def test_every_week_but_the_taper_covers_everything_with_every_kit_alone(kit: str, level: Level):
    lacking = []
    for race, (sessions, minutes) in product(
        (Race.FIVE_K, Race.MARATHON), ((2, 30), (3, 20), (3, 30), (2, 60))
    ):
        athlete = Athlete(race=race, level=level, kit=KITS[kit], sessions=sessions, minutes=minutes)
        for week in plan_block(athlete, CATALOGUE, phase_weeks(athlete)):
            lack = NEEDED - met(week)
            if lack and not week.taper:
                lacking.append((race.value, sessions, minutes, week.number, lack))
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
"""First weeks in which a focus gets nothing more: two sessions of 30 minutes, full of what coverage
needs.
"""


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
