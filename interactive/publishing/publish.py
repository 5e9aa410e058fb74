"""From what MkDocs built to what readers get. Runs after any builder; the MkDocs hook only calls it."""

import shutil
from pathlib import Path

from interactive.authoring.definitions import canonical, compile_refs, digest
from interactive.authoring.glossary import compile_glossary
from interactive.authoring.project import Project
from interactive.authoring.today import today
from interactive.publishing.anki import write_decks
from interactive.publishing.banks.page import show_banks
from interactive.publishing.banks.writing import write_banks
from interactive.publishing.cartridge.course import public_address, write_cartridges
from interactive.publishing.course_map import course_map, write_course_map
from interactive.publishing.headers import write_headers
from interactive.publishing.keep import write_list
from interactive.publishing.labs import write_labs
from interactive.publishing.packages.listing import fill_empty
from interactive.publishing.pages import finish_site, write_index
from interactive.publishing.print_sets import write_print_sets
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
    definitions = compile_refs(root)
    write_labs(root, site)
    found = finish_site(site, {"st": style.name})
    (assets / "definitions").mkdir(parents=True)
    for definition in [*definitions.values(), *found.readings.values()]:
        (assets / "definitions" / f"{digest(definition)}.json").write_text(canonical(definition), encoding="utf-8")
    write_list(site)
    write_index(site, found)
    write_course_map(site, course_map(Project(root, today()), definitions, found))
    write_decks(site, definitions, compile_glossary(root), today())
    show_banks(site, write_banks(site, definitions))
    write_cartridges(root, site, definitions, public_address())
    write_print_sets(site, definitions)
    write_headers(site)
    fill_empty(site)
