"""What several processes have to know of each other: changed settings, and who answers which update."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    op.add_column("chats", sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("chats", sa.Column("left_at", sa.Float))
    op.create_index("chats_by_revision", "chats", ["revision"])
    counters = op.create_table(
        "counters",
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(counters, [{"name": "settings", "number": 0}])
    op.create_table(
        "answers",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("owner", sa.String(16), nullable=False),
        sa.Column("until", sa.Float, nullable=False),
    )
    op.create_index("answers_by_owner", "answers", ["owner", "until"])
    op.create_table(
        "waiting",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("expires", sa.Float, nullable=False),
    )


def downgrade() -> None:
    for table in ("waiting", "answers", "counters"):
        op.drop_table(table)
    op.drop_index("chats_by_revision", "chats")
    op.drop_column("chats", "left_at")
    op.drop_column("chats", "revision")
