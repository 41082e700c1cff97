"""How much work a plan in Markdown shows, counted line by line: an oracle that knows no parser."""

from __future__ import annotations

import re

from befit_cli.values import Plan

_LEFT_OUT = re.compile(r"\A---\n.*?\n---[ \t]*\n|<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(
    r"[ \t>#*_-]*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^|]*"
    r"\b(?:low|medium|high) load\b[^|]*\b[0-9]{1,3} min\b[^|]*"
)
_ROW = re.compile(r"[ \t>]*\|[^|]+\| *[1-9][0-9]* × [1-9][0-9]*[^|]*\| *stop (?:if|with) .*")


def left_out(text: str, plan: Plan) -> bool:
    """Whether the plan, which was read from the text, has less work than the text shows."""
    headings, rows = _headings_and_rows(text)
    sessions = [session for week in plan.weeks for session in week.sessions]
    read_rows = sum(len(session.exercises) for session in sessions)
    return len(sessions) < headings or read_rows < rows


def _headings_and_rows(text: str) -> tuple[int, int]:
    """How many lines begin a session, and how many are an exercise with its dose and effort; those
    of the front matter and of comments are none.
    """
    lines = re.split(r"\r\n?|\n", _LEFT_OUT.sub("\n", text))
    headings = sum(1 for line in lines if _HEADING.fullmatch(line))
    rows = sum(1 for line in lines if _ROW.match(line))
    return headings, rows
