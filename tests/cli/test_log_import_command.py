"""`befit log --import`: another app's log, shown, asked about and added once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kept_profile import PROFILE as HALF
from kept_profile import history, kept
from lifting_logs import FOLDER
from typer.testing import CliRunner, Result

from befit_cli.cli import app

PROFILE = HALF.replace("sun", "sun  # with the club")
HEVY = FOLDER / "hevy-iso.csv"
"""A session with two exercises that befit knows, and one that it doesn't."""
STRONG = FOLDER / "strong.csv"
"""One session, whose weights have no unit."""
UNKNOWN = "Cossack Stretchy Thing"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return kept(tmp_path, monkeypatch, "2026-11-26", PROFILE)


def befit(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=answers, env={"COLUMNS": "400"})


def add(file: Path, *arguments: str, answers: str = "") -> Result:
    return befit("log", "--import", str(file), *arguments, answers=answers)


def test_it_is_shown_first_and_then_asked_about(profile: Path) -> None:
    result = add(STRONG, "--unit", "kg", answers="yes\n")
    assert result.exit_code == 0
    assert result.stdout.startswith("New from Strong · 1 session · Wed 25 Nov 2026 · 3 sets\n")
    asked, _, written = result.stderr.strip().split("\n")
    assert asked == "Add it to your log? yes or no."
    log = profile.with_name("log.yaml")
    said = f"Written to {log}. befit log shows it; befit done --undo takes it back."
    assert written == said
    (session,) = history(profile).sessions
    assert list(session.did) == ["squats", "planks"]


@pytest.mark.parametrize("answer", ["no", "n", "later"])
def test_whoever_does_not_say_yes_adds_nothing(answer: str, profile: Path) -> None:
    result = add(STRONG, "--unit", "kg", answers=f"{answer}\n")
    assert result.stderr.endswith("Nothing was added.\n")
    assert not history(profile).sessions


def test_yes_is_the_usual_answer(profile: Path) -> None:
    add(STRONG, "--unit", "kg", answers="\n")
    assert history(profile).sessions


def test_with_yes_nothing_is_asked_and_unknown_names_are_left_out(profile: Path) -> None:
    result = add(HEVY, "--yes")
    assert result.exit_code == 0
    assert "?" not in result.stderr
    assert f"exercises that befit doesn't know: {UNKNOWN}" in result.stdout
    assert [list(each.did) for each in history(profile).sessions] == [
        ["hip-thrusts", "glute-bridges"]
    ]
    assert profile.read_text() == PROFILE


def test_what_is_there_already_is_not_added_again(profile: Path) -> None:
    add(HEVY, "--yes")
    before = history(profile)
    result = add(HEVY, "--yes")
    assert "1 session that your log has already" in result.stdout
    assert result.stderr == "Nothing is new in it.\n"
    assert history(profile) == before


@pytest.mark.parametrize(
    ("answers", "id_", "kept"),
    [
        pytest.param("cossack\n\nyes\n", None, "none", id="a slip, then the usual answer"),
        pytest.param("fire hydr\nyes\n", "fire-hydrants", "fire-hydrants", id="an exercise"),
        pytest.param("none\nyes\n", None, "none", id="none"),
    ],
)
def test_a_name_that_befit_does_not_know_is_asked_about_once_and_kept(
    answers: str, id_: str | None, kept: str, profile: Path
) -> None:
    result = add(HEVY, answers=answers)
    assert result.stderr.startswith(
        f"Which exercise is {UNKNOWN} (1 set)? Its name, or none.\n  [none]:"
    )
    (session,) = history(profile).sessions
    assert (id_ in session.did) is (id_ is not None)
    assert profile.read_text() == (
        f"{PROFILE}\n# what other apps' names of exercises mean: an exercise's id, or none\n"
        f"names:\n  {UNKNOWN}: {kept}\n"
    )
    assert UNKNOWN not in add(HEVY, answers="yes\n").stderr


def test_the_answers_are_kept_by_whoever_then_says_no(profile: Path) -> None:
    add(HEVY, answers="none\nno\n")
    assert f"  {UNKNOWN}: none\n" in profile.read_text()
    assert not history(profile).sessions


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param(
            "",
            "Stopped: the answers ended before the questions did, and nothing was written. Say "
            "befit log --import again, with --yes to be asked nothing.",
            id="no answer to a name",
        ),
        pytest.param(
            "none\n",
            "Stopped: the answers ended before the questions did, and nothing was written. Say "
            "befit log --import again, with --yes to be asked nothing.",
            id="no answer at the end",
        ),
        pytest.param(
            "flarbs\n" * 3,
            "Stopped: nothing was added. Say befit log --import again, with --yes to be asked "
            "nothing.",
            id="three answers that mean nothing",
        ),
    ],
)
def test_without_answers_nothing_is_written(answers: str, said: str, profile: Path) -> None:
    result = add(HEVY, answers=answers)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == said
    assert profile.read_text() == PROFILE
    assert not profile.with_name("log.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        pytest.param(
            (str(STRONG),),
            1,
            f"{STRONG} doesn't say whether its weights are in kg or in lb. Add --unit kg or --unit "
            "lb.",
            id="no unit",
        ),
        pytest.param(
            (str(STRONG), "--unit", "stone"),
            2,
            "'stone' is not a unit; the units are kg, lb.",
            id="a unit that is none",
        ),
        pytest.param(
            (str(FOLDER / "none.csv"),),
            1,
            f"There is no file {FOLDER / 'none.csv'}. Check the path.",
            id="no file",
        ),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    arguments: tuple[str, ...], code: int, sentence: str, profile: Path
) -> None:
    result = befit("log", "--import", *arguments, "--yes")
    assert (result.exit_code, result.stdout) == (code, "")
    assert " ".join(result.stderr.split()).startswith(sentence)


@pytest.mark.parametrize(
    ("unit", "kg"), [pytest.param("kg", 60, id="kg"), pytest.param("lb", 27.22, id="pounds")]
)
def test_the_unit_says_what_the_numbers_are(unit: str, kg: float, profile: Path) -> None:
    add(STRONG, "--unit", unit, "--yes")
    (session,) = history(profile).sessions
    assert session.did["squats"][0].kg == pytest.approx((kg,), abs=0.01)


def test_a_ticked_plan_is_what_was_done(profile: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    befit("plan", "--start", "2026-11-23", "-o", str(plan))
    plan.write_text(plan.read_text().replace("- [ ] Done", "- [x] Done", 1))
    assert add(plan, "--yes").exit_code == 0
    (session,) = history(profile).sessions
    assert session.works
    assert all(work.as_asked for work in session.works)
    assert befit("done", "tue").stderr.startswith("Tue 24 Nov 2026 is logged already.")


def test_a_plan_that_befit_wrote_of_what_is_logged_has_nothing_new(
    profile: Path, tmp_path: Path
) -> None:
    for words in (("tue",), ("thu", "skip")):
        assert befit("done", *words).exit_code == 0
    plan = tmp_path / "plan.md"
    befit("plan", "--start", "2026-11-23", "-o", str(plan))
    assert add(plan, "--yes").stderr == "Nothing is new in it.\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_log_is_for_its_owner_alone(profile: Path) -> None:
    add(HEVY, "--yes")
    assert profile.with_name("log.yaml").stat().st_mode & 0o777 == 0o600
