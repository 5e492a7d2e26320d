"""The databases that the tests of the store work on."""

from tests.fixtures.stores import (
    SERVER,
    address,
    databases,
    file_store,
    new_address,
    server_address,
    store,
)

__all__ = ["address", "databases", "file_store", "new_address", "server_address", "store"]

collect_ignore = [] if SERVER else ["test_postgresql.py"]
