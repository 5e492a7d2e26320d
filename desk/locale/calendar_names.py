"""The names of days and months in id, en (British), ru and kk, and how a date is put together.

From CLDR 48, kept here because the first screen shows dates and Babel is slow to import; a test
compares them with Babel. Deviations from CLDR: no leading zero and no narrow no-break spaces (text
is copied into letters and chats, and searched for), and two-letter days in Indonesian, which CLDR
lacks.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """One language's names, days from Monday; patterns over {weekday} {day} {month} {year}."""

    days: tuple[str, ...]
    days_abbreviated: tuple[str, ...]
    days_short: tuple[str, ...]
    months: tuple[str, ...]
    months_abbreviated: tuple[str, ...]
    months_alone: tuple[str, ...]
    long: str
    long_yearless: str
    medium: str
    weekday_medium: str
    weekday_day_month: str
    month_year: str
    long_between: str
    clock_separator: str
    before_clock: str
    year_first: bool

    def write(self, pattern: str, day: date, *, full: bool) -> str:
        """A pattern filled with the names of a day, in full or abbreviated."""
        days = self.days if full else self.days_abbreviated
        months = self.months if full else self.months_abbreviated
        return pattern.format(
            weekday=days[day.weekday()], day=day.day, month=months[day.month - 1], year=day.year
        )


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_INDONESIAN_MONTHS = _words(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
)
_ENGLISH_MONTHS = _words(
    "January February March April May June July August September October November December"
)
_KAZAKH_MONTHS = _words(
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
)
_RUSSIAN_DAYS = _words("пн вт ср чт пт сб вс")
_KAZAKH_DAYS = _words("дс сс ср бс жм сб жс")

CALENDAR_NAMES = {
    "id": CalendarNames(
        days=_words("Senin Selasa Rabu Kamis Jumat Sabtu Minggu"),
        days_abbreviated=_words("Sen Sel Rab Kam Jum Sab Min"),
        days_short=_words("Sn Sl Rb Km Jm Sb Mg"),
        months=_INDONESIAN_MONTHS,
        months_abbreviated=_words("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"),
        months_alone=_INDONESIAN_MONTHS,
        long="{weekday}, {day} {month} {year}",
        long_yearless="{weekday}, {day} {month}",
        medium="{day} {month} {year}",
        weekday_medium="{weekday} {day} {month} {year}",
        weekday_day_month="{weekday} {day} {month}",
        month_year="{month} {year}",
        long_between=" s.d. ",
        clock_separator=".",
        before_clock=" ",
        year_first=False,
    ),
    "en": CalendarNames(
        days=_words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        days_abbreviated=_words("Mon Tue Wed Thu Fri Sat Sun"),
        days_short=_words("Mo Tu We Th Fr Sa Su"),
        months=_ENGLISH_MONTHS,
        months_abbreviated=_words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
        months_alone=_ENGLISH_MONTHS,
        long="{weekday}, {day} {month} {year}",
        long_yearless="{weekday}, {day} {month}",
        medium="{day} {month} {year}",
        weekday_medium="{weekday} {day} {month} {year}",
        weekday_day_month="{weekday} {day} {month}",
        month_year="{month} {year}",
        long_between=" to ",
        clock_separator=":",
        before_clock=" ",
        year_first=False,
    ),
    "ru": CalendarNames(
        days=_words("понедельник вторник среда четверг пятница суббота воскресенье"),
        days_abbreviated=_RUSSIAN_DAYS,
        days_short=_RUSSIAN_DAYS,
        months=_words(
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
        ),
        months_abbreviated=_words("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."),
        months_alone=_words(
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
        ),
        long="{weekday}, {day} {month} {year} г.",
        long_yearless="{weekday}, {day} {month}",
        medium="{day} {month} {year} г.",
        weekday_medium="{weekday}, {day} {month} {year} г.",
        weekday_day_month="{weekday}, {day} {month}",
        month_year="{month} {year} г.",
        long_between=" – ",
        clock_separator=":",
        before_clock=", ",
        year_first=False,
    ),
    "kk": CalendarNames(
        days=_words("дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"),
        days_abbreviated=_KAZAKH_DAYS,
        days_short=_KAZAKH_DAYS,
        months=_KAZAKH_MONTHS,
        months_abbreviated=_words("қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел."),
        months_alone=_KAZAKH_MONTHS,
        long="{year} ж. {day} {month}, {weekday}",
        long_yearless="{day} {month}, {weekday}",
        medium="{year} ж. {day} {month}",
        weekday_medium="{year} ж. {day} {month}, {weekday}",
        weekday_day_month="{day} {month}, {weekday}",
        month_year="{year} ж. {month}",
        long_between=" – ",
        clock_separator=":",
        before_clock=", ",
        year_first=True,
    ),
}

# Other spellings that people write, each with the number of its day (Monday 0) or month (1).
OTHER_DAY_NAMES = {"ahad": 6, "tues": 1, "thur": 3, "thurs": 3}
OTHER_MONTH_NAMES = {
    "pebruari": 2, "peb": 2, "agt": 8, "agst": 8, "ags": 8, "sept": 9, "sep": 9,
    "nopember": 11, "nop": 11, "сен": 9, "ноя": 11, "фев": 2,
}  # fmt: skip
