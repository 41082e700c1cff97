"""What a plan from befit's own exercises breaks."""

from __future__ import annotations

from strategies import CATALOGUE

from befit_cli.rules.check import check_plan
from befit_cli.values import Finding, Plan


def musts(plan: Plan) -> list[Finding]:
    """What it breaks of the rules that every plan must keep."""
    return [finding for finding in check_plan(plan, CATALOGUE) if finding.must]
