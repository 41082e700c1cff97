"""The rules of a good plan, each asked of any plan, whoever made it."""

from befit_cli.rules import (  # noqa: F401  # each registers its rules
    block,
    coverage,
    easier_week,
    exercise,
    fresh_legs,
    jumps,
    key_runs,
    log,
    niggles,
    plan,
    progress,
    race,
    ramp,
    safety,
    session,
    stretches,
    taper,
    week,
)
from befit_cli.rules.rule import of_blocks, of_plans, of_weeks, registered

RULES = registered()
"""Every rule, in the order of the ids."""
OF_WEEKS = of_weeks()
OF_BLOCKS = of_blocks()
OF_PLANS = of_plans()
"""Those that are asked of one week, of the weeks together, and of any plan, with what finds them
broken.
"""
RULE_BY_ID = {rule.id: rule for rule in RULES}
