"""A reply as a rich message, in the HTML that Telegram reads since version 10.1 of its Bot API: with a table for its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from bot.replies.layout import Line, Style
from bot.replies.tables import Table


def rich(lines: Sequence[Line], table: Table, details: str) -> str:
    """The lines, everything escaped, the table in the place of the items; what is folded under the word ``details``."""
    shown = [line for line in lines if not line.folded]
    body = "".join(_blocks(shown[1:] if table.leads else shown, table))
    folded = "".join(f"<p>{_escaped(line.text)}</p>" for line in lines if line.folded)
    return f"{body}<details><summary>{_escaped(details)}</summary>{folded}</details>" if folded else body


def _blocks(lines: Sequence[Line], table: Table) -> Iterator[str]:
    placed = False
    for line in lines:
        if line.style is not Style.ITEM:
            yield _WRAPPED.get(line.style, "<p>{}</p>").format(_escaped(line.text))
        elif not placed:
            placed = True
            yield _table(table)


_WRAPPED: Final = {Style.HEADLINE: "<p><b>{}</b></p>", Style.SMALL: "<footer>{}</footer>"}


def _table(table: Table) -> str:
    head = "".join(f'<th align="{align}">{_escaped(cell)}</th>' for cell, align in _aligned(table.head))
    rows = (
        "".join(f'<td align="{align}">{_escaped(cell)}</td>' for cell, align in _aligned(row)) for row in table.rows
    )
    return f"<table bordered striped><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _aligned(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first column to the left, the amounts to the right."""
    return ((cell, "right" if place else "left") for place, cell in enumerate(cells))


def _escaped(text: str) -> str:
    return escape(text, quote=False)
