"""What a check found, and in a few words whether all is well."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from bot.knowledge.messages.message import Term
from bot.knowledge.problems import Problem

_MEASURES: Final = {
    "vendor": "家厂商",
    "model": "个模型",
    "price": "条价格",
    "fact": "条事实",
    "name": "个名字",
    "question": "个问题",
    "listed model": "个目录里的模型",
    "exchange rate": "条汇率",
}
"""What is counted, and its measure word and name in Chinese."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, sorted by place; ``counts`` says how much of what was checked, where it could be."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    elsewhere: int = 0
    """Problems in files that were not asked about, where these keep the folder from loading."""
    heading: Term | None = None
    """What there is to say in a line instead of whether all is well."""

    @property
    def ok(self) -> bool:
        return not self.problems and not self.elsewhere

    @property
    def summary(self) -> Term:
        """In one line, whether all is well."""
        return self.heading or (self._well() if self.ok else self._wrong())

    def _well(self) -> Term:
        doubts = len(self.warnings)
        counted = ", ".join(_counted(number, what) for what, number in self.counts.items())
        counted_zh = "、".join(f"{number:,} {_MEASURES[what]}" for what, number in self.counts.items())
        en = f", with {_counted(doubts, 'warning')}" if doubts else ""
        zh = f"，有 {doubts:,} 处警告" if doubts else ""
        return Term(f"ok{en}: {counted}", f"没有问题{zh}：{counted_zh}")

    def _wrong(self) -> Term:
        problems, doubts = len(self.problems), len(self.warnings)
        en, zh = [_counted(problems, "problem")], [f"{problems:,} 处问题"]
        if doubts:
            en.append(_counted(doubts, "warning"))
            zh.append(f"{doubts:,} 处警告")
        if self.elsewhere:
            en.append(f"{_counted(self.elsewhere, 'problem')} in other files, which cannot be loaded")
            zh.append(f"另有 {self.elsewhere:,} 处问题在别的文件里，使得整个知识库读不进来")
        return Term(", ".join(en), "，".join(zh))

    def of(self, files: Container[str]) -> CheckReport:
        """What was found in these files, which are named as in problems."""
        problems = tuple(problem for problem in self.problems if problem.file in files)
        warnings = tuple(warning for warning in self.warnings if warning.file in files)
        elsewhere = 0 if self.counts else len(self.problems) - len(problems)
        return replace(self, problems=problems, warnings=warnings, elsewhere=elsewhere)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
