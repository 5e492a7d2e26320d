"""Words that names of people, bodies, rooms and visits are drawn from; all of it is invented."""

from random import Random
from typing import NamedTuple


class Name(NamedTuple):
    """A name in Latin letters with its parts, and as it is written in its own script."""

    full: str
    family: str = ""
    given: str = ""
    patronymic: str = ""
    original: str = ""
    before: str = ""
    after: str = ""


Pair = tuple[str, str]
"""A word in Latin letters and in Cyrillic."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_KAZAKH_GIVEN: tuple[Pair, ...] = (
    ("Kaisa", "Қайса"),
    ("Talgat", "Талғат"),
    ("Gabbas", "Ғаббас"),
    ("Abai", "Абай"),
    ("Serik", "Серік"),
    ("Yerlan", "Ерлан"),
    ("Nurlan", "Нұрлан"),
    ("Daniyar", "Данияр"),
    ("Aidos", "Айдос"),
    ("Bauyrzhan", "Бауыржан"),
    ("Madi", "Мәди"),
    ("Olzhas", "Олжас"),
    ("Ruslan", "Руслан"),
    ("Sanzhar", "Санжар"),
    ("Timur", "Тимур"),
    ("Arman", "Арман"),
    ("Askar", "Асқар"),
    ("Dauren", "Дәурен"),
    ("Kanat", "Қанат"),
    ("Marat", "Марат"),
)
_KAZAKH_GIVEN_OF_WOMEN: tuple[Pair, ...] = (
    ("Aigul", "Айгүл"),
    ("Dinara", "Динара"),
    ("Gulnara", "Гүлнара"),
    ("Saule", "Сәуле"),
    ("Zhanar", "Жанар"),
    ("Ainur", "Айнұр"),
    ("Madina", "Мәдина"),
    ("Botagoz", "Ботагөз"),
    ("Aliya", "Әлия"),
    ("Togzhan", "Тоғжан"),
)
_KAZAKH_FAMILY: tuple[Pair, ...] = (
    ("Akhmetov", "Ахметов"),
    ("Bekturov", "Бектұров"),
    ("Dosanov", "Досанов"),
    ("Yesenov", "Есенов"),
    ("Zhaksybekov", "Жақсыбеков"),
    ("Iskakov", "Исқақов"),
    ("Kaliev", "Қалиев"),
    ("Mukhametzhanov", "Мұхаметжанов"),
    ("Nurgaliev", "Нұрғалиев"),
    ("Ospanov", "Оспанов"),
    ("Rakhimov", "Рахимов"),
    ("Sadykov", "Садықов"),
    ("Tulegenov", "Төлегенов"),
    ("Utepov", "Өтепов"),
    ("Shaimerdenov", "Шаймерденов"),
    ("Abdrakhmanov", "Әбдірахманов"),
    ("Baimukhanov", "Баймұханов"),
    ("Zhumabayev", "Жұмабаев"),
)
_KAZAKH_FATHER: tuple[Pair, ...] = (
    ("Kalyk", "Қалық"),
    ("Serik", "Серік"),
    ("Nurlan", "Нұрлан"),
    ("Bolat", "Болат"),
    ("Marat", "Марат"),
    ("Kairat", "Қайрат"),
    ("Murat", "Мұрат"),
    ("Askar", "Асқар"),
    ("Sagyndyk", "Сағындық"),
    ("Yerbol", "Ербол"),
)
_RUSSIAN_GIVEN: tuple[Pair, ...] = (
    ("Aleksandr", "Александр"),
    ("Dmitry", "Дмитрий"),
    ("Sergei", "Сергей"),
    ("Mikhail", "Михаил"),
    ("Nikolai", "Николай"),
    ("Yury", "Юрий"),
    ("Pavel", "Павел"),
    ("Konstantin", "Константин"),
    ("Vyacheslav", "Вячеслав"),
    ("Ilya", "Илья"),
)
_RUSSIAN_GIVEN_OF_WOMEN: tuple[Pair, ...] = (
    ("Yelena", "Елена"),
    ("Olga", "Ольга"),
    ("Natalya", "Наталья"),
    ("Ksenia", "Ксения"),
    ("Lyudmila", "Людмила"),
    ("Tatyana", "Татьяна"),
    ("Irina", "Ирина"),
    ("Yulia", "Юлия"),
)
_RUSSIAN_FAMILY: tuple[Pair, ...] = (
    ("Sokolov", "Соколов"),
    ("Kuznetsov", "Кузнецов"),
    ("Morozov", "Морозов"),
    ("Volkov", "Волков"),
    ("Lebedev", "Лебедев"),
    ("Zaitsev", "Зайцев"),
    ("Yakovlev", "Яковлев"),
    ("Shchukin", "Щукин"),
    ("Zhukov", "Жуков"),
    ("Chernov", "Чернов"),
    ("Yegorov", "Егоров"),
    ("Tikhomirov", "Тихомиров"),
)
_RUSSIAN_FATHER: tuple[Pair, ...] = (
    ("Aleksandr", "Александр"),
    ("Ivan", "Иван"),
    ("Viktor", "Виктор"),
    ("Boris", "Борис"),
    ("Anton", "Антон"),
    ("Leonid", "Леонид"),
    ("Fyodor", "Фёдор"),
    ("Roman", "Роман"),
)

_INDONESIAN_FIRST = _words(
    "Aji Bagus Budi Dewi Dian Eko Fitri Hadi Hendra Indah Joko Kartika Lestari Made Maya "
    "Muhammad Nur Nyoman Putri Rahmat Ratna Rina Rizky Sari Siti Sri Surya Syarifah Taufik "
    "Teguh Tri Wahyu Wayan Yudi Yusuf Zainal Agus Andi Bambang Dedi Djoko Hasan Heru Ismail "
    "Jamal Khairul Lukman"
)
_INDONESIAN_LAST = _words(
    "Abdullah Anggraini Ardiansyah Batubara Cahyono Darmawan Effendi Firmansyah Gunawan "
    "Hakim Hasanah Hidayat Irawan Jayadi Kurniawan Laksono Mahendra Maulana Nasution Nugroho "
    "Oktaviani Pangestu Permana Pratama Purnomo Rahayu Ramadhan Saputra Setiawan Simanjuntak "
    "Soekardi Sulistyo Suryani Syahputra Tambunan Utami Wibowo Widodo Wijaya Yulianti "
    "Zulkarnain Tjahjono"
)
_INDONESIAN_TITLES = (
    ("", ""),
    ("", ""),
    ("", "S.E."),
    ("", "S.H., M.H."),
    ("Ir.", "M.T."),
    ("Dr.", "M.Si."),
    ("Drs.", "M.M."),
    ("H.", ""),
    ("Hj.", "S.Sos."),
    ("dr.", "Sp.A."),
)
_LATIN_FIRST = _words(
    "Adele Anna Bernd Carlos Chen Claire Daniel Elena Emma Farid Fiona Hannah Hiroshi Ines "
    "James Jan Jorge Julia Kenji Lars Laura Lim Lucas Maria Martin Mei Min-jun Naoko Oliver "
    "Paul Pierre Rajesh Sarah Sofia Sven Thomas Ursula Victor Wei Yuki"
)
_LATIN_LAST = _words(
    "Andersson Bakker Bauer Becker Brown Campbell Chan Costa Dubois Fischer Garcia Hansen "
    "Ibrahim Jansen Johnson Kim Kobayashi Lee Martin Meyer Müller Nakamura Nguyen Novak "
    "O'Connor Park Patel Rossi Sánchez Schneider Silva Singh Smith Suzuki Tan Taylor Wagner "
    "Wilson Wong Yamada"
)


def _pick(random: Random, words: tuple[Pair, ...]) -> Pair:
    return words[int(random.random() * len(words))]


def _written(random: Random, family: Pair, given: Pair, father: Pair) -> Name:
    """In the official order: family, given name, patronymic; now and then in Cyrillic alone."""
    latin, cyrillic = (
        " ".join(part[script] for part in (family, given, father)) for script in (0, 1)
    )
    if random.random() < 0.1:
        return Name(cyrillic, family[1], given[1], father[1])
    shown = cyrillic if random.random() < 0.8 else ""
    return Name(latin, family[0], given[0], father[0], shown)


def _kazakh(random: Random) -> Name:
    family, father = _pick(random, _KAZAKH_FAMILY), _pick(random, _KAZAKH_FATHER)
    modern = random.random() < 0.4
    if random.random() < 0.35:
        given = _pick(random, _KAZAKH_GIVEN_OF_WOMEN)
        ending = ("kyzy", "қызы") if modern else ("ovna", "овна")
        family = (f"{family[0]}a", f"{family[1]}а")
    else:
        given = _pick(random, _KAZAKH_GIVEN)
        ending = ("uly", "ұлы") if modern else ("ovich", "ович")
    return _written(random, family, given, (father[0] + ending[0], father[1] + ending[1]))


def _russian(random: Random) -> Name:
    family, father = _pick(random, _RUSSIAN_FAMILY), _pick(random, _RUSSIAN_FATHER)
    if random.random() < 0.4:
        given, ending = _pick(random, _RUSSIAN_GIVEN_OF_WOMEN), ("ovna", "овна")
        family = (f"{family[0]}a", f"{family[1]}а")
    else:
        given, ending = _pick(random, _RUSSIAN_GIVEN), ("ovich", "ович")
    return _written(random, family, given, (father[0] + ending[0], father[1] + ending[1]))


def _indonesian(random: Random) -> Name:
    words = [random.choice(_INDONESIAN_FIRST)]
    if random.random() < 0.4:
        words.append(random.choice(_INDONESIAN_FIRST))
    # One word is a whole name.
    if random.random() < 0.93:
        words.append(random.choice(_INDONESIAN_LAST))
    before, after = random.choice(_INDONESIAN_TITLES)
    return Name(" ".join(dict.fromkeys(words)), before=before, after=after)


def _latin(random: Random) -> Name:
    given, family = random.choice(_LATIN_FIRST), random.choice(_LATIN_LAST)
    return Name(f"{given} {family}", family, given)


_BY_COUNTRY = {"KZ": _kazakh, "RU": _russian, "ID": _indonesian}


def name_from(random: Random, country: str) -> Name:
    """A name of somebody from that country (ISO code)."""
    return _BY_COUNTRY.get(country, _latin)(random)
