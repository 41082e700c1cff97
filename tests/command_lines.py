"""Drawn command lines, and a folder with the files that they name: sound ones and broken ones."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st
from kept_profile import PROFILE
from quick_formats import QUICK
from sample_plan import sample_plan
from strategies import CATALOGUE
from typer.main import get_command

from befit_cli.cli import app
from befit_cli.cli.commands import OTHER_WORDS
from befit_cli.cli.completion import REQUEST, SHELLS
from befit_cli.roster.rows import COLUMNS
from befit_cli.rules import RULE_BY_ID
from befit_cli.runner.vocabulary import (
    DAYS_TOGETHER,
    KIT_WORDS,
    LEVEL_WORDS,
    NIGGLE_WORDS,
    OFF_WORDS,
    RACE_WORDS,
    SPANISH_DAYS,
)
from befit_cli.values import Day, Group, Kit, Level, Niggle, Off, Pattern, Race, Separator, Units
from befit_cli.values.running_plan import RunKind
from befit_cli.views import render

TODAY = "2026-11-28"
"""The Saturday on which the commands run."""
_DATA = Path(__file__).parent / "data"
_SOUND = {
    "mine.yaml": b"extends: befit\nwithout: [box-jumps]\n",
    "plan.md": str(render(sample_plan(), "md", catalogue=CATALOGUE)).encode(),
    "plan.json": str(render(sample_plan(), "json", catalogue=CATALOGUE)).encode(),
    "profile.yaml": PROFILE.encode(),
    "spanish.yaml": f"{PROFILE}name: Zoë\nlanguage: es\nweights: {{dumbbell: [10]}}\n".encode(),
    "followed.yaml": f"{PROFILE}runs: 05-all-day.ics\n".encode(),
    "log.yaml": b"- date: 2026-11-24\n  plan: {began: 2026-11-23, week: 1, slot: 1}\n  did:\n"
    b"    squats: {form: Goblet squat, asked: 3x8 r3, reps: [8, 8, 10], kg: 16}\n",
    "team/ana.yaml": PROFILE.encode(),
    "team/ben.yaml": b"race: 10k\nsessions: 3\n",
    "weeks/week-01.md": str(render(sample_plan(), "md", catalogue=CATALOGUE)).encode(),
} | {
    file.name: file.read_bytes()
    for folder in (_DATA, _DATA / "0.1", _DATA / "logs", _DATA / "running-plans")
    for file in sorted(folder.iterdir())
    if file.is_file() and file.name != "profile.yaml" and file.stat().st_size < 30_000
}
_BROKEN = {
    "empty.md": b"",
    "utf-16.yaml": "race: half\n".encode("utf-16"),
    "latin-1.csv": "fecha;sesión\n2026-11-24;tirada larga\n".encode("latin-1"),
    "nul.csv": b"date,title\0\n",
    "bytes.ics": bytes(range(256)),
    "faults.yaml": b"race: moon\nhard: [mon, moon]\nzzz: 1\n",
    "log.txt": b"- date: soon\n- 7\n",
    "list.json": b"[1, 2]",
    "later.json": b'{"schema": 3}',
    "deep.yaml": b"hard: " + b"[" * 9_000,
    "team/zoe.yaml": b"race: moon\n",
}
_CUT = {f"cut-{name}": text[: len(text) // 2] for name, text in _SOUND.items() if "/" not in name}
CONTENTS = {**_SOUND, **_BROKEN, **_CUT}
"""What each file of the folder has in it, by its name there."""
FILES = [*CONTENTS, "nowhere.md", "folder", "team", "weeks", "weeks/", ".", ""]

_BEFIT = get_command(app)
COMMANDS: dict[str, Any] = {
    name: _BEFIT.get_command(None, name) for name in _BEFIT.list_commands(None)
}
_OFTEN = [*COMMANDS, "plan", "plan", "block", "roster", "done", "adjust", "runs", "check", "export"]
"""The commands, those with the most to say more often."""
_DATES = [
    "18/04/2027",
    "18 April 2027",
    "18.04.2027",
    "2027-02-28",
    "2028-02-29",
    "2026-11-23",
    "1970-01-01",
    "2200-12-31",
]
_DAYS = ["none", "all", *Day, *SPANISH_DAYS, *DAYS_TOGETHER, "tue,thu", "Saturday,SUN"]
_NAMES = ["none", *CATALOGUE.by_id, "bulg", "rdl,squat", ",".join(CATALOGUE.by_id)]
_WORDS = {
    "--output": [
        "-",
        "new.json",
        "new.html",
        "new.fit",
        "new/",
        "team/",
        "new.svg",
        "plan.md",
        "folder",
        "weeks",
        "no suffix",
        "",
        "x" * 300 + ".md",
        "\udcff.md",
        "a\nb\x1b[31m.html",
    ],
    "--name": ["none", "Ana", "Zoë M.", "a" * 61, "A\x1b[31mna", "A\nb", "\udcff"],
    "--weeks": ["1", "8", "30", "31", "0"],
    "A=B": ["none", "squats=lunges", "lunges=rdl,squats=planks", "squats=squats", "squats"],
    "COLUMN": [*COLUMNS, "zzz"],
    "COLUMN=WORD": ["race=half", "needs=pain", "name=Ana", "race", "zzz=1"],
    "DATE": ["none", "today", "mon", *_DATES],
    "DAY": ["none", "today", "Tomorrow", *Day, *SPANISH_DAYS, "2026-11-25", "soon", *_DATES],
    "DAYS": [*_DAYS, "mon,tue,wed,thu,fri,sat,sun"],
    "DID": ["squat", "8,8,10", "16kg", "r3,", "rdl +2", "clams skip", "all", "thu", "rest", "🏃"],
    "FILE": FILES,
    "FOLDER": FILES,
    "FORMAT": [*QUICK, "svg", "JSON", "docx"],
    "GROUP": ["none", *Group],
    "GROUPS": [*Group, "knee,foot"],
    "HOW": ["worse", "better"],
    "JOINT=0-10": ["knee=4", "knee=4,calf=2", "rodilla=3", "knee", "knee=11", "none"],
    "KIT": ["none", "home", "gym", *Kit, *KIT_WORDS, "home,band", "thu,sat=home", "gym,thu=home"],
    "LANGUAGE": ["en", "es", "ES", "fr"],
    "LEVEL": [*Level, *LEVEL_WORDS, "pro"],
    "MINUTES": ["none", "0", "15", "30min", "half an hour", "45", "1h30", "61", "1441", "soon"],
    "NAME": _NAMES,
    "NAMES": _NAMES,
    "NUMBER": ["1", "2", "two", "3 a week", "4", "8", "30", "-1"],
    "PATTERNS": [*Pattern, "squat,hinge"],
    "RACE": [*Race, *RACE_WORDS, "15k", "5 miles", "21.1", "50k"],
    "RULE": [*RULE_BY_ID, "safety", "r111"],
    "RUN=KIND": [*[f"Steady={kind}" for kind in RunKind], "2026-12-03=easy", "Steady", "=hard"],
    "SIGN": [*Separator, ";"],
    "SPOTS": ["none", *Niggle, *NIGGLE_WORDS, "itb,shin", "knee", "hip", "pregnant"],
    "TEXT": ["none", "slept badly", "a" * 400, "A\x1b[31mna", "[red]"],
    "TIME": ["18:30", "0:00", "24:00", "6", *Off, *OFF_WORDS, "none", "thu..sun", "2026-12-01.."],
    "UNIT": [*Units, "stone"],
    "UNITS": [*Units, "stone"],
    "WEEK": ["next", "6", "2026-12-09", "99", "soon"],
    "ZONE": ["none", "Europe/Berlin", "UTC", "Europe", "posixrules", "../UTC"],
}
"""What may be said, and the near misses: by the option's name, else by what its help calls it."""
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
    "ＴＵＥ",
    "вторник",
    "火曜日",
    "ميل",
    "half‑marathon",
    "mié",
]
_odd = st.sampled_from(ODD) | st.text(max_size=8)
_STRAY = [
    *("--help", "-h", "--version", "--yes", "--force", "--zzz", "-o", "-of", "-f", "--race=half"),
    *("--lang", "--lang=es", "--show-completion", "bash", *SHELLS, *OTHER_WORDS),
]
_stray = _odd | st.sampled_from(_STRAY)


class Line(NamedTuple):
    """What somebody types, where they do."""

    said: list[str]
    """The words after `befit`."""
    environment: dict[str, str]
    answers: str
    """What comes on stdin."""


@st.composite
def command_lines(draw: st.DrawFn) -> Line:
    """A command with its own arguments: most with values that mean something, some said twice; and
    now and then what means nothing, another language, a broken profile or log, or a press of Tab.
    """
    name = draw(st.sampled_from(_OFTEN))
    said = [name]
    declared = COMMANDS[name].params
    for parameter in draw(st.lists(st.sampled_from(declared or [None]), max_size=4)):
        said += draw(_arguments(parameter)) if parameter else []
    if _one_in(5, draw):
        said.insert(draw(st.integers(0, 1)), f"--lang={draw(st.sampled_from(_WORDS['LANGUAGE']))}")
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 0, 0, 1, 2]))):
        said.insert(draw(st.integers(0, len(said))), draw(_stray))
    said = [word for word in said if _stays_in_the_folder(word)]
    environment = draw(_ENVIRONMENTS)
    if _one_in(20, draw):
        environment |= {
            REQUEST: f"complete_{draw(st.sampled_from(SHELLS))}",
            "COMP_WORDS": " ".join(["befit", *said]),
            "COMP_CWORD": str(draw(st.integers(0, len(said)))),
            "_TYPER_COMPLETE_ARGS": " ".join(["befit", *said]),
        }
    answers = draw(st.sampled_from(["", "\n" * 40, "y\n" * 40, "half\nzzz\n" * 20]))
    return Line(said, environment, answers)


_ENVIRONMENTS = st.fixed_dictionaries(
    {},
    optional={
        "BEFIT_PROFILE": st.sampled_from(
            [*["profile.yaml", "spanish.yaml", "followed.yaml"] * 4, "faults.yaml", "nowhere.yaml"]
        ),
        "BEFIT_LOG": st.sampled_from(["log.yaml", "log.yaml", "log.txt", "cut-log.yaml"]),
        "BEFIT_ROSTER": st.sampled_from(["team", "club.csv", "nowhere"]),
    },
)


@st.composite
def _arguments(draw: st.DrawFn, parameter: Any) -> list[str]:
    """An option with its value, a flag, or an argument."""
    is_option = parameter.param_type_name == "option"
    names = [draw(st.sampled_from(parameter.opts))] if is_option else []
    if is_option and parameter.is_flag:
        return names
    known = _WORDS.get(parameter.opts[0]) or _WORDS[parameter.metavar]
    return [*names, draw(_odd if _one_in(10, draw) else st.sampled_from(known))]


def _one_in(number: int, draw: st.DrawFn) -> bool:
    """True so often: Hypothesis likes the ends of a range, so it is the middle of one."""
    return draw(st.integers(0, number)) == number // 2


def _stays_in_the_folder(word: str) -> bool:
    """Whether it may stand for a file: nothing is written anywhere else, and no system hands over a
    NUL.
    """
    if word in _WORDS["ZONE"] or word in FILES:
        return True
    return (
        ".." not in Path(word).parts
        and "~" not in word
        and not (word.startswith("/") or "\0" in word or "=/" in word)
    )


def fill(folder: Path) -> None:
    """Lay the files there, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    # the folder itself stays: befit runs in it
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    (folder / "folder").mkdir()
    for name, content in CONTENTS.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file of the folder was written, and how long it is; of a folder only that it is
    there.
    """
    found = {}
    for path in folder.rglob("*"):
        status = path.lstat()
        is_folder = path.is_dir()
        found[str(path.relative_to(folder))] = (
            (0, 0) if is_folder else (status.st_mtime_ns, status.st_size)
        )
    return found
