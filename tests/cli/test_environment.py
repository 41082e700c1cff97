"""What befit asks of the machine, and where the profile is looked for."""

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

import befit_cli
from befit_cli.cli import app, environment
from befit_cli.cli.environment import log_path, profile_in_use, profile_path, usual_separator

EXERCISES = Path(__file__).parents[2] / "exercises.yaml"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux machine, whose list of users says where the home of this one is."""
    monkeypatch.setattr(sys, "platform", "linux")
    listed = SimpleNamespace(pw_dir=str(tmp_path))
    monkeypatch.setattr("pwd.getpwuid", lambda _: listed)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("variables", "separator"),
    [
        pytest.param({}, "comma", id="nothing said"),
        pytest.param({"LANG": "C.UTF-8"}, "comma", id="C"),
        pytest.param({"LANG": "en_GB.UTF-8"}, "comma", id="British"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "semicolon", id="German"),
        pytest.param({"LANG": "es_ES@euro"}, "semicolon", id="Spanish"),
        pytest.param({"LANG": "es_MX.UTF-8"}, "comma", id="Mexican"),
        pytest.param({"LANG": "de_CH.UTF-8"}, "comma", id="Swiss"),
        pytest.param({"LANG": "fr"}, "semicolon", id="a language alone"),
        pytest.param({"LANG": "español"}, "comma", id="no locale"),
        pytest.param(
            {"LANG": "en_US.UTF-8", "LC_NUMERIC": "nl_NL.UTF-8"}, "semicolon", id="numbers alone"
        ),
        pytest.param({"LC_NUMERIC": "nl_NL", "LC_ALL": "en_US"}, "comma", id="all beats numbers"),
        pytest.param({"LC_ALL": "", "LANG": "it_IT"}, "semicolon", id="empty is unset"),
    ],
)
def test_a_table_has_the_separator_of_the_country(
    variables: dict[str, str], separator: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_NUMERIC", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert usual_separator() == separator


@pytest.mark.parametrize(
    ("variables", "folder"),
    [
        pytest.param({"HOME": "/home/ann"}, "/home/ann/.config", id="a home"),
        pytest.param(
            {"HOME": "/home/ann", "XDG_CONFIG_HOME": "/etc/ann"},
            "/etc/ann",
            id="a place of its own",
        ),
        pytest.param(
            {"HOME": "/home/ann", "XDG_CONFIG_HOME": ""}, "/home/ann/.config", id="an empty place"
        ),
        pytest.param(
            {"HOME": "/home/ann", "XDG_CONFIG_HOME": "settings"},
            "/home/ann/.config",
            id="a relative place",
        ),
        pytest.param({}, "{listed}/.config", id="no home"),
        pytest.param({"HOME": ""}, "{listed}/.config", id="an empty home"),
        pytest.param({"HOME": "home"}, "{listed}/.config", id="a relative home"),
        pytest.param({"HOME": "~"}, "{listed}/.config", id="a tilde"),
    ],
)
def test_the_profile_is_where_programs_keep_their_settings(
    variables: dict[str, str], folder: str, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEFIT_PROFILE", "")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    expected = Path(folder.format(listed=machine)) / "befit" / "profile.yaml"
    assert (profile_path(), profile_in_use()) == (expected, None)


def test_the_environment_may_name_another_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFIT_PROFILE", str(EXERCISES))
    assert (profile_path(), profile_in_use()) == (EXERCISES, EXERCISES)


@pytest.mark.parametrize(
    ("profile", "named", "log"),
    [
        pytest.param("a/profile.yaml", "", "a/log.yaml", id="befit's profile"),
        pytest.param("a/ana.yaml", "", "a/ana.log.yaml", id="another profile"),
        pytest.param("profile.yml", "", "log.yaml", id="another ending"),
        pytest.param("a/ana", "", "a/ana.log.yaml", id="no ending"),
        pytest.param("a/ana.b.yaml", "", "a/ana.b.log.yaml", id="two dots"),
        pytest.param("a/profile.yaml", "/b/mine.yaml", "/b/mine.yaml", id="named"),
        pytest.param("a/profile.yaml", "~/mine.yaml", "/home/ann/mine.yaml", id="named at home"),
        pytest.param(None, "/b/mine.yaml", "/b/mine.yaml", id="named, without a profile"),
        pytest.param(None, "", None, id="nowhere"),
    ],
)
def test_the_log_is_beside_the_profile_or_where_the_environment_says(
    profile: str | None, named: str, log: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setenv("BEFIT_LOG", named)
    place = log_path(None if profile is None else Path(profile))
    assert place == (None if log is None else Path(log))


@pytest.mark.parametrize("value", [None, "", "home"], ids=["unset", "empty", "relative"])
def test_a_user_of_whom_the_system_knows_no_home_has_no_profile(
    value: str | None, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", unknown)
    if value is not None:
        monkeypatch.setenv("HOME", value)
    assert (profile_path(), profile_in_use()) == (None, None)
    shown = CliRunner().invoke(app, ["plan", "--why"], env={"COLUMNS": "200"})
    assert (
        "Profile: none, and no home folder to keep one in; BEFIT_PROFILE=FILE names another place."
        in shown.stderr
    )


@pytest.mark.parametrize("value", ["", "settings"], ids=["empty", "relative"])
def test_a_profile_at_home_is_read_whatever_xdg_config_home_is(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.chdir(tmp_path)
    place = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": value, "COLUMNS": "200"}
    path = tmp_path / ".config" / "befit" / "profile.yaml"
    before = CliRunner().invoke(app, ["plan", "--why"], env=place)
    assert f"Profile: none; befit init writes {path}." in before.stderr
    assert CliRunner().invoke(app, ["init", "--yes"], env=place).exit_code == 0
    assert [entry.name for entry in tmp_path.iterdir()] == [".config"]
    after = CliRunner().invoke(app, ["plan", "--why"], env=place)
    assert f"Profile: {path}\n" in after.stderr


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


TILDE = {
    "with =": (["plan", "--catalogue=~/mine.yaml"], {}),
    "in quotes": (["plan", "--catalogue", "~/mine.yaml"], {}),
    "in BEFIT_CATALOGUE": (["plan"], {"BEFIT_CATALOGUE": "~/mine.yaml"}),
    "in BEFIT_CATALOGUE, for init": (
        ["init", "--yes"],
        {"BEFIT_CATALOGUE": "~/mine.yaml", "BEFIT_PROFILE": "~/new.yaml"},
    ),
    "in BEFIT_PROFILE": (["plan"], {"BEFIT_PROFILE": "~/profile.yaml"}),
    "for a file to write": (["plan", "-o", "~/plan.md"], {}),
    "for a file to check": (["check", "~/mine.yaml"], {}),
    "of who has no HOME": (["plan", "--catalogue=~/mine.yaml"], {"HOME": ""}),
}


@pytest.mark.parametrize(("arguments", "variables"), TILDE.values(), ids=TILDE)
def test_a_tilde_is_the_home_folder_wherever_a_shell_leaves_it(
    arguments: list[str],
    variables: dict[str, str],
    machine: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BEFIT_PROFILE", "")
    monkeypatch.chdir(machine)
    (machine / "mine.yaml").write_text("extends: befit\nwithout: [clamshells]\n")
    (machine / "profile.yaml").write_text("catalogue: mine.yaml\n")
    variables = {"HOME": str(machine), **variables}
    result = CliRunner().invoke(app, arguments, env=variables)
    assert result.exit_code == 0, result.stderr
    assert "Clamshell" not in result.stdout
    assert not (machine / "~").exists()
    assert (machine / "plan.md").exists() == ("-o" in arguments)


def test_a_tilde_of_another_user_or_within_a_name_stays(machine: Path) -> None:
    names = ["~ann/mine.yaml", "a~/mine.yaml", "mine~", ""]
    assert [environment.from_home(name) for name in names] == names


UNNAMED = {
    "a profile": (["plan", "--profile"], "--profile"),
    "a profile to write": (["init", "--yes", "--profile"], "--profile"),
    "a catalogue": (["plan", "--catalogue"], "--catalogue"),
    "a log of an app": (["log", "--import"], "--import"),
    "a list of runners": (["roster", "--import"], "--import"),
    "a plan to export": (["export"], "FILE"),
    "one of several to check": (["check", "plan.md"], "FILE"),
    "a roster": (["roster"], "FOLDER"),
}


@pytest.mark.parametrize("name", ["", "  "], ids=["empty", "blank"])
@pytest.mark.parametrize(("arguments", "told"), UNNAMED.values(), ids=UNNAMED)
def test_a_blank_name_names_nothing_and_not_the_folder_one_is_in(
    name: str, arguments: list[str], told: str
) -> None:
    refused = CliRunner().invoke(app, [*arguments, name])
    assert refused.exit_code == 2
    assert refused.stderr == f"{told} names nothing. Give a path.\n"


@pytest.mark.of_a_kind(3)
@pytest.mark.parametrize("name", ["", "  "], ids=["empty", "blank"])
@pytest.mark.parametrize(
    ("variable", "arguments"),
    [
        pytest.param("BEFIT_PROFILE", ["plan"], id="a profile"),
        pytest.param("BEFIT_CATALOGUE", ["plan"], id="a catalogue"),
        pytest.param("BEFIT_CATALOGUE", ["today"], id="a catalogue that no option names"),
        pytest.param("BEFIT_ROSTER", ["plan", "--profile", "ana.yaml"], id="a roster"),
    ],
)
def test_a_blank_variable_names_as_much_as_one_that_is_not_set(
    variable: str, arguments: list[str], name: str, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(machine)
    for profile in ("ana.yaml", ".config/befit/profile.yaml"):
        written = CliRunner().invoke(app, ["init", "--yes", "--profile", profile])
        assert written.exit_code == 0
    unset, blank = (
        CliRunner().invoke(app, arguments, env={variable: value}) for value in (None, name)
    )
    assert unset.exit_code == 0
    assert (blank.exit_code, blank.output) == (0, unset.output)


def test_nor_does_a_blank_one_name_a_log(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFIT_LOG", " ")
    assert log_path(machine / "ana.yaml") == machine / "ana.log.yaml"


def test_an_option_names_a_profile_and_beats_the_environment(tmp_path: Path) -> None:
    ana, ben = tmp_path / "ana.yaml", tmp_path / "ben.yaml"
    for profile, name in ((ana, "Ana"), (ben, "Ben")):
        written = CliRunner().invoke(
            app, ["init", "--yes", "--name", name, "--profile", str(profile)]
        )
        assert written.exit_code == 0
        assert f'name: "{name}"' in profile.read_text()
    environment = {"BEFIT_PROFILE": str(ana)}
    for command in ("plan", "block", "today"):
        shown = CliRunner().invoke(app, [command, "--profile", str(ben)], env=environment)
        assert "Ben" in shown.stdout


def test_a_profile_that_is_not_there_is_told_by_what_names_it(tmp_path: Path) -> None:
    missing = tmp_path / "none.yaml"
    result = CliRunner().invoke(app, ["plan", "--profile", str(missing)])
    assert result.exit_code == 1
    assert f"There is no file {missing}, and --profile names it." in result.stderr
