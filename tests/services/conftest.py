"""The desks that the tests of the services work on."""

from tests.fixtures.desks import clock, desk, sample
from tests.fixtures.stores import address, databases, file_store, new_address, store

__all__ = ["address", "clock", "databases", "desk", "file_store", "new_address", "sample", "store"]
