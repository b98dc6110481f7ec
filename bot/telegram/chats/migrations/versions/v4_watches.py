"""Which prices chats watch, and what they know of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    op.create_table(
        "watchers",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("told_on", sa.Date),
        sa.Column("left_at", sa.Float),
    )
    op.create_table(
        "watches",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("entry", sa.String(200), primary_key=True),
        sa.Column("state", sa.String(32), nullable=False),
    )
    op.create_index("watches_by_state", "watches", ["entry", "state"])
    op.create_table(
        "watched_states",
        sa.Column("digest", sa.String(32), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("watched_states")
    op.drop_index("watches_by_state", "watches")
    op.drop_table("watches")
    op.drop_table("watchers")
