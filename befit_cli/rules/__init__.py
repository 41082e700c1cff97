"""The rules of a good plan, each asked of any plan, whoever made it."""

from befit_cli.rules import block, safety, session, week  # noqa: F401  # each registers its rules
from befit_cli.rules.rule import of_blocks, of_weeks, registered

RULES = registered()
"""Every rule, in the order of the ids."""
OF_WEEKS = of_weeks()
OF_BLOCKS = of_blocks()
"""Those that are asked of one week, and of the weeks together, with what finds them broken."""
RULE_BY_ID = {rule.id: rule for rule in RULES}
