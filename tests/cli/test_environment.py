"""What befit asks of the machine, and where the profile is looked for."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer import get_app_dir

import befit_cli
from befit_cli.cli import environment
from befit_cli.cli.environment import profile_in_use, profile_path

EXERCISES = Path(__file__).parents[2] / "exercises.yaml"


def test_the_profile_is_where_programs_keep_their_settings_unless_the_environment_names_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    usual = Path(get_app_dir("befit")) / "profile.yaml"
    assert usual.is_relative_to(tmp_path)
    monkeypatch.setenv("BEFIT_PROFILE", "")
    assert (profile_path(), profile_in_use()) == (usual, None)
    monkeypatch.setenv("BEFIT_PROFILE", str(EXERCISES))
    assert (profile_path(), profile_in_use()) == (EXERCISES, EXERCISES)


def test_without_a_home_there_is_no_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "get_app_dir", lambda name: f"~/.config/{name}")
    assert (profile_path(), profile_in_use()) == (None, None)


def test_without_a_profile_nothing_of_it_is_loaded() -> None:
    script = (
        "import sys; from befit_cli.cli import app; app(['plan'], standalone_mode=False); "
        "print([name for name in sys.modules if name in ('befit_cli.runner.profile', "
        "'befit_cli.cli.interview')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


BELOW = [
    path
    for path in sorted(Path(befit_cli.__file__).parent.glob("**/*.py"))
    if path.relative_to(Path(befit_cli.__file__).parent).parts[0] != "cli"
]


@pytest.mark.parametrize("path", BELOW, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_below_the_command_line_asks_the_environment_or_the_clock(path: Path) -> None:
    calls = r"os\.environ|os\.getenv|getenv\(|\.today\(|\.now\(|\.utcnow\(|\btime\.time\("
    assert re.findall(calls, path.read_text(encoding="utf-8")) == []


def test_the_command_line_itself_asks_for_the_day_in_one_place() -> None:
    cli = Path(environment.__file__).parent
    asking = [path.name for path in cli.glob("**/*.py") if "date.today()" in path.read_text()]
    assert asking == ["environment.py"]
