"""What an athlete may do: the exercises that no niggle bars, the forms within level and kit, and
the one that a block begins with.
"""

import pytest
from strategies import CATALOGUE, HEAVY_TUESDAY, KITS, MONDAY, a_form, an_exercise

from befit_cli.errors import BefitError
from befit_cli.planning.repertoire import (
    first_form,
    patterns,
    possible_forms,
    refuse,
    repertoire,
)
from befit_cli.planning.season import plan_season
from befit_cli.planning.selection import select
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Exercise,
    Kit,
    Level,
    Load,
    Niggle,
    NiggleRule,
    Pattern,
    Role,
)

SQUATS = an_exercise(
    a_form("Sit-to-stand"),
    a_form("Squat", base=True),
    a_form("Slow squat"),
    a_form("Goblet squat", kit=((Kit.DUMBBELL, Kit.KETTLEBELL),), load=Load.HIGH),
    a_form(
        "Front squat", kit=((Kit.BARBELL,), (Kit.BENCH,)), load=Load.HIGH, level=Level.INTERMEDIATE
    ),
)
JUMPS = an_exercise(a_form("Jump", pattern=Pattern.PLYOMETRIC, contacts=1), role=Role.POWER)


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
    assert [form.name for form in possible_forms(Athlete(level=level, kit=kit), SQUATS)] == forms


@pytest.mark.parametrize(
    ("exercise", "level", "kit", "form"),
    [
        pytest.param(SQUATS, Level.BEGINNER, (), "Squat", id="a beginner, the base"),
        pytest.param(
            SQUATS, Level.INTERMEDIATE, (), "Slow squat", id="others without weight, above it"
        ),
        pytest.param(
            SQUATS,
            Level.BEGINNER,
            (Kit.DUMBBELL,),
            "Squat",
            id="a beginner with weights, the base too",
        ),
        pytest.param(
            SQUATS,
            Level.INTERMEDIATE,
            tuple(Kit),
            "Goblet squat",
            id="others with weights, one below the highest",
        ),
        pytest.param(JUMPS, Level.BEGINNER, (), None, id="no jumps for a beginner"),
        pytest.param(JUMPS, Level.INTERMEDIATE, (), "Jump", id="jumps for others"),
        pytest.param(
            an_exercise(SQUATS.ladder[-1]), Level.ADVANCED, (), None, id="none without its kit"
        ),
    ],
)
def test_a_block_begins_with_a_form(
    exercise: Exercise, level: Level, kit: tuple[Kit, ...], form: str | None
):
    first = first_form(Athlete(level=level, kit=kit), exercise)
    assert (first.name if first else None) == form


ALIKE = [
    exercise
    for exercise in CATALOGUE.exercises
    if exercise.role is not Role.POWER
    and len({(form.pattern, form.per_side) for form in exercise.ladder}) == 1
]
"""Whatever asks for one of their forms has all of them to choose from."""


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("kit", KITS)
def test_it_is_the_form_that_a_week_takes_where_the_day_may_carry_any_load(kit: str, level: Level):
    athlete = Athlete(level=level, kit=KITS[kit], minutes=60)
    first_stretch = plan_season(athlete, MONDAY).stretches[0]
    other = {}
    for exercise in ALIKE:
        able = repertoire(athlete, Catalogue((exercise,)))
        [session] = select(athlete, able, HEAVY_TUESDAY, first_stretch)
        first = first_form(athlete, exercise)
        if [pick.form for pick in session] != ([first] if first else []):
            other[exercise.id] = [pick.form.name for pick in session]
    assert other == {}


def test_the_patterns_of_an_exercise_begin_with_the_base():
    exercise = an_exercise(
        a_form("Fast squat", pattern=Pattern.SQUAT),
        a_form("Jump", pattern=Pattern.PLYOMETRIC, base=True),
        a_form("Drop", pattern=Pattern.SQUAT),
    )
    assert patterns(exercise) == (Pattern.PLYOMETRIC, Pattern.SQUAT)


def test_every_niggle_has_its_say_on_an_exercise():
    rules = {
        Niggle.ITB: NiggleRule(act=Act.MODIFY, note="Go shallow."),
        Niggle.SHIN: NiggleRule(act=Act.FIRST_LINE, note="Begin with it."),
        Niggle.PLANTAR: NiggleRule(act=Act.FIRST_LINE),
        Niggle.ACHILLES: NiggleRule(act=Act.MODIFY, note="Go slowly."),
    }
    athlete = Athlete(niggles=(Niggle.SHIN, Niggle.ITB, Niggle.PLANTAR))
    [able] = repertoire(
        athlete, Catalogue((an_exercise(a_form("Lunge"), niggles=rules),))
    ).exercises
    assert able.niggle_note == "Begin with it. Go shallow."
    assert able.first_line == (Niggle.PLANTAR, Niggle.SHIN)


def test_pain_on_a_bone_needs_a_clinician():
    refuse(Athlete(niggles=(Niggle.SHIN,)))
    with pytest.raises(BefitError, match="needs a clinician"):
        refuse(Athlete(niggles=(Niggle.SHIN, Niggle.BONE_STRESS)))
