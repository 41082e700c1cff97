"""A pose -> where every joint of the body is.

Hands and feet are where the pose puts them, and elbows and knees follow: two bones that reach a
point bend in one way to each side. So a foot on the floor is on the floor.
"""

from __future__ import annotations

from math import acos, atan2, cos, hypot, pi, radians, sin

from befit_cli.catalogue.figures import FLAT, Arm, Bend, Leg, Point, Pose

BONES = {
    "torso": 52.0,
    "neck": 24.0,
    "thigh": 43.0,
    "shin": 43.0,
    "sole": 12.5,
    "toes": 6.0,
    "upper": 29.0,
    "fore": 27.0,
}
"""How long the bones are; the sole is from the ankle to the ball of the foot."""
RADII = {
    "shoulder": 9.5,
    "waist": 8.0,
    "hip": 11.0,
    "knee": 7.0,
    "ankle": 4.5,
    "heel": 4.0,
    "ball": 3.5,
    "toe": 2.5,
    "elbow": 5.0,
    "wrist": 4.0,
    "head": 11.5,
}
"""How thick the body is at its joints, from the bone to the skin."""
FRONT_RADII = RADII | {"ball": 5.0, "toe": 5.0}
"""The same from the front: the toes, which point to the eye, are the widest of the foot."""
NEAR, FAR = "-near", "-far"
"""What hips and shoulders have after their names, and the joints of the second leg and arm."""
WAIST = 0.42
"""Where the waist is on the way from hip to shoulder."""
SHOULDERS, HIPS = 13.0, 8.5
"""From the spine to either shoulder and hip, as seen from the front."""

_BESIDE = (-5.0, 1.5)
"""From a near limb to the far one beside it."""
_LIMBS = {"hip": ("knee", "ankle", "heel", "ball", "toe"), "shoulder": ("elbow", "wrist")}
"""The joints of a leg and an arm, by where they begin."""

Joints = dict[str, Point]


def moved(point: Point, angle: float, length: float) -> Point:
    """The point at a distance from another, in the direction of the angle."""
    return point[0] + length * sin(radians(angle)), point[1] + length * cos(radians(angle))


def direction(start: Point, end: Point) -> float:
    """The angle from one point to the other."""
    return atan2(end[0] - start[0], end[1] - start[1]) * 180 / pi


def between(start: Point, end: Point, first: float, second: float, side: int) -> Point:
    """The middle joint of two bones of these lengths from start to end, bent to the right of the
    way (1) or to its left (-1). An end out of reach is reached for, and one too near is not met.
    """
    apart = hypot(end[0] - start[0], end[1] - start[1])
    apart = min(max(apart, abs(first - second) + 0.1), first + second - 0.1)
    lean = acos((first**2 + apart**2 - second**2) / (2 * first * apart)) * 180 / pi
    return moved(start, direction(start, end) - side * lean, first)


def radius(pose: Pose, joint: str) -> float:
    """How thick the body of that pose is at a joint."""
    name = joint.removesuffix(FAR).removesuffix(NEAR)
    return (FRONT_RADII if pose.front else RADII)[name]


def joints(pose: Pose) -> Joints:
    """Every joint of the body by its name, those of a second leg and arm with `FAR`."""
    found = _spine(pose)
    for far, leg in zip(("", FAR), pose.legs, strict=False):
        hip = found["hip" + (far or NEAR)]
        found |= {name + far: at for name, at in _leg(leg, hip, front=pose.front).items()}
    for far, arm in zip(("", FAR), pose.arms, strict=False):
        shoulder = found["shoulder" + (far or NEAR)]
        found |= {name + far: at for name, at in _arm(arm, shoulder).items()}
    # Limbs side by side are two: the far one is seen a little behind the near one.
    for root, limb in _LIMBS.items():
        if limb[0] in found and limb[0] + FAR not in found:
            found[root + FAR] = _beside(found[root + NEAR])
            found |= {name + FAR: _beside(found[name]) for name in limb}
    return found


def _spine(pose: Pose) -> Joints:
    """The joints of the trunk, with where the limbs begin: apart only as seen from the front."""
    lower, upper = pose.torso
    hips, shoulders = (HIPS, SHOULDERS) if pose.front else (0.0, 0.0)
    waist = moved(pose.hip, lower, BONES["torso"] * WAIST)
    shoulder = moved(waist, upper, BONES["torso"] * (1 - WAIST))
    return {
        "hip": pose.hip,
        "waist": waist,
        "shoulder": shoulder,
        "head": moved(shoulder, pose.neck, BONES["neck"]),
        "hip" + NEAR: moved(pose.hip, lower - 90, hips),
        "hip" + FAR: moved(pose.hip, lower + 90, hips),
        "shoulder" + NEAR: moved(shoulder, upper - 90, shoulders),
        "shoulder" + FAR: moved(shoulder, upper + 90, shoulders),
    }


def _beside(point: Point) -> Point:
    x, y = _BESIDE
    return point[0] + x, point[1] + y


def _leg(leg: Leg, hip: Point, *, front: bool) -> Joints:
    on_ball = leg.ball is not None
    if leg.thigh is not None:
        shin = leg.thigh if leg.shin is None else leg.shin
        knee = moved(hip, leg.thigh, BONES["thigh"])
        ankle = moved(knee, shin, BONES["shin"])
        pitch = shin - 83 if leg.pitch is None else leg.pitch
    else:
        pitch = FLAT if leg.pitch is None else leg.pitch
        ankle = _ankle(leg, pitch)
        if isinstance(leg.knee, tuple):
            knee = leg.knee
        else:
            knee = between(hip, ankle, BONES["thigh"], BONES["shin"], _side(leg.knee))
    # From the front a foot points to the eye: what is seen of it is short.
    seen = 0.3 if front else 1.0
    ball = moved(ankle, pitch, BONES["sole"] * seen)
    toes = leg.toes
    if toes is None:
        toes = 92.0 if on_ball else pitch
    heel = moved(moved(ankle, pitch + 180, 3.5 * seen), pitch + 90, 1.0)
    toe = moved(ball, toes, BONES["toes"] * seen)
    return {"knee": knee, "ankle": ankle, "heel": heel, "ball": ball, "toe": toe}


def _ankle(leg: Leg, pitch: float) -> Point:
    if leg.ankle is not None:
        return leg.ankle
    if leg.ball is not None:
        return moved(leg.ball, pitch + 180, BONES["sole"])
    assert leg.heel is not None
    return moved(moved(leg.heel, pitch, 3.5), pitch - 90, 1.0)


def _arm(arm: Arm, shoulder: Point) -> Joints:
    if arm.upper is not None:
        elbow = moved(shoulder, arm.upper, BONES["upper"])
        fore = arm.upper if arm.fore is None else arm.fore
        return {"elbow": elbow, "wrist": moved(elbow, fore, BONES["fore"])}
    if arm.hold is not None:
        wrist = (shoulder[0] + arm.hold[0], shoulder[1] + arm.hold[1])
    else:
        assert arm.wrist is not None
        wrist = arm.wrist
    if isinstance(arm.elbow, tuple):
        return {"elbow": arm.elbow, "wrist": wrist}
    side = _side(arm.elbow)
    return {
        "elbow": between(shoulder, wrist, BONES["upper"], BONES["fore"], side),
        "wrist": wrist,
    }


def _side(bend: Bend) -> int:
    return 1 if bend == "front" else -1
