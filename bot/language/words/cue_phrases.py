"""Cue phrases that are put together from parts: whom one asks, what for, and how the phrase ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import documents


def cue_phrases() -> Iterator[tuple[Cue, str]]:
    """Every phrase with its cue: 有没有人知道吗, does anyone remember, 从便宜排到贵."""
    for document in documents("phrases"):
        joint = document["joint"]
        for row in document["phrases"]:
            cues = [Cue(cue) for cue in row["cues"]]
            for chosen in product(*row["parts"]):
                phrase = joint.join(filter(None, chosen))
                yield from ((cue, phrase) for cue in cues)
