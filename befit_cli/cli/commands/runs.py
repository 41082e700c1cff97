"""Your week: the runner's own running plan, as befit understands it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli.cli import options as take
from befit_cli.cli.consoles import console, say, write
from befit_cli.cli.environment import own_catalogue, profile_in_use
from befit_cli.cli.options import Options, of_athlete
from befit_cli.cli.program import command
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message
from befit_cli.runner.options import RUNS, RUNS_AS, TZ

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from befit_cli.runner.corrections import Correction
    from befit_cli.values.running_plan import RunningPlan

_AS = f"--{take.AS.name}"


@command(
    message("Your week"),
    message(
        "Show what befit understands of your running plan.\n\n"
        "Each run has its kind and the words that told it, and what could be otherwise the line "
        "that corrects it. Nothing is changed; --as keeps in your profile what you correct."
    ),
    "befit runs plan.ics",
    "befit runs plan.csv --race-date 2027-04-18",
    'befit runs plan.ics --as "Steady=hard" --as 2026-12-03=easy',
    takes=(
        take.RUNNING_PLAN,
        take.AS,
        *of_athlete("race-date"),
        TZ,
        take.PROFILE,
        take.DATA_FORMAT,
    ),
)
def runs(options: Options) -> None:
    from befit_cli.runner.corrections import read_corrections

    profile = profile_in_use(options.profile)
    corrections = read_corrections(options.words.get(take.AS.name) or (), _AS)
    said = {name: value for name, value in options.words.items() if name != take.AS.name}
    before = None
    if corrections:
        before = None if profile is None else _understood(said, profile)
        profile = _keep(corrections, profile)
    understood = _understood(said, profile)
    if understood == before:
        told = _("No run of the plan is another for it: check the date, or the words of the title.")
        say(told, "")
    plan, file = understood
    if take.wants_json(options.format, message("running plans")):
        from befit_cli.views import runs_json

        write(runs_json.render(plan))
        return
    from befit_cli.views import runs as view

    named = "" if options.profile is None else str(options.profile)
    view.show(plan, file, console(), named)


def _understood(said: Mapping[str, Any], profile: Path | None) -> tuple[RunningPlan, str]:
    """The running plan as befit understands it, and the name of its file; raises UsageError where
    nobody names one.
    """
    from befit_cli.cli.request import running_plan
    from befit_cli.runner.corrections import corrections_of
    from befit_cli.runner.request import read_request
    from befit_cli.runner.running_weeks import corrected, dated

    request = read_request(said, own_catalogue(), profile)
    plan = running_plan(request)
    if plan is None:
        raise UsageError(
            _("Which file is your running plan?"),
            _("Say befit runs plan.ics, or {key}: plan.ics in your profile.", key=RUNS.name),
        )
    if request.athlete.race_date is not None:
        plan = dated(plan, request.athlete.race_date)
    plan = corrected(plan, corrections_of(request.words.get(RUNS_AS)))
    return plan, str(request.words[RUNS.name])


def _keep(corrections: Sequence[Correction], profile: Path | None) -> Path:
    """Write the corrections into the profile; raises BefitError where there is none."""
    from befit_cli.runner.written_profile import corrected_profile, write_profile

    if profile is None:
        raise BefitError(
            _("There is no profile yet."), _("Say befit init first: --as is kept there.")
        )
    write_profile(profile, lambda: corrected_profile(profile, corrections))
    say(_("Written to {path}, under {key}.", path=profile, key=RUNS_AS), "")
    return profile
