"""What is said of files of text, and asked about one that comes without a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True)
class FileWords:
    """One language's words."""

    question: str
    """What is asked about a file that comes alone."""
    too_long: str
    """For a file that is longer than ``{kilobytes}``."""
    unreadable: str
    """For one that holds no text, or cannot be had."""


FILE_WORDS: Final[Mapping[Language, FileWords]] = {
    Language.ZH_HANS: FileWords(
        question="这段文字有多少 tokens",
        too_long="这个文件太大了：我只数 {kilobytes} KB 以内的文本文件。",
        unreadable="这个文件我读不出文字：请发 UTF-8 或 GB18030 编码的文本文件。",
    ),
    Language.ZH_HANT: FileWords(
        question="這段文字有多少 tokens",
        too_long="這個檔案太大了：我只數 {kilobytes} KB 以內的文字檔。",
        unreadable="這個檔案我讀不出文字：請發 UTF-8 或 GB18030 編碼的文字檔。",
    ),
    Language.EN: FileWords(
        question="how many tokens is this text",
        too_long="That file is too long: I count text files of up to {kilobytes} KB.",
        unreadable="I can read no text in that file: send a text file in UTF-8 or GB18030.",
    ),
}
