"""A real browser at the built site. `make test` says which browser in ST_BROWSER and where the site is in ST_SITE."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.pages import LESSON, wait_for_snapshot
from tests.browser.serving import serving

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=20_000)  # a shared machine may be slow; what never comes still fails


@pytest.fixture(scope="session")
def site() -> Path:
    folder = Path(os.environ.get("ST_SITE", ROOT / "site")).resolve()
    if not (folder / LESSON).exists():
        pytest.fail(f"there is no built site in {folder}: run `make site` first")
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site) as root:
        yield root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    named = os.environ.get("ST_BROWSER") or next(
        filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome", "msedge"))), None
    )
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=named, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield made
        made.close()


@pytest.fixture
def strangers() -> list[str]:
    """Addresses of other origins that a page asked for: there must be none."""
    return []


@pytest.fixture
def new_context(browser: Browser, address: str, strangers: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    made: list[BrowserContext] = []
    origin = address.split("/some/")[0]

    def make(**options: object) -> BrowserContext:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        context.set_default_timeout(30_000)
        context.on(
            "request",
            lambda request: (
                None if request.url.startswith((origin, "data:", "blob:", "file:")) else strangers.append(request.url)
            ),
        )
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture(scope="session")
def returning(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser that has been here before: its boots come from the snapshot, so that most tests are quick."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    first = context.new_page()
    first.goto(address + LESSON)
    first.wait_for_selector("[data-activity][data-state=ready]", timeout=90_000)
    wait_for_snapshot(first)
    first.close()
    yield context
    context.close()


@pytest.fixture
def page(returning: BrowserContext, address: str, strangers: list[str]) -> Iterator[Page]:
    """A page of a learner without a record. The test fails if the page logs an error or asks another origin for anything."""
    opened = returning.new_page()
    opened.goto(address + "assets/favicon.svg")
    opened.evaluate(
        "async () => { for (const { name } of await indexedDB.databases()) await new Promise((done) => { "
        "const asked = indexedDB.deleteDatabase(name); asked.onsuccess = asked.onerror = asked.onblocked = done; }); }"
    )
    errors: list[str] = []
    origin = address.split("/some/")[0]
    opened.on(
        "request",
        lambda request: None if request.url.startswith((origin, "data:", "blob:")) else strangers.append(request.url),
    )
    opened.on("pageerror", lambda error: errors.append(str(error)))

    def heard(message: ConsoleMessage) -> None:
        """Keep what the page complains of; a browser looks for /favicon.ico by itself when it shows a bare picture, as above."""
        if message.type == "error" and not message.location.get("url", "").endswith("/favicon.ico"):
            errors.append(f"{message.text} ({message.location})")

    opened.on("console", heard)
    yield opened
    opened.close()
    assert not errors, errors
    assert not strangers, strangers
