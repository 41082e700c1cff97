"""The commands, a module a theme; each registers as it is imported."""

# The help has the themes, and each theme its commands, in the order of these lines.
# isort: off
from befit_cli.cli.commands import plan, week
from befit_cli.cli.commands import exercises
from befit_cli.cli.commands import check
from befit_cli.cli.commands import coaches

# isort: on
from befit_cli.cli.program import app, main

__all__ = ["app", "check", "coaches", "exercises", "main", "plan", "week"]
