"""`befit roster`: the week of many runners in one command, and their files."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from justhtml import JustHTML
from set_clock import at
from syrupy.assertion import SnapshotAssertion
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.log.log_file import load_log

ANA = """\
name: Ana Pérez
race: half
race-date: 2027-02-14
start: 2026-10-26
hard: tue, thu
long-run: sun
kit: gym
level: intermediate
minutes: 45
notes: Slow calf raises, Ana
"""
ANAS_LOG = """\
- date: 2026-11-24
  plan: {began: 2026-10-26, week: 5, slot: 1}
  pain: {calf: 5}
  did: {squats: [{form: Barbell squat, reps: [4, 4]}]}
"""
ANAS_RUNS = """\
BEGIN:VCALENDAR
PRODID:-//club//EN
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261125
SUMMARY:Intervals 6 x 800 m
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261129
SUMMARY:Long run 18 km
END:VEVENT
END:VCALENDAR
"""
BEN = "name: Ben\nrace: 10k\nstart: 2026-11-02\n"
DORA = "name: Dora\nrace: marathn\n"


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three, one with a log and a running plan, and one with a fault."""
    folder = tmp_path / "team"
    folder.mkdir()
    for name, text in {
        "ana.yaml": ANA,
        "ana.log.yaml": ANAS_LOG,
        "ana.ics": ANAS_RUNS,
        "ben.yaml": BEN,
        "dora.yaml": DORA,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEFIT_ROSTER", "team")
    at(monkeypatch, "2026-11-26")
    return folder


def befit(*arguments: str, columns: int = 400) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": str(columns)})


def parsed(page: str) -> JustHTML:
    return JustHTML(page, strict=True, sanitize=False)


def names_in(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.usefixtures("team")
def test_a_folder_of_three(snapshot: SnapshotAssertion) -> None:
    result = befit("roster", "team", columns=80)
    assert result.exit_code == 1
    assert f"{result.stdout}\n{result.stderr}" == snapshot


@pytest.mark.usefixtures("team")
def test_one_faulty_profile_is_told_with_its_place_and_stops_nobody_else() -> None:
    result = befit("roster", "-f", "json")
    athletes = json.loads(result.stdout)["athletes"]
    assert [(each["name"], each["needs"]) for each in athletes] == [
        ("dora", "fault"),
        ("Ana Pérez", "pain"),
        ("Ben", "none"),
    ]
    assert result.exit_code == 1
    assert result.stderr.startswith("team/dora.yaml:2:7: 'marathn' is not a race")


def test_where_all_have_a_plan_the_command_succeeds(team: Path) -> None:
    (team / "dora.yaml").unlink()
    assert befit("roster").exit_code == 0


def test_the_log_and_the_running_plan_beside_a_profile_count(team: Path) -> None:
    (ana,) = json.loads(befit("roster", "--only", "name=ana", "-f", "json").stdout)["athletes"]
    assert (ana["hurt"]["where"], ana["in_7_days"]["done"]) == ("calf", 1)
    (team / "ana.ics").unlink()
    (bare,) = json.loads(befit("roster", "--only", "name=ana", "-f", "json").stdout)["athletes"]
    assert [due["day"] for due in ana["sessions"]] != [due["day"] for due in bare["sessions"]]


@pytest.mark.usefixtures("team")
def test_a_log_for_all_is_nobodys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text("- {date: 2026-11-25, pain: {knee: 9}, did: {}}")
    monkeypatch.setenv("BEFIT_LOG", str(tmp_path / "all.yaml"))
    (ben,) = json.loads(befit("roster", "--only", "name=ben", "-f", "json").stdout)["athletes"]
    assert ben["hurt"] is None


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("ending", ["json", "csv"])
def test_the_table_goes_to_a_file_by_its_ending(ending: str, tmp_path: Path) -> None:
    befit("roster", "-o", f"team.{ending}")
    assert (tmp_path / f"team.{ending}").read_bytes() == befit("roster", "-f", ending).stdout_bytes


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    ("format", "names"),
    [
        ("html", ["ana.html", "ben.html", "index.html"]),
        ("md", ["ana.md", "ben.md", "index.html"]),
        ("json", ["ana.json", "ben.json", "index.html"]),
        ("ics", ["ana.ics", "ben.ics", "index.html"]),
    ],
)
def test_a_folder_gets_a_file_for_each_runner(
    format: str, names: list[str], tmp_path: Path
) -> None:
    result = befit("roster", "-o", "out/", "-f", format)
    assert names_in(tmp_path / "out") == names
    assert "Written to out/: index.html and 2 files." in result.stderr


@pytest.mark.usefixtures("team")
def test_it_is_a_page_where_nobody_says_what(tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    page = (tmp_path / "out/ana.html").read_text(encoding="utf-8")
    assert "Half marathon strength for Ana Pérez" in page
    assert "Slow calf raises, Ana" in page


@pytest.mark.usefixtures("team")
def test_a_watch_gets_a_file_for_each_session_of_each_runner(tmp_path: Path) -> None:
    befit("roster", "-o", "out/", "-f", "fit", "--only", "name=ben")
    assert names_in(tmp_path / "out") == ["ben-fri.fit", "ben-wed.fit", "index.html"]


@pytest.mark.usefixtures("team")
def test_what_only_each_runner_can_have_goes_to_a_folder_without_its_slash(tmp_path: Path) -> None:
    befit("roster", "-o", "out", "-f", "ics")
    assert names_in(tmp_path / "out") == ["ana.ics", "ben.ics", "index.html"]


@pytest.mark.usefixtures("team")
def test_a_profile_is_found_without_its_ending(tmp_path: Path) -> None:
    whole, short = (befit("plan", "--profile", name) for name in ("team/ben.yaml", "team/ben"))
    assert (short.exit_code, short.stdout) == (0, whole.stdout)


@pytest.mark.usefixtures("team")
def test_the_file_is_what_the_runner_would_write_themselves(tmp_path: Path) -> None:
    befit("roster", "-o", "out/", "-f", "md")
    befit("plan", "--profile", "ben", "-o", "ben.md")
    assert (tmp_path / "out/ben.md").read_bytes() == (tmp_path / "ben.md").read_bytes()


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    ("option", "weeks"),
    [
        ([], [4]),
        (["--week", "6"], [6]),
        (["--week", "next"], [5]),
        (["--block"], [*range(1, 11)]),
    ],
)
def test_a_file_has_the_weeks_that_are_asked_for(
    option: list[str], weeks: list[int], tmp_path: Path
) -> None:
    befit("roster", "-o", "out/", "-f", "json", "--only", "name=ben", *option)
    plan = json.loads((tmp_path / "out/ben.json").read_text())
    assert [week["number"] for week in plan["weeks"]] == weeks


@pytest.mark.usefixtures("team")
def test_whose_block_has_no_such_week_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    result = befit("roster", "-o", "out/", "--week", "12")
    assert names_in(tmp_path / "out") == ["ana.html", "index.html"]
    assert "team/ben.yaml: --week 12 is not in the block: it has 10 weeks" in result.stderr
    assert result.exit_code == 1


@pytest.mark.usefixtures("team")
def test_files_are_for_the_coach_alone(tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700
    for path in (tmp_path / "out").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600, path


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("name", ["team.csv", "team.json", "wall.html"])
def test_so_is_one_file_for_all(name: str, tmp_path: Path) -> None:
    befit("roster", "-o", name)
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--at", "18:30"], "--at is for a calendar"),
        (["-f", "html", "--remind", "30"], "--remind"),
        (["--week", "3"], "--week says what is written for each runner"),
        (["-f", "json", "--block"], "--block says what is written for each runner"),
        (["-f", "html", "--csv-separator", "tab"], "--csv-separator is for a spreadsheet"),
        (["-o", "out/", "--week", "3", "--block"], "--week and --block do not go together"),
        (["-o", "out/", "--week", "0"], "--week 0 is no week of a block"),
        (["-o", "out/", "--week", "soon"], "--week 'soon' is not a day. Say next"),
        (["-o", ""], "-o names no file"),
        (["-o", "all.ics"], "all.ics can't have all runners in one file. Say -o out/ -f ics"),
        (["-o", "all.md", "-f", "md"], "'md' is not a format of a roster"),
        (["--import", "x.csv", "-o", "team2", "--only", "race=half"], "--import makes profiles"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments: list[str], told: str) -> None:
    result = befit("roster", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)


@pytest.mark.usefixtures("team")
def test_nothing_is_written_over_without_being_told_to(tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    (tmp_path / "out/ben.html").write_text("mine")
    (tmp_path / "out/ana.html").unlink()
    result = befit("roster", "-o", "out/")
    assert "out/ben.html exists already" in result.stderr
    assert names_in(tmp_path / "out") == ["ben.html", "index.html"]
    assert (tmp_path / "out/ben.html").read_text() == "mine"


@pytest.mark.usefixtures("team")
def test_the_same_day_again_writes_the_same_bytes(tmp_path: Path) -> None:
    def content() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    befit("roster", "-o", "out/")
    before = content()
    befit("roster", "-o", "out/", "--force")
    assert content() == before


def test_what_an_earlier_roster_left_is_removed_and_named(team: Path, tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    (tmp_path / "out/mine.html").write_text("befit")
    (team / "ben.yaml").unlink()
    result = befit("roster", "-o", "out/", "--force")
    assert "Removed what an earlier roster left: out/ben.html." in result.stderr
    assert names_in(tmp_path / "out") == ["ana.html", "index.html", "mine.html"]


def test_who_has_a_fault_today_keeps_their_page(team: Path, tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    (team / "ben.yaml").write_text("race: tenk")
    result = befit("roster", "-o", "out/", "--force")
    assert "Removed" not in result.stderr
    assert names_in(tmp_path / "out") == ["ana.html", "ben.html", "index.html"]


@pytest.mark.usefixtures("team")
def test_of_a_page_that_befit_did_not_write_nothing_is_removed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.html").write_text("mine")
    (tmp_path / "out/index.html").write_text('<a href="mine.html">mine</a>')
    befit("roster", "-o", "out/", "--force")
    assert (tmp_path / "out/mine.html").exists()


ODD = ["notes.txt", "ana.yaml", "..%2Fteam%2Fana.yaml", ".", "%2Fetc%2Fpasswd", "\udcff.html"]


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("link", ODD)
def test_a_link_to_anything_else_is_no_file_of_a_roster(link: str, tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    for name in ("notes.txt", "ana.yaml"):
        (tmp_path / "out" / name).write_text("mine")
    page = tmp_path / "out/index.html"
    content = page.read_text(encoding="utf-8") + f'<a href="{link}">'
    page.write_text(content, encoding="utf-8", errors="surrogateescape")
    result = befit("roster", "-o", "out/", "--force")
    assert "Removed" not in result.stderr
    assert (tmp_path / "team/ana.yaml").read_text(encoding="utf-8") == ANA


@pytest.mark.usefixtures("team")
def test_who_is_not_picked_keeps_their_page(tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    befit("roster", "-o", "out/", "--force", "--only", "name=ana")
    assert "ben.html" in names_in(tmp_path / "out")


@pytest.mark.usefixtures("team")
def test_another_format_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    befit("roster", "-o", "out/", "-f", "md", "--force")
    assert names_in(tmp_path / "out") == ["ana.md", "ben.md", "index.html"]


@pytest.mark.parametrize("output", ["team", "team/", "list.csv"])
def test_nothing_is_written_among_the_profiles(output: str, team: Path) -> None:
    Path("list.csv").write_text("name,start\nAna,2026-11-23\n")
    roster = "list.csv" if output == "list.csv" else "team"
    before = {path.name: path.read_bytes() for path in team.iterdir()}
    result = befit("roster", roster, "-o", output, "--force", *(["-f", "csv"] * (output != "team")))
    assert (result.exit_code, {path.name: path.read_bytes() for path in team.iterdir()}) == (
        2,
        before,
    )
    assert Path("list.csv").read_text().startswith("name,start")


@pytest.mark.parametrize(
    "trouble",
    ["a folder", "a link that leads nowhere", "a file that is too large", "a NUL in a name"],
)
def test_what_is_wrong_with_one_stops_nobody_else(trouble: str, team: Path) -> None:
    path = team / "dora.yaml"
    path.unlink()
    if trouble == "a folder":
        path.mkdir()
    elif trouble == "a link that leads nowhere":
        path.symlink_to("nowhere")
    elif trouble == "a file that is too large":
        path.write_bytes(b"#" * 3_000_000)
    else:
        path.write_bytes(b"race: half\nruns: a\0b\n")
    athletes = json.loads(befit("roster", "-f", "json").stdout)["athletes"]
    assert [each["name"] for each in athletes] == ["dora", "Ana Pérez", "Ben"]
    assert athletes[0]["error"]


def test_a_runner_whose_page_would_be_the_first_one_is_told_alone(
    team: Path, tmp_path: Path
) -> None:
    (team / "dora.yaml").rename(team / "index.yaml")
    (team / "index.yaml").write_text(BEN)
    result = befit("roster", "-o", "out/")
    assert "team/index.yaml: index.html is the first page: call them otherwise." in result.stderr
    assert names_in(tmp_path / "out") == ["ana.html", "ben.html", "index.html"]


@pytest.mark.usefixtures("team")
def test_a_folder_in_the_place_of_a_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "out/ben.html").mkdir(parents=True)
    result = befit("roster", "-o", "out/")
    assert "team/ben.yaml: out/ben.html is there and is no file." in result.stderr
    assert names_in(tmp_path / "out") == ["ana.html", "ben.html", "index.html"]


@pytest.mark.usefixtures("team")
def test_the_first_page_links_what_somebody_with_a_fault_had(team: Path, tmp_path: Path) -> None:
    befit("roster", "-o", "out/")
    (team / "ben.yaml").write_text("race: tenk")
    befit("roster", "-o", "out/", "--force")
    assert 'href="ben.html"' in (tmp_path / "out/index.html").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_ended_leaves_nothing_behind(number: signal.Signals, team: Path) -> None:
    for place in range(60):
        (team / f"runner-{place}.yaml").write_text(BEN)
    command = [sys.executable, "-m", "befit_cli", "roster", "team", "-o", "out/"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(1000):
        if Path("out").is_dir() and len(names_in(Path("out"))) > 3:
            break
        time.sleep(0.01)
    process.send_signal(number)
    assert process.wait(30) != 0
    assert not Path("out").exists()


@pytest.mark.usefixtures("team")
def test_a_name_without_an_ending_is_a_folder(tmp_path: Path) -> None:
    befit("roster", "-o", "out")
    assert names_in(tmp_path / "out") == ["ana.html", "ben.html", "index.html"]


def test_whose_block_is_over_is_told_without_a_fault(team: Path) -> None:
    (team / "dora.yaml").write_text("start: 2026-08-03\nrace: 5k\nrace-date: 2026-11-22\n")
    result = befit("roster", "-f", "json")
    assert [each["over"] for each in json.loads(result.stdout)["athletes"]] == [
        None,
        "2026-11-22",
        None,
    ]
    assert result.exit_code == 0


@pytest.mark.usefixtures("team")
def test_a_week_that_is_adjusted_has_changed() -> None:
    befit("adjust", "--minutes", "20", "--profile", "ben")
    (ben,) = json.loads(befit("roster", "--only", "name=ben", "-f", "json").stdout)["athletes"]
    assert (ben["needs"], ben["adjusted"]) == ("changed", ["minutes 20"])


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("arguments", [["-f", "md"], ["-o", "team.ics"]])
def test_a_format_that_is_no_table_asks_for_a_folder(arguments: list[str]) -> None:
    result = befit("roster", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.usefixtures("team")
def test_what_is_wrong_with_the_output_is_told_once_and_nothing_is_written(tmp_path: Path) -> None:
    result = befit("roster", "-o", "out/", "--at", "18:30")
    assert result.stderr.startswith("--at is for a calendar")
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)


@pytest.mark.usefixtures("team")
def test_one_page_has_a_sheet_for_each_runner_by_name(tmp_path: Path) -> None:
    result = befit("roster", "-o", "wall.html")
    assert result.exit_code == 1  # for there is none for Dora
    page = parsed((tmp_path / "wall.html").read_text(encoding="utf-8"))
    sheets = page.query("section.week")
    assert [sheet.query("h2")[0].to_text() for sheet in sheets] == ["Ana Pérez", "Ben"]
    assert "Slow calf raises, Ana" in sheets[0].to_text()
    assert len(page.query("section.session")) == 4


SOME = "Some of these runners have no such work"
NONE = "These weeks have no such work"


@pytest.mark.parametrize(
    ("only", "said"),
    [
        pytest.param((), SOME, id="one who has it and one who has not"),
        pytest.param(("--only", "name=ana"), None, id="who has it"),
        pytest.param(("--only", "name=ben"), NONE, id="who has not"),
    ],
)
@pytest.mark.usefixtures("team")
def test_its_safety_text_is_true_of_all_whose_sheets_it_has(
    only: tuple[str, ...], said: str | None
) -> None:
    page = befit("roster", "-f", "html", *only).stdout
    assert [sentence for sentence in (SOME, NONE) if sentence in page] == ([said] if said else [])


@pytest.mark.parametrize("roster", ["team", "team/", "other folder", "club.csv"])
@pytest.mark.usefixtures("team")
def test_the_last_line_tells_a_command_that_works(roster: str, tmp_path: Path) -> None:
    (tmp_path / "club.csv").write_text("name,start\nAna,2026-11-02\n")
    (tmp_path / "other folder").mkdir()
    (tmp_path / "other folder" / "eva.yml").write_text(BEN)
    told = befit("roster", roster).stdout.splitlines()[-1]
    command, *_ = re.split(" shows | writes ", told)
    program, *words = shlex.split(command.replace("NAME", "ben"))
    assert program == "befit"
    assert befit(*words).exit_code == 0


@pytest.mark.usefixtures("team")
def test_its_list_leads_to_each_sheet() -> None:
    page = parsed(befit("roster", "-f", "html").stdout)
    links = [link.attrs["href"] for link in page.query("nav a")]
    ids = [part.attrs["id"] for part in page.query("[id]")]
    assert links == ["#ana-5", "#ben-4"]
    assert set(links) <= {f"#{id_}" for id_ in ids}
    assert len(ids) == len(set(ids))


@pytest.mark.usefixtures("team")
def test_a_week_that_somebody_has_not_is_no_sheet() -> None:
    result = befit("roster", "-f", "html", "--week", "12")
    assert [title.to_text() for title in parsed(result.stdout).query("section.week h2")] == [
        "Ana Pérez"
    ]
    assert "team/ben.yaml: --week 12 is not in the block" in result.stderr


@pytest.mark.usefixtures("team")
def test_where_nobody_has_a_plan_no_file_is_written(tmp_path: Path) -> None:
    assert befit("roster", "-o", "wall.html", "--only", "name=dora").exit_code == 1
    assert not (tmp_path / "wall.html").exists()


@pytest.mark.usefixtures("team")
def test_who_has_no_beginning_is_told() -> None:
    Path("team/eva.yaml").write_text("race: none\n")
    assert befit("roster").stderr.startswith(
        "eva: nothing says when their block began, so it begins anew each week."
    )


LIST = "\ufeffName;Race;Race date;Hard\r\nAna Pérez;half;2027-02-14;tue,thu\r\nBen;10k;;\r\n"


def test_a_table_becomes_a_folder_of_profiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    at(monkeypatch, "2026-11-23")
    Path("list.csv").write_text(LIST, encoding="utf-8")
    result = befit("roster", "--import", "list.csv", "-o", "team")
    assert result.exit_code == 0, result.stderr
    assert names_in(tmp_path / "team") == ["ana-perez.yaml", "ben.yaml"]
    ana = Path("team/ana-perez.yaml")
    assert ana.stat().st_mode & 0o777 == 0o600
    lines = [line for line in ana.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert lines[1:] == [
        'name: "Ana Pérez"',
        "race: half",
        "race-date: 2027-02-14",
        "hard: tue, thu",
        "start: 2026-11-23",
    ]
    from_table = json.loads(befit("roster", "list.csv", "-f", "json").stdout)["athletes"]
    from_folder = json.loads(befit("roster", "team", "-f", "json").stdout)["athletes"]
    for each in (*from_table, *from_folder):
        del each["file"]
    assert from_folder == from_table


def test_a_row_with_a_fault_makes_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text("name,race\nAna,half\nBen,tenk\nEva,hlf\n")
    result = befit("roster", "--import", "list.csv", "-o", "team/")
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
        "list.csv:3:2",
        "list.csv:4:2",
    ]
    assert (result.exit_code, Path("team").exists()) == (1, False)


def test_profiles_that_are_there_stay(team: Path) -> None:
    Path("list.csv").write_text("name,race\nEva,5k\nBen,5k\n")
    assert befit("roster", "--import", "list.csv", "-o", "team").exit_code == 1
    assert (team / "ben.yaml").read_text() == BEN
    assert not (team / "eva.yaml").exists()


def test_the_files_that_a_row_names_are_found_from_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.ics").write_text(ANAS_RUNS)
    Path("list.csv").write_text("name,runs\nAna,plan.ics\n")
    befit("roster", "--import", "list.csv", "-o", "team")
    assert 'runs: "../plan.ics"' in Path("team/ana.yaml").read_text()


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    "arguments", [["plan"], ["today"], ["log"], ["off"], ["adjust"]], ids=lambda each: each[0]
)
def test_a_runner_of_the_roster_has_a_name(arguments: list[str]) -> None:
    result = befit(*arguments, "--profile", "ana")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == befit(*arguments, "--profile", "team/ana.yaml").stdout


def test_what_is_done_goes_to_the_log_of_the_one_who_is_named(team: Path) -> None:
    assert befit("done", "wed", "--profile", "ben").exit_code == 0
    (logged,) = load_log(team / "ben.log.yaml").sessions
    assert str(logged.date) == "2026-11-25"


def test_what_is_adjusted_is_so_for_the_one_who_is_named(team: Path) -> None:
    assert befit("adjust", "--minutes", "20", "--profile", "ben").exit_code == 0
    assert "minutes: 20" in (team / "ben.yaml").read_text()


@pytest.mark.usefixtures("team")
def test_who_is_not_in_the_roster_is_told_with_those_who_are() -> None:
    result = befit("plan", "--profile", "bem")
    assert result.stderr == (
        "There is no file team/bem.yaml, and --profile names it. Say befit init --profile bem to "
        "write it. BEFIT_ROSTER has ana, ben, dora; did you mean 'ben'?\n"
    )


@pytest.mark.parametrize(
    "name", ["ana-perez", "Ana Pérez", "ana perez", "ANA", "ana", "ana-perez.yaml"]
)
def test_a_runner_is_known_by_their_name_however_it_is_written(name: str, team: Path) -> None:
    (team / "ana.yaml").rename(team / "ana-perez.yaml")
    assert "for Ana Pérez" in befit("plan", "--profile", name).stdout


def test_a_runner_is_known_by_the_name_that_their_profile_says(team: Path) -> None:
    (team / "ana.yaml").rename(team / "x1.yaml")
    assert "for Ana Pérez" in befit("plan", "--profile", "Ana Pérez").stdout


@pytest.mark.parametrize("name", ["?", "🐢"])
def test_a_name_without_a_letter_is_nobody_elses(name: str, team: Path) -> None:
    (team / "🏃.yaml").write_text("race: 5k\n")
    assert befit("plan", "--profile", name).exit_code == 1
    assert "5 km" in befit("plan", "--profile", "🏃").stdout


def test_a_beginning_that_two_names_have_is_nobodys(team: Path) -> None:
    (team / "benno.yaml").write_text("race: 5k\n")
    assert "10 km" in befit("plan", "--profile", "ben").stdout
    assert befit("plan", "--profile", "be").exit_code == 1


def test_a_roster_that_is_no_folder_has_nobody_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFIT_ROSTER", "team.csv")
    assert "BEFIT_ROSTER names no folder." in befit("plan", "--profile", "ana").stderr


def test_a_path_is_a_path_also_with_a_roster(team: Path, tmp_path: Path) -> None:
    (tmp_path / "ben").write_text("race: 5k\n")
    assert "5 km" in befit("plan", "--profile", "ben").stdout
    assert "10 km" in befit("plan", "--profile", str(team / "ben.yaml")).stdout


def test_without_a_roster_it_is_told_how_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BEFIT_ROSTER", raising=False)
    result = befit("roster")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "BEFIT_ROSTER=FOLDER" in result.stderr


def test_an_empty_folder_is_told_how_to_fill_it(tmp_path: Path) -> None:
    result = befit("roster", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "befit roster --import list.csv -o team/" in result.stderr
