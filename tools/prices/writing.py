"""YAML as a maintainer would write it: one key a line, lists and price lines in one, none wider than the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.maintain.new.writing import WIDTH, remark, scalar


def flow_list(key: str, items: Iterable[str], indent: int) -> str:
    """``key: [one, two]``, broken over lines where it is wide."""
    texts = [scalar(item) for item in items]
    whole = f"{' ' * indent}{key}: [{', '.join(texts)}]"
    if len(whole) <= WIDTH:
        return whole
    inner = _filled(texts, indent + 3)
    return f"{' ' * indent}{key}:\n{' ' * (indent + 2)}[{inner}]"


def flow_mapping(keys: Mapping[str, str], indent: int) -> str:
    """``- {one: 1, two: 2}``, broken over lines where it is wide; the values are written as they are."""
    pairs = [f"{key}: {value}" for key, value in keys.items()]
    return f"{' ' * indent}- {{{_filled(pairs, indent + 3)}}}"


def _filled(texts: list[str], indent: int) -> str:
    """Texts behind commas, each line begun at the indentation."""
    lines, used = [""], indent
    for place, text in enumerate(texts):
        piece = text if place == len(texts) - 1 else f"{text},"
        if lines[-1] and used + 1 + len(piece) > WIDTH - 1:
            lines.append("")
            used = indent
        lines[-1] += f" {piece}" if lines[-1] else piece
        used += len(piece) + 1
    return f"\n{' ' * indent}".join(lines)


def comment(text: str, indent: int) -> str:
    """A remark on lines of its own."""
    return "\n".join(remark(text, indent))
