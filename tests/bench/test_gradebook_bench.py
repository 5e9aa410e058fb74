"""A thousand students in the gradebook, in a real browser: how long, against what, and how long the page did not answer meanwhile.

`make bench` runs it. Nothing fails on time: seconds differ from machine to machine, ratios do so much less. The baseline is the
same work in one CPython in the same run: every file graded, the book put together. The promise is for two idle cores.
"""

import json
import time
from pathlib import Path

from tests.bench.test_bench import note
from tests.browser.conftest import ROOT, browser, site  # noqa: F401
from tests.browser.pages import wait_for_snapshot
from tests.browser.serving import serving
from tests.record.gradebook.class_sample import QUIZZES, from_site, index_of, submissions

STUDENTS = 1000
AT_ONCE = 10  # as the page sends them
GRADEBOOK = "instructors/gradebook.html"

# A timer that should fire at once: the longest it was late is the longest time that the page did not answer.
WATCH = """() => {
  window.longest = 0; window.drawn = 0;
  let last = performance.now();
  const beat = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; setTimeout(beat); };
  beat();
  new MutationObserver(() => { window.drawn ||= document.querySelector("[data-part=table] tbody tr") ? performance.now() : 0; })
    .observe(document.querySelector("[data-part=table]"), { childList: true });
  document.querySelector("[data-gather=pick]").addEventListener("change", () => { window.began = performance.now(); window.longest = 0; }, { capture: true });
}"""


def in_python(definitions, files: list[dict[str, str]]) -> float:
    """Seconds of the same work in one CPython, through the bridge as the workers do it."""
    from interactive.runtime.bridge import handle

    def ask(op: str, **fields: object) -> dict:
        return json.loads(handle(json.dumps({"v": 1, "id": 1, "op": op, **fields})))

    ask("gradebook-shelf", index=index_of(definitions), definitions=definitions)
    began = time.perf_counter()
    batches = [ask("grade", submissions=files[at : at + AT_ONCE])["batch"] for at in range(0, len(files), AT_ONCE)]
    ask("gradebook-open", book="bench", batches=batches, course={}, now=0)
    return time.perf_counter() - began


def test_a_thousand_students_and_eight_lessons(site, browser, tmp_path: Path):  # noqa: F811
    definitions = from_site(site)
    files = submissions(definitions, QUIZZES, STUDENTS)
    for one in files:
        (tmp_path / one["file"]).write_text(one["text"], encoding="utf-8")
    size = sum(len(one["text"]) for one in files) / 1e6
    baseline = in_python(definitions, files)
    with serving(site) as root:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(root + GRADEBOOK)
        wait_for_snapshot(page)  # as on every visit but the first
        page.wait_for_timeout(3000)
        page.evaluate(WATCH)
        page.set_input_files("[data-gather=pick]", sorted(str(path) for path in tmp_path.iterdir()))
        page.wait_for_function("window.drawn", timeout=600_000)
        page.wait_for_function("document.querySelector('[data-part=items] table')", timeout=120_000)
        seconds, longest = page.evaluate("[(window.drawn - window.began) / 1000, window.longest]")
        shown = page.inner_text("[data-part=head] .st-big")
        context.close()
    assert shown.startswith(f"{STUDENTS} students, {len(QUIZZES)} tasks")
    note(
        f"gradebook: {STUDENTS:,} students x {len(QUIZZES)} quizzes ({size:.0f} MB), files to table, in Chromium",
        f"{seconds:.1f} s",
        f"the same grading in one CPython {baseline:.1f} s",
        f"{seconds / baseline:.2f}",
        "under 10 s on two idle cores",
    )
    note(
        "longest time that the page did not answer meanwhile",
        f"{longest:.0f} ms",
        f"of {seconds:.1f} s",
        f"{longest / 1000 / seconds:.3f}",
        "a fifth of a second",
    )
