"""The YAML of `data/figures/` -> befit's figures. An entry says what it has otherwise than the one
that it is like.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

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


class FileEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What one of the files says."""

    poses: dict[str, Any] = {}
    """By their names."""
    figures: dict[str, Any] = {}
    """Likewise."""


_Entry = TypeVar("_Entry", PoseEntry, FigureEntry)
_Said = TypeVar("_Said", FileEntry, PoseEntry, FigureEntry)


class Placed(NamedTuple, Generic[_Entry]):
    """An entry, and where it stands."""

    place: str
    """Its file and its name."""
    entry: _Entry


def read_figures(folder: Path) -> Figures:
    """The figures of all YAML files of the folder; a pose may be like one of another file.

    Raises ValueError, with its place, for what no field here is for, for a name that is not there,
    and for what is like itself.
    """
    poses: dict[str, Placed[PoseEntry]] = {}
    figures: dict[str, Placed[FigureEntry]] = {}
    for path in sorted(folder.glob("*.yaml")):
        file = _read(path.name, data_of(path.read_bytes()), FileEntry)
        poses |= _entries(path, file.poses, PoseEntry)
        figures |= _entries(path, file.figures, FigureEntry)
    return {name: _figure(_whole(placed, figures), poses) for name, placed in figures.items()}


def wrong_figure(name: str, names: frozenset[str]) -> str:
    """The sentence about a name that is none of those; empty for one of them."""
    if name in names:
        return ""
    nearest = did_you_mean(name, sorted(names))
    return _("befit has no figure {name}{nearest}", name=shown(name), nearest=nearest)


def _entries(path: Path, said: Mapping[str, Any], kind: type[_Entry]) -> dict[str, Placed[_Entry]]:
    """The entries of one kind, by their names."""
    placed = {}
    for name, data in said.items():
        place = f"{path.name}, {name}"
        placed[name] = Placed(place, _read(place, data, kind))
    return placed


def _read(place: str, data: Any, kind: type[_Said]) -> _Said:
    try:
        return convert(data, kind)
    except ValidationError as error:
        raise ValueError(f"{place}: {error}") from error


def _figure(placed: Placed[FigureEntry], poses: Mapping[str, Placed[PoseEntry]]) -> Figure:
    said = _said(placed.entry)
    for end in ("start", "end"):
        pose = said.get(end)
        if isinstance(pose, str):
            said[end] = _pose(_named(pose, placed.place, poses), poses)
        elif pose is not None:
            said[end] = _pose(Placed(placed.place, pose), poses)
    return Figure(**said)


def _pose(placed: Placed[PoseEntry], poses: Mapping[str, Placed[PoseEntry]]) -> Pose:
    whole = _whole(placed, poses).entry
    said = {"profile": not whole.front} | _said(whole)
    if isinstance(whole.torso, float):
        said["torso"] = (whole.torso, whole.torso)
    return Pose(**said)


def _whole(placed: Placed[_Entry], others: Mapping[str, Placed[_Entry]]) -> Placed[_Entry]:
    """The entry with all that it is like."""
    place, entry = placed
    names: set[str] = set()
    while entry.like:
        name = entry.like
        other = _named(name, place, others)
        if name in names:
            raise ValueError(_("{place}: {name} is like itself", place=place, name=shown(name)))
        names.add(name)
        place = other.place  # where the next name that it is like stands
        entry = replace(other.entry, **_said(entry))
    return Placed(placed.place, entry)


def _named(name: str, place: str, entries: Mapping[str, Placed[_Entry]]) -> Placed[_Entry]:
    """The entry of that name, which stands at the place."""
    if name not in entries:
        nearest = did_you_mean(name, sorted(entries))
        missing = _("there is no {name}{nearest}", name=shown(name), nearest=nearest)
        raise ValueError(f"{place}: {missing}")
    return entries[name]


def _said(entry: PoseEntry | FigureEntry) -> dict[str, Any]:
    """What the entry says itself."""
    fields = {name: getattr(entry, name) for name in entry.__struct_fields__}
    return {name: value for name, value in fields.items() if value is not None and name != "like"}
