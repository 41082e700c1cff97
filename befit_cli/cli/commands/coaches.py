"""For coaches: many runners at once, and what befit knows, for other programs."""

from __future__ import annotations

import typer
from msgspec.structs import replace

from befit_cli.cli import options as take
from befit_cli.cli.options import Options
from befit_cli.cli.program import command
from befit_cli.language import message
from befit_cli.roster.rows import COLUMNS
from befit_cli.runner.kinds import PATH, TEXT
from befit_cli.runner.options import AT, CATALOGUE, REMIND, Option, Panel
from befit_cli.values import phrase

_THEME = message("For coaches")

_ROSTER = take.Argument(
    name="roster",
    panel=Panel.FILES,
    kind=PATH,
    value="FOLDER",
    meaning=phrase(
        "A folder with a profile for each runner, such as ana.yaml, beside it their log, "
        "ana.log.yaml, and running plan, ana.ics; or one file for all: .csv with the keys of a "
        "profile as its head, or .yaml with defaults and athletes."
    ),
    usual=phrase("the folder that BEFIT_ROSTER names"),
)
_ROSTER_FORMAT = replace(
    take.FORMAT,
    meaning=phrase(
        "Of the table: json or csv. Of one file for all: html or pdf, a sheet for each runner. In "
        "a folder, whatever a plan can be."
    ),
    usual=phrase("as -o ends, in a folder html, else for the terminal"),
)
_ROSTER_OUTPUT = replace(
    take.OUTPUT,
    meaning=phrase(
        "A folder, such as out/, gets a file for each runner, named after their profile, and "
        "index.html with the table. A file gets all of them; - is stdout."
    ),
)
_ROSTER_WEEK = replace(
    take.WEEK,
    meaning=phrase(
        "Write this week of each one's block: next, its number, or a day of it, YYYY-MM-DD."
    ),
    usual=phrase("the week that is on"),
)
_WHOLE_BLOCK = Option(
    name="block",
    panel=Panel.BLOCK,
    kind=take.FLAG,
    meaning=phrase("Write every week of each one's block."),
)
_SORT = Option(
    name="sort",
    panel=Panel.OUTPUT,
    kind=replace(TEXT, words=tuple(COLUMNS)),
    value="COLUMN",
    meaning=phrase("By which column: {columns}.", columns=", ".join(COLUMNS)),
    usual=phrase("needs: who needs you most comes first"),
)
_ONLY = Option(
    name="only",
    panel=Panel.OUTPUT,
    kind=replace(TEXT, several=True),
    value="COLUMN=WORD",
    meaning=phrase("Only the runners who have it there, such as race=half or needs=pain."),
    usual=phrase("all"),
)
_ROSTER_IMPORT = replace(
    take.IMPORT,
    meaning=phrase(
        "Make a folder, -o team/, with a profile for each runner of this .csv or .yaml."
    ),
    usual=phrase("plan"),
)


@command(
    _THEME,
    message("Plan your runners' weeks, and see who needs you first."),
    "befit roster team/",
    "befit roster team/ -o out/ -f html",
    "befit roster --import list.csv -o team/",
    takes=(
        _ROSTER,
        _ROSTER_IMPORT,
        _SORT,
        _ONLY,
        _ROSTER_WEEK,
        _WHOLE_BLOCK,
        _ROSTER_FORMAT,
        _ROSTER_OUTPUT,
        take.SEPARATOR,
        AT,
        take.TZ,
        REMIND,
        take.FORCE,
        CATALOGUE,
    ),
)
def roster(options: Options) -> None:
    if file := options.words.get(take.IMPORT.name):
        from befit_cli.cli.roster_folder import make_profiles

        make_profiles(file, options)
    else:
        from befit_cli.cli.roster import plan_all

        plan_all(options)


@command(
    _THEME,
    message("Print the JSON Schema of a catalogue, for your editor."),
    "befit schema",
    "befit schema > befit.schema.json",
)
def schema(options: Options) -> None:
    import json

    from befit_cli.catalogue.load import load_catalogue
    from befit_cli.catalogue.schema import catalogue_schema

    typer.echo(json.dumps(catalogue_schema(load_catalogue().by_id), indent=2))
