"""Hosts with manners of their own, as the hosting guide promises them: one that hides `.html`, and a folder opened from disk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import activity, choose, open_lesson, tray, wait_ready
from tests.browser.pages import LESSON
from tests.browser.serving import Plain, serving

BIN = "What is done"


class Hiding(Plain):
    """Shows `page.html` at `page`, and `folder/index.html` at `folder/`, as Cloudflare Pages does; whoever asks for the file is sent there."""

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        shown = re.sub(r"(?<=/)index\.html$|\.html$", "", path)
        if shown != path:
            self.send_response(308)
            self.send_header("Location", f"{shown}?{query}" if query else shown)
            self.send_header("Content-Length", "0")
            return self.end_headers()
        hidden = Path(f"{self.translate_path(path)}.html")
        if not path.endswith("/") and hidden.exists():
            self.path = f"{path}.html"
        return super().do_GET()


def test_a_host_that_hides_the_ends_of_names_serves_it_all_the_same(new_context, site, strangers):
    with serving(site, Hiding) as root:
        strangers.clear()
        page = new_context().new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        found = open_lesson(page, root)
        choose(tray(found).first, BIN)
        expect(tray(found)).to_have_count(11)
        page.get_by_role("link", name="Glossary", exact=True).first.click()
        expect(page).to_have_url(re.compile(r"/glossary(\.html)?$"))
        page.get_by_role("link", name="My progress").first.click()
        expect(page.get_by_role("row").filter(has_text="1 of 12 answered")).to_be_visible()
        page.goto(root + LESSON)
        wait_ready(activity(page))
        expect(tray(activity(page))).to_have_count(11)
        assert not errors, errors


def test_an_assignment_survives_a_host_that_sends_its_page_elsewhere(new_context, site):
    """The redirect carries no fragment; the browser keeps the one it had."""
    with serving(site, Hiding) as root:
        page = new_context().new_page()
        page.goto(root + "assignment.html#v=1&title=A+test&do=01-what-is-track-two/definitions")
        assert page.url.endswith("/assignment#v=1&title=A+test&do=01-what-is-track-two/definitions")
        expect(page.get_by_role("main").get_by_text("A test").first).to_be_visible(timeout=60_000)


def test_what_is_opened_from_a_file_prints_with_its_cards_and_its_source(new_context, site):
    page = new_context().new_page()
    page.goto((site / LESSON).as_uri())
    found = page.locator("#definitions-activity")
    expect(found.get_by_text("opened from a file")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="What is Track Two diplomacy?")).to_be_visible()
    expect(found.get_by_role("listitem").first).to_be_visible()
    assert len(page.pdf()) > 50_000


@pytest.mark.parametrize(
    "name", ["assignment", "progress", "practice/index", "instructors/assign", "instructors/gradebook"]
)
def test_what_only_python_can_show_says_from_a_file_why_it_is_not_there(new_context, site, name):
    page = new_context().new_page()
    page.goto((site / f"{name}.html").as_uri())
    expect(page.get_by_role("main").get_by_text("opened from a file").first).to_be_visible()
    assert not page.get_by_text(re.compile("appears? here when")).count()


def test_from_a_file_every_link_of_the_home_page_leads_to_a_page(new_context, site):
    """Without a server a folder has no index: each link names its file."""
    page = new_context().new_page()
    page.goto((site / "index.html").as_uri())
    links = {
        link.split("#")[0]
        for link in page.eval_on_selector_all("a[href]", "all => all.map((link) => link.href)")
        if link.startswith("file:")
    }
    assert len(links) > 20
    assert not [link for link in links if not link.endswith((".html", ".apkg", ".zip")) or not Path(link[7:]).is_file()]
