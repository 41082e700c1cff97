"""What --help says: every option with its default, readable at any width, and examples that run."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from example_folder import NEEDS_TERMINAL, run
from strategies import CATALOGUE
from typer import Context, TyperException
from typer.core import TyperArgument, TyperOption
from typer.main import get_command
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.cli.commands import MODULES
from befit_cli.cli.help import examples_of, sections_of
from befit_cli.cli.program import _APPS, Command
from befit_cli.evidence.block import DEFAULT_WEEKS
from befit_cli.runner.options import ATHLETE, Option
from befit_cli.values import Athlete
from befit_cli.views import FORMATS

BEFIT = get_command(app)
COMMANDS = {"": BEFIT} | {name: BEFIT.get_command(None, name) for name in BEFIT.list_commands(None)}
EXAMPLES = [
    example
    for command in COMMANDS.values()
    for example in examples_of(command)
    if not example.startswith(NEEDS_TERMINAL)
]
PARAMETERS = [
    pytest.param(name, parameter, id=f"{name} {parameter.opts[0]}".strip())
    for name, command in COMMANDS.items()
    for parameter in command.params
]


def befit(*arguments: str, columns: int = 80, answers: str = "", **environment: str) -> Result:
    return CliRunner().invoke(
        app, list(arguments), input=answers, env={"COLUMNS": str(columns), **environment}
    )


@cache
def page(command: str, columns: int = 80) -> str:
    result = befit(*command.split(), "--help", columns=columns)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def defaults(command: str) -> dict[str, str]:
    """What counts without each option that takes a value, by its long name without dashes."""
    return {
        param.opts[0].lstrip("-"): str(param.show_default)
        for param in COMMANDS[command].params
        if isinstance(param, TyperOption) and not param.is_flag
    }


@pytest.mark.of_a_kind(14)
@pytest.mark.usefixtures("in_example_folder")
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(example: str) -> None:
    result = run(example)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_begins_with_a_sentence_and_ends_with_two_examples(command: str) -> None:
    usage, sentence, *_, examples = page(command).split("\n\n")
    lines = [line.strip() for line in examples.strip().splitlines()]
    assert usage.startswith(f"Usage: befit {command}".strip())
    assert sentence.count(".") == 1
    assert lines == ["Examples", *examples_of(COMMANDS[command])]
    assert len(lines) > 2
    assert all(line.startswith(f"befit {command}".strip()) for line in lines[1:])
    assert examples.endswith(f"{lines[-1]}\n")


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        pytest.param("", "befit COMMAND [OPTIONS]", id="a command"),
        pytest.param("plan", "befit plan [OPTIONS]", id="nothing but options"),
        pytest.param("show", "befit show NAME [OPTIONS]", id="a name"),
        pytest.param("rules", "befit rules [RULE] [OPTIONS]", id="a rule or none"),
        pytest.param("today", "befit today [DAY] [OPTIONS]", id="a day or none"),
    ],
)
def test_the_first_line_says_what_has_to_follow(command: str, usage: str) -> None:
    assert page(command).splitlines()[0] == f"Usage: {usage}"


@pytest.mark.parametrize(("command", "parameter"), PARAMETERS)
def test_every_option_is_told_with_its_default(
    command: str, parameter: TyperOption | TyperArgument
) -> None:
    default = (
        f" Default: {parameter.show_default}." if isinstance(parameter.show_default, str) else ""
    )
    assert default or parameter.required or getattr(parameter, "is_flag", False)
    assert str(parameter.help).endswith(".")
    assert f"{parameter.metavar or parameter.opts[0]} {parameter.help}{default}" in " ".join(
        page(command).split()
    )


@pytest.mark.parametrize("option", ATHLETE, ids=lambda option: option.name)
def test_the_default_that_is_told_is_the_one_that_counts(option: Option) -> None:
    told = defaults("plan")[option.name]
    assert option.read(told, CATALOGUE) == getattr(Athlete(), option.field)


def test_the_weeks_that_are_told_are_the_ones_that_count() -> None:
    assert defaults("block")["weeks"] == ", ".join(
        f"{weeks} for {race}" for race, weeks in DEFAULT_WEEKS.items()
    )


def test_every_format_is_told() -> None:
    told = page("plan").partition("--format")[2].partition("--output")[0]
    assert [name for name in FORMATS if name not in told] == []


def test_befit_alone_is_its_help() -> None:
    alone = befit()
    assert (alone.exit_code, alone.stdout, alone.stderr) == (0, page(""), "")


def test_befit_lists_its_commands_by_theme_each_on_a_line() -> None:
    _, _, *themes = page("").partition("\n\nMore\n")[0].split("\n\n")
    listed = {}
    for theme in themes:
        title, *lines = theme.splitlines()
        listed[title] = [line.split()[0] for line in lines]
    assert listed == {
        "Plan": ["plan", "block", "export"],
        "Train": ["today", "go", "done", "log"],
        "Your week": ["init", "adjust", "off", "runs"],
        "Exercises": ["exercises", "show"],
        "Look closer": ["check", "rules"],
        "For coaches": ["roster", "schema"],
    }


def test_options_stand_in_groups() -> None:
    assert [*sections_of(COMMANDS["plan"], Context(COMMANDS["plan"]))] == [
        "Runner",
        "Running week",
        "Session",
        "Block",
        "Output",
        "More",
    ]


def test_what_they_mean_stands_in_one_column() -> None:
    lines = page("plan").splitlines()
    meanings = [str(option.help)[:12] for option in COMMANDS["plan"].params]
    assert {line.index(meaning) for meaning in meanings for line in lines if meaning in line} == {
        24
    }


@pytest.mark.of_a_kind(30)
@pytest.mark.parametrize("columns", [30, 40, 59, 60, 200])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_the_same_at_any_width_and_stays_within_it(command: str, columns: int) -> None:
    shown = page(command, columns)
    assert max(map(len, shown.splitlines())) <= columns
    assert shown.split() == page(command).split()


def test_help_is_plain_in_a_pipe_and_for_a_plain_terminal() -> None:
    environment = {
        **os.environ,
        "TERM": "dumb",
        "PYTHONIOENCODING": "ascii",
        "LC_ALL": "C",
        "COLUMNS": "80",
    }
    done = subprocess.run(
        [sys.executable, "-m", "befit_cli", "plan", "--help"],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert done.stdout.isascii()
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            "blok",
            "There is no command 'blok'; did you mean 'block'? befit",
            id="a command with a slip",
        ),
        pytest.param(
            "hoy", "There is no command 'hoy'; did you mean 'today'? befit", id="one in Spanish"
        ),
        pytest.param(
            "tomorrow",
            "There is no command 'tomorrow'; did you mean 'today tomorrow'? befit",
            id="a word for a command and more",
        ),
        pytest.param(
            "help blok",
            "There is no command 'blok'; did you mean 'block'? befit",
            id="help on a command with a slip",
        ),
        pytest.param(
            "start", "There is no command 'start'; did you mean 'go'? befit", id="to train"
        ),
        pytest.param(
            "injured",
            "There is no command 'injured'; did you mean 'off hurt'? befit",
            id="why somebody is off",
        ),
        pytest.param("pizza", "There is no command 'pizza'. befit", id="a command there is not"),
        pytest.param(
            "-- --plan",
            "There is no command '--plan'; did you mean 'plan'? befit",
            id="an option for a command",
        ),
        pytest.param(
            "--versoin",
            "There is no option --versoin; did you mean '--version'? befit",
            id="an option of befit",
        ),
        pytest.param(
            "show", "befit show needs a NAME. befit show", id="an exercise that was not named"
        ),
        pytest.param(
            "check", "befit check needs a FILE. befit check", id="a file that was not named"
        ),
        pytest.param("plan xyz 10k", "'xyz' is a word too many. befit plan", id="a word too many"),
        pytest.param("plan 3", "'3' is a word too many. befit plan", id="a number too many"),
        pytest.param(
            "exercises glutes",
            "'glutes' is a word too many; did you mean '--group hip'? befit exercises",
            id="a part of the body",
        ),
        pytest.param(
            "exercises pantorrillas",
            "'pantorrillas' is a word too many; did you mean '--pattern calf'? befit exercises",
            id="a way to move",
        ),
        pytest.param(
            "plan glutes",
            "'glutes' is a word too many; did you mean '--focus glutes'? befit plan",
            id="a part of the body to dwell on",
        ),
        pytest.param("plan none", "'none' is a word too many. befit plan", id="none of what"),
        pytest.param(
            "plan half",
            "'half' is a word too many; did you mean '--race half'? befit plan",
            id="a race without its option",
        ),
        pytest.param(
            "adjust gym",
            "'gym' is a word too many; did you mean '--kit gym'? befit adjust",
            id="kit without its option",
        ),
        pytest.param(
            "plan bodyweight",
            "'bodyweight' is a word too many; did you mean '--kit bodyweight'? befit plan",
            id="no kit without its option",
        ),
        pytest.param(
            "plan talón",
            "'talón' is a word too many. befit plan",
            id="a spot that could be two",
        ),
        pytest.param(
            "plan tue",
            "'tue' is a word too many; did you mean 'befit today tue'? befit plan",
            id="a day, which today takes",
        ),
        pytest.param(
            "adjust next week",
            "'next' is a word too many; did you mean '--week next'? befit adjust",
            id="a week without its option",
        ),
        pytest.param("adjust tue", "'tue' is a word too many. befit adjust", id="a day of nothing"),
        pytest.param(
            "plan week.html",
            "'week.html' is a word too many; did you mean '--output week.html'? befit plan",
            id="a file to write",
        ),
        pytest.param(
            "rules R11 half",
            "'half' is a word too many. befit rules",
            id="a word whose option the command does not have",
        ),
        pytest.param(
            "plan --race", "--race needs a value. befit plan", id="an option without its value"
        ),
        pytest.param("--lang", "--lang needs a value. befit", id="no language"),
        pytest.param("plan -o", "-o needs a value. befit plan", id="a short one without its value"),
        pytest.param("plan --why=no", "--why takes no value. befit plan", id="a value for a flag"),
        pytest.param(
            "--version=1", "--version takes no value. befit", id="a value for a flag of befit"
        ),
        pytest.param(
            "log --weeks ten", "--weeks takes a whole number. befit log", id="a word for a number"
        ),
        pytest.param(
            "plan --sesions 3",
            "There is no option --sesions; did you mean '--sessions'? befit plan",
            id="an option with a slip",
        ),
        pytest.param(
            "plan --json",
            "There is no option --json; did you mean '-f json'? befit plan",
            id="a format as an option",
        ),
        pytest.param(
            "plan --semana 3",
            "There is no option --semana; did you mean '--week'? befit plan",
            id="an option in Spanish",
        ),
        pytest.param(
            "plan --ayuda",
            "There is no option --ayuda; did you mean '--help'? befit plan",
            id="help in Spanish as an option",
        ),
        pytest.param(
            "plan --xyz", "There is no option --xyz. befit plan", id="an option there is not"
        ),
        pytest.param("plan -x", "There is no option -x. befit plan", id="a short one there is not"),
    ],
)
def test_wrong_usage_says_whose_help_to_read(arguments: str, sentence: str) -> None:
    result = befit(*arguments.split())
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        f"{sentence} --help says more.\n",
    )


@pytest.mark.parametrize("name", ["10k.ics", "10k.csv", "10k.txt"])
def test_a_word_too_many_that_is_a_running_plan_is_told_its_option(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("")
    result = befit("plan", name)
    assert f"; did you mean '--runs {name}'?" in result.stderr


def test_what_has_blanks_is_told_as_it_is_typed() -> None:
    result = befit("plan", "half marathon")
    assert """; did you mean '--race "half marathon"'?""" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "first_line"),
    [
        pytest.param("help", "Usage: befit COMMAND [OPTIONS]", id="in a word"),
        pytest.param("ayuda", "Usage: befit COMMAND [OPTIONS]", id="in Spanish"),
        pytest.param("help help", "Usage: befit COMMAND [OPTIONS]", id="on itself"),
        pytest.param("help done", "Usage: befit done [DID] [OPTIONS]", id="on a command"),
        pytest.param("--lang en", "Usage: befit COMMAND [OPTIONS]", id="with a language alone"),
        pytest.param("--lang=es help off", "Uso: befit off [CUÁNDO] [OPCIONES]", id="in that"),
    ],
)
def test_help_comes_to_who_asks_for_it_in_words_or_for_nothing(
    arguments: str, first_line: str
) -> None:
    result = befit(*arguments.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.partition("\n")[0] == first_line


@pytest.mark.parametrize(
    "arguments", [["--"], ["plan", "half", "--help"]], ids=["nothing but dashes", "a word too many"]
)
def test_help_comes_before_any_complaint(arguments: list[str]) -> None:
    result = befit(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: befit")


def test_an_error_of_typers_that_befit_has_no_words_for_keeps_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise TyperException("No room left")

    monkeypatch.setattr(Command, "invoke", refuse)
    result = befit("schema")
    assert (result.exit_code, result.stderr) == (1, "No room left.\n")


def test_every_command_stands_in_the_table_that_says_where_it_is() -> None:
    assert set(_APPS) == set(MODULES)
    assert [name for name, command in COMMANDS.items() if command is None] == []
