"""A plan as JSON, schema 1: the model itself, indented."""

from __future__ import annotations

import msgspec

from befit_cli.values import Plan


def render(plan: Plan) -> str:
    """The plan, one key a line."""
    return msgspec.json.format(msgspec.json.encode(plan), indent=2).decode() + "\n"
