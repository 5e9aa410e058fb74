"""Packages served as the worst system serves them, in a frame of 650 pixels: every activity boots and scores, every link leads somewhere.

Nothing here speaks SCORM (test_scorm.py does): without a system around it a lesson works all the same.
"""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from interactive.publishing.packages.build import Maker, plans
from interactive.publishing.packages.contents import Site
from tests.browser.serving import Plain, Strict, serving
from tests.browser.test_site import axe
from tests.lessons import LESSONS

FRAME = '<!doctype html><title>A system</title><iframe id="lms" title="Lesson" src="{shell}" width="650" height="900"></iframe>'
HOST = re.compile(rb"https?://[a-z0-9.-]+")
NAMESPACES = (
    b"http://www.w3.org/",
    b"http://www.imsproject.org/",
    b"http://www.imsglobal.org/",
    b"http://www.adlnet.org/",
)
OTHERS_CODE = (
    "bundle.",
    "main.",
    "pyodide.",
)  # names hosts in notes and for features that are off; no test sees a request to them


class Shelf:
    """The packages of the built site: made when asked for, unpacked side by side, each with a page that frames it."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = folder
        self.maker = Maker(Site.at(site))

    def put(self, who: str, kind: str = "scorm12", address: str = "") -> str:
        """Unpack one; returns the path of its framing page below the shelf."""
        plan = next(plan for plan in plans(self.maker.site, address) if (plan.folder, plan.kind) == (who, kind))
        place = self.folder / f"{who}-{kind}"
        if not place.exists():
            with zipfile.ZipFile(self.maker.make(plan, self.folder)) as package:
                package.extractall(place)
            (place / "frame.html").write_text(FRAME.format(shell=plan.inside.lessons[0].shell), encoding="utf-8")
        return f"{place.name}/frame.html"


@pytest.fixture(scope="session")
def shelf(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(site, tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="session")
def host(shelf: Shelf) -> Iterator[str]:
    with serving(shelf.folder, Strict) as root:
        yield root


@pytest.fixture
def watched(browser: Browser, host: str) -> Iterator[Page]:
    """A page in which every error, every answer but 200 and every other host counts against the package."""
    context = browser.new_context(viewport={"width": 1280, "height": 960})
    page = context.new_page()
    page.set_default_timeout(30_000)
    faults: list[str] = []
    origin = host.split("/some/")[0]
    page.on(
        "console",
        lambda message: faults.append(f"{message.text} {message.location}") if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(f"{request.url}: {request.failure}"))
    page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on(
        "request",
        lambda request: None if request.url.startswith((origin, "data:", "blob:")) else faults.append(request.url),
    )
    yield page
    context.close()
    faults = [fault for fault in faults if "/favicon.ico" not in fault and "ERR_ABORTED" not in fault]
    assert not faults, faults


def opened(page: Page, host: str, path: str) -> FrameLocator:
    """The lesson's page, in its shell, in the system's frame."""
    page.goto(host + path)
    return page.frame_locator("#lms").frame_locator("#second-track-page")


def taken(found: Locator) -> Locator:
    expect(found).to_have_attribute("data-state", re.compile("ready|checked|finished"), timeout=90_000)
    return found


# What a student does first in each kind of activity, up to the moment at which it says what that came to.


def sort_a_card(found: Locator) -> None:
    found.get_by_role("list", name="Cards to place").get_by_role("combobox").first.select_option(index=1)
    expect(found.locator("li[data-mark]").first).to_have_attribute("data-mark", re.compile("fits|half|not"))


def answer_the_quiz(found: Locator) -> None:
    box = found.locator(".st-item:has(input[type=radio])").first
    box.get_by_role("radio").first.check()
    finish = found.get_by_role("button", name="Finish and see the reasons")
    finish.click()
    expect(found).to_have_attribute("data-state", "finished")
    expect(found.locator(".st-mark").first).to_be_visible()


def find_on_an_element(found: Locator) -> None:
    group = found.locator("fieldset:has(button):has(input[type=radio])").first
    group.get_by_role("radio").first.check()
    group.get_by_role("button", name=re.compile("^Check")).click()
    expect(found.locator(".st-mark").first).to_be_visible()


def make_a_choice(found: Locator) -> None:
    before = found.locator(".st-label").first.inner_text()
    found.locator("button[data-event*='\"choose\"']").first.click()
    expect(found.locator(".st-label").first).not_to_have_text(before)


def have_a_plan_criticized(found: Locator) -> None:
    for group in found.locator("fieldset.st-slot:has(input[type=radio])").all():
        group.get_by_role("radio").first.check()
        found.page.wait_for_timeout(80)
    for _ in range(10):  # some slots want two, one wants eight
        for group in found.locator("fieldset.st-slot:has(input[type=checkbox])").all():
            group.locator("input[type=checkbox]:not(:checked):enabled").first.check()
            found.page.wait_for_timeout(80)
        found.get_by_role("button", name="Have it criticized").click()
        found.page.wait_for_timeout(400)
        if found.get_by_role("heading", name="The critique").count():
            break
    expect(found.get_by_role("heading", name="The critique")).to_be_visible()


def take_a_seat(found: Locator) -> None:
    for group in found.get_by_role("group").all():
        group.get_by_role("radio").first.check()
        found.page.wait_for_timeout(60)
    found.get_by_role("button", name="Show me where I sit").click()
    expect(found.get_by_text(re.compile("You sit (with|between)"))).to_be_visible()


def watch_it_travel(found: Locator) -> None:
    for number in range(3):
        for box in found.locator("fieldset.st-move").nth(number).get_by_role("combobox").all():
            box.select_option(index=min(1 + number, box.locator("option").count() - 1))
            found.page.wait_for_timeout(80)
    found.get_by_role("button", name="Watch it travel").click()
    expect(found.get_by_text(re.compile("Round 1")).first).to_be_visible()


def hold_a_memo_against_the_rubric(found: Locator) -> None:
    found.get_by_role("textbox").nth(1).fill("The weaker side asked for this. " * 20)
    found.get_by_role("textbox").nth(1).blur()
    found.page.wait_for_timeout(200)
    found.get_by_role("button", name="Hold it against the rubric").click()
    expect(found.get_by_role("heading", name="The rubric")).to_be_visible()


DOING: dict[str, Callable[[Locator], None]] = {
    "sorter": sort_a_card,
    "quiz": answer_the_quiz,
    "casefile": find_on_an_element,
    "roleplay": make_a_choice,
    "plan": have_a_plan_criticized,
    "profile": take_a_seat,
    "transfer": watch_it_travel,
    "memo": hold_a_memo_against_the_rubric,
}


def activities(shelf: Shelf, who: str) -> dict[str, str]:
    """Ref -> kind of what stands in a lesson; of the many single questions in the text only what is in its bank."""
    text = (shelf.folder / f"{who}-scorm12/course/assets/definitions/course.json").read_text(encoding="utf-8")
    found = json.loads(text)["activities"]
    return {ref: place["kind"] for ref, place in found.items() if ref.count("/") == 1 and place["kind"] in DOING}


@pytest.mark.parametrize("who", LESSONS)
def test_every_activity_of_a_lesson_boots_and_scores(shelf, host, watched, who):
    inside = opened(watched, host, shelf.put(who))
    expect(inside.get_by_role("heading", level=1)).to_be_visible()
    there = activities(shelf, who)
    assert there
    for ref, kind in there.items():
        DOING[kind](taken(inside.locator(f'[data-activity="{ref}"]')))


def test_all_kinds_are_among_them(shelf):
    for who in LESSONS:
        shelf.put(who)
    assert {kind for who in LESSONS for kind in activities(shelf, who).values()} == set(DOING)


def test_a_question_in_the_text_is_marked_and_a_term_explains_itself(shelf, host, watched):
    inside = opened(watched, host, shelf.put("01-what-is-track-two"))
    found = taken(inside.locator("#map-room-activity"))
    found.get_by_role("radio").first.check()
    found.get_by_role("button", name="Check").click()
    expect(found).to_have_attribute("data-state", "finished")
    inside.locator("a.st-gloss").first.hover()
    expect(inside.locator(".md-tooltip2, .md-tooltip").filter(has_text="Unofficial dialogue").first).to_be_visible()


def test_from_the_lesson_to_its_lab_and_back(shelf, host, watched):
    """Pages turn without loading Python anew, in a package too."""
    inside = opened(watched, host, shelf.put("03-theory-meets-practice"))
    taken(inside.locator("#builder-activity"))
    workers = list(watched.workers)
    inside.locator("article a[href*='labs/ripeness.html']").first.click()
    cell = inside.get_by_role("group", name="Cell 2", exact=True)
    expect(inside.get_by_text("Python is here.")).to_be_visible(timeout=60_000)
    output = cell.locator(".st-cell__out")
    output.evaluate("(out) => out.replaceChildren()")
    cell.get_by_role("button", name="Run").click()
    expect(output).to_contain_text("Side(name='South'")
    inside.get_by_role("link", name="Back to the lesson: Where theory meets practice").click()
    expect(inside.get_by_role("heading", level=1, name="Where theory meets practice")).to_be_visible()
    assert watched.workers == workers


def test_what_python_draws_leads_nowhere_outside(shelf, host, watched):
    """The seat of the introduction recommends pages of all lessons; of these only its own is inside."""
    inside = opened(watched, host, shelf.put("00-introduction"))
    found = taken(inside.locator("#seat-activity"))
    take_a_seat(found)
    expect(found.locator("a:not([href])").first).to_be_visible()
    root = f"{host}00-introduction-scorm12/course/"
    for href in found.locator("a[href]").evaluate_all("(links) => links.map((link) => link.href)"):
        assert (shelf.folder / "00-introduction-scorm12/course" / urldefrag(href)[0].removeprefix(root)).is_file(), href


def test_in_the_whole_course_the_way_back_is_to_the_lesson_that_is_open(shelf, host, watched):
    path = shelf.put("course")
    watched.goto(f"{host}{path.replace('frame.html', 'lesson-03.html')}")
    inside = watched.frame_locator("#second-track-page")
    expect(inside.get_by_role("heading", level=1, name="Where theory meets practice")).to_be_visible()
    inside.locator("article a.st-gloss").first.click()
    expect(inside.get_by_role("heading", level=1, name="Glossary")).to_be_visible()
    expect(inside.get_by_role("link", name=re.compile("^Back to the lesson"))).to_have_count(1)
    leading = inside.locator("a[href*='lessons/']").evaluate_all("(links) => links.map((link) => link.href)")
    assert {urldefrag(href)[0].rsplit("/", 2)[1] for href in leading} == {"03-theory-meets-practice"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible_and_fit_the_frame(shelf, host, watched, scheme):
    watched.emulate_media(color_scheme=scheme)
    watched.set_viewport_size({"width": 650, "height": 900})
    place = shelf.put("01-what-is-track-two").replace("frame.html", "")
    for page in ("course/lessons/01-what-is-track-two/index.html", "course/glossary.html", "course/references.html"):
        watched.goto(f"{host}{place}{page}")
        watched.wait_for_timeout(500)
        assert axe(watched) == []
        assert watched.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_contents_open_by_keyboard_and_lead_on(shelf, host, watched):
    watched.set_viewport_size({"width": 650, "height": 900})
    place = shelf.put("01-what-is-track-two").replace("frame.html", "")
    watched.goto(f"{host}{place}course/lessons/01-what-is-track-two/index.html")
    watched.get_by_role("button", name="Contents").focus()
    watched.keyboard.press("Enter")
    watched.get_by_role("link", name="Timeline", exact=True).click()
    expect(watched.get_by_role("heading", level=1, name="Timeline")).to_be_visible()
    watched.get_by_role("link", name=re.compile("^Back to the lesson")).click()
    expect(watched.get_by_role("heading", level=1, name="What is Track Two diplomacy?")).to_be_visible()


class Links(HTMLParser):
    """Every address that a page names, and every name that a link can lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: set[str] = set()
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.names.add(value or "")
            elif value and (name == "src" or (name == "href" and tag != "use")):
                self.hrefs.add(value)
            elif value and name == "srcset":
                self.hrefs |= {part.split()[0] for part in value.split(",")}


@pytest.mark.parametrize("who", [*LESSONS, "course"])
def test_every_link_of_a_package_leads_to_something_in_it(shelf, host, who):
    root = host + shelf.put(who).replace("frame.html", "")
    shells = [path.name for path in (shelf.folder / f"{who}-scorm12").glob("lesson-*.html")]
    waiting, read = {root + shell for shell in shells}, {}
    while waiting:
        address = waiting.pop()
        with urlopen(address) as answer:  # anything but 200 raises
            text = answer.read().decode(errors="replace") if address.endswith(".html") else ""
        read[address] = Links(text)
        found = {urldefrag(urljoin(address, href))[0] for href in read[address].hrefs}
        assert all(one.startswith(root) for one in found), (address, [one for one in found if not one.startswith(root)])
        waiting |= found - set(read)
    for address, links in read.items():
        for href in links.hrefs:
            target, name = urldefrag(urljoin(address, href))
            assert not name or name in read[target].names, f"{address} leads to {href}"
    assert len([address for address in read if address.endswith(".html")]) >= 5


@pytest.mark.parametrize("who", ["03-theory-meets-practice", "course"])
def test_no_package_names_another_host(shelf, who):
    shelf.put(who)
    for path in sorted((shelf.folder / f"{who}-scorm12").rglob("*")):
        assert path.suffix != ".mjs"
        if path.suffix not in (".html", ".js", ".css", ".json", ".xml", ".svg"):
            continue
        data = path.read_bytes()
        hosts = {host for host in HOST.findall(data) if not any(space.startswith(host) for space in NAMESPACES)}
        assert not hosts or path.name.startswith(OTHERS_CODE), (path.name, hosts)
        assert b"serviceWorker" not in data, path.name


# Light packages: Python comes from the course's public site.


def light(shelf: Shelf, public: str, name: str) -> str:
    site = Shelf(shelf.maker.site.folder, shelf.folder / name)
    site.folder.mkdir()
    return f"{name}/{site.put('01-what-is-track-two', 'scorm12-light', public)}"


def test_a_light_package_fetches_python_from_the_public_site(shelf, host, browser):
    with serving(shelf.maker.site.folder, Plain, Access_Control_Allow_Origin="*") as public:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        inside = opened(page, host, light(shelf, public, "light"))
        sort_a_card(taken(inside.locator("#definitions-activity")))
        page.close()
    elsewhere = [url for url in asked if not url.startswith((host, "data:", "blob:"))]
    assert elsewhere
    assert all(url.startswith(f"{public}assets/py-") for url in elsewhere), elsewhere


def test_a_public_site_that_keeps_others_out_is_named_on_the_page(shelf, host, browser):
    with serving(shelf.maker.site.folder, Plain) as public:
        page = browser.new_page()
        inside = opened(page, host, light(shelf, public, "kept-out"))
        found = inside.locator("#definitions-activity")
        expect(found).to_have_attribute("data-state", "failed", timeout=60_000)
        expect(found).to_contain_text(public.split("/")[2])
        expect(found).to_contain_text("does not let other sites fetch from it")
        page.close()
