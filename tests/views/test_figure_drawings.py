"""Figures as SVG: small, of a few tones, each thing at its place."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from contrast import contrast
from hypothesis import given
from hypothesis import strategies as st
from test_figure_bodies import STANDING

from befit_cli import views
from befit_cli.catalogue.figures import (
    AnyThing,
    Arm,
    Backpack,
    Band,
    Bar,
    Bench,
    Box,
    Chair,
    Dumbbell,
    Figure,
    Kettlebell,
    Line,
    Loop,
    Mat,
    Pad,
    Plate,
    Pose,
    Post,
    Wall,
    load_figures,
)
from befit_cli.views.figures.drawing import draw, drawing
from befit_cli.views.figures.shapes import capsule, number

FIGURES = load_figures()
COLOURS = Path(views.__file__).with_name("figure.css").read_text(encoding="utf-8")
THINGS: dict[str, AnyThing] = {
    "wall": Wall(x=40),
    "post": Post(x=40, height=100),
    "chair": Chair(x=-30, back="left"),
    "box": Box(x=30, width=40, height=30),
    "bench": Bench(x=30, width=60, height=40),
    "mat": Mat(),
    "dumbbell": Dumbbell(at="wrist"),
    "kettlebell": Kettlebell(at="wrist"),
    "plate": Plate(at="shoulder"),
    "bar": Bar(at=(0, 200)),
    "backpack": Backpack(at="shoulder"),
    "band": Band(through=("wrist", (60, 100))),
    "band round the knees": Band(through=("knee", "knee-far"), loop=True),
    "loop": Loop(at="knee"),
    "line": Line(through=("wrist", (60, 100))),
    "pad": Pad(through=((0, 2), (60, 2))),
}


def elements(figure: Figure) -> list[ElementTree.Element]:
    shapes = draw(figure).shapes
    return list(ElementTree.fromstring(f"<svg>{shapes}</svg>").iter())[1:]  # noqa: S314  # befit's


def classes(figure: Figure) -> list[str]:
    return [element.get("class", "") for element in elements(figure)]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_small_and_its_tones_have_colours(name: str) -> None:
    box, shapes = drawing(name)
    tones = set(" ".join(re.findall(r'class="([^"]+)"', shapes)).split())
    assert len(shapes) < 3_900
    assert tones
    assert [
        tone for tone in tones if f".{tone} {{" not in COLOURS and f".{tone}," not in COLOURS
    ] == []
    _left, _top, width, height = map(float, box.split())
    assert 50 <= width <= 300
    assert 35 <= height <= 300


@pytest.mark.parametrize("thing", THINGS.values(), ids=THINGS)
def test_each_thing_is_drawn_in_its_tone(thing: AnyThing) -> None:
    bare = Figure(end=STANDING)
    for tone, figure in {
        "room": Figure(end=STANDING, room=(thing,)),
        "kit": Figure(end=STANDING, kit=(thing,)),
    }.items():
        if not isinstance(thing, Mat):
            added = Counter(classes(figure)) - Counter(classes(bare))
            assert added
            assert set(added) <= {tone, f"line {tone}-line"}
        assert len(draw(figure).shapes) != len(draw(bare).shapes)


def test_a_mat_is_the_floor() -> None:
    assert "room mat" in classes(Figure(end=STANDING, room=(Mat(),)))
    assert "line room-line" not in classes(Figure(end=STANDING, room=(Mat(),)))


def test_what_the_body_holds_is_where_it_starts_too_and_paler() -> None:
    start = Pose(profile=True, hip=(-30, 60), torso=(0, 0), neck=0, arms=(Arm(upper=90),))
    held = Figure(start=start, end=STANDING, kit=(Dumbbell(at="wrist"),))
    stood = Figure(start=start, end=STANDING, kit=(Box(x=60, width=30, height=30),))
    assert "pale" in classes(held)
    assert "pale" not in classes(stood)


def test_what_a_hand_holds_is_before_the_body_and_behind_the_arm() -> None:
    order = classes(Figure(end=STANDING, kit=(Kettlebell(at="wrist"),)))
    trunk, arm = (place for place, name in enumerate(order) if name == "body edge")
    assert trunk < order.index("kit") < arm


def test_a_close_up_shows_only_a_part_with_thinner_arrows() -> None:
    arrow = (((40.0, 20.0), (40.0, 50.0)),)
    whole = Figure(end=STANDING, arrows=arrow)
    close = Figure(end=STANDING, arrows=arrow, closeup=(-20, -5, 60, 60))
    assert draw(close).box == "-20 -60 80 65"
    widths = [
        [float(element.get("stroke-width", 0)) for element in elements(figure)][-2]
        for figure in (whole, close)
    ]
    assert widths[0] > 2 * widths[1]


def test_a_body_is_as_large_in_one_picture_as_in_the_next() -> None:
    widths = [
        float(drawing(name).box.split()[2]) for name, one in FIGURES.items() if not one.closeup
    ]
    assert min(widths) >= 190
    assert max(widths) <= 300


@given(
    st.tuples(st.floats(-99, 99), st.floats(-99, 99)),
    st.tuples(st.floats(-99, 99), st.floats(-99, 99)),
    st.floats(1, 12),
    st.floats(1, 12),
)
def test_a_limb_has_an_outline_however_short_it_is_seen(
    start: tuple[float, float], end: tuple[float, float], first: float, second: float
) -> None:
    outline = capsule(start, end, first, second)
    assert outline.startswith("M")
    assert outline.endswith("Z")
    assert re.fullmatch(r"[MlaZ0-9. -]+", outline)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (1.25, "1.2"),
        (-0.04, "0"),
        (-0.5, "-.5"),
        (0.25, ".2"),
        (10.5, "10.5"),
        (-3.06, "-3.1"),
        (120, "120"),
    ],
)
def test_a_number_has_a_decimal_where_it_needs_one(value: float, text: str) -> None:
    assert number(value) == text


def colours(scheme: str) -> dict[str, str]:
    light, dark = COLOURS.split("@media screen and (prefers-color-scheme: dark)")
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", dark if scheme == "dark" else light))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tone", ["body", "kit"])
def test_what_tells_the_exercise_stands_out_from_its_ground(tone: str, scheme: str) -> None:
    """3 to 1 is what WCAG asks of graphics."""
    shown = colours(scheme)
    assert contrast(shown[tone], shown["ground"]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ghost_is_seen_and_is_paler_than_the_body(scheme: str) -> None:
    shown = colours(scheme)
    ghost, far, body = (contrast(shown[tone], shown["ground"]) for tone in ("ghost", "far", "body"))
    assert 1.3 < ghost < far < body
