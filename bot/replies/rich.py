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
    folded = "".join(f"<p>{escape(line.text, quote=False)}</p>" for line in lines if line.folded)
    return f"{body}<details><summary>{escape(details, quote=False)}</summary>{folded}</details>" if folded else body


def _blocks(lines: Sequence[Line], table: Table) -> Iterator[str]:
    placed = False
    for line in lines:
        if line.style is not Style.ITEM:
            yield _WRAPPED.get(line.style, "<p>{}</p>").format(escape(line.text, quote=False))
        elif not placed:
            placed = True
            yield _table(table)


_WRAPPED: Final = {Style.HEADLINE: "<p><b>{}</b></p>", Style.SMALL: "<footer>{}</footer>"}


def _table(table: Table) -> str:
    rows = "".join([f"<tr>{_cells(row, 'td')}</tr>" for row in table.rows])
    return f"<table bordered striped><tr>{_cells(table.head, 'th')}</tr>{rows}</table>"


def _cells(cells: Sequence[str], tag: str) -> str:
    """The first column to the left, the amounts to the right."""
    first, *others = [escape(cell, quote=False) for cell in cells]
    return f'<{tag} align="left">{first}</{tag}>' + "".join([f'<{tag} align="right">{one}</{tag}>' for one in others])
