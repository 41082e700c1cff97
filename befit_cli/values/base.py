"""What every value of befit is made of."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from msgspec import Struct

Date: TypeAlias = date
"""What a field called `date` is: from 3.14 on Python looks for its type among the fields first."""


class Value(Struct, frozen=True, gc=False):
    """What is made once and never changed: it cannot come to hold itself, so the garbage collector
    need not follow it.
    """


class Range(Value, frozen=True):
    """Whole numbers from low to high, both included; written `2-3`, or `2` where they are equal."""

    low: int
    high: int

    def clamp(self, number: int) -> int:
        """The nearest number inside the range."""
        return max(self.low, min(self.high, number))

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"
