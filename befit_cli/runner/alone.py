"""The words that are said alone, for a whole answer."""

NONE = "none"
"""There is nothing of the kind: no niggle, no race date, no time of day."""
NONE_WORDS = frozenset({NONE, "no", "off"})
"""What means none wherever none is an answer."""
ALL = "all"
"""Everything that there is: every day of the week."""
