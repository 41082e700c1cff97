"""What a rule is, and where each is registered.

A rule stands right above the generator that finds it broken: `@Rule(...).of_week`, `.of_block` or
`.of_plan` registers both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from befit_cli.values import Catalogue, Phrase, Plan, Scale, Value, phrase

if TYPE_CHECKING:
    from befit_cli.rules.case import Case

ACSM_2009 = phrase("ACSM 2009 position stand on resistance training")
CONSENSUS = phrase("consensus")
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
    should: bool = False
    """Whether it is no more than a should, though its rule is a must."""
    too_few: bool = False
    """Whether a leg muscle has fewer sets than it should (R04)."""
    new: bool = False
    """Whether plans of the first edition were not asked for it, though for other parts of its rule.
    """
    advice: Phrase | None = None
    """What to do about it, where that is not what the rule advises on the whole."""


Breaches = Iterator[Breach]
WeekFinder = Callable[["Case"], Breaches]
PlanFinder = Callable[[Plan, Catalogue], Breaches]
Finder = TypeVar("Finder", WeekFinder, PlanFinder)


class Rule(Value, frozen=True):
    """One rule of a good plan."""

    id: str
    kind: Kind
    text: Phrase
    """What it asks, with its numbers."""
    basis: Phrase
    """The studies it rests on, or `CONSENSUS`."""
    advice: Phrase
    """What a breach means for the runner, and what to do."""
    must_for: Callable[[Case], bool] | None = None
    """Whose must it is, where it is a should for all others."""
    new: bool = False
    """Whether plans of the first edition were not asked for it, or for much less."""

    def kind_for(self, case: Case) -> Kind:
        """How much it asks of this athlete's week."""
        if self.must_for is None or self.must_for(case):
            return self.kind
        return min(self.kind, Kind.SHOULD)

    def of_week(self, finder: WeekFinder) -> WeekFinder:
        """Register the rule, and `finder` as what finds it broken in one week."""
        self._ask(_WEEK_FINDERS, finder)
        return finder

    def of_block(self, finder: PlanFinder) -> PlanFinder:
        """Register the rule, and `finder` as what finds it broken from one week to another."""
        self._ask(_BLOCK_FINDERS, finder)
        return finder

    def of_plan(self, finder: PlanFinder) -> PlanFinder:
        """Register the rule, and `finder` as what finds it broken in a plan of one week or more,
        such as what it says once.
        """
        self._ask(_PLAN_FINDERS, finder)
        return finder

    def register(self) -> None:
        """Let the rule be one of all plans."""
        known = _RULES.setdefault(self.id, self)
        assert known is self, f"two rules have the id {self.id}"

    def _ask(self, finders: dict[str, Finder], finder: Finder) -> None:
        self.register()
        assert self.id not in finders, f"{self.id} is asked twice"
        finders[self.id] = finder


_RULES: dict[str, Rule] = {}
_WEEK_FINDERS: dict[str, WeekFinder] = {}
_BLOCK_FINDERS: dict[str, PlanFinder] = {}
_PLAN_FINDERS: dict[str, PlanFinder] = {}


def registered() -> tuple[Rule, ...]:
    """All rules, by their ids: R45, R45b, R46."""
    return tuple(_RULES[id_] for id_ in sorted(_RULES))


def of_weeks() -> tuple[tuple[Rule, WeekFinder], ...]:
    """The rules that are asked of one week, by their ids, each with what finds it broken."""
    return tuple((_RULES[id_], _WEEK_FINDERS[id_]) for id_ in sorted(_WEEK_FINDERS))


def of_blocks() -> tuple[tuple[Rule, PlanFinder], ...]:
    """The rules that are asked of the weeks together, likewise."""
    return tuple((_RULES[id_], _BLOCK_FINDERS[id_]) for id_ in sorted(_BLOCK_FINDERS))


def of_plans() -> tuple[tuple[Rule, PlanFinder], ...]:
    """The rules that are asked of every plan as a whole, likewise."""
    return tuple((_RULES[id_], _PLAN_FINDERS[id_]) for id_ in sorted(_PLAN_FINDERS))
