"""The tabs of a visit, one file each."""
