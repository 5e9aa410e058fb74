"""What the course promises of its speed and size, as ratios against a stated baseline in the same run. `make bench` runs it.

Nothing here fails on time: it measures and writes RESULTS.md. Seconds differ from machine to machine; ratios do so much less.
"""

import gzip
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, browser, site  # noqa: F401
from tests.browser.pages import LESSON
from tests.browser.serving import serving

RUNS = 5
NPM = ROOT / "node_modules" / "pyodide"
PLAIN = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"]
RESULTS: list[tuple[str, str, str, str, str]] = []
BASELINE_WORKER = """
import { loadPyodide } from "./pyodide/pyodide.mjs";
loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href }).then(() => postMessage({ type: "ready" }));
"""
TIMED = """(url) => new Promise((done) => {
  const began = performance.now();
  const worker = new Worker(url, { type: "module" });
  worker.onmessage = ({ data }) => { if (data.type === "ready") { done(performance.now() - began); setTimeout(() => worker.terminate(), 3000); } };
})"""


def note(what: str, ours: str, baseline: str, ratio: str, promise: str = "") -> None:
    RESULTS.append((what, ours, baseline, ratio, promise))
    print(f"{what}: {ours} against {baseline}: {ratio} {promise}")


@pytest.fixture(scope="session", autouse=True)
def written() -> Iterator[None]:
    yield
    rows = ["| what | ours | baseline | ratio | promise |", "| --- | --- | --- | --- | --- |"]
    rows += [f"| {' | '.join(row)} |" for row in RESULTS]
    head = "# Measured\n\nBy `make bench`, medians of five unless said; two shared cores, headless Chromium, loopback. Ratios matter, seconds do not.\n\n"
    (Path(__file__).parent / "RESULTS.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture(scope="session")
def both(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """The site with the plain Pyodide of npm beside it, on one server."""
    folder = tmp_path_factory.mktemp("both")
    shutil.copytree(site, folder / "course")
    (folder / "plain").mkdir()
    shutil.copytree(NPM, folder / "plain" / "pyodide")
    (folder / "plain" / "worker.js").write_text(BASELINE_WORKER, encoding="utf-8")
    (folder / "blank.html").write_text("<!doctype html><title>blank</title>", encoding="utf-8")
    return folder


def packed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def test_bytes_of_a_first_visit(site):  # noqa: F811
    (runtime,) = site.glob("assets/py-*")
    ours = list(runtime.iterdir())
    plain = [NPM / name for name in PLAIN]
    raw = sum(path.stat().st_size for path in ours), sum(path.stat().st_size for path in plain)
    note(
        "bytes of a first visit, gzip",
        f"{packed(ours) / 1e6:.2f} MB",
        f"plain Pyodide {packed(plain) / 1e6:.2f} MB",
        f"{packed(ours) / packed(plain):.2f}",
        "0.85 at most",
    )
    note("the same, uncompressed host", f"{raw[0] / 1e6:.2f} MB", f"{raw[1] / 1e6:.2f} MB", f"{raw[0] / raw[1]:.2f}")


def test_boots(both, browser):  # noqa: F811
    (ours,) = (both / "course").glob("assets/st-*/worker.js")
    with serving(both) as root:
        first, plain_first, later, plain_later = [], [], [], []
        for _ in range(RUNS):
            for url, cold, warm in (
                (root + "plain/worker.js", plain_first, plain_later),
                (root + ours.relative_to(both).as_posix(), first, later),
            ):
                context = browser.new_context()
                page = context.new_page()
                page.goto(root + "blank.html")
                cold.append(page.evaluate(TIMED, url))
                page.wait_for_timeout(3500)  # time to keep the snapshot
                again = context.new_page()
                again.goto(root + "blank.html")
                warm.append(again.evaluate(TIMED, url))
                context.close()
    a, b, c, d = map(statistics.median, (first, plain_first, later, plain_later))
    note("first visit: worker to ready", f"{a / 1000:.2f} s", f"plain loadPyodide {b / 1000:.2f} s", f"{a / b:.2f}")
    note(
        "later visit: worker to ready",
        f"{c / 1000:.2f} s",
        f"plain loadPyodide, first visit {b / 1000:.2f} s",
        f"{c / b:.2f}",
        "0.35 at most",
    )
    note("later visit against a later plain one", f"{c / 1000:.2f} s", f"{d / 1000:.2f} s", f"{c / d:.2f}")


CLICKS = """async () => {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const times = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const frame = document.querySelector("#definitions-activity");
    const list = frame.querySelector(".st-tray select");
    const before = frame.querySelectorAll("[data-mark]").length;
    const marked = new Promise((done) => {
      const watch = new MutationObserver(() => { if (document.querySelectorAll("#definitions-activity [data-mark]").length > before) { watch.disconnect(); done(); } });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    list.value = "done";
    const began = performance.now();
    list.dispatchEvent(new Event("change", { bubbles: true }));
    await marked;
    times.push(performance.now() - began);
    await new Promise(requestAnimationFrame);
    await pause(120);
  }
  return times;
}"""
STEPS = """async ([url, definition, digest]) => {
  const worker = new Worker(url, { type: "module" });
  const heard = (test) => new Promise((done) => worker.addEventListener("message", function hear({ data }) { if (test(data)) { worker.removeEventListener("message", hear); done(data); } }));
  await heard((data) => data.type === "ready");
  let id = 0;
  const ask = (fields) => { const reply = heard((data) => data.type === "reply"); worker.postMessage(JSON.stringify({ v: 1, id: ++id, ...fields })); return reply; };
  const attempt = { id: "a-1", ref: definition.ref, digest, seed: 0, started: 1, events: [] };
  const { reply } = await ask({ op: "open", attempt, definition, digest, root: "" });
  const card = JSON.parse(reply).html.match(/definitions-list-([\\w-]+)"/)[1];
  const times = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const began = performance.now();
    await ask({ op: "step", attempt: "a-1", now: turn, event: { type: "place", card, bin: turn % 2 ? "done" : "who" } });
    times.push(performance.now() - began);
  }
  worker.terminate();
  return times;
}"""


def test_click_to_feedback(site, browser):  # noqa: F811
    (worker,) = site.glob("assets/st-*/worker.js")
    index = json.loads((site / "assets/definitions/index.json").read_text())
    digest = index["01-what-is-track-two/definitions"]["digest"]
    definition = json.loads((site / f"assets/definitions/{digest}.json").read_text())
    with serving(site) as root:
        page = browser.new_page()
        page.goto(root + LESSON)
        page.wait_for_selector("#definitions-activity[data-state=ready]", timeout=90_000)
        page.wait_for_timeout(3000)
        screen = statistics.median(page.evaluate(CLICKS))
        steps = page.evaluate(STEPS, [root + worker.relative_to(site).as_posix(), definition, digest])
        page.close()
    inside = statistics.median(steps)
    note(
        "click to feedback on screen, 12 clicks",
        f"{screen:.0f} ms",
        f"message to the worker and back {inside:.1f} ms",
        f"{screen / inside:.1f}",
        "under 50 ms",
    )


ASKED = """async ([url, requests]) => {
  const worker = new Worker(url, { type: "module" });
  const heard = (test) => new Promise((done) => worker.addEventListener("message", function hear({ data }) { if (test(data)) { worker.removeEventListener("message", hear); done(data); } }));
  await heard((data) => data.type === "ready");
  const times = [];
  for (const request of requests) {
    const reply = heard((data) => data.type === "reply");
    const began = performance.now();
    worker.postMessage(request);
    const { reply: text } = await reply;
    times.push(performance.now() - began);
    if (!JSON.parse(text).ok) throw new Error(text.slice(0, 300));
  }
  worker.terminate();
  return times;
}"""


def in_worker(site, browser, requests: list[dict]) -> list[float]:  # noqa: F811
    """Milliseconds from a message to the worker to its reply, for each of these requests in turn."""
    (worker,) = site.glob("assets/st-*/worker.js")
    with serving(site) as root:
        page = browser.new_page()
        page.goto(root + "progress.html")
        asked = [json.dumps({"v": 1, "id": number, **one}) for number, one in enumerate(requests)]
        times = page.evaluate(ASKED, [root + worker.relative_to(site).as_posix(), asked])
        page.close()
    return times


def test_scoring_one_response(site, browser):  # noqa: F811
    """One answer and its mark: here, in the worker, and against the worker's answer to an event that does nothing."""
    from interactive.activities.quiz import engine
    from interactive.activities.quiz.definition import load

    index = json.loads((site / "assets/definitions/index.json").read_text())
    name = "01-what-is-track-two/bank/map-room"
    data = json.loads((site / f"assets/definitions/{index[name]['digest']}.json").read_text())
    definition = load(data)
    option = data["items"][0]["options"][0]["id"]
    pick, check = {"type": "pick", "item": "map-room", "option": option}, {"type": "check", "item": "map-room"}
    state = engine.step(definition, engine.start(definition, seed=0), pick, now=0).state
    here = []
    for _ in range(400):
        began = time.perf_counter()
        engine.step(definition, state, check, now=1)
        here.append((time.perf_counter() - began) * 1000)
    requests: list[dict] = []
    for turn in range(30):
        attempt = {"id": f"a-{turn}", "ref": name, "digest": "d", "seed": turn, "started": 1, "events": []}
        stepped = {"op": "step", "attempt": f"a-{turn}", "now": 1}
        requests.append({"op": "open", "attempt": attempt, "definition": data, "digest": "d", "root": ""})
        requests += [{**stepped, "event": event} for event in ({"type": "nothing"}, pick, check)]
    times = in_worker(site, browser, requests)
    nothing, marked = statistics.median(times[1::4]), statistics.median(times[3::4])
    mean = statistics.median(here)
    note(
        "scoring one response, CPython",
        f"{mean:.3f} ms",
        f"in the worker with its page {marked:.1f} ms",
        f"{mean / marked:.3f}",
        "under 1 ms",
    )
    note(
        "scoring one response, in the worker",
        f"{marked:.1f} ms",
        f"an event that does nothing {nothing:.1f} ms",
        f"{marked / nothing:.2f}",
        "under 10 ms",
    )


def test_opening_a_queue_of_two_thousand(site, browser):  # noqa: F811
    """From the kept cards, as on every visit; against working them out from nothing, as after an import."""
    from interactive.runtime.bridge import handle
    from tests.review.bench_queue import NOW, course, record

    request = {
        "op": "queue",
        "summaries": record(),
        "cards": [],
        "course": course(),
        "now": NOW,
        "offset": 0,
        "root": "",
    }
    cards = json.loads(handle(json.dumps({"v": 1, "id": 1, **request})))["cards"]
    kept = {**request, "cards": cards}
    times = in_worker(site, browser, [request, *[kept] * 7, request])
    warm, cold = statistics.median(times[1:8]), times[8]
    note(
        "opening a queue of 2,000 cards, in the worker",
        f"{warm:.0f} ms",
        f"worked out from nothing {cold:.0f} ms",
        f"{warm / cold:.2f}",
        "under 200 ms",
    )


def loads(folder: Path, page: Path) -> list[Path]:
    """The HTML, style sheets and scripts that a page asks for before Python."""
    import re

    html = page.read_text(encoding="utf-8")
    names = re.findall(r'<(?:script|link)\b[^>]*(?:src|href)="([^"]+\.(?:js|css))"', html)
    found = [page] + [(page.parent / name).resolve() for name in names]
    found += list(folder.glob("assets/st-*/page.js"))
    return list(dict.fromkeys(found))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same pages under Material as it comes: no fences, no theme, no scripts of ours."""
    folder = tmp_path_factory.mktemp("bare")
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "content" / "hello.md").write_text("# Hello\n\nA page.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Bare\ndocs_dir: content\nuse_directory_urls: false\ntheme: {name: material, font: false, "
        "features: [navigation.tabs, navigation.sections, toc.integrate]}\nplugins: [search]\n"
        "markdown_extensions: [abbr, admonition, attr_list, def_list, md_in_html, tables, pymdownx.superfences]\n",
        encoding="utf-8",
    )
    return folder


def build(folder: Path, target: Path) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(target)]
    subprocess.run(
        command,
        cwd=folder,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "HOME": "/tmp"},
    )
    return time.perf_counter() - began


def test_weight_of_a_lesson_and_time_of_a_build(site, bare, tmp_path):  # noqa: F811
    ours, plain = [], []
    for turn in range(3):
        plain.append(build(bare, tmp_path / f"bare{turn}"))
        ours.append(build(ROOT, tmp_path / f"ours{turn}"))
    a, b = statistics.median(ours), statistics.median(plain)
    note(
        "site build, three runs",
        f"{a:.1f} s",
        f"mkdocs build of the same pages, plain Material {b:.1f} s",
        f"{a / b:.1f}",
    )
    lesson = packed(loads(site, site / LESSON))
    hello = packed([path for path in loads(tmp_path / "bare0", tmp_path / "bare0" / "hello.html") if path.exists()])
    same = packed([path for path in loads(tmp_path / "bare0", tmp_path / "bare0" / LESSON) if path.exists()])
    note(
        "lesson 1 before Python: HTML, CSS, JS, gzip",
        f"{lesson / 1000:.1f} KB",
        f"a bare Material page {hello / 1000:.1f} KB",
        f"+{(lesson - hello) / 1000:.1f} KB",
        "+60 KB at most",
    )
    note(
        "the same against its own text under plain Material",
        f"{lesson / 1000:.1f} KB",
        f"{same / 1000:.1f} KB",
        f"+{(lesson - same) / 1000:.1f} KB",
    )
