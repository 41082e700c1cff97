"""The sheets that WeasyPrint makes, read back by pypdf.

These tests run where Pango is installed, which WeasyPrint sets its letters with, and are skipped
elsewhere. With BEFIT_PANGO=required in the environment it must be there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asked import part
from msgspec.structs import replace
from pypdf import PdfReader
from sample_plan import SQUAT, sample_plan, session
from sheets import missing, sheets, unspaced
from strategies import CATALOGUE
from typer.testing import CliRunner, Result

from befit_cli import views
from befit_cli.cli import app
from befit_cli.errors import BefitError
from befit_cli.values import Day, Plan
from befit_cli.views import prescription
from befit_cli.views import words as wording
from befit_cli.views.sentences import note_text, safety_lines, why

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
BLOCK = replace(
    PLAN,
    weeks=tuple(
        [
            replace(
                WEEK,
                number=number,
                starts=WEEK.starts + timedelta(weeks=number - 1),
                sessions=(session(Day.MON, (SQUAT,), ""),),
            )
            for number in part(range(1, 13), 4)
        ]
    ),
)
SATURDAY = date(2026, 11, 28)


@pytest.fixture(scope="module", autouse=True)
def printed() -> Callable[[str], bytes]:
    """What makes a PDF of a page: loaded by whoever runs these tests, not by all who find them."""
    try:
        from befit_cli.views import pdf
    except BefitError:
        if os.environ.get("BEFIT_PANGO") == "required":
            raise
        pytest.skip("Pango is not installed")
    return pdf.printed


def rendered(plan: Plan, today: date | None = None) -> bytes:
    made = views.render(plan, "pdf", catalogue=CATALOGUE, today=today)
    assert isinstance(made, bytes)
    return made


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100"})


@pytest.fixture(scope="module")
def week() -> bytes:
    """The sample's week."""
    return rendered(PLAN)


@pytest.fixture(scope="module")
def block() -> bytes:
    """Weeks of a short session each."""
    return rendered(BLOCK)


def test_a_week_is_one_sheet_that_can_be_read(week: bytes) -> None:
    (sheet,) = sheets(week)
    assert sheet.size == (297, 210)
    assert sheet.type_size >= 9


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize(
    ("options", "smallest"),
    [
        pytest.param(("--lang", "es", "--race", "half", "--sessions", "3"), 9, id="in Spanish"),
        pytest.param(("--niggle", "achilles"), 9, id="with a sore tendon"),
        pytest.param(
            (
                *("--lang", "es", "--race", "marathon", "--sessions", "3", "--minutes", "60"),
                *("--kit", "gym", "--level", "advanced", "--niggle", "achilles,runners-knee"),
                *("--name", "Ana", "--notes", "Despacio con el tobillo. " * 8),
            ),
            8,
            id="as long as they come",
        ),
    ],
)
def test_any_week_is_one_sheet(options: tuple[str, ...], smallest: float, tmp_path: Path) -> None:
    made = tmp_path / "week.pdf"
    result = befit("plan", "--start", "2026-11-30", *options, "-o", str(made))
    assert result.exit_code == 0, result.stderr
    (sheet,) = sheets(made.read_bytes())
    assert sheet.type_size >= smallest


def test_every_session_is_on_its_sheet_with_every_exercise(week: bytes) -> None:
    (sheet,) = sheets(week)
    exercises = [exercise for session in WEEK.sessions for exercise in session.exercises]
    assert missing([wording.session_title(session) for session in WEEK.sessions], sheet) == []
    assert missing([why(session) for session in WEEK.sessions], sheet) == []
    assert missing([exercise.form for exercise in exercises], sheet) == []
    assert missing([exercise.cue for exercise in exercises], sheet) == []
    units = PLAN.athlete.units
    assert missing([prescription.bare_dose(exercise, units) for exercise in exercises], sheet) == []


def test_what_is_told_beside_the_exercises_is_there_too(week: bytes) -> None:
    (sheet,) = sheets(week)
    assert missing([note_text(note) for note in WEEK.notes], sheet) == []
    assert missing(safety_lines(PLAN), sheet) == []


def test_a_block_has_its_weeks_first_and_then_a_sheet_each(block: bytes) -> None:
    contents, *weeks = sheets(block)
    numbers = [week.number for week in BLOCK.weeks]
    assert missing([f"Week {number}" for number in numbers], contents) == []
    assert missing(safety_lines(BLOCK), contents) == []
    assert [re.findall(r"Week \d+ of 12", sheet.text) for sheet in weeks] == [
        [f"Week {number} of 12"] for number in numbers
    ]


def test_a_reader_can_go_from_the_list_of_weeks_to_each(block: bytes) -> None:
    reader = PdfReader(BytesIO(block))
    links = [link.get_object() for link in reader.pages[0]["/Annots"]]
    assert len(links) == len(BLOCK.weeks)
    assert [one["/Title"] for one in reader.outline if not isinstance(one, list)] == [
        "Weeks",
        *map(wording.week_title, BLOCK.weeks),
    ]


def test_it_says_what_it_is_and_not_who_wrote_it_when(week: bytes) -> None:
    reader = PdfReader(BytesIO(week))
    said = reader.metadata
    assert said
    assert said.title == "Strength for the half marathon, week 1 of 12"
    assert said.creator == "befit 0.1.0"
    assert (said.author, said.creation_date, said.modification_date) == (None, None, None)
    assert reader.root_object["/Lang"] == "en"


def colours(pdf: bytes) -> set[str]:
    """The colours that the first sheet is filled with."""
    found = re.findall(r"([.\d]+) ([.\d]+) ([.\d]+) rg", drawn(pdf))
    return {"#" + "".join(f"{round(float(part) * 255):02x}" for part in one) for one in found}


def drawn(pdf: bytes) -> str:
    """What draws the first sheet."""
    contents = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


@pytest.mark.parametrize(
    "colour",
    [
        pytest.param("#1f3a5f", id="bodies"),
        pytest.param("#d9692b", id="kit and arrows"),
    ],
)
def test_every_figure_is_drawn(colour: str, week: bytes) -> None:
    assert colour in colours(week)


@pytest.mark.parametrize("made", ["week", "block"])
def test_no_bar_is_left_without_its_colour(made: str, request: pytest.FixtureRequest) -> None:
    assert "#000000" not in colours(request.getfixturevalue(made))


def test_the_day_on_which_it_is_made_makes_no_difference(week: bytes) -> None:
    assert rendered(PLAN, SATURDAY) == week


def test_a_saved_plan_is_the_same_bytes_anywhere(tmp_path: Path) -> None:
    words = ("plan", "--sessions", "2", "--start", "2026-11-23", "-o")
    for name in ("plan.json", "plan.pdf"):
        assert befit(*words, str(tmp_path / name)).exit_code == 0
    elsewhere = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, "-m", "befit_cli", "export", "plan.json", "-o", "again.pdf"],
        cwd=tmp_path,
        env={**os.environ, **elsewhere},
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "plan.pdf").read_bytes()


def test_befit_knows_its_own_file_again(
    block: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "weeks").mkdir()
    (tmp_path / "weeks" / "week-11.pdf").write_bytes(block)
    told = befit("plan", "--weeks", "10", "--sessions", "2", "-f", "pdf", "-o", "weeks/")
    assert "weeks/week-11.pdf is from an earlier plan" in told.stderr


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Åsa 🏃‍♀️", id="an emoji"),
        pytest.param("سارة", id="Arabic"),
        pytest.param("李娜", id="Chinese"),
        pytest.param("<b>&amp;</b><script>1</script>", id="markup"),
    ],
)
def test_any_name_has_its_sheet(name: str) -> None:
    athlete = replace(PLAN.athlete, name=name)
    one = replace(WEEK, sessions=(session(Day.MON, (SQUAT,), ""),))
    named = replace(PLAN, athlete=athlete, weeks=(one,))
    made = rendered(named)
    (sheet,) = sheets(made)
    assert missing([SQUAT.form, SQUAT.cue, *safety_lines(PLAN)], sheet) == []
    said = PdfReader(BytesIO(made)).metadata
    assert said
    assert name in (said.title or "")


def test_a_word_that_is_longer_than_a_column_goes_on_in_the_next_line() -> None:
    long = replace(SQUAT, form="x" * 190, cue="x" * 190, niggle_note=None)
    (sheet,) = sheets(
        rendered(replace(PLAN, weeks=(replace(WEEK, sessions=(session(Day.MON, (long,), ""),)),)))
    )
    assert max(map(len, re.findall("x+", sheet.text))) < 100
    assert unspaced(sheet.text).count("x" * 190) == 2


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/hostname", "x.png"])
def test_nothing_is_loaded(
    address: str, printed: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("urllib.request.OpenerDirector.open", lambda *what, **_: asked.append(what))
    (sheet,) = sheets(printed(f'<html lang="en"><p>here<img src="{address}" alt="instead">'))
    assert unspaced(sheet.text) == "hereinstead"
    assert asked == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        pytest.param(
            ModuleNotFoundError("No module named 'weasyprint'"),
            "A PDF needs WeasyPrint, which is not installed. Run pip install 'befit[pdf]', or "
            "write .html and print that page.",
            id="WeasyPrint",
        ),
        pytest.param(
            OSError("cannot load library 'libpango-1.0-0'"),
            "A PDF needs Pango, which sets its letters and is not installed. Install it (apt "
            "install libpangoft2-1.0-0, dnf install pango, brew install pango), or write .html "
            "and print that page.",
            id="a library of the system",
        ),
    ],
)
def test_without_what_it_needs_it_says_what_to_do_and_writes_nothing(
    error: Exception, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                print("WeasyPrint could not import some external libraries.")
                raise error

    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "befit_cli.views.pdf")
    told = befit("plan", "-o", str(tmp_path / "week.pdf"))
    assert (told.exit_code, told.stdout) == (1, "")
    assert " ".join(told.stderr.split()) == sentence
    assert list(tmp_path.iterdir()) == []


def test_a_roster_has_a_sheet_for_each_runner_behind_their_list(tmp_path: Path) -> None:
    for name in ("ana", "ben"):
        (tmp_path / f"{name}.yaml").write_text(f"name: {name.title()}\nstart: 2027-01-04\n")
    wall = tmp_path / "out" / "wall.pdf"
    result = CliRunner().invoke(app, ["roster", str(tmp_path), "-o", str(wall)])
    assert result.exit_code == 0, result.stderr
    names, ana, ben = [sheet.text for sheet in sheets(wall.read_bytes())]
    assert "2 runners" in names
    assert ana.startswith("Ana ")
    assert ben.startswith("Ben ")


def test_without_a_font_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "none.conf").write_text("<fontconfig><dir>/none</dir></fontconfig>")
    told = subprocess.run(
        [sys.executable, "-m", "befit_cli", "plan", "-f", "pdf"],
        env={**os.environ, "FONTCONFIG_FILE": str(tmp_path / "none.conf")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert " ".join(told.stderr.split()) == (
        "A PDF needs a font, and there is none on this machine. Install one (apt install "
        "fonts-liberation, apk add font-liberation), or write .html and print that page."
    )
