"""From what MkDocs built to what readers get. Runs after any builder; the MkDocs hook only calls it."""

import shutil
from pathlib import Path

from interactive.authoring.definitions import compile_all
from interactive.publishing.headers import write_headers
from interactive.publishing.pages import finish_site, write_index
from interactive.publishing.runtime import build_runtime
from interactive.publishing.web import build_web, content_hash


def publish(root: Path, site: Path) -> None:
    """Add the runtime, the scripts and styles and the definitions to a built site, and finish its pages."""
    assets = site / "assets"
    runtime = build_runtime(root)
    for stale in [*assets.glob("py-*"), *assets.glob("st-*"), assets / "definitions"]:
        shutil.rmtree(stale, ignore_errors=True)
    shutil.copytree(runtime, assets / runtime.name)
    making = assets / "st-making"
    build_web(root, making, runtime)
    style = making.rename(assets / f"st-{content_hash(making)}")
    _definitions(root, assets / "definitions")
    write_index(site, finish_site(site, {"st": style.name}))
    write_headers(site)


def _definitions(root: Path, target: Path) -> None:
    target.mkdir(parents=True)
    for digest, text in compile_all(root).items():
        (target / f"{digest}.json").write_text(text, encoding="utf-8")
