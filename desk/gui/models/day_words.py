"""Days in words: what a mark of the small calendar stands for."""

from desk.locale import ngettext
from desk.model.rows.overview import DayMark


def mark_words(mark: DayMark, special: str = "") -> str:
    """What a day has: `Hari Natal, 5 acara, 1 kunjungan, 2 bentrok`."""
    parts = [special] if special else []
    if mark.events:
        words = ngettext("{count} event", "{count} events", mark.events)
        parts.append(words.format(count=mark.events))
    if mark.visits:
        words = ngettext("{count} visit", "{count} visits", mark.visits)
        parts.append(words.format(count=mark.visits))
    if mark.clashes:
        words = ngettext("{count} with a clash", "{count} with a clash", mark.clashes)
        parts.append(words.format(count=mark.clashes))
    return ", ".join(parts)
