"""Own catalogues at the command line: planned with, read back, checked and described."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sample_catalogue import EXERCISES, GOOD, TEN_LINES, WALL_SLIDES
from typer.testing import CliRunner, Result

from befit_cli import load_catalogue
from befit_cli.cli import app
from befit_cli.values import Catalogue

WEEK = ("plan", "--race", "half", "--sessions", "3", "--start", "2026-11-23")


def befit(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(
        app, list(arguments), env={"COLUMNS": "100", "BEFIT_CATALOGUE": "", **environment}
    )


@pytest.fixture
def ten_lines(tmp_path: Path) -> str:
    path = tmp_path / "my.yaml"
    path.write_text(TEN_LINES, encoding="utf-8")
    return str(path)


def cues(result: Result) -> dict[str, str]:
    """The cue of each exercise of a week in JSON."""
    week: dict[str, Any] = json.loads(result.stdout)["weeks"][0]
    return {
        exercise["id"]: exercise["cue"]
        for session in week["sessions"]
        for exercise in session["exercises"]
    }


def test_ten_lines_plan_a_week_and_the_plan_is_read_back(ten_lines: str, tmp_path: Path) -> None:
    plan = str(tmp_path / "plan.md")
    assert len(TEN_LINES.splitlines()) == 10
    assert befit(*WEEK, "--catalogue", ten_lines, "-o", plan).exit_code == 0
    checked = befit("check", plan, "--catalogue", ten_lines)
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert "Breaks a rule" not in checked.stdout


def test_a_plan_says_what_the_ten_lines_say_and_else_what_befit_says(ten_lines: str) -> None:
    own, usual = (
        cues(befit(*WEEK, "-f", "json", "--catalogue", ten_lines)),
        cues(befit(*WEEK, "-f", "json")),
    )
    assert own == usual | {"squats": "Sit down between your heels"} != usual


def test_a_dose_that_says_no_reserve_is_planned_with_one(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(
        TEN_LINES.replace(", rir: 3", "")
        .replace("calf-raises", "squats", 1)
        .replace("- id: squats\n  cues", "- id: planks\n  cues")
    )
    result = befit(*WEEK, "--catalogue", str(path))
    assert (result.exit_code, "Bodyweight squat" in result.stdout) == (0, True)


def test_the_environment_may_name_it_too(ten_lines: str) -> None:
    assert (
        befit(*WEEK, BEFIT_CATALOGUE=ten_lines).stdout
        == befit(*WEEK, "--catalogue", ten_lines).stdout
        != befit(*WEEK).stdout
    )


def test_python_loads_it_too(ten_lines: str) -> None:
    catalogue: Catalogue = load_catalogue(Path(ten_lines))
    assert [
        exercise.id for exercise in load_catalogue().exercises if exercise.id not in catalogue.by_id
    ] == ["box-jumps"]


def test_a_new_exercise_is_planned_where_it_is_the_one_for_the_job(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(
        f"extends: befit\nwithout: [pull-ups]\nexercises:\n{WALL_SLIDES}", encoding="utf-8"
    )
    assert "wall-slides" in cues(befit(*WEEK, "-f", "json", "--catalogue", str(path)))


def checked(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(folder)
    Path("my.yaml").write_text(text, encoding="utf-8")
    return befit("check", "my.yaml")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            TEN_LINES,
            f"my.yaml: {len(EXERCISES) - 1} exercises, no faults.\nThey cover a whole week",
            id="all that a week needs",
        ),
        pytest.param(
            GOOD,
            "my.yaml: 2 exercises, no faults.\nThere is nothing yet for these parts of a week:\n "
            " Every level",
            id="little",
        ),
        pytest.param(
            f"exercises:\n{WALL_SLIDES}",
            "my.yaml: 1 exercise, no faults.\nThere is nothing yet",
            id="one exercise",
        ),
        pytest.param(
            "extends: befit\nwithout: [planks]\n", "no kit: pushing\n", id="one part lacking"
        ),
    ],
)
def test_a_sound_catalogue_is_told_with_what_it_lacks(
    text: str, want: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = checked(text, tmp_path, monkeypatch)
    assert (result.exit_code, result.stderr) == (0, "")
    assert want in "\n".join(line.rstrip() for line in result.stdout.splitlines()) + "\n"


def test_a_catalogue_with_faults_is_told_with_nothing_but_its_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = checked(
        TEN_LINES.replace("cues", "clues").replace("advanced", "expert"), tmp_path, monkeypatch
    )
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "my.yaml:5:3: unknown key 'clues'; did you mean 'cues'?",
        "my.yaml:10:5: 'expert' is not a level; the levels are beginner, intermediate, advanced",
    ]


def test_the_schema_is_json_and_nothing_else() -> None:
    result = befit("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        (["--group", "rodilla"], ["--group", "knee"]),
        (["--pattern", "bisagra"], ["--pattern", "hinge"]),
    ],
    ids=["a group", "a pattern"],
)
def test_exercises_are_picked_by_the_words_of_either_language(
    spanish: list[str], english: list[str]
) -> None:
    shown = [CliRunner().invoke(app, ["exercises", *words]).stdout for words in (spanish, english)]
    assert shown[0] == shown[1] != ""


@pytest.mark.parametrize(
    "command", [("exercises", "--group", "leg"), ("show", "squats")], ids=" ".join
)
def test_what_somebody_has_on_a_day_of_its_own_is_within_their_reach(
    command: tuple[str, ...],
) -> None:
    on_two_days = befit(*command, "--kit", "home", "--kit", "tue,thu=gym")
    always = befit(*command, "--kit", "gym")
    assert (on_two_days.exit_code, on_two_days.stdout) == (0, always.stdout)
    assert on_two_days.stdout != befit(*command, "--kit", "home").stdout
