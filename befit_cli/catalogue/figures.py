"""The table of figures, as the YAML of `data/figures/` writes it: poses, and what stands around.

Lengths are centimetres of somebody 176 cm tall; a point is (x, y) with y up from the floor and x to
the right, where the body faces when it stands. Angles are degrees clockwise from straight up: 90
points right, 180 down.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Raw, Struct

from befit_cli.catalogue import compiled

FOLDER = Path(__file__).parents[1] / "data" / "figures"
_COMPILED = FOLDER.with_suffix(".msgpack")

Point = tuple[float, float]
Spot = Point | str
"""A place in the room, or that of a joint of the body in ink, by its name: `wrist`, `knee-far`."""
Bend = Literal["front", "back"]
FLAT = 97.0
"""Where a foot points that stands flat on the floor: its toes are a little lower than its ankle."""


class Leg(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One leg, by one of: where its foot rests (the knee follows), its angles, or its joints."""

    ankle: Point | None = None
    """Where the ankle is; 5 above what a flat foot stands on."""
    ball: Point | None = None
    """Where the ball of the foot is, with the heel in the air; 3.5 above what it stands on."""
    heel: Point | None = None
    """Where the heel is, with the toes in the air; 4 above what it rests on."""
    thigh: float | None = None
    """Where the thigh points; with it, `shin`."""
    shin: float | None = None
    """Where the shin points; left out, it goes on as the thigh does."""
    knee: Bend | Point = "front"
    """To which side the knee bends; or where it is, for a leg seen from where it looks shorter."""
    pitch: float | None = None
    """Where the foot points; left out, flat on the floor, or at a right angle to the shin."""
    toes: float | None = None
    """Where the toes point; left out, along the floor when on the ball, else as the foot does."""


class Arm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One arm, by one of: where its hand is, its angles, or its joints."""

    wrist: Point | None = None
    """Where the hand is in the room."""
    hold: Point | None = None
    """Where the hand is from the shoulder."""
    upper: float | None = None
    """Where the upper arm points."""
    fore: float | None = None
    """Where the forearm points; left out, it goes on as the upper arm does."""
    elbow: Bend | Point = "back"
    """To which side the elbow bends; or where it is, for an arm that looks shorter."""


class Pose(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A body. The first leg and arm are the near ones, in ink; with one alone, the far one is
    beside it and does the same. From the front the first is the one at the left of the picture.
    """

    front: bool = False
    """Whether it is seen from the front or from behind: shoulders and hips have a width."""
    profile: bool
    """Whether the face is seen from its side: a nose shows where it looks."""
    hip: Point
    torso: tuple[float, float]
    """Where the lower back points from the hip up, and the upper back from the waist."""
    neck: float
    """Where the head is from the shoulders."""
    legs: tuple[Leg, ...] = ()
    arms: tuple[Arm, ...] = ()


class Thing(Struct, frozen=True, forbid_unknown_fields=True, tag_field="is"):
    """Something in the picture beside the body."""


class Placed(Thing, frozen=True):
    """What is at one spot."""

    at: Spot
    by: Point = (0, 0)
    """How far from there."""


class Strung(Thing, frozen=True):
    """What goes from spot to spot."""

    through: tuple[Spot, ...]


class Wall(Thing, frozen=True, tag="wall"):
    """A wall seen from its side."""

    x: float


class Post(Thing, frozen=True, tag="post"):
    """A thin upright: a rail to hold, a door frame, a rack."""

    x: float
    height: float


class Chair(Thing, frozen=True, tag="chair"):
    """A chair from its side: its seat, two legs, and the back at one end."""

    x: float
    """The middle of its seat."""
    back: Literal["left", "right"]
    seat: float = 45
    """How high the seat is."""
    width: float = 40


class Box(Thing, frozen=True, tag="box"):
    """A box, a stair, a block, a heap of books."""

    x: float
    """Its middle."""
    width: float
    height: float
    floor: float = 0
    """How high its underside is."""


class Bench(Thing, frozen=True, tag="bench"):
    """A flat seat on two legs."""

    x: float
    width: float
    height: float


class Mat(Thing, frozen=True, tag="mat"):
    """The floor as somebody sees it who stands before it: a body that lies on it may reach towards
    the eye, which is down in the picture.
    """

    depth: float = 34


class Dumbbell(Placed, frozen=True, tag="dumbbell"):
    turn: float = 90
    """Where its bar points."""


class Kettlebell(Placed, frozen=True, tag="kettlebell"):
    """A ball below its handle; `at` is the handle."""


class Plate(Placed, frozen=True, tag="plate"):
    """A barbell seen from its end."""

    radius: float = 19


class Bar(Placed, frozen=True, tag="bar"):
    """A bar or a handle seen from its end: a small disc."""


class Backpack(Placed, frozen=True, tag="backpack"):
    turn: float = 0
    """Where its top is."""


class Band(Strung, frozen=True, tag="band"):
    """An elastic band, tight from spot to spot."""

    loop: bool = False
    """Whether it goes round two spots, such as both knees, and comes back."""


class Loop(Placed, frozen=True, tag="loop"):
    """A band round both thighs or both ankles, seen from the side: a short stroke across."""

    turn: float = 90
    """Where the stroke points."""
    length: float = 20


class Line(Strung, frozen=True, tag="line"):
    """A thin part: a cable, a stick, a frame, a lever."""


class Pad(Strung, frozen=True, tag="pad"):
    """A thick part to lie on, to push against, or to stand on: a machine's pad, a towel, a sock."""

    thick: float = 7


AnyThing = (
    Wall
    | Post
    | Chair
    | Box
    | Bench
    | Mat
    | Dumbbell
    | Kettlebell
    | Plate
    | Bar
    | Backpack
    | Band
    | Loop
    | Line
    | Pad
)


class Figure(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A drawing: where the movement starts, as a ghost, where it ends, in ink, and what there is
    around.
    """

    start: Pose | None = None
    """The ghost; None where nothing moves."""
    end: Pose
    """The body in ink."""
    arrows: tuple[tuple[Point, ...], ...] = ()
    """Where it goes: from the first point to the last; one between bends the way."""
    turns: tuple[tuple[float, float, float], ...] = ()
    """Round and round: x, y and radius of a circle with an arrow on it."""
    room: tuple[AnyThing, ...] = ()
    """What stands around, in grey."""
    kit: tuple[AnyThing, ...] = ()
    """What the form needs, in the colour of kit."""
    closeup: tuple[float, float, float, float] | None = None
    """The part that is shown, large: left, lower, right and upper edge; None for everything."""


Figures = dict[str, Figure]
"""Every figure by its name."""


@cache
def load_figures() -> Figures:
    """All of befit's figures."""
    known = compiled.read(_COMPILED, _sources(), Figures)
    if known is not None:
        return known
    from befit_cli.catalogue.figure_reader import read_figures  # late: it takes YAML

    return read_figures(FOLDER)


def compile_figures() -> Path:
    """Compile what the YAML says; returns the file."""
    from befit_cli.catalogue.figure_reader import read_figures

    return compiled.store(_COMPILED, _sources(), read_figures(FOLDER))


@cache
def figure_names() -> frozenset[str]:
    """The names of all of them."""
    # What a figure is made of is not looked at.
    known = compiled.read(_COMPILED, _sources(), dict[str, Raw])
    return frozenset(load_figures() if known is None else known)


def _sources() -> list[Path]:
    """The YAML, and the code that makes figures of it."""
    code = Path(__file__)
    return [*sorted(FOLDER.glob("*.yaml")), code, code.with_name("figure_reader.py")]
