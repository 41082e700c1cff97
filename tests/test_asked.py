"""Which rows of a table are asked where not all of them are."""

from itertools import product

import pytest
from asked import spread, with_each_value


@pytest.mark.parametrize(
    ("rows", "most", "asked"),
    [
        pytest.param("abcdefghi", 3, "aei", id="the first, the middle and the last"),
        pytest.param("abcdefghij", 4, "adgj", id="as far from each other"),
        pytest.param("abcdefgh", 2, "ah", id="the ends"),
        pytest.param("abcdefgh", 1, "a", id="the first where one is enough"),
        pytest.param("abc", 3, "abc", id="all where there are as many"),
        pytest.param("ab", 3, "ab", id="all where there are fewer"),
        pytest.param("", 3, "", id="none of none"),
    ],
)
def test_rows_are_spread_evenly(rows: str, most: int, asked: str) -> None:
    assert "".join(spread(rows, most)) == asked


def indices(row: tuple[int, ...]) -> dict[str, int]:
    return {"left": row[0], "right": row[1]}


@pytest.mark.parametrize("left", range(2, 9))
@pytest.mark.parametrize("right", range(2, 9))
def test_each_value_of_a_short_axis_is_asked(left: int, right: int) -> None:
    rows = list(product(range(left), range(right)))
    asked = with_each_value(rows, spread(rows, 8), indices)
    assert {row[0] for row in asked} == set(range(left))
    assert {row[1] for row in asked} == set(range(right))
    assert len(asked) == len(set(asked)) <= 8 + left + right


def test_of_an_axis_that_is_longer_than_the_part_no_row_is_added() -> None:
    rows = list(product(range(20), range(2)))
    assert with_each_value(rows, spread(rows, 3), indices) == spread(rows, 3)
