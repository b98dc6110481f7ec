"""In which topic of a forum a chat asked to watch prices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    op.add_column("watchers", sa.Column("thread_id", sa.BigInteger))


def downgrade() -> None:
    op.drop_column("watchers", "thread_id")
