"""A plan in Markdown as somebody wrote it: read with befit's own exercises, changed in one place, and
what is wrong with it.
"""

from __future__ import annotations

import pytest
from strategies import CATALOGUE

from befit_cli.errors import FileFaults
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Plan

_NAME = "plan.md"


def edited(text: str, old: str, new: str) -> str:
    """The text with the one place that says `old` changed."""
    assert text.count(old) == 1, f"{old!r} must name one place"
    return text.replace(old, new)


def read(text: str) -> Plan:
    return read_plan(text.encode(), _NAME, CATALOGUE)


def faults_of(text: str) -> list[str]:
    """Each with its line, without the file's name."""
    with pytest.raises(FileFaults) as told:
        read(text)
    return [fault.removeprefix(f"{_NAME}:") for fault in told.value.faults]
