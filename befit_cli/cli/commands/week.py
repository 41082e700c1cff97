"""Your week: what befit knows of you for good."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli import files
from befit_cli.cli.commands.plan import plan_weeks
from befit_cli.cli.consoles import errors_console, say
from befit_cli.cli.environment import from_home, own_catalogue, profile_to_write, today
from befit_cli.cli.language import of_machine
from befit_cli.cli.options import PROFILE, YES, Options
from befit_cli.cli.program import command
from befit_cli.language import Language, _, message
from befit_cli.language import spoken as spoken_language
from befit_cli.runner.kinds import SAYINGS, is_no_file
from befit_cli.runner.options import CATALOGUE, LANGUAGE, RUNS, START
from befit_cli.runner.words import OF_ATHLETE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from typing import Any

    from befit_cli.runner.options import Option
    from befit_cli.runner.request import Request
    from befit_cli.values import Athlete
    from befit_cli.values.running_plan import RunningPlan


@command(
    message("Your week"),
    message(
        "Tell befit who you are, once, and see your first week.\n\n"
        "What an option says is not asked."
    ),
    "befit init",
    "befit init --kit home,kettlebell --race half",
    takes=(*OF_ATHLETE, RUNS, PROFILE, YES),
)
def init(options: Options) -> None:
    from befit_cli.cli.interview import goes_on, refuse_what_does_not_go
    from befit_cli.cli.request import known_request, make_plan, request_from
    from befit_cli.runner.request import beginning_for, begun_anew, read_block
    from befit_cli.runner.words import spoken
    from befit_cli.runner.written_profile import answered_profile, write_profile

    # 1. Whom the profile describes, and whom the options do.
    path = profile_to_write(options.profile)
    own = own_catalogue()
    day = today()
    profile = path if files.is_there(path) else None
    known = known_request({}, own, profile)
    # From whatever folder befit is run next, the file of the running plan is the same.
    words = {**options.words, RUNS.name: _in_full(options.words.get(RUNS.name))}
    # A file that the profile names, and that is gone, is asked for again.
    asked = not options.yes and words[RUNS.name] is None
    wanted = (known_request if asked else request_from)(words, own, profile)
    given = spoken(options.words)
    said = [option for option in OF_ATHLETE if option.name in given]
    names = [option.name for option in said]
    refuse_what_does_not_go(wanted.athlete, names, known.catalogue, day)
    _note(said, wanted.athlete, words[RUNS.name], given)
    # 2. What was not said is asked.
    if not options.yes:
        if words[RUNS.name] is not None:
            names.append(RUNS.name)
        wanted = _answered(wanted, names, own, profile, day)
    # 3. Where the block begins.
    begun = beginning_for(known, wanted.athlete, day)
    if begun.goes_on and not options.yes:
        on = goes_on(begun, errors_console())
        # the question has told what there is to tell
        begun = replace(begun, remark="") if on else begun_anew(known, wanted.athlete, day)
    # 4. The profile; what cannot be planned leaves none.
    start = {START.name: str(begun.day)}
    now = replace(wanted, words={**wanted.words, **start})
    make_plan(now, read_block(start, now, day).season)
    file = wanted.words.get(RUNS.name)
    language = _language_to_keep(known)
    write_profile(
        path,
        lambda: answered_profile(path, wanted.athlete, begun.day, known.catalogue, file, language),
    )
    if begun.remark:
        say("", begun.remark)
    written = _("Written to {path}. From now on, befit plan and befit block are enough.", path=path)
    say("", written, "")
    # 5. The first week.
    plan_weeks(
        Options(words={CATALOGUE.name: own}, catalogue=own, profile=options.profile), whole=False
    )


def _note(
    said: Sequence[Option], athlete: Athlete, runs: str | None, given: Mapping[str, Any]
) -> None:
    """Tell how the options were understood, and what else there is to say of them."""
    from befit_cli.runner.offered import told_each
    from befit_cli.runner.words import remarks
    from befit_cli.runner.words import say as in_words

    parts = [
        # a semicolon stands between the options
        f"{row.name} {told_each(in_words(row, athlete).replace(SAYINGS, ','))}"
        for row in said
    ]
    if runs is not None:
        parts.append(f"{RUNS.name} {runs}")
    if parts:
        say(_("Noted: {words}.", words="; ".join(parts)))
    for remark in remarks(given):
        say(remark)


def _answered(
    wanted: Request, names: Sequence[str], own: Path | None, profile: Path | None, day: date
) -> Request:
    """The same with the answers to all that these options do not say."""
    from befit_cli.cli.interview import interview
    from befit_cli.cli.request import request_from, running_plan
    from befit_cli.runner.words import words_for

    def read_plan(file: str) -> RunningPlan | None:
        return running_plan(replace(wanted, words={**wanted.words, RUNS.name: _in_full(file)}))

    answers = interview(wanted, names, read_plan, day, errors_console())
    words = {**words_for(answers.athlete), RUNS.name: _in_full(answers.runs)}
    return replace(request_from(words, own, profile), athlete=answers.athlete)


def _language_to_keep(known: Request) -> Language | None:
    """The language that the profile is to say; None where it need say none: befit speaks English to
    whoever says nothing.
    """
    spoken = spoken_language()
    otherwise = LANGUAGE.name in known.profile or of_machine() is not Language.EN
    return spoken if otherwise or spoken is not Language.EN else None


def _in_full(file: str | None) -> str | None:
    """The file's name from the root on; as it is where it is none."""
    if file is None or is_no_file(file):
        return file
    return os.path.abspath(from_home(file))
