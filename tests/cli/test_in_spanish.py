"""What a runner sees who reads only Spanish: the help, the first questions, what befit did."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_profile import PROFILE, kept
from set_clock import at
from syrupy.assertion import SnapshotAssertion
from typer.testing import CliRunner, Result

from befit_cli.cli import app

WIDTHS = [40, 80, 100]


def befit(*arguments: str, columns: int = 400, answers: str = "") -> Result:
    environment = {"COLUMNS": str(columns), "BEFIT_LANG": "es"}
    return CliRunner().invoke(app, arguments, env=environment, input=answers)


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return kept(tmp_path, monkeypatch, "2026-11-26", f"{PROFILE}language: es\n")


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("command", ["", "plan", "done"])
def test_the_help(command: str, columns: int, snapshot: SnapshotAssertion) -> None:
    shown = befit(*command.split(), "--help", columns=columns).stdout
    assert max(map(len, shown.splitlines())) <= columns
    assert shown == snapshot


@pytest.fixture
def nothing_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEFIT_PROFILE", "perfil.yaml")
    at(monkeypatch, "2026-11-26")


@pytest.mark.usefixtures("nothing_yet")
@pytest.mark.parametrize("columns", WIDTHS)
def test_the_questions(columns: int, snapshot: SnapshotAssertion) -> None:
    assert befit("init", columns=columns, answers="half\n" + 10 * "\n").stderr == snapshot


@pytest.mark.usefixtures("nothing_yet")
def test_the_profile(snapshot: SnapshotAssertion) -> None:
    befit("init", "--yes", "--race", "media maratón", "--hard", "martes,jueves")
    assert Path("perfil.yaml").read_text(encoding="utf-8") == snapshot


@pytest.mark.usefixtures("profile")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(
            ["adjust", "--hard", "tue"],
            "Semana 1, desde el 23 nov: hard martes (tue). Guardado en ",
            id="a week that is otherwise",
        ),
        pytest.param(
            ["off", "fuera", "vie..dom"],
            "Sin entrenar (fuera): del vie 27 nov 2026 al dom 29 nov 2026. Guardado en ",
            id="days off, said in Spanish",
        ),
        pytest.param(
            ["init", "--yes", "--niggle", "espinilla"],
            "Anotado: niggle espinilla (shin).",
            id="what an option says",
        ),
    ],
)
def test_a_word_to_type_stands_with_what_it_means(arguments: list[str], told: str) -> None:
    assert befit(*arguments).stderr.startswith(told)


@pytest.mark.usefixtures("profile")
@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        pytest.param("seguir", True, id="in Spanish"),
        pytest.param("go on", True, id="in English"),
        pytest.param("de nuevo", False, id="the other one in Spanish"),
        pytest.param("anew", False, id="the other one in English"),
    ],
)
def test_a_question_takes_either_language(answer: str, kept: bool, profile: Path) -> None:
    given = 10 * "\n"
    befit("init", "--race-date", "2027-03-14", answers=f"{given}{answer}\n")
    assert ("start: 2026-11-23" in profile.read_text(encoding="utf-8").splitlines()) is kept
