"""A column of dates is read as apps and spreadsheets write them, in their user's language."""

from __future__ import annotations

from datetime import UTC, date

import pytest

from befit_cli.errors import BefitError
from befit_cli.runner.written_dates import read_dates

DAY = date(2026, 11, 25)
TUESDAY = date(2026, 3, 24)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        pytest.param("25 Nov 2026, 18:31", DAY, id="English"),
        pytest.param("Nov 25, 2026, 6:31 PM", DAY, id="American"),
        pytest.param("Nov 25, 2026 at 6:31 PM", DAY, id="American, in words"),
        pytest.param("25 de nov. de 2026, 18:31", DAY, id="Portuguese"),
        pytest.param("5 out. 2026, 18:31", date(2026, 10, 5), id="a Portuguese October"),
        pytest.param("25 dic 2026, 18:31", date(2026, 12, 25), id="Spanish"),
        pytest.param("mar 24 mar 2026", TUESDAY, id="a Spanish Tuesday in March"),
        pytest.param("25. Nov. 2026, 18:31", DAY, id="German"),
        pytest.param("Di., 24. März 2026 um 18:31 Uhr", TUESDAY, id="German, with its day"),
        pytest.param("25 août 2026 à 18:31", date(2026, 8, 25), id="French"),
        pytest.param("25 gen 2026, 18:31", date(2026, 1, 25), id="Italian"),
        pytest.param("24 mrt. 2026 18:31", TUESDAY, id="Dutch"),
        pytest.param("2026-11-25T18:31:04Z", DAY, id="a moment in UTC"),
    ],
)
def test_a_date_is_read_in_the_language_of_its_file(cell: str, day: date) -> None:
    assert read_dates([("line 2", cell)], "hevy.csv", UTC) == [day]


def _newest_first(*cells: str) -> list[date | None]:
    located = [(f"line {line}", cell) for line, cell in enumerate(cells, 2)]
    return read_dates(located, "hevy.csv", UTC, newest_first=True)


def test_the_newest_may_stand_first() -> None:
    months = [day.month for day in _newest_first("05/08/2026", "04/09/2026", "04/02/2026") if day]
    assert months == [5, 4, 4]


def test_dates_that_rise_one_way_and_fall_the_other_are_asked_about() -> None:
    with pytest.raises(BefitError, match="line 2: 05/08/2026 could be 2026-08-05 or 2026-05-08"):
        _newest_first("05/08/2026", "04/09/2026")
