"""The words that people say for exercises -> which exercise, and which form of it: those of the
session before all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from befit_cli.catalogue.finder import bare, best_fits, letters_of, lower
from befit_cli.evidence.joints import JOINTS
from befit_cli.language import _, either
from befit_cli.log.joint_words import JOINT_WORDS
from befit_cli.log.told import Unclear
from befit_cli.runner.days import day_called
from befit_cli.values import Catalogue, Exercise, Form, Prescription

MOST_WORDS = 8
"""The words of the longest name of an exercise."""
_FEWEST_LETTERS = 3
"""Fewer are no beginning of a name."""

_KIT = (
    *("barbell", "dumbbell", "kettlebell", "backpack", "machine", "band", "banded", "weighted"),
    *("barra", "mancuerna", "mancuernas", "pesa", "pesas", "mochila", "maquina", "banda"),
)
"""What stands before a name and is none."""
_JOINTS = frozenset({*JOINTS, *JOINT_WORDS})


class Named(NamedTuple):
    """What the words name."""

    id: str
    form: str
    """Empty where the words name none of an exercise that was not planned."""


class ExerciseWords:
    """The exercises that may be named, and the words for each."""

    def __init__(self, planned: tuple[Prescription, ...], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._planned = {prescription.id: prescription for prescription in planned}
        self._session = Catalogue(tuple([_as_planned(each, catalogue) for each in planned]))
        exercises = (*self._session.exercises, *catalogue.exercises)
        self._whole = {letters_of(name) for exercise in exercises for name in _all_names(exercise)}
        """The letters of all whole names."""
        self._own = {
            letters_of(name): exercise.id
            for exercise in exercises
            for name in (exercise.id, *exercise.names)
        }
        """Under the letters of each exercise's own names its id."""
        self._found: dict[tuple[str, bool], Named | None] = {}

    def whole(self, words: list[str]) -> tuple[Named, int] | None:
        """What the first words name, as many of them as make a whole name, and how many they are;
        None where they make none.

        Raises UsageError, as `begun` does, where they name several.
        """
        for length in range(len(words), 0, -1):
            said = " ".join(words[:length])
            # a sign has no letters, and is no part of the name before it: `squat + 2`
            if letters_of(words[length - 1]) and letters_of(said) in self._whole:
                found = self._find(said, dosed=False)
                return None if found is None else (found, length)
        return None

    def begun(
        self, words: list[str], *, like_pain: bool = False, dosed: bool = False
    ) -> tuple[Named, int] | None:
        """Likewise, where a few letters of a name are enough. `like_pain` is whether a joint's name
        would tell where it hurt; then it raises UsageError for one. `dosed` is whether sets stand
        behind the only word: so a day's name is the beginning of an exercise.
        """
        for length in range(len(words), 0, -1):
            said = " ".join(words[:length])
            if said in _KIT or len(letters_of(said)) < _FEWEST_LETTERS:
                continue
            joint = like_pain and said in _JOINTS
            try:
                found = self._find(said, dosed=dosed)
            except Unclear:
                if joint:
                    raise Unclear(
                        _("'{words}' could be of the joint or of an exercise.", words=said),
                        _pain_option(said),
                    ) from None
                raise
            if found is not None:
                if joint:
                    self._refuse_joint(said, found)
                return found, length
        return None

    def _refuse_joint(self, said: str, found: Named) -> None:
        """Raise UsageError for a joint that is no word of the exercise's own name: `knee 4` is
        hardly of a kneeling push-up. A calf is a word of calf raises.
        """
        exercise = self._catalogue.by_id.get(found.id)
        words = re.split(
            "[^a-z]+", lower(" ".join([found.id, *(exercise.names if exercise else ())]))
        )
        if not {said, f"{said}s", f"{said}es"} & set(words):
            raise Unclear(
                _(
                    "'{said}' could be where it hurt, or {exercise}.",
                    said=said,
                    exercise=self._name(found.id),
                ),
                _pain_option(said),
            )

    def with_kit(self, words: list[str]) -> tuple[Named, int] | None:
        """What a thing and the name behind it mean, `barbell rdl`: the form with that thing, where
        there is one alone. None where they don't begin so.
        """
        if words[0] not in _KIT:
            return None
        found = self.whole(words[1:]) or self.begun(words[1:])
        if found is None:
            return None
        (id_, form), length = found
        known = self._catalogue.by_id.get(id_)
        ladder = known.ladder if known else ()
        forms = [rung.name for rung in ladder if _is_in_any(words[0], rung)]
        if form not in forms and len(forms) == 1:
            form = forms[0]
        return Named(id_, form), length + 1

    def _find(self, said: str, *, dosed: bool) -> Named | None:
        if (said, dosed) not in self._found:
            self._found[said, dosed] = self._search(said, dosed=dosed)
        return self._found[said, dosed]

    def _search(self, said: str, *, dosed: bool) -> Named | None:
        fitting = [
            exercise
            for exercise in best_fits(self._session, said)
            if letters_of(said) in self._whole or self._is_known_as(said, exercise)
        ]
        if not fitting and not dosed and day_called(said) and letters_of(said) not in self._whole:
            # `tue mon` is a second day rather than monster walks that nobody planned
            return None
        ids = [exercise.id for exercise in fitting]
        if letters_of(said) not in self._whole:
            ids = self._likeliest(said, ids)
        if not ids:
            ids = [exercise.id for exercise in self._unplanned(said)]
        if not ids:
            return None
        other = self._own.get(letters_of(said))
        if other is not None and other not in ids:
            # `squats` where the session has jump squats alone: nobody can tell which was done.
            # But lunges are no Bulgarian split squats, though these are called Bulgarian lunges.
            ids = [id_ for id_ in ids if self._is_part(said, self._planned[id_])]
            if ids:
                raise self._planned_or_other(said, ids[0], other)
            ids = [other]
        if len(ids) > 1:
            raise _could_be(said, [self._name(id_) for id_ in ids])
        return Named(ids[0], self._form(ids[0], said))

    def _likeliest(self, said: str, planned: list[str]) -> list[str]:
        """Those of the planned exercises that a few letters mean: by a name that the plan has, else
        by any other, unless that is the name of an exercise that moves in another way, such as a
        foot pull for the rear foot of a split squat.
        """
        by_plan = [id_ for id_ in planned if self._is_part(said, self._planned[id_])]
        others = self._others_named(said)
        if by_plan or not others:
            return by_plan or planned
        moves = {form.pattern for exercise in others for form in exercise.ladder}
        likeliest = []
        for id_ in planned:
            ladder = self._session.by_id[id_].ladder
            moves_so = not moves.isdisjoint([form.pattern for form in ladder])
            if moves_so or _begins_any(said, _names_of(ladder)):
                likeliest.append(id_)
        return likeliest

    def _unplanned(self, said: str) -> list[Exercise]:
        """The exercises that the words may be of, whatever was planned; where one alone has a name
        that begins so, and that is its own, it is that: `lun` is lunges, though there is a
        Bulgarian lunge.
        """
        fitting = [each for each in best_fits(self._catalogue, said) if _is_begun_in(said, each)]
        begun = [each for each in fitting if _begins_any(said, _without_forms(each))]
        own = [each for each in begun if _begins_any(said, (each.id, *each.names))]
        return begun if len(begun) == 1 and own else fitting

    def _others_named(self, said: str) -> list[Exercise]:
        """The exercises that were not planned and have the words in their own names."""
        return [
            exercise
            for exercise in self._catalogue.exercises
            if exercise.id not in self._planned
            and any(_is_in(said, name) for name in (exercise.id, *exercise.names))
        ]

    def _planned_or_other(self, said: str, planned: str, other: str) -> Unclear:
        exercise = self._catalogue.by_id[other]
        form = exercise.ladder[exercise.base].name
        return Unclear(
            _(
                "'{said}' could be {planned}, which was planned, or {other}.",
                said=said,
                planned=self._name(planned),
                other=exercise.name,
            ),
            _(
                "Write {planned} for the first; for the other name its form, such as {form}.",
                planned=planned,
                form=form.lower(),
            ),
        )

    def _is_part(self, said: str, planned: Prescription) -> bool:
        """Whether the words are part of the names that a plan has for it, in any language."""
        names = (*self._names(planned), *self._form_names(planned))
        return any(_is_in(said, name) for name in names)

    def _names(self, planned: Prescription) -> tuple[str, ...]:
        """What the exercise is called, in any language."""
        known = self._catalogue.by_id.get(planned.id)
        return (planned.id, planned.name, *(known.names if known else ()))

    def _form_names(self, planned: Prescription) -> tuple[str, ...]:
        """The planned form's name, and those in other languages."""
        form = self._catalogue.form(planned.id, planned.form)
        return (planned.form, *(form.names if form else ()))

    def _is_known_as(self, said: str, exercise: Exercise) -> bool:
        """Whether a few letters are of more than another word for it: a press is no push-up."""
        return self._is_part(said, self._planned[exercise.id]) or bool(
            _forms(exercise.ladder, letters_of(said))
        )

    def _name(self, id_: str) -> str:
        planned = self._planned.get(id_)
        return f"{planned.form if planned else self._catalogue.by_id[id_].name} ({id_})"

    def _form(self, id_: str, said: str) -> str:
        """The form that the words name: the planned one, where they name it or its exercise, and
        name no other better.
        """
        planned = self._planned.get(id_)
        ladder = self._catalogue.by_id[id_].ladder if id_ in self._catalogue.by_id else ()
        forms = _forms(ladder, letters_of(said))
        whole = len(forms) == 1 and any(_is_whole(said, form) for form in ladder)
        if planned is None:
            # Whose name is a part of one form's alone is not for that the form.
            one = whole or self._own.get(letters_of(said)) is None
            return forms[0] if one and len(forms) == 1 else ""
        if lower(said) in map(lower, self._names(planned)):
            return planned.form
        if any(_is_in(said, name) for name in self._form_names(planned)):
            return planned.form
        if not forms or (not whole and self._is_part(said, planned)):
            return planned.form
        if not whole and not _begins_any(said, _names_of(ladder)) and self._others_named(said):
            # A calf is no word for the only calf raise that a ladder of heel raises calls so.
            return planned.form
        if len(forms) > 1:
            raise _could_be(said, forms)
        return forms[0]


def _pain_option(joint: str) -> str:
    return _(
        "Pain has an option, --pain {said}=4; of an exercise write more of its name.", said=joint
    )


def _could_be(said: str, names: list[str]) -> Unclear:
    return Unclear(_("'{word}' could be {names}: say which.", word=said, names=either(names)))


def _is_in(said: str, name: str) -> bool:
    """Whether one of the name's words, or several of them, begin with what was said."""
    words = bare(name).split()
    letters = letters_of(said)
    return any("".join(words[place:]).startswith(letters) for place in range(len(words)))


def _is_begun_in(said: str, exercise: Exercise) -> bool:
    return any(_is_in(said, name) for name in _all_names(exercise))


def _is_whole(said: str, form: Form) -> bool:
    """Whether that is the form's whole name, in any language."""
    return letters_of(said) in map(letters_of, form.names)


def _begins_any(said: str, names: Iterable[str]) -> bool:
    letters = letters_of(said)
    return any(letters_of(name).startswith(letters) for name in names)


def _is_in_any(said: str, form: Form) -> bool:
    return any(_is_in(said, name) for name in form.names)


def _forms(ladder: tuple[Form, ...], letters: str) -> list[str]:
    """The forms with that whole name, else those that have it in theirs."""
    whole = [form.name for form in ladder if _is_whole(letters, form)]
    in_name = [form.name for form in ladder if _is_in(letters, form.name)]
    return whole or in_name or [form.name for form in ladder if _is_in_any(letters, form)]


def _as_planned(planned: Prescription, catalogue: Catalogue) -> Exercise:
    """The exercise under all of its names, with the planned form's; a plan of another catalogue may
    have one that is not in this.
    """
    known = catalogue.by_id.get(planned.id)
    return Exercise(
        id=planned.id,
        name=planned.name,
        aliases=(planned.form, *(known.aliases if known else ())),
        other_names=known.other_names if known else (),
        other_aliases=known.other_aliases if known else (),
        group=planned.group,
        role=planned.role,
        why="",
        prerequisite=None,
        ladder=known.ladder if known else (),
        niggles={},
    )


def _names_of(ladder: tuple[Form, ...]) -> list[str]:
    return [name for form in ladder for name in form.names]


def _without_forms(exercise: Exercise) -> tuple[str, ...]:
    """Its own names and aliases, without those of its forms."""
    return (exercise.id, *exercise.names, *exercise.aliases, *exercise.other_aliases)


def _all_names(exercise: Exercise) -> tuple[str, ...]:
    return (*_without_forms(exercise), *_names_of(exercise.ladder))
