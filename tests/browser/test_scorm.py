"""Lessons inside an LMS: scorm-again's API for both standards (lms_host.html), and every way in which an LMS can be missing or broken.

The limit of 4,096 characters is held by the host itself, because scorm-again, like many systems, lets more pass.
"""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, FrameLocator, Locator, Page, expect

from interactive.publishing.packages.build import Maker, plans
from interactive.publishing.packages.contents import Site
from tests.browser.serving import Strict, serving
from tests.browser.test_roleplay import choices, title
from tests.browser.test_site import axe

HERE = Path(__file__).parent
LIBRARY = HERE.parents[1] / "node_modules" / "scorm-again" / "dist"
KINDS = {"1.2": "scorm12", "2004": "scorm2004"}
ZERO, FOUR = "00-introduction", "04-the-third-party"
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}
RAW = {"1.2": "cmi.core.score.raw", "2004": "cmi.score.raw"}
PLACE = {"1.2": "cmi.core.lesson_location", "2004": "cmi.location"}
WIPE = (
    "async () => { for (const { name } of await indexedDB.databases()) await new Promise((done) => { "
    "const asked = indexedDB.deleteDatabase(name); asked.onsuccess = asked.onerror = asked.onblocked = done; }); }"
)


@pytest.fixture(scope="session")
def packages(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two lessons for both standards, unpacked beside the host."""
    folder = tmp_path_factory.mktemp("lms")
    maker = Maker(Site.at(site))
    for plan in plans(maker.site):
        if plan.folder in (ZERO, FOUR):
            with zipfile.ZipFile(maker.make(plan, folder)) as package:
                package.extractall(folder / f"{plan.folder}-{plan.kind}")
    for path in (HERE / "lms_host.html", LIBRARY / "scorm12.min.js", LIBRARY / "scorm2004.min.js"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="session")
def lms(packages: Path) -> Iterator[str]:
    with serving(packages, Strict) as root:
        yield root


@pytest.fixture(scope="session")
def computer(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has been here before, so that Python boots quickly."""
    made = browser.new_context(viewport={"width": 700, "height": 850})
    made.set_default_timeout(30_000)
    yield made
    made.close()


@pytest.fixture
def context(computer: BrowserContext, lms: str) -> Iterator[BrowserContext]:
    """The same browser for a class that nobody has begun yet."""
    page = computer.new_page()
    page.goto(lms + "lms_host.html?api=none")
    page.evaluate("localStorage.clear()")
    page.evaluate(WIPE)
    page.close()
    yield computer
    computer.unroute_all()
    for page in computer.pages:
        page.close()


class Visit:
    """One learner at one lesson, from opening it to closing the window."""

    def __init__(self, context: BrowserContext, root: str, lesson: str, standard: str = "1.2", **asked: str) -> None:
        self.page: Page = context.new_page()
        self.standard, self.errors = standard, []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        launch = f"{lesson}-{KINDS[standard]}/lesson-{lesson[:2]}.html"
        query = "&".join(f"{name}={value}" for name, value in {"standard": standard, "launch": launch, **asked}.items())
        self.page.goto(f"{root}lms_host.html?{query}")
        self.inside: FrameLocator = self.page.frame_locator("iframe").frame_locator("iframe")

    @property
    def inner(self) -> Frame:
        """The lesson's page: the frame in the frame."""
        return next(frame for frame in self.page.frames if frame.parent_frame and frame.parent_frame.parent_frame)

    @property
    def strip(self) -> Locator:
        return self.inside.locator("[data-lms]")

    def ready(self) -> "Visit":
        """Wait until everything on the page is drawn by Python, and counted."""
        expect(
            self.inside.locator("[data-activity][data-state=static], [data-activity][data-state=booting]")
        ).to_have_count(0, timeout=90_000)
        expect(self.strip).to_contain_text(re.compile(r"\d+ of \d+ done"), use_inner_text=True)
        return self

    def frame(self, name: str) -> Locator:
        return self.inside.locator(f"#{name}-activity")

    def kept(self) -> dict[str, str]:
        return self.page.evaluate("lms.kept")

    def saved(self, earlier: str = "") -> str:
        """Wait until the LMS has something else than before; return it."""
        self.page.wait_for_function("(earlier) => (lms.kept['cmi.suspend_data'] ?? '') !== earlier", arg=earlier)
        self.page.wait_for_function("() => !lms.kept['cmi.suspend_data'].includes('!')")
        return self.kept()["cmi.suspend_data"]

    def close(self) -> None:
        assert not self.errors, self.errors
        self.page.close()


def sorter_cards(frame: Locator) -> Locator:
    return frame.get_by_role("list", name="Cards to place").get_by_role("listitem")


def place_card(frame: Locator) -> None:
    before = sorter_cards(frame).count()
    sorter_cards(frame).first.get_by_role("combobox").select_option(index=1)
    expect(sorter_cards(frame)).to_have_count(before - 1)


def place_right(visit: Visit) -> None:
    """Place the first card where it belongs, so that it is worth a point."""
    frame = visit.frame("roles")
    data = visit.inner.evaluate(
        "(digest) => fetch(new URL(`../../assets/definitions/${digest}.json`, location.href)).then((reply) => reply.json())",
        frame.get_attribute("data-digest"),
    )
    card = sorter_cards(frame).first
    own = card.get_by_role("combobox").get_attribute("data-event")
    bin_id = next(one["bin"] for one in data["cards"] if one["id"] == json.loads(own)["card"])
    card.get_by_role("combobox").select_option(value=bin_id)
    expect(frame.locator("[data-mark=fits]")).to_have_count(1)


def play(frame: Locator, times: int) -> None:
    for _ in range(times):
        before = frame.locator(".st-label").first.inner_text()
        choices(frame).first.click()
        expect(frame.locator(".st-label").first).not_to_have_text(before)
        frame.page.wait_for_timeout(50)  # the rest of the frame is swapped in the same turn


def reported(visit: Visit) -> int:
    """The number that the page says was reported."""
    return int(re.search(r"(\d+) of 100 reported", visit.strip.inner_text())[1])


@pytest.mark.parametrize(
    ("standard", "device"), [("1.2", "the same browser"), ("1.2", "another one"), ("2004", "another one")]
)
def test_a_lesson_left_in_the_middle_is_resumed_in_place(context, lms, standard, device):
    """Answers in the role-play, the sorter and the quiz; then the window is closed."""
    first = Visit(context, lms, FOUR, standard).ready()
    assert first.kept()[STATUS[standard]] == "incomplete"
    place_right(first)
    place_card(first.frame("roles"))
    radios = first.frame("bank").locator("input[type=radio]")
    radios.nth(1).check()
    before = first.saved()
    play(first.frame("two-winters"), 3)
    scene = title(first.frame("two-winters"))
    left = sorter_cards(first.frame("roles")).count()
    first.saved(before)
    expect(first.strip).to_contain_text("of 100 reported to your school", use_inner_text=True)
    said, number = first.strip.locator("p").first.inner_text(), reported(first)
    assert str(number) == first.kept()[RAW[standard]]
    first.frame("two-winters").evaluate("(element) => element.scrollIntoView()")
    first.page.wait_for_timeout(300)
    first.close()

    if device == "another one":
        wiped = context.new_page()
        wiped.goto(lms + "lms_host.html?api=none")
        wiped.evaluate(WIPE)
        wiped.close()
    again = Visit(context, lms, FOUR, standard).ready()
    assert again.page.evaluate("localStorage.finished") == "1"
    assert again.kept()["cmi.core.exit" if standard == "1.2" else "cmi.exit"] == "suspend"
    assert re.fullmatch(
        r"(0000:00:\d\d\.\d\d|PT0H0M\d+\.\d\dS)",
        again.kept()["cmi.core.session_time" if standard == "1.2" else "cmi.session_time"],
    )
    assert again.kept()[PLACE[standard]].endswith("#two-winters-activity")
    expect(again.strip.locator("p").first).to_have_text(said, use_inner_text=True)
    assert title(again.frame("two-winters")) == scene
    expect(sorter_cards(again.frame("roles"))).to_have_count(left)
    expect(again.frame("bank").locator("input[type=radio]").nth(1)).to_be_checked()
    expect(again.frame("two-winters")).to_be_in_viewport()

    while again.frame("two-winters").get_attribute("data-state") != "finished":
        play(again.frame("two-winters"), 1)
    again.frame("roles").get_by_role("button", name=re.compile("^Finish")).click()
    expect(again.strip).to_contain_text("2 of 4 done.", use_inner_text=True)
    again.page.wait_for_function("(raw) => Number(lms.kept[raw]) > 20", arg=RAW[standard])
    expect(again.strip).to_contain_text("of 100 reported", use_inner_text=True)
    assert str(reported(again)) == again.kept()[RAW[standard]]
    assert again.kept()[STATUS[standard]] == "incomplete"
    assert again.page.evaluate("lms.longest") <= (4096 if standard == "1.2" else 64_000)
    assert not again.page.evaluate("lms.refused"), "scorm-again accepts every value as it is written"
    again.close()


def answer_check(check: Locator) -> None:
    """Give a check in the text some answer, and have it marked or kept."""
    groups = set(check.locator("input[type=radio]").evaluate_all("(all) => all.map((one) => one.name)"))
    for name in sorted(groups):
        check.locator(f"input[type=radio][name='{name}']").first.check()
    for number in range(check.locator("input[type=checkbox]").count()):
        check.locator("input[type=checkbox]").nth(number).check()
    for number in range(check.locator("select").count()):
        check.locator("select").nth(number).select_option(index=1)
    for number in range(check.locator("input[type=text], textarea").count()):
        check.locator("input[type=text], textarea").nth(number).fill("an answer")
        check.locator("input[type=text], textarea").nth(number).blur()


def finish_introduction(visit: Visit) -> None:
    for check in visit.inside.locator("[data-activity*='/bank/']").all():
        answer_check(check)
        check.get_by_role("button", name=re.compile("^(Check|Keep)")).first.click()
        settle = check.get_by_role("button", name=re.compile("^Show the answer"))
        visit.page.wait_for_timeout(300)
        if settle.count() and settle.first.is_visible():
            settle.first.click()
    seat, bank = visit.frame("seat"), visit.frame("bank")
    answer_check(seat)
    seat.get_by_role("button", name="Show me where I sit").click()
    answer_check(bank)
    bank.get_by_role("button", name="Finish and see the reasons").click()


@pytest.mark.parametrize(
    ("standard", "mark", "status", "success"),
    [
        ("1.2", None, "completed", None),
        ("1.2", 1, "passed", None),
        ("1.2", 100, "incomplete", None),
        ("2004", 1, "completed", "passed"),
    ],
)
def test_a_lesson_that_is_done_is_completed_or_passed_and_below_the_mark_open(
    context, lms, standard, mark, status, success
):
    def with_mark(route):
        text = route.fetch().text()
        route.fulfill(
            body=text.replace('"limit":', f'"mark": {mark}, "limit":').replace(
                '"limit" :', f'"mark": {mark}, "limit":'
            ),
            content_type="text/html",
        )

    if mark is not None:
        context.route("**/lesson-00.html", with_mark)
    visit = Visit(context, lms, ZERO, standard).ready()
    if mark is not None:
        assert f"Your school asks for {mark} of 100." in visit.strip.text_content()
    finish_introduction(visit)
    expect(visit.strip).to_contain_text("3 of 3 done.", use_inner_text=True)
    visit.page.wait_for_function("([name, value]) => lms.kept[name] === value", arg=[STATUS[standard], status])
    assert visit.kept().get("cmi.success_status") == success
    expect(visit.strip).to_contain_text("of 100 reported", use_inner_text=True)
    assert str(reported(visit)) == visit.kept()[RAW[standard]]
    order = [name for name in visit.page.evaluate("lms.sets") if name in (RAW[standard], STATUS[standard])]
    assert status == "incomplete" or order[-2:] == [RAW[standard], STATUS[standard]], (
        "the score comes before the status"
    )
    assert visit.page.evaluate("lms.sets").count("cmi.interactions.0.id") == 1
    assert not visit.page.evaluate("lms.refused")
    visit.close()
    again = Visit(context, lms, ZERO, standard).ready()
    assert again.kept()[STATUS[standard]] == status, "coming back takes nothing away"
    again.close()


def test_an_answer_given_in_the_last_moment_is_not_lost(context, lms):
    visit = Visit(context, lms, FOUR).ready()
    place_card(visit.frame("roles"))
    visit.page.close()
    page = context.new_page()
    page.goto(lms + "lms_host.html?api=none")
    page.evaluate(WIPE)
    page.close()
    again = Visit(context, lms, FOUR).ready()
    expect(again.frame("roles").locator("[data-mark]")).to_have_count(1)
    expect(again.strip).to_contain_text("of 100 reported", use_inner_text=True)
    assert again.saved()
    again.close()


@pytest.mark.parametrize("api", ["none", "throwing", "empty", "nothing"])
def test_without_an_lms_that_works_the_lesson_does(context, lms, api):
    visit = Visit(context, lms, FOUR, api=api).ready()
    expect(visit.strip).to_contain_text("nothing is reported", use_inner_text=True)
    place_right(visit)
    expect(visit.strip).to_contain_text(re.compile(r"[1-9]\d* of 100 so far"), use_inner_text=True)
    visit.close()


def test_an_lms_that_takes_nothing_is_told_of_on_the_page(context, lms):
    visit = Visit(context, lms, FOUR).ready()
    visit.page.evaluate("API.LMSSetValue = () => 'false'")
    visit.page.evaluate(
        "window.API = { LMSInitialize: () => 'true', LMSGetValue: () => '', LMSSetValue: () => 'false', LMSCommit: () => 'false', LMSFinish: () => '', LMSGetLastError: () => '101' }"
    )
    inner = visit.page.frame(name="lesson")
    inner.goto(inner.url)
    visit.ready()
    place_card(visit.frame("roles"))
    expect(visit.strip).to_contain_text("did not take the last report", use_inner_text=True)
    visit.close()


def test_in_a_window_of_its_own_the_api_is_found_in_its_opener(context, lms):
    page = context.new_page()
    launch = f"{FOUR}-scorm12/lesson-04.html"
    with context.expect_page() as opened:
        page.goto(f"{lms}lms_host.html?popup=1&launch={launch}")
    lesson = opened.value
    inside = lesson.frame_locator("iframe")
    expect(inside.locator("#roles-activity")).to_have_attribute("data-state", "ready", timeout=90_000)
    place_card(inside.locator("#roles-activity"))
    page.wait_for_function("(lms.kept['cmi.core.score.raw'] ?? '') !== ''")
    lesson.close()
    page.wait_for_function("lms.finished === 1")
    assert page.evaluate("lms.kept['cmi.core.exit']") == "suspend"


def test_two_learners_at_one_browser_never_see_each_others_work(context, lms):
    one = Visit(context, lms, FOUR, learner="ann").ready()
    place_card(one.frame("roles"))
    one.saved()
    one.close()
    two = Visit(context, lms, FOUR, learner="bob").ready()
    expect(two.strip).to_contain_text("0 of 4 done. What you do here is reported", use_inner_text=True)
    expect(two.frame("roles").locator("[data-mark]")).to_have_count(0)
    two.close()
    back = Visit(context, lms, FOUR, learner="ann").ready()
    expect(back.frame("roles").locator("[data-mark]")).to_have_count(1)
    back.close()


def test_learners_without_a_name_leave_nothing_in_the_browser(context, lms):
    """Some systems give neither id nor name."""
    visit = Visit(context, lms, FOUR, learner="").ready()
    place_card(visit.frame("roles"))
    visit.saved()
    names = visit.page.evaluate("indexedDB.databases().then((all) => all.map((one) => one.name))")
    assert not [name for name in names if "second-track" in name]
    visit.close()
    again = Visit(context, lms, FOUR, learner="").ready()
    expect(again.frame("roles").locator("[data-mark]")).to_have_count(1)
    again.close()


def test_looking_back_shows_the_work_and_writes_nothing(context, lms):
    visit = Visit(context, lms, FOUR).ready()
    place_card(visit.frame("roles"))
    state = visit.saved()
    visit.close()
    review = Visit(context, lms, FOUR, mode="review").ready()
    expect(review.frame("roles").locator("[data-mark]")).to_have_count(1)
    expect(review.strip).to_contain_text("nothing that you do now is reported", use_inner_text=True)
    place_card(review.frame("roles"))
    review.page.wait_for_timeout(2500)
    assert not review.page.evaluate("lms.sets")
    review.close()
    again = Visit(context, lms, FOUR).ready()
    assert again.kept()["cmi.suspend_data"] == state
    expect(again.frame("roles").locator("[data-mark]")).to_have_count(1)
    again.close()


def test_what_another_package_left_begins_anew_with_a_word(context, lms):
    page = context.new_page()
    page.goto(lms + "lms_host.html?api=none")
    page.evaluate(
        "(kept) => localStorage.setItem('lms 1.2 student-1', kept)",
        json.dumps({"cmi.suspend_data": "viewed=1,2,3|last=3"}),
    )
    page.close()
    visit = Visit(context, lms, FOUR).ready()
    expect(visit.strip).to_contain_text("the lesson begins anew", use_inner_text=True)
    place_card(visit.frame("roles"))
    assert "viewed" not in visit.saved("viewed=1,2,3|last=3")
    visit.close()


def test_a_look_at_another_page_keeps_the_session_and_the_place(context, lms):
    visit = Visit(context, lms, FOUR).ready()
    place_card(visit.frame("roles"))
    visit.saved()
    inner = visit.inner
    lesson = inner.url
    inner.goto(lesson.replace("lessons/04-the-third-party/index.html", "glossary.html"))
    expect(visit.strip).to_contain_text("of 100 reported", use_inner_text=True, timeout=60_000)
    inner.goto(lesson)
    visit.ready()
    expect(visit.frame("roles").locator("[data-mark]")).to_have_count(1)
    assert visit.page.evaluate("lms.calls.filter(([name]) => name === 'LMSInitialize').length") == 1
    assert visit.page.evaluate("lms.finished") == 0
    visit.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_strip_is_readable_for_everybody(context, lms, scheme):
    visit = Visit(context, lms, FOUR)
    visit.page.emulate_media(color_scheme=scheme)
    visit.ready().strip.get_by_text("What counts", exact=True).click()
    expect(visit.strip.get_by_role("row", name=re.compile("Checks in the text.*of 9 answered"))).to_be_visible()
    expect(visit.strip.get_by_role("row", name=re.compile("Extra: does not count"))).to_have_count(2)
    place_card(visit.frame("roles"))
    visit.saved()
    expect(visit.strip.locator("details")).to_have_attribute("open", "")  # it stays open while the count goes on
    inner = visit.inner
    assert axe(inner) == []
    visit.page.add_style_tag(content="iframe { width: 320px !important }")
    visit.page.wait_for_timeout(300)
    assert inner.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.close()


def test_a_campus_server_without_https_will_do(browser: Browser, lms: str, packages: Path):
    """There a page has no crypto.subtle, no caches, no service workers."""
    executable = {"executable_path": path} if (path := shutil.which("chromium")) else {}
    made = browser.browser_type.launch(
        args=["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP campus.test 127.0.0.1"], **executable
    )
    context = made.new_context(viewport={"width": 700, "height": 850})
    visit = Visit(context, lms.replace("127.0.0.1", "campus.test"), FOUR).ready()
    assert not visit.page.evaluate("isSecureContext") and visit.page.evaluate("crypto.subtle === undefined")
    place_card(visit.frame("roles"))
    assert visit.saved().startswith("ST1.")
    visit.close()
    made.close()
