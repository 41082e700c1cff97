"""A figure -> SVG: shapes in a few tones, whose colours `figure.css` has.

What is drawn later stands before what was drawn earlier: the floor, what stands around, the ghost,
what is worn, the far limbs, the body, what a hand holds, the near arm, at last bands and arrows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from befit_cli.catalogue.figures import AnyThing, Figure, Mat, Point, Pose, load_figures
from befit_cli.views.figures.body import (
    FAR,
    FRONT_RADII,
    NEAR,
    RADII,
    Joints,
    direction,
    joints,
    moved,
    radius,
)
from befit_cli.views.figures.shapes import (
    capsule,
    circle,
    curve,
    number,
    path,
    placed,
    polygon,
    stroke,
)
from befit_cli.views.figures.things import AROUND, HELD, OVER, WORN, corners, drawn, moves_along

_MARGIN = 7.0
_LEAST = (190.0, 100.0)
"""How wide and high a picture is at least, so that all bodies are of about the same size."""
_ARROW = 4.0
"""How thick an arrow is, its tip going with it; thinner where the picture is a close-up."""
_EDGE = 3.0
"""How wide the edge is that sets a limb off from what is behind it; likewise."""


class Drawing(NamedTuple):
    """A figure as SVG."""

    box: str
    """The `viewBox`: what of the drawing is seen."""
    shapes: str
    """What stands within the `<svg>`, with the classes of `figure.css`."""


class _Edges(NamedTuple):
    """What a picture shows, in the figure's centimetres."""

    left: float
    lower: float
    right: float
    upper: float


@cache
def drawing(name: str) -> Drawing:
    """befit's figure of that name, which is one of `load_figures`."""
    return draw(load_figures()[name])


def draw(figure: Figure) -> Drawing:
    """The figure as SVG."""
    found = joints(figure.end)
    edges = _edges(figure, found)
    things = _things(figure)
    shapes = [_floor(things, edges)]
    shapes += _layer(things, AROUND, found)
    if figure.start:
        shapes.append(_ghost(figure.start, things))
    shapes += _layer(things, WORN, found)
    scale = min(1.0, (edges.right - edges.left) / _LEAST[0])
    shapes += _body(figure.end, found, scale)
    shapes += _layer(things, HELD, found)
    shapes += _arms(figure.end, found, scale)
    shapes += _layer(things, OVER, found)
    shapes += [_arrow(points, scale) for points in figure.arrows]
    shapes += [_turn((x, y), radius, scale) for x, y, radius in figure.turns]
    left, lower, right, upper = edges
    box = " ".join(map(number, (left, -upper, right - left, upper - lower)))
    return Drawing(box, "".join(shapes))


def _things(figure: Figure) -> list[tuple[AnyThing, str]]:
    """What stands around, each with its tone."""
    room = [(thing, "room") for thing in figure.room]
    return room + [(thing, "kit") for thing in figure.kit]


def _layer(
    things: Sequence[tuple[AnyThing, str]], kinds: tuple[type[AnyThing], ...], found: Joints
) -> Iterator[str]:
    """The things of these kinds, which are one as near to the eye as the other."""
    for thing, tone in things:
        if isinstance(thing, kinds):
            yield drawn(thing, tone, found)


def _floor(things: Sequence[tuple[AnyThing, str]], edges: _Edges) -> str:
    left, right = edges.left, edges.right
    for thing, _ in things:
        if isinstance(thing, Mat):
            back = ((left + 14, 8), (right - 14, 8))
            front = ((right - 2, -thing.depth), (left + 2, -thing.depth))
            return path("room mat", polygon(back + front))
    return stroke("room", ((left + 3, -1.5), (right - 3, -1.5)), 3)


def _ghost(pose: Pose, things: Sequence[tuple[AnyThing, str]]) -> str:
    """Where it starts, with what moves along."""
    found = joints(pose)
    legs = _leg(pose, found) + _leg(pose, found, FAR)
    arms = _arm(found) + _arm(found, FAR)
    body = path("ghost", _trunk(pose, found) + _head(pose, found) + legs + arms)
    along = [drawn(thing, tone, found) for thing, tone in things if moves_along(thing)]
    return body + (f'<g class="pale">{"".join(along)}</g>' if along else "")


def _body(pose: Pose, found: Joints, scale: float) -> Iterator[str]:
    """The body without the arms that are before it, the far limbs first."""
    near = _trunk(pose, found) + _head(pose, found) + _leg(pose, found)
    if pose.front:  # no limb is farther than the other
        near += _leg(pose, found, FAR)
    else:
        yield path("far", _arm(found, FAR) + _leg(pose, found, FAR))
    yield path("body edge", near, _EDGE * scale)


def _arms(pose: Pose, found: Joints, scale: float) -> Iterator[str]:
    """The arms that are before the body."""
    for far in ("", FAR) if pose.front else ("",):
        yield path("body edge", _arm(found, far), _EDGE * scale)


def _leg(pose: Pose, found: Joints, far: str = "") -> str:
    """The outline of the leg; nothing where the pose has none."""
    if "knee" + far not in found:
        return ""
    hip = found["hip" + (far or NEAR)]
    knee, ankle, heel, ball, toe = (
        found[name + far] for name in ("knee", "ankle", "heel", "ball", "toe")
    )
    radii = FRONT_RADII if pose.front else RADII
    return (
        capsule(hip, knee, 9, radii["knee"])
        + capsule(knee, ankle, radii["knee"], radii["ankle"])
        + capsule(ankle, ball, radii["ankle"], radii["ball"])
        + capsule(heel, ball, radii["heel"], radii["ball"])
        + capsule(ball, toe, radii["ball"], radii["toe"])
    )


def _arm(found: Joints, far: str = "") -> str:
    """The outline of the arm; likewise."""
    if "elbow" + far not in found:
        return ""
    shoulder = found["shoulder" + (far or NEAR)]
    elbow, wrist = found["elbow" + far], found["wrist" + far]
    upper = capsule(shoulder, elbow, 6.4, RADII["elbow"])
    return upper + capsule(elbow, wrist, RADII["elbow"], RADII["wrist"])


def _trunk(pose: Pose, found: Joints) -> str:
    waist, shoulder = found["waist"], found["shoulder"]
    neck = capsule(shoulder, found["head"], 5, 4.5)
    if not pose.front:
        lower = capsule(found["hip"], waist, RADII["hip"], RADII["waist"])
        return lower + capsule(waist, shoulder, RADII["waist"], RADII["shoulder"]) + neck
    left, right = found["shoulder-near"], found["shoulder-far"]
    low_left, low_right = found["hip-near"], found["hip-far"]
    nape = moved(shoulder, pose.neck, 9)
    return (
        capsule(nape, left, 4, 6.4)
        + capsule(nape, right, 4, 6.4)
        + capsule(left, right, 6.4, 6.4)
        + capsule(left, low_left, 6.4, 8.5)
        + capsule(right, low_right, 6.4, 8.5)
        + capsule(low_left, low_right, 8.5, 8.5)
        + polygon((left, right, low_right, low_left))
        + neck
    )


def _head(pose: Pose, found: Joints) -> str:
    head = circle(found["head"], RADII["head"])
    if not pose.profile:
        return head
    # The nose tells a body that lies on its back from one that lies on its face.
    return head + circle(moved(found["head"], pose.neck + 95, RADII["head"] - 0.5), 2.6)


def _arrow(points: Sequence[Point], scale: float) -> str:
    angle = direction(points[-2], points[-1])
    line = curve(points) if len(points) == 3 else None
    tip = moved(points[-1], angle, 4 * scale)
    return stroke("kit", points, _ARROW * scale, line) + _tip(tip, angle, scale)


def _turn(center: Point, radius: float, scale: float) -> str:
    """Most of a circle, clockwise, with a tip."""
    start, end = moved(center, 30, radius), moved(center, 320, radius)
    r = number(radius)
    line = f"M{placed(start)}A{r} {r} 0 1 1 {placed(end)}"
    tip = moved(end, 55, 6 * scale)
    return stroke("kit", (), _ARROW * scale, line) + _tip(tip, 55, scale)


def _tip(tip: Point, angle: float, scale: float) -> str:
    base = moved(tip, angle + 180, 11 * scale)
    half = 6.5 * scale
    corners = (tip, moved(base, angle - 90, half), moved(base, angle + 90, half))
    return path("kit", polygon(corners))


def _edges(figure: Figure, found: Joints) -> _Edges:
    """All of it with a margin, or the part that it is a close-up of."""
    if figure.closeup:
        return _Edges(*figure.closeup)
    points = [*_outermost(figure.end, found)]
    if figure.start:
        points += _outermost(figure.start, joints(figure.start))
    for arrow in figure.arrows:
        points += [(x + by, y + by) for x, y in arrow for by in (-6, 6)]
    for x, y, round_ in figure.turns:
        points += [(x + by, y + by) for by in (-round_ - 6, round_ + 6)]
    low = -3.0
    for thing, _ in _things(figure):
        points += corners(thing, found)
        if isinstance(thing, Mat):
            low = -thing.depth
    left = min(x for x, _ in points) - _MARGIN
    right = max(x for x, _ in points) + _MARGIN
    upper = max(max(y for _, y in points) + _MARGIN, _LEAST[1] + low)
    missing = max(0.0, _LEAST[0] - (right - left)) / 2
    return _Edges(left - missing, low - 2, right + missing, upper)


def _outermost(pose: Pose, found: Joints) -> Iterator[Point]:
    for name, (x, y) in found.items():
        thick = radius(pose, name)
        yield x - thick, y - thick
        yield x + thick, y + thick
