"""Profiles and plans that mean harm, or have been through it: told in words with their place, and
never taken for sound.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY
from typer.testing import CliRunner, Result

from befit_cli import views
from befit_cli.cli import app
from befit_cli.errors import FileFaults
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Athlete, Day, Niggle, Plan
from befit_cli.yaml.data import TOO_DEEP


def befit(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100", **environment})


NO_PROFILES: dict[str, tuple[str | bytes, str]] = {
    "UTF-16": ("race: half\n".encode("utf-16"), "1:1: this is not UTF-8: save the file as UTF-8"),
    "a NUL": ("race: half\0\n", "1:11: the character '\\x00' has no place in a text file"),
    "an escape": ("race: \x1b[2Jhalf\n", "1:7: the character '\\x1b' has no place in a text file"),
    "an escape in words": ('race: "\\e[2Jhalf"\n', "1:7: '\\x1b[2Jhalf' means nothing here"),
    "markup": ("race: '[red]half[/red]'\n", "1:7: '[red]half[/red]' is not a race; the races are "),
    "an object of Python": (
        "race: !!python/object/apply:os.system [touch obeyed]\n",
        "1:7: the tag 'tag:yaml.org,2002:python/object/apply:os…': befit reads none, take it out",
    ),
    "an alias bomb": (
        "a: &a [x]\n"
        + "".join(
            f"{new}: &{new} [*{old}, *{old}, *{old}]\n"
            for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "1:4: the anchor 'a': befit reads none, take it out",
    ),
    "deep nesting": ("hard: " + "[" * 10_000, f"1:27: this is not YAML: {TOO_DEEP}"),
    "a catalogue whose name is too long": (f"catalogue: {'x' * 300}\n", "1:12: there is no file "),
    "a catalogue that is a folder": ("catalogue: /\n", "1:12: there is no file /"),
    "a catalogue that is the profile": ("catalogue: profile.yaml\n", "unknown key 'catalogue'"),
    "a number of many digits": (
        f"minutes: {'9' * 5000}\n",
        "1:10: minutes 'inf' is not a whole number; it is 15 to 60.",
    ),
    "a date of many digits": (
        f"race-date: {'9' * 900}-01-01\n",
        "is not a date. Write it as YYYY-MM-DD",
    ),
    "a list of 10,000": (
        f"hard: [{'mon, ' * 10_000}x]\n",
        "1:7: befit reads 1,000 words here at most",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), NO_PROFILES.values(), ids=NO_PROFILES)
def test_a_profile_with_faults_is_told_by_every_command_and_left_as_it_is(
    text: str | bytes,
    sentence: str,
    tmp_path: tuple[str | int, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    written = text.encode() if isinstance(text, str) else text
    Path("profile.yaml").write_bytes(written)
    commands = (("plan", "-o", "plan.md"), ("init", "--yes"), ("exercises",))
    (said,) = {befit(*command, BEFIT_PROFILE="profile.yaml").stderr for command in commands}
    assert sentence in said
    assert all(
        line.startswith("profile.yaml:") and line.isprintable() for line in said.splitlines()
    )
    assert (os.listdir(), Path("profile.yaml").read_bytes()) == (["profile.yaml"], written)


@pytest.fixture(scope="module")
def plan() -> Plan:
    athlete = Athlete(
        hard_runs=(Day.MON,), days=(Day.MON, Day.THU), minutes=20, niggles=(Niggle.ITB,)
    )
    return make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY)[:1])


def told(text: str, name: str) -> list[str]:
    """What befit says against a plan: the faults of its file, else the rules that it breaks."""
    try:
        found = check_plan(read_plan(text.encode(), name, CATALOGUE), CATALOGUE)
    except FileFaults as faults:
        return [fault.removeprefix(name) for fault in faults.faults]
    return [finding.rule for finding in found if finding.must]


def test_a_whole_plan_is_fine(plan: Plan) -> None:
    assert (
        told(str(views.render(plan, "md", catalogue=CATALOGUE)), "plan.md")
        == told(str(views.render(plan, "json", catalogue=CATALOGUE)), "plan.json")
        == []
    )


def test_a_plan_in_markdown_that_is_cut_off_at_any_line_is_never_fine(plan: Plan) -> None:
    lines = str(views.render(plan, "md", catalogue=CATALOGUE)).splitlines(keepends=True)
    assert [end for end in range(len(lines)) if not told("".join(lines[:end]), "plan.md")] == []


@pytest.mark.parametrize(
    "part", [0.2, 0.5, 0.9], ids=["at its first cell", "in half", "at its last cell"]
)
def test_a_table_that_is_cut_lengthwise_is_told_row_by_row(part: float, plan: Plan) -> None:
    lines = str(views.render(plan, "md", catalogue=CATALOGUE)).splitlines(keepends=True)
    rows = [number for number, line in enumerate(lines, 1) if re.match(r"\| .+ \| [0-9]+ × ", line)]
    assert rows
    cut = "".join(
        f"{line[: int(part * len(line))]}\n" if number in rows else line
        for number, line in enumerate(lines, 1)
    )
    assert {int(fault.split(":")[1]) for fault in told(cut, "plan.md")} >= set(rows)


SESSION = ("weeks", 0, "sessions", 0)
FIRST = (*SESSION, "exercises", 0)
IN_FIRST = ": week 1, Monday, exercise 1"
DIGITS = "9" * 5000


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        pytest.param(
            ("schema",),
            3,
            [": schema: this is schema 3, and this befit reads schema 1 and 2: update befit"],
            id="a later schema",
        ),
        pytest.param(
            (*FIRST, "sets"),
            2**63,
            [f"{IN_FIRST}, sets: 9,223,372,036,854,775,808 is not 1 to 10,000"],
            id="endless sets",
        ),
        pytest.param(
            (*FIRST, "seconds_per_rep"),
            1e308,
            [f"{IN_FIRST}, seconds_per_rep: 1e+308 is not 0 to 10,000"],
            id="endless",
        ),
        pytest.param(
            (*FIRST, "cue"),
            "x" * 10_001,
            [f"{IN_FIRST}, cue: 10,001 characters; befit reads 10,000 at most"],
            id="a long text",
        ),
        pytest.param((*FIRST, "cue"), "\x1b[2J[red]<script>", [], id="a text that plays tricks"),
        pytest.param(
            (*SESSION, "why"),
            f"Run first, then rest {DIGITS} hours.",
            [],
            id="a wait of 5,000 digits",
        ),
        pytest.param(
            (*SESSION, "warm_up", "steps"),
            [f"stretch {DIGITS} s"] * 4,
            ["R47"] * 4,
            id="a stretch of 5,000 digits",
        ),
        pytest.param(
            ("athlete", "niggles"),
            ["itb"] * 9_999,
            [": athlete, niggles: 9,999 entries; befit reads 100 at most"],
            id="niggles",
        ),
        pytest.param(("weeks", 0, "starts"), "0001-01-01", [], id="the first week of all"),
    ],
)
def test_a_value_in_json_that_means_harm_is_told(
    path: tuple[str | int, ...], value: Any, said: list[str], plan: Plan
) -> None:
    assert told(changed(plan, path, value), "plan.json") == said


def test_the_second_week_of_a_block_that_began_before_all_days_is_told(plan: Plan) -> None:
    second = replace(plan, weeks=(replace(plan.weeks[0], number=2),))
    assert told(changed(second, ("weeks", 0, "starts"), "0001-01-01"), "plan.json") == [
        ": week 1, starts: 0001-01-01 is not the Monday of a week that befit can plan"
    ]


def test_a_form_that_plays_tricks_is_told(plan: Plan) -> None:
    id_ = plan.weeks[0].sessions[0].exercises[0].id
    text = changed(plan, (*FIRST, "form"), "\x1b[2J")
    assert told(text, "plan.json") == [f"{IN_FIRST}: there is no form '\\x1b[2J' of {id_}"]


def changed(plan: Plan, path: tuple[str | int, ...], value: Any) -> str:
    """The plan in JSON with another value at the end of the path."""
    data = json.loads(views.render(plan, "json", catalogue=CATALOGUE))
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return json.dumps(data)


def longer(plan: Plan, times: int) -> str:
    """The plan in JSON with the exercises of its first session so many times over."""
    data = json.loads(views.render(plan, "json", catalogue=CATALOGUE))
    data["weeks"][0]["sessions"][0]["exercises"] *= times
    return json.dumps(data)


def longer_markdown(plan: Plan, times: int) -> str:
    """The plan in Markdown with its first row so many times over."""
    lines = str(views.render(plan, "md", catalogue=CATALOGUE)).splitlines(keepends=True)
    row = 2 + next(at for at, line in enumerate(lines) if line.startswith("| Exercise |"))
    return "".join([*lines[:row], lines[row] * times, *lines[row:]])


def full_markdown(plan: Plan, sessions: int) -> str:
    """The plan in Markdown with so many sessions in its week."""
    before, heading, after = str(views.render(plan, "md", catalogue=CATALOGUE)).partition(
        "### Monday"
    )
    session, rest, end = after.partition("### Thursday")
    return "".join([before, (heading + session) * (sessions - 1), rest, end])


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        pytest.param(
            "plan.json",
            lambda plan: longer(plan, 50),
            "0 entries; befit reads 100 at most",
            id="hundreds of exercises in JSON",
        ),
        pytest.param(
            "plan.md",
            lambda plan: longer_markdown(plan, 300),
            " exercises; befit reads 100 at most",
            id="hundreds of rows in Markdown",
        ),
        pytest.param(
            "plan.md",
            lambda plan: full_markdown(plan, 120),
            "120 sessions; befit reads 100 at most",
            id="sessions in Markdown",
        ),
        pytest.param(
            "plan.md",
            lambda plan: f"{views.render(plan, 'md', catalogue=CATALOGUE)}{'[' * 20_000}",
            " characters; befit reads 10,000 at most",
            id="brackets",
        ),
        pytest.param(
            "plan.md",
            lambda plan: f"{views.render(plan, 'md', catalogue=CATALOGUE)}\n{'> ' * 20_000}",
            None,
            id="quotes in quotes",
        ),
        pytest.param(
            "plan.md",
            lambda plan: f"{views.render(plan, 'md', catalogue=CATALOGUE)}\n" + "- a\n" * 101,
            " entries; befit reads 100 at most",
            id="hundreds of safety lines in Markdown",
        ),
        pytest.param(
            "plan.md",
            lambda plan: f"{views.render(plan, 'md', catalogue=CATALOGUE)}\n" + "a\n\n" * 500_000,
            " lines; befit reads 20,000 at most",
            id="more lines than any plan has",
        ),
    ],
)
def test_more_than_any_plan_has_is_told_at_once(
    name: str, make: Callable[[Plan], str], said: str | None, plan: Plan
) -> None:
    text = make(plan)
    start = time.process_time()
    found = told(text, name)
    assert time.process_time() - start < 3
    assert any(said in fault for fault in found) if said else found == []


NO_PLANS: dict[str, tuple[Callable[[Path], object], str]] = {
    "UTF-16": (
        lambda path: path.write_text("---\n", encoding="utf-16"),
        ":1:1: this is not UTF-8: save the file as UTF-8",
    ),
    "a program": (
        lambda path: path.write_bytes(b"\x7fELF\x02\x01\x01\0"),
        ":1: nothing says who the plan is for: ",
    ),
    "50 MB": (
        lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), 50_000_000),
        " is over 2 MB, too big for befit.",
    ),
    "a folder without a file": (
        Path.mkdir,
        " has no plan (.md or .json) and no catalogue (.yaml) in it.",
    ),
    "a pipe": (os.mkfifo, " is not a file. Give the path of a file."),
    "a device": (
        lambda path: path.symlink_to("/dev/zero"),
        " is not a file. Give the path of a file.",
    ),
    "a link to itself": (lambda path: path.symlink_to(path), " cannot be read: "),
}


@pytest.mark.parametrize(
    "name", ["plan.md", "a\x1b[31m\n.md"], ids=["plan.md", "a name that plays tricks"]
)
@pytest.mark.parametrize(("make", "sentence"), NO_PLANS.values(), ids=NO_PLANS)
def test_what_is_no_plan_is_told(
    make: Callable[[Path], object],
    sentence: str,
    name: str,
    tmp_path: tuple[str | int, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    make(Path(name))
    refused = befit("check", name)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert sentence in refused.stderr
    (told,) = refused.stderr.splitlines()
    assert told.isprintable()
