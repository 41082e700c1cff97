"""How befit and people spell the parts of a plan in Markdown, in English and in Spanish: patterns
and words, whatever language befit speaks.
"""

from __future__ import annotations

import re

from befit_cli.values import Load

_NUMBER = "[0-9]{1,15}"
"""More digits than any plan has, so that a number too large is told for what it is."""
_DECIMAL = f"{_NUMBER}(?:[.,][0-9]+)?"
_SECONDS = "(?:s|secs?|seconds?|segs?|segundos?)"

WEEK = re.compile(rf"(?:week|semana) ({_NUMBER})\b", re.IGNORECASE)
NOTES = frozenset({"notes", "notas"})
SAFETY = frozenset({"safety", "seguridad"})
"""Headings, in small letters."""
WARM_UP = re.compile(r"(?:warm.?up|calentamiento)\b", re.IGNORECASE)
DONE = re.compile(
    r"(\[.\] ?)?(?:done|hech[oa]|skipped|sin hacer|(?:missed|perdida)(?: \(\w+\))?)\W*",
    re.IGNORECASE,
)
"""The box of a session, with nothing told behind it."""

LOADS = {
    "low": Load.LOW,
    "medium": Load.MEDIUM,
    "high": Load.HIGH,
    "baja": Load.LOW,
    "media": Load.MEDIUM,
    "alta": Load.HIGH,
}
LOAD = re.compile(rf"\b({'|'.join(LOADS)})\b")
NAMED_LOAD = re.compile(
    r"\b(?:(?:low|medium|high) load|carga (?:baja|media|alta))\b", re.IGNORECASE
)
MINUTES = re.compile(rf"\b({_NUMBER}) ?min")

# The sign as befit writes it, and as keyboards have it.
DOSE = re.compile(
    rf"({_NUMBER}) ?(?:[×x*]|sets? (?:of|×|x)|series? (?:de|×|x)) ?({_NUMBER})"
    r"(?: ?(?:reps?|repeticiones))?"
    rf"([- ]?{_SECONDS}(?: hold| aguantando| sosteniendo| de aguante)?| hold)?"
    r"(?:,? (?:each|per|por|cada|por cada|a cada|de cada|en cada)"
    r" (?:side|leg|arm|lado|pierna|brazo))?"
    rf"(?:,? (?:at|@|with|con|a|de) ({_DECIMAL}) ?(kgs?|lbs?|kilos?|libras?))?"
    rf"(?:,? ({_DECIMAL}) ?{_SECONDS}"
    r" (?:each|per rep|cada (?:una|rep|repetición)|por (?:rep|repetición)))?"
)
_HALT = "(?:para|detente|termina|acaba)"
"""What Spanish says for stop."""
_STOP = (
    r"stop\b.*"
    rf"|{_HALT} (?:si|cuando|con|antes)\b.*"
    r"|deja(?:ndo)? .*"
)
"""What a whole effort begins with: `para` alone is `for`."""
EFFORT = re.compile(
    r"stop if form slips"
    rf"|{_HALT} (?:si|cuando) [^0-9]+"
    r"|(?:stop with )?(?P<easily>time to spare"
    rf"|(?:(?:{_HALT}|deja|con) )*tiempo de sobra)"
    rf"|(?:stop with |(?:{_HALT} con |deja(?:ndo)? )|rir ?)?"
    rf"(?P<left>{_NUMBER})(?P<more> or more| o más)?(?: repeticiones)?"
    r"(?: left| in reserve| (?:en|de) (?:la )?reserva| rir)?"
)
# In a dose a number alone would be one more of its own.
EFFORT_BEHIND = re.compile(
    r"(?P<dose>.*?)(?:\s*[,;·]\s*|\s+)\(?"
    rf"(?P<effort>{_STOP}|time to spare|(?:con )?tiempo de sobra|rir ?{_NUMBER}"
    rf"|{_NUMBER}(?: or more| o más)?(?: repeticiones)?"
    r" (?:left|in reserve|(?:en|de) (?:la )?reserva|rir))"
    r"\)?",
    re.IGNORECASE,
)
EFFORT_LINE = re.compile(
    rf"(?:effort|esfuerzo): (?P<effort>(?:{_STOP.replace('.*', '.+?')}))"
    r"(?:, (?:unless|salvo|a menos|si no|excepto)\b.*)?\.?",
    re.IGNORECASE,
)
"""What stands above a session's table: the effort of each row that says none."""
REST = re.compile(
    r"none|no rest|ninguno|nada|sin (?:descanso|pausa)|[-–—]"
    rf"|(?P<seconds>{_NUMBER}) ?{_SECONDS}"
    rf"|(?P<minutes>{_NUMBER}(?:[.,]5)?) ?(?:min|mins|minutes?|minutos?)"
    r"|(?P<clock>[0-9]{1,2}:[0-5][0-9])(?: ?min)?"
)

# What people put behind or around the words of a cell: a tick, and the brackets of a link.
TICK = re.compile(r"\s*(?:[✓✔✅☑]\ufe0f?|\[[ xX]\])\s*\Z")
LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
DOSE_CELL = re.compile(r"[0-9]+ ?[×x*] ?[0-9]+.*")
EFFORT_CELL = re.compile(
    rf"stop (if|with) .*|{_HALT} (?:si|cuando|con) .*|deja .*",
    re.IGNORECASE,
)
"""As befit writes it: a runner's own table may have numbers too."""
REST_CELL = re.compile(r"[0-9]+ ?(s|min)|none|ninguno", re.IGNORECASE)

COLUMNS = {
    "ejercicio": "exercise",
    "dosis": "dose",
    "descanso": "rest",
    "pausa": "rest",
    "esfuerzo": "effort",
    "fíjate": "cue",
    "clave": "cue",
    "consigna": "cue",
    "indicación": "cue",
    "hecho": "did",
    "hice": "did",
}
"""What the columns of a table are called in Spanish, and in English."""


def column(title: str) -> str:
    """What befit calls the column of that title: in English, in small letters."""
    folded = title.casefold()
    return COLUMNS.get(folded, folded)
