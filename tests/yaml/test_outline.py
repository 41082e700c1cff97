"""The keys at the top of a YAML text, whatever is wrong below."""

from __future__ import annotations

import pytest

from befit_cli.yaml.outline import outline_of


@pytest.mark.parametrize(
    ("text", "keys", "listed"),
    [
        pytest.param("", set(), False, id="nothing"),
        pytest.param("# mine\n---\n", set(), False, id="a comment"),
        pytest.param("half\n", set(), False, id="a word"),
        pytest.param("race: half\nkit: gym\n", {"race", "kit"}, False, id="a mapping"),
        pytest.param("kit: {usual: gym}\nrace: half\n", {"kit", "race"}, False, id="not below"),
        pytest.param("a: [race, {b: c}]\nrace: half\n", {"a", "race"}, False, id="nor in lists"),
        pytest.param("race: &a half\nkit: *a\n", {"race", "kit"}, False, id="an alias"),
        pytest.param("? [a, b]\n: c\nrace: half\n", {"race"}, False, id="a list as a key"),
        pytest.param("- date: 1\n  did: 2\n- a: 3\n", {"date", "did"}, True, id="its first item"),
        pytest.param("- squats\n- date: 1\n", set(), True, id="a word first"),
        pytest.param("- [date: 1]\n", set(), True, id="a list first"),
        pytest.param("race: half\n---\nkit: gym\n", {"race"}, False, id="the first document"),
        pytest.param("race: half\nkit: [gym\n", {"race", "kit"}, False, id="as far as it is YAML"),
        pytest.param("race: half\n\x00", set(), False, id="what no text has in it"),
    ],
)
def test_its_keys_are_those_at_the_top(text: str, keys: set[str], listed: bool) -> None:
    assert outline_of(text.encode()) == (keys, listed)


def test_what_is_no_utf_8_hides_no_key() -> None:
    assert outline_of(b"name: Jos\xe9\nrace: half\n").keys == {"name", "race"}
