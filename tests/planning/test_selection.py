"""Wishes -> exercises and their forms: which form a session of some load has, which exercise is the
better one, and what a session never has together.
"""

from collections.abc import Collection, Iterable
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    KITS,
    a_form,
    a_layout,
    a_pool,
    a_stretch,
    a_training,
    an_exercise,
    athletes,
    drawn,
    kits,
    levels,
    reached,
)

from befit_cli.evidence.coverage import served
from befit_cli.evidence.load import LIGHT_LIFTS_MAX
from befit_cli.evidence.session import EXERCISES
from befit_cli.evidence.warm_up import SHORT_SESSION
from befit_cli.planning.draft import clash
from befit_cli.planning.pool import Climb, Pool
from befit_cli.planning.repertoire import (
    JUMPS,
    Candidate,
    Repertoires,
    group_purpose,
    relief_purpose,
)
from befit_cli.planning.selection import Choice, Selection, most_loaded_first
from befit_cli.planning.standing import NOTHING_STILL, Still
from befit_cli.planning.training import UNTRAINED, Training
from befit_cli.planning.wishes import Serve, Wish, relief_wishes, week_wishes
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
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Phase,
    Pick,
    Role,
    Slot,
    Stretch,
)

GYM = tuple(Kit)
DUMBBELL = ((Kit.DUMBBELL,),)
ITB = Niggle.ITB
GENERAL, STRENGTH, POWER = (
    a_stretch(phase=phase, tapers=False) for phase in (Phase.GENERAL, Phase.STRENGTH, Phase.POWER)
)


def candidates(
    athlete: Athlete,
    *exercises: Exercise,
    purpose: str = Need.KNEE,
    load: Load = Load.HIGH,
    light: bool = True,
    stretch: Stretch = GENERAL,
    training: Training = UNTRAINED,
) -> tuple[Candidate, ...]:
    """What a session of that load may have for the purpose, from a catalogue of these exercises."""
    pool = a_pool(athlete, Repertoires(athlete, Catalogue(exercises)), stretch, training)
    return pool.candidates(purpose, load, light=light)


def told(pick: Pick) -> str:
    return f"{pick.form.name}, light" if pick.light else pick.form.name


# Which form a session of some load has.

SQUATS = an_exercise(
    a_form("Wall sit", load=Load.LOW),
    a_form("Squat", base=True),
    a_form("Goblet squat", kit=DUMBBELL, load=Load.HIGH),
)


@pytest.mark.parametrize(
    ("load", "light", "stretch", "form"),
    [
        pytest.param(Load.HIGH, True, STRENGTH, "Goblet squat", id="as hard as the day may have"),
        pytest.param(Load.MEDIUM, True, STRENGTH, "Goblet squat, light", id="light before easier"),
        pytest.param(Load.MEDIUM, False, STRENGTH, "Squat", id="easier where no more may be light"),
        pytest.param(Load.LOW, True, STRENGTH, "Squat, light", id="easier and light"),
        pytest.param(Load.LOW, False, STRENGTH, "Wall sit", id="easier by as much as it must"),
        pytest.param(Load.MEDIUM, True, GENERAL, "Squat", id="no need to be light"),
    ],
)
def test_a_session_has_a_form_within_its_load(load: Load, light: bool, stretch: Stretch, form: str):
    [candidate] = candidates(Athlete(kit=GYM), SQUATS, load=load, light=light, stretch=stretch)
    assert told(candidate.pick) == form


@pytest.mark.parametrize(
    ("load", "training", "form"),
    [
        pytest.param(Load.MEDIUM, UNTRAINED, "Squat", id="an easier one"),
        pytest.param(
            Load.MEDIUM, a_training({"Squat": reached(3, 12)}), "Squat", id="as long as that grows"
        ),
        pytest.param(
            Load.MEDIUM,
            a_training({"Squat": reached(3, 15, at_top=True)}),
            "Goblet squat, light",
            id="then the harder one, light",
        ),
        pytest.param(Load.HIGH, UNTRAINED, "Goblet squat", id="the harder one where the day may"),
        pytest.param(Load.LOW, UNTRAINED, "Squat, light", id="light before what works no legs"),
    ],
)
def test_what_is_no_main_lift_is_rather_done_at_full_effort_than_light(
    load: Load, training: Training, form: str
):
    squats = replace(SQUATS, role=Role.ACCESSORY)
    athlete = Athlete(level=Level.INTERMEDIATE, kit=GYM)
    [candidate] = candidates(athlete, squats, load=load, stretch=STRENGTH, training=training)
    assert told(candidate.pick) == form


PACKED_LUNGES = an_exercise(
    a_form("Backpack lunge", kit=((Kit.BACKPACK,),), base=True),
    a_form("Weighted lunge", kit=DUMBBELL, load=Load.HIGH),
    role=Role.ACCESSORY,
)
RAISES = an_exercise(
    a_form("Raise", base=True, pattern=Pattern.CALF),
    a_form("Weighted raise", kit=DUMBBELL, load=Load.HIGH, pattern=Pattern.CALF),
    role=Role.ACCESSORY,
)


PISTOLS = an_exercise(
    a_form("Squat", base=True),
    a_form("Pistol squat", load=Load.HIGH),
    role=Role.ACCESSORY,
)


@pytest.mark.parametrize(
    ("exercise", "form"),
    [
        pytest.param(replace(SQUATS, role=Role.ACCESSORY), "Goblet squat, light", id="a weight"),
        pytest.param(PACKED_LUNGES, "Backpack lunge", id="a backpack has weight in it"),
        pytest.param(PISTOLS, "Squat", id="neither has any"),
        pytest.param(RAISES, "Raise", id="calves have many repetitions"),
    ],
)
def test_a_beginner_has_a_light_weight_beside_the_main_lifts_rather_than_none(
    exercise: Exercise, form: str
):
    """Their full effort leaves three repetitions, and what is light leaves four."""
    [candidate] = candidates(
        Athlete(level=Level.BEGINNER, kit=GYM),
        exercise,
        purpose=Need.CALF if exercise is RAISES else Need.KNEE,
        load=Load.MEDIUM,
        stretch=STRENGTH,
        training=a_training({"Pistol squat": reached(2, 6)}),
    )
    assert told(candidate.pick) == form


GOBLET_SQUATS = an_exercise(
    a_form("Squat", base=True),
    a_form("Light goblet squat", kit=DUMBBELL),
    a_form("Goblet squat", kit=DUMBBELL, load=Load.HIGH),
)


@pytest.mark.parametrize(
    ("squats", "minutes", "training", "form"),
    [
        pytest.param(GOBLET_SQUATS, 15, UNTRAINED, "Light goblet squat", id="at full effort"),
        pytest.param(
            GOBLET_SQUATS, 20, UNTRAINED, "Goblet squat, light", id="light where others are heavy"
        ),
        pytest.param(
            GOBLET_SQUATS,
            15,
            replace(UNTRAINED, shorter=True),
            "Goblet squat, light",
            id="light in one short week",
        ),
        pytest.param(
            SQUATS, 15, UNTRAINED, "Goblet squat, light", id="light before one without weight"
        ),
        pytest.param(
            an_exercise(
                a_form("Light goblet squat", kit=DUMBBELL),
                a_form("Goblet squat", kit=DUMBBELL, load=Load.HIGH, base=True),
            ),
            15,
            UNTRAINED,
            "Goblet squat, light",
            id="light before one made easy",
        ),
    ],
)
def test_a_block_of_short_sessions_has_rather_a_main_lift_with_its_full_weight_than_a_light_one(
    squats: Exercise, minutes: int, training: Training, form: str
):
    """A warm-up of three minutes is too short for heavy work: no day has the harder one in full."""
    athlete = Athlete(kit=GYM, minutes=minutes)
    [candidate] = candidates(athlete, squats, load=Load.MEDIUM, stretch=STRENGTH, training=training)
    assert told(candidate.pick) == form


def test_what_a_block_of_short_sessions_has_is_asked_anew_for_longer_ones():
    can = Repertoires(Athlete(kit=GYM), Catalogue((GOBLET_SQUATS,)))
    found = []
    for minutes in (15, 20):
        pool = a_pool(Athlete(kit=GYM, minutes=minutes), can, STRENGTH, UNTRAINED)
        [candidate] = pool.candidates(Need.KNEE, Load.MEDIUM, light=True)
        found.append(told(candidate.pick))
    assert found == ["Light goblet squat", "Goblet squat, light"]


def test_a_session_has_nothing_of_a_ladder_that_is_too_hard_for_it():
    goblets = an_exercise(a_form("Goblet squat", load=Load.HIGH))
    assert candidates(Athlete(), goblets, load=Load.LOW) == ()


def test_what_is_too_hard_gives_way_to_nothing_further_up_its_ladder():
    """Though the form above it may have less load."""
    ladder = an_exercise(
        a_form("Machine thrust", load=Load.HIGH), a_form("Single-leg thrust", load=Load.MEDIUM)
    )
    assert candidates(Athlete(), ladder, load=Load.MEDIUM, light=False) == ()


def by_load(forms: Iterable[Form]) -> tuple[Form, ...]:
    """A ladder of forms, each as hard as the one below it or harder, and named by its place."""
    ladder = sorted(forms, key=lambda form: form.load)
    return tuple(replace(form, name=f"rung {place}") for place, form in enumerate(ladder))


drawn_forms = st.builds(
    lambda level, load, kit, base: a_form(level=level, load=load, kit=tuple(kit), base=base),
    levels,
    st.sampled_from(Load),
    st.lists(
        st.lists(st.sampled_from(Kit), min_size=1, max_size=2, unique=True).map(tuple), max_size=2
    ),
    st.booleans(),
)
ladders = st.lists(drawn_forms, min_size=1, max_size=6).map(by_load)


def may_be_done(form: Form, athlete: Athlete, load: Load, *, light: bool) -> bool:
    """Not above the level, nothing lacking, not above the day's load but light."""
    lighter = form.load.rank - light if form.load is not Load.LOW else form.load.rank
    return (
        form.level <= athlete.level
        and lighter <= load.rank
        and all(any(thing in athlete.kit for thing in choice) for choice in form.kit)
    )


@drawn
@given(
    ladder=ladders,
    level=levels,
    kit=kits,
    load=st.sampled_from(Load),
    light=st.booleans(),
    stretch=st.sampled_from((GENERAL, STRENGTH)),
)
def test_only_a_form_that_may_be_done_is_chosen_and_one_is_wherever_there_is_one(
    ladder: tuple[Form, ...],
    level: Level,
    kit: tuple[Kit, ...],
    load: Load,
    light: bool,
    stretch: Stretch,
):
    athlete = Athlete(level=level, kit=kit)
    possible = [form for form in ladder if may_be_done(form, athlete, load, light=light)]
    chosen = [
        candidate.pick.form
        for candidate in candidates(
            athlete, an_exercise(*ladder), load=load, light=light, stretch=stretch
        )
    ]
    assert bool(chosen) == bool(possible)
    assert all(form in possible for form in chosen)


@pytest.mark.parametrize(
    ("days", "offered"),
    [
        pytest.param(0, [], id="in the stretch that ends in the race"),
        pytest.param(20, [], id="where the stretch before it comes too near"),
        pytest.param(21, ["Nordic"], id="before"),
    ],
)
def test_what_must_stay_away_from_a_race_is_not_in_a_stretch_that_ends_near_it(
    days: int, offered: list[str]
):
    athlete = Athlete()
    nordic = an_exercise(a_form("Nordic", race_weeks=3))
    able = Repertoires(athlete, Catalogue((nordic,)))
    pool = a_pool(athlete, able, GENERAL, days_to_race=days)
    found = pool.candidates(Need.KNEE, Load.HIGH, light=True)
    assert [candidate.pick.form.name for candidate in found] == offered


JUMP: dict[str, Any] = {"pattern": Pattern.PLYOMETRIC, "contacts": 1}
JUMPING = an_exercise(
    a_form("Jump", **JUMP),
    a_form("Long jump", load=Load.HIGH, **JUMP),
    role=Role.POWER,
)
JUMPED = a_training({"Jump": reached(2, 5)})


@pytest.mark.parametrize(
    ("athlete", "first", "offered"),
    [
        pytest.param(Athlete(), 1, False, id="a beginner's first stretch"),
        pytest.param(Athlete(), 4, False, id="a beginner's week 4"),
        pytest.param(Athlete(), 5, True, id="a beginner from week 5 on"),
        pytest.param(Athlete(level=Level.INTERMEDIATE), 1, True, id="others at once"),
        pytest.param(
            Athlete(level=Level.INTERMEDIATE, niggles=(Niggle.SHIN,)), 1, False, id="not when sore"
        ),
    ],
)
def test_who_may_jump(athlete: Athlete, first: int, offered: bool):
    drop = an_exercise(
        a_form("Drop", niggles={Niggle.SHIN: NiggleRule(act=Act.AVOID)}, **JUMP), role=Role.POWER
    )
    stretch = a_stretch(phase=Phase.POWER, first=first)
    found = candidates(athlete, JUMPING, drop, purpose=JUMPS, stretch=stretch)
    assert bool(found) is offered


@pytest.mark.parametrize(
    ("training", "load", "offered"),
    [
        pytest.param(UNTRAINED, Load.MEDIUM, ["Jump"], id="the one whose turn it is"),
        pytest.param(JUMPED, Load.HIGH, ["Long jump"], id="the next"),
        pytest.param(JUMPED, Load.MEDIUM, [], id="none where that is too hard"),
    ],
)
def test_a_jump_is_done_neither_light_nor_easier(
    training: Training, load: Load, offered: list[str]
):
    athlete = Athlete(level=Level.INTERMEDIATE)
    found = candidates(athlete, JUMPING, purpose=JUMPS, load=load, stretch=POWER, training=training)
    assert [told(candidate.pick) for candidate in found] == offered


def harder(pick: Pick) -> list[str]:
    """The harder forms that a pick knows of."""
    return [] if pick.harder is None else [told(pick.harder), *harder(pick.harder)]


LONG_LADDER = an_exercise(
    a_form("Sit-to-stand"),
    a_form("Squat", base=True),
    a_form("Barbell squat", kit=((Kit.BARBELL,),)),
    a_form("Slow squat"),
    a_form("Split squat"),
    a_form("Long split squat"),
)
CHANGED = NiggleRule(act=Act.MODIFY, note="Go shallow.")


@pytest.mark.parametrize(
    ("exercise", "athlete", "load", "following"),
    [
        pytest.param(
            LONG_LADDER,
            Athlete(kit=()),
            Load.HIGH,
            ["Slow squat", "Split squat"],
            id="the next two that the kit allows",
        ),
        pytest.param(
            an_exercise(a_form("Squat"), a_form("Pistol", level=Level.ADVANCED)),
            Athlete(kit=()),
            Load.HIGH,
            [],
            id="none above the level",
        ),
        pytest.param(
            SQUATS, Athlete(kit=GYM), Load.HIGH, ["Goblet squat"], id="to the ladder's end"
        ),
        pytest.param(
            SQUATS, Athlete(kit=GYM), Load.MEDIUM, ["Goblet squat, light"], id="one that is light"
        ),
        pytest.param(
            SQUATS, Athlete(kit=GYM), Load.LOW, [], id="none that is too hard for the day"
        ),
        pytest.param(
            an_exercise(a_form("Squat", niggles={ITB: CHANGED}), a_form("Slow squat")),
            Athlete(niggles=(ITB,)),
            Load.HIGH,
            ["Slow squat"],
            id="of what a niggle changes, too",
        ),
    ],
)
def test_a_pick_knows_the_next_two_forms_that_such_a_session_may_have(
    exercise: Exercise, athlete: Athlete, load: Load, following: list[str]
):
    [candidate] = candidates(athlete, exercise, load=load)
    assert harder(candidate.pick) == following


def test_a_pick_knows_the_rung_below_to_warm_up_with():
    [candidate] = candidates(Athlete(kit=()), LONG_LADDER)
    assert candidate.pick.easier is LONG_LADDER.ladder[0]
    [candidate] = candidates(Athlete(kit=()), an_exercise(*LONG_LADDER.ladder[1:]))
    assert candidate.pick.easier is None


def test_a_pick_knows_its_kit_and_what_niggles_change():
    helps = NiggleRule(act=Act.FIRST_LINE)
    goblet = a_form(
        "Goblet squat",
        kit=((Kit.DUMBBELL, Kit.KETTLEBELL),),
        niggles={ITB: helps, Niggle.SHIN: CHANGED},
    )
    athlete = Athlete(kit=(Kit.KETTLEBELL,), niggles=(ITB, Niggle.SHIN))
    [candidate] = candidates(athlete, an_exercise(goblet))
    pick = candidate.pick
    assert (pick.kit, pick.first_line, pick.rules) == (
        (Kit.KETTLEBELL,),
        (ITB,),
        (helps, CHANGED),
    )


# Which exercise is the better one.

SQUAT, CALF = Pattern.SQUAT, Pattern.CALF
_OF_FORM = {"level", "load", "kit", "per_side", "serves", "niggles"}


def rival(name: str, pattern: Pattern, *, eased: bool = False, **changes: Any) -> Exercise:
    """An accessory; `eased` puts its base over the level of all but advanced athletes."""
    of_form = {field: changes.pop(field) for field in list(changes) if field in _OF_FORM}
    form = a_form(name, pattern=pattern, **of_form)
    ladder = (form,)
    if eased:
        ladder += (replace(form, name="Base", base=True, level=Level.ADVANCED),)
    return an_exercise(*ladder, **{"role": Role.ACCESSORY, **changes})


def rivals(
    id: str,
    pattern: Pattern,
    other: dict[str, Any],
    better: dict[str, Any],
    day: Load = Load.HIGH,
    **athlete: Any,
) -> Any:
    """Two exercises for one purpose."""
    purpose = Need.KNEE if pattern is SQUAT else Need.CALF
    pair = (rival("Other", pattern, **other), rival("Better", pattern, **better))
    return pytest.param(Athlete(**athlete), pair, purpose, day, id=id)


MAIN, MOBILITY = {"role": Role.MAIN}, {"role": Role.MOBILITY}
HARDER = {"level": Level.INTERMEDIATE}
WEIGHTED = {"kit": DUMBBELL}
OWNED = {"kit": (Kit.DUMBBELL,)}
SORE = {"niggles": (ITB,)}
FOCUS = {"group": Group.HIP}
HELPFUL, TOUCHED = (
    {"niggles": {ITB: NiggleRule(act=act, note="So.")}} for act in (Act.FIRST_LINE, Act.MODIFY)
)


@pytest.mark.parametrize(
    ("athlete", "pair", "purpose", "day"),
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
        rivals("the day's load rather than weight", SQUAT, WEIGHTED, {"load": Load.HIGH}, **OWNED),
        rivals(
            "main work rather than load and weight",
            SQUAT,
            {"load": Load.HIGH, **WEIGHTED},
            {"load": Load.LOW, **MAIN},
            **OWNED,
        ),
        rivals(
            "an accessory rather than main work under its base",
            SQUAT,
            {**MAIN, **WEIGHTED, "eased": True},
            {},
            **OWNED,
        ),
        rivals("the base rather than a form under it", CALF, {"eased": True}, {}),
        rivals(
            "the base rather than level and weight under it",
            CALF,
            {"eased": True, **HARDER, **WEIGHTED},
            {},
            level=Level.INTERMEDIATE,
            **OWNED,
        ),
        rivals("even a form under its base rather than mobility", CALF, MOBILITY, {"eased": True}),
        rivals("an accessory rather than mobility", CALF, MOBILITY, {}),
        rivals("a form of a higher level", CALF, {}, HARDER, level=Level.INTERMEDIATE),
        rivals("what weight can be added to", CALF, {}, WEIGHTED, **OWNED),
        rivals("what a band can be added to", CALF, {}, {"kit": ((Kit.BAND,),)}, kit=(Kit.BAND,)),
        rivals(
            "weight rather than a level",
            CALF,
            HARDER,
            WEIGHTED,
            level=Level.INTERMEDIATE,
            **OWNED,
        ),
        rivals("the focus", CALF, {}, FOCUS, focus=Group.HIP),
        rivals("a main lift rather than the focus", SQUAT, FOCUS, MAIN, focus=Group.HIP),
        rivals("what helps a niggle", CALF, {}, HELPFUL, **SORE),
        rivals(
            "what helps a niggle rather than the focus",
            CALF,
            FOCUS,
            HELPFUL,
            focus=Group.HIP,
            **SORE,
        ),
        rivals(
            "what helps a niggle rather than a main lift",
            SQUAT,
            {**MAIN, **WEIGHTED},
            HELPFUL,
            **SORE,
            **OWNED,
        ),
        rivals("what a niggle does not change", CALF, TOUCHED, {}, **SORE),
        rivals(
            "for a niggle rather an easier lift", SQUAT, {"load": Load.HIGH, **TOUCHED}, {}, **SORE
        ),
        rivals(
            "a lift on two legs rather than a harder squat on one",
            SQUAT,
            {"load": Load.HIGH, "per_side": True},
            {},
        ),
        rivals(
            "a main lift that a niggle changes rather than none", SQUAT, {}, MAIN | TOUCHED, **SORE
        ),
        rivals(
            "for a niggle a level less",
            CALF,
            {**HARDER, **TOUCHED},
            {},
            level=Level.INTERMEDIATE,
            **SORE,
        ),
        rivals(
            "what the athlete would rather have",
            SQUAT,
            {**MAIN, **WEIGHTED, **FOCUS, "load": Load.HIGH},
            {},
            swap=(("lunges", "better"),),
            focus=Group.HIP,
            **OWNED,
        ),
    ],
)
def test_of_two_exercises_the_better_one_is_taken(
    athlete: Athlete, pair: tuple[Exercise, Exercise], purpose: str, day: Load
):
    for catalogue in (pair, pair[::-1]):
        best, _ = candidates(athlete, *catalogue, purpose=purpose, load=day)
        assert best.pick.form.name == "Better"


@pytest.mark.parametrize(
    ("athlete", "pair", "purpose", "day"),
    [
        rivals("twins", CALF, {}, {}),
        rivals("for the knee whatever the level", SQUAT, {}, HARDER, level=Level.INTERMEDIATE),
        rivals("for the calf whatever the load", CALF, {}, {"load": Load.HIGH}),
        rivals("for the calf main work or not", CALF, {}, MAIN),
        rivals("the focus of others", CALF, {}, FOCUS, focus=Group.CORE),
        rivals("the niggles of others", CALF, HELPFUL, TOUCHED),
        rivals(
            "for the knee a lift that is light as one that is easier",
            SQUAT,
            {"load": Load.HIGH},
            {},
            day=Load.MEDIUM,
        ),
    ],
)
def test_of_two_equal_exercises_the_first_of_the_catalogue_is_taken(
    athlete: Athlete, pair: tuple[Exercise, Exercise], purpose: str, day: Load
):
    for catalogue in (pair, pair[::-1]):
        best, _ = candidates(athlete, *catalogue, purpose=purpose, load=day)
        assert best.pick.form.name == catalogue[0].name


HALF_SQUAT = an_exercise(a_form("Half squat"), role=Role.ACCESSORY)


@pytest.mark.parametrize(
    ("kit", "level", "best"),
    [
        pytest.param(
            DUMBBELL, Level.BEGINNER, "Goblet squat", id="for the same people as the base"
        ),
        pytest.param(DUMBBELL, Level.INTERMEDIATE, "Half squat", id="not for others"),
        pytest.param((), Level.BEGINNER, "Half squat", id="nor without weight"),
    ],
)
def test_a_weighted_form_under_the_base_is_as_good_as_the_base(
    kit: tuple[tuple[Kit, ...], ...], level: Level, best: str
):
    squats = an_exercise(
        a_form("Goblet squat", kit=kit),
        a_form("Front squat", kit=((Kit.BARBELL,),), level=level, base=True),
    )
    found = candidates(Athlete(level=level, **OWNED), HALF_SQUAT, squats)
    assert names(found)[0] == best


DRILLS = an_exercise(
    a_form("Drop and stick", **JUMP),
    a_form("Jump", level=Level.INTERMEDIATE, load=Load.HIGH, **JUMP),
    role=Role.POWER,
)


@pytest.mark.parametrize(
    ("level", "hops", "offered"),
    [
        pytest.param(Level.INTERMEDIATE, False, ["Drop and stick"], id="without hops before"),
        pytest.param(Level.INTERMEDIATE, True, ["Jump"], id="after hops no more"),
        pytest.param(Level.BEGINNER, True, ["Drop and stick"], id="but for a beginner"),
    ],
)
def test_landing_drills_are_for_who_has_not_hopped(level: Level, hops: bool, offered: list[str]):
    stretch = a_stretch(phase=Phase.POWER, first=5)
    found = candidates(
        Athlete(level=level),
        DRILLS,
        purpose=JUMPS,
        stretch=stretch,
        training=a_training({}, hops=hops),
    )
    assert names(found) == offered


@pytest.mark.parametrize(
    ("load", "level"),
    [
        pytest.param(Load.MEDIUM, Level.INTERMEDIATE, id="too hard for the day"),
        pytest.param(Load.HIGH, Level.ADVANCED, id="above the level"),
    ],
)
def test_who_has_hopped_does_not_land_instead_of_a_jump(load: Load, level: Level):
    jump = a_form("Jump", level=level, load=Load.HIGH, **JUMP)
    found = candidates(
        Athlete(level=Level.INTERMEDIATE),
        an_exercise(DRILLS.ladder[0], jump, role=Role.POWER),
        purpose=JUMPS,
        load=load,
        stretch=POWER,
        training=a_training({}, hops=True),
    )
    assert found == ()


def names(found: Iterable[Candidate]) -> list[str]:
    return [candidate.pick.form.name for candidate in found]


@pytest.mark.parametrize(
    ("niggles", "order"),
    [
        pytest.param((), ["Barred", "Other", "Swap"], id="well"),
        pytest.param((ITB,), ["Swap", "Other"], id="sore"),
    ],
)
def test_what_stands_in_for_an_exercise_that_a_niggle_bars_comes_first(
    niggles: tuple[Niggle, ...], order: list[str]
):
    avoid = {ITB: NiggleRule(act=Act.AVOID, swap=("swap",))}
    barred = an_exercise(a_form("Barred", niggles=avoid), niggles=avoid)
    other, swap = (an_exercise(a_form(name)) for name in ("Other", "Swap"))
    assert names(candidates(Athlete(niggles=niggles), barred, other, swap)) == order


@pytest.mark.parametrize(
    ("training", "order"),
    [
        pytest.param(UNTRAINED, ["Raise", "Lift"], id="new to the block"),
        pytest.param(a_training({"Raise": reached(3, 12)}), ["Raise", "Lift"], id="still growing"),
        pytest.param(
            a_training({"Raise": reached(3, 25, at_top=True)}),
            ["Lift", "Raise"],
            id="nothing left to grow in",
        ),
    ],
)
def test_an_exercise_that_has_nothing_left_to_grow_in_gives_another_its_turn(
    training: Training, order: list[str]
):
    raises = [rival(name, CALF) for name in ("Raise", "Lift")]
    found = candidates(Athlete(), *raises, purpose=Need.CALF, training=training)
    assert names(found) == order


@pytest.mark.parametrize(
    ("kit", "order"),
    [
        pytest.param(((Kit.BAND,),), ["Row", "Superman"], id="at a band"),
        pytest.param((), ["Superman", "Row"], id="with the arms alone"),
    ],
)
def test_a_pull_at_something_gives_no_other_exercise_its_turn(
    kit: tuple[tuple[Kit, ...], ...], order: list[str]
):
    """A superman pulls at nothing: it took the place of the band row, which can grow stronger."""
    row = rival("Row", Pattern.PULL, kit=kit)
    superman = rival("Superman", Pattern.EXTENSION, serves=(Need.PULL, Need.CORE))
    done = a_training({"Row": reached(3, 25, at_top=True)})
    strong = Athlete(kit=(Kit.BAND,))
    found = candidates(strong, row, superman, purpose=Need.PULL, training=done)
    assert names(found) == order


@pytest.mark.parametrize(
    ("pattern", "role", "order"),
    [
        pytest.param(SQUAT, Role.MAIN, ["Pistol", "Wall sit"], id="a main lift"),
        pytest.param(SQUAT, Role.ACCESSORY, ["Wall sit", "Pistol"], id="an accessory"),
        pytest.param(Pattern.LUNGE, Role.MAIN, ["Wall sit", "Pistol"], id="a lunge"),
    ],
)
def test_a_main_squat_on_one_leg_gives_no_other_exercise_its_turn(
    pattern: Pattern, role: Role, order: list[str]
):
    pistol = rival("Pistol", pattern, role=role, per_side=True)
    wall_sit = rival("Wall sit", SQUAT, per_side=True)
    done = a_training({"Pistol": reached(3, 15, at_top=True)})
    found = candidates(Athlete(), pistol, wall_sit, purpose=Need.ONE_LEG, training=done)
    assert names(found) == order


# What a week of several sessions has.

TWO = {Day.TUE: Load.MEDIUM, Day.FRI: Load.HIGH}
THREE = {Day.MON: Load.MEDIUM, Day.WED: Load.LOW, Day.FRI: Load.HIGH}


def went_on(*sessions: tuple[int, str], done: tuple[str, ...] = ()) -> Training:
    """Training whose last stretch had those exercises in those sessions."""
    forms = {name: reached(3, 25, at_top=True) for name in done}
    return replace(a_training(forms), exercises=frozenset(sessions))


class Week:
    """A selection, and what it has chosen so far."""

    def __init__(
        self,
        *exercises: Exercise,
        athlete: Athlete | None = None,
        loads: dict[Day, Load] = TWO,
        stretch: Stretch = GENERAL,
        training: Training = UNTRAINED,
        still: Still = NOTHING_STILL,
        tired: Collection[Day] = (),
    ) -> None:
        athlete = athlete or Athlete()
        able = Repertoires(athlete, Catalogue(exercises))
        self.layout = a_layout(loads)
        pool = a_pool(athlete, able, stretch, training)
        self.selection = Selection(
            [pool] * len(self.layout), self.layout, training.exercises, still=still, tired=tired
        )
        self.choices: list[Choice] = []

    def choose(self, *wishes: Serve, slots: list[int] | None = None) -> list[str]:
        """What each session has after these wishes have chosen for some of them, or all."""
        places = most_loaded_first(self.layout) if slots is None else slots
        for each in wishes:
            self.choices += self.selection.choose(each, places)
        sessions = []
        for slot in range(len(self.layout)):
            sessions.append(
                ", ".join([told(each.candidate.pick) for each in self.choices if each.slot == slot])
            )
        return sessions


def wish(purpose: str, sessions: int = 1) -> Serve:
    return Serve(purpose=purpose, sessions=sessions)


KNEE, HIP, CALF_WISH, CORE = map(wish, (Need.KNEE, Need.HIP, Need.CALF, Need.CORE))
SQUAT_MAIN = an_exercise(a_form("Squat"))
RAISE = rival("Raise", CALF)
LIFT = rival("Lift", CALF)
PLANK = an_exercise(a_form("Plank", pattern=Pattern.ANTI_EXTENSION), role=Role.CORE)


@pytest.mark.parametrize(
    ("loads", "places"),
    [
        pytest.param(TWO, [1, 0], id="the higher load first"),
        pytest.param(THREE, [2, 0, 1], id="down to the low"),
        pytest.param({Day.MON: Load.HIGH, Day.THU: Load.HIGH}, [0, 1], id="of two the earlier day"),
    ],
)
def test_the_most_loaded_sessions_come_first(loads: dict[Day, Load], places: list[int]):
    assert most_loaded_first(a_layout(loads)) == places


GOBLET = an_exercise(a_form("Squat"), a_form("Goblet squat", kit=DUMBBELL, load=Load.HIGH))
BRIDGE = an_exercise(a_form("Bridge", pattern=Pattern.HINGE))


@pytest.mark.parametrize(
    ("wishes", "exercises", "sessions"),
    [
        pytest.param([KNEE], [GOBLET], ["", "Goblet squat"], id="a main lift where it is heaviest"),
        pytest.param(
            [KNEE, HIP],
            [GOBLET, BRIDGE],
            ["Bridge", "Goblet squat"],
            id="where it is equal, where there is least",
        ),
        pytest.param(
            [KNEE, CALF_WISH, CORE],
            [GOBLET, RAISE, PLANK],
            ["Raise, Plank", "Goblet squat"],
            id="all else where there is least, then in the earlier session",
        ),
        pytest.param(
            [wish(Need.KNEE, 2)],
            [GOBLET],
            ["Goblet squat, light", "Goblet squat"],
            id="twice, and where it must, light",
        ),
        pytest.param(
            [wish(Need.CALF, 3)],
            [RAISE],
            ["Raise", "Raise"],
            id="in no more sessions than there are",
        ),
        pytest.param([HIP, CALF_WISH], [RAISE], ["Raise", ""], id="nothing where there is nothing"),
    ],
)
def test_each_wish_chooses_a_session(
    wishes: list[Serve], exercises: list[Exercise], sessions: list[str]
):
    week = Week(*exercises, athlete=Athlete(**OWNED), stretch=STRENGTH)
    assert week.choose(*wishes) == sessions


LUNGE = an_exercise(a_form("Lunge", pattern=Pattern.LUNGE, per_side=True))


def test_a_main_lift_goes_where_it_is_heaviest_however_full_that_is():
    week = Week(GOBLET, PLANK, athlete=Athlete(**OWNED), stretch=STRENGTH)
    week.choose(CORE, slots=[1])
    assert week.choose(KNEE) == ["", "Plank, Goblet squat"]


def test_a_main_lift_that_is_as_heavy_everywhere_goes_where_there_is_least():
    week = Week(BRIDGE, PLANK)
    week.choose(CORE, slots=[0])
    assert week.choose(HIP) == ["Plank", "Bridge"]


def test_all_else_goes_where_there_is_least_even_where_another_session_had_it():
    week = Week(RAISE, PLANK, training=went_on((2, "raise")))
    week.choose(CORE, slots=[1])
    assert week.choose(CALF_WISH) == ["Raise", "Plank"]


def test_no_session_has_a_second_exercise_for_a_purpose_while_another_has_none():
    week = Week(RAISE, LIFT, PLANK, SQUAT_MAIN)
    week.choose(CORE, KNEE, slots=[1])
    assert week.choose(CALF_WISH) == ["Raise", "Plank, Squat"]
    assert week.choose(wish(Need.CALF, 2)) == ["Raise", "Plank, Squat, Lift"]


def test_a_wish_for_two_sessions_never_chooses_twice_for_one():
    week = Week(RAISE, LIFT, PLANK, SQUAT_MAIN)
    week.choose(CORE, KNEE, slots=[1])
    assert week.choose(wish(Need.CALF, 2)) == ["Raise", "Plank, Squat, Lift"]


def test_what_the_week_has_for_a_purpose_is_not_chosen_for_it_again():
    week = Week(LUNGE, an_exercise(a_form("Split squat", per_side=True)))
    assert week.choose(KNEE, wish(Need.ONE_LEG), wish(Pattern.LUNGE)) == ["Lunge", ""]
    assert week.selection.has(0, Need.ONE_LEG)
    assert not week.selection.has(1, Need.ONE_LEG)


def test_a_third_session_adds_to_what_two_have():
    week = Week(RAISE, GOBLET, loads=THREE)
    assert week.choose(wish(Need.CALF, 2), slots=[2, 0]) == ["Raise", "", "Raise"]
    assert week.choose(wish(Need.CALF, 2), slots=[1]) == ["Raise", "", "Raise"]
    assert week.choose(wish(Need.CALF, 3), slots=[1]) == ["Raise", "Raise, light", "Raise"]


WEIGHTED_RAISE = rival("Weighted raise", CALF, kit=DUMBBELL)


@pytest.mark.parametrize(
    ("wished", "exercises", "sessions"),
    [
        pytest.param(wish(Need.CALF, 2), [RAISE, LIFT], ["Raise", "Lift"], id="something else"),
        pytest.param(
            wish(Need.CALF, 2),
            [RAISE, WEIGHTED_RAISE],
            ["Weighted raise", "Raise"],
            id="a little worse",
        ),
        pytest.param(
            wish(Need.KNEE, 2), [HALF_SQUAT, SQUAT_MAIN], ["Squat", "Squat"], id="not much worse"
        ),
    ],
)
def test_a_second_session_has_another_exercise_where_that_costs_little(
    wished: Serve, exercises: list[Exercise], sessions: list[str]
):
    assert Week(*exercises, athlete=Athlete(**OWNED)).choose(wished) == sessions


@pytest.mark.parametrize(
    ("exercises", "sessions"),
    [
        pytest.param([SQUAT_MAIN, HALF_SQUAT], ["Squat", "Half squat", "Squat"], id="another's"),
        pytest.param([SQUAT_MAIN], ["Squat", "Squat", "Squat"], id="no other's"),
    ],
)
def test_a_lift_stands_in_every_session_of_three_only_where_nothing_else_does_its_work(
    exercises: list[Exercise], sessions: list[str]
):
    week = Week(*exercises, loads=dict.fromkeys(THREE, Load.MEDIUM))
    assert week.choose(wish(Need.KNEE, 2), slots=[2, 0]) == ["Squat", "", "Squat"]
    assert week.choose(wish(Need.KNEE, 3), slots=[1]) == sessions


REVERSE_LUNGE = rival("Lunge", Pattern.LUNGE, per_side=True)
PISTOL = an_exercise(a_form("Pistol", per_side=True))
GOBLET_ALONE = an_exercise(a_form("Goblet squat", kit=DUMBBELL))
SORE_SQUAT = an_exercise(a_form("Squat", **TOUCHED))
SWING = rival("Swing", CALF, role=Role.MOBILITY)
STRONG = Athlete(level=Level.INTERMEDIATE, **OWNED)


@pytest.mark.parametrize(
    ("athlete", "exercises", "wished", "sessions"),
    [
        pytest.param(
            STRONG, [SQUAT_MAIN, REVERSE_LUNGE], KNEE, ["Squat", "Lunge"], id="another lift instead"
        ),
        pytest.param(STRONG, [SQUAT_MAIN], KNEE, ["Squat", "Squat"], id="no other lift there"),
        pytest.param(
            replace(STRONG, level=Level.BEGINNER),
            [SQUAT_MAIN, REVERSE_LUNGE],
            KNEE,
            ["Squat", "Squat"],
            id="a beginner, who learns it",
        ),
        pytest.param(
            STRONG,
            [GOBLET_ALONE, REVERSE_LUNGE],
            KNEE,
            ["Goblet squat", "Goblet squat"],
            id="with weight",
        ),
        pytest.param(STRONG, [PISTOL, REVERSE_LUNGE], KNEE, ["Pistol", "Pistol"], id="on one leg"),
        pytest.param(
            replace(STRONG, niggles=(ITB,)),
            [SORE_SQUAT, REVERSE_LUNGE],
            KNEE,
            ["Squat", "Squat"],
            id="changed for a sore spot",
        ),
        pytest.param(STRONG, [RAISE, SWING], CALF_WISH, ["Raise", "Raise"], id="no lift"),
    ],
)
def test_a_lift_on_two_legs_without_weight_stands_once_in_a_week(
    athlete: Athlete, exercises: list[Exercise], wished: Serve, sessions: list[str]
):
    assert Week(*exercises, athlete=athlete).choose(replace(wished, sessions=2)) == sessions


SUPERMAN = rival("Superman", Pattern.EXTENSION, serves=(Need.PULL, Need.CORE))
ROW = rival("Row", Pattern.PULL)


def test_of_two_equal_exercises_the_one_that_serves_more_needs_is_taken():
    assert Week(ROW, SUPERMAN).choose(wish(Need.PULL)) == ["Superman", ""]


def test_a_main_lift_is_chosen_for_itself():
    assert Week(SQUAT_MAIN, LUNGE).choose(KNEE) == ["Squat", ""]


def test_what_the_week_has_for_a_need_speaks_for_no_exercise_any_more():
    week = Week(ROW, SUPERMAN, PLANK)
    assert week.choose(wish(Pattern.ANTI_EXTENSION), wish(Need.PULL)) == ["Plank", "Row"]


@pytest.mark.parametrize(
    ("training", "sessions"),
    [
        pytest.param(UNTRAINED, ["Raise", "Lift"], id="a first stretch"),
        pytest.param(
            went_on((1, "lift"), (2, "raise")), ["Lift", "Raise"], id="each session goes on"
        ),
        pytest.param(
            went_on((1, "lift"), (2, "lift")), ["Lift", "Lift"], id="rather than change, the same"
        ),
    ],
)
def test_a_session_goes_on_with_what_it_had_in_the_last_stretch(
    training: Training, sessions: list[str]
):
    assert Week(RAISE, LIFT, training=training).choose(wish(Need.CALF, 2)) == sessions


ONE_DAY = {Day.TUE: Load.HIGH}


def test_a_session_does_not_go_on_with_what_has_nothing_left_to_grow_in():
    training = went_on((1, "lift"), done=("Lift",))
    assert Week(RAISE, LIFT, loads=ONE_DAY, training=training).choose(CALF_WISH) == ["Raise"]


EASED_RAISE = rival("Raise", CALF, eased=True)
STILL = frozenset({(2, "Lift")})


@pytest.mark.parametrize(
    ("exercises", "still", "place", "exercise"),
    [
        pytest.param((EASED_RAISE, LIFT), NOTHING_STILL, 1, "Lift", id="what grows goes on"),
        pytest.param((EASED_RAISE, LIFT), STILL, 1, "Raise", id="even an easier one takes over"),
        pytest.param((EASED_RAISE, LIFT), STILL, 0, "Raise", id="nor is it new in another session"),
        pytest.param((LIFT,), STILL, 1, "Lift", id="it stays where there is nothing else"),
    ],
)
def test_what_would_be_the_same_for_too_long_gives_another_exercise_its_turn(
    exercises: tuple[Exercise, ...], still: Still, place: int, exercise: str
):
    """R29, of what the second session had."""
    week = Week(*exercises, training=went_on((2, "lift")), still=still)
    assert week.choose(CALF_WISH, slots=[place])[place] == exercise


def test_what_stands_still_in_one_session_goes_on_in_another_where_it_grows():
    week = Week(EASED_RAISE, LIFT, training=went_on((1, "lift"), (2, "lift")), still=STILL)
    assert week.choose(wish(Need.CALF, 2)) == ["Lift", "Raise"]


@pytest.mark.parametrize(
    ("other", "needs", "has"),
    [
        pytest.param([RAISE], {Need.CALF}, True, id="it serves the need"),
        pytest.param([PLANK], {Need.CALF}, False, id="it serves another"),
        pytest.param([PLANK], set(), True, id="something else serves them all"),
        pytest.param([], set(), False, id="there is none"),
    ],
)
def test_another_exercise_serves_all_needs_that_nothing_else_does(
    other: list[Exercise], needs: set[Need], has: bool
):
    pool = a_pool(Athlete(), Repertoires(Athlete(), Catalogue((LIFT, *other))), GENERAL)
    [lift] = pool.candidates(Need.CALF, Load.HIGH, light=True)[-1:]
    assert pool.has_another(lift.pick, needs) is has


@pytest.mark.parametrize(
    ("roles", "session"),
    [
        pytest.param((Role.MAIN, Role.ACCESSORY), "calf", id="main work and an accessory"),
        pytest.param((Role.CORE, Role.PREHAB), "calf", id="prehab after core work"),
        pytest.param((Role.PREHAB, Role.CORE), "calf", id="core work after prehab"),
        pytest.param((Role.PREHAB, Role.PREHAB), "calf, foot", id="prehab twice"),
        pytest.param((Role.PREHAB, Role.MOBILITY), "calf, foot", id="prehab and mobility"),
    ],
)
def test_a_session_has_one_exercise_of_a_family_but_for_prehab_and_mobility(
    roles: tuple[Role, Role], session: str
):
    patterns = (Pattern.CALF, Pattern.FOOT)
    family = []
    for pattern, role in zip(patterns, roles, strict=True):
        family.append(an_exercise(a_form(pattern, pattern=pattern, family="one"), role=role))
    assert Week(*family, loads=ONE_DAY).choose(*map(wish, patterns)) == [session]


def test_a_session_has_no_two_forms_of_one_name_and_no_exercise_twice():
    lunges = [
        replace(
            an_exercise(
                a_form("Lunge", family=family, pattern=pattern),
                a_form("Long lunge", family="long", pattern=Pattern.CALF),
            ),
            id=family,
        )
        for family, pattern in (("forward", Pattern.LUNGE), ("back", Pattern.HINGE))
    ]
    wishes = map(wish, (Pattern.LUNGE, Pattern.HINGE))
    assert Week(*lunges, loads=ONE_DAY).choose(*wishes) == ["Lunge"]
    assert Week(lunges[0], loads=ONE_DAY).choose(wish(Pattern.LUNGE), CALF_WISH) == ["Lunge"]


def test_a_session_has_three_light_lifts_at_most():
    patterns = (Pattern.SQUAT, Pattern.HINGE, Pattern.CALF, Pattern.ABDUCTION)
    exercises = [
        an_exercise(
            a_form(f"Easy {pattern}", pattern=pattern, load=Load.LOW),
            a_form(pattern, pattern=pattern, base=True),
        )
        for pattern in patterns
    ]
    [session] = Week(*exercises, loads={Day.TUE: Load.LOW}).choose(*map(wish, patterns))
    assert session == "squat, light, hinge, light, calf, light, Easy abduction"


def test_a_session_gets_two_exercises_more_than_it_may_have_for_those_that_fitting_leaves_out():
    exercises = [an_exercise(a_form(pattern, pattern=pattern)) for pattern in Pattern]
    [session] = Week(*exercises, loads=ONE_DAY).choose(*map(wish, Pattern))
    assert len(session.split(", ")) == EXERCISES.high + 2


@pytest.mark.parametrize(
    ("loads", "sessions"),
    [
        pytest.param(
            {Day.MON: Load.MEDIUM, Day.WED: Load.HIGH, Day.FRI: Load.HIGH},
            ["", "Jump", "Jump"],
            id="the most loaded, two at most",
        ),
        pytest.param(
            {Day.MON: Load.HIGH, Day.TUE: Load.HIGH, Day.FRI: Load.MEDIUM},
            ["Jump", "", "Jump"],
            id="on days that do not touch",
        ),
        pytest.param(
            {Day.MON: Load.MEDIUM, Day.SUN: Load.HIGH}, ["", "Jump"], id="nor over the week's end"
        ),
        pytest.param(
            {Day.MON: Load.LOW, Day.FRI: Load.MEDIUM}, ["", "Jump"], id="not on a day of low load"
        ),
    ],
)
def test_jumps_stand_on_two_loaded_days_apart(loads: dict[Day, Load], sessions: list[str]):
    jump = an_exercise(a_form("Jump", load=Load.LOW, **JUMP), role=Role.POWER)
    week = Week(jump, athlete=Athlete(level=Level.ADVANCED), loads=loads, stretch=POWER)
    assert week.choose(wish(JUMPS, 3)) == sessions


@pytest.mark.parametrize(
    ("loads", "tired", "sessions"),
    [
        pytest.param(
            {Day.MON: Load.HIGH, Day.THU: Load.MEDIUM},
            [Day.MON],
            ["", "Jump"],
            id="with fresh legs",
        ),
        pytest.param(
            {Day.MON: Load.HIGH, Day.THU: Load.HIGH},
            [Day.MON, Day.THU],
            ["Jump", "Jump"],
            id="on tired days where there are no others",
        ),
        pytest.param(
            {Day.MON: Load.MEDIUM, Day.THU: Load.LOW},
            [Day.MON],
            ["Jump", ""],
            id="or where those have low load",
        ),
    ],
)
def test_jumps_leave_out_the_days_of_tired_legs(
    loads: dict[Day, Load], tired: list[Day], sessions: list[str]
):
    jump = an_exercise(a_form("Jump", load=Load.LOW, **JUMP), role=Role.POWER)
    athlete = Athlete(level=Level.ADVANCED)
    week = Week(jump, athlete=athlete, loads=loads, stretch=POWER, tired=tired)
    assert week.choose(wish(JUMPS, 2)) == sessions


def test_nothing_insists_on_jumps_with_tired_legs():
    jump = an_exercise(a_form("Jump", load=Load.LOW, **JUMP), role=Role.POWER)
    loads = {Day.MON: Load.HIGH, Day.THU: Load.MEDIUM}
    athlete = Athlete(level=Level.ADVANCED)
    week = Week(jump, athlete=athlete, loads=loads, stretch=POWER, tired=[Day.MON])
    offered = [len(list(week.selection.others(wish(JUMPS), slot))) for slot in (0, 1)]
    assert offered == [0, 1]


def test_jumps_are_for_the_sessions_that_are_asked():
    week = Week(JUMPING, athlete=Athlete(level=Level.ADVANCED), loads=THREE, stretch=POWER)
    assert week.choose(wish(JUMPS), slots=[1]) == ["", "", ""]


def test_what_is_forgotten_speaks_neither_for_nor_against_an_exercise():
    week = Week(ROW, SUPERMAN, RAISE, LIFT)
    chosen = week.choose(wish(Need.PULL), CALF_WISH)
    week.selection.settle(())
    week.choices = []
    assert week.choose(wish(Need.PULL), CALF_WISH) == chosen


def test_what_was_chosen_and_not_taken_is_forgotten():
    week = Week(RAISE, LIFT, PLANK)
    assert week.choose(wish(Need.CALF, 2), CORE) == ["Raise, Plank", "Lift"]
    [raised, *_] = week.choices
    week.selection.settle([raised])
    week.choices = [raised]
    assert not week.selection.has(1, Need.CALF)
    assert week.choose(CORE) == ["Raise", "Plank"]


def test_a_week_that_is_put_back_goes_on_as_if_nothing_had_been_settled():
    week = Week(ROW, SUPERMAN, PLANK, RAISE, LIFT)
    week.choose(CALF_WISH, wish(Pattern.ANTI_EXTENSION))
    kept = week.selection.keep()
    week.selection.settle(())
    assert not week.selection.has(0, Need.CALF)
    week.selection.put_back(kept)
    assert week.selection.has(0, Need.CALF)
    # A second time rather something else, and what serves core, too, is worth no more.
    assert week.choose(wish(Need.CALF, 2), wish(Need.PULL)) == ["Raise, Row", "Plank, Lift"]


RICH = rival("Rich", Pattern.EXTENSION, serves=tuple(Need)[-5:])
WEIGHTED_ROW = rival("Weighted row", Pattern.PULL, kit=DUMBBELL, level=Level.ADVANCED)


@pytest.mark.parametrize(
    ("wished", "exercises", "training", "chosen"),
    [
        pytest.param(
            wish(Need.PULL), [WEIGHTED_ROW, RICH], UNTRAINED, "Rich", id="for all that it serves"
        ),
        pytest.param(
            KNEE,
            [SQUAT_MAIN, an_exercise(a_form("Deep squat"))],
            went_on((1, "deep-squat")),
            "Deep squat",
            id="for it goes on",
        ),
    ],
)
def test_what_is_less_by_itself_is_taken_where_the_week_makes_it_more(
    wished: Serve, exercises: list[Exercise], training: Training, chosen: str
):
    athlete = Athlete(level=Level.ADVANCED, **OWNED)
    week = Week(*exercises, athlete=athlete, loads=ONE_DAY, training=training)
    assert week.choose(wished) == [chosen]


def test_for_what_a_week_must_have_everything_may_be_asked_for_whatever_it_is_like():
    half = an_exercise(a_form("Half squat", family="Squat"), role=Role.ACCESSORY)
    week = Week(half, SQUAT_MAIN)
    week.choose(wish(Need.KNEE, 2))
    others = week.selection.others(KNEE, slot=1)
    assert [(each.slot, each.wish, each.candidate.pick.form.name) for each in others] == [
        (1, KNEE, "Squat"),
        (1, KNEE, "Half squat"),
    ]


@pytest.mark.parametrize(
    ("asked", "lacks"),
    [
        pytest.param(CALF_WISH, False, id="in as many sessions as it asks for"),
        pytest.param(wish(Need.CALF, 2), True, id="in fewer"),
        pytest.param(HIP, False, id="of what nothing could serve, nothing is lacking"),
    ],
)
def test_a_week_lacks_what_a_wish_asks_for_and_could_have(asked: Serve, lacks: bool):
    week = Week(RAISE, LIFT)
    week.choose(CALF_WISH)
    assert week.selection.lacking([asked]) == ([asked] if lacks else [])


# With the whole catalogue.

FORMS = [form.name for exercise in CATALOGUE.exercises for form in exercise.ladder]
PURPOSES = (*Need, *Pattern, JUMPS, *map(relief_purpose, Niggle))
layouts = st.lists(st.sampled_from(Load), min_size=2, max_size=3).map(
    lambda loads: a_layout(dict(zip((Day.MON, Day.WED, Day.FRI), loads, strict=False)))
)


def chosen(
    athlete: Athlete, layout: tuple[Slot, ...], stretch: Stretch
) -> list[tuple[int, str, Pick]]:
    """All that the whole list chooses with Monday's kit, for as long as minutes are no matter: the
    sessions' places, what they are for, and the picks.
    """
    able = Repertoires(athlete, CATALOGUE)
    jumps = Climb(athlete, stretch, UNTRAINED, repertoires=able).jumps
    pool = a_pool(athlete, able, stretch)
    selection = Selection([pool] * len(layout), layout, frozenset())
    wishes: list[Wish] = list(relief_wishes(athlete))
    for part in week_wishes(athlete, stretch, jumps=jumps):
        wishes += part
    found: list[Choice] = []
    for wish in wishes:
        if isinstance(wish, Serve):
            found += selection.choose(wish, most_loaded_first(layout))
    return [(each.slot, each.wish.purpose, each.candidate.pick) for each in found]


stretches = st.builds(
    lambda first, phase, tapers: a_stretch(first=first, phase=phase, tapers=tapers),
    st.sampled_from((1, 5)),
    st.sampled_from((Phase.GENERAL, Phase.STRENGTH, Phase.POWER)),
    st.booleans(),
)


@drawn
@given(athlete=athletes(), layout=layouts, stretch=stretches)
def test_no_session_has_what_cannot_stand_together_or_is_too_hard(
    athlete: Athlete, layout: tuple[Slot, ...], stretch: Stretch
):
    sessions: list[list[Pick]] = [[] for _ in layout]
    for slot, _, pick in chosen(athlete, layout, stretch):
        assert pick.form.load.rank - pick.light <= layout[slot].load.rank
        assert not any(clash(pick, other) for other in sessions[slot])
        sessions[slot].append(pick)
    for session in sessions:
        assert sum(pick.light for pick in session) <= LIGHT_LIFTS_MAX
        assert len(session) <= EXERCISES.high + 2
        forms = [pick.form.name for pick in session]
        assert len(forms) == len(set(forms))


@drawn
@given(athlete=athletes(), layout=layouts, stretch=stretches)
def test_nothing_that_is_ruled_out_is_chosen(
    athlete: Athlete, layout: tuple[Slot, ...], stretch: Stretch
):
    for _, purpose, pick in chosen(athlete, layout, stretch):
        form = pick.form
        assert pick.exercise.id not in athlete.without
        assert pick.exercise.id not in [swapped for swapped, _ in athlete.swap]
        assert form.level <= athlete.level
        assert all(set(choice) & set(athlete.kit_on(Day.MON)) for choice in form.kit)
        assert not any(
            form.niggles[niggle].act is Act.AVOID
            for niggle in athlete.niggles
            if niggle in form.niggles
        )
        assert not form.only_for or set(form.only_for) & set(athlete.niggles)
        assert bool(form.contacts) == (purpose == JUMPS)


EVERYBODY = [
    pytest.param(level, kit, id=f"{level}, {name}") for level in Level for name, kit in KITS.items()
]
HARD_DAYS = a_layout({Day.MON: Load.HIGH, Day.FRI: Load.HIGH})
EASY_DAYS = a_layout({Day.MON: Load.LOW, Day.FRI: Load.LOW})


@pytest.mark.parametrize("layout", [HARD_DAYS, EASY_DAYS], ids=["hard days", "easy days"])
@pytest.mark.parametrize(("level", "kit"), EVERYBODY)
def test_the_catalogue_has_something_for_every_need_at_every_level_with_every_kit(
    level: Level, kit: tuple[Kit, ...], layout: tuple[Slot, ...]
):
    for stretch in (GENERAL, STRENGTH, a_stretch(first=5, phase=Phase.POWER)):
        picks = [pick for _, _, pick in chosen(Athlete(level=level, kit=kit), layout, stretch)]
        covered = set().union(*[served(pick.form) for pick in picks])
        assert covered == set(Need)


@pytest.mark.of_a_kind(36)
@pytest.mark.parametrize(
    "niggle", [niggle for niggle in Niggle if niggle is not Niggle.BONE_STRESS], ids=str
)
@pytest.mark.parametrize(("level", "kit"), EVERYBODY)
def test_there_is_something_for_a_niggle_on_every_day_at_every_level_with_every_kit(
    level: Level, kit: tuple[Kit, ...], niggle: Niggle
):
    athlete = Athlete(level=level, kit=kit, niggles=(niggle,))
    for load in Load:
        best, *_ = candidates(
            athlete, *CATALOGUE.exercises, purpose=relief_purpose(niggle), load=load
        )
        assert niggle in best.pick.first_line


@pytest.mark.of_a_kind(36)
@pytest.mark.parametrize("group", Group, ids=str)
@pytest.mark.parametrize(("level", "kit"), EVERYBODY)
def test_there_is_something_of_every_focus_on_every_day_at_every_level_with_every_kit(
    level: Level, kit: tuple[Kit, ...], group: Group
):
    athlete = Athlete(level=level, kit=kit, focus=group)
    for load in Load:
        best, *_ = candidates(
            athlete, *CATALOGUE.exercises, purpose=group_purpose(group), load=load
        )
        assert best.pick.exercise.group is group


@drawn
@given(athlete=athletes(), layout=layouts, stretch=stretches, minutes=st.integers(15, 60))
def test_minutes_have_no_say_in_what_is_chosen_but_where_they_are_too_few_for_heavy_work(
    athlete: Athlete, layout: tuple[Slot, ...], stretch: Stretch, minutes: int
):
    assume((athlete.minutes < SHORT_SESSION) is (minutes < SHORT_SESSION))

    def told_of(athlete: Athlete) -> list[tuple[int, str, str]]:
        found = chosen(athlete, layout, stretch)
        return [(slot, purpose, told(pick)) for slot, purpose, pick in found]

    assert told_of(athlete) == told_of(replace(athlete, minutes=minutes))


@drawn
@given(athlete=athletes(), stretch=stretches, done=st.sets(st.sampled_from(FORMS), max_size=20))
def test_what_was_asked_for_one_stretch_changes_nothing_for_another(
    athlete: Athlete, stretch: Stretch, done: set[str]
):
    training = a_training({name: reached(3, 20, at_top=True) for name in done})
    asked = Repertoires(athlete, CATALOGUE)
    offered(a_pool(athlete, asked, stretch, training))
    anew = a_pool(athlete, Repertoires(athlete, CATALOGUE), GENERAL)
    assert offered(a_pool(athlete, asked, GENERAL)) == offered(anew)


def offered(pool: Pool) -> list[list[tuple[str, bool, int]]]:
    """What sessions of each load may have for each purpose, and how well it does."""
    found = []
    for purpose, load, light in product(PURPOSES, Load, (False, True)):
        these = pool.candidates(purpose, load, light=light)
        found.append([(one.pick.form.name, one.pick.light, one.score) for one in these])
    return found
