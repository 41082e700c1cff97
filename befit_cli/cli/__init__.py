"""The command line: options in, one call, output out.

Here, and only here, are files' names, the clock, the environment, the consoles and the exit codes.
"""

from befit_cli.cli.program import app, main

__all__ = ["app", "main"]
