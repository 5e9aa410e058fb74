"""Colors are read from tokens.css and measured: 4.5 for text and 3 for lines that mean something, in both schemes (WCAG 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "interactive" / "web" / "css"
TOKEN = re.compile(r"--st-([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")
PLAIN = re.compile(r"--st-([a-z0-9-]+):\s*(#[0-9a-f]{6})\b")
SCHEMES = ("light", "dark")
TEXT, LINE = 4.5, 3.0

INKS_LIE_ON = ("paper", "leaf", "wash", "baize-wash", "brass-wash", "madder-wash")
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "ink-2", "ink-3") for ground in INKS_LIE_ON],
    *[("baize", ground, TEXT) for ground in ("paper", "leaf", "wash", "baize-wash")],
    ("baize-strong", "baize-wash", TEXT),
    ("on-baize", "baize", TEXT),
    ("on-baize", "baize-strong", TEXT),
    ("paper", "ink", TEXT),
    *[("brass", ground, TEXT) for ground in ("paper", "leaf", "brass-wash")],
    *[("madder", ground, TEXT) for ground in ("paper", "leaf", "madder-wash")],
    *[(foil, "cloth", TEXT) for foil in ("foil", "foil-dim", "on-cloth")],
    ("cloth", "foil", TEXT),
    *[("focus", ground, LINE) for ground in INKS_LIE_ON],
    *[("line", ground, LINE) for ground in ("paper", "leaf", "wash")],
    *[("brass-line", ground, LINE) for ground in ("paper", "leaf", "brass-wash")],
]


def tokens() -> dict[str, tuple[str, str]]:
    return {name: (light, dark) for name, light, dark in TOKEN.findall((CSS / "tokens.css").read_text())}


def luminance(color: str) -> float:
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", range(2), ids=SCHEMES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS, ids=lambda value: str(value))
def test_every_pair_that_is_used_can_be_read(front: str, ground: str, least: float, scheme: int) -> None:
    colors = tokens()
    measured = contrast(colors[front][scheme], colors[ground][scheme])
    assert measured >= least, f"{front} on {ground} is {measured:.2f}:1 in the {SCHEMES[scheme]} scheme, under {least}"


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_a_browser_without_light_dark_gets_the_light_colors() -> None:
    fallback = dict(PLAIN.findall((CSS / "tokens.css").read_text().split("@supports not", 1)[1]))
    assert fallback == {name: light for name, (light, _) in tokens().items()}


@pytest.mark.parametrize(
    "sheet", sorted(path.name for path in CSS.glob("*.css") if path.name not in ("tokens.css", "print.css"))
)
def test_no_other_sheet_names_a_color(sheet: str) -> None:
    text = re.sub(r"/\*.*?\*/", "", (CSS / sheet).read_text(), flags=re.DOTALL)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\brgba?\(|\bhsla?\(", text)
