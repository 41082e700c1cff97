"""How far up its ladder an exercise is done: by level, phase, weight, and what a block has had."""

from typing import Any

import pytest
from strategies import (
    CATALOGUE,
    KITS,
    a_form,
    a_pool,
    a_stretch,
    a_training,
    an_exercise,
    reached,
)

from befit_cli.planning.repertoire import Repertoires, Rung, Skill, group_purpose, possible_rungs
from befit_cli.planning.training import (
    UNTRAINED,
    Reached,
    Training,
    climber,
    first_form,
    rung_now,
)
from befit_cli.values import (
    Act,
    Athlete,
    Exercise,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Phase,
    Role,
)

DUMBBELL, BARBELL, BACKPACK = (((kit,),) for kit in (Kit.DUMBBELL, Kit.BARBELL, Kit.BACKPACK))
GYM = tuple(Kit)
SORE = (Niggle.PLANTAR,)
AVOID = NiggleRule(act=Act.AVOID)
CALF: dict[str, Any] = {"pattern": Pattern.CALF}


def the_rung(
    exercise: Exercise,
    level: Level = Level.BEGINNER,
    phase: Phase = Phase.GENERAL,
    *,
    niggles: tuple[Niggle, ...] = (),
    training: Training = UNTRAINED,
    among: set[str] | None = None,
) -> str:
    """The form that is done, of all that the athlete may do or of some of them."""
    athlete = Athlete(level=level, kit=GYM, niggles=niggles)
    possible = possible_rungs(athlete, exercise)
    skill = Skill(exercise=exercise, rungs=possible, stand_in=False)
    some: list[Rung] = []
    for rung in possible:
        if among is None or rung.form.name in among:
            some.append(rung)
    return some[rung_now(climber(athlete, a_stretch(phase=phase), training), skill, some)].form.name


def had(*forms: str, top: bool = False) -> Training:
    """Training that has had those forms, of which the last may have grown as far as it goes."""
    works = {form: reached(2, 10) for form in forms}
    works[forms[-1]] = reached(3, 15, at_top=top)
    return a_training(works)


SQUATS = an_exercise(
    a_form("Sit-to-stand"),
    a_form("Squat", base=True),
    a_form("Slow squat"),
    a_form("Split squat"),
    a_form("Pistol squat", level=Level.ADVANCED),
)


@pytest.mark.parametrize(
    ("level", "form"),
    [
        pytest.param(Level.BEGINNER, "Squat", id="a beginner, the base"),
        pytest.param(Level.INTERMEDIATE, "Slow squat", id="intermediate, a rung higher"),
        pytest.param(Level.ADVANCED, "Split squat", id="advanced, two rungs higher"),
    ],
)
@pytest.mark.parametrize("phase", [Phase.GENERAL, Phase.STRENGTH, Phase.POWER], ids=str)
def test_without_weight_a_block_begins_at_the_base_and_a_rung_for_each_level(
    level: Level, phase: Phase, form: str
):
    assert the_rung(SQUATS, level, phase) == form


@pytest.mark.parametrize(
    ("ladder", "level", "form"),
    [
        pytest.param(["Squat"], Level.ADVANCED, "Squat", id="no higher than the ladder goes"),
        pytest.param(["Sit", "Rise"], Level.BEGINNER, "Sit", id="no base marked: the first"),
        pytest.param(
            ["Sit", "Rise", "Stand"], Level.INTERMEDIATE, "Rise", id="and a rung for each level"
        ),
    ],
)
def test_a_short_ladder(ladder: list[str], level: Level, form: str):
    assert the_rung(an_exercise(*map(a_form, ladder)), level) == form


@pytest.mark.parametrize(
    ("training", "level", "form"),
    [
        pytest.param(had("Squat"), Level.BEGINNER, "Squat", id="it grows on"),
        pytest.param(
            had("Squat", top=True), Level.BEGINNER, "Slow squat", id="at its top, the next"
        ),
        pytest.param(
            had("Squat", "Slow squat"), Level.BEGINNER, "Slow squat", id="from the hardest known"
        ),
        pytest.param(
            had("Slow squat", "Squat", top=True),
            Level.BEGINNER,
            "Slow squat",
            id="whatever an easier one has come to",
        ),
        pytest.param(
            had("Split squat", top=True), Level.BEGINNER, "Split squat", id="the last stays"
        ),
        pytest.param(
            had("Squat"), Level.ADVANCED, "Squat", id="an easier one than the level's goes on, too"
        ),
        pytest.param(had("Plank", top=True), Level.BEGINNER, "Squat", id="another exercise's"),
    ],
)
@pytest.mark.parametrize("phase", [Phase.GENERAL, Phase.STRENGTH], ids=str)
def test_work_without_weight_goes_on_and_takes_the_next_rung_when_it_is_done(
    training: Training, level: Level, phase: Phase, form: str
):
    assert the_rung(SQUATS, level, phase, training=training) == form


GOBLETS = an_exercise(
    a_form("Sit-to-stand"),
    a_form("Squat", base=True),
    a_form("Slow squat"),
    a_form("Split squat"),
    a_form("Goblet squat", kit=DUMBBELL, load=Load.HIGH),
)
BARBELLS = an_exercise(
    *GOBLETS.ladder, a_form("Front squat", kit=BARBELL, load=Load.HIGH, level=Level.INTERMEDIATE)
)


@pytest.mark.parametrize(
    ("exercise", "level", "phase", "form"),
    [
        pytest.param(GOBLETS, Level.BEGINNER, Phase.GENERAL, "Squat", id="a beginner's base"),
        pytest.param(GOBLETS, Level.BEGINNER, Phase.STRENGTH, "Goblet squat", id="then weight"),
        pytest.param(GOBLETS, Level.BEGINNER, Phase.POWER, "Goblet squat", id="weight to the end"),
        pytest.param(
            GOBLETS, Level.INTERMEDIATE, Phase.GENERAL, "Split squat", id="others, one below it"
        ),
        pytest.param(
            BARBELLS, Level.BEGINNER, Phase.STRENGTH, "Goblet squat", id="no more than the level"
        ),
        pytest.param(
            BARBELLS, Level.INTERMEDIATE, Phase.GENERAL, "Goblet squat", id="one heavy rung below"
        ),
        pytest.param(
            BARBELLS, Level.INTERMEDIATE, Phase.STRENGTH, "Front squat", id="the highest heavy rung"
        ),
        pytest.param(BARBELLS, Level.ADVANCED, Phase.POWER, "Front squat", id="in power, too"),
    ],
)
def test_what_comes_heavier_takes_its_weight_after_the_general_phase(
    exercise: Exercise, level: Level, phase: Phase, form: str
):
    assert the_rung(exercise, level, phase) == form


@pytest.mark.parametrize("level", [Level.BEGINNER, Level.INTERMEDIATE], ids=str)
def test_in_the_general_phase_a_ladder_that_is_climbed_comes_to_its_weight(level: Level):
    training = had("Split squat", top=True)
    assert the_rung(GOBLETS, level, training=training) == "Goblet squat"


def test_the_lowest_of_two_heavy_rungs_is_no_reason_to_go_down():
    barbells = an_exercise(
        a_form("Goblet squat", kit=DUMBBELL),
        a_form("Squat", base=True),
        a_form("Slow squat"),
        a_form("Front squat", kit=BARBELL),
    )
    assert the_rung(barbells, Level.INTERMEDIATE) == "Slow squat"


PULLS = an_exercise(
    a_form("Row", base=True),
    a_form("Pulldown", kit=BARBELL),
    a_form("Assisted pull-up"),
    a_form("Pull-up", prerequisite="Five strict ones."),
    a_form("Weighted pull-up", kit=DUMBBELL, prerequisite="Ten strict ones."),
)
CURLS = an_exercise(
    a_form("Curl", base=True),
    a_form("Machine curl", kit=BARBELL),
    a_form("Slow curl"),
    a_form("Nordic", kit=DUMBBELL, prerequisite="Ten machine curls."),
)


@pytest.mark.parametrize(
    ("exercise", "phase", "training", "form"),
    [
        pytest.param(
            PULLS, Phase.GENERAL, UNTRAINED, "Assisted pull-up", id="a block begins below it"
        ),
        pytest.param(
            PULLS,
            Phase.STRENGTH,
            had("Pulldown"),
            "Pulldown",
            id="a form further down is no reason",
        ),
        pytest.param(
            PULLS, Phase.STRENGTH, had("Assisted pull-up"), "Assisted pull-up", id="nor down again"
        ),
        pytest.param(
            PULLS, Phase.STRENGTH, had("Pull-up"), "Weighted pull-up", id="after what it asks for"
        ),
        pytest.param(
            PULLS, Phase.GENERAL, had("Weighted pull-up"), "Weighted pull-up", id="on, if known"
        ),
        pytest.param(CURLS, Phase.STRENGTH, UNTRAINED, "Slow curl", id="nothing heavy at once"),
        pytest.param(
            CURLS, Phase.STRENGTH, had("Machine curl"), "Nordic", id="after any form of its ladder"
        ),
    ],
)
def test_what_asks_for_something_first_comes_after_it(
    exercise: Exercise, phase: Phase, training: Training, form: str
):
    assert the_rung(exercise, Level.ADVANCED, phase, training=training) == form


def test_what_asks_for_something_first_may_be_the_only_form_there_is():
    pulls = an_exercise(a_form("Weighted pull-up", kit=DUMBBELL, prerequisite="Ten strict ones."))
    assert the_rung(pulls, Level.ADVANCED, Phase.STRENGTH) == "Weighted pull-up"


PACKED = an_exercise(
    a_form("Squat", base=True),
    a_form("Slow squat"),
    a_form("Backpack squat", kit=BACKPACK),
    a_form("Slow backpack squat", kit=BACKPACK),
)
HEAVY_PACKED = an_exercise(*PACKED.ladder, a_form("Goblet squat", kit=DUMBBELL))


@pytest.mark.parametrize(
    ("exercise", "level", "phase", "training", "form"),
    [
        pytest.param(
            PACKED, Level.BEGINNER, Phase.GENERAL, UNTRAINED, "Squat", id="not in the general phase"
        ),
        pytest.param(
            PACKED,
            Level.BEGINNER,
            Phase.STRENGTH,
            UNTRAINED,
            "Backpack squat",
            id="then the first with one",
        ),
        pytest.param(
            PACKED,
            Level.BEGINNER,
            Phase.STRENGTH,
            had("Squat"),
            "Backpack squat",
            id="whatever was left to grow in without",
        ),
        pytest.param(
            PACKED,
            Level.BEGINNER,
            Phase.POWER,
            had("Backpack squat"),
            "Backpack squat",
            id="where it grows",
        ),
        pytest.param(
            PACKED,
            Level.BEGINNER,
            Phase.POWER,
            had("Backpack squat", top=True),
            "Slow backpack squat",
            id="and climbs on",
        ),
        pytest.param(
            HEAVY_PACKED,
            Level.BEGINNER,
            Phase.STRENGTH,
            UNTRAINED,
            "Goblet squat",
            id="a heavy weight rather",
        ),
    ],
)
def test_a_backpack_makes_work_harder_after_the_general_phase(
    exercise: Exercise, level: Level, phase: Phase, training: Training, form: str
):
    assert the_rung(exercise, level, phase, training=training) == form


def test_a_backpack_makes_no_calf_work_harder():
    raises = an_exercise(
        a_form("Raise", base=True, **CALF), a_form("Backpack raise", kit=BACKPACK, **CALF)
    )
    assert the_rung(raises, Level.BEGINNER, Phase.STRENGTH) == "Raise"


@pytest.mark.parametrize(
    ("level", "next_level", "form"),
    [
        pytest.param(
            Level.BEGINNER,
            Level.BEGINNER,
            "Slow squat",
            id="the next form, for as little experience",
        ),
        pytest.param(Level.BEGINNER, Level.INTERMEDIATE, "Sit-to-stand", id="else the one below"),
        pytest.param(Level.INTERMEDIATE, Level.BEGINNER, "Split squat", id="a rung above the next"),
        pytest.param(Level.INTERMEDIATE, Level.INTERMEDIATE, "Slow squat", id="or above the last"),
    ],
)
def test_who_cannot_do_the_base_begins_with_what_is_nearest_to_it(
    level: Level, next_level: Level, form: str
):
    squats = an_exercise(
        a_form("Sit-to-stand"),
        a_form("Squat", base=True, niggles={Niggle.ITB: AVOID}),
        a_form("Slow squat", level=next_level),
        a_form("Split squat", level=Level.INTERMEDIATE),
    )
    assert the_rung(squats, level, niggles=(Niggle.ITB,)) == form


BRANCH = an_exercise(
    a_form("Squat", base=True),
    a_form("Split squat", per_side=True),
    a_form("Slow split squat", per_side=True),
    a_form("Shrimp squat", per_side=True, level=Level.INTERMEDIATE),
    a_form("Pistol squat", per_side=True, level=Level.ADVANCED),
)


@pytest.mark.parametrize(
    ("level", "form"),
    [
        pytest.param(Level.BEGINNER, "Split squat", id="a beginner, the easiest"),
        pytest.param(
            Level.INTERMEDIATE, "Slow split squat", id="others, the hardest of the level below"
        ),
        pytest.param(Level.ADVANCED, "Shrimp squat", id="advanced, too"),
    ],
)
def test_a_branch_above_the_base_begins_where_the_level_below_ends(level: Level, form: str):
    among = {rung.name for rung in BRANCH.ladder if rung.per_side}
    assert the_rung(BRANCH, level, among=among) == form


SOCKS = an_exercise(
    a_form("Raise", **CALF),
    a_form("One-leg raise", base=True, **CALF),
    a_form("Raise on a sock", only_for=SORE, **CALF),
    a_form("One-leg raise on a sock", only_for=SORE, **CALF),
)


@pytest.mark.parametrize(
    ("niggles", "training", "form"),
    [
        pytest.param((), UNTRAINED, "One-leg raise", id="well"),
        pytest.param(SORE, UNTRAINED, "Raise on a sock", id="sore"),
        pytest.param(SORE, had("Raise on a sock"), "Raise on a sock", id="it grows"),
        pytest.param(
            SORE, had("Raise on a sock", top=True), "One-leg raise on a sock", id="and climbs"
        ),
    ],
)
def test_what_is_meant_for_a_sore_spot_begins_with_the_easiest(
    niggles: tuple[Niggle, ...], training: Training, form: str
):
    level = Level.BEGINNER if not niggles else Level.ADVANCED
    assert the_rung(SOCKS, level, niggles=niggles, training=training) == form


def test_what_eases_a_sore_knee_in_is_left_after_a_stretch():
    knee = (Niggle.RUNNERS_KNEE,)
    squats = an_exercise(a_form("Quarter squat", only_for=knee), a_form("Squat", base=True))
    assert the_rung(squats, niggles=knee) == "Quarter squat"
    assert the_rung(squats, niggles=knee, training=had("Quarter squat")) == "Squat"


HELPS = {Niggle.PLANTAR: NiggleRule(act=Act.FIRST_LINE)}
PACKED_RAISES = an_exercise(
    a_form("Raise", base=True, niggles=HELPS, **CALF),
    a_form("Backpack raise", niggles=HELPS, kit=BACKPACK, **CALF),
    a_form("Weighted raise", niggles=HELPS, kit=DUMBBELL, **CALF),
)
RAISES = an_exercise(
    a_form("Raise", base=True, niggles=HELPS, **CALF),
    a_form("One-leg raise", niggles=HELPS, **CALF),
    a_form("Weighted raise", niggles=HELPS, kit=DUMBBELL, **CALF),
)


@pytest.mark.parametrize(
    ("niggles", "form"),
    [
        pytest.param((), "Weighted raise", id="well, the weight"),
        pytest.param(SORE, "Raise", id="sore, from the base on"),
    ],
)
def test_a_sore_spot_takes_its_ladder_rung_by_rung(niggles: tuple[Niggle, ...], form: str):
    assert the_rung(RAISES, Level.BEGINNER, Phase.STRENGTH, niggles=niggles) == form


@pytest.mark.parametrize(
    ("level", "form"),
    [
        pytest.param(Level.INTERMEDIATE, "Raise", id="the base, where nothing is heavy yet"),
        pytest.param(Level.ADVANCED, "Weighted raise", id="heavy work, which few repetitions suit"),
    ],
)
def test_years_of_training_make_a_sore_tendon_no_stronger_but_for_heavy_work(
    level: Level, form: str
):
    assert the_rung(RAISES, level, niggles=SORE) == form


@pytest.mark.parametrize(
    ("niggle", "movement"),
    [
        pytest.param(Niggle.PLANTAR, {}, id="no calf work"),
        pytest.param(Niggle.SHIN, CALF, id="no tendon"),
    ],
)
def test_what_helps_another_sore_spot_begins_as_far_up_as_the_level_goes(
    niggle: Niggle, movement: dict[str, Any]
):
    helps = {niggle: NiggleRule(act=Act.FIRST_LINE)}
    ladder = an_exercise(
        a_form("Easy", base=True, niggles=helps, **movement),
        a_form("Harder", niggles=helps, **movement),
    )
    assert the_rung(ladder, Level.INTERMEDIATE, niggles=(niggle,)) == "Harder"


@pytest.mark.parametrize(
    ("among", "level", "form"),
    [
        pytest.param(None, Level.INTERMEDIATE, "Weighted raise", id="both"),
        pytest.param(None, Level.BEGINNER, "Raise", id="both, and a beginner"),
        pytest.param(
            {"Raise", "Weighted raise"}, Level.INTERMEDIATE, "Weighted raise", id="the dumbbell"
        ),
        pytest.param({"Raise", "Backpack raise"}, Level.INTERMEDIATE, "Raise", id="the backpack"),
    ],
)
def test_a_backpack_beside_a_dumbbell_takes_no_heavy_work_from_a_sore_tendon(
    among: set[str] | None, level: Level, form: str
):
    assert the_rung(PACKED_RAISES, level, niggles=SORE, among=among) == form


JUMP: dict[str, Any] = {"pattern": Pattern.PLYOMETRIC, "contacts": 1}
JUMPS = an_exercise(
    a_form("Drop and stick", **JUMP),
    a_form("Jump", level=Level.INTERMEDIATE, base=True, **JUMP),
    a_form("Long jump", level=Level.INTERMEDIATE, **JUMP),
    a_form("Drop jump", level=Level.ADVANCED, **JUMP),
    role=Role.POWER,
)
HOPPED = a_training({}, hops=True)


@pytest.mark.parametrize(
    ("level", "training", "form"),
    [
        pytest.param(Level.BEGINNER, UNTRAINED, "Drop and stick", id="landings at first"),
        pytest.param(Level.ADVANCED, UNTRAINED, "Drop and stick", id="at every level"),
        pytest.param(Level.INTERMEDIATE, HOPPED, "Jump", id="after hops the lowest jump"),
        pytest.param(Level.ADVANCED, HOPPED, "Jump", id="after hops the lowest at every level"),
        pytest.param(Level.BEGINNER, HOPPED, "Drop and stick", id="a beginner lands, hops or not"),
        pytest.param(Level.ADVANCED, had("Jump"), "Long jump", id="then a rung a stretch"),
        pytest.param(
            Level.ADVANCED, had("Jump", "Long jump"), "Drop jump", id="from the highest on"
        ),
        pytest.param(Level.INTERMEDIATE, had("Long jump"), "Long jump", id="as far as it goes"),
    ],
)
def test_jumps_begin_above_what_came_before_and_rise_a_rung_a_stretch(
    level: Level, training: Training, form: str
):
    assert the_rung(JUMPS, level, Phase.POWER, training=training) == form


def reached_in(**slots: Reached) -> Training:
    """A squat that each of those slots has had: `first` is slot 1."""
    numbers = {"first": 1, "second": 2, "third": 3}
    return Training(forms={"Squat": {numbers[slot]: work for slot, work in slots.items()}})


@pytest.mark.parametrize(
    ("training", "work"),
    [
        pytest.param(UNTRAINED, None, id="new to the block"),
        pytest.param(had("Plank"), None, id="another form"),
        pytest.param(
            reached_in(first=reached(3, 15), second=reached(2, 12)), reached(3, 15), id="its own"
        ),
        pytest.param(
            reached_in(second=reached(3, 15), third=reached(2, 14)),
            reached(2, 14),
            id="else the least of the others",
        ),
        pytest.param(
            reached_in(second=reached(1, 20), third=reached(3, 10)),
            reached(1, 20),
            id="the least of the whole work",
        ),
    ],
)
def test_a_session_goes_on_from_what_it_had_of_a_form(training: Training, work: Reached | None):
    assert training.reached(1, "Squat") == work


@pytest.mark.parametrize(
    ("training", "done"),
    [
        pytest.param(UNTRAINED, False, id="new to the block"),
        pytest.param(had("Squat"), False, id="still growing"),
        pytest.param(
            reached_in(first=reached(2, 12), second=reached(3, 15, at_top=True)),
            True,
            id="done in one session",
        ),
        pytest.param(had("Plank", top=True), False, id="another form is done"),
    ],
)
def test_a_form_is_done_when_a_session_has_nothing_left_to_grow_in(training: Training, done: bool):
    assert training.done("Squat") is done


@pytest.mark.parametrize(
    ("exercise", "level", "kit", "form"),
    [
        pytest.param(SQUATS, Level.BEGINNER, (), "Squat", id="a beginner, the base"),
        pytest.param(SQUATS, Level.INTERMEDIATE, (), "Slow squat", id="others, above it"),
        pytest.param(BARBELLS, Level.BEGINNER, GYM, "Squat", id="a beginner with weights, too"),
        pytest.param(BARBELLS, Level.ADVANCED, GYM, "Goblet squat", id="others below the highest"),
        pytest.param(JUMPS, Level.BEGINNER, (), None, id="no jumps for a beginner"),
        pytest.param(JUMPS, Level.INTERMEDIATE, (), "Drop and stick", id="landings for others"),
        pytest.param(
            an_exercise(BARBELLS.ladder[-1]), Level.ADVANCED, (), None, id="none without its kit"
        ),
    ],
)
def test_a_block_begins_with_a_form(
    exercise: Exercise, level: Level, kit: tuple[Kit, ...], form: str | None
):
    first = first_form(Athlete(level=level, kit=kit), exercise)
    assert (first.name if first else None) == form


@pytest.mark.parametrize(
    ("level", "form"),
    [
        pytest.param(Level.BEGINNER, "Wall push-up", id="a beginner at a wall"),
        pytest.param(Level.INTERMEDIATE, "Push-up", id="who has lifted on the floor"),
        pytest.param(Level.ADVANCED, "Slow-lowering push-up", id="and slower after years"),
    ],
)
def test_push_ups_begin_by_what_the_athlete_has_lifted(level: Level, form: str):
    athlete = Athlete(level=level, kit=())
    pool = a_pool(athlete, Repertoires(athlete, CATALOGUE), a_stretch(tapers=False))
    first = pool.candidates(Need.PUSH, Load.HIGH, light=True)[0]
    assert first.pick.form.name == form


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("kit", KITS)
def test_it_is_the_form_that_a_week_takes_where_the_day_may_carry_any_load(kit: str, level: Level):
    athlete = Athlete(level=level, kit=KITS[kit])
    pool = a_pool(athlete, Repertoires(athlete, CATALOGUE), a_stretch(tapers=False))
    other = {}
    for exercise in CATALOGUE.exercises:
        if exercise.role is Role.POWER:
            continue
        taken = [
            candidate.pick.form
            for candidate in pool.candidates(group_purpose(exercise.group), Load.HIGH, light=True)
            if candidate.pick.exercise is exercise
        ]
        first = first_form(athlete, exercise)
        if taken != ([first] if first else []):
            other[exercise.id] = [form.name for form in taken]
    assert other == {}
