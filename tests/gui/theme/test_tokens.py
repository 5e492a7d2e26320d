from dataclasses import fields

import pytest

from desk.gui.theme.tokens import ColourValues, load_tokens


def channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    red, green, blue = (channel(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT_PAIRS = [
    *[("text", ground) for ground in ("surface", "window", "hover", "sunken", "lip")],
    *[("text2", ground) for ground in ("surface", "window", "hover", "lip")],
    *[("text3", ground) for ground in ("surface", "window", "lip")],
    *[("accent", ground) for ground in ("surface", "window", "hover", "bad_bg", "warn_bg")],
    *[("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")],
    *[("nav_text", ground) for ground in ("nav", "nav_sel", "nav_hover")],
    *[("nav_text2", ground) for ground in ("nav", "nav_sel")],
    *[("nav_lip", ground) for ground in ("nav", "nav_sel")],
    *[(kind, f"{kind}_bg") for kind in ("bad", "warn", "info", "ok", "mute")],
    *[(kind, "surface") for kind in ("bad", "warn", "info", "ok")],
    *[("text", f"{kind}_bg") for kind in ("bad", "warn", "info", "ok")],
    *[
        (text, f"ev_{kind}")
        for text in ("text", "text2")
        for kind in ("meet", "travel", "meal", "in", "other")
    ],
]
EDGE_PAIRS = [
    *[("edge", ground) for ground in ("surface", "window")],
    *[("focus", ground) for ground in ("surface", "window", "lip", "hover")],
    ("on_accent", "accent"),
    ("nav_lip", "nav"),
    *[(f"{kind}_line", "surface") for kind in ("bad", "warn", "info", "ok")],
    *[(f"ev_{kind}_b", "surface") for kind in ("meet", "travel", "meal", "in", "other")],
]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_words_can_be_read_on_their_ground(mode: str, text: str, ground: str) -> None:
    values = getattr(load_tokens(), mode)

    assert contrast(getattr(values, text), getattr(values, ground)) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_of_controls_can_be_seen(mode: str, edge: str, ground: str) -> None:
    values = getattr(load_tokens(), mode)

    assert contrast(getattr(values, edge), getattr(values, ground)) >= 3.0


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


def test_both_modes_have_every_colour_as_six_digits() -> None:
    tokens = load_tokens()

    for values in (tokens.light, tokens.dark):
        for field in fields(ColourValues):
            value = getattr(values, field.name)
            assert len(value) == 7
            assert value[0] == "#"
            assert int(value[1:], 16) >= 0


def test_sizes_are_those_of_the_visual_language() -> None:
    tokens = load_tokens()

    assert (tokens.height.button, tokens.height.button_dense, tokens.height.toast) == (32, 28, 44)
    assert (tokens.width.navigation, tokens.width.detail) == (208, 320)
    assert (tokens.radius.chip, tokens.radius.control, tokens.radius.card) == (4, 6, 8)
    assert tokens.line.conflict_dash == (3, 2)
    assert tokens.fonts["page"].size == 20
    assert tokens.fonts["page"].weight == 600
