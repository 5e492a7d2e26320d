"""Alembic's entry: runs the steps on the connection it was handed."""

from alembic import context
from sqlmodel import SQLModel

import desk.model.tables  # noqa: F401  (registers the tables)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    # SQLite alters a table by writing it anew.
    render_as_batch=True,
)
context.run_migrations()
