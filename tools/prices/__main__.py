"""Writes the knowledge files that the tables give: `knowledge/sources.yaml` and `knowledge/vendors/*.yaml`.

They were reviewed and checked in, and belong to the maintainers from then on: run it again only to see what it would
write (`python -m tools.prices FOLDER`). What the tables do not know, such as a vendor's names, its windows and plans, stands in
`vendors/` beside this file, and goes into the files as it is written there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from bot.maintain.schema import first_line
from tools.prices.files import knowledge_files

KNOWLEDGE: Final = Path(__file__).parents[2] / "knowledge"


def main(arguments: list[str]) -> int:
    """Write the files into a folder, that of the program's knowledge where none is named."""
    folder = Path(arguments[0]) if arguments else KNOWLEDGE
    for name, text in knowledge_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{first_line(name)}\n{text}", encoding="utf-8")
        print(f"{path}: {len(text.splitlines())} lines")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
