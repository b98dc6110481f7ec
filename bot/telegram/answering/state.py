"""How the bot is, in plain text, for those who maintain its knowledge."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Final

from bot import __version__
from bot.answers import BEIJING, Status
from bot.knowledge.entries import EntryKind, Knowledge, last_checked
from bot.telegram.answering.services import Services
from bot.telegram.answering.told import LONGEST, outcome_text
from bot.telegram.answering.upkeep import Beside
from bot.telegram.texts.upkeep import UPKEEP_WORDS, UpkeepWords
from bot.text import Language

OLD_DAYS: Final = 10
"""What is older and refreshes itself elsewhere every few days is warned of."""


def state_text(services: Services, language: Language) -> str:
    """Version, counts, days, the last edit and error, and what was answered."""
    words, knowledge, upkeep = UPKEEP_WORDS[language], services.engine.knowledge, services.upkeep
    uptime = timedelta(seconds=round(time.monotonic() - services.started))
    folder = words.folder.format(folder=upkeep.folder) if upkeep.folder is not None else words.packaged
    lines = [
        words.program.format(version=__version__, uptime=uptime),
        _counted(knowledge, words),
        words.checked.format(day=last_checked(knowledge) or words.no_day),
        *(_beside(item, words) for item in upkeep.beside()),
        folder,
    ]
    if upkeep.last is not None:
        lines.append(words.last.format(at=_moment(upkeep.last.at)))
        lines.append(outcome_text(upkeep.last, language))
    elif upkeep.folder is not None:
        lines.append(words.never)
    lines.append(_answered(services, words))
    return "\n".join(lines)[: LONGEST + 500]


def _counted(knowledge: Knowledge, words: UpkeepWords) -> str:
    entries = knowledge.entries.values()
    return words.knowledge.format(
        version=knowledge.version,
        vendors=sum(entry.kind is EntryKind.VENDOR for entry in entries),
        models=sum(entry.kind is EntryKind.MODEL and not entry.reference for entry in entries),
        prices=sum(map(len, knowledge.prices.values())),
        facts=len(knowledge.facts),
    )


def _beside(item: Beside, words: UpkeepWords) -> str:
    said = words.beside.format(name=item.name, day=item.day or words.no_day)
    days = (date.today() - item.day).days if item.day is not None else 0
    warnings = [words.old.format(days=days)] if days > OLD_DAYS else []
    warnings += [words.wrong.format(reason=item.wrong)] if item.wrong else []
    return "  ".join((said, *warnings))


def _answered(services: Services, words: UpkeepWords) -> str:
    became: Counter[str] = Counter()
    for (name, labels), number in services.flow.counts.all().items():
        if name == "answers":
            became[labels[1]] += number
    return words.answered.format(
        answered=became[Status.ANSWERED], unknown=became[Status.UNKNOWN], clarify=became[Status.CLARIFY]
    )


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M} +08:00"
