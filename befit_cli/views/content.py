"""What every format makes a file of, and how it is asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from befit_cli.values import Separator

if TYPE_CHECKING:
    from datetime import date, time

    from befit_cli.values import Catalogue, Plan


class Content(Struct, frozen=True):
    """Whatever may stand in a file; a format takes of it what it has a place for."""

    plan: Plan
    """The weeks that the file is to hold."""
    catalogue: Catalogue
    """The exercises that the plan is made from, for what a plan doesn't say of them."""
    at: time | None = None
    """The time of day at which sessions begin, in its zone or else the machine's; None for no time
    of day.
    """
    remind: int | None = None
    """How many minutes before a session with a time its reminder comes; None for no reminder."""
    today: date | None = None
    """The day on which the file is written; None where nobody says it."""
    separator: Separator = Separator.COMMA
    """What stands between the cells of a table."""


class Renderer(Protocol):
    """A module of a format."""

    def render(self, content: Content) -> str | bytes:
        """What the file holds: text, which is written as UTF-8, or bytes. The same content gives
        the same bytes.

        Raises BefitError for what the format has no way to say.
        """
