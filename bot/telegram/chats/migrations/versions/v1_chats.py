"""Settings of chats. A file that was made before there were steps has them already."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("currency", sa.String(3)),
        if_not_exists=True,
    )


def downgrade() -> None:
    op.drop_table("chats")
