"""What the search field shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found: `kind` is person, visit, event, venue or resource."""

    kind: str
    id: int
    title: str
    subtitle: str
    reference: str = ""
    why: str = ""
    """Why it was found where that does not show: another spelling."""
