"""The databases that the tests of the store work on."""

from tests.fixtures.stores import address, databases, file_store, store

__all__ = ["address", "databases", "file_store", "store"]
