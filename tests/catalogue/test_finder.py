"""Words -> exercises: by a name or a few letters of it, by group and pattern, or one sentence where
they mean none or several.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import CATALOGUE, IN_SPANISH, a_form, an_exercise

from befit_cli.catalogue.finder import find_exercise, form_called, form_meant, narrow, none_fits
from befit_cli.errors import UsageError
from befit_cli.values import Catalogue, Exercise, Group, Pattern

ALL = "befit exercises lists them all."
SINGULAR = {
    "squats": "squat",
    "lunges": "lunge",
    "step-ups": "step-up",
    "leg-presses": "leg press",
    "clamshells": "clamshell",
    "toe-curls": "toe curl",
    "single-leg-balances": "single-leg balance",
    "heel-raises": "heel raise",
    "ankle-circles": "ankle circle",
    "band-foot-pulls": "resistance band foot pull",
    "glute-bridges": "glute bridge",
    "fire-hydrants": "fire hydrant",
    "side-leg-raises": "side leg raise",
    "hip-thrusts": "hip thrust",
    "standing-side-kicks": "standing side kick",
    "pistol-squats": "pistol squat",
    "wall-sits": "wall sit",
    "bulgarian-split-squats": "bulgarian split squat",
    "jump-squats": "jump squat",
    "calf-raises": "calf raise",
    "planks": "plank",
    "russian-twists": "russian twist",
    "bicycle-crunches": "bicycle crunch",
    "superman-holds": "superman hold",
    "mountain-climbers": "mountain climber",
    "deadlifts": "deadlift",
    "box-jumps": "box jump",
    "single-leg-deadlifts": "single-leg deadlift",
    "pull-ups": "pull-up",
    "romanian-deadlifts": "romanian deadlift",
}


def found(word: str, *exercises: Exercise) -> str:
    return find_exercise(Catalogue(exercises) if exercises else CATALOGUE, word).id


def refused(word: str, *exercises: Exercise) -> str:
    with pytest.raises(UsageError) as wrong:
        found(word, *exercises)
    return str(wrong.value)


@pytest.mark.parametrize("exercise", CATALOGUE.exercises, ids=lambda exercise: exercise.id)
def test_an_exercise_is_found_by_its_id_its_name_its_singular_and_its_aliases(exercise: Exercise):
    words = [exercise.id, exercise.name, SINGULAR[exercise.id], *exercise.aliases]
    assert {word: found(word) for word in words} == dict.fromkeys(words, exercise.id)


@given(exercise=st.sampled_from(CATALOGUE.exercises), data=st.data())
def test_case_and_hyphens_make_no_difference(exercise: Exercise, data: st.DataObject):
    names = [exercise.id, exercise.name, SINGULAR[exercise.id], *exercise.aliases]
    word = ""
    for letter in data.draw(st.sampled_from(names)):
        if re.match(r"\W", letter):
            word += data.draw(st.sampled_from(("-", " ", "", "  ")))
        else:
            word += data.draw(st.sampled_from((letter.lower(), letter.upper())))
    assert found(word) == exercise.id


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        pytest.param("bulg", "bulgarian-split-squats", id="the first letters"),
        pytest.param("hydr", "fire-hydrants", id="the first letters of a later word"),
        pytest.param("climbers", "mountain-climbers", id="a later word in the plural"),
        pytest.param("leg presse", "leg-presses", id="a plural begun"),
        pytest.param("fire hyd", "fire-hydrants", id="two words begun"),
        pytest.param("pushups", "planks", id="an alias without its hyphen, in the plural"),
        pytest.param("woodch", "russian-twists", id="the first letters of an alias"),
        pytest.param("rdl", "romanian-deadlifts", id="an alias that is also a word of another"),
        pytest.param("ulgari", "bulgarian-split-squats", id="letters from the middle"),
        pytest.param("face-down arm pulls", "pull-ups", id="a form, as a plan names it"),
        pytest.param("squat", "squats", id="a name that is also a word of others"),
    ],
)
def test_a_few_letters_are_enough(word: str, id_: str):
    assert found(word) == id_


LANGUAGES = [pytest.param(CATALOGUE, id="English"), pytest.param(IN_SPANISH, id="Spanish")]


@pytest.mark.parametrize("catalogue", LANGUAGES)
@pytest.mark.parametrize("id_", CATALOGUE.by_id)
def test_an_exercise_is_found_by_its_names_in_either_language(catalogue: Catalogue, id_: str):
    words = []
    for exercise in (CATALOGUE.by_id[id_], IN_SPANISH.by_id[id_]):
        words += [exercise.name, *exercise.aliases]
    assert {word: find_exercise(catalogue, word).id for word in words} == dict.fromkeys(words, id_)


@pytest.mark.parametrize("catalogue", LANGUAGES)
@pytest.mark.parametrize("id_", CATALOGUE.by_id)
def test_a_form_is_found_by_its_name_in_either_language(catalogue: Catalogue, id_: str):
    exercise = catalogue.by_id[id_]
    for form in exercise.ladder:
        found_forms = [form_called(exercise, name) for name in form.names]
        assert found_forms == [form] * len(form.names)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        pytest.param("nordic", "Nordic lowering", id="a word that one form has alone"),
        pytest.param("nord", "Nordic lowering", id="its first letters"),
        pytest.param("curl nórdico", "Nordic lowering", id="in the other language"),
        pytest.param("towel row", "Towel row round a door", id="two words"),
        pytest.param("glute bridge", "Glute bridge", id="the whole name of one"),
        pytest.param("hamstring curl", None, id="words of no form together"),
        pytest.param("dumbbell row", None, id="one word of several forms"),
        pytest.param("squat", None, id="a word of the exercise's own name"),
        pytest.param("back squat", None, id="a word that is only begun, before another"),
    ],
)
def test_the_form_that_a_word_means_is_the_only_one_that_has_it(word: str, form: str | None):
    meant = form_meant(find_exercise(CATALOGUE, word), word)
    assert (meant and meant.name) == form


@given(word=st.text(max_size=12), exercise=st.sampled_from(CATALOGUE.exercises))
def test_any_words_mean_a_form_or_none(word: str, exercise: Exercise):
    meant = form_meant(exercise, word)
    assert meant is None or meant in exercise.ladder


@pytest.mark.parametrize("catalogue", LANGUAGES)
@pytest.mark.parametrize(
    ("word", "id_"),
    [
        pytest.param("sentadilla", "squats", id="the singular"),
        pytest.param("sentadilla búlgara", "bulgarian-split-squats", id="two words"),
        pytest.param("SENTADILLA BULGARA", "bulgarian-split-squats", id="without accents"),
        pytest.param("bulg", "bulgarian-split-squats", id="the first letters in either"),
        pytest.param("peso muerto rumano", "romanian-deadlifts", id="not the peso muerto alone"),
        pytest.param("peso muerto", "deadlifts", id="not the rumano"),
        pytest.param("elevación de talones", "heel-raises", id="a plural in -ciones"),
        pytest.param("elevacion de talon", "heel-raises", id="a plural in -ones"),
        pytest.param("elevaciones laterales de pierna", "side-leg-raises", id="one in -ales"),
        pytest.param("gemelos", "calf-raises", id="the calves of Spain"),
        pytest.param("pantorrilla", "calf-raises", id="the calves of Mexico"),
        pytest.param("lagartijas", "planks", id="push-ups in Mexico"),
        pytest.param("flexiones", "planks", id="push-ups in Spain"),
        pytest.param("desplante", "lunges", id="a lunge in Mexico"),
        pytest.param("zancada", "lunges", id="a lunge in Spain"),
        pytest.param("LEÑADOR", "russian-twists", id="an ñ"),
        pytest.param("lenador", "russian-twists", id="an ñ where there is none"),
        pytest.param("hip thrust", "hip-thrusts", id="what gyms say"),
        pytest.param("squat", "squats", id="English"),
        pytest.param("rdl", "romanian-deadlifts", id="an English alias"),
    ],
)
def test_words_of_either_language_find_it(catalogue: Catalogue, word: str, id_: str):
    assert find_exercise(catalogue, word).id == id_


def test_the_catalogues_own_names_come_before_those_of_other_languages():
    here = called("Hop")
    there = an_exercise(a_form("Salto"), name="Salto", id="salto", other_names=("Hop drill",))
    assert found("hop", here, there) == found("hop", there, here) == "hop"
    assert found("hop d", here, there) == "salto"


def test_letters_from_the_middle_of_another_language_mean_nothing():
    there = an_exercise(a_form("Walk"), name="Walk", id="walk", other_names=("Caminando",))
    assert refused("nan", there) == f"There is no exercise 'nan'. {ALL}"


@pytest.mark.parametrize(
    ("catalogue", "word", "nearest"),
    [
        pytest.param(IN_SPANISH, "sentadila bulgara", "Sentadillas búlgaras", id="Spanish"),
        pytest.param(CATALOGUE, "sentadila bulgara", "Sentadillas búlgaras", id="in English, too"),
        pytest.param(IN_SPANISH, "burgarian", "bulgarian", id="English in Spanish"),
    ],
)
def test_a_slip_in_either_language_is_told(catalogue: Catalogue, word: str, nearest: str):
    with pytest.raises(UsageError, match=f"did you mean '{nearest}'"):
        find_exercise(catalogue, word)


def called(name: str, *aliases: str, form: str = "A form", **fields: object) -> Exercise:
    return an_exercise(
        a_form(form), name=name, id=name.lower().replace(" ", "-"), aliases=aliases, **fields
    )


@pytest.mark.parametrize(
    ("word", "better", "worse"),
    [
        pytest.param("hops", called("Hops"), called("Other", "hops"), id="an id beats an alias"),
        pytest.param("hop", called("Hops"), called("Other", form="Hop"), id="a name beats a form"),
        pytest.param(
            "hop", called("Other", "hop"), called("Hop drills"), id="an alias beats letters"
        ),
        pytest.param(
            "crunch", called("Crunches"), called("Crunch drills"), id="so does a singular"
        ),
        pytest.param("lap", called("Other", form="Lap"), called("Lap drills"), id="so does a form"),
        pytest.param(
            "hop", called("Low hopping"), called("Shops"), id="a beginning beats a middle"
        ),
    ],
)
def test_the_better_fit_wins_whichever_comes_first(word: str, better: Exercise, worse: Exercise):
    assert found(word, better, worse) == found(word, worse, better) == better.id


SENTENCES = {
    "two, the name first": (
        "calf",
        "'calf' could be Calf raises (calf-raises) or Heel raises (heel-raises): say which.",
    ),
    "a plural of its own": (
        "calves",
        "'calves' could be Calf raises (calf-raises) or Heel raises (heel-raises): say which.",
    ),
    "three": (
        "dl",
        "'dl' could be Deadlifts (deadlifts), Single-leg deadlifts (single-leg-deadlifts) or "
        "Romanian deadlifts (romanian-deadlifts): say which.",
    ),
    "a form that two have": (
        "Snap-down landing drill",
        "'Snap-down landing drill' could be Jump squats (jump-squats) or Box jumps (box-jumps): "
        "say which.",
    ),
    "nothing": (
        "",
        f"'' could be {len(CATALOGUE.exercises)} exercises: say more of the name. {ALL}",
    ),
    "a slip": ("squads", f"There is no exercise 'squads'; did you mean 'squats'? {ALL}"),
    "near": ("burgarian", f"There is no exercise 'burgarian'; did you mean 'bulgarian'? {ALL}"),
    "near nothing": ("xyz", f"There is no exercise 'xyz'. {ALL}"),
    "another script": ("深蹲", f"There is no exercise '深蹲'. {ALL}"),
}


@pytest.mark.parametrize(("word", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_what_means_several_or_none_is_one_sentence(word: str, sentence: str):
    assert refused(word) == sentence


def test_more_than_six_are_counted():
    hops = [called(f"Hop {number}") for number in range(7)]
    counted = f"'hop' could be 7 exercises: say more of the name. {ALL}"
    assert refused("hop", *hops) == counted
    assert refused("hop", *hops[:6]).endswith("Hop 4 (hop-4) or Hop 5 (hop-5): say which.")


def test_two_exercises_of_one_name_are_told_apart_by_their_ids():
    twins = [an_exercise(a_form("Hop"), id=id_, name="Hops") for id_ in ("low-hops", "high-hops")]
    both = "'hops' could be Hops (low-hops) or Hops (high-hops): say which."
    assert refused("hops", *twins) == both
    assert [found(twin.id, *twins) for twin in twins] == ["low-hops", "high-hops"]


HOP = called("Hop", form="Hop", group=Group.FOOT)
BEND = an_exercise(
    a_form("Bend"), a_form("Bow", pattern=Pattern.HINGE), name="Bend", group=Group.KNEE
)
CIRCLE = an_exercise(a_form("Circle", pattern=Pattern.FOOT), name="Circle", group=Group.FOOT)


@pytest.mark.parametrize(
    ("groups", "patterns", "names"),
    [
        pytest.param((), (), ["Bend", "Hop", "Circle"], id="all, the groups in their order"),
        pytest.param((Group.FOOT,), (), ["Hop", "Circle"], id="a group"),
        pytest.param((Group.FOOT, Group.KNEE), (), ["Bend", "Hop", "Circle"], id="two groups"),
        pytest.param((), (Pattern.SQUAT,), ["Bend", "Hop"], id="a pattern"),
        pytest.param((), (Pattern.HINGE,), ["Bend"], id="a pattern of one form only"),
        pytest.param((), (Pattern.FOOT, Pattern.HINGE), ["Bend", "Circle"], id="two patterns"),
        pytest.param((Group.FOOT,), (Pattern.SQUAT,), ["Hop"], id="a group and a pattern"),
        pytest.param((Group.HIP,), (), [], id="none"),
    ],
)
def test_groups_and_patterns_narrow_the_catalogue(
    groups: tuple[Group, ...], patterns: tuple[Pattern, ...], names: list[str]
):
    narrowed = narrow(Catalogue((HOP, BEND, CIRCLE)), groups, patterns)
    assert [exercise.name for exercise in narrowed] == names


def test_where_none_fits_the_sentence_says_what_to_loosen():
    one = "No exercise fits --group foot. Leave it out, or name more."
    assert none_fits((Group.FOOT,), ()) == one
    two = "No exercise fits --group foot,hip and --pattern pull."
    hint = "Leave one of them out, or name more."
    assert none_fits((Group.FOOT, Group.HIP), (Pattern.PULL,)) == f"{two} {hint}"
