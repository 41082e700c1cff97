"""Look closer: what a changed plan or a catalogue breaks, and what each rule rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from befit_cli.cli.consoles import console, visible
from befit_cli.cli.options import CHECKED, MADE_FROM, RULE
from befit_cli.cli.program import command
from befit_cli.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from befit_cli.cli.options import Options

_THEME = "Look closer"


@command(
    _THEME,
    "Check a plan you changed, or your own catalogue.",
    "befit check plan.md",
    "befit check my.yaml",
    takes=(CHECKED, MADE_FROM),
)
def check(options: Options) -> None:
    if options.file.suffix.lower() in (".yaml", ".yml"):
        _check_catalogue(options.file)
    else:
        _check_plan(options)


@command(
    _THEME,
    "Show the rules of every plan, and what each rests on.",
    "befit rules R11",
    "befit rules safety",
    takes=(RULE,),
)
def rules(options: Options) -> None:
    from befit_cli.errors import did_you_mean
    from befit_cli.rules import RULE_BY_ID
    from befit_cli.views import rules as view

    word = options.id
    # people write r45B for R45b
    by_word = {id_.upper(): rule for id_, rule in RULE_BY_ID.items()}
    if word is None:
        view.show_all(console())
    elif word.lower() == "safety":
        view.show_safety(console())
    elif word.upper() in by_word:
        view.show_one(by_word[word.upper()], console())
    else:
        raise UsageError(
            f"There is no rule '{word}'{did_you_mean(word, RULE_BY_ID) or '.'}",
            "befit rules lists them all.",
        )


def _check_catalogue(file: Path) -> None:
    from befit_cli.catalogue.load import load_catalogue
    from befit_cli.views import coverage
    from befit_cli.views.words import count

    catalogue = load_catalogue(file)
    typer.echo(visible(f"{file}: {count(len(catalogue.exercises), 'exercise')}, no faults."))
    coverage.show(catalogue, console())


def _check_plan(options: Options) -> None:
    from befit_cli.cli.request import saved_plan
    from befit_cli.rules.check import check_plan
    from befit_cli.views import findings

    plan, catalogue = saved_plan(options)
    # nothing broken is an answer, too: the view says so
    broken = check_plan(plan, catalogue)
    findings.show(broken, str(options.file), console())
    if any(finding.must for finding in broken):
        raise typer.Exit(1)
