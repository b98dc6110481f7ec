"""The page's modules import each other without going round in a circle."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter

from bot.playground.page import WEB

IMPORT = re.compile(r'^(?:import|export)\b[^"]*?"\./([\w-]+\.js)";', re.MULTILINE)


def test_no_module_of_the_page_imports_itself_by_way_of_others() -> None:
    imports = {path.name: IMPORT.findall(path.read_text(encoding="utf-8")) for path in WEB.glob("*.js")}
    order = list(TopologicalSorter(imports).static_order())  # raises CycleError, which names the circle
    assert set(order) == set(imports), "a module that is imported is not there"
    assert order[-1] == "main.js"
