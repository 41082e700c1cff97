"""Catalogues that mean harm: their texts reach every view as texts, and a file that is none is told
and never obeyed.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import fitdecode
import pytest
import vobject
from justhtml import JustHTML
from msgspec.structs import replace
from own_words import exercise_saying, own_note, own_reasons, own_warm_up
from quick_formats import QUICK
from rich.cells import cell_len
from rich.console import Console
from sample_catalogue import EXERCISES, GOOD, TEN_LINES, dumped
from sample_plan import SQUAT, sample_plan, session
from strategies import MONDAY, a_form, an_exercise
from typer.testing import CliRunner, Result

from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import parse_catalogue
from befit_cli.cli import app
from befit_cli.cli.output import Export
from befit_cli.planning.planner import make_plan
from befit_cli.planning.reasons import purposes
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Finding,
    Kit,
    Muscles,
    Niggle,
    NiggleRule,
    Plan,
    SafetyLine,
    verbatim,
)
from befit_cli.views import FORMATS, block, exercise, exercises, findings, terminal
from befit_cli.views import words as wording

LINES = {
    "markup": "[red]a[/red] [/] :tada: [link=file:///x]y[/link]",
    "a page": '<script>alert(1)</script>"><img src=x onerror=y> &lt;b&gt;',
    "a table": r"a | b \| c || `x` **b** # h ~~s~~ $x$ %%c%% [[d]]",
    "a formula": "=cmd()|'/c calc'!A1",
    "a template": "{{ 7 * 7 }} {% raw %} ${HOME} %(x)s {0}",
    "a calendar": r"a;b,c:d\nEND:VEVENT",
    "YAML": "'a': [b, {c: \"d\"}] # e",
    "a command": "--force; rm -rf ~ `id` $(id) | sh",
    "spaces": "a  b\u00a0c\u3000d",
    "accents": "e\u0301\u0323\u0300" * 40,
    "a long word": "x" * 190,
    "a wide word": "深蹲🏃" * 60,
}
"""Texts that a catalogue's file may have."""
SORE = Athlete(sessions=3, niggles=(Niggle.ITB, Niggle.ACHILLES))


def hostile_file(text: str) -> str:
    """befit's catalogue with the text for every text, and a number that tells names apart."""
    data = deepcopy(EXERCISES)
    for number, each in enumerate(data):
        each |= {
            "name": f"{text} {number}",
            "why": text,
            "cues": [text],
            "aliases": [f"{text} {number} too"],
        }
        for rung, form in enumerate(each["ladder"]):
            form["name"] = f"{text} {number}.{rung}"
            form.pop("cues", None)
        for rule in each.get("niggles", {}).values():
            rule["note"] = text
    return dumped({"exercises": data})


@cache
def hostile(name: str) -> tuple[Catalogue, Plan]:
    """The catalogue that says one of `LINES`, and a week from it."""
    catalogue = parse_catalogue(hostile_file(LINES[name]), "hostile.yaml")
    return catalogue, make_plan(SORE, catalogue, plan_season(SORE, MONDAY)[:1])


def forms(plan: Plan) -> list[str]:
    """The name of every form of the week, in its order."""
    return [each.form for on_day in plan.weeks[0].sessions for each in on_day.exercises]


def befit(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100", **environment})


def in_fit(content: bytes) -> str:
    with fitdecode.FitReader(io.BytesIO(content)) as reader:
        return "\n".join(
            str(field.value)
            for frame in reader
            if isinstance(frame, fitdecode.FitDataMessage)
            for field in frame.fields
        )


READERS: dict[str, Callable[[bytes], str]] = {
    "html": lambda content: JustHTML(content.decode(), strict=True, sanitize=False).to_text(
        separator="", strip=False
    ),
    "ics": lambda content: "\n".join(
        event.description.value for event in vobject.readOne(content.decode()).vevent_list
    ),
    "csv": lambda content: "\n".join(
        cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row
    ),
    "fit": in_fit,
}
"""What a reader of the format sees, by libraries that befit does not write with; befit reads
Markdown and JSON itself.
"""


def rendered(plan: Plan, format: str, catalogue: Catalogue) -> list[bytes]:
    """The files of the plan."""
    made = (
        content
        for _, content in Export(format, f"plan{FORMATS[format].suffix}", None).contents(
            plan, catalogue
        )
    )
    return [content.encode() if isinstance(content, str) else content for content in made]


@pytest.mark.of_a_kind(12)
@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("name", LINES)
def test_every_text_is_there_to_read_in_every_format(name: str, format: str) -> None:
    catalogue, plan = hostile(name)
    seen = " ".join("\n".join(map(READERS[format], rendered(plan, format, catalogue))).split())
    for form in map(wording.plain, forms(plan)):
        assert (form.encode()[:40].decode(errors="ignore") if format == "fit" else form) in seen


@pytest.mark.of_a_kind(8)
@pytest.mark.parametrize("format", ["md", "json"])
@pytest.mark.parametrize("name", LINES)
def test_befit_reads_back_what_it_wrote_of_them(name: str, format: str) -> None:
    catalogue, plan = hostile(name)
    (content,) = rendered(plan, format, catalogue)
    back = read_plan(content, f"plan.{format}", catalogue)
    assert forms(back) == forms(plan)
    assert [each.rule for each in check_plan(back, catalogue)] == [
        each.rule for each in check_plan(plan, catalogue)
    ]


def printed(show: Callable[[Console], None], width: int, encoding: str) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    show(Console(file=out, width=width, _environ={}))
    out.seek(0)
    return out.read()


def shown(plan: Plan, catalogue: Catalogue) -> dict[str, Callable[[Console], None]]:
    """Everything that a terminal can be asked to show of them, by what it is."""
    one = catalogue.exercises[0]
    found = (
        Finding(
            rule="R59",
            must=True,
            where=verbatim(one.name),
            found=verbatim(one.why),
            allowed=verbatim(one.name),
            text=verbatim(one.why),
        ),
    )
    return {
        "plan": lambda console: terminal.show(plan, catalogue, console),
        "why": lambda console: terminal.show(
            plan, catalogue, console, purposes(plan.athlete, catalogue, plan.weeks)
        ),
        "block": lambda console: block.show(plan, console),
        "exercises": lambda console: exercises.show(
            catalogue.exercises[:9], plan.athlete, catalogue, console
        ),
        "show": lambda console: exercise.show(one, plan.athlete, catalogue, console),
        "findings": lambda console: findings.show(found, one.name, console),
    }


def assert_harmless(text: str, width: int, encoding: str) -> None:
    assert max(map(cell_len, text.split("\n"))) <= width
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text
    )
    assert text.isascii() or encoding != "ascii"


@pytest.mark.of_a_kind(12)
@pytest.mark.parametrize(("width", "encoding"), [(100, "ascii"), (60, "ascii"), (40, "utf-8")])
@pytest.mark.parametrize("name", LINES)
def test_a_terminal_shows_every_text_and_obeys_none(name: str, width: int, encoding: str) -> None:
    catalogue, plan = hostile(name)
    for view, show in shown(plan, catalogue).items():
        text = printed(show, width, encoding)
        assert_harmless(text, width, encoding)
        if encoding == "utf-8" and view in ("why", "show", "findings"):
            assert "".join(LINES[name].split()) in "".join(text.split())


BEYOND = {
    "10,000 characters": "x" * 10_000,
    "1,000 wide ones": "深" * 1_000,
    "escapes": "\x1b[31mred\x1b[0m\x1b]0;title\x07\x9b2J\x1b[2Jx" * 50,
    "control characters": "a\0b\x08\x7f\x85\r\n\t\x0b" * 50,
    "marks that turn": "\u202ea\u202c\u2066b\u2069\u200fc" * 50,
    "half a character": "\udcffx\ud800",
}
"""Texts that no file may have, but a catalogue made in Python can."""


def made_in_python(text: str) -> tuple[Plan, Catalogue]:
    """A catalogue that says the text wherever it can, and a plan from it."""
    form = a_form(text, cues=(text,), muscles=Muscles((text,), (text,)))
    rules = {Niggle.ITB: NiggleRule(act=Act.MODIFY, note=text, swap=(text,))}
    nasty = an_exercise(
        form, id=text, name=text, aliases=(text,), why=text, prerequisite=text, niggles=rules
    )
    lacking = replace(an_exercise(replace(form, kit=((Kit.BOX,),))), name=text, id="lacking")
    monday = replace(
        session(Day.MON, (exercise_saying(SQUAT, text),), ""),
        reasons=own_reasons(text),
        warm_up=own_warm_up(*[text] * 4),
    )
    week = replace(sample_plan().weeks[0], sessions=(monday,), notes=(own_note("R30", text),))
    plan = replace(sample_plan(), athlete=SORE, weeks=(week,), safety=(SafetyLine(text=text),))
    return plan, Catalogue((nasty, lacking))


@pytest.mark.of_a_kind(4)
@pytest.mark.parametrize(("width", "encoding"), [(100, "ascii"), (40, "utf-8")])
@pytest.mark.parametrize("text", BEYOND.values(), ids=BEYOND)
def test_a_terminal_obeys_no_text_that_was_made_in_python_either(
    text: str, width: int, encoding: str
) -> None:
    for show in shown(*made_in_python(text)).values():
        assert_harmless(printed(show, width, encoding), width, encoding)


@pytest.mark.of_a_kind(8)
@pytest.mark.parametrize("format", QUICK)
@pytest.mark.parametrize(
    "text",
    [pytest.param(text, id=name) for name, text in BEYOND.items() if name != "half a character"],
)
def test_every_format_takes_it(text: str, format: str) -> None:
    plan, catalogue = made_in_python(text)
    for content in rendered(plan, format, catalogue):
        seen = READERS[format](content) if format in READERS else content.decode()
        assert (
            not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", seen)
            or format == "json"
        )


def unreadable(path: Path) -> None:
    path.write_text(GOOD)
    path.chmod(0)


def bomb(path: Path) -> None:
    lists = "\n".join(
        f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, 30)
    )
    path.write_text(f"a0: &a0 [x]\n{lists}\n")


def giant(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


NO_CATALOGUES: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda path: path.write_bytes(b""), "1:1: an empty value is no catalogue"),
    "UTF-16": (
        lambda path: path.write_text(GOOD, encoding="utf-16"),
        "1:1: this is not UTF-8: save the file as UTF-8",
    ),
    "Latin-1": (
        lambda path: path.write_bytes(b"a: \xe9"),
        "1:4: this is not UTF-8: save the file as UTF-8",
    ),
    "a program": (
        lambda path: path.write_bytes(b"\x7fELF\x02\x01\x01\0"),
        "1:1: the character '\\x7f' has no place in a text file",
    ),
    "an escape": (
        lambda path: path.write_text("a: \x1b[2J\n"),
        "1:4: the character '\\x1b' has no place in a text file",
    ),
    "tabs": (
        lambda path: path.write_text("exercises:\n\t- a\n"),
        "2:1: this is not YAML: a tab in the indentation: write spaces",
    ),
    "an object of Python": (
        lambda path: path.write_text("!!python/object/apply:os.system [touch obeyed]\n"),
        "1:1: the tag 'tag:yaml.org,2002:python/object/apply:os…': befit reads none, take it out",
    ),
    "an alias bomb": (bomb, "1:5: the anchor 'a0': befit reads none, take it out"),
    "a key twice": (
        lambda path: path.write_text(f"{GOOD}exercises: []\n"),
        "the key 'exercises' stands here twice",
    ),
    "an id twice": (
        lambda path: path.write_text(GOOD + GOOD.removeprefix("exercises:\n")),
        "another exercise has the id 'squats' already",
    ),
    "50 MB": (giant, " is over 4 MB, too big for befit. Check that it is the right file."),
    "a pipe": (os.mkfifo, " is not a file. Give the path of a file."),
    "a device": (
        lambda path: path.symlink_to("/dev/zero"),
        " is not a file. Give the path of a file.",
    ),
    "a link to itself": (lambda path: path.symlink_to(path), " cannot be read: "),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "There is no file "),
    "nothing at all": (lambda path: None, "There is no file "),
    "a file that may not be read": (
        unreadable,
        " cannot be read: Permission denied. Give a file that you may read.",
    ),
}
"""What makes the file, and what is told of it."""


@pytest.fixture(params=NO_CATALOGUES)
def no_catalogue(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, str]:
    make, sentence = NO_CATALOGUES[request.param]
    if make is unreadable and os.geteuid() == 0:
        pytest.skip("root reads everything")
    monkeypatch.chdir(tmp_path)
    make(path := Path("my.yaml"))
    return path, sentence


def test_what_is_no_catalogue_is_told_and_nothing_else_happens(
    no_catalogue: tuple[Path, str],
) -> None:
    path, sentence = no_catalogue
    before = os.listdir()
    told = {
        befit("check", str(path)).stderr,
        befit("exercises", "--catalogue", str(path)).stderr,
        befit("plan", "-o", "plan.md", BEFIT_CATALOGUE=str(path)).stderr,
        befit("init", "--yes", BEFIT_CATALOGUE=str(path), BEFIT_PROFILE="profile.yaml").stderr,
    }
    (said,) = told
    assert sentence in said
    assert all("my.yaml" in line and line.isprintable() for line in said.splitlines())
    assert os.listdir() == before


def test_a_folder_is_no_catalogue(tmp_path: Path) -> None:
    told = befit("exercises", "--catalogue", str(tmp_path))
    assert (told.exit_code, told.stdout, told.stderr) == (
        1,
        "",
        f"{tmp_path} is not a file. Give the path of a file.\n",
    )


def test_a_file_whose_name_plays_tricks_is_told_by_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\u202eb.yaml"
    path.write_text(TEN_LINES, encoding="utf-8")
    told = befit("check", str(path))
    assert told.exit_code == 0
    name = f"{tmp_path}/a\\x1b[31m\\u202eb.yaml"
    assert told.stdout.startswith(f"{name}: {len(EXERCISES) - 1} exercises, no faults.\n")


@pytest.mark.parametrize(
    "edit",
    [lambda text: f"\ufeff{text}", lambda text: text.replace("\n", "\r\n")],
    ids=["byte order mark", "CRLF"],
)
def test_what_editors_do_to_a_file_changes_nothing(
    edit: Callable[[str], str], tmp_path: Path
) -> None:
    path = tmp_path / "my.yaml"
    path.write_bytes(TEN_LINES.encode())
    usual = load_catalogue(path).exercises
    path.write_bytes(edit(TEN_LINES).encode())
    assert load_catalogue(path).exercises == usual


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c", "\u202e", "\u2066"], ids=ascii)
def test_marks_that_turn_the_writing_direction_have_no_place_in_a_text(
    mark: str, tmp_path: Path
) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(GOOD.replace("name: Squats", f"name: Sq{mark}uats"), encoding="utf-8")
    refused = befit("check", str(path))
    assert refused.exit_code == 1
    assert f"3:9: 'Sq{ascii(mark)[1:-1]}uats' is not text of one line" in refused.stderr
