"""Prints how fast befit is, as a table in Markdown: `python benchmarks`, with what
benchmarks/requirements.txt lists installed.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
PAIRS = 31
PROCESSES = 15
ROSTERS = 3
BEFIT = str(Path(sys.executable).with_name("befit"))
"""What people run: `python -m befit_cli` costs Python a little more."""
PLAN = (
    BEFIT,
    "plan",
    "--race",
    "half",
    "--sessions",
    "3",
    "--start",
    "2027-01-04",
)
BARE = (sys.executable, str(HERE / "bare.py"), "--race", "half", "--sessions", "3")
BLOCK = (BEFIT, "block", "--weeks", "8", "--start", "2027-01-04")
PROGRAMME = (sys.executable, str(HERE / "programme.py"))
RUNS = 200
"""How many runs the running plan of a benchmark has."""
TITLES = ("6 x 800 m", "Easy 8 km", "Tempo 20 min", "Easy 6 km", "Recovery 5 km", "Long run 16 km")
YEARS = 3
"""How many years the log of a benchmark has, three sessions a week."""
TEAM = 1000
"""How many runners the roster of a benchmark has, and a tenth of them for its memory."""
RACES = ("5k", "10k", "half", "marathon", "none")
KITS = ("home", "gym", "none", "home, dumbbell", "home, band", "home, kettlebell")
LEVELS = ("beginner", "intermediate", "advanced")
DAYS = ("mon", "tue", "wed", "thu", "fri")
DID = """\
- date: {}
  minutes: 30
  did:
    squats: {{form: Goblet squat, asked: 3x8 r3, reps: [8, 8, 9], kg: 16, left: 3}}
    romanian-deadlifts: {{form: Romanian deadlift, asked: 3x8 r3, reps: [8, 8, 8], kg: 20}}
    calf-raises: {{form: Weighted single-leg calf raise, asked: 3x8 r3, reps: [8, 8, 8], kg: 12}}
    planks: {{form: Plank, asked: 2x30s, hold: [30, 30]}}
    clamshells: skipped
"""
USUAL = {
    name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BEFIT"))
}
LOAD = """
import time
from befit_cli.catalogue.load import load_catalogue
for _ in range(2):
    start = time.perf_counter()
    load_catalogue()
    print(time.perf_counter() - start)
"""


class Run(NamedTuple):
    """Seconds on the clock, and the most memory in MB, of a whole process."""

    seconds: float
    megabytes: float


def run(command: tuple[str, ...]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=HERE.parent, env=USUAL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if process.returncode is None:
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed.")
    return Run(seconds, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024))


def pairs(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[Run, Run, float]:
    """The medians of two commands run in turns, and the median of the ratios of each turn."""
    run(first), run(second)
    turns = [(run(first), run(second)) for _ in range(PAIRS)]
    medians = [
        Run(*map(statistics.median, zip(*runs, strict=True))) for runs in zip(*turns, strict=True)
    ]
    return (
        medians[0],
        medians[1],
        statistics.median(one.seconds / other.seconds for one, other in turns),
    )


def running_plan() -> str:
    """A calendar with six runs a week."""
    events = []
    for number in range(RUNS):
        week, place = divmod(number, len(TITLES))
        day = date(2027, 1, 5) + timedelta(weeks=week, days=place)
        events.append(
            f"BEGIN:VEVENT\r\nUID:{number}@example.org\r\nDTSTAMP:20261101T000000Z\r\n"
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\nSUMMARY:{TITLES[place]}\r\nEND:VEVENT\r\n"
        )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n"


def roster(folder: Path, runners: int) -> None:
    """A profile for each, no two alike for long."""
    for number in range(runners):
        start = date.today() - timedelta(weeks=number % 5)
        lines = {
            "name": f"Runner {number}",
            "race": RACES[number % 5],
            "start": start,
            "kit": KITS[number % 6],
            "level": LEVELS[number % 7 % 3],
            "sessions": 2 + number % 11 % 2,
            "minutes": 20 + 10 * (number % 13 % 4),
            "hard": DAYS[number % 17 % 5],
        }
        text = "".join([f"{key}: {value}\n" for key, value in lines.items()])
        (folder / f"runner-{number}.yaml").write_text(text, encoding="utf-8")


def roster_run(runners: int, *options: str) -> Run:
    """The median of some runs for a roster of so many, none of which finds files there."""
    runs = []
    for _ in range(ROSTERS):
        with tempfile.TemporaryDirectory() as folder:
            roster(Path(folder), runners)
            command = (BEFIT, "roster", folder)
            runs.append(run((*command, *[option.format(folder) for option in options])))
    return Run(*map(statistics.median, zip(*runs, strict=True)))


def as_runner(folder: Path, *command: str) -> tuple[str, ...]:
    """The command for a runner whose block began two weeks ago, and who has logged nothing of it."""
    profile, logged = folder / "profile.yaml", folder / "log.yaml"
    start = date.today() - timedelta(weeks=2)
    profile.write_text(f"race: half\nsessions: 3\nstart: {start}\n", encoding="utf-8")
    anew = f"rm -f {logged}; BEFIT_PROFILE={profile} BEFIT_LOG={logged} exec"
    return ("sh", "-c", " ".join([anew, *command]))


def log() -> str:
    """What was done up to the week that is planned."""
    monday = date(2027, 1, 4)
    days = [monday - timedelta(days=number) for number in range(365 * YEARS, 0, -1)]
    return "".join([DID.format(day) for day in days if day.weekday() in (0, 2, 4)])


def loading() -> tuple[float, float]:
    """Milliseconds to load the catalogue in a new process, and once more in the same."""
    said = [
        subprocess.run(
            (sys.executable, "-c", LOAD),
            cwd=HERE.parent,
            env=USUAL,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for _ in range(PROCESSES)
    ]
    first, again = (
        1000 * statistics.median(map(float, times)) for times in zip(*said, strict=True)
    )
    return first, again


def planning() -> dict[str, float]:
    """Milliseconds of each benchmark in process, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = (
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-c",
            os.devnull,
            "--rootdir",
            str(HERE),
            f"--benchmark-json={report}",
            str(HERE),
        )
        subprocess.run(command, cwd=HERE.parent, stdout=subprocess.DEVNULL, check=True)
        told = json.loads(report.read_text(encoding="utf-8"))["benchmarks"]
    return {each["name"].removeprefix("test_"): 1000 * each["stats"]["median"] for each in told}


def machine() -> str:
    names = [
        line.split(":")[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    return (
        f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, {platform.system()}"
    )


def main() -> None:
    plan, bare, slower = pairs(PLAN, BARE)
    block, _, share = pairs(BLOCK, PROGRAMME)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.ics"
        file.write_text(running_plan(), encoding="utf-8", newline="")
        following, usual, longer = pairs((*PLAN, "--runs", str(file)), PLAN)
        file = Path(folder) / "log.yaml"
        file.write_text(log(), encoding="utf-8")
        logged, without, slower_by_log = pairs(("env", f"BEFIT_LOG={file}", *PLAN), PLAN)
        here = Path(folder)
        nothing = as_runner(here, *BARE)
        today, _, slower_today = pairs(as_runner(here, BEFIT, "today"), nothing)
        done, _, slower_done = pairs(as_runner(here, BEFIT, "done"), nothing)
    table = roster_run(TEAM)
    pages = roster_run(TEAM, "-o", "{}/out/")
    few_pages = roster_run(TEAM // 10, "-o", "{}/out/")
    first, again = loading()
    took = planning()
    rows = [
        (
            "`befit plan`, the whole process",
            f"{slower:.2f} × a bare Typer program that prints three Rich tables",
            plan.seconds * 1000,
        ),
        (
            "its peak memory",
            f"{plan.megabytes / bare.megabytes:.2f} × the bare program's, {plan.megabytes:.0f} MB",
            None,
        ),
        (
            "`befit today`, with a profile",
            f"{slower_today:.2f} × the bare program",
            today.seconds * 1000,
        ),
        (
            "`befit done`, with a profile",
            f"{slower_done:.2f} × the bare program",
            done.seconds * 1000,
        ),
        (
            f"`befit plan --runs`, a calendar of {RUNS} runs",
            f"{longer:.2f} × `befit plan`, {following.megabytes - usual.megabytes:.1f} MB more",
            following.seconds * 1000,
        ),
        (
            f"`befit plan` after {YEARS} years of log",
            f"{slower_by_log:.2f} × without, {logged.megabytes - without.megabytes:.1f} MB more",
            logged.seconds * 1000,
        ),
        (
            f"`befit roster`, {TEAM:,} runners planned and checked",
            f"{table.seconds:.1f} s, {1000 * table.seconds / TEAM:.1f} ms each",
            table.seconds * 1000,
        ),
        (
            f"`befit roster -o out/`, a page for each of {TEAM:,}",
            f"{pages.seconds:.1f} s, {pages.megabytes:.0f} MB; {few_pages.megabytes:.0f} MB for "
            f"{TEAM // 10}",
            pages.seconds * 1000,
        ),
        (
            "the catalogue, the first time",
            f"{first / (bare.seconds * 1000):.2f} × the bare program",
            first,
        ),
        ("the catalogue, again", f"{again / first:.3f} × the first time", again),
        (
            "a week planned",
            f"{took['a_week'] / (bare.seconds * 1000):.3f} × the bare program",
            took["a_week"],
        ),
        (
            "a late, short week with three sore spots, from 330 exercises",
            f"{took['a_large_catalogue'] / took['a_week']:.0f} × a week",
            took["a_large_catalogue"],
        ),
        (
            "a block of 8 weeks",
            f"{took['streprogen'] / took['a_block[8]']:.1f} × as fast as streprogen 4.1.0",
            took["a_block[8]"],
        ),
        (
            "a block of 16 weeks",
            f"{took['a_block[16]'] / took['a_week']:.1f} × a week",
            took["a_block[16]"],
        ),
        (
            "a block of 30 weeks",
            f"{took['a_block[30]'] / took['a_block[10]']:.1f} × a block of 10",
            took["a_block[30]"],
        ),
        (
            "`befit block --weeks 8`, the whole process",
            f"{1 / share:.1f} × as fast as streprogen's",
            block.seconds * 1000,
        ),
    ]
    print(f"On {machine()}; medians.\n\n| | | ms |\n| --- | --- | --- |")
    for what, ratio, milliseconds in rows:
        print(f"| {what} | {ratio} | {'' if milliseconds is None else f'{milliseconds:.1f}'} |")


if __name__ == "__main__":
    main()
