"""A runner of a roster with their plan, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from befit_cli.cli.environment import today
from befit_cli.cli.request import known_block, make_block, make_plan, whole_request
from befit_cli.errors import BefitError, FileFaults
from befit_cli.planning.notes import with_effort
from befit_cli.roster.rows import Row
from befit_cli.roster.standing import looked_at, standing
from befit_cli.runner.adjustments import ADJUSTED
from befit_cli.runner.options import LANGUAGE, SINCE, START
from befit_cli.runner.request import with_profile
from befit_cli.runner.which_week import week_meant

if TYPE_CHECKING:
    from befit_cli.cli.options import Options
    from befit_cli.roster.members import Member
    from befit_cli.runner.request import Request
    from befit_cli.values import Plan, Season


class Planned(NamedTuple):
    """A runner of a roster with their plan."""

    row: Row
    request: Request
    season: Season
    week: Plan
    """The plan of the week that is on."""

    def plan(self, options: Options) -> Plan:
        """The week that the options ask for, or the whole block, or else the week that is on;
        raises UsageError where the block has no such week.
        """
        if options.block:
            return make_block(self.request, self.season)
        if options.week is None:
            return self.week
        return make_plan(self.request, (week_meant(self.season, options.week, today()),))


def planned(member: Member) -> Planned | Row:
    """The runner with their plan; the row alone that says why, where there can be none."""
    row = Row(key=member.key, name=member.key, place=member.place)
    try:
        known, exercises = member.read()
        request = whole_request(with_profile({}, known, exercises), member.log, {})
        if said := known.get(LANGUAGE.name):
            request = replace(request, language=LANGUAGE.read(said, exercises))
        row = replace(row, name=request.athlete.name or member.key, has_start=START.name in known)
        season = known_block(request, also_over=True)
        if season.race_day < today():
            return replace(row, over=season.race_day)
        made = make_plan(request, looked_at(season, request.history, today()))
    except BefitError as error:
        return replace(row, faults=faults_of(member, error))
    week = with_effort(replace(made, weeks=made.weeks[-1:]))
    own = known.get(ADJUSTED, {}).get(week.weeks[0].starts, {})
    adjusted = {name: said for name, said in own.items() if name != SINCE.name}
    stands = standing(
        request.athlete, made.weeks, request.history, request.catalogue, today(), adjusted
    )
    return Planned(replace(row, standing=stands), request, season, week)


def faults_of(member: Member, error: BefitError) -> tuple[str, ...]:
    """What is wrong, and in whose profile, a line each; what befit would advise the runner to say
    on the command line is not for their coach to say.
    """
    # the faults of a file have their place already
    if isinstance(error, FileFaults):
        return error.faults
    return (f"{member.place}: {error.message}",)
