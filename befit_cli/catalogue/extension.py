"""A catalogue that extends befit's: its file with befit's exercises in it, and what is wrong
between the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import structs

from befit_cli.catalogue.entries import Exercise, id_of
from befit_cli.errors import did_you_mean
from befit_cli.yaml.nodes import Fault, Node, Place, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Entry: TypeAlias = dict[str, Any]
"""What a file says of an exercise."""


def extended(root: Node, befit: dict[str, Entry]) -> Node:
    """The file with befit's exercises in it, in their order: as they are, changed, or left out. New
    ones come after them all.

    What an exercise has from befit stands, for a fault, where the file names the exercise.
    """
    own = root.parts.get("exercises", Node([], root.place))
    if not isinstance(own.data, list):
        return root
    left_out = [node.data for node in _left_out(root)]
    kept = {
        id_: _without_swaps(entry, left_out) for id_, entry in befit.items() if id_ not in left_out
    }
    parts = _merged(kept, own.parts.values(), root.place)
    exercises = Node([part.data for part in parts], own.place, dict(enumerate(parts)))
    return Node(
        root.data | {"exercises": exercises.data},
        root.place,
        root.parts | {"exercises": exercises},
        root.keys,
    )


def extension_faults(root: Node, befit: dict[str, Entry]) -> Iterator[Fault]:
    """What the file leaves out or changes although there is no such exercise; `befit` is empty for
    a file that extends nothing.
    """
    left_out = _left_out(root)
    if left_out and not befit:
        yield root.keys["without"].place, "there is nothing to leave out of; say extends: befit too"
    for node in left_out if befit else []:
        if node.data not in befit:
            yield (
                node.place,
                f"befit has no exercise {shown(node.data)}{did_you_mean(node.data, befit)}",
            )
    needed = {each.name for each in structs.fields(Exercise) if each.required}
    for node in _items(root, "exercises") if befit else []:
        id_ = id_of(node.data)
        if id_ and id_ not in befit and not needed <= node.data.keys():
            slip = (
                f"befit has no exercise {shown(id_)}, so this is a new one, and it lacks "
                f"keys{did_you_mean(id_, befit)}"
            )
            yield node.parts["id"].place, slip


def _left_out(root: Node) -> list[Node]:
    return [node for node in _items(root, "without") if isinstance(node.data, str)]


def _items(root: Node, key: str) -> list[Node]:
    node = root.parts.get(key)
    return list(node.parts.values()) if node and isinstance(node.data, list) else []


def _without_swaps(entry: Entry, left_out: list[str]) -> Entry:
    """The exercise with nothing that is left out among its swaps."""
    rules = entry.get("niggles", {})
    kept = {
        niggle: rule | {"swap": [swap for swap in rule.get("swap", []) if swap not in left_out]}
        for niggle, rule in rules.items()
    }
    return entry | {"niggles": kept}


def _merged(befit: dict[str, Entry], own: Iterable[Node], place: Place) -> list[Node]:
    """Befit's exercises, each changed by the first of the file's own that has its id; after them
    the others of the file.

    One without an id cannot be told which keys it lacks, and so it takes those of any exercise but
    the id.
    """
    nameless = {key: said for key, said in next(iter(befit.values()), {}).items() if key != "id"}
    known = befit | {"": nameless}
    changed: dict[str, Node] = {}
    more: list[Node] = []
    for node in own:
        id_ = id_of(node.data)
        whole = _changed(known[id_], node) if id_ in known and isinstance(node.data, dict) else node
        if id_ in befit and id_ not in changed:
            changed[id_] = whole
        else:
            more.append(whole)
    return [*({id_: Node(entry, place) for id_, entry in befit.items()} | changed).values(), *more]


def _changed(entry: Entry, node: Node) -> Node:
    """The exercise with the keys of `node` in place of its own."""
    had = {key: Node(said, node.place) for key, said in entry.items()}
    return Node(entry | node.data, node.place, had | node.parts, node.keys)
