"""befit's clock, set to a day."""

from __future__ import annotations

from datetime import date

import pytest

from befit_cli.cli import environment


def at(monkeypatch: pytest.MonkeyPatch, today: str) -> date:
    """Sets befit's clock."""
    day = date.fromisoformat(today)

    class Clock(date):
        @classmethod
        def today(cls) -> date:
            return day

    monkeypatch.setattr(environment, "date", Clock)
    return day
