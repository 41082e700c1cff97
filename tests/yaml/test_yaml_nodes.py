"""Nodes of data without a text; what a text says of itself is tested with the catalogue,
test_catalogue.py.
"""

from __future__ import annotations

from typing import Any, Literal

import pytest
from msgspec import Struct

from befit_cli.values import Day
from befit_cli.yaml.nodes import Node, faults, from_data, located


class Closed(Struct, forbid_unknown_fields=True):
    size: int = 0


class Renamed(Struct, rename={"first": "from"}, forbid_unknown_fields=True):
    first: int


@pytest.mark.parametrize(
    ("data", "kind", "places"),
    [
        pytest.param({"mon": 1}, dict[Day, int], [], id="sound"),
        pytest.param({"mon": "1"}, dict[Day, int], [("mon",)], id="a value"),
        pytest.param({"moon": 1}, dict[Day, int], [("moon",)], id="a key"),
        pytest.param({"size": 1, "siez": 1}, Closed, [("siez",)], id="an unknown key"),
        pytest.param([[1], [2, "3"]], tuple[tuple[int, ...], ...], [(1, 1)], id="an item"),
        pytest.param({"first": 1}, Renamed, [("first",), ()], id="a field for its key"),
        pytest.param({"from": "1"}, Renamed, [("from",)], id="a key that its field is not called"),
        pytest.param(1, int | tuple[int, ...], [], id="one of one or several"),
        pytest.param([1, "2"], int | tuple[int, ...], [(1,)], id="an item of one or several"),
        pytest.param(
            {"siez": 1},
            Literal["word"] | Closed | tuple[Closed, ...],
            [("siez",)],
            id="a mapping or others",
        ),
        pytest.param(
            "wrod", Literal["word"] | Closed | tuple[Closed, ...], [()], id="a word or others"
        ),
        pytest.param("word", int, [()], id="the whole"),
        pytest.param({"a": 1}, Literal["word"], [()], id="a mapping for a word"),
    ],
)
def test_the_place_of_data_is_the_keys_that_lead_there(
    data: Any, kind: Any, places: list[tuple[str | int, ...]]
) -> None:
    assert [place for place, _ in faults(from_data(data), kind)] == places


@pytest.mark.parametrize(
    ("path", "data"),
    [
        pytest.param(("a", 1), 2, id="a part"),
        pytest.param(("b", 0, "a"), [{"a": 3}], id="data without parts of its own"),
        pytest.param((), {"a": [1, 2]}, id="the whole"),
    ],
)
def test_the_nearest_part_is_the_last_that_the_keys_reach(
    path: tuple[str | int, ...], data: Any
) -> None:
    node = from_data({"a": [1, 2]})
    grown = Node(node.data, node.place, {**node.parts, "b": Node([{"a": 3}], ("c",))})
    assert grown.nearest(*path).data == data


def test_faults_are_told_in_order_and_each_once() -> None:
    assert located(
        "my.yaml", [((2, 1), "b"), ((1, 9), "a"), ((2, 1), "b"), ((10, 1), "c")]
    ).faults == (
        "my.yaml:1:9: a",
        "my.yaml:2:1: b",
        "my.yaml:10:1: c",
    )


@pytest.mark.parametrize(
    ("number", "last"),
    [
        pytest.param(200, "plan.yaml:200:1: wrong", id="all of them"),
        pytest.param(201, "plan.yaml: and more faults", id="but for one"),
    ],
)
def test_of_very_many_faults_the_first_are_told(number: int, last: str) -> None:
    lines = located("plan.yaml", [((line, 1), "wrong") for line in range(1, number + 1)]).lines
    assert lines[:200] == tuple(f"plan.yaml:{line}:1: wrong" for line in range(1, 201))
    assert lines[-1] == last


def test_no_more_are_looked_for_than_anybody_reads() -> None:
    assert len(faults(from_data([{"siez": 1}] * 10_000), tuple[Closed, ...])) == 1_000
