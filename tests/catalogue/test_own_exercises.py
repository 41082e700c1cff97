"""befit's own exercises: what a coach knows of them, form by form."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from befit_cli.catalogue.figures import load_figures
from befit_cli.catalogue.load import load_catalogue
from befit_cli.evidence.coverage import served
from befit_cli.evidence.dose import CALF_REPS, HOLD_MAX_S, ONE_LEG_SQUAT_REPS, OTHER_REPS
from befit_cli.evidence.load import heavy, weighted
from befit_cli.evidence.niggles import REFUSED
from befit_cli.values import (
    Act,
    Dose,
    Form,
    Group,
    Kit,
    Knee,
    Level,
    Load,
    Need,
    Niggle,
    Pattern,
    Range,
    Role,
)

BEFIT = load_catalogue().by_id
FORMS = [(exercise, form) for exercise in BEFIT.values() for form in exercise.ladder]

HOME = (Kit.TOWEL, Kit.STEP, Kit.BENCH, Kit.BACKPACK)
KITS: dict[str, tuple[Kit, ...]] = {
    "none": (),
    "home": HOME,
    "band": (Kit.BAND,),
    "dumbbell": (Kit.DUMBBELL,),
    "kettlebell": (Kit.KETTLEBELL,),
    "home and dumbbell": (*HOME, Kit.DUMBBELL),
    "gym": tuple(kit for kit in Kit if kit is not Kit.BACKPACK),
}
NIGGLES = [niggle for niggle in Niggle if niggle not in REFUSED]
LOW, MEDIUM, HIGH = Load
BEGINNER = Level.BEGINNER


def form(id_: str, name: str) -> Form:
    """The form of that name, which the exercise must have."""
    return next(form for form in BEFIT[id_].ladder if form.name == name)


def within_reach(
    level: Level, kit: tuple[Kit, ...], niggle: Niggle | None = None
) -> Iterator[tuple[str, Form]]:
    """The forms for such an athlete, but for jumps and what goes with them: each with its id."""
    for exercise, one in FORMS:
        rule = one.niggles.get(niggle) if niggle else None
        if exercise.role is Role.POWER or (rule and rule.act is Act.AVOID):
            continue
        if one.level > level or one.kit_used(kit) is None:
            continue
        if not one.only_for or niggle in one.only_for:
            yield exercise.id, one


# What everybody can do.


@pytest.mark.parametrize("need", Need)
@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("level", Level)
def test_every_level_with_any_kit_has_work_for_every_need(level: Level, kit: str, need: Need):
    assert any(need in served(one) for _, one in within_reach(level, KITS[kit]))


@pytest.mark.parametrize("need", Need)
@pytest.mark.parametrize("niggle", NIGGLES)
@pytest.mark.parametrize("level", Level)
def test_a_niggle_leaves_work_for_every_need_without_kit(level: Level, niggle: Niggle, need: Need):
    assert any(need in served(one) for _, one in within_reach(level, (), niggle))


@pytest.mark.parametrize("need", Need)
def test_a_beginner_without_kit_has_work_for_every_need_below_high_load(need: Need):
    forms = [one for _, one in within_reach(Level.BEGINNER, ()) if need in served(one)]
    assert min(one.load for one in forms) < HIGH


@pytest.mark.parametrize("need", [need for need in Need if need is not Need.KNEE])
def test_every_need_but_the_knee_s_has_work_of_low_load_without_kit(need: Need):
    forms = [one for _, one in within_reach(Level.BEGINNER, ()) if need in served(one)]
    assert LOW in {one.load for one in forms}


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("level", Level)
def test_hips_and_hamstrings_have_exercises_that_do_not_clash(level: Level, kit: str):
    reach = list(within_reach(level, KITS[kit]))
    hips = [(id_, one.family) for id_, one in reach if Need.HIP in served(one)]
    hamstrings = [(id_, one.family) for id_, one in reach if Need.HAMSTRING in served(one)]
    assert any(
        hip[0] != hamstring[0] and hip[1] != hamstring[1]
        for hip in hips
        for hamstring in hamstrings
    )


@pytest.mark.parametrize("level", Level)
def test_every_level_has_calf_work_with_a_straight_knee_on_one_leg_without_kit(level: Level):
    found = [
        one.name
        for _, one in within_reach(level, ())
        if one.pattern is Pattern.CALF and one.knee is Knee.STRAIGHT and one.per_side
    ]
    assert found == ["Single-leg calf raise on the floor"]


@pytest.mark.parametrize(
    ("level", "kit"),
    [
        pytest.param(Level.BEGINNER, Kit.BACKPACK, id="beginner, backpack"),
        pytest.param(Level.BEGINNER, Kit.DUMBBELL, id="beginner, dumbbell"),
        pytest.param(Level.BEGINNER, Kit.BARBELL, id="beginner, barbell"),
        pytest.param(Level.BEGINNER, Kit.MACHINE, id="beginner, machine"),
        *(
            pytest.param(level, kit, id=f"{level}, {kit}")
            for level in (Level.INTERMEDIATE, Level.ADVANCED)
            for kit in (Kit.BACKPACK, Kit.DUMBBELL, Kit.KETTLEBELL, Kit.BARBELL, Kit.MACHINE)
        ),
    ],
)
def test_who_owns_weight_has_weighted_calf_work(level: Level, kit: Kit):
    assert [
        one
        for _, one in within_reach(level, (kit,))
        if one.pattern is Pattern.CALF and weighted(one)
    ]


@pytest.mark.parametrize("level", Level)
def test_squats_have_a_weighted_rung_of_medium_load(level: Level):
    squats = [one for one in BEFIT["squats"].ladder if weighted(one) and one.load is MEDIUM]
    assert {kit for one in squats for choice in one.kit for kit in choice} == {
        Kit.BACKPACK,
        Kit.DUMBBELL,
        Kit.KETTLEBELL,
    }
    assert all(one.level <= level for one in squats)


# What each form says.


THIRTY = {
    Group.KNEE: ("squats", "lunges", "step-ups", "leg-presses", "clamshells"),
    Group.FOOT: (
        "toe-curls",
        "single-leg-balances",
        "heel-raises",
        "ankle-circles",
        "band-foot-pulls",
    ),
    Group.HIP: (
        "glute-bridges",
        "fire-hydrants",
        "side-leg-raises",
        "hip-thrusts",
        "standing-side-kicks",
    ),
    Group.LEG: (
        "pistol-squats",
        "wall-sits",
        "bulgarian-split-squats",
        "jump-squats",
        "calf-raises",
    ),
    Group.CORE: (
        "planks",
        "russian-twists",
        "bicycle-crunches",
        "superman-holds",
        "mountain-climbers",
    ),
    Group.MARATHON: (
        "deadlifts",
        "box-jumps",
        "single-leg-deadlifts",
        "pull-ups",
        "romanian-deadlifts",
    ),
}


@pytest.mark.parametrize("group", THIRTY)
def test_the_five_of_each_group_stay(group: Group):
    assert {id_: BEFIT[id_].group for id_ in THIRTY[group]} == dict.fromkeys(THIRTY[group], group)


def test_a_form_says_in_one_sentence_how_to_get_into_it():
    sentence = re.compile(r"[A-Z][^.!?]{78,198}\.")
    assert [one.name for _, one in FORMS if not sentence.fullmatch(one.setup or "")] == []


def test_a_figure_shows_every_form_and_every_figure_shows_one():
    assert {one.figure for _, one in FORMS} == set(load_figures())


def test_two_forms_of_one_name_are_one_movement():
    setups: dict[str, set[tuple[str | None, str | None]]] = {}
    for _, one in FORMS:
        setups.setdefault(one.name, set()).add((one.setup, one.figure))
    assert [name for name, told in setups.items() if len(told) > 1] == []


def test_a_name_is_short_enough_for_a_watch_beside_the_repetitions():
    assert [one.name for _, one in FORMS if len(f"12+12 {one.name}") > 48] == []


@pytest.mark.parametrize("id_", BEFIT)
def test_a_ladder_rises_by_level(id_: str):
    levels = [one.level for one in BEFIT[id_].ladder]
    assert levels == sorted(levels)


def doses(one: Form) -> list[Dose]:
    """The doses for those who may do the form."""
    return [one.dose[level] for level in Level if level >= one.level]


def work(dose: Dose) -> Range:
    """Its repetitions or seconds."""
    in_reps_or_held = dose.reps or dose.hold
    assert in_reps_or_held
    return in_reps_or_held


def test_every_dose_has_room_to_grow():
    fixed = [dose for _, one in FORMS for dose in doses(one) if work(dose).low == work(dose).high]
    assert fixed == []


def test_no_hold_is_longer_than_a_minute():
    held = [dose.hold for _, one in FORMS for dose in doses(one) if dose.hold]
    assert max(hold.high for hold in held) == HOLD_MAX_S


def lasting(one: Form) -> bool:
    """Whether it is never heavy."""
    return not heavy([kit for choice in one.kit for kit in choice])


MAIN = [one for exercise, one in FORMS if exercise.role is Role.MAIN and lasting(one)]
ONE_LEG_SQUATS = [one for one in MAIN if one.pattern is Pattern.SQUAT and one.per_side]
CALVES = [one for _, one in FORMS if one.pattern is Pattern.CALF]


def test_main_work_that_is_not_heavy_goes_from_8_repetitions_to_15():
    others = [one for one in MAIN if one not in ONE_LEG_SQUATS]
    assert {
        one.name: dose.reps
        for one in others
        for dose in doses(one)
        if work(dose).low < OTHER_REPS.low or work(dose).high < OTHER_REPS.high
    } == {}


def test_squats_on_one_leg_begin_at_6_repetitions_or_more():
    assert ONE_LEG_SQUATS
    assert {work(dose).low for one in ONE_LEG_SQUATS for dose in doses(one)} == {ONE_LEG_SQUAT_REPS}


def test_calf_work_without_weight_grows_to_25_repetitions():
    bare = [one for one in CALVES if not weighted(one) and not one.only_for]
    assert {work(dose).high for one in bare for dose in doses(one)} == {CALF_REPS.high}


def test_only_heavy_calf_work_and_not_for_beginners_has_less_than_8_repetitions():
    few = [one for one in CALVES for dose in doses(one) if work(dose).low < CALF_REPS.low]
    assert [one.name for one in few if lasting(one)] == []
    beginners = [work(one.dose[Level.BEGINNER]).low for one in CALVES if one.level is BEGINNER]
    assert min(beginners) == CALF_REPS.low


def test_what_is_done_slowly_says_its_tempo_first():
    slow = re.compile(r"\bslow\b|\bslow-|lowering|with a pause|held at the top", re.IGNORECASE)
    tempo = re.compile(
        r"\b(two|three|four) (to four )?(or five )?seconds|, one at the bottom", re.I
    )
    named = [one for _, one in FORMS if slow.search(one.name)]
    assert len(named) > 15
    assert [one.name for one in named if not tempo.search(one.cues[0])] == []


def test_calf_work_says_how_the_knee_stands_and_no_other_does():
    assert [one.name for _, one in FORMS if (one.knee is None) == (one in CALVES)] == []


def test_no_muscle_is_a_movement():
    muscles = {
        muscle for _, one in FORMS for muscle in (*one.muscles.primary, *one.muscles.secondary)
    }
    assert muscles.isdisjoint({"ankle-mobility", "grip"})


@pytest.mark.parametrize("id_", ["squats", "leg-presses", "hip-thrusts"])
def test_squats_and_thrusts_are_no_hamstring_work(id_: str):
    ladder = BEFIT[id_].ladder
    assert [one.name for one in ladder if "hamstrings" in str(one.muscles)] == []


def test_pistols_name_the_hamstrings():
    assert all("hamstrings" in one.muscles.secondary for one in BEFIT["pistol-squats"].ladder)


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        pytest.param("superman-holds", "Back extension on a machine", id="lifting the trunk"),
        pytest.param("step-ups", "Weighted knee-height step-up", id="climbing high"),
        pytest.param("band-foot-pulls", "Band foot pull", id="sitting with a straight leg"),
        pytest.param(
            "band-foot-pulls", "Strong-band foot pull with a pause", id="the same with more band"
        ),
        pytest.param("romanian-deadlifts", "Romanian deadlift", id="a hinge"),
    ],
)
def test_a_sore_hamstring_is_spared_what_loads_or_stretches_it_with_the_hip_bent(
    id_: str, name: str
) -> None:
    assert form(id_, name).niggles[Niggle.HAMSTRING].act is Act.AVOID


def test_nothing_jumps_onto_or_climbs_a_chair():
    climbs = [one for _, one in FORMS if one.contacts or one.family == "step"]
    # A chair beside a box is one to start from, sitting.
    onto_a_chair = [one for one in climbs if (Kit.BOX,) not in one.kit]
    assert [
        one.name for one in onto_a_chair if any(Kit.BENCH in choice for choice in one.kit)
    ] == []


def test_nothing_jumps_onto_a_stair():
    jumps = [one for _, one in FORMS if one.contacts]
    assert [one.name for one in jumps if any(Kit.STEP in choice for choice in one.kit)] == []


WITH_BACKPACK = [one for _, one in FORMS if (Kit.BACKPACK,) in one.kit]


def test_what_a_backpack_is_in_is_never_of_high_load():
    assert {one.load for one in WITH_BACKPACK} == {LOW, MEDIUM}


@pytest.mark.parametrize(
    "id_",
    [
        "squats",
        "lunges",
        "step-ups",
        "heel-raises",
        "glute-bridges",
        "hip-thrusts",
        "bulgarian-split-squats",
        "calf-raises",
        "planks",
        "single-leg-deadlifts",
        "pull-ups",
        "romanian-deadlifts",
    ],
)
def test_a_backpack_at_home_is_enough_for_a_weighted_form(id_: str):
    assert [one for one in BEFIT[id_].ladder if weighted(one) and one.kit_used(HOME) is not None]


LOADS = {
    HIGH: (
        ("hip-thrusts", "Barbell hip thrust"),
        ("hip-thrusts", "Machine hip thrust"),
        ("step-ups", "Barbell step-up"),
        ("step-ups", "Weighted knee-height step-up"),
        ("single-leg-deadlifts", "Barbell single-leg deadlift"),
        ("pistol-squats", "Weighted pistol squat"),
        ("bulgarian-split-squats", "Weighted Bulgarian split squat"),
        ("leg-presses", "Heavy leg press with slow lowering"),
    ),
    MEDIUM: (
        ("bulgarian-split-squats", "Bulgarian split squat"),
        ("pistol-squats", "Pistol squat"),
        ("squats", "Backpack squat, hugged"),
        ("squats", "Light goblet squat"),
        ("romanian-deadlifts", "Backpack Romanian deadlift"),
        ("hip-thrusts", "Dumbbell hip thrust"),
        ("hip-thrusts", "Single-leg hip thrust"),
        ("glute-bridges", "Single-leg bridge"),
        ("glute-bridges", "One-leg long-lever bridge"),
    ),
    LOW: (
        ("deadlifts", "Unloaded hip hinge to a wall"),
        ("romanian-deadlifts", "Hip hinge, stick along the back"),
        ("single-leg-deadlifts", "Staggered-stance hinge"),
        ("glute-bridges", "Glute bridge"),
        ("glute-bridges", "Long-lever bridge"),
        ("hip-thrusts", "Bodyweight hip thrust"),
    ),
}


@pytest.mark.parametrize(
    ("load", "id_", "name"),
    [
        pytest.param(load, id_, name, id=f"{load}: {name}")
        for load, rows in LOADS.items()
        for id_, name in rows
    ],
)
def test_a_form_has_the_load_of_full_effort(load: Load, id_: str, name: str):
    assert form(id_, name).load is load


def test_calf_work_on_one_leg_or_with_weight_is_of_medium_load_and_other_of_low():
    loads = {True: MEDIUM, False: LOW}
    wrong = [one for one in CALVES if one.load is not loads[one.per_side or weighted(one)]]
    assert [one.name for one in wrong] == []


@pytest.mark.parametrize("id_", ["deadlifts", "romanian-deadlifts"])
def test_a_hinge_drill_without_weight_is_no_hamstring_work(id_: str):
    drills = [one for one in BEFIT[id_].ladder if not one.kit]
    assert [served(one) for one in drills] == [{Need.HIP}]


def test_sides_take_turns_where_a_set_has_both():
    alternating = [one.name for _, one in FORMS if one.alternates]
    assert sorted(alternating) == sorted(
        (
            "Plank with shoulder taps",
            "Dead bug",
            "Bird dog",
            "Opposite arm and leg lift, face down",
            "Slow Russian twist, feet down",
            "Russian twist",
            "Weighted Russian twist",
            *(one.name for one in BEFIT["mountain-climbers"].ladder),
            *(one.name for one in BEFIT["bicycle-crunches"].ladder),
        )
    )
    assert all(one.per_side for _, one in FORMS if one.alternates)


@pytest.mark.parametrize(
    ("id_", "name", "text"),
    [
        ("pull-ups", "Pull-up", "Five strict pull-ups."),
        (
            "planks",
            "Side plank, inner knee on a chair",
            "A side plank of 30 seconds on each side.",
        ),
    ],
)
def test_a_form_says_what_comes_before_it(id_: str, name: str, text: str):
    assert form(id_, name).prerequisite == text


@pytest.mark.parametrize("id_", ["jump-squats", "box-jumps"])
def test_jumps_begin_with_a_landing_that_anyone_can_own(id_: str):
    first, *others = [one for one in BEFIT[id_].ladder if one.contacts]
    assert (first.name, first.level) == ("Snap-down landing drill", BEGINNER)
    assert all(one.prerequisite and one.level > BEGINNER for one in others)


def test_no_hop_is_an_exercise():
    assert [one.name for _, one in FORMS if re.search(r"\bhops?\b", one.name.lower())] == []


def test_nordics_are_the_top_rung_and_stay_out_of_three_weeks_before_a_race():
    nordic = BEFIT["glute-bridges"].ladder[-1]
    assert (nordic.name, nordic.level, nordic.race_weeks) == ("Nordic lowering", Level.ADVANCED, 3)


@pytest.mark.parametrize(
    ("id_", "name", "needs"),
    [
        ("superman-holds", "Superman with slow arm pulls", {Need.CORE, Need.PULL}),
        ("glute-bridges", "Leg curl on a machine", {Need.HAMSTRING}),
        ("glute-bridges", "Nordic lowering", {Need.HAMSTRING}),
        ("glute-bridges", "Long-lever bridge", {Need.HIP, Need.HAMSTRING}),
        ("glute-bridges", "Glute bridge", {Need.HIP}),
        ("planks", "Side plank, inner knee on a chair", {Need.CORE}),
        ("planks", "Wall push-up", {Need.PUSH}),
        ("mountain-climbers", "Standing knee drive", set()),
    ],
)
def test_a_form_serves_what_it_trains(id_: str, name: str, needs: set[Need]):
    assert served(form(id_, name)) == needs


# What a niggle changes.

TEN_SECONDS = {"sets": Range(2, 2), "reps": Range(5, 6), "seconds_per_rep": 10}
LIGHT = {"sets": Range(2, 2), "reps": Range(10, 12)}
SLOW = {"seconds_per_rep": 6}
HELD = {"sets": Range(2, 3), "hold": Range(25, 45)}
FIRST, MODIFY, AVOID = Act
RULES: dict[tuple[Niggle, str, str], tuple[Act, dict[str, object]]] = {
    (Niggle.LOW_BACK, "superman-holds", "Bird dog"): (FIRST, {}),
    (Niggle.LOW_BACK, "superman-holds", "Superman hold"): (AVOID, {}),
    (Niggle.LOW_BACK, "russian-twists", "Dead bug"): (FIRST, {}),
    (Niggle.LOW_BACK, "russian-twists", "Band press-out"): (FIRST, {}),
    (Niggle.LOW_BACK, "russian-twists", "Weighted Russian twist"): (AVOID, {}),
    (Niggle.LOW_BACK, "bicycle-crunches", "Bicycle crunch"): (AVOID, {}),
    (Niggle.LOW_BACK, "planks", "Plank"): (FIRST, TEN_SECONDS),
    (Niggle.LOW_BACK, "planks", "Side plank"): (FIRST, TEN_SECONDS),
    (Niggle.LOW_BACK, "planks", "Push-up"): (MODIFY, {}),
    (Niggle.LOW_BACK, "deadlifts", "Raised-start deadlift"): (MODIFY, LIGHT),
    (Niggle.LOW_BACK, "deadlifts", "Weighted deadlift from the floor"): (AVOID, {}),
    (Niggle.LOW_BACK, "romanian-deadlifts", "Romanian deadlift"): (MODIFY, LIGHT),
    (Niggle.HAMSTRING, "hip-thrusts", "Bodyweight hip thrust"): (FIRST, {}),
    (Niggle.HAMSTRING, "glute-bridges", "Glute bridge"): (FIRST, HELD),
    (Niggle.HAMSTRING, "glute-bridges", "Long-lever bridge"): (FIRST, HELD),
    (Niggle.HAMSTRING, "romanian-deadlifts", "Romanian deadlift"): (AVOID, {}),
    (Niggle.HAMSTRING, "deadlifts", "Barbell deadlift from the floor"): (AVOID, {}),
    (Niggle.PLANTAR, "heel-raises", "Slow two-leg heel raise, sock under toes"): (FIRST, {}),
    (Niggle.PLANTAR, "heel-raises", "Slow one-leg heel raise, sock under toes"): (FIRST, {}),
    (Niggle.ACHILLES, "calf-raises", "Single-leg calf raise on the floor"): (FIRST, {}),
    (Niggle.ACHILLES, "calf-raises", "Weighted single-leg calf raise"): (FIRST, SLOW),
    (Niggle.ACHILLES, "calf-raises", "Single-leg calf raise on a machine"): (FIRST, SLOW),
    (Niggle.ACHILLES, "calf-raises", "Single-leg calf raise on a step"): (AVOID, {}),
    (Niggle.RUNNERS_KNEE, "squats", "Quarter squat, hands on support"): (FIRST, {}),
    (Niggle.RUNNERS_KNEE, "squats", "Half squat with a hand on support"): (MODIFY, {}),
    (Niggle.RUNNERS_KNEE, "squats", "Bodyweight squat"): (AVOID, {}),
    (Niggle.ITB, "squats", "Half squat with a hand on support"): (MODIFY, {"sets": Range(2, 2)}),
    (Niggle.ITB, "squats", "Bodyweight squat"): (MODIFY, {"sets": Range(2, 2)}),
    (Niggle.HAMSTRING, "squats", "Half squat with a hand on support"): (MODIFY, {}),
    (Niggle.HAMSTRING, "squats", "Bodyweight squat"): (MODIFY, {}),
}


@pytest.mark.parametrize(
    ("place", "act", "dose"),
    [pytest.param(place, act, dose, id=", ".join(place)) for place, (act, dose) in RULES.items()],
)
def test_a_niggle_changes_the_form(
    place: tuple[Niggle, str, str], act: Act, dose: dict[str, object]
):
    niggle, id_, name = place
    rule = form(id_, name).niggles[niggle]
    assert rule.act is act
    changed = {key: getattr(rule, key) for key in ("sets", "reps", "hold", "seconds_per_rep")}
    assert changed == dict.fromkeys(changed) | dose


def test_what_is_meant_for_a_niggle_is_first_line_work_for_it():
    meant = [(one, niggle) for _, one in FORMS for niggle in one.only_for]
    assert [one.name for one, niggle in meant if one.niggles[niggle].act is not FIRST] == []


def test_a_healthy_runner_puts_no_sock_under_the_toes():
    socks = [one for _, one in FORMS if "sock" in one.name]
    assert {(one.only_for, one.seconds_per_rep) for one in socks} == {((Niggle.PLANTAR,), 8)}
    assert not any(one.kit for one in socks if not weighted(one))


def test_with_a_sore_back_no_backpack_is_worn():
    for one in WITH_BACKPACK:
        if re.search(r"\bwear\b", (one.setup or "").lower()):
            rule = one.niggles[Niggle.LOW_BACK]
            assert rule.act is AVOID or rule.note == "Hug the backpack, don't wear it."


def test_the_plan_alone_says_on_which_days_a_sore_spot_is_worked():
    """R59 wants a tendon loaded on a third day, and not on the one before a key run."""
    notes = [rule.note or "" for _, one in FORMS for rule in one.niggles.values()]
    assert [note for note in notes if re.search(r"\b(days?|sessions?|weeks?)\b", note)] == []


SWAPPED = [(one, niggle) for _, one in FORMS for niggle in one.niggles if one.niggles[niggle].swap]


def test_a_swap_has_a_form_for_who_is_sore():
    helpless = []
    for one, niggle in SWAPPED:
        left = {id_ for id_, _ in within_reach(BEGINNER, HOME, niggle)}
        if left.isdisjoint(one.niggles[niggle].swap):
            helpless.append((one.name, niggle))
    assert helpless == []
