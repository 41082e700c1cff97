"""Any command line at all: done, or told in words what is wrong with it, and within a second."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from quick_formats import QUICK
from sample_plan import sample_plan
from strategies import CATALOGUE, times
from typer.main import get_command
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.rules import RULE_BY_ID
from befit_cli.runner.vocabulary import (
    DAYS_TOGETHER,
    KIT_WORDS,
    LEVEL_WORDS,
    NIGGLE_WORDS,
    RACE_WORDS,
    SPANISH_DAYS,
)
from befit_cli.values import Day, Group, Kit, Level, Niggle, Pattern, Race
from befit_cli.views import render

BEFIT = get_command(app)
COMMANDS = {name: BEFIT.get_command(None, name) for name in BEFIT.list_commands(None)}
OFTEN = [*COMMANDS, "plan", "plan", "block", "block"]
"""The commands, those with the most options more often."""
PLAN, CATALOGUE_FILE = "plan.md", "mine.yaml"
FILES = [PLAN, CATALOGUE_FILE, "nowhere.md", "folder", ""]
WORDS = {
    "--name": ["none", "Ana", "Zoë M.", "a" * 61, "A\x1b[31mna", "A\nb", "\udcff"],
    "--race": [*Race, *RACE_WORDS, "15k", "5 miles", "21.1", "50k"],
    "--level": [*Level, *LEVEL_WORDS, "pro"],
    "--kit": ["none", "home", "gym", *Kit, *KIT_WORDS, "home,band", "home band", "none,gym"],
    "--niggle": ["none", *Niggle, *NIGGLE_WORDS, "itb,shin", "knee", "hip", "pregnant"],
    "--long-run": ["none", *Day],
    "--hard": [
        "none",
        *Day,
        *SPANISH_DAYS,
        *DAYS_TOGETHER,
        "tue,thu",
        "mon,tue,wed,thu,fri,sat,sun",
    ],
    "--days": ["all", "none", "mon,wed,fri", "Saturday,SUN", "mon"],
    "--sessions": ["2", "3", "4", "two", "3 a week"],
    "--minutes": ["15", "60", "30", "61", "30min", "half an hour", "1h30"],
    "--focus": ["none", *Group],
    "--without": [
        "none",
        *(exercise.id for exercise in CATALOGUE.exercises),
        ",".join(CATALOGUE.by_id),
    ],
    "--swap": ["none", "squats=lunges", "lunges=rdl,squats=planks", "squats=squats", "squats"],
    "--race-date": [
        "none",
        "18/04/2027",
        "18 April 2027",
        "18.04.2027",
        "2027-02-28",
        "2028-02-29",
        "2026-11-23",
        "1970-01-01",
        "2200-12-31",
    ],
    "--start": [
        "2026-11-23",
        "2028-02-29",
        "2026-12-31",
        "1970-01-01",
        "2200-12-31",
        "today",
        "mon",
    ],
    "--weeks": ["1", "8", "30", "31"],
    "--week": ["1", "8", "30", "-1"],
    "--catalogue": FILES,
    "--format": [*QUICK, "JSON", "docx"],
    "--output": [
        "-",
        "new.json",
        "new.fit",
        PLAN,
        "folder",
        "weeks",
        "no suffix",
        "",
        "x" * 300 + ".md",
        "\udcff.md",
        "a\nb\x1b[31m.html",
    ],
    "--at": ["18:30", "0:00", "24:00", "6"],
    "--remind": ["none", "0", "30", "1440", "1441", "soon"],
    "--tz": ["Europe/Berlin", "UTC", "Europe", "posixrules", "../UTC"],
    "--group": [*Group],
    "--pattern": [*Pattern],
    "exercise": ["squat", "bulgarian", "calf", "raises", "q"],
    "day": ["today", "Tomorrow", *Day, "2026-11-25", "18/04/2027", "1970-01-01", "soon"],
    "id": [*RULE_BY_ID, "safety", "r111"],
    "file": FILES,
    "files": [*FILES, "folder", "weeks"],
}
"""What each option and argument may take, and the near misses."""

ODD = [
    "",
    " ",
    ",",
    "-",
    "--",
    "none,none",
    "9" * 30,
    "9" * 5000,
    "-1",
    "1e3",
    "٣",
    "0x10",
    "nan",
    "a" * 10_000,
    "[red]",
    "%s{0}",
    "\x1b[2J",
]
odd = st.sampled_from(ODD) | st.text(max_size=8)
stray = odd | st.sampled_from(["--help", "--version", "--yes", "--zzz", "-o", "-of", "--race=half"])


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """A command with its own arguments: most with values that mean something, some said twice; and
    now and then what means nothing.
    """
    name = draw(st.sampled_from(OFTEN))
    said = [name]
    for parameter in draw(
        st.lists(st.sampled_from(COMMANDS[name].params or [None]), min_size=1, max_size=5)
    ):
        said += draw(arguments(parameter)) if parameter else []
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 1, 2]))):
        said.insert(draw(st.integers(0, len(said))), draw(stray))
    return [each for each in said if within_the_folder(each)]


@st.composite
def arguments(draw: st.DrawFn, parameter: Any) -> list[str]:
    """An option with its value, a flag, or an argument."""
    names = [draw(st.sampled_from(parameter.opts))] if parameter.param_type_name == "option" else []
    known = WORDS.get(parameter.opts[0])
    return (
        [*names, draw(odd if draw(st.integers(0, 4)) == 0 else st.sampled_from(known))]
        if known
        else names
    )


def within_the_folder(said: str) -> bool:
    """Whether it may stand for a file: the test writes nowhere else, and no system hands over a
    NUL.
    """
    return said in WORDS["--tz"] or (said != ".." and not set("/\0") & set(said))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands run, with the files that they may be told of."""
    return tmp_path_factory.mktemp("arguments")


def tidied(folder: Path) -> None:
    """The folder as it is before each command: without what another one wrote."""
    shutil.rmtree(folder)
    (folder / "folder").mkdir(parents=True)
    for name, text in FIRST.items():
        (folder / name).write_text(text, encoding="utf-8")


def befit(said: list[str], home: Path) -> Result:
    environment = {
        "XDG_CONFIG_HOME": str(home / "config"),
        "BEFIT_PROFILE": None,
        "BEFIT_CATALOGUE": None,
        "COLUMNS": "80",
    }
    return CliRunner().invoke(app, said, env=environment)


FIRST = {
    CATALOGUE_FILE: "extends: befit\nwithout: [box-jumps]\n",
    PLAN: str(render(sample_plan(), "md", catalogue=CATALOGUE)),
}


@given(said=command_lines())
@example(said=["plan", "-f", "fit", "-o", ""])
@times(2)
def test_any_command_line_is_done_or_told_in_words_what_is_wrong_with_it(
    said: list[str], folder: Path
) -> None:
    tidied(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        start = time.process_time()
        result = befit(said, folder)
        took = time.process_time() - start
    assert isinstance(result.exception, SystemExit | None), result.exception
    assert result.exit_code in (0, 1, 2)
    assert result.exit_code != 2 or result.stdout == ""
    assert result.exit_code == 0 or (result.stderr or result.stdout).strip()
    assert "Traceback" not in result.stderr
    assert all(char.isprintable() or char == "\n" for char in result.stderr)
    assert took < 1, f"{took:.1f} s"
