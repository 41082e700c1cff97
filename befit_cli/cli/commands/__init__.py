"""The commands, a module a theme; each is loaded when it is asked for."""

MODULES = {
    "plan": "plan",
    "block": "plan",
    "export": "plan",
    "today": "train",
    "go": "train",
    "done": "done",
    "log": "log",
    "init": "week",
    "adjust": "adjust",
    "off": "adjust",
    "runs": "runs",
    "exercises": "exercises",
    "show": "exercises",
    "check": "check",
    "rules": "check",
    "roster": "coaches",
    "schema": "coaches",
}
"""The module here that has each command, in the order in which help tells them."""
