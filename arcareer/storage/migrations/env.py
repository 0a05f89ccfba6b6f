"""Alembic's entry: runs the steps on the connection it is given, inside the transaction that is already open."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
