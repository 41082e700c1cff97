"""A catalogue that extends befit's: its file with befit's exercises in it, and what is wrong
between the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import structs

from befit_cli.catalogue.entries import Exercise, id_of
from befit_cli.errors import did_you_mean
from befit_cli.language import _
from befit_cli.values import Act
from befit_cli.yaml.nodes import Fault, Node, Place, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

Entry: TypeAlias = dict[str, Any]
"""What a file says of an exercise."""
Entries: TypeAlias = dict[str, Entry]
"""What a file says of its exercises, by id."""


def extended(root: Node, befit: Entries) -> Node:
    """The file with befit's exercises in it, in their order: as they are, changed, or left out. New
    ones come after them all.

    What an exercise has from befit stands, for a fault, where the file names the exercise.
    """
    own = root.parts.get("exercises", Node([], root.place))
    if not isinstance(own.data, list):
        return root
    left_out = {node.data for node in _left_out(root)}
    barred = _barred(own, befit)
    kept = {}
    for id_, entry in befit.items():
        if id_ not in left_out:
            kept[id_] = _without_swaps(entry, left_out, barred)
    parts = _merged(kept, own.parts.values(), root.place)
    exercises = Node([part.data for part in parts], own.place, dict(enumerate(parts)))
    data = root.data | {"exercises": exercises.data}
    return Node(data, root.place, root.parts | {"exercises": exercises}, root.keys)


def extension_faults(root: Node, befit: Entries) -> Iterator[Fault]:
    """What the file leaves out or changes although there is no such exercise; `befit` is empty for
    a file that extends nothing.
    """
    left_out = _left_out(root)
    if not befit:
        if left_out:
            place = root.keys["without"].place
            yield place, _("there is nothing to leave out of; say extends: befit too")
        return
    for node in left_out:
        if node.data not in befit:
            nearest = did_you_mean(node.data, befit)
            yield (
                node.place,
                _("befit has no exercise {name}{nearest}", name=shown(node.data), nearest=nearest),
            )
    needed = {field.name for field in structs.fields(Exercise) if field.required}
    for node in _items(root, "exercises"):
        id_ = id_of(node.data)
        # An id that befit lacks makes a new exercise. One told whole is meant so; one that lacks
        # keys was more likely meant as a change of an exercise whose id has a slip.
        if id_ and id_ not in befit and not needed <= node.data.keys():
            nearest = did_you_mean(id_, befit)
            yield (
                node.parts["id"].place,
                _(
                    "befit has no exercise {name}, so this is a new one, and it lacks "
                    "keys{nearest}",
                    name=shown(id_),
                    nearest=nearest,
                ),
            )


def _left_out(root: Node) -> list[Node]:
    return [node for node in _items(root, "without") if isinstance(node.data, str)]


def _items(root: Node, key: str) -> list[Node]:
    node = root.parts.get(key)
    return list(node.parts.values()) if node and isinstance(node.data, list) else []


def _barred(own: Node, befit: Entries) -> dict[str, set[str]]:
    """The exercises that the file itself says to avoid, every form of them, by the niggle."""
    barred: dict[str, set[str]] = {}
    for node in own.parts.values():
        id_ = id_of(node.data)
        if not isinstance(node.data, dict) or not isinstance(node.data.get("niggles"), dict):
            continue
        for niggle in node.data["niggles"]:
            if _avoided(befit.get(id_, {}) | node.data, niggle):
                barred.setdefault(niggle, set()).add(id_)
    return barred


def _avoided(entry: Entry, niggle: str) -> bool:
    """Whether the niggle bars every form of what may have faults still."""
    rules = [_rule(entry, niggle)]
    for form in entry["ladder"] if isinstance(entry.get("ladder"), list) else ():
        rules.append(_rule(form, niggle) or rules[0])
    # The exercise's own counts for the forms alone, if there are any.
    return all(rule.get("act") == Act.AVOID for rule in rules[1:] or rules)


def _rule(entry: Any, niggle: str) -> dict[str, Any]:
    """What an exercise or a form says of the niggle; empty where it says nothing that is a rule."""
    rules = entry.get("niggles") if isinstance(entry, dict) else None
    rule = rules.get(niggle) if isinstance(rules, dict) else None
    return rule if isinstance(rule, dict) else {}


def _without_swaps(
    entry: Entry, left_out: Collection[str], barred: Mapping[str, Collection[str]]
) -> Entry:
    """The exercise with nothing among its swaps, or those of its forms, that is left out, or to be
    avoided with the same niggle.

    Nobody who leaves an exercise out, or bars it, should have to look for those that name it.
    """
    niggles = {}
    for niggle, rule in entry.get("niggles", {}).items():
        gone = {*left_out, *barred.get(niggle, ())}
        swaps = [swap for swap in rule.get("swap", []) if swap not in gone]
        niggles[niggle] = rule | {"swap": swaps}
    without = entry | {"niggles": niggles}
    if "ladder" in entry:
        without["ladder"] = [_without_swaps(form, left_out, barred) for form in entry["ladder"]]
    return without


def _merged(befit: Entries, own: Iterable[Node], place: Place) -> list[Node]:
    """Befit's exercises, each changed by the first of the file's own that has its id; after them
    the others of the file.
    """
    # Without an id nobody knows whether a change of befit's was meant or a new exercise. Told of
    # every key that a new one lacks, a runner would not see that one id is all that is missing. So
    # such an entry takes the keys of any exercise, whichever is first, and lacks the id alone.
    any_other = next(iter(befit.values()), {})
    nameless = {key: value for key, value in any_other.items() if key != "id"}
    bases = befit | {"": nameless}
    merged = {id_: Node(entry, place) for id_, entry in befit.items()}
    more: list[Node] = []
    changed: set[str] = set()
    for node in own:
        id_ = id_of(node.data)
        is_change = id_ in bases and isinstance(node.data, dict)
        whole = _changed(bases[id_], node) if is_change else node
        # A second of the same id comes behind, where the rule that an id stands once tells it.
        if id_ in befit and id_ not in changed:
            merged[id_] = whole
            changed.add(id_)
        else:
            more.append(whole)
    return [*merged.values(), *more]


def _changed(entry: Entry, node: Node) -> Node:
    """The exercise with the keys of `node` in place of its own."""
    inherited = {key: Node(value, node.place) for key, value in entry.items()}
    return Node(entry | node.data, node.place, inherited | node.parts, node.keys)
