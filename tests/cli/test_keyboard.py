"""What a terminal sends for a key, and which key befit takes it for."""

from __future__ import annotations

import pytest

from befit_cli.cli.keyboard import keys_in


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        pytest.param("\n", ["enter"], id="Enter"),
        pytest.param("\r", ["enter"], id="Enter, raw"),
        pytest.param("\x1bOM", ["enter"], id="Enter of a number pad"),
        pytest.param("k16\n", ["k", "1", "6", "enter"], id="several at once"),
        pytest.param("K", ["k"], id="Caps Lock"),
        pytest.param("=_", ["+", "-"], id="+ and - on the other level"),
        pytest.param("22,5", ["2", "2", ".", "5"], id="a comma in a number"),
        pytest.param("\x7f\x08", ["erase", "erase"], id="backspace"),
        pytest.param("\x1b", ["escape"], id="Esc"),
        pytest.param("\x1b[5~", ["\x1b[5~"], id="Page Up is no five"),
        pytest.param("\x1b[A\x1b[1;5C", ["\x1b[a", "\x1b[1;5c"], id="an arrow is no letter"),
        pytest.param("\x1b[200~q\x1b[201~", ["\x1b[200~", "q", "\x1b[201~"], id="pasted"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_is_sent_and_what_it_is(sent: str, keys: list[str]) -> None:
    assert keys_in(sent) == keys
