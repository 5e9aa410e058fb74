"""Packages made from the small site, and what is in them."""

import zipfile
from pathlib import Path

from lxml import etree

from interactive.publishing.packages.build import Maker, plans
from interactive.publishing.packages.contents import Site
from tests.publishing.packages.sample import write_site

ADDRESS = "https://course.example/track"


def make_all(folder: Path, words: str = "Words.", digest: str = "a" * 16, address: str = "") -> dict[str, Path]:
    """Write the site and every package of it; returns file name -> path."""
    site = Site.at(write_site(folder / "site", words, digest))
    (folder / "out").mkdir()
    maker = Maker(site)
    return {plan.name: maker.make(plan, folder / "out") for plan in plans(site, address)}


def contents(path: Path) -> dict[str, bytes]:
    """Every file of a package."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def manifest(path: Path) -> etree._Element:
    """A package's manifest, read."""
    return etree.fromstring(contents(path)["imsmanifest.xml"])


def every(element: etree._Element, name: str) -> list[etree._Element]:
    """All elements of this name, whatever their namespace."""
    return element.findall(f".//{{*}}{name}")


def identifiers(path: Path) -> list[str]:
    """Everything that a re-upload is told by, in order."""
    root = manifest(path)
    found = [
        element.get(name)
        for element in root.iter()
        for name in ("identifier", "identifierref", "default", "objectiveID")
    ]
    return [one for one in found if one]
