"""Your week: what befit knows of you for good."""

from __future__ import annotations

import os

from befit_cli.cli.commands.plan import plan_weeks
from befit_cli.cli.consoles import errors_console, say
from befit_cli.cli.environment import own_catalogue, profile_to_write, today
from befit_cli.cli.options import PROFILE, YES, Options
from befit_cli.cli.program import command
from befit_cli.runner.options import CATALOGUE, START
from befit_cli.runner.words import OF_ATHLETE


@command(
    "Your week",
    "Tell befit who you are, once, and see your first week.\n\nWhat an option says is not asked.",
    "befit init",
    "befit init --kit home,kettlebell --race half",
    takes=(*OF_ATHLETE, PROFILE, YES),
)
def init(options: Options) -> None:
    from befit_cli.cli.interview import goes_on, interview, refuse_what_does_not_go
    from befit_cli.cli.request import make_plan
    from befit_cli.runner.profile import answered_profile, write_profile
    from befit_cli.runner.request import beginning_for, begun_anew, read_block, read_request
    from befit_cli.runner.words import remarks, spoken
    from befit_cli.runner.words import say as in_words

    path = profile_to_write(options.profile)
    own = own_catalogue()
    day = today()
    profile = path if os.path.exists(path) else None
    known = read_request({}, own, profile)
    athlete = read_request(options.words, own, profile).athlete
    given = spoken(options.words)
    said = [option for option in OF_ATHLETE if option.name in given]
    names = [option.name for option in said]
    refuse_what_does_not_go(athlete, names, known.catalogue, day)
    if said:
        parts = [f"{row.name} {in_words(row, athlete)}" for row in said]
        say(f"Noted: {'; '.join(parts)}.")
    for remark in remarks(given):
        say(remark)
    if not options.yes:
        athlete = interview(athlete, names, known.catalogue, day, errors_console())
    begun = beginning_for(known, athlete, day)
    if begun.goes_on and not options.yes:
        on = goes_on(begun, errors_console())
        # the question has told what there is to tell
        begun = begun._replace(remark="") if on else begun_anew(known, athlete, day)
    start = {START.name: str(begun.day)}
    now = known._replace(words={**known.words, **start}, athlete=athlete)
    # what cannot be planned leaves no profile
    make_plan(now, read_block(start, now, day).season)
    write_profile(path, answered_profile(path, athlete, begun.day, known.catalogue))
    if begun.remark:
        say(f"\n{begun.remark}")
    say(f"\nWritten to {path}. From now on, befit plan and befit block are enough.\n")
    plan_weeks(
        Options(words={CATALOGUE.name: own}, catalogue=own, profile=options.profile), whole=False
    )
