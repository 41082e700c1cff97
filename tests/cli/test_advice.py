"""What befit says to do about what the planner refuses: the option that changes it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from befit_cli.cli import app
from befit_cli.cli.advice import ADVICE, advice_on
from befit_cli.errors import BefitError, Cause

MONDAY = ("--start", "2026-11-23")


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_its_advice(cause: Cause) -> None:
    assert cause in ADVICE


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            ("--race-date", "2026-11-22"),
            "The race on 2026-11-22 is before 2026-11-23. Give the date of your next race with "
            "--race-date.",
            id="a race that is over",
        ),
        pytest.param(
            ("--race-date", "2027-06-26"),
            "The race on 2027-06-26 is 31 weeks away, and a block has at most 30. Start it on "
            "2026-11-30 (--start 2026-11-30), or plan without --race-date until then.",
            id="a race far away",
        ),
        pytest.param(
            ("--race", "none", "--race-date", "2027-04-18"),
            "The race on 2027-04-18 does not go with a plan without a race. Say the race with "
            "--race, or leave --race-date out.",
            id="the date of no race",
        ),
        pytest.param(
            ("--days", "none"),
            "2 sessions need 2 free days, and none is free. Free another day with --days.",
            id="no day",
        ),
        pytest.param(
            ("--days", "fri"),
            "2 sessions need 2 free days, and only 1 is free (Friday). Free another day with "
            "--days.",
            id="one day",
        ),
        pytest.param(
            ("--days", "mon,fri", "--sessions", "3"),
            "3 sessions need 3 free days, and only 2 are free (Monday, Friday). Free another day "
            "with --days, or ask for fewer sessions with --sessions 2.",
            id="two days for three sessions",
        ),
    ],
)
def test_what_the_planner_refuses_names_the_option_that_changes_it(
    arguments: tuple[str, ...], sentence: str
) -> None:
    refused = CliRunner().invoke(app, ["plan", *MONDAY, *arguments])
    assert (refused.exit_code, refused.stderr) == (1, f"{sentence}\n")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        pytest.param(
            BefitError("Nothing is left to do.", cause=Cause.NOTHING_LEFT),
            "Look again at --level, --kit, --without and --days, or at the catalogue.",
            id="nothing left",
        ),
        pytest.param(
            BefitError("There is no file.", "Check the path."), "", id="a hint of its own"
        ),
    ],
)
def test_an_error_without_a_cause_speaks_for_itself(error: BefitError, sentence: str) -> None:
    assert advice_on(error) == sentence
