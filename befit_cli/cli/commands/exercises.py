"""Exercises: the catalogue, and one exercise whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli.cli import options as take
from befit_cli.cli.consoles import console, say, write
from befit_cli.cli.options import GROUP, PATTERN, of_athlete
from befit_cli.cli.program import command
from befit_cli.runner.options import CATALOGUE

if TYPE_CHECKING:
    from befit_cli.cli.options import Options
    from befit_cli.runner.request import Request

_THEME = "Exercises"


@command(
    _THEME,
    "List the exercises, and the form you begin each with.",
    "befit exercises --group foot --kit home,band",
    "befit exercises --niggle achilles",
    takes=(GROUP, PATTERN, *of_athlete("level", "kit", "niggle"), CATALOGUE, take.DATA_FORMAT),
)
def exercises(options: Options) -> None:
    from befit_cli.catalogue.finder import narrow, none_fits
    from befit_cli.cli.request import runner_of
    from befit_cli.planning.repertoire import refuse
    from befit_cli.views import exercise_json
    from befit_cli.views import exercises as view

    request = runner_of(options)
    athlete, catalogue = request.athlete, request.catalogue
    # a list of exercises is a plan, too, for somebody who should do none
    refuse(athlete)
    groups = GROUP.read(options.group or (), catalogue)
    patterns = PATTERN.read(options.pattern or (), catalogue)
    fitting = narrow(catalogue, groups, patterns)
    if take.wants_json(options.format, "exercises"):
        write(exercise_json.render_all(fitting, athlete))
    elif fitting:
        view.show(fitting, athlete, catalogue, console())
    # in JSON an empty list is an answer, and a person hears why it is empty
    if not fitting:
        say(none_fits(groups, patterns))
    _say_assumed(request)


@command(
    _THEME,
    "Show one exercise whole: cues, forms, doses, sore spots.",
    "befit show bulgarian",
    "befit show calf raises --level intermediate",
    takes=(take.EXERCISE, *of_athlete("level", "kit"), CATALOGUE, take.DATA_FORMAT),
)
def show(options: Options) -> None:
    from befit_cli.catalogue.finder import find_exercise
    from befit_cli.cli.request import runner_of
    from befit_cli.views import exercise as view
    from befit_cli.views import exercise_json

    request = runner_of(options)
    athlete, catalogue = request.athlete, request.catalogue
    exercise = find_exercise(catalogue, " ".join(options.exercise or ()))
    if take.wants_json(options.format, "exercises"):
        write(exercise_json.render_one(exercise, athlete))
    else:
        view.show(exercise, athlete, catalogue, console())
    _say_assumed(request)


def _say_assumed(request: Request) -> None:
    from befit_cli.runner.words import assumptions

    if assumed := assumptions(request.words, request.athlete, ("level", "kit")):
        say(assumed)
