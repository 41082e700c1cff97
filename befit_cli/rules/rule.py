"""What a rule is, and where each is registered.

A rule stands in week.py, session.py, block.py or safety.py, right above the generator that finds it
broken: `@Rule(...).of_week` or `@Rule(...).of_block` registers both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from befit_cli.values import Catalogue, Phrase, Plan, Scale, Value

if TYPE_CHECKING:
    from befit_cli.rules.case import Case

ACSM_2009 = "ACSM 2009 position stand on resistance training"
CONSENSUS = "consensus"
"""The basis of a rule that rests on coaching practice without a trial behind it."""


class Kind(Scale):
    """How much a rule asks of a plan, from least to most."""

    NOTE = "note"
    SHOULD = "should"
    MUST = "must"


class Breach(Value, frozen=True):
    """One place where a rule is not kept."""

    where: Phrase
    found: Phrase
    allowed: Phrase


Breaches = Iterator[Breach]
WeekFinder = Callable[["Case"], Breaches]
BlockFinder = Callable[[Plan, Catalogue], Breaches]


class Rule(Value, frozen=True):
    """One rule of a good plan."""

    id: str
    kind: Kind
    text: Phrase
    """What it asks, with its numbers."""
    basis: str
    """The studies it rests on, or `CONSENSUS`."""
    advice: Phrase
    """What a breach means for the runner, and what to do."""
    must_for: Callable[[Case], bool] | None = None
    """Whose must it is, where it is a should for all others."""

    def kind_for(self, case: Case) -> Kind:
        """How much it asks of this athlete's week."""
        if self.must_for is None or self.must_for(case):
            return self.kind
        return min(self.kind, Kind.SHOULD)

    def of_week(self, finder: WeekFinder) -> WeekFinder:
        """Register the rule, and `finder` as what finds it broken in one week."""
        self.register()
        _WEEK_FINDERS[self.id] = finder
        return finder

    def of_block(self, finder: BlockFinder) -> BlockFinder:
        """Register the rule, and `finder` as what finds it broken from one week to another."""
        self.register()
        _BLOCK_FINDERS[self.id] = finder
        return finder

    def register(self) -> None:
        """Let the rule be one of all plans."""
        known = _RULES.setdefault(self.id, self)
        assert known is self, f"two rules have the id {self.id}"


_RULES: dict[str, Rule] = {}
_WEEK_FINDERS: dict[str, WeekFinder] = {}
_BLOCK_FINDERS: dict[str, BlockFinder] = {}


def registered() -> tuple[Rule, ...]:
    """All rules, by their ids: R45, R45b, R46."""
    return tuple(_RULES[id_] for id_ in sorted(_RULES))


def of_weeks() -> tuple[tuple[Rule, WeekFinder], ...]:
    """The rules that are asked of one week, by their ids, each with what finds it broken."""
    return tuple((_RULES[id_], _WEEK_FINDERS[id_]) for id_ in sorted(_WEEK_FINDERS))


def of_blocks() -> tuple[tuple[Rule, BlockFinder], ...]:
    """The rules that are asked of the weeks together, likewise."""
    return tuple((_RULES[id_], _BLOCK_FINDERS[id_]) for id_ in sorted(_BLOCK_FINDERS))
