"""The words of pain in a joint, `knee=4, calf=2` -> how much it was."""

from __future__ import annotations

import re

from befit_cli.errors import UsageError
from befit_cli.evidence.joints import JOINTS
from befit_cli.language import _, message
from befit_cli.log.joint_words import JOINT_WORDS
from befit_cli.log.told import Amount, Unclear, whole
from befit_cli.runner.alone import means_none
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.vocabulary import NIGGLE_FILLERS, NIGGLE_WORDS
from befit_cli.values import Niggle

_JOINTS = Vocabulary(
    refusal=message("'{word}' is no joint that befit knows; they are {words}{nearest}"),
    offered={joint: joint for joint in JOINTS},
    also={
        **{niggle.value: niggle.value for niggle in Niggle},
        **{word: niggle.value for word, niggle in NIGGLE_WORDS.items()},
        **JOINT_WORDS,
    },
    fillers=NIGGLE_FILLERS,
)
_APART = re.compile(r"[,;]|(?<=[0-9])\s+(?=[^\s0-9/])")
_PAIN = re.compile(r"\s*([^=:0-9]*?)\s*[=:]?\s*([0-9]{1,9})\s*(?:/\s*10\s*)?")
_HOW = message("Write knee=4,calf=2, from 0 for none to 10.")
_ELSEWHERE = message("Pain at an exercise stands beside it: squat pain4.")


def read_pain(text: str) -> dict[str, int]:
    """Under the name of each joint, or of a niggle, its pain from 0 to 10: of one said twice, the
    worse. Nothing where the text means none.

    Raises UsageError for what is no joint, and for what is no pain.
    """
    if means_none(text):
        return {}
    pains: dict[str, int] = {}
    # one blank for several: over a thousand of them the patterns would take minutes
    for part in _APART.split(" ".join(text.split())):
        if not part.strip():
            continue
        said = _PAIN.fullmatch(part)
        if said is None or not said[1]:
            raise Unclear(
                _("--pain '{part}' doesn't say where and how much.", part=part.strip()[:40]),
                _(_HOW),
            )
        try:
            joint = _JOINTS.meaning(said[1])
        except UsageError as error:
            raise Unclear(f"--pain {error.message}", _(_ELSEWHERE)) from None
        pains[joint] = max(whole(Amount.PAIN, float(said[2])), pains.get(joint, 0))
    return pains
