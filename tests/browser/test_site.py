"""The site as a whole: turning pages, no script, from a file, on bad servers, under a strict policy, on a small screen, in print."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from interactive.publishing.headers import policy
from tests.browser.conftest import ROOT
from tests.browser.helpers import DEFINITIONS, activity, choose, open_lesson, tray, wait_ready
from tests.browser.pages import LESSON
from tests.browser.serving import Strict, serving

PAGES = [
    "index.html",
    LESSON,
    "lessons/00-introduction/index.html",
    "lessons/02-theoretical-foundations/index.html",
    "lessons/03-theory-meets-practice/index.html",
    "lessons/04-the-third-party/index.html",
    "lessons/05-problem-solving-workshops/index.html",
    "lessons/06-transfer-and-evaluation/index.html",
    "lessons/07-conclusion/index.html",
    "practice/index.html",
    "practice/self-test.html",
    "progress.html",
    "glossary.html",
    "instructors/index.html",
    "instructors/syllabus.html",
    "instructors/03-theory-meets-practice.html",
    "instructors/room-logan-act.html",
    "instructors/room-two-winters.html",
    "instructors/write-a-story.html",
    "references.html",
    "404.html",
]
BIN = "What is done"


def test_turning_pages_keeps_the_one_worker_and_the_place(page, address):
    """From home to the lesson and back: Python is not fetched again, and the attempt is where it was."""
    page.goto(address + "index.html")
    page.get_by_role("link", name=re.compile("What is Track Two")).first.click()
    found = activity(page)
    wait_ready(found)
    mine = [worker for worker in page.workers if "/st-" in worker.url]
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    page.get_by_role("link", name="My progress").first.click()
    expect(page.get_by_role("row").filter(has_text="1 of 12 answered")).to_be_visible()
    page.go_back()
    expect(tray(found)).to_have_count(11)
    wait_ready(found)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(10)
    assert [worker for worker in page.workers if "/st-" in worker.url] == mine


def test_without_javascript_the_page_reads_and_fills_in(new_context, address):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + LESSON)
    found = page.locator("#definitions-activity")
    expect(found.get_by_text("JavaScript is off in this browser")).to_be_visible()
    lists = found.get_by_role("combobox")
    expect(lists).to_have_count(12)
    lists.first.select_option(label=BIN)
    expect(lists.first).to_have_value("done")
    assert found.get_by_role("button").count() == 0
    quiz = page.locator("#bank-activity")
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("textbox").first.fill("private")
    casefile = page.locator("#logan-act-activity")
    casefile.get_by_role("radio", name="Arguable").first.check()
    expect(page.get_by_role("heading", name="What is Track Two diplomacy?")).to_be_visible()


def test_from_a_file_it_reads_and_says_why_nothing_is_checked(new_context, site):
    page = new_context().new_page()
    page.goto((site / LESSON).as_uri())
    found = page.locator("#definitions-activity")
    expect(found.get_by_text("opened from a file")).to_be_visible()
    found.get_by_role("combobox").first.select_option(label=BIN)
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name=re.compile("What is Track Two")).first.click()
    expect(page.get_by_role("heading", name="What is Track Two diplomacy?")).to_be_visible()


def test_a_server_with_wrong_types_serves_it_all_the_same(new_context, site):
    with serving(site, Strict) as root:
        page = new_context(viewport={"width": 650, "height": 800}).new_page()
        found = open_lesson(page, root)
        choose(tray(found).first, BIN)
        expect(tray(found)).to_have_count(11)


def test_it_lives_under_a_strict_content_security_policy(new_context, site):
    with serving(site, Content_Security_Policy=policy(site)) as root:
        page = new_context().new_page()
        refused = []
        page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
        page.goto(root + "index.html")
        found = open_lesson(page, root)
        choose(tray(found).first, BIN)
        expect(tray(found)).to_have_count(11)
        for name in PAGES:
            page.goto(root + name)
        assert not refused, refused


def test_the_policy_is_the_one_that_was_asked_for(site):
    assert re.match(
        r"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'( 'sha256-[\w+/=]+')*\s*(;|$)", policy(site)
    )


def test_no_page_names_another_origin_to_load_from(site):
    """Links may lead out; nothing that a browser fetches by itself may."""
    loads = re.compile(
        r"<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc=[\"']?(?:https?:)?//|<link\b(?![^>]*rel=[\"']?canonical)[^>]*href=[\"']?(?:https?:)?//|@import\s+[\"']?https?:|url\([\"']?https?:"
    )
    for path in [*site.rglob("*.html"), *site.rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        found = loads.search(text)
        assert not found, (path, found and text[found.start() : found.start() + 120])


def test_there_is_no_mjs_no_map_address_and_no_service_worker(site):
    assert not list(site.rglob("*.mjs"))
    for path in site.glob("assets/*/*.js"):
        assert "serviceWorker.register" not in path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_scrolls_sideways_on_a_small_screen(page, address, name, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + name)
    if name == LESSON:
        wait_ready(activity(page))
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.set_viewport_size({"width": 1280, "height": 900})


def axe(page):
    page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((all) => all.violations)"
    )
    return [
        (one["id"], one["nodes"][0]["html"][:160], one["nodes"][0].get("failureSummary", "")[:200]) for one in found
    ]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, address, name, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(address + name)
    if name == LESSON:
        wait_ready(activity(page))
    page.wait_for_timeout(300)
    assert axe(page) == []
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_an_activity(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    found = open_lesson(page, address)
    found.get_by_role("radio", name="Mark them all when I press Check").check()
    for left, label in ((12, BIN), (11, "Who is there"), (10, "What kinds"), (9, "Where it stands")):
        expect(tray(found)).to_have_count(left)
        choose(tray(found).first, label)
    found.get_by_role("button", name="Check", exact=True).click()
    expect(found).to_have_attribute("data-state", "checked")
    tray(found).first.get_by_role("button", name="Pick up").click()
    assert axe(page) == []
    page.keyboard.press("Escape")
    found.get_by_role("button", name="Finish the round").click()
    expect(found).to_have_attribute("data-state", "finished")
    assert axe(page) == []
    found.get_by_role("button", name="Show where they belong").click()
    expect(found.get_by_text("Belongs in:").first).to_be_visible()
    assert axe(page) == []
    page.emulate_media(color_scheme="light")


def test_the_cards_print_without_marks_or_keys(page, address):
    page.add_init_script(
        "window.print = () => { window.printed = document.querySelector('.st-paper').cloneNode(true); dispatchEvent(new Event('afterprint')); };"
    )
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    found.get_by_role("button", name="Print the cards").click()
    page.wait_for_function("window.printed")
    text = page.evaluate("window.printed.innerText || window.printed.textContent")
    assert "Name:" in text and "Fits" not in text and "Not here" not in text
    assert page.evaluate("window.printed.querySelectorAll('.st-card').length") == 12
    assert page.evaluate("document.querySelectorAll('.st-paper').length") == 0


def test_the_page_to_hand_in_carries_the_marks(page, address):
    page.add_init_script(
        "window.print = () => { window.printed = document.querySelector('.st-paper').cloneNode(true); dispatchEvent(new Event('afterprint')); };"
    )
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    found.get_by_role("button", name="Finish the round").click()
    found.get_by_role("button", name="Page to hand in").click()
    page.wait_for_function("window.printed")
    assert "Finished:" in page.evaluate("window.printed.textContent")


def test_search_finds_the_text_and_not_the_cards(page, address):
    page.goto(address + "index.html")
    index = page.evaluate("fetch('search/search_index.json').then((found) => found.text())")
    assert "Montville" in index and "Pick up" not in index and "Choose…" not in index


def test_every_link_of_the_site_leads_somewhere(site):
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for target in re.findall(r'(?:href|src)="([^"#?]*)[^"]*"', text):
            if not target or re.match(r"[a-z]+:", target):
                continue
            assert (path.parent / target).resolve().exists() or path.name == "404.html", (
                path.relative_to(site),
                target,
            )
        assert '="root:' not in text, path


def test_anchors_that_activities_send_back_to_exist(site):
    lesson = (site / LESSON).read_text(encoding="utf-8")
    for anchor in (
        "what-is-done",
        "who-is-there",
        "where-it-stands",
        "what-kinds",
        "track-one",
        "track-two",
        "off-the-tracks",
    ):
        assert f'id="{anchor}"' in lesson


def test_the_title_of_the_activity_is_in_the_page_before_any_script(site):
    assert DEFINITIONS in (site / LESSON).read_text(encoding="utf-8")
    assert Path(site / "assets").exists()


def test_a_rebuild_of_the_site_is_the_same_to_the_byte(site, tmp_path):
    import hashlib
    import os
    import subprocess
    import sys

    made = str(tmp_path / "site")
    course = str(Path(sys.executable).with_name("course"))
    for command in (
        [sys.executable, "-m", "mkdocs", "build", "-q", "--clean", "--site-dir", made],
        [course, "packages", "--out", str(tmp_path / "dist"), made],
    ):
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})

    def hashes(folder):
        dated = {"sitemap.xml", "sitemap.xml.gz"}  # MkDocs writes the day of the build into them
        files = [path for path in folder.rglob("*") if path.is_file() and path.name not in dated]
        return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    assert hashes(tmp_path / "site") == hashes(site)
