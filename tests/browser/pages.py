"""Where the tests go, and the one thing they wait for before going there again."""

from playwright.sync_api import Page

LESSON = "lessons/01-what-is-track-two/index.html"


def wait_for_snapshot(page: Page) -> None:
    """Wait until this browser keeps a booted Python for its next visit."""
    for _ in range(300):
        if page.evaluate("caches.open('second-track-python').then((kept) => kept.keys()).then((keys) => keys.length)"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("no snapshot was kept")
