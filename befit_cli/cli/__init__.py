"""The command line: options in, one call, output out.

Here, and only here, are files' names, the clock, the environment, the consoles and the exit codes.
"""

import gc
import sys

# what `typing` has of that name, without the time to load it: until main() runs, Ctrl-C would
# print a traceback
TYPE_CHECKING = False
if TYPE_CHECKING:
    from befit_cli.cli.program import app

__all__ = ["app", "main"]

INTERRUPTED = 130
"""The exit code of a program that Ctrl-C ended."""


def main() -> None:
    """Run befit with the arguments of the process."""
    # a command ends before there is garbage worth collecting, and looking for it takes a fifth of
    # its time, most of that at its end, when all that it made goes anyway
    gc.disable()
    try:
        # here, because loading takes longer than planning: who changes their mind does so now
        from befit_cli.cli.program import app

        app()
    except KeyboardInterrupt:
        _stop()
    finally:
        gc.freeze()


def _stop() -> None:
    import signal

    # another one, while befit ends, has nothing left to stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.stderr:
        sys.stderr.write("Stopped.\n")
    sys.exit(INTERRUPTED)


def __getattr__(name: str) -> object:
    """Load the program when it is first asked for."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from befit_cli.cli.program import app

    return app
