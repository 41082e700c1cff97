"""The YAML of `data/figures/` -> befit's figures. An entry says what it has otherwise than the one
that it is like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace

from befit_cli.catalogue.figures import AnyThing, Arm, Figure, Figures, Leg, Point, Pose
from befit_cli.errors import did_you_mean
from befit_cli.language import _
from befit_cli.yaml.data import data_of
from befit_cli.yaml.nodes import shown


class PoseEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What the YAML says of a pose; what it leaves out is as in the pose that it is like."""

    like: str = ""
    front: bool | None = None
    profile: bool | None = None
    """Left out by all that it is like, too: it is, but for what is seen from the front."""
    hip: Point | None = None
    torso: tuple[float, float] | float | None = None
    """One angle, where the back is straight."""
    neck: float | None = None
    legs: tuple[Leg, ...] | None = None
    arms: tuple[Arm, ...] | None = None


class FigureEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What the YAML says of a figure; likewise."""

    like: str = ""
    start: PoseEntry | str | None = None
    """A pose by its name, or one of its own."""
    end: PoseEntry | str | None = None
    arrows: tuple[tuple[Point, ...], ...] | None = None
    turns: tuple[tuple[float, float, float], ...] | None = None
    room: tuple[AnyThing, ...] | None = None
    kit: tuple[AnyThing, ...] | None = None
    closeup: tuple[float, float, float, float] | None = None


_Entry = TypeVar("_Entry", PoseEntry, FigureEntry)


def read_figures(folder: Path) -> Figures:
    """The figures of all YAML files of the folder; a pose may be like one of another file.

    Raises ValueError for a file that says what no field here is for, and for a name that is not
    there.
    """
    poses: dict[str, PoseEntry] = {}
    figures: dict[str, FigureEntry] = {}
    for path in sorted(folder.glob("*.yaml")):
        for kind, name, entry in _entries(path):
            try:
                if kind == "poses":
                    poses[name] = convert(entry, PoseEntry)
                else:
                    figures[name] = convert(entry, FigureEntry)
            except ValidationError as error:
                raise ValueError(f"{path.name}, {name}: {error}") from error
    return {name: _figure(_whole(entry, figures), poses) for name, entry in figures.items()}


def wrong_figure(name: str, names: frozenset[str]) -> str:
    """The sentence about a name that is none of those; empty for one of them."""
    if name in names:
        return ""
    nearest = did_you_mean(name, sorted(names))
    return _("befit has no figure {name}{nearest}", name=shown(name), nearest=nearest)


def _entries(path: Path) -> Iterator[tuple[str, str, object]]:
    """`poses` or `figures`, the name, and what is written there."""
    for kind, entries in data_of(path.read_bytes()).items():
        for name, entry in entries.items():
            yield kind, name, entry


def _figure(entry: FigureEntry, poses: Mapping[str, PoseEntry]) -> Figure:
    said = _said(entry)
    for end in ("start", "end"):
        pose = getattr(entry, end)
        if pose is not None:
            said[end] = _pose(pose, poses)
    return Figure(**said)


def _pose(entry: PoseEntry | str, poses: Mapping[str, PoseEntry]) -> Pose:
    if isinstance(entry, str):
        entry = _named(entry, poses)
    whole = _whole(entry, poses)
    said = {"profile": not whole.front} | _said(whole)
    if isinstance(whole.torso, float):
        said["torso"] = (whole.torso, whole.torso)
    return Pose(**said)


def _whole(entry: _Entry, others: Mapping[str, _Entry]) -> _Entry:
    """The entry with all that it is like."""
    while entry.like:
        entry = replace(_named(entry.like, others), **_said(entry))
    return entry


def _named(name: str, entries: Mapping[str, _Entry]) -> _Entry:
    if name not in entries:
        nearest = did_you_mean(name, sorted(entries))
        raise ValueError(_("there is no {name}{nearest}", name=shown(name), nearest=nearest))
    return entries[name]


def _said(entry: PoseEntry | FigureEntry) -> dict[str, Any]:
    """What the entry says itself."""
    fields = {name: getattr(entry, name) for name in entry.__struct_fields__}
    return {name: value for name, value in fields.items() if value is not None and name != "like"}
