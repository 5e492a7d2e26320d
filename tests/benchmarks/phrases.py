"""Words for bodies, offices, rooms, visits and promises; all of it is invented."""

from desk.model.choices import EventKind, OrganisationKind

Words = dict[str, str]

COUNTRIES = {
    # ISO code: weight among visits, language of invitations, zone, name per language, cities.
    "KZ": (22, "kk", "Asia/Almaty", ("Kazakhstan", "Kazakhstan", "Казахстан", "Қазақстан")),
    "RU": (12, "ru", "Europe/Moscow", ("Rusia", "Russia", "Россия", "Ресей")),
    "MY": (12, "en", "Asia/Kuala_Lumpur", ("Malaysia", "Malaysia", "Малайзия", "Малайзия")),
    "JP": (11, "en", "Asia/Tokyo", ("Jepang", "Japan", "Япония", "Жапония")),
    "KR": (10, "en", "Asia/Seoul", ("Korea Selatan", "South Korea", "Корея", "Корея")),
    "CN": (9, "en", "Asia/Shanghai", ("Tiongkok", "China", "Китай", "Қытай")),
    "AU": (8, "en", "Australia/Sydney", ("Australia", "Australia", "Австралия", "Аустралия")),
    "DE": (6, "en", "Europe/Berlin", ("Jerman", "Germany", "Германия", "Германия")),
    "NL": (5, "en", "Europe/Amsterdam", ("Belanda", "Netherlands", "Нидерланды", "Нидерланд")),
    "GB": (5, "en", "Europe/London", ("Inggris", "United Kingdom", "Британия", "Британия")),
}
CITIES = {
    "KZ": ("Astana", "Almaty", "Shymkent", "Karaganda"),
    "RU": ("Moscow", "Kazan", "Vladivostok", "Novosibirsk"),
    "MY": ("Kuala Lumpur", "Kota Kinabalu", "Kuching"),
    "JP": ("Tokyo", "Osaka", "Sapporo"),
    "KR": ("Seoul", "Busan", "Ulsan"),
    "CN": ("Beijing", "Nanning", "Guangzhou"),
    "AU": ("Canberra", "Perth", "Darwin"),
    "DE": ("Berlin", "Hamburg", "Essen"),
    "NL": ("Den Haag", "Rotterdam", "Groningen"),
    "GB": ("London", "Aberdeen", "Leeds"),
    "ID": ("Samarinda", "Balikpapan", "Bontang", "Nusantara", "Jakarta"),
}

BODIES: dict[OrganisationKind, tuple[tuple[Words, str], ...]] = {
    OrganisationKind.GOVERNMENT: (
        (
            {
                "id": "Dinas Perdagangan {city}",
                "en": "Trade Service of {city}",
                "ru": "Служба торговли, {city}",
                "kk": "{city} сауда қызметі",
            },
            "Disdag {city}",
        ),
        (
            {
                "id": "Dinas Perhubungan {city}",
                "en": "Transport Service of {city}",
                "ru": "Служба транспорта, {city}",
                "kk": "{city} көлік қызметі",
            },
            "Dishub {city}",
        ),
        (
            {
                "id": "Kantor Wali Kota {city}",
                "en": "City Hall of {city}",
                "ru": "Мэрия, {city}",
                "kk": "{city} қаласының әкімдігі",
            },
            "{city}",
        ),
    ),
    OrganisationKind.LEGISLATURE: (
        (
            {
                "id": "Dewan Kota {city}",
                "en": "City Council of {city}",
                "ru": "Городской совет, {city}",
                "kk": "{city} қаласының мәслихаты",
            },
            "",
        ),
    ),
    OrganisationKind.MISSION: (
        (
            {
                "id": "Perwakilan di {city}",
                "en": "Mission in {city}",
                "ru": "Представительство, {city}",
                "kk": "{city} өкілдігі",
            },
            "",
        ),
    ),
    OrganisationKind.BUSINESS: (
        (
            {
                "id": "Kamar Dagang {city}",
                "en": "Chamber of Commerce of {city}",
                "ru": "Торговая палата, {city}",
                "kk": "{city} сауда палатасы",
            },
            "",
        ),
        ({"id": "{city} Energi", "en": "{city} Energy"}, ""),
    ),
}

OFFICES: tuple[Words, ...] = (
    {
        "id": "Kepala Dinas",
        "en": "Head of Service",
        "ru": "Руководитель службы",
        "kk": "Қызмет басшысы",
    },
    {
        "id": "Wakil Kepala",
        "en": "Deputy Head",
        "ru": "Заместитель руководителя",
        "kk": "Басшының орынбасары",
    },
    {"id": "Direktur", "en": "Director", "ru": "Директор", "kk": "Директор"},
    {"id": "Sekretaris", "en": "Secretary", "ru": "Секретарь", "kk": "Хатшы"},
    {
        "id": "Kepala Bagian",
        "en": "Head of Division",
        "ru": "Начальник отдела",
        "kk": "Бөлім басшысы",
    },
    {"id": "Penasihat", "en": "Adviser", "ru": "Советник", "kk": "Кеңесші"},
    {"id": "Anggota Dewan", "en": "Member of Council", "ru": "Депутат", "kk": "Депутат"},
    {"id": "Analis", "en": "Analyst", "ru": "Аналитик", "kk": "Талдаушы"},
)

BUILDINGS: tuple[tuple[Words, str], ...] = (
    ({"id": "Kantor Gubernur", "en": "Governor's Office"}, "Samarinda"),
    ({"id": "Gedung Tepian", "en": "Tepian Building"}, "Samarinda"),
    ({"id": "Balai Kota", "en": "City Hall"}, "Balikpapan"),
    ({"id": "Bandara", "en": "Airport"}, "Balikpapan"),
    ({"id": "Pusat Konvensi", "en": "Convention Centre"}, "Samarinda"),
)
ROOMS: tuple[Words, ...] = tuple(
    {"id": f"Ruang {flower}", "en": f"{flower} Room"}
    for flower in (
        "Anggrek",
        "Bakung",
        "Cempaka",
        "Dahlia",
        "Flamboyan",
        "Kenanga",
        "Melati",
        "Seroja",
    )
)
LAYOUTS: tuple[tuple[Words, float, int, int], ...] = (
    # Name, share of the room's seats, minutes of set-up and of clear-down.
    (
        {"id": "Meja U", "en": "U shape", "ru": "Стол буквой П", "kk": "П пішінді үстел"},
        0.5,
        45,
        20,
    ),
    ({"id": "Teater", "en": "Theatre", "ru": "Театр", "kk": "Театр"}, 1.0, 30, 15),
    (
        {"id": "Meja bundar", "en": "Round tables", "ru": "Круглые столы", "kk": "Дөңгелек үстел"},
        0.7,
        60,
        30,
    ),
)

VISITS: tuple[tuple[Words, str], ...] = (
    (
        {
            "id": "Kunjungan delegasi {country} ({city})",
            "en": "Visit of the delegation from {country} ({city})",
            "ru": "Визит делегации, {country} ({city})",
            "kk": "{country} ({city}) делегациясының сапары",
        },
        "Perdagangan dan investasi",
    ),
    (
        {
            "id": "Kunjungan kerja {country} bidang energi",
            "en": "Working visit of {country} on energy",
            "ru": "Рабочий визит по энергетике, {country}",
            "kk": "{country}: энергетика бойынша жұмыс сапары",
        },
        "Energi dan hilirisasi",
    ),
    (
        {
            "id": "Misi dagang {country} ({city})",
            "en": "Trade mission from {country} ({city})",
            "ru": "Торговая миссия, {country} ({city})",
            "kk": "{country} ({city}) сауда миссиясы",
        },
        "Misi dagang",
    ),
    (
        {
            "id": "Kunjungan kehormatan Duta Besar {country}",
            "en": "Courtesy visit of the Ambassador of {country}",
            "ru": "Визит вежливости посла, {country}",
            "kk": "{country} елшісінің құрмет сапары",
        },
        "Kunjungan kehormatan",
    ),
    (
        {
            "id": "Kunjungan universitas dari {city}",
            "en": "Visit of universities from {city}",
            "ru": "Визит университетов, {city}",
            "kk": "{city} университеттерінің сапары",
        },
        "Pendidikan",
    ),
)

TITLES: dict[EventKind, tuple[Words, ...]] = {
    EventKind.ARRIVAL: ({"id": "Kedatangan", "en": "Arrival", "ru": "Прибытие", "kk": "Келу"},),
    EventKind.DEPARTURE: (
        {"id": "Keberangkatan", "en": "Departure", "ru": "Отъезд", "kk": "Кету"},
    ),
    EventKind.COURTESY_CALL: (
        {
            "id": "Kunjungan kehormatan",
            "en": "Courtesy call",
            "ru": "Визит вежливости",
            "kk": "Құрмет",
        },
    ),
    EventKind.MEETING: (
        {
            "id": "Pertemuan bisnis",
            "en": "Business meeting",
            "ru": "Деловая встреча",
            "kk": "Іскерлік кездесу",
        },
        {
            "id": "Diskusi investasi",
            "en": "Talks on investment",
            "ru": "Переговоры",
            "kk": "Келіссөз",
        },
        {
            "id": "Temu usaha",
            "en": "Business matching",
            "ru": "Встреча предприятий",
            "kk": "Бизнес кездесу",
        },
        {
            "id": "Paparan proyek",
            "en": "Project presentation",
            "ru": "Презентация",
            "kk": "Таныстырылым",
        },
    ),
    EventKind.MEAL: (
        {"id": "Jamuan makan siang", "en": "Lunch", "ru": "Обед", "kk": "Түскі ас"},
        {"id": "Jamuan makan malam", "en": "Dinner", "ru": "Ужин", "kk": "Кешкі ас"},
    ),
    EventKind.SITE_VISIT: (
        {"id": "Tinjauan kawasan industri", "en": "Visit to the industrial estate"},
        {"id": "Tinjauan pelabuhan", "en": "Visit to the harbour"},
        {"id": "Tinjauan kebun riset", "en": "Visit to the research garden"},
    ),
    EventKind.SIGNING: (
        {"id": "Penandatanganan", "en": "Signing", "ru": "Подписание", "kk": "Қол қою"},
    ),
    EventKind.CEREMONY: (
        {
            "id": "Upacara penyambutan",
            "en": "Welcome ceremony",
            "ru": "Церемония",
            "kk": "Салтанат",
        },
    ),
    EventKind.TRANSFER: ({"id": "Perjalanan", "en": "Transfer", "ru": "Переезд", "kk": "Жол"},),
    EventKind.INTERNAL: (
        {"id": "Rapat koordinasi", "en": "Coordination meeting"},
        {"id": "Gladi bersih", "en": "Rehearsal"},
    ),
}
GATHERINGS: tuple[Words, ...] = (
    {"id": "Pameran dagang", "en": "Trade fair", "ru": "Ярмарка", "kk": "Жәрмеңке"},
    {"id": "Pelatihan protokol", "en": "Protocol training"},
    {"id": "Festival budaya", "en": "Culture festival"},
)
PLACES = ("Pelabuhan", "Kawasan industri", "Kebun riset", "Tepian Mahakam", "Lobi hotel")
GROUPS: tuple[Words, ...] = (
    {"id": "Pelaku usaha", "en": "Business people", "ru": "Предприниматели", "kk": "Кәсіпкерлер"},
    {"id": "Wartawan", "en": "Journalists", "ru": "Журналисты", "kk": "Журналистер"},
)
PROMISES = (
    "Kirim data komoditas unggulan",
    "Susun rencana kerja sama",
    "Jadwalkan pertemuan lanjutan",
    "Kirim daftar perusahaan yang berminat",
    "Siapkan naskah nota kesepahaman",
    "Balas surat undangan kunjungan balasan",
    "Sampaikan hasil rapat kepada dinas terkait",
)
