"""Alembic's entry: runs the steps on the connection it was handed."""

from alembic import context

from desk.model import tables
from desk.store.search_index import is_search_index

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.Visit.metadata,
    # SQLite alters a table by writing it anew.
    render_as_batch=True,
    include_name=lambda name, _kind, _parents: not is_search_index(name),
)
context.run_migrations()
