"""What the Tab key completes, in the words of each shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pexpect
import pytest
import shellingham
from sample_catalogue import WALL_SLIDES
from strategies import CATALOGUE
from typer.testing import CliRunner

from befit_cli.cli import app
from befit_cli.language import Language
from befit_cli.rules import RULE_BY_ID
from befit_cli.runner.options import ATHLETE, Option
from befit_cli.values import Day, Kit, Niggle, Race
from befit_cli.views import FORMATS

BIN = Path(sys.executable).parent
OWN = f"extends: befit\nexercises:\n{WALL_SLIDES}"
BROKEN = "exercises: 3\n"


def completed(line: str, **environment: str) -> list[str]:
    """What bash hears when Tab is pressed at the end of the line."""
    asked = {
        "_BEFIT_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "COLUMNS": "80",
    }
    result = CliRunner().invoke(app, [], env={**asked, **environment})
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.split()


@pytest.mark.parametrize(
    ("line", "values"),
    [
        pytest.param("befit e", ["export", "exercises"], id="a command"),
        pytest.param("befit plan --rac", ["--race", "--race-date"], id="an option"),
        pytest.param("befit --lang ", [*Language], id="a language"),
        pytest.param("befit plan --lang e", [*Language], id="a language after the command"),
        pytest.param("befit plan --race ", [*Race], id="a race"),
        pytest.param("befit plan --race Ha", ["Half"], id="in any case"),
        pytest.param("befit plan --level i", ["intermediate"], id="a level"),
        pytest.param("befit plan --long-run s", ["sat", "sun"], id="the day of the long run"),
        pytest.param("befit plan --long-run n", ["none"], id="no long run"),
        pytest.param("befit plan --hard ", [*Day, "none"], id="hard days"),
        pytest.param("befit plan --hard tue,th", ["tue,thu"], id="the last day of a list"),
        pytest.param("befit plan --hard tue,t", ["tue,thu"], id="no day twice"),
        pytest.param("befit plan --hard tue,n", [], id="none makes no list"),
        pytest.param("befit plan --hard tue --hard th", ["thu"], id="the option again"),
        pytest.param("befit plan --days a", ["all"], id="all days"),
        pytest.param("befit plan --kit ", ["home", "gym", *Kit, "none"], id="kit"),
        pytest.param("befit plan --kit home,bar", ["home,barbell"], id="kit added up"),
        pytest.param("befit plan --niggle ", [*Niggle, "none"], id="sore spots"),
        pytest.param("befit plan --focus h", ["hip"], id="a focus"),
        pytest.param(
            "befit plan --without squats,bul",
            ["squats,bulgarian-split-squats"],
            id="exercises to leave out",
        ),
        pytest.param("befit plan --swap bul", ["bulgarian-split-squats"], id="what to swap"),
        pytest.param(
            "befit plan --swap squats=bul", ["squats=bulgarian-split-squats"], id="what for"
        ),
        pytest.param("befit plan --swap squats=squ", [], id="nothing for itself"),
        pytest.param("befit block -f ", [*FORMATS], id="a format"),
        pytest.param("befit plan --tz Europe/Berl", ["Europe/Berlin"], id="a time zone"),
        pytest.param("befit exercises --group knee,fo", ["knee,foot"], id="groups"),
        pytest.param("befit exercises --pattern core-e", ["core-extension"], id="patterns"),
        pytest.param("befit exercises -f ", ["json"], id="the one format of exercises"),
        pytest.param("befit show bul", ["bulgarian-split-squats"], id="an exercise"),
        pytest.param("befit show calf bul", [], id="no second exercise"),
        pytest.param("befit rules ", [*RULE_BY_ID, "safety"], id="a rule"),
        pytest.param("befit rules r45b", ["r45b"], id="a rule in any case"),
        pytest.param("befit today t", ["today", "tomorrow", "tue", "thu"], id="a day near by"),
        pytest.param("befit check ", [], id="a file, by the shell"),
        pytest.param("befit plan -o ", [], id="a file to write, by the shell"),
        pytest.param("befit plan --catalogue ", [], id="a catalogue, by the shell"),
    ],
)
def test_tab_completes(line: str, values: list[str]) -> None:
    assert completed(line) == values


IN_WORDS = [
    option
    for option in ATHLETE
    if (option.kind.words or option.kind.exercises) and not option.kind.pairs
]


@pytest.mark.parametrize("option", IN_WORDS, ids=lambda option: option.name)
def test_every_word_that_is_offered_is_one_that_befit_takes(option: Option) -> None:
    words = completed(f"befit plan --{option.name} ")
    assert len(words) > 1
    for word in words:
        option.read(word, CATALOGUE)


def test_the_exercises_are_those_of_the_catalogue_in_use(tmp_path: Path) -> None:
    own, profile = tmp_path / "own.yaml", tmp_path / "profile.yaml"
    own.write_text(OWN, encoding="utf-8")
    profile.write_text("catalogue: own.yaml\n", encoding="utf-8")
    assert completed("befit plan --without wall-sl") == []
    assert completed("befit plan --without wall-sl", BEFIT_CATALOGUE=str(own)) == ["wall-slides"]
    assert completed("befit plan --without wall-sl", BEFIT_PROFILE=str(profile)) == ["wall-slides"]
    assert completed(f"befit plan --catalogue {own} --without wall-sl") == ["wall-slides"]
    in_quotes = "befit plan --catalogue='~/own.yaml' --without wall-sl"
    assert completed(in_quotes, HOME=str(tmp_path)) == ["wall-slides"]


@pytest.mark.parametrize("name", ["BEFIT_CATALOGUE", "BEFIT_PROFILE"])
@pytest.mark.parametrize("text", [BROKEN, None], ids=["broken", "missing"])
def test_a_file_that_cannot_be_read_completes_nothing_and_says_nothing(
    name: str, text: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "file.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert completed("befit show bul", **{name: str(path)}) == []


def told(shell: str, line: str, **environment: str) -> str:
    """What a shell hears from a process of befit when Tab is pressed at the end of the line."""
    asked = {
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = subprocess.run(
        [sys.executable, "-c", "from befit_cli.cli import app; app(prog_name='befit')"],
        env={**os.environ, **asked, "_BEFIT_COMPLETE": f"complete_{shell}", **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_hears_it_in_its_own_words(shell: str) -> None:
    assert re.findall(r"\w+,\w+", told(shell, "befit plan --hard tue,th")) == ["tue,thu"]


def test_a_shell_that_describes_gets_a_line_for_each_word_in_the_narrowest_terminal() -> None:
    lines = told("fish", "befit plan --", COLUMNS="40").splitlines()
    assert (
        "--race\tThe race you train for: 5k, 10k, half, marathon or none (strength without a race)."
        in lines
    )
    assert all(line.startswith("--") for line in lines)


@pytest.fixture
def bash() -> Iterator[pexpect.spawn[str]]:
    """An interactive bash that completes befit's words as its user has asked it to."""
    if not (shutil.which("bash") and (BIN / "befit").exists()):
        pytest.skip("there is no bash here, or befit is not installed")
    environment = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "TERM": "dumb",
        "PS1": "$ ",
    }
    child = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile"],
        env=environment,
        encoding="utf-8",
        dimensions=(24, 200),
        timeout=20,
    )
    child.sendline('eval "$(befit --show-completion)"; echo ready')
    child.expect_exact("\nready")
    yield child
    child.close(force=True)


def test_in_a_real_bash_two_letters_and_tab_are_a_half_marathon(bash: pexpect.spawn[str]) -> None:
    bash.send("befit plan --race ha\t")
    bash.expect_exact("--race half ")
    bash.send("--hard tue,th\t")
    bash.expect_exact("--hard tue,thu ")


def test_a_plan_loads_nothing_for_completion() -> None:
    script = (
        "import sys; from befit_cli.cli import app; app(['plan', '--race', 'half'], "
        "standalone_mode=False); print([name for name in ('zoneinfo', 'befit_cli.cli.help', "
        "'typer.rich_utils') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "request_",
    [
        "x",
        "_",
        "complete_",
        "complete_tcsh",
        "foo_bash",
        "complete_bash",
        "complete bash",
        "\x1b[2J",
    ],
)
def test_a_request_that_no_shell_makes_is_one_sentence(request_: str) -> None:
    told = CliRunner().invoke(app, ["plan"], env={"_BEFIT_COMPLETE": request_, "COMP_WORDS": None})
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith(f"_BEFIT_COMPLETE is {request_!r}, which no shell asks when")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("cursor", ["", "-1", "one", None])
def test_a_bash_that_does_not_say_where_the_cursor_is_is_one_sentence(cursor: str | None) -> None:
    said = {"_BEFIT_COMPLETE": "complete_bash", "COMP_WORDS": "befit p", "COMP_CWORD": cursor}
    told = CliRunner().invoke(app, [], env=said)
    assert (told.exit_code, told.stdout, told.stderr.count("\n")) == (2, "", 1)


def test_an_empty_request_is_none_and_widens_nothing() -> None:
    usual, told = (
        CliRunner().invoke(app, ["rules"], env={"_BEFIT_COMPLETE": empty, "COLUMNS": "60"})
        for empty in (None, "")
    )
    assert told.stdout == usual.stdout


@pytest.fixture
def in_shell(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """Makes befit run in this shell, or in what is none."""

    def run_in(name: str | None) -> None:
        def detect_shell() -> tuple[str, str]:
            if name is None:
                raise shellingham.ShellDetectionFailure
            return name, f"/bin/{name}"

        monkeypatch.setattr(shellingham, "detect_shell", detect_shell)

    return run_in


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize(
    ("shell", "which"),
    [
        pytest.param(None, "and befit cannot tell which shell this is", id="no shell"),
        pytest.param("tcsh", "not in tcsh", id="a shell that Typer does not know"),
    ],
)
def test_a_shell_that_befit_cannot_complete_in_is_one_sentence(
    option: str, shell: str | None, which: str, in_shell: Callable[[str | None], None]
) -> None:
    in_shell(shell)
    told = CliRunner().invoke(app, [option])
    assert (told.exit_code, told.stdout, told.stderr) == (
        1,
        "",
        "Tab completes befit's words in bash, zsh, fish, powershell, pwsh, "
        f"{which}. Say it again in one of them.\n",
    )


@pytest.mark.parametrize(
    ("shell", "file"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", ".config")]
)
@pytest.mark.parametrize("kind", ["no file", "no text"])
def test_a_shell_whose_files_cannot_be_written_is_one_sentence(
    shell: str, file: str, kind: str, tmp_path: Path, in_shell: Callable[[str | None], None]
) -> None:
    in_shell(shell)
    path = tmp_path / file
    if kind == "no file" and shell != "fish":
        path.mkdir()
    else:
        path.write_bytes(b"alias \xff\xfe=x\n")
    told = CliRunner().invoke(app, ["--install-completion"], env={"HOME": str(tmp_path)})
    assert (told.exit_code, told.stdout, told.stderr.count("\n")) == (1, "", 1)
    assert told.stderr.startswith(f"The completion for {shell} cannot be installed: {tmp_path}")
    assert told.stderr.endswith(
        "befit --show-completion prints it, for a file that your shell reads.\n"
    )
    assert path.is_dir() or path.read_bytes() == b"alias \xff\xfe=x\n"


def test_an_empty_home_is_not_the_root_of_the_system(
    tmp_path: Path, in_shell: Callable[[str | None], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell("bash")
    monkeypatch.setattr("pwd.getpwuid", lambda _: SimpleNamespace(pw_dir=str(tmp_path)))
    monkeypatch.setenv("HOME", "")
    assert CliRunner().invoke(app, ["--install-completion"]).exit_code == 0
    assert (tmp_path / ".bashrc").is_file()


def test_where_there_is_no_home_there_is_nothing_to_install_to(
    in_shell: Callable[[str | None], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell("bash")
    monkeypatch.setattr("befit_cli.cli.environment.home", lambda: None)
    told = CliRunner().invoke(app, ["--install-completion"])
    assert (told.exit_code, told.stdout, told.stderr) == (
        1,
        "",
        "There is no home folder to install the completion in. Set HOME to one.\n",
    )
