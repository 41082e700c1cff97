"""The catalogue's YAML, as a `Catalogue` or as every fault in it with its place.

The structs of the layout are the only description of the file: msgspec reads with them, and where it refuses, `_faults` walks along them.
"""

from __future__ import annotations

import re
from contextlib import suppress
from enum import EnumMeta
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeAlias, get_args, get_origin

import yaml
from msgspec import Meta, Struct, ValidationError, convert, structs
from yaml.events import AliasEvent, CollectionEndEvent, Event, MappingStartEvent, NodeEvent, ScalarEvent
from yaml.reader import Reader

from befit_cli import model
from befit_cli.errors import BefitError, FileFaults, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES = 1_000_000
_MOST_DEPTH = 20
_MOST_SHOWN = 40

_Place: TypeAlias = tuple[int, int]
_Fault: TypeAlias = tuple[_Place, str]


def load_catalogue(path: Path | None = None) -> model.Catalogue:
    """The catalogue in the file at `path`, or befit's own.

    Raises `BefitError` for a file that cannot be read or is over 1 MB, and `FileFaults` for one that has faults.
    """
    path = path or _bundled()
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise BefitError(f"There is no file {path}.", "Check the path, or leave it out for befit's own catalogue.") from None
    except OSError as error:
        raise BefitError(f"{path} cannot be read: {error.strerror}.", "Give a YAML file that you may read.") from error
    if len(text) > _MOST_BYTES:
        raise BefitError(f"{path} is over 1 MB, too big for a catalogue.", "Check that it is the right file, or take exercises out.")
    return parse_catalogue(text, str(path))


def parse_catalogue(text: str | bytes, name: str) -> model.Catalogue:
    """The catalogue that `text` says; `name` stands for the file in the faults.

    Raises `FileFaults` with every fault, in the order of the file, but for two: what keeps the text from being YAML hides the layout's, and
    an item with a wrong value is asked about the rules between its values (such as either reps or hold) only when that is put right.
    """
    root, faults = _compose(text)
    sound = _sound(root)
    if root is not None:
        judged = {place for place, _ in faults}
        faults += [fault for fault in (*_faults(root, _File), *_rule_faults(root, sound)) if fault[0] not in judged]
    if faults:
        raise FileFaults(tuple(f"{name}:{line}:{column}: {sentence}" for (line, column), sentence in sorted(faults)))
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
            raise ValueError(f"{_shown(written)} is not a whole number, or a rising range such as 2-3, from 1 to {self.most}")


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
                raise ValueError(_no_member(word, model.Kit))
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


def _converted(data: object, kind: Any) -> Any:
    return convert(data, kind, dec_hook=lambda custom, written: custom(written))


def _faults(node: _Node, kind: Any) -> list[_Fault]:
    """What keeps the node from being of that kind: nothing where msgspec takes it, at least one fault where it doesn't."""
    try:
        _converted(node.data, kind)
    except ValidationError as error:
        bare, description = _bare(kind)
        return list(_inner_faults(node, bare)) or [(node.place, _sentence(node.data, bare, description, error))]
    return []


def _bare(kind: Any) -> tuple[Any, str]:
    """The type without `| None` and `Annotated`, and what its values are."""
    if type(None) in get_args(kind):
        kind = get_args(kind)[0]
    if get_origin(kind) is Annotated:
        bare, meta = get_args(kind)
        return bare, meta.description
    plain = {bool: "true or false", tuple: "a list"}
    return kind, plain.get(get_origin(kind) or kind, "a mapping")


def _inner_faults(node: _Node, kind: Any) -> Iterator[_Fault]:
    shape, inner = get_origin(kind) or kind, get_args(kind)
    if isinstance(node.data, list) and shape is tuple:
        for part in node.parts.values():
            yield from _faults(part, inner[0])
    elif isinstance(node.data, dict) and shape is dict:
        for key, part in node.parts.items():
            yield from _faults(node.keys[key], inner[0])
            yield from _faults(part, inner[1])
    elif isinstance(node.data, dict) and issubclass(shape, Struct):
        yield from _entry_faults(node, shape)


def _entry_faults(node: _Node, entry: type[Struct]) -> Iterator[_Fault]:
    fields = {each.name: each for each in structs.fields(entry)}
    for key, part in node.parts.items():
        if key in fields:
            yield from _faults(part, fields[key].type)
        else:
            yield node.keys[key].place, f"unknown key {_shown(key)}{did_you_mean(key, fields)}"
    for name, each in fields.items():
        if each.required and name not in node.parts:
            yield node.place, f"missing key '{name}'"


def _sentence(data: object, kind: Any, description: str, error: ValidationError) -> str:
    if error.__cause__:  # a rule or a type of this module speaks for itself; msgspec's own words are about Python's types
        return str(error.__cause__)
    return _no_member(data, kind) if isinstance(kind, EnumMeta) else f"{_shown(data)} is not {description}"


def _no_member(data: object, words: Any) -> str:
    name = words.__name__.lower()
    nearest = did_you_mean(data, words) if isinstance(data, str) else ""
    return f"{_shown(data)} is not {'an' if name[0] in 'aeiou' else 'a'} {name}; the {name}s are {', '.join(words)}{nearest}"


def _shown(data: object) -> str:
    """What the file has there, in few characters and only such as a terminal can show."""
    if isinstance(data, str):
        return repr(data if len(data) <= _MOST_SHOWN else f"{data[:_MOST_SHOWN]}…")
    if isinstance(data, list | dict):
        return f"{'a' if data else 'an empty'} {'list' if isinstance(data, list) else 'mapping'}"
    return "an empty value" if data is None else str(data).lower()


def _sound(root: _Node | None) -> list[tuple[_Node, _Exercise]]:
    """The exercises in which msgspec finds no fault, each with its node."""
    sound = []
    for entry in _entries(root):
        with suppress(ValidationError):
            sound.append((entry, _converted(entry.data, _Exercise)))
    return sound


def _entries(root: _Node | None) -> list[_Node]:
    return list(root.parts["exercises"].parts.values()) if root and "exercises" in root.parts else []


def _rule_faults(root: _Node, sound: list[tuple[_Node, _Exercise]]) -> Iterator[_Fault]:
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
                    yield entry.at("niggles", niggle, "swap", index).place, f"there is no exercise {_shown(swap)}{did_you_mean(swap, ids)}"
        yield from _ladder_faults(entry.parts["ladder"], said)


def _ladder_faults(ladder: _Node, said: _Exercise) -> Iterator[_Fault]:
    names = [form.name for form in said.ladder]
    for index, form in enumerate(said.ladder):
        node = ladder.parts[index]
        if form.name in names[:index]:
            yield node.parts["name"].place, f"another form of this exercise has the name {_shown(form.name)} already"
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


class _Node(Struct, frozen=True):
    """A value of the file and its place; a mapping has its keys and parts as nodes too, a list its parts by number."""

    data: object
    place: _Place
    parts: dict[Any, _Node] = {}
    keys: dict[str, _Node] = {}

    def at(self, *path: str | int) -> _Node:
        return reduce(lambda node, step: node.parts[step], path, self)


def _compose(text: str | bytes) -> tuple[_Node | None, list[_Fault]]:
    """The text as a node, None where it is not YAML, and what befit does not take although YAML does."""
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            return None, [(_after(error.object[: error.start].decode()), "this is not UTF-8: save the file as UTF-8")]
    if odd := Reader.NON_PRINTABLE.search(text):
        return None, [(_after(text[: odd.start()]), f"the character {odd[0]!a} has no place in a text file")]
    composer = _Composer(text)
    try:
        return composer.root(), composer.faults
    except yaml.MarkedYAMLError as error:
        sentence = f"this is not YAML: {error.problem} {error.context or ''}".rstrip()
        return None, [*composer.faults, (_place(error.problem_mark or error.context_mark), sentence)]


def _place(mark: Any) -> _Place:
    return mark.line + 1, mark.column + 1


def _after(text: str) -> _Place:
    lines = f"{text}|".splitlines()
    return len(lines), len(lines[-1])


class _Composer:
    """YAML's events into nodes. PyYAML's own composer follows aliases, lets repeated keys pass and crashes on deep nesting."""

    def __init__(self, text: str) -> None:
        self.faults: list[_Fault] = []
        self._events = (event for event in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(event, NodeEvent | CollectionEndEvent))

    def root(self) -> _Node:
        first = next(self._events, None)
        root = self._node(first) if first else _Node(None, (1, 1))
        if second := next(self._events, None):
            self._fault(second, "a second document; a catalogue is one")
        return root

    def _fault(self, event: Event, sentence: str) -> None:
        self.faults.append((_place(event.start_mark), sentence))

    def _node(self, event: Any, depth: int = 0) -> _Node:
        place = _place(event.start_mark)
        if depth > _MOST_DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        if isinstance(event, AliasEvent):
            self._fault(event, f"the alias {_shown(event.anchor)}: a catalogue has none, write out what it stands for")
            return _Node(None, place)
        for sort in ("anchor", "tag"):
            if word := getattr(event, sort):
                self._fault(event, f"the {sort} {_shown(word)}: a catalogue has none, take it out")
        if isinstance(event, ScalarEvent):
            return _Node(_scalar(event), place)
        if isinstance(event, MappingStartEvent):
            return self._mapping(place, depth)
        parts = [self._node(part, depth + 1) for part in self._inside()]
        return _Node([part.data for part in parts], place, dict(enumerate(parts)))

    def _inside(self) -> Iterator[Event]:
        for event in self._events:
            if isinstance(event, CollectionEndEvent):
                return
            yield event

    def _mapping(self, place: _Place, depth: int) -> _Node:
        parts: dict[str, _Node] = {}
        keys: dict[str, _Node] = {}
        for event in self._inside():
            key, part = self._node(event, depth + 1), self._node(next(self._events), depth + 1)
            if not isinstance(event, ScalarEvent):
                self._fault(event, "a key must be a word")
            elif event.value in keys:
                self._fault(event, f"the key {_shown(event.value)} stands here twice")
            else:
                keys[event.value], parts[event.value] = _Node(event.value, key.place), part
        return _Node({key: part.data for key, part in parts.items()}, place, parts, keys)


_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)(e[-+]?[0-9]+)?", re.IGNORECASE)
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


def _scalar(event: ScalarEvent) -> str | float | bool | None:
    """The value as YAML 1.2 reads it: `no` is a word, `1:30` is not ninety and `010` is ten."""
    text: str = event.value
    if not event.implicit[0]:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else _CONSTANTS.get(text, text)
