"""Nodes of data without a text; what a text says of itself is tested with the catalogue, test_catalogue.py."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct

from befit_cli.model import Day
from befit_cli.yaml_nodes import faults, from_data


class Closed(Struct, forbid_unknown_fields=True):
    size: int = 0


@pytest.mark.parametrize(
    ("data", "kind", "places"),
    [
        pytest.param({"mon": 1}, dict[Day, int], [], id="sound"),
        pytest.param({"mon": "1"}, dict[Day, int], [("mon",)], id="a value"),
        pytest.param({"moon": 1}, dict[Day, int], [("moon",)], id="a key"),
        pytest.param({"size": 1, "siez": 1}, Closed, [("siez",)], id="an unknown key"),
        pytest.param([[1], [2, "3"]], tuple[tuple[int, ...], ...], [(1, 1)], id="an item"),
        pytest.param("word", int, [()], id="the whole"),
    ],
)
def test_the_place_of_data_is_the_keys_that_lead_there(data: Any, kind: Any, places: list[tuple[str | int, ...]]) -> None:
    assert [place for place, _ in faults(from_data(data), kind)] == places
