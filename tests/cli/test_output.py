"""The table of formats, and which file gets which part of a plan."""

import json
import re
from datetime import date, time
from pathlib import Path

import pytest
from msgspec.structs import replace
from quick_formats import QUICK
from sample_plan import sample_plan
from typer.testing import CliRunner, Result

from befit_cli import views
from befit_cli.cli import app
from befit_cli.cli.options import Options
from befit_cli.cli.output import Export, read_export
from befit_cli.errors import BefitError, UsageError
from befit_cli.planning.notes import with_effort
from befit_cli.values import Catalogue, Plan, Separator
from befit_cli.views import FORMATS, Format

TODAY = date(2026, 11, 20)
PAGE = Path(__file__).parents[2] / "docs" / "files.md"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_module_and_a_suffix_of_its_own(name: str) -> None:
    row = FORMATS[name]
    assert (Path(views.__file__).parent / f"{row.module}.py").is_file()
    assert row.description
    for suffix in (row.suffix, row.suffix.upper()):
        export = read_export(Options(words={}, output=f"plan{suffix}"), {}, TODAY)
        assert export
        assert export.format == name


@pytest.mark.parametrize("name", QUICK)
def test_every_format_renders_a_session_a_week_and_a_block_of_weeks(
    name: str, catalogue: Catalogue
) -> None:
    plan = sample_plan()
    for _, part in Export(name, f"plan{FORMATS[name].suffix}", None)._parts(plan):
        assert views.render(part, name, catalogue=catalogue, at=None)


@pytest.mark.parametrize(
    ("said", "separator"),
    [
        (None, Separator.SEMICOLON),
        ("comma", Separator.COMMA),
        (";", Separator.SEMICOLON),
        ("TAB", Separator.TAB),
    ],
)
def test_a_separator_that_is_said_beats_the_country(
    said: str | None, separator: Separator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    export = read_export(Options(words={"csv-separator": said}, format="csv"), {}, TODAY)
    assert export == Export("csv", "-", today=TODAY, separator=separator)


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "csv"])
def test_no_other_format_knows_the_country(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    export = read_export(Options(words={}, format=format), {}, TODAY)
    assert export == Export(format, "-", today=TODAY)


@pytest.mark.parametrize(
    ("format", "said", "sentence"),
    [
        pytest.param(
            "csv",
            "semicolons",
            "'semicolons' is not a separator; did you mean 'semicolon'? Say comma, semicolon, tab.",
            id="no separator",
        ),
        pytest.param(
            "md",
            "tab",
            "--csv-separator is for a spreadsheet, and this output is none. Say -f csv too, or "
            "leave --csv-separator out.",
            id="no spreadsheet",
        ),
    ],
)
def test_a_separator_of_nothing_is_told(format: str, said: str, sentence: str) -> None:
    with pytest.raises(UsageError) as raised:
        read_export(Options(words={"csv-separator": said}, format=format), {}, TODAY)
    assert str(raised.value) == sentence


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_told_on_the_page_of_files(name: str) -> None:
    assert f"`{FORMATS[name].suffix}`" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("format", "output", "found"),
    [
        pytest.param(None, None, None, id="the terminal"),
        pytest.param(None, "-", None, id="the terminal, said aloud"),
        pytest.param("JSON", None, ("json", "-"), id="a name, in any case, to stdout"),
        pytest.param(None, "a.md", ("md", "a.md"), id="a suffix"),
        pytest.param("json", "a.md", ("json", "a.md"), id="a name beats a suffix"),
        pytest.param(None, "weeks/", ("md", "weeks/"), id="a folder"),
    ],
)
def test_the_format_comes_from_its_name_or_the_suffix(
    format: str | None, output: str | None, found: tuple[str, str] | None
) -> None:
    export = read_export(Options(words={}, format=format, output=output), {}, TODAY)
    assert (export and (export.format, export.target)) == found


NO_PLACE = (
    "--{0} is for a calendar, and this output has no times of day. Say -f ics too, or "
    "leave --{0} out."
)
NO_TIME = (
    "--remind counts back from when a session starts, and there is no time. Say --at HH:MM too, "
    "or --remind none."
)


@pytest.mark.parametrize(
    ("format", "output", "times", "sentence"),
    [
        pytest.param(
            "docx",
            None,
            {},
            "'docx' is not a format; the formats are md, json, html, pdf, ics, csv, fit.",
            id="no format",
        ),
        pytest.param(
            "HTM",
            None,
            {},
            "'HTM' is not a format; the formats are md, json, html, pdf, ics, csv, fit; did you "
            "mean 'html'?",
            id="near one",
        ),
        pytest.param(
            None,
            "plan.doc",
            {},
            "No format has files that end in '.doc': plan.doc. End the name in .md, .json, "
            ".html, .pdf, .ics, .csv, .fit, or say -f NAME.",
            id="no suffix",
        ),
        pytest.param(
            "md", "", {}, "-o names no file. Give one, or say - for stdout.", id="no name"
        ),
        pytest.param(
            None, None, {"at": "18:30"}, NO_PLACE.format("at"), id="a time on the terminal"
        ),
        pytest.param(
            "md", None, {"at": "18:30"}, NO_PLACE.format("at"), id="a time in a format without"
        ),
        pytest.param(
            "md", None, {"remind": "30"}, NO_PLACE.format("remind"), id="a reminder in one without"
        ),
        pytest.param("ics", None, {"remind": "30"}, NO_TIME, id="a reminder without a time"),
        pytest.param(
            "ics",
            None,
            {"at": "18:30", "remind": "1441"},
            "--remind 1441 is out of range; it is 0 to 1440.",
            id="a reminder more than a day before",
        ),
        pytest.param(
            "ics",
            None,
            {"at": "18:30", "remind": "soon"},
            "--remind 'soon' is not a whole number; it is 0 to 1440.",
            id="a reminder in words",
        ),
    ],
)
def test_what_cannot_be_written_is_told_with_what_to_do(
    format: str | None, output: str | None, times: dict[str, str], sentence: str
) -> None:
    with pytest.raises(UsageError) as raised:
        read_export(Options(words={}, format=format, output=output, **times), {}, TODAY)
    assert str(raised.value) == sentence


HALF_PAST_SIX = time(18, 30)
PROFILE = {"at": "18:30", "remind": "30"}


@pytest.mark.parametrize(
    ("said", "kept", "found"),
    [
        pytest.param({"at": "18:30"}, {}, (HALF_PAST_SIX, None), id="a time alone"),
        pytest.param({"at": "18:30", "remind": "0"}, {}, (HALF_PAST_SIX, 0), id="as it starts"),
        pytest.param({"at": "18:30", "remind": "none"}, {}, (HALF_PAST_SIX, None), id="none"),
        pytest.param({"remind": "none"}, {}, (None, None), id="none, without a time"),
        pytest.param({}, PROFILE, (HALF_PAST_SIX, 30), id="both of the profile"),
        pytest.param({"remind": "10"}, PROFILE, (HALF_PAST_SIX, 10), id="an option beats it"),
        pytest.param({"remind": "none"}, PROFILE, (HALF_PAST_SIX, None), id="an option unsays it"),
        pytest.param({"at": "none"}, PROFILE, (None, None), id="no time, no reminder"),
        pytest.param({}, {"at": "none", "remind": "30"}, (None, None), id="nor in the profile"),
    ],
)
def test_a_calendar_has_the_time_and_the_reminder_that_are_said(
    said: dict[str, str], kept: dict[str, str], found: tuple[time | None, int | None]
) -> None:
    export = read_export(Options(words={}, format="ics", **said), kept, TODAY)
    assert export is not None
    assert (export.at, export.remind) == found


@pytest.mark.parametrize("format", [name for name, row in FORMATS.items() if not row.times])
def test_what_the_profile_says_of_times_is_nothing_to_a_format_without(format: str) -> None:
    export = read_export(Options(words={}, format=format), PROFILE, TODAY)
    assert export == Export(format, "-", today=TODAY)


@pytest.fixture
def one_a_session(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(
        FORMATS, "each", Format(".each", "json", "one file a session", single_sessions=True)
    )
    return "each"


def names(format: str, target: str, plan: Plan, catalogue: Catalogue) -> list[str]:
    return [path.name for path, _ in Export(format, target, None).contents(plan, catalogue)]


def test_a_folder_gets_a_file_for_each_week(tmp_path: Path, catalogue: Catalogue) -> None:
    week = sample_plan().weeks[0]
    plan = replace(sample_plan(), weeks=(week, replace(week, number=12)))
    assert names("md", f"{tmp_path}/", plan, catalogue) == ["week-01.md", "week-12.md"]
    assert names("md", "plan.md", plan, catalogue) == ["plan.md"]


def test_each_file_of_a_folder_says_once_what_effort_means(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    untold = sample_plan()
    week = replace(untold.weeks[0], notes=())
    plan = with_effort(replace(untold, weeks=(week, replace(week, number=12))))
    export = Export("json", f"{tmp_path}/", None)
    for _, text in export.contents(plan, catalogue):
        (written,) = json.loads(text)["weeks"]
        assert [note["key"] for note in written["notes"]] == ["effort"]


def test_a_week_without_sessions_has_no_effort_to_tell_of(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    week = replace(sample_plan().weeks[0], sessions=(), notes=())
    export = Export("json", f"{tmp_path}/", None)
    ((_, text),) = export.contents(replace(sample_plan(), weeks=(week,)), catalogue)
    assert json.loads(text)["weeks"][0]["notes"] == []


def test_a_format_of_single_sessions_gets_a_file_for_each(
    tmp_path: Path, catalogue: Catalogue, one_a_session: str
) -> None:
    plan = replace(sample_plan(), weeks=sample_plan().weeks[:1])
    days = [str(session.day) for session in plan.weeks[0].sessions]
    assert names(one_a_session, "plan.each", plan, catalogue) == [
        f"plan-{day}.each" for day in days
    ]
    assert names(one_a_session, f"{tmp_path}/", plan, catalogue) == [
        f"week-01-{day}.each" for day in days
    ]
    with pytest.raises(UsageError, match="each is one file a session"):
        Export(one_a_session, "-", None).content(plan, catalogue)


def test_a_week_without_sessions_has_no_file_of_a_session(
    catalogue: Catalogue, one_a_session: str
) -> None:
    plan = replace(sample_plan(), weeks=(replace(sample_plan().weeks[0], sessions=()),))
    with pytest.raises(BefitError, match="There is no session here"):
        names(one_a_session, "plan.each", plan, catalogue)


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


BLOCK = ("block", "--start", "2026-11-23", "--race", "10k")
FOLDER = "{}/: 10 files, week-01.md to week-10.md"
WEEK = ("plan", "--start", "2026-11-23", "--race", "10k")


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("format", QUICK)
def test_a_shorter_block_removes_by_force_what_a_longer_one_left(format: str, here: Path) -> None:
    where = ("-f", format, "-o", "weeks/")
    assert befit(*BLOCK, "--weeks", "12", *where).exit_code == 0
    longer = left(here / "weeks")
    told = befit(*BLOCK, "--weeks", "10", *where, "--force")
    assert told.exit_code == 0
    gone = [name for name in longer if name.startswith(("week-11", "week-12"))]
    assert left(here / "weeks") == [name for name in longer if name not in gone]
    (removed,) = re.findall("Removed what an earlier plan left: (.*)[.]\n", told.stderr)
    assert sorted(re.split(", | and ", removed)) == [f"weeks/{name}" for name in gone]


def test_what_an_earlier_plan_left_is_named_where_nothing_is_removed(here: Path) -> None:
    befit(*BLOCK, "--weeks", "12", "-o", "weeks/")
    for week in range(1, 11):
        (here / "weeks" / f"week-{week:02}.md").unlink()
    told = befit(*BLOCK, "--weeks", "10", "-o", "weeks/")
    assert (
        "weeks/week-11.md and weeks/week-12.md are from an earlier plan; --force removes them."
        in told.stderr
    )
    assert len(left(here / "weeks")) == 12


@pytest.mark.parametrize("folder", ["", "weeks/"], ids=["beside each other", "in a folder"])
def test_the_days_of_an_earlier_week_are_named_and_removed_by_force(
    folder: str, here: Path
) -> None:
    target = ("-f", "fit", "-o", folder or "plan.fit")
    stem = "weeks/week-01" if folder else "plan"
    befit(*WEEK, "--days", "mon,thu", "--hard", "none", *target)
    told = befit(*WEEK, "--days", "tue,fri", "--hard", "none", *target)
    sentence = f"{stem}-mon.fit and {stem}-thu.fit are from an earlier plan; --force removes them."
    assert (told.exit_code, sentence in told.stderr) == (0, True)
    again = befit(*WEEK, "--days", "tue,fri", "--hard", "none", *target, "--force")
    removed = f"Removed what an earlier plan left: {stem}-mon.fit and {stem}-thu.fit."
    assert (again.exit_code, removed in again.stderr) == (0, True)
    days = sorted(path.stem[-3:] for path in here.rglob("*.fit"))
    assert days == ["fri", "tue"]


def test_who_writes_one_week_anew_keeps_the_others(here: Path) -> None:
    befit(*BLOCK, "--weeks", "12", "-o", "weeks/")
    before = left(here / "weeks")
    told = befit(*WEEK, "--weeks", "12", "--week", "3", "-o", "weeks/", "--force")
    assert (told.exit_code, left(here / "weeks")) == (0, before)
    assert "earlier" not in told.stderr


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("week-11.md", id="a week that befit did not write"),
        pytest.param("week-11.txt", id="another format"),
        pytest.param("week-011.md", id="no number as befit writes it"),
        pytest.param("my-week-11.md", id="another name"),
    ],
)
def test_what_is_the_runners_own_is_never_removed(name: str, here: Path) -> None:
    (here / "weeks").mkdir()
    (here / "weeks" / name).write_text("Felt great.")
    told = befit(*BLOCK, "--weeks", "8", "-o", "weeks/", "--force")
    assert name in left(here / "weeks")
    assert "earlier" not in told.stderr


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_single_file_leaves_its_neighbours_alone(suffix: str, here: Path) -> None:
    befit(*BLOCK, "-f", suffix[1:], "-o", "./")
    before = left(here)
    told = befit(*WEEK, "--week", "1", "-o", f"week-01{suffix}", "--force")
    assert (left(here), "earlier" in told.stderr) == (before, False)


def test_nothing_is_removed_where_nothing_could_be_written(here: Path) -> None:
    befit(*BLOCK, "--weeks", "12", "-o", "weeks/")
    before = left(here / "weeks")
    (here / "weeks" / "week-05.md").chmod(0o444)
    told = befit(*BLOCK, "--weeks", "10", "-o", "weeks/", "--force")
    assert (told.exit_code, left(here / "weeks")) == (1, before)


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        pytest.param((*WEEK, "-o", "plan.md"), "plan.md", id="one"),
        pytest.param((*BLOCK, "-o", "weeks"), FOLDER.format("weeks"), id="a folder that is there"),
        pytest.param((*BLOCK, "-o", "."), FOLDER.format("."), id="where befit is run"),
        pytest.param((*BLOCK, "-o", ".."), FOLDER.format(".."), id="one folder up"),
        pytest.param((*BLOCK, "-o", "new/"), FOLDER.format("new"), id="a folder that is made"),
        pytest.param(
            (*BLOCK, "-o", "plan.fit"),
            "20 files, plan-01-wed.fit to plan-10-fri.fit",
            id="beside each other",
        ),
        pytest.param(
            (*BLOCK, "-o", "../here/plan.fit"),
            "20 files, ../here/plan-01-wed.fit to ../here/plan-10-fri.fit",
            id="somewhere else",
        ),
    ],
)
def test_where_the_files_are_is_told_as_it_was_said(
    arguments: tuple[str, ...], names: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "weeks").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    told = befit(*arguments)
    assert f"Written to {names}." in told.stderr


def test_a_plan_that_cannot_be_made_leaves_no_folder(here: Path) -> None:
    refused = befit(*WEEK, "--days", "mon", "-o", "weeks/")
    assert (refused.exit_code, left(here)) == (1, [])
