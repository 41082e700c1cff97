"""The catalogue's YAML, as a `Catalogue` or as every fault in it with its place."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import ValidationError, convert, structs

from befit_cli import files
from befit_cli import values as model
from befit_cli.catalogue.compiled import bundled
from befit_cli.catalogue.entries import Dose, Exercise, File, Form, id_of
from befit_cli.catalogue.extension import Entry, extended, extension_faults
from befit_cli.errors import BefitError, did_you_mean
from befit_cli.evidence.dose import RIR_MIN
from befit_cli.yaml.data import Odd, data_of
from befit_cli.yaml.nodes import Fault, compose, converted, faults, located, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MOST_BYTES = 1_000_000
_WITHOUT_RESERVE = frozenset({model.Role.POWER, model.Role.MOBILITY})
"""R57: the roles whose repetitions never become hard; nor do jumps."""


def read_catalogue(path: Path) -> model.Catalogue:
    """The catalogue in the file. Raises `BefitError` for one that cannot be read or is over 1 MB,
    and `FileFaults` for one with faults.
    """
    return parse_catalogue(files.read(path, _MOST_BYTES), str(path))


def parse_catalogue(text: str | bytes, name: str) -> model.Catalogue:
    """The catalogue that `text` says; `name` stands for the file in the faults.

    Raises `FileFaults` with every fault, in the order of the file, but for two: what keeps the text
    from being YAML hides the layout's, and an item with a wrong value is asked about the rules
    between its values (such as either reps or hold) only when that is put right.
    """
    whole = _whole(text)
    return whole.catalogue if whole else _catalogue(_exercises(text, name))


class _Whole(NamedTuple):
    """A catalogue that extends none, and what its file says of each exercise, by id."""

    catalogue: model.Catalogue
    entries: dict[str, Entry]


@lru_cache(maxsize=4)
def _whole(text: str | bytes) -> _Whole | None:
    """What the text says, read without places, which cost as much again; None where it has a fault
    or extends befit's catalogue.
    """
    try:
        data = data_of(text)
        said = converted(data, File)
    except (Odd, ValidationError):
        return None
    if said.extends or said.without or any(_rule_faults(data, dict(enumerate(said.exercises)))):
        return None
    return _Whole(_catalogue(said.exercises), {entry["id"]: entry for entry in data["exercises"]})


def _exercises(text: str | bytes, name: str) -> Iterable[Exercise]:
    """What the text says, read with places; raises FileFaults."""
    root, found = compose(text)
    if root is None:
        raise located(name, found)
    befit = _befit() if _extends(root.data) else {}
    more = list(extension_faults(root, befit))
    if befit:
        root = extended(root, befit)
    sound = _sound(root.data)
    more += [
        *faults(root, File),
        *(
            (root.nearest(*keys).place, sentence)
            for keys, sentence in _rule_faults(root.data, sound)
        ),
    ]
    judged = {place for place, _ in found}
    found += [fault for fault in more if fault[0] not in judged]
    if found:
        raise located(name, found)
    return sound.values()


def _extends(data: Any) -> bool:
    return isinstance(data, dict) and data.get("extends") is not None


def _befit() -> dict[str, Entry]:
    """What befit's own file says of each exercise, by id."""
    path = bundled()
    whole = _whole(files.read(path, _MOST_BYTES))
    if whole is None:
        raise BefitError(
            f"{path} has faults or extends itself, so nothing can extend it.",
            "Put it right, or install befit again.",
        )
    return whole.entries


def _entries(data: Any) -> list[Any]:
    entries = data.get("exercises") if isinstance(data, dict) else None
    return entries if isinstance(entries, list) else []


def _sound(data: Any) -> dict[int, Exercise]:
    """The exercises in which msgspec finds no fault, each under its number in the file."""
    sound = {}
    for number, entry in enumerate(_entries(data)):
        with suppress(ValidationError):
            sound[number] = converted(entry, Exercise)
    return sound


def _rule_faults(data: Any, sound: dict[int, Exercise]) -> Iterator[Fault]:
    """What is wrong between exercises, and between the forms of one; the places are the keys that
    lead there.
    """
    ids = set[str]()
    for number, entry in enumerate(_entries(data)):
        if id_ := id_of(entry):
            if id_ in ids:
                yield ("exercises", number, "id"), f"another exercise has the id '{id_}' already"
            ids.add(id_)
    for number, said in sound.items():
        for niggle, rule in said.niggles.items():
            for index, swap in enumerate(rule.swap):
                if swap not in ids:
                    sentence = f"there is no exercise {shown(swap)}{did_you_mean(swap, ids)}"
                    yield ("exercises", number, "niggles", niggle, "swap", index), sentence
        for place, sentence in _ladder_faults(said):
            yield ("exercises", number, "ladder", *place), sentence


def _ladder_faults(said: Exercise) -> Iterator[Fault]:
    """What is wrong in the ladder; the places begin there."""
    names = [form.name for form in said.ladder]
    bases = [index for index, form in enumerate(said.ladder) if form.base]
    for index in bases[1:]:
        yield (
            (index, "base"),
            f"{shown(names[bases[0]])} is the base of this exercise already; it has one at most",
        )
    for index, form in enumerate(said.ladder):
        if form.name in names[:index]:
            yield (
                (index, "name"),
                f"another form of this exercise has the name {shown(form.name)} already",
            )
        if lacking := [level for level in _usable(form) if level not in said.dose | form.dose]:
            yield (
                (index,),
                f"there is no dose for {', '.join(lacking)}: a form needs one for its own level "
                f"and for those above",
            )
        if _counts(form, said) and not (form.seconds_per_rep or said.seconds_per_rep):
            yield (index,), "a dose in reps needs seconds_per_rep, on the form or on the exercise"


def _usable(form: Form) -> list[model.Level]:
    return [level for level in model.Level if level.rank >= form.level.rank]


def _counts(form: Form, said: Exercise) -> bool:
    """Whether the form is done in repetitions; a dose below its level, inherited and never used,
    has no say.
    """
    doses = said.dose | form.dose
    return any(doses[level].reps for level in _usable(form) if level in doses)


def _catalogue(exercises: Iterable[Exercise]) -> model.Catalogue:
    return model.Catalogue(tuple(map(_exercise, exercises)))


def _exercise(said: Exercise) -> model.Exercise:
    ladder = tuple(_inheriting(form, said) for form in said.ladder)
    return convert(structs.replace(said, ladder=ladder), model.Exercise, from_attributes=True)


def _inheriting(form: Form, said: Exercise) -> Form:
    """The form with what the exercise says where it says nothing itself: each field that may be
    None there is a field here.
    """
    fields = {
        name: getattr(said, name) for name in form.__struct_fields__ if getattr(form, name) is None
    }
    if not _counts(form, said):
        fields["seconds_per_rep"] = None
    return structs.replace(form, dose=_doses(form, said), **fields)


def _doses(form: Form, said: Exercise) -> dict[model.Level, Dose]:
    """The doses of the form; one in repetitions that says nothing of the reserve keeps the least of
    its level (R57).
    """
    doses = said.dose | form.dose
    if form.contacts or said.role in _WITHOUT_RESERVE:
        return doses
    return {
        level: structs.replace(dose, rir=RIR_MIN[level]) if dose.reps and dose.rir is None else dose
        for level, dose in doses.items()
    }
