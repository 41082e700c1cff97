"""Exercises: the catalogue, and one exercise whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from befit_cli.cli import options as take
from befit_cli.cli.consoles import console, say, write
from befit_cli.cli.options import GROUP, PATTERN, of_athlete
from befit_cli.cli.program import command
from befit_cli.errors import UsageError
from befit_cli.language import _, message
from befit_cli.runner.kinds import read_words
from befit_cli.runner.options import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from befit_cli.cli.options import Options
    from befit_cli.runner.options import Option
    from befit_cli.runner.request import Request
    from befit_cli.values import Athlete, Catalogue, Exercise, Form

_THEME = message("Exercises")
_KIND = message("exercises")


@command(
    _THEME,
    message("List the exercises, and the form you begin each with."),
    "befit exercises --group foot --kit home,band",
    "befit exercises --niggle achilles",
    takes=(
        GROUP,
        PATTERN,
        *of_athlete("level", "kit", "niggle"),
        CATALOGUE,
        take.DATA_FORMAT,
        take.NO_PAGER,
    ),
)
def exercises(options: Options) -> None:
    from befit_cli.catalogue.finder import narrow, none_fits
    from befit_cli.cli.pager import paged
    from befit_cli.cli.request import runner_of
    from befit_cli.planning.repertoire import refuse
    from befit_cli.views import exercise_json
    from befit_cli.views import exercises as view

    request = runner_of(options)
    athlete, catalogue = _with_all_kit(request.athlete), request.catalogue
    # a list of exercises is a plan, too, for somebody who should do none
    refuse(athlete)
    groups = _narrowed_to(GROUP, PATTERN, options.group or (), catalogue)
    patterns = _narrowed_to(PATTERN, GROUP, options.pattern or (), catalogue)
    fitting = narrow(catalogue, groups, patterns)
    if take.wants_json(options.format, _KIND):
        write(exercise_json.render_all(fitting, athlete))
    elif fitting:
        with paged(wanted=options.pager) as screen:
            view.show(fitting, athlete, catalogue, screen)
    # in JSON an empty list is an answer, and a person hears why it is empty
    if not fitting:
        say(none_fits(groups, patterns))
    _say_assumed(request)


@command(
    _THEME,
    message("Show one exercise whole: cues, forms, doses, sore spots."),
    "befit show bulgarian",
    "befit show calf raises --level intermediate",
    "befit show goblet squat -o squat.svg",
    takes=(
        take.EXERCISE,
        *of_athlete("level", "kit"),
        CATALOGUE,
        take.SHOW_FORMAT,
        take.SHOW_OUTPUT,
        take.FORCE,
    ),
)
def show(options: Options) -> None:
    from befit_cli.catalogue.finder import find_exercise, form_meant
    from befit_cli.cli.output import read_format, send_one
    from befit_cli.cli.request import runner_of
    from befit_cli.views import exercise as view

    format = read_format(options, _KIND, take.SHOWN)
    request = runner_of(options)
    athlete, catalogue = _with_all_kit(request.athlete), request.catalogue
    name = " ".join(options.exercise or ())
    exercise = find_exercise(catalogue, name)
    named = form_meant(exercise, name)
    if format is None:
        view.show(exercise, athlete, catalogue, console(), named)
    else:
        content = _content(format, exercise, named, athlete, catalogue)
        send_one(content, options.output, force=options.force)
    _say_assumed(request)


def _narrowed_to(
    option: Option, other: Option, said: Sequence[str], catalogue: Catalogue
) -> tuple[Any, ...]:
    """What is said with the option; raises UsageError, with what to say instead where a word is one
    of the other option.
    """
    try:
        read: tuple[Any, ...] = option.read(said, catalogue)
    except UsageError as error:
        meant: list[str] = []
        for word in read_words(said):
            if not _understood(option, word, catalogue):
                meant += _understood(other, word, catalogue)
        if not meant:
            raise
        advice = _("Say {option}.", option=f"--{other.name} {','.join(dict.fromkeys(meant))}")
        raise UsageError(error.message, advice) from None
    return read


def _understood(option: Option, word: str, catalogue: Catalogue) -> tuple[Any, ...]:
    """What the option makes of the word; nothing where that is none of its words."""
    try:
        read: tuple[Any, ...] = option.read(word, catalogue)
    except UsageError:
        return ()
    return read


def _with_all_kit(athlete: Athlete) -> Athlete:
    """The athlete with all that they have, on whichever day."""
    return replace(athlete, kit=athlete.every_kit, kit_by_day={})


def _content(
    format: str, exercise: Exercise, form: Form | None, athlete: Athlete, catalogue: Catalogue
) -> str:
    """The exercise in one of `take.SHOWN`; a picture is of the form, else of the athlete's."""
    from befit_cli.views import exercise_file, exercise_json
    from befit_cli.views.exercise_words import exercise_words

    if format == "json":
        return exercise_json.render_one(exercise, athlete)
    if format == "html":
        return exercise_file.page(exercise, athlete, catalogue)
    return exercise_file.svg(form or exercise_words(exercise, athlete, catalogue).form)


def _say_assumed(request: Request) -> None:
    from befit_cli.runner.words import assumptions

    if assumed := assumptions(request.words, request.athlete, ("level", "kit")):
        say(assumed)
