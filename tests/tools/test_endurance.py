"""What `make endure` plays at length, in small: replicas behind a proxy lose nothing and answer nothing twice."""

from __future__ import annotations

import pytest

from tools import haproxy
from tools.endurance.replicas import replicas
from tools.postgresql import PostgreSQL, programs


@pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
@pytest.mark.skipif(haproxy.program() is None, reason="HAProxy is not installed")
async def test_replicas_survive_the_death_of_one_and_a_restart_of_the_database() -> None:
    with PostgreSQL() as database:
        checks = await replicas(database, chats=60, each=3, per_second=60)
    assert [counted for counted, right in checks if not right] == []
