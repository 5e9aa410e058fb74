"""What a cartridge must hold to, beyond what a schema can say: from the profile's own rules and from what readers were seen to need.

IMS publishes schemas that may not be copied here; the rules below are those of its Schematron for 1.1, which are the same for 1.3.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

NCNAME = re.compile(r"[A-Za-z_][\w.-]*")
NAME = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*")
OUTSIDE = re.compile(rb"(?:href|src|action|data)\s*=\s*[\"'](?!#)([a-z]+:|//)", re.IGNORECASE)
ADDRESS = re.compile(rb"https?://([\w.-]+)")
IDENTIFIERS = {b"www.imsglobal.org", b"ltsc.ieee.org", b"www.w3.org"}
KINDS = {
    "page": "webcontent",
    "topic": "imsdt_xml{0}",
    "link": "imswl_xml{0}",
    "quiz": "imsqti_xmlv1p2/imscc_xml{0}/assessment",
}
BANK = "imsqti_xmlv1p2/imscc_xml{0}/question-bank"
ROOTS = {
    "imsdt_xml{0}": "{{http://www.imsglobal.org/xsd/imscc{0}/imsdt_{0}}}topic",
    "imswl_xml{0}": "{{http://www.imsglobal.org/xsd/imscc{0}/imswl_{0}}}webLink",
    "imsqti_xmlv1p2/imscc_xml{0}/assessment": "{{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}}questestinterop",
    BANK: "{{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}}questestinterop",
}
VERSION = {"1.1.0": "v1p1", "1.3.0": "v1p3"}


def parts(path: Path) -> dict[str, bytes]:
    """Every file of a zip by its name."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def faults(path: Path) -> list[str]:
    """Everything that is wrong with a cartridge."""
    files = parts(path)
    root = etree.fromstring(files["imsmanifest.xml"])
    short = VERSION[root.findtext("{*}metadata/{*}schemaversion") or ""]
    found = [*_manifest(root, short), *_names(files, path), *_inside(files)]
    for resource in root.iterfind("{*}resources/{*}resource"):
        found += _resource(resource, files, short)
    listed = Counter(one.get("href") for one in root.iter("{*}file"))
    found += [f"{name} is listed {count} times" for name, count in listed.items() if count > 1]
    found += [
        f"{name} is in the zip and not in the manifest" for name in set(files) - set(listed) - {"imsmanifest.xml"}
    ]
    return found


def _manifest(root: etree._Element, short: str) -> Iterator[str]:
    space = f"http://www.imsglobal.org/xsd/imscc{short}/imscp_v1p1"
    about = f"http://ltsc.ieee.org/xsd/imscc{short}/LOM/manifest"
    expected = {None: space, "lomimscc": about, "lom": f"http://ltsc.ieee.org/xsd/imscc{short}/LOM/resource"}
    if any(root.nsmap.get(prefix) != name for prefix, name in expected.items()):
        yield f"namespaces: {root.nsmap}"
    if (
        root.tag != f"{{{space}}}manifest"
        or root.findtext(f"{{{space}}}metadata/{{{space}}}schema") != "IMS Common Cartridge"
    ):
        yield "this is no manifest of a cartridge"
    for wanted in ("general/title", "general/language", "general/description", "rights/description"):
        if (
            root.find(f"{{*}}metadata/{{{about}}}lom/" + "/".join(f"{{{about}}}{one}" for one in wanted.split("/")))
            is None
        ):
            yield f"the metadata lack {wanted}"
    names = [one.get("identifier") for one in root.iter() if one.get("identifier")]
    yield from (f"{name} stands {count} times" for name, count in Counter(names).items() if count > 1)
    yield from (f"{name} is no NCName" for name in names if not NCNAME.fullmatch(name))
    yield from _tree(root, short)


def _tree(root: etree._Element, short: str) -> Iterator[str]:
    """One untitled item holds all; each resource but the bank has one place, and the bank has none."""
    (organization,) = root.iterfind("{*}organizations/{*}organization")
    (top,) = organization.iterfind("{*}item")
    if (
        organization.get("structure") != "rooted-hierarchy"
        or top.find("{*}title") is not None
        or top.get("identifierref")
    ):
        yield "the top item is a bare one"
    items = list(top.iter("{*}item"))[1:]
    yield from (f"{one.get('identifier')} has no title" for one in items if not one.findtext("{*}title"))
    yield from (
        f"{one.get('identifier')} refers and holds"
        for one in items
        if one.get("identifierref") and one.find("{*}item") is not None
    )
    yield from (
        f"{one.get('identifier')} is empty"
        for one in items
        if not one.get("identifierref") and one.find("{*}item") is None
    )
    places = Counter(one.get("identifierref") for one in items if one.get("identifierref"))
    types = {one.get("identifier"): one.get("type") for one in root.iter("{*}resource")}
    banks = [name for name, kind in types.items() if kind == BANK.format(short)]
    if len(banks) > 1:
        yield "a cartridge has one question bank at most"
    yield from (f"no resource {name}" for name in set(places) - set(types))
    yield from (f"{name} has {places[name]} places" for name in types if places[name] != (0 if name in banks else 1))


def _resource(resource: etree._Element, files: dict[str, bytes], short: str) -> Iterator[str]:
    name, kind = resource.get("identifier"), resource.get("type")
    hrefs = [one.get("href") for one in resource.iterfind("{*}file")]
    yield from (f"{name}: there is no {href}" for href in hrefs if href not in files)
    if kind == "webcontent":
        if resource.get("href") not in hrefs:
            yield f"{name}: its page is not among its files"
        return
    if resource.get("href") or len(hrefs) != 1:
        yield f"{name}: a {kind} has one file and no href"
    root = next((tag.format(short) for wanted, tag in ROOTS.items() if wanted.format(short) == kind), None)
    if root is None or etree.fromstring(files[hrefs[0]]).tag != root:
        yield f"{name}: a {kind} cannot hold {hrefs[0]}"


def _names(files: dict[str, bytes], path: Path) -> Iterator[str]:
    yield from (f"{name} is a name that some systems refuse" for name in files if not NAME.fullmatch(name))
    with zipfile.ZipFile(path) as archive:
        if archive.namelist()[0] != "imsmanifest.xml":
            yield "the manifest is not the first file"
        yield from (f"{one.filename} is dated" for one in archive.infolist() if one.date_time[0] != 1980)


def _inside(files: dict[str, bytes]) -> Iterator[str]:
    """No script, nothing from outside: addresses stand only as names of namespaces and schemas."""
    for name, data in files.items():
        if re.search(rb"<script|javascript:|\son\w+=", data, re.IGNORECASE):
            yield f"{name} holds a script"
        if not name.startswith("links/"):
            yield from (f"{name} leads out: {found!r}" for found in OUTSIDE.findall(data))
            yield from (f"{name} names {host!r}" for host in set(ADDRESS.findall(data)) - IDENTIFIERS)
        if name.endswith(".html"):
            folder = name.rpartition("/")[0]
            for target in re.findall(rb'src="([^"]+)"', data):
                if f"{folder}/{target.decode()}" not in files:
                    yield f"{name} shows {target!r}, which is not there"
            ids = set(re.findall(rb' id="([^"]+)"', data))
            yield from (f"{name} leads to {to!r}" for to in re.findall(rb'href="#([^"]+)"', data) if to not in ids)
