"""A catalogue's words in another language: the file that has them, as structs or as every fault in
it with its place, and the exercises with its words in place of their own.

`my.es.yaml` has the Spanish ones of `my.yaml`: each exercise under its id, each form under the name
that the catalogue has for it. What the file doesn't say stays as it is.
"""

# Annotations are values here, not text: msgspec would read them anew for every run.
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, structs

from befit_cli import files
from befit_cli import values as model
from befit_cli.catalogue.entries import Exercise, Form, Line, Lines, NiggleRule, Sentence
from befit_cli.catalogue.names import names_in_plans
from befit_cli.catalogue.reader import MOST_BYTES
from befit_cli.catalogue.unseen import unseen_faults
from befit_cli.errors import did_you_mean
from befit_cli.language import _, message
from befit_cli.yaml.nodes import Fault, Node, compose, converted, faults, located, shown


class FormWords(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a form says in the language; None, and no note, for what stays as it is."""

    name: Line | None = None
    setup: Sentence | None = None
    cues: Lines | None = None
    prerequisite: Line | None = None
    niggles: dict[model.Niggle, Line] = {}
    """The notes of its niggles."""


class ExerciseWords(Struct, forbid_unknown_fields=True, kw_only=True):
    """What an exercise says in the language, likewise."""

    name: Line | None = None
    aliases: tuple[Line, ...] | None = None
    why: Line | None = None
    cues: Lines | None = None
    prerequisite: Line | None = None
    niggles: dict[model.Niggle, Line] = {}
    """The notes of its niggles."""
    forms: dict[str, FormWords] = {}
    """Under the name that the catalogue has for each."""


Words: TypeAlias = dict[str, ExerciseWords]
"""What a file says of the exercises, by their ids."""
_Entry = TypeVar("_Entry", Exercise, Form)
_NO_LINES = ("niggles", "forms")
"""The fields that are no text of the exercise or form itself."""
TEXTS = frozenset({*ExerciseWords.__struct_fields__, *FormWords.__struct_fields__}) - {*_NO_LINES}
"""What an exercise or a form says to people, beside its notes of niggles."""


def read_words(path: Path, exercises: Iterable[Exercise]) -> Words:
    """What the file says of these exercises. Raises `BefitError` for one that cannot be read or is
    over 1 MB, and `FileFaults` as `parse_words` does.
    """
    return parse_words(files.read(path, MOST_BYTES), str(path), exercises)


def parse_words(text: str | bytes, name: str, exercises: Iterable[Exercise]) -> Words:
    """What `text` says of these exercises; `name` stands for the file in the faults.

    Raises `FileFaults` with every fault, in the order of the file: what no such file may have, and
    words for what the catalogue doesn't have.
    """
    root, wrong = compose(text)
    if root is None:
        raise located(name, wrong)
    if not isinstance(root.data, dict) and not wrong:
        wrong_shape = _("{word} has no words: {wanted}", word=shown(root.data), wanted=_(_WANTED))
        raise located(name, [(root.place, wrong_shape)])
    for keys, sentence in unseen_faults(root.data):
        wrong.append((root.nearest(*keys).place, sentence))
    # One slip, one sentence: where the text itself is at fault, its value is wrong, too.
    told = {place for place, _ in wrong}
    of_values = [*faults(root, Words), *_misplaced(root, exercises)]
    wrong += [fault for fault in of_values if fault[0] not in told]
    if wrong:
        raise located(name, wrong)
    words: Words = converted(root.data, Words)
    return words


def in_words(exercises: Iterable[Exercise], words: Words) -> tuple[Exercise, ...]:
    """The exercises as these words have them."""
    return tuple([_exercise(each, words.get(each.id, _NOTHING)) for each in exercises])


_NOTHING = ExerciseWords()
_NOTHING_OF_FORM = FormWords()
_WANTED = message(
    "write the id of an exercise, squats: say, and below it, indented, name: and the like"
)


def _exercise(exercise: Exercise, words: ExerciseWords) -> Exercise:
    ladder = []
    for form in exercise.ladder:
        ladder.append(_said(form, words.forms.get(form.name, _NOTHING_OF_FORM)))
    return structs.replace(_said(exercise, words), ladder=tuple(ladder))


def _said(entry: _Entry, words: ExerciseWords | FormWords) -> _Entry:
    """The exercise without its forms, or the form, as the words have it."""
    said: dict[str, Any] = {}
    for field in words.__struct_fields__:
        text = getattr(words, field)
        if text is not None and field not in _NO_LINES:
            said[field] = text
    niggles: dict[model.Niggle, NiggleRule] = dict(entry.niggles)
    for niggle in niggles.keys() & words.niggles.keys():
        niggles[niggle] = structs.replace(niggles[niggle], note=words.niggles[niggle])
    return structs.replace(entry, niggles=niggles, **said)


def _misplaced(root: Node, exercises: Iterable[Exercise]) -> Iterator[Fault]:
    """The words for what the catalogue doesn't have, and names that a plan cannot tell apart; of
    the exercises in whose words msgspec finds no fault.
    """
    by_id = {exercise.id: exercise for exercise in exercises}
    for id_, node in root.parts.items():
        if id_ not in by_id:
            nearest = did_you_mean(id_, by_id)
            yield (
                root.keys[id_].place,
                _("there is no exercise {name}{nearest}", name=shown(id_), nearest=nearest),
            )
        elif not faults(node, ExerciseWords):
            yield from _misplaced_in(node, converted(node.data, ExerciseWords), by_id[id_])


def _misplaced_in(node: Node, words: ExerciseWords, exercise: Exercise) -> Iterator[Fault]:
    yield from _of_nothing(node, words, exercise)
    ladder = {form.name: form for form in exercise.ladder}
    of_forms = node.parts.get("forms", node)
    for name, of_form in words.forms.items():
        if name in ladder:
            yield from _of_nothing(of_forms.parts[name], of_form, ladder[name])
        else:
            nearest = did_you_mean(name, ladder)
            yield (
                of_forms.keys[name].place,
                _(
                    "{exercise} has no form {name}{nearest}",
                    exercise=exercise.id,
                    name=shown(name),
                    nearest=nearest,
                ),
            )
    named: dict[str, str] = {}
    translated = _exercise(exercise, words)
    for form, own in zip(translated.ladder, exercise.ladder, strict=True):
        names = names_in_plans(form.name, translated.name)
        same = [named[name] for name in names if name in named]
        if same:
            yield (
                of_forms.nearest(own.name, "name").place,
                _(
                    "a plan cannot tell this form from {name}: give it another name",
                    name=shown(same[0]),
                ),
            )
        named |= dict.fromkeys(names, form.name)


def _of_nothing(
    node: Node, words: ExerciseWords | FormWords, entry: Exercise | Form
) -> Iterator[Fault]:
    """The words for what the exercise or the form itself doesn't say; what people look for it by
    each language has by itself.
    """
    for field, text in node.parts.items():
        if field in (*_NO_LINES, "aliases") or text.data is None:
            continue
        if not getattr(entry, field):
            yield (
                node.keys[field].place,
                _("the catalogue has no {field} here: take it out", field=field),
            )
    for niggle in words.niggles:
        rule = entry.niggles.get(niggle)
        if rule is None or rule.note is None:
            yield (
                node.at("niggles").keys[niggle].place,
                _("the catalogue has no note for {niggle} here: take it out", niggle=niggle),
            )
