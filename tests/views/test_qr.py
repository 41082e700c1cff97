"""The QR code of a session, read from the screen of a terminal by a decoder that shares no code with
what made it.
"""

from __future__ import annotations

import io
from typing import Any

import pyte
import pytest
import zxingcpp
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.console import Console
from sample_plan import SQUAT, sample_plan, session
from strategies import drawn

from befit_cli.errors import BefitError
from befit_cli.values import Day, Session, Units
from befit_cli.views import qr
from befit_cli.views import words as wording

MONDAY = sample_plan().weeks[0].sessions[0]
TEXT = """\
Mon 23 Nov, 29 min
Warm-up 5 min
Stop with 3 left
1. Bodyweight squat 2x10
2. Short-range bridge, feet close 2x12
3. Two-leg heel raise 2x15
4. Face-down arm pulls 2x10
5. Side plank 2x20-s hold each side
6. Seated ankle pumps 1x10 each side"""

DARK = {"fg": 255, "bg": 0}
LIGHT = {"fg": 0, "bg": 255}
"""What a terminal's own colours look like, in grey."""
_MODULE = 4  # pixels, so that the decoder sees squares


def shown(
    what: Session, *, colours: str | None = None, encoding: str = "utf-8", **console: Any
) -> str:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {
        "force_terminal": bool(colours),
        "width": 200,
        "height": 200,
        "_environ": {},
    } | console
    qr.show(what, Units.KG, Console(file=out, color_system=colours, **options))
    out.seek(0)
    return out.read()


def read_from_screen(output: str, own: dict[str, int]) -> str:
    """What a camera reads from a terminal that has these colours of its own."""
    height = output.count("\n")
    screen = pyte.Screen(200, height + 1)
    pyte.Stream(screen).feed(output.replace("\n", "\r\n"))
    halves = not output.isascii()
    # a cell is as wide as a module where it has two of them, and half as wide where it has a half
    wide, tall = (_MODULE, 2 * _MODULE) if halves else (_MODULE // 2, _MODULE)
    pixels = bytearray()
    for line in range(height):
        cells = [screen.buffer[line][column] for column in range(screen.columns)]
        for y in range(tall):
            for cell in cells:
                upper = y < tall // 2
                in_ink = cell.data in ("█", "#") or cell.data == ("▀" if upper else "▄")
                pixels += bytes([_grey(cell, own, in_ink=in_ink)]) * wide
    view = zxingcpp.ImageView(
        pixels, wide * screen.columns, tall * height, zxingcpp.ImageFormat.Lum
    )
    found = zxingcpp.read_barcodes(view, try_invert=False, try_rotate=False)
    assert len(found) == 1
    return str(found[0].text)


def _grey(cell: Any, own: dict[str, int], *, in_ink: bool) -> int:
    part = "fg" if in_ink else "bg"
    colour = getattr(cell, part)
    if colour == "default":
        return own[part]
    return {"000000": 0, "ffffff": 255, "black": 0, "brightwhite": 255, "white": 230}[colour]


def test_the_text_is_short_and_plain() -> None:
    assert qr.text(MONDAY, Units.KG) == TEXT


def test_a_weight_is_said_in_the_runners_units() -> None:
    heavy = session(Day.MON, (replace(SQUAT, kg=18.0),), "")
    assert qr.text(heavy, Units.KG).endswith("1. Bodyweight squat 2x10 at 18 kg")
    assert qr.text(heavy, Units.LB).endswith("1. Bodyweight squat 2x10 at 39.7 lb")


@pytest.mark.of_a_kind(4)
@pytest.mark.parametrize("own", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("colours", ["truecolor", "256", "standard"])
def test_a_camera_reads_it_from_a_terminal(
    colours: str, encoding: str, own: dict[str, int]
) -> None:
    assert read_from_screen(shown(MONDAY, colours=colours, encoding=encoding), own) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_without_colours_it_is_drawn_for_a_dark_terminal(encoding: str) -> None:
    assert read_from_screen(shown(MONDAY, encoding=encoding), DARK) == TEXT


@given(name=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30))
@example(name="Zancada búlgara")
@example(name="スクワット")
@drawn
def test_whatever_an_exercise_is_called_the_phone_gets_it(name: str) -> None:
    named = session(Day.MON, (replace(SQUAT, form=name),), "")
    lines = read_from_screen(shown(named), DARK).split("\n")
    assert lines[3] == f"1. {wording.plain(name)} 2x10"


def test_it_fits_a_terminal_of_80_columns() -> None:
    lines = shown(MONDAY, colours="truecolor", width=80).splitlines()
    assert len(lines) <= 40


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        pytest.param("utf-8", "The code takes 65 columns, and this terminal has 60.", id="halves"),
        pytest.param("ascii", "The code takes 130 columns, and this terminal has 60.", id="ascii"),
    ],
)
def test_a_terminal_that_is_too_narrow_is_told(encoding: str, sentence: str) -> None:
    with pytest.raises(BefitError) as told:
        shown(MONDAY, colours="standard", encoding=encoding, width=60)
    assert str(told.value) == (
        f"{sentence} Make it wider, or its letters smaller; befit today without --qr fits any."
    )


@pytest.mark.parametrize("height", [24, 33])
def test_a_terminal_that_is_too_low_is_told(height: int) -> None:
    with pytest.raises(BefitError) as told:
        shown(MONDAY, colours="standard", height=height)
    assert str(told.value) == (
        f"The code takes 34 lines, and this terminal has {height}. Make it higher, or its letters "
        "smaller; befit today without --qr fits any."
    )


def test_a_pipe_has_no_size() -> None:
    assert read_from_screen(shown(MONDAY, width=20, height=10), DARK) == TEXT


def test_a_session_too_long_for_any_code_is_told() -> None:
    endless = session(Day.MON, (replace(SQUAT, form="squat" * 1000),), "")
    with pytest.raises(
        BefitError, match=r"^The session is too long for a QR code\. Say befit today"
    ):
        shown(endless)
