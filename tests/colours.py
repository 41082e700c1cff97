"""What a terminal is told of colours, in words that can be read: `<bold>Notes</>`."""

import re

_STYLES = {
    "1": "bold",
    "2": "dim",
    "3": "italic",
    "4": "underline",
    "31": "red",
    "32": "green",
    "33": "yellow",
    "35": "magenta",
    "36": "cyan",
}


def marked(printed: str) -> str:
    """The text with its escape sequences as marks; one that befit has no use for is an error."""
    return re.sub(
        r"\x1b\[([\d;]*)m",
        lambda found: "</>" if found[1] == "0" else f"<{_style(found[1])}>",
        printed,
    )


def _style(codes: str) -> str:
    return " ".join(_STYLES[code] for code in codes.split(";"))
