"""The words for the joints."""

from __future__ import annotations

from befit_cli.language import message

JOINT_WORDS = {
    "rodilla": "knee",
    "calves": "calf",
    "soleus": "calf",
    "pantorrilla": "calf",
    "gemelo": "calf",
    "soleo": "calf",
    "tobillo": "ankle",
    "talon": "heel",
    "feet": "foot",
    "pie": "foot",
    "espinilla": "shin",
    "isquio": "hamstring",
    "isquiotibial": "hamstring",
    "espalda": "back",
    "lumbar": "back",
}
"""In small letters, in the singular and without accents, and the joint that each means."""
MEANT = (
    message("ankle", sense="typed"),
    message("heel", sense="typed"),
    message("back", sense="typed"),
)
"""Those that befit offers beside the niggles and the groups that bear the same name."""
