"""Questions that could not be answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    op.create_table(
        "unanswered",
        sa.Column("text", sa.String(200), primary_key=True),
        sa.Column("language", sa.String(16), primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("times", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("unanswered")
