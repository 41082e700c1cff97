"""What a profile says of the weights that its runner owns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from befit_cli.errors import UsageError
from befit_cli.language import _, message
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.vocabulary import KIT_WORDS
from befit_cli.values import STEPS, Kit, Owned, Units, Weights, in_kg

if TYPE_CHECKING:
    from befit_cli.yaml.nodes import Fault, Node

WEIGHTS = "weights"
"""The key of the profile."""
EXAMPLE = (
    "{dumbbell: 4-24 by 2, kettlebell: [8, 12, 16], barbell: {bar: 20, plates: [20, 10, 5, 2.5, "
    "1.25]}, backpack: 0-12 by 1}"
)

Said: TypeAlias = Mapping[Kit, tuple[float, ...]]
"""All that each implement may weigh, rising, in the runner's units."""

_IMPLEMENTS = tuple(STEPS[Units.KG])
_ALSO = {word: kit[0] for word, kit in KIT_WORDS.items() if len(kit) == 1 and kit[0] in _IMPLEMENTS}
_WORDS: Vocabulary[Kit] = Vocabulary(
    refusal=message(
        "'{word}' is nothing that befit counts the weight of; that are {words}{nearest}"
    ),
    offered={kit.value: kit for kit in _IMPLEMENTS},
    also=_ALSO,
)
_MOST = 1_000
"""More weighs nothing that anybody lifts; and more weights than that nobody has."""
_PLATES = 30
"""The most pairs of plates."""
_BAR = "bar"
_PLATE = "plates"
_PARTS = {"barra": _BAR, "discos": _PLATE}
_NUMBER = r"([0-9]{1,4}(?:[.,][0-9]{1,2})?)"
_UNIT = "(?: ?(?:kg|lbs?|kilos?|libras?))?"
_ONE = rf"{_NUMBER}{_UNIT}"
_RANGE = (
    rf"(?:de )?{_NUMBER} ?(?:-|–|to|a|\.\.) ?{_NUMBER}{_UNIT} "
    rf"(?:by|in|step|x|cada|de [0-9.,]+ en) {_NUMBER}{_UNIT}"
)
_AMOUNTS = message(
    "{said} is no weight; write a range with its step (4-24 by 2), a list ([8, 12, 16]), or for a "
    "barbell {{bar: 20, plates: [20, 10, 5]}}, a pair of each plate"
)


def weight_faults(value: Node) -> Iterator[Fault]:
    """What is wrong with what the profile says of weights."""
    from befit_cli.yaml.nodes import shown  # late: what plans without a profile reads no YAML

    if not isinstance(value.data, dict):
        said = shown(value.data)
        how = f"{WEIGHTS}: {EXAMPLE}"
        yield value.place, _("{said} says no weights; write {how}", said=said, how=how)
        return
    known: dict[Kit, str] = {}
    for word, part in value.parts.items():
        try:
            kit = _WORDS.meaning(str(word))
        except UsageError as error:
            yield value.keys[word].place, str(error)
            continue
        if kit in known:
            same = _("{word} is {other}: say its weights once", word=word, other=known[kit])
            yield value.keys[word].place, same
        known[kit] = str(word)
        if not _amounts(part):
            yield part.place, _(_AMOUNTS, said=shown(part.data))


def read_weights(value: Node) -> dict[Kit, tuple[float, ...]]:
    """The weights of what the profile names, where it has no fault."""
    return {_WORDS.meaning(str(word)): _amounts(part) for word, part in value.parts.items()}


def weights_of(said: Said | None, units: Units) -> Weights:
    """What a runner owns who says so in these units."""
    owned = {}
    for kit, amounts in (said or {}).items():
        owned[kit] = Owned(kg=tuple([in_kg(amount, units) for amount in amounts]))
    return Weights(owned=owned, units=units)


def _amounts(part: Node) -> tuple[float, ...]:
    """All weights, rising and once, that a part of the profile says; none where it is wrong."""
    if isinstance(part.data, dict):
        return _with_plates(part)
    every: set[float] = set()
    for word in _listed(part):
        amounts = _read(word)
        if not amounts:
            return ()
        every.update(amounts)
    # An empty backpack is no weight.
    return tuple(sorted(every - {0.0}))


def _listed(part: Node) -> list[str]:
    nodes = part.parts.values() if isinstance(part.data, list) else [part]
    words = []
    for node in nodes:
        # Of a list within a list nothing is read.
        text = str(node.data).strip().casefold()
        words += text.split(", ") if isinstance(node.data, str) else [text]
    return words


def _read(word: str) -> tuple[float, ...]:
    if match := re.fullmatch(_ONE, word):
        amount = _decimal(match[1])
        return (amount,) if amount <= _MOST else ()
    match = re.fullmatch(_RANGE, word)
    if match is None:
        return ()
    low, high, step = map(_decimal, match.groups())
    if step <= 0 or not low <= high <= _MOST or (high - low) / step > _MOST:
        return ()
    steps = int((high - low) / step + 1e-6)
    return tuple([round(low + number * step, 2) for number in range(steps + 1)])


def _with_plates(part: Node) -> tuple[float, ...]:
    """A bar with none, some or all of its plates, a pair of each."""
    said = {_PARTS.get(name, name): own for name, own in part.parts.items()}
    if len(said) < len(part.parts) or not {*said} <= {_BAR, _PLATE} or _BAR not in said:
        return ()
    bar = _amounts(said[_BAR])
    plates = said.get(_PLATE)
    pairs: list[float] = []
    for word in [] if plates is None else _listed(plates):
        amount = _read(word)
        if len(amount) != 1:
            return ()
        pairs += amount
    if len(bar) != 1 or len(pairs) > _PLATES:
        return ()
    loads = {bar[0]}
    for plate in pairs:
        loads |= {round(load + 2 * plate, 2) for load in loads}
    return tuple(sorted(load for load in loads if load <= _MOST))


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))
