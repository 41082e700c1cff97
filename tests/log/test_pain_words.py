"""Words -> the pain in joints, and the niggles that these stand for."""

import time

import pytest
from strategies import CATALOGUE

from befit_cli.errors import UsageError
from befit_cli.evidence.joints import JOINTS, niggles_at
from befit_cli.language import Language, speaking
from befit_cli.log.pain_words import read_pain
from befit_cli.values import Niggle


@pytest.mark.parametrize(
    ("words", "pain"),
    [
        pytest.param("knee=4,calf=2", {"knee": 4, "calf": 2}, id="as the manual has it"),
        pytest.param("knee 4 calf 2", {"knee": 4, "calf": 2}, id="with blanks"),
        pytest.param("Knee: 4/10; Heel: 0", {"knee": 4, "heel": 0}, id="of ten"),
        pytest.param("left knee=4", {"knee": 4}, id="a side"),
        pytest.param("rodilla=4, talón=2", {"knee": 4, "heel": 2}, id="in Spanish"),
        pytest.param("gemelo 4, sóleo 2", {"calf": 4}, id="the calf in Spanish"),
        pytest.param("pie 4, tobillo 2", {"foot": 4, "ankle": 2}, id="the foot in Spanish"),
        pytest.param("espinilla 4, lumbar 2", {"shin": 4, "back": 2}, id="others in Spanish"),
        pytest.param("isquio 4", {"hamstring": 4}, id="the hamstring in Spanish"),
        pytest.param("knees=4, calves=2", {"knee": 4, "calf": 2}, id="in the plural"),
        pytest.param("runner's knee=3", {"runners-knee": 3}, id="a niggle"),
        pytest.param("achilles=2, shin splints 3", {"achilles": 2, "shin": 3}, id="niggles"),
        pytest.param("lower back 3", {"low-back": 3}, id="a niggle of several words"),
        pytest.param("knee=4,knee=5,knee=1", {"knee": 5}, id="the worst of one joint"),
        pytest.param("none", {}, id="none"),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_words_say_where_and_how_much(words: str, pain: dict[str, int]):
    assert read_pain(words) == pain


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("4", "--pain '4' doesn't say where and how much."),
        ("x" * 50, f"--pain '{'x' * 40}' doesn't say where and how much."),
        ("knee", "--pain 'knee' doesn't say where and how much."),
        ("knee=-1", "--pain 'knee=-1' doesn't say where and how much."),
        ("knee=3.5", "--pain 'knee=3.5' doesn't say where and how much."),
        ("knee=nan", "--pain 'knee=nan' doesn't say where and how much."),
        ("knee=11", "11 for pain can't be: write 0 to 10."),
        ("knee=999999999", "So many for pain can't be: write 0 to 10."),
        (
            "elbow=4",
            "--pain 'elbow' is no joint that befit knows; they are knee, calf, shin, ankle, heel, foot, hamstring, back.",
        ),
    ],
)
def test_what_is_no_pain_in_a_joint_is_refused(words: str, message: str):
    with pytest.raises(UsageError) as refused:
        read_pain(words)
    assert refused.value.message == message
    assert refused.value.hint.endswith("Nothing was logged.")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        pytest.param(
            Language.EN,
            "--pain 'kne' is no joint that befit knows; they are knee, calf, shin, ankle, heel, "
            "foot, hamstring, back; did you mean 'knee'? Pain at an exercise stands beside it: "
            "squat pain4. Nothing was logged.",
            id="English",
        ),
        pytest.param(
            Language.ES,
            "--pain 'kne' no es una zona que befit conozca; son rodilla (knee), pantorrilla "
            "(calf), espinilla (shin), tobillo (ankle), talón (heel), pie (foot), isquiotibiales "
            "(hamstring), espalda (back); ¿quizá querías decir 'knee'? El dolor en un ejercicio "
            "va a su lado: sentadillas dolor4. No se anotó nada.",
            id="Spanish",
        ),
    ],
)
def test_a_mistyped_joint_is_named_beside_those_there_are(language: Language, told: str) -> None:
    with speaking(language), pytest.raises(UsageError) as refused:
        read_pain("kne=6")
    assert str(refused.value) == told


@pytest.mark.parametrize("joint", JOINTS)
def test_a_joint_stands_for_niggles_that_the_catalogue_marks(joint: str):
    niggles = niggles_at(joint)
    assert niggles
    for niggle in niggles:
        assert any(niggle in exercise.niggles for exercise in CATALOGUE.exercises)


@pytest.mark.parametrize("niggle", Niggle)
def test_a_niggle_stands_for_itself(niggle: Niggle):
    assert niggle in niggles_at(niggle.value)


def test_another_word_stands_for_nothing():
    assert niggles_at("elbow") == ()


def test_no_words_keep_it_long():
    began = time.process_time()
    assert read_pain(f"{' ' * 4_000}knee{' ' * 4_000}4") == {"knee": 4}
    with pytest.raises(UsageError):
        read_pain(f"{' ' * 4_000}knee 2026-12-01")
    assert time.process_time() - began < 1
