"""What the commands fetch: the request, with the profile in use; a saved plan; a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli import files
from befit_cli.cli.environment import profile_in_use
from befit_cli.errors import BefitError
from befit_cli.runner.options import CATALOGUE
from befit_cli.runner.request import read_request

if TYPE_CHECKING:
    from pathlib import Path

    from befit_cli.cli.options import Options
    from befit_cli.runner.request import Request
    from befit_cli.values import Catalogue, Plan, Weeks


def request_of(options: Options) -> Request:
    """Who the plan is for, by the options, else the profile, else the defaults."""
    return read_request(options.words, options.catalogue, profile_in_use(options.profile))


def made_from(options: Options) -> Catalogue:
    """The exercises that a saved plan was made from: of the profile they alone count, for the plan
    says itself who it is for.
    """
    return read_request({}, options.catalogue, profile_in_use(options.profile)).catalogue


def saved_plan(file: Path, catalogue: Catalogue) -> Plan:
    """The plan in the file; raises BefitError where it is none."""
    from befit_cli.cli.recognition import refuse_what_is_no_plan
    from befit_cli.saved.plan_file import read_plan

    content = files.read(file)
    refuse_what_is_no_plan(file, content)
    return read_plan(content, str(file), catalogue)


def make_plan(request: Request, weeks: Weeks) -> Plan:
    """The plan; that no rule is broken is befit's promise for its own exercises, not for those of
    any file.
    """
    from befit_cli.planning import planner

    try:
        return planner.make_plan(request.athlete, request.catalogue, weeks)
    except planner.BrokenRule as broken:
        if not request.words.get(CATALOGUE.name):
            raise
        raise BefitError(
            f"These exercises leave no plan that keeps every rule ({broken}).",
            "befit rules tells the rules.",
        ) from broken
