"""The values of the visual language, read from `resources/theme/tokens.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, TypeVar, cast

from desk.folders import RESOURCES

Mode = Literal["light", "dark"]

_Values = TypeVar("_Values")


# Comparing and representing fifty fields would cost the start some milliseconds to write.
@dataclass(frozen=True, eq=False, repr=False)
class ColourValues:
    """The colours of one mode, each `#RRGGBB`."""

    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    lip: str
    lip_line: str
    focus: str
    nav: str
    nav_sel: str
    nav_hover: str
    nav_text: str
    nav_text2: str
    nav_line: str
    nav_lip: str
    bad: str
    bad_bg: str
    bad_line: str
    warn: str
    warn_bg: str
    warn_line: str
    info: str
    info_bg: str
    info_line: str
    ok: str
    ok_bg: str
    ok_line: str
    mute: str
    mute_bg: str
    mute_line: str
    ev_meet: str
    ev_meet_b: str
    ev_travel: str
    ev_travel_b: str
    ev_meal: str
    ev_meal_b: str
    ev_in: str
    ev_in_b: str
    ev_other: str
    ev_other_b: str
    scrim: str
    paper: str
    desk: str
    now: str


@dataclass(frozen=True)
class Opacity:
    """Shares of one."""

    scrim: float
    hatch: float
    preparation: float
    now_line_other_days: float
    half_hour_line: float
    disabled_icon: float


@dataclass(frozen=True)
class FontRole:
    """Size and line height in logical pixels, weight on the scale of CSS (400 to 600)."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True)
class Space:
    """Distances in logical pixels."""

    fine: int
    unit: int
    field_gap: int
    card_gap: int
    card_padding: int
    pane_padding: int
    page_margin: int


@dataclass(frozen=True)
class Radius:
    """Corner radii in logical pixels."""

    chip: int
    event: int
    control: int
    box: int
    card: int
    toast: int
    palette: int
    dialog: int


@dataclass(frozen=True)
class Height:
    """Heights of parts in logical pixels."""

    menu: int
    toolbar: int
    status: int
    navigation_row: int
    button: int
    button_dense: int
    input: int
    checkbox_row: int
    table_header: int
    table_row: int
    list_row: int
    outbox_row: int
    group_row: int
    two_line_event_row: int
    timeline_row: int
    timeline_row_conflict: int
    timeline_group: int
    chip: int
    chip_large: int
    toast: int
    hour: int
    least_hit: int


@dataclass(frozen=True)
class Width:
    """Widths of parts in logical pixels; below `collapse_below` the navigation is a rail."""

    navigation: int
    navigation_rail: int
    detail: int
    detail_outbox: int
    palette: int
    search: int
    zone_column: int
    timeline_label: int
    collapse_below: int


@dataclass(frozen=True)
class Line:
    """Line widths and steps in logical pixels; `overlap_offset` is a share of the column."""

    hair: int
    focus: int
    conflict: float
    conflict_dash: tuple[int, int]
    event_bar: int
    selection_bar: int
    hatch_step: int
    hatch_width: float
    overlap_offset: float


@dataclass(frozen=True)
class IconSize:
    """Sides of icons in logical pixels."""

    chip: int
    button: int
    row: int
    navigation: int
    empty: int


@dataclass(frozen=True)
class Tokens:
    """Everything in the file."""

    light: ColourValues
    dark: ColourValues
    opacity: Opacity
    families: tuple[str, ...]
    features: tuple[str, ...]
    fonts: Mapping[str, FontRole]
    space: Space
    radius: Radius
    height: Height
    width: Width
    line: Line
    icon: IconSize


def _read(kind: type[_Values], table: Mapping[str, Any]) -> _Values:
    """One table as its dataclass; a missing name is an error of ours and raises KeyError."""
    names = [field.name for field in fields(cast(Any, kind))]
    return kind(**{name: _frozen(table[name]) for name in names})


def _frozen(value: Any) -> Any:
    return tuple(cast(list[Any], value)) if isinstance(value, list) else value


@cache
def load_tokens() -> Tokens:
    """The tokens, read once a process."""
    with (RESOURCES / "theme" / "tokens.toml").open("rb") as file:
        table = tomllib.load(file)
    font = table["font"]
    return Tokens(
        light=_read(ColourValues, table["light"]),
        dark=_read(ColourValues, table["dark"]),
        opacity=_read(Opacity, table["opacity"]),
        families=tuple(font["families"]),
        features=tuple(font["features"]),
        fonts={
            name: FontRole(*value)
            for name, value in font.items()
            if name not in ("families", "features")
        },
        space=_read(Space, table["space"]),
        radius=_read(Radius, table["radius"]),
        height=_read(Height, table["height"]),
        width=_read(Width, table["width"]),
        line=_read(Line, table["line"]),
        icon=_read(IconSize, table["icon"]),
    )
