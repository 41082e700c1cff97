"""How much the tests ask: of a large table a part of its rows, and of a property a few examples.

With BEFIT_EXAMPLES=all they ask every row and 20 examples, with a number every row and that many.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

_SAID = os.environ.get("BEFIT_EXAMPLES", "")
EVERY_ROW = _SAID != ""
EXAMPLES = 5 if not EVERY_ROW else 20 if _SAID == "all" else int(_SAID)
"""How many examples a property is asked for: others in every run."""
FEWEST = 5 if EVERY_ROW else 2
"""How many a slow one is asked for at least."""

Row = TypeVar("Row")


def spread(rows: Iterable[Row], most: int) -> list[Row]:
    """So many of the rows: the first, the last, and those between them as far from each other as
    they can be. All, where there are no more.
    """
    table = list(rows)
    if len(table) <= most:
        return table
    return [table[at * (len(table) - 1) // max(1, most - 1)] for at in range(most)]


def part(rows: Iterable[Row], most: int) -> list[Row]:
    """So many of the rows, which are of a kind; each, where every row is asked for."""
    return list(rows) if EVERY_ROW else spread(rows, most)


def with_each_value(
    rows: list[Row], asked: list[Row], values: Callable[[Row], Mapping[str, int]]
) -> list[Row]:
    """The rows that are asked, and besides them the first that has a value that none of these has:
    of each axis that has no more values than rows were asked.
    """
    found = list(asked)
    for axis in values(rows[0]):
        if len({values(row)[axis] for row in rows}) > len(asked):
            continue
        had = {values(row)[axis] for row in found}
        for row in rows:
            if values(row)[axis] not in had:
                had.add(values(row)[axis])
                found.append(row)
    return found
