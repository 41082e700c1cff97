"""Which language befit speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from strategies import CATALOGUE
from typer.testing import CliRunner

from befit_cli.cli import app
from befit_cli.language import Language
from befit_cli.runner.options import LANGUAGE

IN_ENGLISH = "There is no file none.md. Check the path.\n"
IN_SPANISH = "No existe el archivo none.md. Revisa la ruta.\n"
MISSING = ("check", "none.md")


def told(*arguments: str, **environment: str) -> str:
    return CliRunner().invoke(app, arguments, env=environment).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((*MISSING, "--lang", "es"), id="after the command"),
        pytest.param(("--lang", "es", *MISSING), id="before the command"),
        pytest.param((*MISSING, "--lang=es"), id="with an equals sign"),
        pytest.param(("check", "--lang", "ES", "none.md"), id="in capitals"),
        pytest.param((*MISSING, "--lang", "español"), id="in its own words"),
        pytest.param((*MISSING, "--lang", "es_MX"), id="as a locale"),
        pytest.param((*MISSING, "--lang", "es", "--lang", "es"), id="twice the same"),
    ],
)
def test_the_option_says_the_language_wherever_it_stands(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(*arguments) == IN_SPANISH


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        pytest.param({}, IN_ENGLISH, id="nothing said"),
        pytest.param({"BEFIT_LANG": "es"}, IN_SPANISH, id="befit's own"),
        pytest.param({"LANG": "es_MX.UTF-8"}, IN_SPANISH, id="Mexican"),
        pytest.param({"LANG": "es"}, IN_SPANISH, id="a language alone"),
        pytest.param({"LANG": "de_DE.UTF-8"}, IN_ENGLISH, id="one that befit doesn't speak"),
        pytest.param({"LANG": "C.UTF-8"}, IN_ENGLISH, id="C"),
        pytest.param({"LANG": "es_ES", "LC_MESSAGES": "en_GB"}, IN_ENGLISH, id="messages first"),
        pytest.param({"LC_ALL": "es_ES", "LC_MESSAGES": "en_GB"}, IN_SPANISH, id="all first"),
        pytest.param({"LC_ALL": "", "LANG": "es_ES"}, IN_SPANISH, id="empty is unset"),
        pytest.param({"BEFIT_LANG": "en", "LC_ALL": "es_ES"}, IN_ENGLISH, id="befit's own first"),
    ],
)
def test_without_it_the_machine_says_the_language(
    variables: dict[str, str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("BEFIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert told(*MISSING, **variables) == sentence


def test_the_option_comes_before_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(*MISSING, "--lang", "en", BEFIT_LANG="es") == IN_ENGLISH


@pytest.mark.parametrize(
    ("arguments", "environment", "sentence"),
    [
        pytest.param(
            ("plan", "--lang", "fr"),
            {},
            "--lang says 'fr', which befit does not speak. Say en or es.\n",
            id="an option",
        ),
        pytest.param(
            ("plan",),
            {"BEFIT_LANG": "fr"},
            "BEFIT_LANG says 'fr', which befit does not speak. Say en or es.\n",
            id="a variable",
        ),
        pytest.param(
            ("plan", "--lang", "en", "--lang", "es"),
            {},
            "--lang is said more than once: en, es. Say one of them.\n",
            id="two",
        ),
        pytest.param(
            ("plan", "--lang"),
            {},
            "--lang needs a value. befit plan --help says more.\n",
            id="no value",
        ),
    ],
)
def test_a_language_that_befit_does_not_speak_is_wrong_usage(
    arguments: tuple[str, ...], environment: dict[str, str], sentence: str
) -> None:
    result = CliRunner().invoke(app, arguments, env=environment)
    assert (result.exit_code, result.stderr) == (2, sentence)


@pytest.mark.parametrize(
    "word", ["es_MX.UTF-8", "ES-ar", "Español", "castellano", "en_GB", "ingles"]
)
def test_a_profile_calls_a_language_as_the_option_does(word: str, tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text(f"language: {word}\n")
    by_option = told(*MISSING, "--lang", word)
    assert told(*MISSING, BEFIT_PROFILE=str(profile)) == by_option
    assert LANGUAGE.read(word, CATALOGUE) is (
        Language.ES if by_option == IN_SPANISH else Language.EN
    )


def test_what_stands_behind_two_dashes_is_no_option(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told("check", "--", "none.md", "--lang", "es").startswith(IN_ENGLISH)
