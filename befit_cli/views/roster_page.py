"""The first page of a folder with a file for each runner: the table of the roster, with links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from befit_cli import __version__
from befit_cli.roster.rows import Row
from befit_cli.views import pages, roster_words


def render(rows: Sequence[Row], today: date) -> str:
    """The rows in their order, each with a link to each of its files."""
    runners, needy = roster_words.head(rows)
    return pages.render(
        "roster.html",
        rows=rows,
        today=today,
        runners=runners,
        needy=needy,
        roster_words=roster_words,
        generator=f"befit {__version__}",
    )
