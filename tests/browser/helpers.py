"""What a reader does on a page, in the words of the tests."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import LESSON

DEFINITIONS = "On which leg does this definition stand?"
CASES = "For whom did they speak?"


def activity(page: Page, title: str = DEFINITIONS) -> Locator:
    """An activity by its name, as a screen reader finds it."""
    return page.get_by_role("region", name=title)


def open_lesson(page: Page, address: str, *, ready: bool = True) -> Locator:
    """Open lesson 1 and wait until its sorter marks."""
    page.goto(address + LESSON)
    found = activity(page)
    if ready:
        wait_ready(found)
    return found


def wait_ready(found: Locator) -> None:
    """Wait until Python has joined: the frame says so itself."""
    expect(found).to_have_attribute("data-state", "ready", timeout=60_000)


def tray(found: Locator) -> Locator:
    """The cards that are not placed yet."""
    return found.get_by_role("list", name="Cards to place").get_by_role("listitem")


def bin_named(found: Locator, name: str) -> Locator:
    """One of the bins."""
    return found.get_by_role("group", name=name, exact=True)


def the_list(card: Locator) -> Locator:
    """A card's native list of bins."""
    return card.get_by_role("combobox")


def choose(card: Locator, bin_label: str) -> None:
    """Place a card from its list, as with a mouse."""
    the_list(card).select_option(label=bin_label)


def live(page: Page) -> Locator:
    """What was last read out."""
    return page.locator("[data-st-live]")
