"""Shapes as SVG. Points have y up, as figures have; SVG has it down."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, cos, hypot, sin

from befit_cli.catalogue.figures import Point


def path(classes: str, outline: str, edge: float = 0) -> str:
    """The filled shape with this outline, and an edge so wide; nothing without an outline."""
    if not outline:
        return ""
    width = f' stroke-width="{number(edge)}"' if edge else ""
    return f'<path class="{classes}"{width} d="{outline}"/>'


def stroke(tone: str, points: Sequence[Point], width: float, line: str | None = None) -> str:
    """A line through the points, or the one that is given, so many centimetres wide."""
    return (
        f'<path class="line {tone}-line" stroke-width="{number(width)}" d="{line or way(points)}"/>'
    )


def way(points: Sequence[Point]) -> str:
    """Straight from point to point."""
    return "M" + "L".join(map(placed, points))


def curve(points: Sequence[Point]) -> str:
    """From the first of three points to the last, bent towards the second."""
    start, middle, end = map(placed, points)
    return f"M{start}Q{middle} {end}"


def polygon(points: Sequence[Point]) -> str:
    """The outline with these corners."""
    return way(points) + "Z"


def circle(center: Point, radius: float) -> str:
    """The outline of a disc."""
    r, across = number(radius), number(2 * radius)
    half = f"a{r} {r} 0 1 1 "
    return f"M{placed((center[0] - radius, center[1]))}{half}{across} 0{half}-{across} 0Z"


def capsule(start: Point, end: Point, first: float, second: float) -> str:
    """The outline of a limb with these radii at its ends, round at both."""
    apart = hypot(end[0] - start[0], end[1] - start[1])
    if apart <= abs(first - second):  # the one is within the other
        return circle(start, first) if first > second else circle(end, second)
    along = atan2(end[1] - start[1], end[0] - start[0])
    lean = acos((first - second) / apart)

    def corner(center: Point, radius: float, side: int) -> Point:
        angle = along + side * lean
        x, y = center[0] + radius * cos(angle), center[1] + radius * sin(angle)
        return round(x, 1), round(y, 1)  # as it is written, so that no way from one is rounded

    left, left_end = corner(start, first, 1), corner(end, second, 1)
    right_end, right = corner(end, second, -1), corner(start, first, -1)
    # More than half of the thicker end's circle is seen. From corner to corner is shorter to write
    # than where each is.
    first_end = f"a{number(first)} {number(first)} 0 {int(first > second)} 1"
    second_end = f"a{number(second)} {number(second)} 0 {int(first < second)} 1"
    return (
        f"M{placed(left)}l{_from(left, left_end)}{_behind(second_end, _from(left_end, right_end))}"
        f"l{_from(right_end, right)}{_behind(first_end, _from(right, left))}Z"
    )


def _from(start: Point, end: Point) -> str:
    return placed((end[0] - start[0], end[1] - start[1]))


def _behind(numbers: str, number: str) -> str:
    """The numbers with one more; its sign parts them as well as a blank does."""
    return f"{numbers}{number}" if number.startswith("-") else f"{numbers} {number}"


def placed(point: Point) -> str:
    """The point as SVG has it."""
    return _behind(number(point[0]), number(-point[1]))


def number(value: float) -> str:
    """With a decimal where it has one: a tenth of a centimetre is less than is seen."""
    text = f"{value:.1f}".removesuffix(".0")
    if text == "-0":
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
