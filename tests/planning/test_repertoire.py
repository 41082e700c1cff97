"""What an athlete may do: the exercises that nothing bars, the rungs within level and kit, and what
each of them can be in a week for.
"""

from typing import Any

import pytest
from strategies import a_form, an_exercise

from befit_cli.errors import BefitError
from befit_cli.planning.repertoire import (
    FAST_WORK,
    JUMPS,
    STRAIGHT_CALF,
    STRAIGHT_WEIGHTED_CALF,
    TENDON,
    WEIGHTED_CALF,
    Repertoire,
    Repertoires,
    group_purpose,
    patterns,
    possible_forms,
    possible_rungs,
    refuse,
    relief_purpose,
    repertoire,
)
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Group,
    Kit,
    Knee,
    Level,
    Load,
    Muscles,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Role,
)

HELPS = NiggleRule(act=Act.FIRST_LINE)
AVOID = NiggleRule(act=Act.AVOID)

SQUATS = an_exercise(
    a_form("Sit-to-stand"),
    a_form("Squat", base=True),
    a_form("Slow squat"),
    a_form("Goblet squat", kit=((Kit.DUMBBELL, Kit.KETTLEBELL),), load=Load.HIGH),
    a_form(
        "Front squat", kit=((Kit.BARBELL,), (Kit.BENCH,)), load=Load.HIGH, level=Level.INTERMEDIATE
    ),
)


@pytest.mark.parametrize(
    ("level", "kit", "forms"),
    [
        pytest.param(Level.BEGINNER, (), ["Sit-to-stand", "Squat", "Slow squat"], id="without kit"),
        pytest.param(
            Level.BEGINNER,
            (Kit.KETTLEBELL,),
            ["Sit-to-stand", "Squat", "Slow squat", "Goblet squat"],
            id="one of a choice",
        ),
        pytest.param(
            Level.INTERMEDIATE,
            (Kit.BARBELL,),
            ["Sit-to-stand", "Squat", "Slow squat"],
            id="half of what is needed",
        ),
        pytest.param(
            Level.BEGINNER,
            (Kit.BARBELL, Kit.BENCH),
            ["Sit-to-stand", "Squat", "Slow squat"],
            id="above the level",
        ),
        pytest.param(
            Level.ADVANCED, tuple(Kit), [form.name for form in SQUATS.ladder], id="everything"
        ),
    ],
)
def test_level_and_kit_allow_forms(level: Level, kit: tuple[Kit, ...], forms: list[str]):
    athlete = Athlete(level=level, kit=kit)
    assert [form.name for form in possible_forms(athlete, SQUATS)] == forms
    assert [rung.form.name for rung in possible_rungs(athlete, SQUATS)] == forms


@pytest.mark.parametrize(
    ("form", "niggles", "possible"),
    [
        pytest.param({"niggles": {Niggle.SHIN: AVOID}}, (), True, id="what a niggle bars, well"),
        pytest.param(
            {"niggles": {Niggle.SHIN: AVOID}}, (Niggle.ITB,), True, id="with another niggle"
        ),
        pytest.param({"niggles": {Niggle.SHIN: AVOID}}, (Niggle.SHIN,), False, id="with it"),
        pytest.param(
            {"niggles": {Niggle.SHIN: AVOID, Niggle.ITB: HELPS}},
            (Niggle.ITB, Niggle.SHIN),
            False,
            id="barred by one, wanted by the other",
        ),
        pytest.param(
            {"only_for": (Niggle.PLANTAR,)}, (), False, id="what is meant for a sore spot, well"
        ),
        pytest.param(
            {"only_for": (Niggle.PLANTAR,)}, (Niggle.SHIN,), False, id="for another sore spot"
        ),
        pytest.param(
            {"only_for": (Niggle.PLANTAR, Niggle.ACHILLES)},
            (Niggle.ACHILLES,),
            True,
            id="for one of theirs",
        ),
    ],
)
def test_a_niggle_bars_forms_and_allows_those_that_are_meant_for_it(
    form: dict[str, Any], niggles: tuple[Niggle, ...], possible: bool
):
    exercise = an_exercise(a_form("Raise", **form), a_form("Other"))
    names = [rung.form.name for rung in possible_rungs(Athlete(niggles=niggles), exercise)]
    assert names == (["Raise"] if possible else []) + ["Other"]


def test_a_rung_keeps_its_place_in_the_ladder_whatever_the_athlete_may_not_do():
    exercise = an_exercise(
        a_form("Split squat", level=Level.ADVANCED),
        a_form("Squat"),
        a_form("Front squat", kit=((Kit.BARBELL,),)),
        a_form("Goblet squat", kit=((Kit.DUMBBELL, Kit.KETTLEBELL), (Kit.BENCH,))),
    )
    possible = possible_rungs(Athlete(kit=(Kit.BENCH, Kit.KETTLEBELL)), exercise)
    assert [(rung.place, rung.kit) for rung in possible] == [
        (1, ()),
        (3, (Kit.KETTLEBELL, Kit.BENCH)),
    ]


def test_each_niggle_of_the_athlete_has_its_say_on_a_form():
    shin, itb = HELPS, NiggleRule(act=Act.MODIFY, note="Go shallow.")
    form = a_form("Lunge", niggles={Niggle.SHIN: shin, Niggle.ITB: itb, Niggle.PLANTAR: AVOID})
    athlete = Athlete(niggles=(Niggle.SHIN, Niggle.ITB, Niggle.ACHILLES))
    [rung] = possible_rungs(athlete, an_exercise(form))
    assert rung.rules == (itb, shin)
    assert rung.first_line == (Niggle.SHIN,)


def for_what(
    athlete: Athlete, *, role: Role = Role.ACCESSORY, group: Group = Group.LEG, **form: Any
) -> set[str]:
    """What the athlete's week may have a form for, beside its group."""
    [rung] = possible_rungs(athlete, an_exercise(a_form("It", **form), role=role, group=group))
    return set(rung.purposes - {group_purpose(group)})


STRAIGHT = {"pattern": Pattern.CALF, "knee": Knee.STRAIGHT}
BENT = {"pattern": Pattern.CALF, "knee": Knee.BENT}
ONE_LEG = {"per_side": True}
DUMBBELL = {"kit": ((Kit.DUMBBELL,),)}
BACKPACK = {"kit": ((Kit.BACKPACK,),)}
STEP = {"kit": ((Kit.STEP,),)}
POWER = {"role": Role.POWER, "pattern": Pattern.PLYOMETRIC}


@pytest.mark.parametrize(
    ("form", "purposes"),
    [
        pytest.param({"pattern": Pattern.SQUAT}, {Need.KNEE, Pattern.SQUAT}, id="a squat"),
        pytest.param(
            {"pattern": Pattern.LUNGE, **ONE_LEG},
            {Need.KNEE, Need.ONE_LEG, Pattern.LUNGE},
            id="a lunge, on one leg",
        ),
        pytest.param(
            {"pattern": Pattern.HINGE, "muscles": Muscles(primary=("hamstrings",))},
            {Need.HIP, Need.HAMSTRING, Pattern.HINGE},
            id="a hinge by the hamstrings",
        ),
        pytest.param({"pattern": Pattern.BALANCE, **ONE_LEG}, {Pattern.BALANCE}, id="no need"),
        pytest.param(
            {"pattern": Pattern.EXTENSION, "serves": (Need.PULL,)},
            {Need.PULL, Pattern.EXTENSION},
            id="what the form says itself",
        ),
        pytest.param({**BENT, **ONE_LEG}, {Need.CALF}, id="a calf raise, the knee bent"),
        pytest.param(STRAIGHT, {Need.CALF}, id="with a straight knee on both legs"),
        pytest.param(
            {**STRAIGHT, **ONE_LEG, **STEP},
            {Need.CALF, STRAIGHT_CALF},
            id="with a straight knee on one leg",
        ),
        pytest.param(
            {**STRAIGHT, **ONE_LEG, **DUMBBELL},
            {Need.CALF, STRAIGHT_CALF, WEIGHTED_CALF, STRAIGHT_WEIGHTED_CALF},
            id="with a weight",
        ),
        pytest.param(
            {**STRAIGHT, **ONE_LEG, **BACKPACK},
            {Need.CALF, STRAIGHT_CALF, WEIGHTED_CALF, STRAIGHT_WEIGHTED_CALF},
            id="with a backpack",
        ),
        pytest.param(
            {**STRAIGHT, **DUMBBELL}, {Need.CALF, WEIGHTED_CALF}, id="with a weight on both legs"
        ),
        pytest.param(
            {**STRAIGHT, "kit": ((Kit.STEP, Kit.DUMBBELL),)},
            {Need.CALF},
            id="with a step or a weight, and the step is nearer",
        ),
        pytest.param({**POWER, "contacts": 1}, {JUMPS}, id="a jump, for nothing else"),
        pytest.param(
            {"role": Role.POWER, "pattern": Pattern.SQUAT},
            {FAST_WORK},
            id="a fast squat, for nothing else",
        ),
    ],
)
def test_what_a_form_can_be_in_a_week_for(form: dict[str, Any], purposes: set[str]):
    assert for_what(Athlete(kit=tuple(Kit)), **form) == purposes


@pytest.mark.parametrize("group", Group, ids=str)
def test_a_form_is_for_whoever_wants_more_of_its_group(group: Group):
    [rung] = possible_rungs(Athlete(), an_exercise(a_form("It"), group=group))
    assert group_purpose(group) in rung.purposes


RELIEVES = {niggle: {"niggles": {niggle: HELPS}} for niggle in Niggle}
ACHILLES, PLANTAR, SHIN = Niggle.ACHILLES, Niggle.PLANTAR, Niggle.SHIN


@pytest.mark.parametrize(
    ("niggles", "form", "purposes"),
    [
        pytest.param((), RELIEVES[SHIN] | BENT, {Need.CALF}, id="well"),
        pytest.param(
            (SHIN,),
            RELIEVES[SHIN] | BENT,
            {Need.CALF, relief_purpose(SHIN)},
            id="the calf for a sore shin",
        ),
        pytest.param(
            (ACHILLES,),
            RELIEVES[ACHILLES] | BENT,
            {Need.CALF, relief_purpose(ACHILLES), TENDON},
            id="the calf for a sore tendon",
        ),
        pytest.param(
            (ACHILLES, SHIN),
            RELIEVES[SHIN] | BENT,
            {Need.CALF},
            id="with a sore tendon the calf is the tendon's",
        ),
        pytest.param(
            (ACHILLES, SHIN),
            {"niggles": {ACHILLES: HELPS, SHIN: HELPS}} | BENT,
            {Need.CALF, relief_purpose(ACHILLES), TENDON},
            id="and what helps both is the tendon's",
        ),
        pytest.param(
            (ACHILLES, SHIN),
            RELIEVES[SHIN] | {"pattern": Pattern.FOOT},
            {Pattern.FOOT, relief_purpose(SHIN)},
            id="with a sore tendon the foot for a sore shin",
        ),
        pytest.param(
            (PLANTAR,),
            RELIEVES[PLANTAR] | {"pattern": Pattern.FOOT},
            {Pattern.FOOT, relief_purpose(PLANTAR)},
            id="the foot for a sore tendon is no calf work",
        ),
        pytest.param(
            (PLANTAR,),
            RELIEVES[PLANTAR] | POWER,
            {FAST_WORK, relief_purpose(PLANTAR)},
            id="power work",
        ),
    ],
)
def test_first_line_work_is_for_the_sore_spot(
    niggles: tuple[Niggle, ...], form: dict[str, Any], purposes: set[str]
):
    assert for_what(Athlete(niggles=niggles), **form) == purposes


def able(athlete: Athlete, *exercises: Exercise) -> Repertoire:
    return repertoire(athlete, Catalogue(exercises))


def names(of: Repertoire) -> list[str]:
    return [ladder.skill.exercise.name for ladder in of.ladders]


RAISE, SQUAT, LUNGE = (an_exercise(a_form(name)) for name in ("Raise", "Squat", "Lunge"))
GOBLET = an_exercise(a_form("Goblet", **DUMBBELL))


@pytest.mark.parametrize(
    ("athlete", "exercises"),
    [
        pytest.param(Athlete(), ["Raise", "Squat", "Lunge"], id="in the catalogue's order"),
        pytest.param(Athlete(without=("squat",)), ["Raise", "Lunge"], id="not what they leave out"),
        pytest.param(
            Athlete(swap=(("squat", "raise"),)), ["Raise", "Lunge"], id="nor what they swap"
        ),
        pytest.param(
            Athlete(kit=(Kit.DUMBBELL,)),
            ["Raise", "Squat", "Lunge", "Goblet"],
            id="with the kit for them",
        ),
    ],
)
def test_an_athlete_may_do_exercises(athlete: Athlete, exercises: list[str]):
    assert names(able(athlete, RAISE, SQUAT, LUNGE, GOBLET)) == exercises


BARRED = an_exercise(
    a_form("Jack", niggles={SHIN: NiggleRule(act=Act.AVOID, swap=("raise",))}),
    niggles={SHIN: NiggleRule(act=Act.AVOID, swap=("raise",))},
)
EASED = an_exercise(
    a_form("Hop"), niggles={SHIN: NiggleRule(act=Act.MODIFY, note="Slowly.", swap=("lunge",))}
)


@pytest.mark.parametrize(
    ("athlete", "stand_ins"),
    [
        pytest.param(Athlete(), set(), id="nobody's"),
        pytest.param(Athlete(swap=(("lunge", "squat"),)), {"Squat"}, id="what the athlete wants"),
        pytest.param(
            Athlete(niggles=(SHIN,)), {"Raise"}, id="what a niggle wants for what it bars"
        ),
        pytest.param(Athlete(niggles=(ACHILLES,)), set(), id="not what another one wants"),
    ],
)
def test_an_exercise_stands_in_for_what_is_left_out(athlete: Athlete, stand_ins: set[str]):
    ladders = able(athlete, RAISE, SQUAT, LUNGE, BARRED, EASED).ladders
    skills = [ladder.skill for ladder in ladders]
    assert {skill.exercise.name for skill in skills if skill.stand_in} == stand_ins


@pytest.mark.parametrize(
    ("athlete", "forms"),
    [
        pytest.param(Athlete(), ["Squat"], id="those that they may do"),
        pytest.param(Athlete(kit=(Kit.DUMBBELL,)), ["Squat", "Goblet"], id="with kit more"),
        pytest.param(Athlete(without=("squat",)), [], id="none of what they leave out"),
    ],
)
def test_an_exercise_has_rungs_for_an_athlete(athlete: Athlete, forms: list[str]):
    squats = an_exercise(a_form("Squat"), a_form("Goblet", **DUMBBELL))
    rungs = able(athlete, RAISE, squats).rungs_of(squats)
    assert [rung.form.name for rung in rungs] == forms


JUMP = an_exercise(
    a_form("Hop", pattern=Pattern.PLYOMETRIC, contacts=1),
    a_form("Drop", pattern=Pattern.PLYOMETRIC, contacts=1, niggles={SHIN: AVOID}),
    role=Role.POWER,
)


@pytest.mark.parametrize(
    ("niggles", "jumps"),
    [
        pytest.param((), True, id="well"),
        pytest.param((ACHILLES,), True, id="another niggle"),
        pytest.param((ACHILLES, SHIN), False, id="that niggle"),
    ],
)
def test_a_niggle_that_bars_one_jump_bars_them_all(niggles: tuple[Niggle, ...], jumps: bool):
    assert Repertoires(Athlete(niggles=niggles), Catalogue((JUMP, SQUAT))).jumps is jumps


def test_a_niggle_that_bars_what_does_not_land_bars_no_jumps():
    squat = an_exercise(a_form("Squat", niggles={SHIN: AVOID}))
    assert Repertoires(Athlete(niggles=(SHIN,)), Catalogue((squat,))).jumps


def test_of_each_exercise_a_purpose_has_the_rungs_that_are_for_it():
    raises = an_exercise(
        a_form("Raise", **STRAIGHT),
        a_form("Seated", **BENT),
        a_form("One leg", **STRAIGHT, **ONE_LEG),
    )
    found = able(Athlete(), SQUAT, raises).by_purpose
    told = {
        purpose: [[rung.form.name for rung in ladder.rungs] for ladder in ladders]
        for purpose, ladders in found.items()
    }
    assert told == {
        Need.KNEE: [["Squat"]],
        Pattern.SQUAT: [["Squat"]],
        group_purpose(Group.KNEE): [["Squat"], ["Raise", "Seated", "One leg"]],
        Need.CALF: [["Raise", "Seated", "One leg"]],
        STRAIGHT_CALF: [["One leg"]],
    }


LOADED = {"kit": ((Kit.DUMBBELL,),), "load": Load.HIGH}


@pytest.mark.parametrize(
    ("athlete", "load"),
    [
        pytest.param(Athlete(kit=()), Load.MEDIUM, id="without kit"),
        pytest.param(Athlete(kit=(Kit.DUMBBELL,)), Load.HIGH, id="with kit"),
        pytest.param(
            Athlete(kit=(Kit.DUMBBELL,), without=("squat",)), Load.LOW, id="what is left out"
        ),
        pytest.param(
            Athlete(kit=(Kit.DUMBBELL,), niggles=(Niggle.ITB,)), Load.MEDIUM, id="what is barred"
        ),
    ],
)
def test_the_load_that_an_athlete_can_reach(athlete: Athlete, load: Load):
    squats = an_exercise(
        a_form("Squat"), a_form("Goblet squat", niggles={Niggle.ITB: AVOID}, **LOADED)
    )
    assert Repertoires(athlete, Catalogue((squats,))).most_load(Day.MON, jumps=False) is load


@pytest.mark.parametrize(
    ("pattern", "load"),
    [
        pytest.param(Pattern.SQUAT, Load.HIGH, id="squat"),
        pytest.param(Pattern.LUNGE, Load.HIGH, id="lunge"),
        pytest.param(Pattern.HINGE, Load.HIGH, id="hinge"),
        pytest.param(Pattern.CALF, Load.HIGH, id="calf"),
        pytest.param(Pattern.PLYOMETRIC, Load.LOW, id="jumps come only in one phase"),
        pytest.param(Pattern.ROTATION, Load.LOW, id="trunk"),
        pytest.param(Pattern.BALANCE, Load.LOW, id="balance"),
    ],
)
def test_legs_and_hips_make_a_day_loaded(pattern: Pattern, load: Load):
    exercise = an_exercise(a_form("It", pattern=pattern, load=Load.HIGH))
    can = Repertoires(Athlete(), Catalogue((exercise,)))
    assert can.most_load(Day.MON, jumps=False) is load


@pytest.mark.parametrize(
    ("athlete", "load"),
    [
        pytest.param(Athlete(level=Level.INTERMEDIATE), Load.HIGH, id="the hardest"),
        pytest.param(Athlete(), Load.MEDIUM, id="of those within the level"),
        pytest.param(
            Athlete(level=Level.INTERMEDIATE, niggles=(SHIN,)), Load.LOW, id="none when sore"
        ),
        pytest.param(Athlete(without=("hop",)), Load.LOW, id="none that is left out"),
    ],
)
def test_the_load_of_the_jumps_that_an_athlete_may_do(athlete: Athlete, load: Load):
    jumps = an_exercise(
        a_form("Hop", pattern=Pattern.PLYOMETRIC, contacts=1, niggles={SHIN: AVOID}),
        a_form(
            "Jump",
            pattern=Pattern.PLYOMETRIC,
            contacts=1,
            load=Load.HIGH,
            level=Level.INTERMEDIATE,
        ),
        role=Role.POWER,
    )
    can = Repertoires(athlete, Catalogue((jumps,)))
    assert can.most_load(Day.MON, jumps=True) is load
    assert can.most_load(Day.MON, jumps=False) is Load.LOW


def test_the_patterns_of_an_exercise_begin_with_the_base():
    exercise = an_exercise(
        a_form("Fast squat", pattern=Pattern.SQUAT),
        a_form("Jump", pattern=Pattern.PLYOMETRIC, base=True),
        a_form("Drop", pattern=Pattern.SQUAT),
    )
    assert patterns(exercise) == (Pattern.PLYOMETRIC, Pattern.SQUAT)


def test_pain_on_a_bone_needs_a_clinician():
    refuse(Athlete(niggles=(Niggle.SHIN,)))
    with pytest.raises(BefitError, match="needs a clinician"):
        refuse(Athlete(niggles=(Niggle.SHIN, Niggle.BONE_STRESS)))
