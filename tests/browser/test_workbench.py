"""A lesson package in a real LMS's player: Open edX's SCORM XBlock, in its makers' workbench, over HTTP.

The player comes with `.ci/setup workbench` into an environment of its own; `make test` hands its Python over in ST_WORKBENCH.
"""

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from interactive.publishing.packages.build import Maker, plans
from interactive.publishing.packages.contents import Site
from tests.browser.helpers import choose as place
from tests.browser.helpers import tray
from tests.browser.test_roleplay import choices

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LESSON = "04-the-third-party"  # it has a sorter, a role-play and a quiz
PYTHON = os.environ.get("ST_WORKBENCH") or str(ROOT / ".build" / "workbench" / "bin" / "python")
STANDARDS = ["1.2", "2004"]

pytestmark = pytest.mark.skipif(
    not Path(PYTHON).exists(), reason="Open edX's workbench is not here: `sh .ci/setup workbench` brings it"
)


class Workbench:
    """The player's pages, as an instructor and a student see them."""

    def __init__(self, address: str) -> None:
        self.address = address

    def upload(self, page: Page, package: Path) -> None:
        """Hand a package in, in the form that a course's author has, worth a hundred points."""
        page.goto(f"{self.address}/scenario/second-track/studio_view/")
        page.locator("input[name=scorm_file]").set_input_files(package)
        page.locator("input[name=weight]").fill("100")
        with page.expect_response(lambda answer: "studio_submit" in answer.url) as answer:
            page.locator(".save-button").click()
        assert answer.value.json() == {"result": "success", "errors": []}
        author = page.request.get(f"{self.address}/scenario/second-track/author_view/").text()
        assert "does not appear to report completion" not in author

    def open(self, page: Page, student: str) -> FrameLocator:
        """The lesson as this student meets it: the player's frame holds the shell, and the shell's frame the page."""
        page.goto(f"{self.address}/scenario/second-track/student_view/?student={student}")
        inner = page.frame_locator("iframe.scorm-embedded").frame_locator("#second-track-page")
        expect(inner.locator("#roles-activity")).to_have_attribute("data-state", "ready", timeout=90_000)
        return inner

    def leave(self, page: Page) -> None:
        page.goto(f"{self.address}/")

    def record(self, page: Page, student: str) -> tuple[str, float]:
        """(status, points) that the LMS holds, on a page that is opened anew with the lesson's own page kept from loading."""
        page.route("**/media/**", lambda route: route.abort())
        page.goto(f"{self.address}/scenario/second-track/student_view/?student={student}")
        status, points = page.locator(".completion-status").inner_text(), page.locator(".grade").inner_text()
        page.unroute("**/media/**")
        return status, float(points)


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    folder = tmp_path_factory.mktemp("workbench")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (folder / "log").open("w") as log:
        command = [PYTHON, str(HERE / "workbench_server.py"), str(folder), str(port)]
        server = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, server, folder / "log")
            yield Workbench(address)
        finally:
            server.terminate()
            server.wait(10)


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            urlopen(address, timeout=5).close()
            return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the workbench did not start: {log.read_text()[-2000:]}")


@pytest.fixture(scope="module")
def packages(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The lesson's full packages, by standard, made from the site that is tested."""
    out, maker = tmp_path_factory.mktemp("packages"), Maker(Site.at(site))
    made = [maker.make(plan, out) for plan in plans(Site.at(site)) if plan.folder == LESSON]
    return {
        standard: next(path for path in made if f"scorm{standard.replace('.', '')}" in path.name)
        for standard in STANDARDS
    }


@pytest.fixture
def student(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def strip(lesson: FrameLocator) -> Locator:
    """What the page says about the school's record."""
    return lesson.get_by_role("complementary", name="Your school’s record")


def told(lesson: FrameLocator) -> int:
    """The points that the page says it has reported."""
    found = re.search(r"(\d+) of 100 reported to your school", strip(lesson).inner_text())
    assert found, strip(lesson).inner_text()
    return int(found[1])


def first_bin(card: Locator) -> str:
    return card.get_by_role("combobox").locator("option:not([value=''])").first.inner_text()


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_lesson_is_left_in_the_middle_taken_up_again_and_scored_as_the_page_says(
    workbench, packages, student, standard
):
    name, elsewhere = f"student-{standard}", f"other-{standard}"
    workbench.upload(student, packages[standard])
    lesson = workbench.open(student, name)
    sorter, story, quiz = (lesson.locator(f"#{part}-activity") for part in ("roles", "two-winters", "bank"))

    place(tray(sorter).first, first_bin(tray(sorter).first))
    expect(tray(sorter)).to_have_count(11)
    scene = story.locator(".st-label").first.text_content()
    choices(story).first.click()
    expect(story.locator(".st-label").first).not_to_have_text(scene)
    scene = story.locator(".st-label").first.text_content()
    answer = quiz.get_by_role("radio").first
    answer.check()
    label = answer.get_attribute("value")
    expect(strip(lesson)).to_have_attribute("data-told", "reported")
    workbench.leave(student)
    assert workbench.record(student, name)[0] == "incomplete"

    lesson = workbench.open(student, name)
    sorter, story, quiz = (lesson.locator(f"#{part}-activity") for part in ("roles", "two-winters", "bank"))
    expect(tray(sorter)).to_have_count(11)
    expect(story.locator(".st-label").first).to_have_text(scene)
    assert quiz.locator("input[type=radio]:checked").first.get_attribute("value") == label
    while tray(sorter).count():
        left = tray(sorter).count()
        place(tray(sorter).first, first_bin(tray(sorter).first))
        expect(tray(sorter)).to_have_count(left - 1)
    sorter.get_by_role("button", name="Finish").click()
    expect(strip(lesson)).to_contain_text("1 of 4 done")
    expect(strip(lesson)).to_have_attribute("data-told", "reported")
    shown = told(lesson)
    assert shown > 0
    workbench.leave(student)
    assert workbench.record(student, name) == ("incomplete", shown)
    assert workbench.record(student, elsewhere)[1] == 0  # another student's record is another one
