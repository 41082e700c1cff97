"""How well a text stands out, by the formula of WCAG 2."""

from __future__ import annotations


def contrast(text: str, ground: str) -> float:
    """From 1, which nobody can read, to 21 for black on white; the colours are `#rrggbb`."""
    dark, light = sorted((_luminance(text), _luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
