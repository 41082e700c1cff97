"""What `befit plan` may import: whatever else a command needs is imported where it is used."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from befit_cli.catalogue import compiled
from befit_cli.language import Language
from befit_cli.values import monday_of

LOADED = """
import sys
before = set(sys.modules)
from befit_cli.cli import app
app({arguments!r}, standalone_mode=False)
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
EXPRESSIONS = """
import re, sys
from befit_cli.cli import app
app({arguments!r}, standalone_mode=False)
for name, module in list(sys.modules.items()):
    if name.startswith("befit_cli"):
        for key, value in vars(module).items():
            if isinstance(value, re.Pattern):
                print(name, key, file=sys.stderr)
"""
COLLECTED = """
import gc, sys
from befit_cli.cli import main
collected = []
gc.callbacks.append(lambda phase, about: collected.append(phase))
sys.argv[1:] = {arguments!r}
try:
    main()
except SystemExit:
    print(len(collected), gc.get_freeze_count() > 0, file=sys.stderr)
"""
LIBRARIES = {"typer", "rich", "msgspec", "typing_extensions", "annotated_doc", "shellingham"}
NOT_FOR_A_WEEK = {
    "catalogue.finder",
    "catalogue.schema",
    "catalogue.translation",
    "catalogue.words",
    "cli.advice",
    "cli.answers",
    "cli.commands.check",
    "cli.commands.coaches",
    "cli.commands.exercises",
    "cli.commands.done",
    "cli.commands.log",
    "cli.commands.train",
    "cli.commands.week",
    "cli.guided",
    "cli.help",
    "cli.interview",
    "cli.keyboard",
    "cli.log_import",
    "cli.pager",
    "cli.usage",
    "log.done_words",
    "log.form_names",
    "log.guide",
    "log.guide_state",
    "log.imports",
    "log.journal",
    "log.log_file",
    "planning.adapted_session",
    "planning.after_pain",
    "planning.autoregulation",
    "planning.coming_back",
    "planning.forms",
    "planning.morning",
    "planning.next_weight",
    "planning.progress",
    "planning.record",
    "planning.restart",
    "planning.weeks_back",
    "runner.profile",
    "runner.profile_line",
    "runner.written_profile",
    "saved.cells",
    "saved.entries",
    "saved.markdown",
    "saved.plan",
    "saved.plan_file",
    "saved.reading",
    "views.block",
    "views.content",
    "views.coverage",
    "views.csv",
    "views.exercise",
    "views.exercise_file",
    "views.exercise_words",
    "views.exercises",
    "views.findings",
    "views.figures",
    "views.fit",
    "views.guide",
    "views.html",
    "views.ics",
    "views.imported",
    "views.json",
    "views.log",
    "views.markdown",
    "views.pages",
    "views.qr",
    "views.rules",
    "views.today",
}


WORDS_OF_DONE = {
    "catalogue.finder",
    "log.done_words",
    "log.dose_words",
    "log.exercise_words",
    "log.guide",
    "log.journal",
    "log.pain_words",
    "log.second_entry",
}
"""What reads what was done, and guides a session."""


def told(program: str, *arguments: str, **environment: str) -> list[str]:
    """What the program says of itself once the command is done: the lines of its stderr."""
    done = subprocess.run(
        [sys.executable, "-c", program.format(arguments=list(arguments))],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, **environment},
    )
    return done.stderr.splitlines()


def loaded(*arguments: str, **environment: str) -> set[str]:
    return set(told(LOADED, *arguments, **environment)[-1].split())


@pytest.fixture(scope="module")
def planning() -> set[str]:
    return loaded("plan", "--race", "half", "--sessions", "3")


def test_a_week_on_the_terminal_takes_nothing_of_befit_that_others_need(planning: set[str]) -> None:
    own = {name.removeprefix("befit_cli.") for name in planning if name.startswith("befit_cli.")}
    assert own & NOT_FOR_A_WEEK == set()


def test_a_week_on_the_terminal_takes_no_library_but_these(planning: set[str]) -> None:
    roots = {name.partition(".")[0] for name in planning} - set(sys.stdlib_module_names)
    in_c = {name for name in roots if name.startswith("_")}
    assert roots - in_c - LIBRARIES - {"befit_cli", "yaml", "cython_runtime"} == set()


def test_a_week_on_the_terminal_takes_no_table_of_rich(planning: set[str]) -> None:
    assert "rich.table" not in planning


def test_a_week_on_the_terminal_compiles_no_expression_before_its_first_use() -> None:
    lines = told(EXPRESSIONS, "plan", "--race", "half")
    assert [line for line in lines if line.startswith("befit_cli")] == []


def test_a_command_looks_for_no_garbage() -> None:
    assert told(COLLECTED, "plan", "--race", "half")[-1] == "0 True"


def test_a_session_done_as_planned_takes_nothing_that_reads_words(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    monday = monday_of(date.today()) - timedelta(weeks=1)
    profile.write_text(f"race: half\nstart: {monday}\n")
    own = loaded("done", BEFIT_PROFILE=str(profile), BEFIT_LOG=str(tmp_path / "log.yaml"))
    assert (tmp_path / "log.yaml").exists()
    assert {name.removeprefix("befit_cli.") for name in own} & WORDS_OF_DONE == set()


@pytest.mark.skipif(compiled.load() is None, reason="the catalogue was edited after the build")
def test_a_week_without_a_profile_takes_no_yaml(planning: set[str]) -> None:
    assert {name for name in planning if name.startswith("yaml")} == set()


@pytest.mark.skipif(
    compiled.load(Language.ES) is None, reason="the catalogue was edited after the build"
)
def test_a_week_in_spanish_reads_no_words_but_compiled_ones() -> None:
    in_spanish = loaded("--lang", "es", "plan", "--race", "half")
    yaml = {name for name in in_spanish if name.startswith("yaml")}
    own = {name.removeprefix("befit_cli.") for name in in_spanish}
    assert (yaml, own & {"catalogue.reader", "catalogue.translation", "catalogue.words"}) == (
        set(),
        set(),
    )


@pytest.mark.parametrize(
    "slow",
    [
        "asyncio",
        "difflib",
        "email",
        "hashlib",
        "logging",
        "subprocess",
        "tempfile",
        "urllib.request",
        "zoneinfo",
    ],
)
def test_a_week_on_the_terminal_takes_nothing_slow_of_the_standard_library(
    slow: str, planning: set[str]
) -> None:
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, typer, rich.console, rich.table; print(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert slow not in planning - set(bare.stdout.split())
