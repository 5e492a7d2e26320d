"""The sample's delegation as people hand it over: a sentence, a list, rows, cards."""

MEMBERS = (
    ("Serik", "", "Honorary Consulate of RI, Almaty"),
    (
        "Mankaraev Kaisa Zakirovich",
        "Head of the Department of Economics and Budget Planning",
        "Akimat of Astana",
    ),
    ("Yergaliev Talgat Faizullievich", "Deputy", "Maslikhat of the City of Astana"),
    (
        "Bergaliev Gabbas Tokanovich",
        "Deputy Head of the Department of Architecture, Urban Planning and Land Relations",
        "Akimat of Astana",
    ),
    (
        "Rakhmatullaev Abai Kalykululy",
        "Head of the Economic Analysis and Reporting Department",
        "Akimat of Astana",
    ),
)
"""Name, office and body of the five members."""

HEAD = ("M. Fadjroel Rachman", "Dubes LBBP RI untuk Kazakhstan")
GROUP = "Rombongan pengusaha dan influencer dari Kazakhstan"


def office_words(office: str, body: str) -> str:
    """Office and body as they stand in one pair of parentheses."""
    if office == "Deputy":
        return f"{office} of the {body}"
    return ", ".join(part for part in (office, body) if part)


def prose() -> str:
    """A sentence of a letter."""
    named = ", ".join(f"{name} ({office_words(office, body)})" for name, office, body in MEMBERS)
    return (
        f"Delegasi Kazakhstan dipimpin {HEAD[0]} ({HEAD[1]}), dengan anggota {named}, "
        f"serta {GROUP.lower().replace('kazakhstan', 'Kazakhstan')}."
    )


def numbered() -> str:
    """A numbered list."""
    lines = [f"1. {HEAD[0]} ({HEAD[1]}), ketua delegasi"]
    lines += [
        f"{number}. {name} ({office_words(office, body)})"
        for number, (name, office, body) in enumerate(MEMBERS, start=2)
    ]
    return "\n".join([*lines, f"7. {GROUP} (jumlah belum diketahui)"])


def rows() -> list[list[str]]:
    """A table with its header."""
    found = [["No", "Nama", "Jabatan", "Instansi", "Peran", "Jumlah"]]
    found.append(["1", *HEAD, "", "ketua delegasi", ""])
    found += [
        [str(number), *member, "anggota", ""] for number, member in enumerate(MEMBERS, start=2)
    ]
    return [*found, ["7", GROUP, "", "", "", ""]]


def cards() -> str:
    """vCards 3.0."""
    found = [(HEAD[0], HEAD[1], "", "ketua delegasi")]
    found += [(*member, "anggota") for member in MEMBERS]
    found.append((GROUP, "", "", ""))
    lines: list[str] = []
    for name, office, body, role in found:
        lines += ["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", f"N:;{name};;;"]
        lines += [
            f"{key}:{value.replace(',', chr(92) + ',')}"
            for key, value in (("TITLE", office), ("ORG", body), ("ROLE", role))
            if value
        ]
        lines.append("END:VCARD")
    return "\r\n".join(lines) + "\r\n"
