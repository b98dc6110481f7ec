"""What a message to maintainers is: its wording in every language, with places for what is quoted from the files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from bot.text import Language, to_traditional


class Term(NamedTuple):
    """What fills a place of a wording and is a word itself, in English and in Simplified Chinese."""

    en: str
    zh: str

    def word(self, language: Language) -> str:
        """The word in a language. What is the same in both is quoted from a file, and stays as it is written there."""
        if language is Language.EN or self.en == self.zh:
            return self.en
        return self.zh if language is Language.ZH_HANS else to_traditional(self.zh)


def quoted(words: Iterable[str]) -> Term:
    """Words of a file in a row: `amount` and `free`."""
    quoted_words = [f"`{word}`" for word in words]
    return Term(" and ".join(quoted_words), "、".join(quoted_words))


class Message(NamedTuple):
    """What is wrong and what to do about it, in English and in Simplified Chinese, of which Traditional is made.

    Parts in braces, such as ``{key}``, are filled in where the message is told (see :func:`filled`).
    """

    problem: str
    advice: str
    problem_zh: str
    advice_zh: str

    def wording(self, language: Language) -> tuple[str, str]:
        """What is wrong, and what to do, with their parts still in braces."""
        terms = Term(self.problem, self.problem_zh), Term(self.advice, self.advice_zh)
        return terms[0].word(language), terms[1].word(language)


def filled(wording: str, parts: Mapping[str, str]) -> str:
    """A wording with its parts in their places; braces that name no part are meant as they stand."""
    return _PART.sub(lambda match: parts.get(match[1], match[0]), wording)


_PART: Final = re.compile(r"\{([a-z_]+)\}")
