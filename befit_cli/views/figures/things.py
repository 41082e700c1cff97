"""What stands around a body, as SVG: the shapes of each kind of thing, and the points that a
picture of it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch

from befit_cli.catalogue.figures import (
    AnyThing,
    Backpack,
    Band,
    Bar,
    Bench,
    Box,
    Chair,
    Dumbbell,
    Kettlebell,
    Line,
    Loop,
    Mat,
    Pad,
    Placed,
    Plate,
    Point,
    Post,
    Spot,
    Strung,
    Thing,
    Wall,
)
from befit_cli.views.figures.body import Joints, moved
from befit_cli.views.figures.shapes import capsule, circle, number, path, stroke

AROUND = (Wall, Post, Chair, Box, Bench, Mat, Line, Pad)
"""What is behind the body, and behind where it started."""
WORN = (Backpack,)
"""What is right behind the body, and before where it started."""
HELD = (Dumbbell, Kettlebell, Bar)
"""What a hand is round: it is before the body, and behind the near arm."""
OVER = (Band, Loop, Plate)
"""What is before all of the body."""
_CEILING = 190.0
"""How high a wall goes, if the picture does."""


def moves_along(thing: AnyThing) -> bool:
    """Whether the thing is where the body is: in a hand, on the back, round the knees."""
    if isinstance(thing, Strung):
        return any(isinstance(place, str) for place in thing.through)
    return isinstance(thing, Placed) and isinstance(thing.at, str)


def drawn(thing: AnyThing, tone: str, found: Joints) -> str:
    """The thing in its tone, with the joints of the body that it may be at."""
    return "".join(_shapes(thing, tone, found))


@singledispatch
def _shapes(thing: Thing, tone: str, found: Joints) -> Iterator[str]:
    raise NotImplementedError(thing)  # each kind registers its own


@singledispatch
def corners(thing: Thing, found: Joints) -> Sequence[Point]:
    """Points that a picture of the thing shows."""
    return ()


def _spot(place: Spot, found: Joints, by: Point = (0, 0)) -> Point:
    """Where that is in the room, moved by so much."""
    x, y = found[place] if isinstance(place, str) else place
    return x + by[0], y + by[1]


def _spots(places: Sequence[Spot], found: Joints) -> list[Point]:
    return [_spot(place, found) for place in places]


def _around(center: Point, beside: float, above: float) -> Sequence[Point]:
    x, y = center
    return (x - beside, y - above), (x + beside, y + above)


@_shapes.register
def _wall(thing: Wall, tone: str, found: Joints) -> Iterator[str]:
    yield stroke(tone, ((thing.x, 0), (thing.x, _CEILING)), 5)


@corners.register
def _of_wall(thing: Wall, found: Joints) -> Sequence[Point]:
    return ((thing.x, 0),)


@_shapes.register
def _post(thing: Post, tone: str, found: Joints) -> Iterator[str]:
    yield stroke(tone, ((thing.x, 0), (thing.x, thing.height)), 4)


@corners.register
def _of_post(thing: Post, found: Joints) -> Sequence[Point]:
    return ((thing.x, thing.height),)


_BACK = 44.0
"""How far the back of a chair goes up from its seat."""


@_shapes.register
def _chair(thing: Chair, tone: str, found: Joints) -> Iterator[str]:
    left, right = thing.x - thing.width / 2, thing.x + thing.width / 2
    seat = thing.seat - 3
    for leg in (left + 2, right - 2):
        yield stroke(tone, ((leg, 2), (leg, seat)), 4)
    end, lean = (left, -4) if thing.back == "left" else (right, 4)
    yield stroke(tone, ((end, thing.seat), (end + lean, thing.seat + _BACK)), 4)
    yield stroke(tone, ((left, seat), (right, seat)), 6)


@corners.register
def _of_chair(thing: Chair, found: Joints) -> Sequence[Point]:
    beside = thing.width / 2 + 6
    return (thing.x - beside, 0), (thing.x + beside, thing.seat + _BACK + 2)


@_shapes.register
def _box(thing: Box, tone: str, found: Joints) -> Iterator[str]:
    yield _rectangle(tone, thing.x, thing.floor, thing.width, thing.height)


@corners.register
def _of_box(thing: Box, found: Joints) -> Sequence[Point]:
    top = thing.floor + thing.height
    return (thing.x - thing.width / 2, top), (thing.x + thing.width / 2, top)


@_shapes.register
def _bench(thing: Bench, tone: str, found: Joints) -> Iterator[str]:
    for leg in (thing.x - thing.width / 2 + 8, thing.x + thing.width / 2 - 8):
        yield stroke(tone, ((leg, 2), (leg, thing.height - 4)), 5)
    yield _rectangle(tone, thing.x, thing.height - 8, thing.width, 8)


@corners.register
def _of_bench(thing: Bench, found: Joints) -> Sequence[Point]:
    return (
        (thing.x - thing.width / 2, thing.height),
        (thing.x + thing.width / 2, thing.height),
    )


@_shapes.register
def _mat(thing: Mat, tone: str, found: Joints) -> Iterator[str]:
    return iter(())  # it is the floor, which goes from edge to edge of the picture


@_shapes.register
def _dumbbell(thing: Dumbbell, tone: str, found: Joints) -> Iterator[str]:
    center, turn = _spot(thing.at, found, thing.by), thing.turn
    ends = (moved(center, turn, 11), moved(center, turn + 180, 11))
    yield stroke(tone, ends, 5)
    for end in ends:
        yield path(tone, capsule(moved(end, turn + 90, 6), moved(end, turn - 90, 6), 4, 4))


@corners.register
def _of_dumbbell(thing: Dumbbell, found: Joints) -> Sequence[Point]:
    return _around(_spot(thing.at, found, thing.by), 15, 15)


@_shapes.register
def _kettlebell(thing: Kettlebell, tone: str, found: Joints) -> Iterator[str]:
    x, y = _spot(thing.at, found, thing.by)
    yield stroke(tone, ((x - 6, y - 7), (x - 5, y + 1), (x + 5, y + 1), (x + 6, y - 7)), 4)
    yield path(tone, circle((x, y - 13), 10))


@corners.register
def _of_kettlebell(thing: Kettlebell, found: Joints) -> Sequence[Point]:
    x, y = _spot(thing.at, found, thing.by)
    return (x - 10, y - 23), (x + 10, y + 3)


@_shapes.register
def _plate(thing: Plate, tone: str, found: Joints) -> Iterator[str]:
    center = _spot(thing.at, found, thing.by)
    yield stroke(tone, (), 5, circle(center, thing.radius))
    yield path(tone, circle(center, 4))


@corners.register
def _of_plate(thing: Plate, found: Joints) -> Sequence[Point]:
    return _around(_spot(thing.at, found, thing.by), thing.radius + 3, thing.radius + 3)


@_shapes.register
def _bar(thing: Bar, tone: str, found: Joints) -> Iterator[str]:
    yield path(tone, circle(_spot(thing.at, found, thing.by), 4.5))


@_shapes.register
def _backpack(thing: Backpack, tone: str, found: Joints) -> Iterator[str]:
    center = _spot(thing.at, found, thing.by)
    bottom, top = moved(center, thing.turn + 180, 12), moved(center, thing.turn, 12)
    yield path(tone, capsule(bottom, top, 12, 9))


@corners.register
def _of_backpack(thing: Backpack, found: Joints) -> Sequence[Point]:
    return _around(_spot(thing.at, found, thing.by), 24, 24)


@_shapes.register
def _band(thing: Band, tone: str, found: Joints) -> Iterator[str]:
    spots = _spots(thing.through, found)
    if thing.loop:
        yield stroke(tone, (), 3.2, capsule(spots[0], spots[-1], 7, 7))
    else:
        yield stroke(tone, spots, 3.2)


@_shapes.register
def _loop(thing: Loop, tone: str, found: Joints) -> Iterator[str]:
    center, half = _spot(thing.at, found, thing.by), thing.length / 2
    ends = (moved(center, thing.turn, half), moved(center, thing.turn + 180, half))
    yield stroke(tone, ends, 4)


@_shapes.register
def _line(thing: Line, tone: str, found: Joints) -> Iterator[str]:
    yield stroke(tone, _spots(thing.through, found), 4)


@_shapes.register
def _pad(thing: Pad, tone: str, found: Joints) -> Iterator[str]:
    yield stroke(tone, _spots(thing.through, found), thing.thick)


@corners.register
def _of_way(thing: Strung, found: Joints) -> Sequence[Point]:
    return _spots(thing.through, found)


def _rectangle(tone: str, x: float, floor: float, width: float, height: float) -> str:
    left, top = number(x - width / 2), number(-floor - height)
    size = f'width="{number(width)}" height="{number(height)}"'
    return f'<rect class="{tone}" x="{left}" y="{top}" {size} rx="2.5"/>'
