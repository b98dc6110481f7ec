"""People, and groups of them, that a number counts: 5个同学, 12 developers, 3 teams."""

from __future__ import annotations

import re
from typing import Final

HEADS: Final = re.compile(
    r" ?(?:多?[个名位条]|家)?(?:小)?(?:人|同学|学生|员工|同事|朋友|老师|用户|客户|成员|队员|开发|程序员|工程师|实习生|兄弟|孩子|小孩|细路|网友|群友|部门|团队|班|组|公司|门店)"
    r"| (?:[a-z]+ )?(?:people|ppl|peeps|lads|persons|students|pupils|employees|staff|users|customers|clients|colleagues|coworkers|co-workers|friends|mates"
    r"|developers|devs|engineers|programmers|interns|teachers|members|teammates|classmates|roommates|flatmates|kids|children|guys|folks|workers"
    r"|analysts|designers|researchers|testers|participants|attendees|teams|departments|classes|groups|companies|of (?:us|them|you))(?![a-z])"
)


def counts_heads(text: str, end: int) -> bool:
    """Whether people or groups of them stand right behind a number that ends there."""
    return HEADS.match(text, end) is not None
