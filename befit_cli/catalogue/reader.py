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
from befit_cli.catalogue.extension import Entries, extended, extension_faults
from befit_cli.catalogue.figure_reader import wrong_figure
from befit_cli.catalogue.figures import figure_names
from befit_cli.catalogue.garmin import wrong_garmin
from befit_cli.catalogue.names import names_in_plans
from befit_cli.catalogue.shape import no_catalogue, shape_fault
from befit_cli.catalogue.swaps import swap_faults
from befit_cli.catalogue.unseen import unseen_faults
from befit_cli.errors import BefitError
from befit_cli.evidence.dose import RIR_MIN
from befit_cli.language import _
from befit_cli.yaml.data import Odd, data_of
from befit_cli.yaml.nodes import Fault, Place, compose, converted, faults, located, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_BYTES = 1_000_000
"""Seven times befit's own file; what has more is hardly a catalogue."""
_MOST_LOOKED_AT = 4_000_000
"""Up to here a file is told what it lacks of a catalogue's shape, and not only that it is big:
there are collections of exercises in other forms.
"""
_WITHOUT_RESERVE = frozenset({model.Role.POWER, model.Role.MOBILITY})
"""R57: the roles whose repetitions never become hard; nor do jumps."""
_OF_A_FORM_ALONE = frozenset({"setup", "figure", "prerequisite"})
"""What a form has itself or not at all: an exercise's prerequisite is for the hardest of its forms,
and that form says it, too.
"""


def read_exercises(path: Path) -> Iterable[Exercise]:
    """What the file says of each exercise, and of befit's where it extends them. Raises
    `BefitError` for one that cannot be read or is over 1 MB, and `FileFaults` for one with faults,
    or of another shape.
    """
    content = files.read(path, _MOST_LOOKED_AT)
    if len(content) > MOST_BYTES:
        fault = shape_fault(content)
        if fault:
            raise located(str(path), [fault])
        raise BefitError(
            _(
                "{path} is over {most} MB, too big for a catalogue.",
                path=path,
                most=MOST_BYTES // 1_000_000,
            ),
            _("Check that it is the right file."),
        )
    return parse_exercises(content, str(path))


def parse_catalogue(text: str | bytes, name: str) -> model.Catalogue:
    """The catalogue that `text` says; raises as `parse_exercises` does."""
    return catalogue_of(parse_exercises(text, name))


def parse_exercises(text: str | bytes, name: str) -> Iterable[Exercise]:
    """What `text` says of each exercise; `name` stands for the file in the faults.

    Raises `FileFaults` with every fault, in the order of the file, but for two: what keeps the text
    from being YAML hides the layout's, and an item with a wrong value is asked about the rules
    between its values (such as either reps or hold) only when that is put right.
    """
    # A text is read twice where it has a fault, because most have none, and with places everything
    # takes four times as long. Only faults need them, and befit's own exercises, which come in
    # under the places of the file that changes them.
    whole = _whole(text)
    if whole:
        return whole.exercises
    return _exercises(text, name)


def catalogue_of(exercises: Iterable[Exercise]) -> model.Catalogue:
    """The catalogue of exercises without a fault."""
    return model.Catalogue(tuple(map(_exercise, exercises)))


class _Whole(NamedTuple):
    """A catalogue that extends none."""

    exercises: tuple[Exercise, ...]
    entries: Entries
    """What its file says of each exercise, by id: what another file may change."""


# Kept, because befit's own file is asked for by each one that extends it.
@lru_cache(maxsize=4)
def _whole(text: str | bytes) -> _Whole | None:
    """What the text says, read without places; None where it has a fault or extends befit's
    catalogue.
    """
    try:
        data = data_of(text)
        file = converted(data, File)
    except (Odd, ValidationError):
        return None
    if file.extends or file.without:
        return None
    if any(_rule_faults(data, dict(enumerate(file.exercises)))) or any(unseen_faults(data)):
        return None
    entries = {entry["id"]: entry for entry in data["exercises"]}
    return _Whole(file.exercises, entries)


def _exercises(text: str | bytes, name: str) -> Iterable[Exercise]:
    """What the text says, read with places; raises FileFaults."""
    root, text_faults = compose(text)
    if root is None:
        raise located(name, text_faults)
    if no_catalogue(root.data) and not text_faults:
        raise located(name, [(root.place, no_catalogue(root.data))])
    # One slip, one sentence: what a text has that nobody sees breaks the pattern of a line as well.
    for keys, sentence in unseen_faults(root.data):
        text_faults.append((root.nearest(*keys).place, sentence))
    befit = _befit() if _extends(root.data) else {}
    # Asked before befit's exercises come in: of the file's own, none may stay unsaid.
    value_faults = list(extension_faults(root, befit))
    if befit:
        root = extended(root, befit)
    sound = _sound(root.data)
    value_faults += faults(root, File)
    for keys, sentence in _rule_faults(root.data, sound):
        value_faults.append((root.nearest(*keys).place, sentence))

    # One slip, one sentence: where the text itself is at fault, an alias say, the value that befit
    # reads in its stead is wrong too, and to tell that would only confuse.
    told = {place for place, _ in text_faults}
    all_faults = text_faults + [fault for fault in value_faults if fault[0] not in told]
    if all_faults:
        raise located(name, all_faults)
    return sound.values()


def _extends(data: Any) -> bool:
    return isinstance(data, dict) and data.get("extends") is not None


def _befit() -> Entries:
    """What befit's own file says of each exercise, by id."""
    path = bundled()
    whole = _whole(files.read(path, MOST_BYTES))
    if whole is None:
        raise BefitError(
            _("{path} has faults or extends itself, so nothing can extend it.", path=path),
            _("Put it right, or install befit again."),
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
    # The ids of all, not of the sound ones alone: a swap to an exercise with a fault leads to it
    # once that is put right.
    ids: set[str] = set()
    for number, entry in enumerate(_entries(data)):
        id_ = id_of(entry)
        if not id_:
            continue
        if id_ in ids:
            yield (
                ("exercises", number, "id"),
                _("another exercise has the id '{name}' already", name=id_),
            )
        ids.add(id_)
    for place, sentence in swap_faults(sound, ids):
        yield ("exercises", *place), sentence
    for number, exercise in sound.items():
        for place, sentence in _ladder_faults(exercise):
            yield ("exercises", number, "ladder", *place), sentence
        for place, sentence in _niggle_faults(exercise):
            yield ("exercises", number, *place), sentence
        for place, sentence in _garmin_faults(exercise):
            yield ("exercises", number, *place), sentence
        for index, form in enumerate(exercise.ladder):
            sentence = wrong_figure(form.figure, figure_names()) if form.figure else ""
            if sentence:
                yield ("exercises", number, "ladder", index, "figure"), sentence


def _niggle_faults(exercise: Exercise) -> Iterator[Fault]:
    """The niggles that make repetitions of a hold and say nothing of how long one takes."""
    wrong: set[Place] = set()
    for index, form in enumerate(exercise.ladder):
        if _counts(form, exercise):
            continue
        for niggle, rule in (exercise.niggles | form.niggles).items():
            if rule.reps is None or rule.seconds_per_rep is not None:
                continue
            where: Place = ("ladder", index) if niggle in form.niggles else ()
            wrong.add((*where, "niggles", niggle, "reps"))
    for place in wrong:
        yield (
            place,
            _("repetitions of what is else a hold need seconds_per_rep beside them"),
        )


def _garmin_faults(exercise: Exercise) -> Iterator[Fault]:
    """The names that are none of Garmin's, of the exercise and of its forms."""
    places: list[tuple[Place, str | None]] = [(("garmin",), exercise.garmin)]
    for index, form in enumerate(exercise.ladder):
        places.append((("ladder", index, "garmin"), form.garmin))
    for place, name in places:
        sentence = wrong_garmin(name) if name else ""
        if sentence:
            yield place, sentence


def _ladder_faults(exercise: Exercise) -> Iterator[Fault]:
    """What is wrong in the ladder; the places begin there."""
    named: dict[str, Form] = {}
    base: Form | None = None
    for index, form in enumerate(exercise.ladder):
        if form.base and base:
            yield (
                (index, "base"),
                _(
                    "{name} is the base of this exercise already; it has one at most",
                    name=shown(base.name),
                ),
            )
        elif form.base:
            base = form
        names = names_in_plans(form.name, exercise.name)
        same = [named[name] for name in names if name in named]
        if same:
            yield (
                (index, "name"),
                _(
                    "a plan cannot tell this form from {name}: give it another name",
                    name=shown(same[0].name),
                ),
            )
        named |= dict.fromkeys(names, form)
        for sentence in _dose_faults(form, exercise):
            yield (index,), sentence


def _dose_faults(form: Form, exercise: Exercise) -> Iterator[str]:
    """What the doses of the form lack, its exercise's among them."""
    doses = exercise.dose | form.dose
    lacking = [level for level in _usable(form) if level not in doses]
    if lacking:
        yield _(
            "there is no dose for {levels}: a form needs one for its own level and for those above",
            levels=", ".join(lacking),
        )
    seconds = form.seconds_per_rep or exercise.seconds_per_rep
    if _counts(form, exercise) and not seconds:
        yield _("a dose in reps needs seconds_per_rep, on the form or on the exercise")


def _usable(form: Form) -> list[model.Level]:
    """The levels that the form is for: its own, and those above."""
    return [level for level in model.Level if level >= form.level]


def _counts(form: Form, exercise: Exercise) -> bool:
    """Whether the form is done in repetitions; a dose below its level, inherited and never used,
    has no say.
    """
    doses = exercise.dose | form.dose
    return any(doses[level].reps for level in _usable(form) if level in doses)


def _exercise(exercise: Exercise) -> model.Exercise:
    ladder = tuple(_inheriting(form, exercise) for form in exercise.ladder)
    whole = structs.replace(exercise, ladder=ladder)
    return convert(whole, model.Exercise, from_attributes=True)


def _inheriting(form: Form, exercise: Exercise) -> Form:
    """The form with what the exercise says where it says nothing itself."""
    # No list of fields to keep: but for two, a field of a form is None only where its exercise has
    # it, too.
    inherited = {}
    for name in form.__struct_fields__:
        if getattr(form, name) is None and name not in _OF_A_FORM_ALONE:
            inherited[name] = getattr(exercise, name)
    # The exercise says how long a repetition takes for those of its forms that have any.
    if not _counts(form, exercise):
        inherited["seconds_per_rep"] = None
    niggles = exercise.niggles | form.niggles
    return structs.replace(form, dose=_doses(form, exercise), niggles=niggles, **inherited)


def _doses(form: Form, exercise: Exercise) -> dict[model.Level, Dose]:
    """The doses of the form; one in repetitions that says nothing of the reserve keeps the least of
    its level (R57).
    """
    doses = exercise.dose | form.dose
    if form.contacts or exercise.role in _WITHOUT_RESERVE:
        return doses
    for level, dose in doses.items():
        if dose.reps and dose.rir is None:
            doses[level] = structs.replace(dose, rir=RIR_MIN[level])
    return doses
