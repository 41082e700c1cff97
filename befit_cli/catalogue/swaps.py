"""What is wrong with the swaps of a catalogue: those that help nobody with the sore spot that they
are for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from befit_cli.errors import did_you_mean
from befit_cli.language import _
from befit_cli.values import Act, Niggle
from befit_cli.yaml.nodes import Place, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from befit_cli.catalogue.entries import Exercise, NiggleRule


class _Rules(NamedTuple):
    """What a catalogue says of one niggle."""

    niggle: Niggle
    ids: Collection[str]
    """Of all exercises."""
    barred: Collection[str]
    """Ids of the exercises of which every form is to be avoided."""
    swaps: Mapping[str, Sequence[str]]
    """What each exercise may be swapped for, by id, in the order of the file."""


def swap_faults(
    exercises: Mapping[int, Exercise], ids: Collection[str]
) -> Iterator[tuple[Place, str]]:
    """The swaps that lead to no exercise, to one that the same niggle bars, or back to where they
    began; each place begins with the number of its exercise.

    `ids` are those of all exercises, also of such as have faults of their own.
    """
    for niggle in Niggle:
        barred: set[str] = set()
        swaps: dict[str, list[str]] = {}
        for exercise in exercises.values():
            own = swaps.setdefault(exercise.id, [])
            for _place, rule in _rules(exercise, niggle):
                own += rule.swap
            if _avoided(exercise, niggle):
                barred.add(exercise.id)
        rules = _Rules(niggle, ids, barred, swaps)
        for number, exercise in exercises.items():
            for place, rule in _rules(exercise, niggle):
                for index, swap in enumerate(rule.swap):
                    sentence = _wrong(exercise.id, swap, rule.swap[:index], rules)
                    if sentence:
                        yield (number, *place, "swap", index), sentence


def _rules(exercise: Exercise, niggle: Niggle) -> Iterator[tuple[Place, NiggleRule]]:
    """What the exercise and its forms say of the niggle, each with its place in the exercise."""
    if niggle in exercise.niggles:
        yield ("niggles", niggle), exercise.niggles[niggle]
    for index, form in enumerate(exercise.ladder):
        if niggle in form.niggles:
            yield ("ladder", index, "niggles", niggle), form.niggles[niggle]


def _avoided(exercise: Exercise, niggle: Niggle) -> bool:
    """Whether the niggle bars every form of the exercise."""
    for form in exercise.ladder:
        rule = form.niggles.get(niggle) or exercise.niggles.get(niggle)
        if rule is None or rule.act is not Act.AVOID:
            return False
    return True


def _wrong(id_: str, swap: str, before: Collection[str], rules: _Rules) -> str:
    """The sentence about one swap of an exercise, which stands behind those `before`; empty where
    it is right.
    """
    if swap not in rules.ids:
        nearest = did_you_mean(swap, rules.ids)
        return _("there is no exercise {name}{nearest}", name=shown(swap), nearest=nearest)
    if swap == id_:
        return _("{name} is no swap for itself: name another exercise", name=shown(swap))
    if swap in before:
        return _("{name} stands here twice", name=shown(swap))
    if swap in rules.barred:
        return _(
            "{name} is to be avoided with {niggle}, too: name another exercise",
            name=shown(swap),
            niggle=rules.niggle,
        )
    # A circle is told once: by a swap that leads back up the file, and each circle has one.
    order = list(rules.swaps)
    if swap in rules.swaps and order.index(swap) < order.index(id_):
        way = _way(swap, id_, rules.swaps)
        if way:
            circle = ", ".join([*way, swap])
            return _(
                "the swaps for {niggle} lead in a circle: {circle}",
                niggle=rules.niggle,
                circle=circle,
            )
    return ""


def _way(start: str, end: str, swaps: Mapping[str, Sequence[str]]) -> list[str]:
    """The exercises from one to another by swaps; none where no swaps lead there."""
    came_from = {start: ""}
    ahead = [start]
    while ahead:
        here = ahead.pop(0)
        for swap in swaps.get(here, ()):
            if swap not in came_from:
                came_from[swap] = here
                ahead.append(swap)
    if end not in came_from:
        return []
    way = [end]
    while way[0] != start:
        way.insert(0, came_from[way[0]])
    return way
