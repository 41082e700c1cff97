"""The catalogue's YAML, as a `Catalogue` or as every fault in it with its place."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeAlias

from msgspec import Meta, Struct, ValidationError, convert, structs

from befit_cli import files, model
from befit_cli.errors import did_you_mean
from befit_cli.yaml_nodes import Fault, Node, compose, converted, faults, located, no_member, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES = 1_000_000


def load_catalogue(path: Path | None = None) -> model.Catalogue:
    """The catalogue in the file at `path`, or befit's own.

    Raises `BefitError` for a file that cannot be read or is over 1 MB, and `FileFaults` for one that has faults.
    """
    path = path or _bundled()
    return parse_catalogue(files.read(path, _MOST_BYTES), str(path))


def parse_catalogue(text: str | bytes, name: str) -> model.Catalogue:
    """The catalogue that `text` says; `name` stands for the file in the faults.

    Raises `FileFaults` with every fault, in the order of the file, but for two: what keeps the text from being YAML hides the layout's, and
    an item with a wrong value is asked about the rules between its values (such as either reps or hold) only when that is put right.
    """
    root, found = compose(text)
    sound = _sound(root)
    if root is not None:
        judged = {place for place, _ in found}
        found += [fault for fault in (*faults(root, _File), *_rule_faults(root, sound)) if fault[0] not in judged]
    if found:
        raise located(name, found)
    return model.Catalogue(tuple(_exercise(said) for _, said in sound))


def _bundled() -> Path:
    packaged = Path(__file__).with_name("exercises.yaml")
    return packaged if packaged.exists() else packaged.parents[1] / packaged.name


class _Range:
    """`2-3` or `2`, from 1 to `most`."""

    most: ClassVar[int]

    def __init__(self, written: object) -> None:
        found = re.fullmatch(r"([0-9]{1,3})(?:-([0-9]{1,3}))?", str(written))
        self.low, self.high = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= self.low <= self.high <= self.most:
            raise ValueError(f"{shown(written)} is not a whole number, or a rising range such as 2-3, from 1 to {self.most}")


class _Sets(_Range):
    most = 10


class _Reps(_Range):
    most = 100


class _Hold(_Range):
    most = 600


class _Choice(tuple[model.Kit, ...]):
    """Things of which one is enough: `dumbbell | kettlebell`."""

    __slots__ = ()

    def __new__(cls, written: object) -> Self:
        words = [word.strip() for word in written.split("|")] if isinstance(written, str) else [written]
        for word in words:
            if word not in list(model.Kit):
                raise ValueError(no_member(word, model.Kit))
        return super().__new__(cls, [model.Kit(str(word)) for word in words])


def _within(low: float, high: float, what: str = "a whole number") -> Meta:
    return Meta(ge=low, le=high, description=f"{what} from {low} to {high}")


# Characters that move the cursor or turn the writing direction could make a terminal show another text than the file has.
_LINE = r"\A(?=.*\S)[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+\Z"
_Line: TypeAlias = Annotated[str, Meta(max_length=200, pattern=_LINE, description="text of one line, with 1 to 200 characters")]
_SLUG = r"\A[a-z0-9]+(-[a-z0-9]+)*\Z"
_Slug: TypeAlias = Annotated[str, Meta(max_length=200, pattern=_SLUG, description="a name in lower-case letters, digits and hyphens")]
_Seconds: TypeAlias = Annotated[float, _within(0.5, 30, "a number")]
_Lines: TypeAlias = Annotated[tuple[_Line, ...], Meta(min_length=1, description="a list of at least one line")]


class _Entry(Struct, forbid_unknown_fields=True):
    """A mapping of the file: its fields are the keys."""


class _Dose(_Entry, kw_only=True):
    sets: _Sets
    reps: _Reps | None = None
    hold: _Hold | None = None
    rest: Annotated[int, _within(0, 600)]
    rir: Annotated[int, _within(0, 10)] | None = None

    def __post_init__(self) -> None:
        if (self.reps is None) == (self.hold is None):
            raise ValueError("a dose has either reps or hold, one of the two")


class _Muscles(_Entry):
    primary: tuple[_Slug, ...] = ()
    secondary: tuple[_Slug, ...] = ()


class _Niggle(_Entry, kw_only=True):
    act: model.Act
    note: _Line | None = None
    swap: tuple[_Slug, ...] = ()

    def __post_init__(self) -> None:
        if self.act is model.Act.MODIFY and self.note is None:
            raise ValueError("'modify' needs a note that says how")


class _Form(_Entry, kw_only=True):
    name: _Line
    level: model.Level
    kit: tuple[_Choice, ...]
    load: model.Load
    base: bool = False
    contacts: Annotated[int, _within(0, 10)] = 0
    pattern: model.Pattern | None = None
    family: _Slug | None = None
    per_side: bool | None = None
    seconds_per_rep: _Seconds | None = None
    dose: dict[model.Level, _Dose] = {}
    muscles: _Muscles | None = None
    cues: _Lines | None = None
    garmin: _Line | None = None


class _Exercise(_Entry, kw_only=True):
    id: _Slug
    name: _Line
    aliases: tuple[_Line, ...] = ()
    group: model.Group
    pattern: model.Pattern
    family: _Slug
    role: model.Role
    per_side: bool = False
    seconds_per_rep: _Seconds | None = None
    muscles: _Muscles
    why: _Line
    cues: _Lines
    prerequisite: _Line | None = None
    dose: dict[model.Level, _Dose]
    ladder: Annotated[tuple[_Form, ...], Meta(min_length=1, description="a list of at least one form")]
    niggles: dict[model.Niggle, _Niggle] = {}
    garmin: _Line | None = None


class _File(_Entry):
    exercises: Annotated[tuple[_Exercise, ...], Meta(min_length=1, description="a list of at least one exercise")]


def _sound(root: Node | None) -> list[tuple[Node, _Exercise]]:
    """The exercises in which msgspec finds no fault, each with its node."""
    sound = []
    for entry in _entries(root):
        with suppress(ValidationError):
            sound.append((entry, converted(entry.data, _Exercise)))
    return sound


def _entries(root: Node | None) -> list[Node]:
    return list(root.parts["exercises"].parts.values()) if root and "exercises" in root.parts else []


def _rule_faults(root: Node, sound: list[tuple[Node, _Exercise]]) -> Iterator[Fault]:
    """What is wrong between exercises, and between the forms of one."""
    ids = set[str]()
    for id_ in (entry.parts["id"] for entry in _entries(root) if "id" in entry.parts):
        if isinstance(id_.data, str) and re.match(_SLUG, id_.data):
            if id_.data in ids:
                yield id_.place, f"another exercise has the id '{id_.data}' already"
            ids.add(id_.data)
    for entry, said in sound:
        for niggle, rule in said.niggles.items():
            for index, swap in enumerate(rule.swap):
                if swap not in ids:
                    yield entry.at("niggles", niggle, "swap", index).place, f"there is no exercise {shown(swap)}{did_you_mean(swap, ids)}"
        yield from _ladder_faults(entry.parts["ladder"], said)


def _ladder_faults(ladder: Node, said: _Exercise) -> Iterator[Fault]:
    names = [form.name for form in said.ladder]
    bases = [index for index, form in enumerate(said.ladder) if form.base]
    for index in bases[1:]:
        yield ladder.at(index, "base").place, f"{shown(names[bases[0]])} is the base of this exercise already; it has one at most"
    for index, form in enumerate(said.ladder):
        node = ladder.parts[index]
        if form.name in names[:index]:
            yield node.parts["name"].place, f"another form of this exercise has the name {shown(form.name)} already"
        if lacking := [level for level in _usable(form) if level not in said.dose | form.dose]:
            yield node.place, f"there is no dose for {', '.join(lacking)}: a form needs one for its own level and for those above"
        if _counts(form, said) and not (form.seconds_per_rep or said.seconds_per_rep):
            yield node.place, "a dose in reps needs seconds_per_rep, on the form or on the exercise"


def _usable(form: _Form) -> list[model.Level]:
    return [level for level in model.Level if level.rank >= form.level.rank]


def _counts(form: _Form, said: _Exercise) -> bool:
    """Whether the form is done in repetitions; a dose below its level, inherited and never used, has no say."""
    doses = said.dose | form.dose
    return any(doses[level].reps for level in _usable(form) if level in doses)


def _exercise(said: _Exercise) -> model.Exercise:
    ladder = tuple(_inheriting(form, said) for form in said.ladder)
    return convert(structs.replace(said, ladder=ladder), model.Exercise, from_attributes=True)


def _inheriting(form: _Form, said: _Exercise) -> _Form:
    """The form with what the exercise says where it says nothing itself: each field that may be None there is a field here."""
    fields = {name: getattr(said, name) for name in form.__struct_fields__ if getattr(form, name) is None}
    if not _counts(form, said):
        fields["seconds_per_rep"] = None
    return structs.replace(form, dose=said.dose | form.dose, **fields)
