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
    const frame = document.querySelector("[data-activity]");
    const list = frame.querySelector(".st-tray select");
    const before = frame.querySelectorAll("[data-mark]").length;
    const marked = new Promise((done) => {
      const watch = new MutationObserver(() => { if (document.querySelectorAll("[data-activity] [data-mark]").length > before) { watch.disconnect(); done(); } });
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
        page.wait_for_selector("[data-activity][data-state=ready]", timeout=90_000)
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
