"""`befit export`: a saved plan, edited or not, in any other format, as plan or block would write it."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from quick_formats import QUICK
from typer.testing import CliRunner, Result

from befit_cli.cli import app

WEEK = ("plan", "--race", "half", "--sessions", "3", "--start", "2026-11-23")
# Of a rule that a plan does not keep Markdown has the sentence, and not its facts: with these minutes
# it keeps them all.
BLOCK = ("block", "--race", "5k", "--minutes", "40", "--start", "2026-11-23")
every_format = pytest.mark.parametrize("format", QUICK)
both = pytest.mark.parametrize("command", [WEEK, BLOCK], ids=["a week", "a block"])


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100"})


def written(folder: Path, *arguments: str) -> dict[str, bytes]:
    """The files that befit writes into the folder, by their names."""
    folder.mkdir()
    result = befit(*arguments, "-o", f"{folder}/")
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a week and a block, as Markdown and as JSON; it is there to be copied."""
    folder = tmp_path_factory.mktemp("made")
    for name, command in {"week": WEEK, "block": BLOCK}.items():
        for suffix in ("md", "json"):
            assert befit(*command, "-o", str(folder / f"{name}.{suffix}")).exit_code == 0
    return folder


@pytest.fixture
def saved(made: Path, tmp_path: Path) -> Path:
    """A folder with a week and a block, as Markdown and as JSON."""
    return copytree(made, tmp_path / "saved")


@pytest.mark.of_a_kind(6)
@both
@every_format
def test_every_format_comes_out_as_plan_and_block_write_it(
    command: tuple[str, ...], format: str, saved: Path
) -> None:
    name = "week" if command is WEEK else "block"
    made = written(saved / "made", *command, "-f", format)
    again = {}
    for source in ("md", "json"):
        file = saved / f"{name}.{source}"
        again[source] = written(saved / f"from {source}", "export", str(file), "-f", format)
    assert again == {"md": made, "json": made}
    assert made


@both
def test_without_a_format_it_is_shown_as_plan_and_block_show_it(
    command: tuple[str, ...], saved: Path
) -> None:
    file = saved / ("week.md" if command is WEEK else "block.md")
    shown = befit("export", str(file))
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout == befit(*command).stdout


def test_markdown_to_json_and_back_is_the_same_text(saved: Path) -> None:
    befit("export", str(saved / "week.md"), "-o", str(saved / "between.json"))
    befit("export", str(saved / "between.json"), "-o", str(saved / "back.md"))
    assert (saved / "back.md").read_bytes() == (saved / "week.md").read_bytes()


def test_each_week_of_a_block_stands_on_its_own(saved: Path) -> None:
    written(saved / "weeks", "export", str(saved / "block.md"))
    result = befit("check", str(saved / "weeks"))
    assert result.exit_code == 0, result.stdout


def test_what_was_edited_is_what_is_written(saved: Path) -> None:
    week = saved / "week.md"
    text = week.read_text(encoding="utf-8")
    assert "### Monday" in text
    week.write_text(text.replace("### Monday", "### Tuesday"), encoding="utf-8")
    calendar = befit("export", str(week), "-f", "ics")
    assert calendar.exit_code == 0, calendar.stderr
    assert "DTSTART;VALUE=DATE:20261124" in calendar.stdout
    assert "DTSTART;VALUE=DATE:20261123" not in calendar.stdout


def test_a_calendar_has_the_time_that_is_asked_for(saved: Path) -> None:
    timed = ("--at", "18:30", "--tz", "Europe/Berlin")
    calendar = befit("export", str(saved / "week.json"), "-f", "ics", *timed)
    assert "DTSTART:20261123T173000Z" in calendar.stdout
    assert calendar.stdout == befit(*WEEK, "-f", "ics", *timed).stdout


def test_a_watch_gets_a_workout_for_every_session(saved: Path) -> None:
    done = befit("export", str(saved / "week.md"), "-o", str(saved / "watch.fit"))
    assert done.exit_code == 0, done.stderr
    assert sorted(path.name for path in saved.glob("*.fit")) == [
        "watch-fri.fit",
        "watch-mon.fit",
        "watch-wed.fit",
    ]


def test_a_file_is_written_over_itself_only_with_force(saved: Path) -> None:
    week = saved / "week.json"
    before = week.read_bytes()
    refused = befit("export", str(week), "-f", "md", "-o", str(week))
    assert (refused.exit_code, week.read_bytes()) == (1, before)
    assert refused.stderr.endswith(
        "exists already. Say --force to overwrite it, or give another name with -o.\n"
    )
    assert befit("export", str(week), "-f", "md", "-o", str(week), "--force").exit_code == 0
    assert week.read_bytes() == (saved / "week.md").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        pytest.param(
            ("nowhere.md",), 1, "There is no file nowhere.md. Check the path.", id="no file"
        ),
        pytest.param(
            ("notes.md",), 1, "notes.md:1: nothing says who the plan is for", id="no plan"
        ),
        pytest.param(
            ("broken.json",), 1, "broken.json:1:2: this is not JSON that befit", id="no JSON"
        ),
        pytest.param(
            ("week.md", "-f", "docx"), 2, "'docx' is not a format; the formats are", id="no format"
        ),
        pytest.param(
            ("week.md", "--at", "18:30"), 2, "--at is for a calendar", id="a time for the terminal"
        ),
        pytest.param(
            ("week.md", "-f", "fit"), 2, "fit is one file a session, here 3.", id="three to stdout"
        ),
        pytest.param(
            ("week.md", "--catalogue", "nowhere.yaml"),
            1,
            "There is no file nowhere.yaml.",
            id="no catalogue",
        ),
        pytest.param(
            (), 2, "befit export needs a FILE. befit export --help says more.", id="nothing"
        ),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(
    arguments: tuple[str, ...],
    code: int,
    sentence: str,
    saved: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(saved)
    (saved / "notes.md").write_text("Run easy.\n")
    (saved / "broken.json").write_text("{")
    before = sorted(saved.iterdir())
    refused = befit("export", *arguments)
    assert (refused.exit_code, refused.stdout) == (code, "")
    assert refused.stderr.startswith(sentence)
    assert len(refused.stderr.splitlines()) == 1
    assert sorted(saved.iterdir()) == before
