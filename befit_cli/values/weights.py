"""What a runner's implements may weigh, and weights in kilograms and pounds."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import field

from befit_cli.values.base import Value
from befit_cli.values.enums import Kit, Units

KG_OF_LB = 0.45359237
SAME_KG = 0.1
"""Weights that differ by no more are one: a plate is stamped as roughly."""
_DECIMALS = 2
_SHOWN = {Units.KG: 2, Units.LB: 1}
"""Decimals that are shown of a weight."""


def in_kg(weight: float, units: Units) -> float:
    """A weight in kilograms, to 10 g."""
    return round(weight * KG_OF_LB if units is Units.LB else weight, _DECIMALS)


def in_units(kg: float, units: Units) -> float:
    """A weight of so many kilograms in these units, as it is shown."""
    return round(kg / KG_OF_LB if units is Units.LB else kg, _SHOWN[units])


class Owned(Value, frozen=True, kw_only=True):
    """What an implement may weigh: the weights that there are, or the step from one to the next."""

    kg: tuple[float, ...] = ()
    """All that it may weigh, rising; empty where only the step is known."""
    step: float = 0.0
    """Kilograms from one weight to the next, counted from what was lifted; 0 where all are known.
    """

    def at_most(self, kg: float, lifted: float) -> float | None:
        """The heaviest up to so many kilograms, of those that go in steps from what was lifted;
        None where all are heavier.
        """
        if self.kg:
            place = bisect_right(self.kg, kg + SAME_KG)
            return self.kg[place - 1] if place else None
        steps = (kg - lifted + SAME_KG) // self.step
        weight = round(lifted + steps * self.step, _DECIMALS)
        return weight if weight > 0 else None

    def above(self, kg: float) -> float | None:
        """The lightest that is heavier; None where none is."""
        if not self.kg:
            return round(kg + self.step, _DECIMALS)
        place = bisect_right(self.kg, kg + SAME_KG)
        return self.kg[place] if place < len(self.kg) else None


STEPS = {
    Units.KG: {
        Kit.DUMBBELL: 2.0,
        Kit.KETTLEBELL: 4.0,
        Kit.BARBELL: 2.5,
        Kit.MACHINE: 5.0,
        Kit.BACKPACK: 1.0,
    },
    Units.LB: {
        Kit.DUMBBELL: 5.0,
        Kit.KETTLEBELL: 10.0,
        Kit.BARBELL: 5.0,
        Kit.MACHINE: 10.0,
        Kit.BACKPACK: 2.0,
    },
}
"""From one weight to the next, where nobody says which there are; what has a weight at all."""


class Weights(Value, frozen=True, kw_only=True):
    """What a runner owns of each implement."""

    owned: dict[Kit, Owned] = field(default_factory=dict)
    """What the runner says; of any other implement the usual steps count."""
    units: Units = Units.KG
    """Whose usual steps those are."""

    def of(self, kit: tuple[Kit, ...]) -> Owned | None:
        """The weights of what an exercise with that kit is done with; None for what has none."""
        for thing, step in STEPS[self.units].items():
            if thing in kit:
                return self.owned.get(thing) or Owned(step=in_kg(step, self.units))
        return None

    def one_alone(self, kit: tuple[Kit, ...]) -> bool:
        """Whether there is one weight alone of what an exercise with that kit is done with."""
        owned = self.of(kit)
        return owned is not None and len(owned.kg) == 1
