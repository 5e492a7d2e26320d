"""What was read of one person or group, before it is judged."""

from dataclasses import dataclass, field

from desk.model.choices import Acting, Role, Side


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """A person or an unnamed group as the source says it, each part in the source's own words.

    `country` is the words for it, or a code; "" when nothing is said. `role_words` and
    `headcount_words` are what stands in a column for it.
    """

    name: str
    is_group: bool = False
    headcount: int | None = None
    family: str = ""
    given: str = ""
    patronymic: str = ""
    titles_before: str = ""
    titles_after: str = ""
    original_script: str = ""
    office: str = ""
    acting: Acting | None = None
    organisation: str = ""
    country: str = ""
    role: Role | None = None
    role_words: str = ""
    side: Side | None = None
    headcount_words: str = ""
    email: str = ""
    phone: str = field(default="", repr=False)
    language: str = ""
    line: int = 0
    source: str = field(default="", repr=False)
