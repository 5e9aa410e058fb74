"""Print sets on paper, in a real browser: nothing is cut off at the edge of A4 or Letter, no card is torn, nothing is asked of a server."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

INCH = 96
EDGES = 2 * 16 / 25.4 * INCH  # the margins that the sheets ask for
WIDTHS = {"A4": 210 / 25.4 * INCH - EDGES, "Letter": 8.5 * INCH - EDGES}
LOOK = """() => {
  const room = document.documentElement.clientWidth + 1;
  const wide = [...document.querySelectorAll("main *")].filter(one => one.getBoundingClientRect().right > room && one.checkVisibility());
  const cut = [...document.querySelectorAll(".st-cut")].filter(one => one.scrollHeight > one.clientHeight + 1);
  const torn = [...document.querySelectorAll(".st-cut, .st-item, tr")].filter(one => !getComputedStyle(one).breakInside.startsWith("avoid"));
  return [...wide, ...cut, ...torn].slice(0, 3).map(one => one.outerHTML.slice(0, 160));
}"""


@pytest.fixture(scope="module")
def sheets(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("print")
    for path in sorted((site / "downloads" / "print").glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder / path.stem)
    found = sorted(folder.glob("*/*.html"))
    assert len(found) > 60
    return found


@pytest.fixture
def paper(browser: Browser, request: pytest.FixtureRequest):
    page = browser.new_page(viewport={"width": int(WIDTHS[request.param]), "height": 1000})
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("paper", WIDTHS, indirect=True)
def test_nothing_is_cut_off_and_no_card_is_torn(paper: Page, sheets: list[Path]):
    asked: list[str] = []
    paper.on("request", lambda request: asked.append(request.url))
    for path in sheets:
        paper.goto(path.as_uri())
        assert paper.evaluate(LOOK) == [], path.name
    assert not [url for url in asked if not url.startswith("file:")] and len(asked) == len(sheets)
