"""Where the joints of a pose are, and what holds for the body in each of befit's figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_cli.catalogue.figures import (
    Arm,
    Bar,
    Bench,
    Box,
    Chair,
    Figure,
    Leg,
    Line,
    Mat,
    Pad,
    Point,
    Pose,
    load_figures,
)
from befit_cli.views.figures.body import (
    BONES,
    FAR,
    NEAR,
    Joints,
    between,
    direction,
    joints,
    moved,
    radius,
)

STANDING = Pose(
    profile=True,
    hip=(0, 90),
    torso=(0, 0),
    neck=0,
    legs=(Leg(ankle=(0, 5)),),
    arms=(Arm(upper=180),),
)


def posed(**changes: object) -> Joints:
    fields = {name: getattr(STANDING, name) for name in STANDING.__struct_fields__}
    return joints(Pose(**(fields | changes)))  # type: ignore[arg-type]


def near(point: Point) -> object:
    return pytest.approx(point, abs=0.01)


def test_angles_go_clockwise_from_straight_up() -> None:
    assert moved((0, 0), 0, 10) == near((0, 10))
    assert moved((0, 0), 90, 10) == near((10, 0))
    assert direction((0, 0), (0, -5)) == pytest.approx(180)


points = st.tuples(st.floats(-80, 80), st.floats(-80, 80))


@given(points, points, st.sampled_from([1, -1]))
def test_two_bones_meet_at_the_joint_between_and_reach_what_is_in_reach(
    start: Point, end: Point, side: int
) -> None:
    middle = between(start, end, 43, 40, side)
    assert dist(start, middle) == pytest.approx(43)
    if 3.2 < dist(start, end) < 82.8:
        assert dist(middle, end) == pytest.approx(40, abs=0.01)


def test_a_knee_bends_to_the_side_that_is_said() -> None:
    forwards = posed(hip=(0, 70))["knee"]
    backwards = posed(hip=(0, 70), legs=(Leg(ankle=(0, 5), knee="back"),))["knee"]
    assert forwards[0] > 5
    assert backwards[0] < -5


@pytest.mark.parametrize(
    ("leg", "joint", "place"),
    [
        pytest.param(Leg(ankle=(3, 5)), "ankle", (3, 5), id="the ankle"),
        pytest.param(Leg(ball=(12, 3.5), pitch=140), "ball", (12, 3.5), id="the ball of the foot"),
        pytest.param(Leg(heel=(20, 4), pitch=30), "heel", (20, 4), id="the heel"),
    ],
)
def test_a_foot_is_where_it_rests(leg: Leg, joint: str, place: Point) -> None:
    assert posed(legs=(leg,))[joint] == near(place)


def test_toes_lie_on_the_floor_where_the_heel_is_in_the_air() -> None:
    foot = posed(legs=(Leg(ball=(12, 3.5), pitch=140),))
    assert direction(foot["ball"], foot["toe"]) == pytest.approx(92)


def test_a_shin_goes_on_as_the_thigh_does_and_the_foot_is_square_to_it() -> None:
    leg = posed(legs=(Leg(thigh=170),))
    assert direction(leg["hip"], leg["knee"]) == pytest.approx(170)
    assert direction(leg["knee"], leg["ankle"]) == pytest.approx(170)
    assert direction(leg["ankle"], leg["ball"]) == pytest.approx(87)


def test_a_hand_is_where_it_holds_from_the_shoulder() -> None:
    arm = posed(arms=(Arm(hold=(20, -12)),))
    shoulder = arm["shoulder"]
    assert arm["wrist"] == near((shoulder[0] + 20, shoulder[1] - 12))


def test_a_bent_back_turns_at_the_waist() -> None:
    back = posed(torso=(90, 0))
    assert direction(back["hip"], back["waist"]) == pytest.approx(90)
    assert direction(back["waist"], back["shoulder"]) == pytest.approx(0, abs=0.01)


def test_a_limb_alone_is_two_the_far_one_beside_it() -> None:
    body = posed()
    for name in ("ankle", "wrist"):
        assert 3 < dist(body[name], body[name + FAR]) < 8


def test_from_the_front_the_first_limb_is_at_the_left() -> None:
    body = posed(
        front=True,
        legs=(Leg(thigh=190), Leg(thigh=170)),
        arms=(Arm(upper=190), Arm(upper=170)),
    )
    for name in ("hip", "shoulder"):
        assert body[name + NEAR][0] < body[name + FAR][0]
    for name in ("ankle", "wrist"):
        assert body[name][0] < body[name + FAR][0]


FIGURES = load_figures()
every_figure = pytest.mark.parametrize("name", FIGURES)


def bodies(name: str) -> Iterator[tuple[Pose, Joints]]:
    """Where it starts, and where it ends."""
    figure = FIGURES[name]
    for pose in (figure.start, figure.end):
        if pose:
            yield pose, joints(pose)


def lowest_floor(figure: Figure) -> float:
    """How low the floor is in the picture: of a mat, where it is nearest to the eye."""
    return -max([thing.depth for thing in figure.room if isinstance(thing, Mat)], default=0)


@every_figure
def test_nothing_of_the_body_is_below_the_floor(name: str) -> None:
    floor = lowest_floor(FIGURES[name])
    for pose, found in bodies(name):
        below = {joint: y for joint, (_, y) in found.items() if y - radius(pose, joint) < floor - 2}
        assert below == {}


LIMBS = [
    ("hip", "knee", "thigh"),
    ("knee", "ankle", "shin"),
    ("shoulder", "elbow", "upper"),
    ("elbow", "wrist", "fore"),
]


@every_figure
def test_no_bone_is_longer_than_it_is(name: str) -> None:
    """It may be shorter: seen from where it points to the eye."""
    for _, found in bodies(name):
        for start, end, bone in LIMBS:
            for far in ("", FAR):
                root = start + (far or NEAR) if start in ("hip", "shoulder") else start + far
                if end + far in found:
                    assert dist(found[root], found[end + far]) < BONES[bone] * 1.03, (bone, far)


@every_figure
def test_knees_bend_as_knees_do(name: str) -> None:
    for pose, found in bodies(name):
        for far, leg in zip(("", FAR), pose.legs, strict=False):
            if pose.profile and not isinstance(leg.knee, tuple):
                thigh = direction(found["hip" + (far or NEAR)], found["knee" + far])
                shin = direction(found["knee" + far], found["ankle" + far])
                assert -6 <= turned(thigh, shin) <= 155, far


@every_figure
def test_heads_are_near_the_line_of_the_spine(name: str) -> None:
    for pose, _ in bodies(name):
        # Seen from the front, a spine may point to the eye: nothing is told by where it seems to.
        assert pose.front or abs(turned(pose.torso[1], pose.neck)) <= 50


def turned(first: float, second: float) -> float:
    """How many degrees clockwise it is from one angle to the other."""
    return (second - first + 180) % 360 - 180


JUMPS = {"jump-squat", "light-dumbbell-jump-squat", "rebound-jump-squats"}
"""What shows a body in the air."""


@every_figure
def test_every_body_stands_lies_or_hangs_on_something(name: str) -> None:
    figure = FIGURES[name]
    for pose, found in bodies(name):
        in_the_air = name in JUMPS and pose is figure.end
        assert any(carried(figure, pose, found)) is not in_the_air


def carried(figure: Figure, pose: Pose, found: Joints) -> Iterator[bool]:
    """Whether a joint rests on something, for each of them."""
    floor = lowest_floor(figure)
    for joint, at in found.items():
        thick = radius(pose, joint)
        skin = at[1] - thick
        yield floor - 2 <= skin <= (10 if floor else 2)
        for thing in (*figure.room, *figure.kit):
            match thing:
                case Box(x=x, width=width):
                    yield (
                        over(at, x, width + 2 * thick)
                        and abs(skin - thing.floor - thing.height) < 2
                    )
                case Bench(x=x, width=width, height=height):
                    yield over(at, x, width + 2 * thick) and abs(skin - height) < 2.5
                case Chair(x=x, width=width, seat=seat):
                    yield over(at, x, width + 2 * thick) and abs(skin - seat) < 2.5
                case Pad(through=through) | Line(through=through):
                    spots = [found[spot] if isinstance(spot, str) else spot for spot in through]
                    ways = pairwise(spots)
                    yield any(away(at, *way) < thick + 6 for way in ways)
                case Bar(at=(_, _) as bar):
                    yield dist(at, bar) < 8


def over(point: Point, x: float, width: float) -> bool:
    return abs(point[0] - x) <= width / 2


def away(point: Point, start: Point, end: Point) -> float:
    """How far the point is from the straight way."""
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0.0
    if length:
        share = (point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]
        share = min(1.0, max(0.0, share / length))
    return dist(point, (start[0] + share * along[0], start[1] + share * along[1]))
