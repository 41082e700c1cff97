"""What befit offers a runner to type: Spanish says what each word means, and understands that."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from strategies import CATALOGUE, athletes

from befit_cli.errors import FileFaults, UsageError
from befit_cli.language import Language, speaking
from befit_cli.runner.corrections import read_correction, read_corrections
from befit_cli.runner.days import read_day
from befit_cli.runner.kinds import Saying, choice
from befit_cli.runner.offered import told
from befit_cli.runner.options import ATHLETE
from befit_cli.runner.profile import load_profile
from befit_cli.runner.time_off import read_time_off
from befit_cli.runner.vocabulary import PATTERN_WORDS
from befit_cli.runner.words import assumptions, plan_remark, read_athlete, words_for
from befit_cli.runner.written_profile import (
    adjusted_profile,
    answered_profile,
    corrected_profile,
    named_profile,
    profile_text,
    said_profile,
)
from befit_cli.values import Athlete, Day, Group, Kit, Level, Niggle, Off, Pattern, Race
from befit_cli.values.running_plan import RunKind

THURSDAY = date(2026, 11, 26)
_PATTERN = choice("pattern", Pattern, also=PATTERN_WORDS)


def of_option(name: str) -> Callable[[str], Any]:
    return lambda word: words_for(read_athlete({name: word}, CATALOGUE))[name]


READ: dict[type[StrEnum], Callable[[str], Any]] = {
    Race: of_option("race"),
    Level: of_option("level"),
    Kit: of_option("kit"),
    Niggle: of_option("niggle"),
    Group: of_option("focus"),
    Day: read_day,
    Off: lambda word: read_time_off([word], THURSDAY, CATALOGUE).why,
    RunKind: lambda word: read_correction("Steady", word, "--as").kind,
}
OFFERED = [
    *[(read, word) for words, read in READ.items() for word in words],
    *[(of_option("kit"), word) for word in ("home", "gym")],
]
SAME_IN_BOTH = {"5k", "10k", "core"}
told_in_spanish = pytest.mark.parametrize(
    ("read", "word"), [pytest.param(*each, id=f"{each[1]}") for each in OFFERED]
)


def meaning(word: str) -> str:
    """What Spanish says before the word."""
    with speaking(Language.ES):
        said = told(word)
    gloss = re.fullmatch(r"(.+) \((.+)\)", said)
    assert gloss, said
    assert gloss[2] == word
    return gloss[1]


@told_in_spanish
def test_english_tells_a_word_as_it_is_typed(read: Callable[[str], Any], word: str) -> None:
    assert told(word) == word


@told_in_spanish
@pytest.mark.parametrize("language", Language)
def test_what_spanish_says_of_a_word_is_understood_as_it(
    read: Callable[[str], Any], word: str, language: Language
) -> None:
    if word not in SAME_IN_BOTH:
        with speaking(language):
            assert read(meaning(word)) == read(word)


@pytest.mark.parametrize("pattern", Pattern)
def test_what_spanish_says_of_a_movement_is_understood_as_it(pattern: Pattern) -> None:
    assert _PATTERN.read(Saying(meaning(pattern), "--pattern", CATALOGUE)) is pattern


@pytest.mark.parametrize(
    ("option", "word", "sentence"),
    [
        pytest.param(
            "race",
            "triatlón",
            "'triatlón' no vale como carrera; puedes escribir 5k, 10k, media maratón (half), "
            "maratón (marathon), nada (none).",
            id="no race",
        ),
        pytest.param(
            "race",
            "100 km",
            "'100 km' es más larga de lo que befit planifica: befit llega hasta la maratón.",
            id="beyond the marathon",
        ),
        pytest.param(
            "hard",
            "lunse",
            "'lunse' no es un día; los días son lunes (mon), martes (tue), miércoles (wed), "
            "jueves (thu), viernes (fri), sábado (sat), domingo (sun); ¿quizá querías decir "
            "'lunes'?",
            id="near a day",
        ),
        pytest.param(
            "minutes",
            "2 horas",
            "--minutes 120 está fuera de rango; tiene que ser de 15 a 60.",
            id="too long",
        ),
        pytest.param(
            "sessions", "una", "--sessions 'una' no es un número entero; tiene que ser 2 o 3.", id="few"
        ),
        pytest.param(
            "race-date",
            "martes 18 de abril de 2027",
            "--race-date 'martes 18 de abril de 2027' no cuadra: 2027-04-18 es domingo. Escribe la "
            "que quieres decir.",
            id="a day that does not fit",
        ),
        pytest.param(
            "niggle",
            "rodilla",
            "'rodilla' podría ser rodilla del corredor (runners-knee: delante de la rodilla) o "
            "cintilla iliotibial (itb: lado de fuera de la rodilla): escribe cuál.",
            id="two spots",
        ),
        pytest.param(
            "niggle",
            "embarazo",
            "'embarazo' pide más de lo que befit sabe: una matrona, una partera o un médico pueden "
            "decirte qué trabajo de fuerza te sienta bien ahora.",
            id="for a midwife",
        ),
        pytest.param(
            "swap",
            "sentadillas=sentadillas",
            "--swap 'sentadillas=sentadillas' es un solo ejercicio y no un cambio. Escribe otro "
            "ejercicio en lugar de squats.",
            id="no exchange",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_spanish(option: str, word: str, sentence: str) -> None:
    with speaking(Language.ES), pytest.raises(UsageError) as refused:
        read_athlete({option: word}, CATALOGUE)
    assert str(refused.value) == sentence


def test_what_is_assumed_is_told_by_its_name_and_not_by_what_is_typed() -> None:
    with speaking(Language.ES):
        assert assumptions({}, Athlete()) == (
            "Se da por hecho: 10k (--race), 2 sesiones (--sessions), principiante (--level), "
            "material de casa (--kit), 30 minutos (--minutes), tirada larga el domingo "
            "(--long-run), entrenamiento fuerte el miércoles (--hard)."
        )


def test_what_a_running_plan_says_is_told_in_spanish() -> None:
    athlete = Athlete(race=Race.HALF, hard_runs=(Day.TUE, Day.THU), long_run=None)
    words = {"race-date": "2027-04-18"}
    with speaking(Language.ES):
        said = plan_remark({"race", "race-date", "hard", "long-run"}, words, athlete)
    assert said == (
        "De tu plan para correr: media maratón, sin tirada larga, entrenamientos fuertes martes, "
        "jueves, carrera el 2027-04-18."
    )


@given(athlete=athletes())
def test_a_profile_differs_in_its_comments_alone(athlete: Athlete) -> None:
    in_english = profile_text(athlete, THURSDAY)
    with speaking(Language.ES):
        in_spanish = profile_text(athlete, THURSDAY)
    assert _said(in_spanish) == _said(in_english)
    assert in_spanish != in_english


def test_a_profile_written_in_spanish_is_read_by_who_speaks_english(tmp_path: Path) -> None:
    athlete = Athlete(kit=(Kit.BAND,), niggles=(Niggle.SHIN,), hard_runs=(Day.TUE,))
    with speaking(Language.ES):
        (tmp_path / "profile.yaml").write_text(profile_text(athlete, THURSDAY))
    words, exercises = load_profile(tmp_path / "profile.yaml", None)
    assert read_athlete(words, exercises) == athlete


WRITTEN: dict[str, tuple[Callable[[Path], str], str]] = {
    "a new one": (
        lambda path: profile_text(Athlete(), THURSDAY),
        "# Tu perfil: lo leen befit plan",
    ),
    "a runner's of a roster": (
        lambda path: said_profile(path, {}, Athlete(), THURSDAY),
        "# El perfil de un corredor:",
    ),
    "an answer": (
        lambda path: answered_profile(path, Athlete(minutes=45), THURSDAY, CATALOGUE),
        "\n# de 15 a 60\nminutes: 45\n",
    ),
    "a single week": (
        lambda path: adjusted_profile(path, {date(2026, 12, 7): {"hard": "wed"}}),
        "\n# semanas sueltas que son distintas",
    ),
    "a run": (
        lambda path: corrected_profile(path, read_corrections(["Rodaje=fuerte"], "--as")),
        "\n# qué son los entrenamientos de tu plan para correr",
    ),
    "an app's name": (
        lambda path: named_profile(path, {"Leg Press": "leg-presses"}),
        "\n# qué significan los nombres de ejercicios",
    ),
}


@pytest.mark.parametrize(("written", "comment"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_written_to_a_profile_is_explained_in_the_language_that_is_spoken(
    written: Callable[[Path], str], comment: str, tmp_path: Path
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("race: half\n")
    with speaking(Language.ES):
        assert comment in written(path)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        pytest.param("adjusted: 3", "escribe el lunes de una semana", id="weeks"),
        pytest.param("adjusted: {2026-12-07: 3}", "escribe el lunes de una semana", id="a week"),
        pytest.param("runs-as: 3", "escribe una fecha o palabras de un título", id="runs"),
        pytest.param("runs-as: {Rodaje: [a]}", "escribe una fecha o palabras", id="a run"),
        pytest.param("names: 3", "names lleva cada nombre de una aplicación", id="names"),
    ],
)
def test_what_a_part_of_a_profile_should_be_is_told_in_spanish(
    line: str, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(f"{line}\n")
    with speaking(Language.ES), pytest.raises(FileFaults, match=sentence):
        load_profile(path, None)


def _said(profile: str) -> list[str]:
    return [line for line in profile.splitlines() if line and not line.startswith("# ")]


@pytest.mark.parametrize("option", ATHLETE, ids=lambda option: option.name)
def test_each_option_says_all_of_itself_in_spanish(option: Any) -> None:
    for words in filter(None, (option.meaning, option.comment, option.question)):
        english = str(words)
        with speaking(Language.ES):
            assert str(words) != english
