"""The order of a roster's rows, and which of them are wanted."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from sample_roster import ANA, BEN, CARLA, DORA, EVA, ROWS

from befit_cli.errors import UsageError
from befit_cli.roster.rows import COLUMNS, Row, picked, read_column, read_picks, sorted_rows


def names(rows: list[Row]) -> list[str]:
    return [row.name for row in rows]


def with_standing(row: Row, **changes: Any) -> Row:
    assert row.standing is not None
    return replace(row, standing=replace(row.standing, **changes))


def test_who_needs_their_coach_most_comes_first() -> None:
    assert names(sorted_rows(ROWS, "needs")) == names([DORA, BEN, CARLA, ANA, EVA])


def test_of_two_who_need_as_much_the_nearer_race_comes_first() -> None:
    later = replace(with_standing(ANA, weeks_to_race=20), name="Later")
    dateless = replace(with_standing(ANA, weeks_to_race=None), name="Without")
    assert names(sorted_rows([dateless, later, ANA], "needs")) == [ANA.name, "Later", "Without"]


ORDERS = {
    "name": [ANA, BEN, CARLA, DORA, EVA],
    "pain": [BEN, DORA, CARLA, ANA, EVA],
    "done_28": [BEN, CARLA, ANA, DORA, EVA],
    "weeks_to_race": [ANA, DORA, BEN, CARLA, EVA],
}


@pytest.mark.parametrize(("column", "order"), ORDERS.items(), ids=ORDERS)
def test_the_rows_stand_by_a_column_and_what_is_empty_last(column: str, order: list[Row]) -> None:
    assert names(sorted_rows(ROWS, column)) == names(order)


@pytest.mark.parametrize("column", COLUMNS)
def test_the_order_does_not_depend_on_how_they_came(column: str) -> None:
    assert sorted_rows(ROWS, column) == sorted_rows(ROWS[::-1], column)


PICKS = {
    "race=half": [ANA],
    "race=HALF": [ANA],
    "race=media maratón": [ANA],
    "needs=dolor": [BEN],
    "needs=pain": [BEN],
    "name=a": [ANA, CARLA, DORA, EVA],
    "week=4": [BEN],
    "week=1": [EVA],
    "race_date=2027": [ANA],
    "pain=": [ANA, CARLA, DORA, EVA],
}


@pytest.mark.parametrize(("saying", "found"), PICKS.items(), ids=PICKS)
def test_only_who_holds_the_word_is_picked(saying: str, found: list[Row]) -> None:
    assert names(picked(ROWS, read_picks([saying]))) == names(found)


def test_who_is_picked_holds_every_word() -> None:
    assert names(picked(ROWS, read_picks(["name=a", "race=5k"]))) == [CARLA.name]


@pytest.mark.parametrize("word", ["race_date", "Race date", "race-date", "fecha"])
def test_a_column_is_called_as_people_write_it(word: str) -> None:
    assert read_column(word) == "race_date"


def test_what_is_no_column_is_told_with_those_there_are() -> None:
    with pytest.raises(
        UsageError, match="'rase' is no column of a roster; did you mean 'race'"
    ) as e:
        read_column("rase")
    assert all(column in str(e.value) for column in COLUMNS)


@pytest.mark.parametrize("saying", ["needs=pian", "race=halb", "phase=strenght", "off=il"])
def test_a_word_that_no_cell_ever_has_is_told_with_those_there_are(saying: str) -> None:
    column, _, word = saying.partition("=")
    with pytest.raises(
        UsageError, match=f"'{word}' is no word of the column {column}; did you mean"
    ):
        read_picks([saying])


@pytest.mark.parametrize(
    "saying", ["phase=easier week", "race=media", "carrera=media", "needs=dolor"]
)
def test_a_word_of_either_language_is_understood(saying: str) -> None:
    assert read_picks([saying])


def test_a_pick_without_a_column_is_told_how_to_say_it() -> None:
    with pytest.raises(UsageError, match="'half' is not a column and what it holds"):
        read_picks(["half"])
