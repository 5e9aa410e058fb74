"""The manifest of SCORM 1.2. No `masteryscore`: with it Moodle overrides the status that the lesson reports (lms.md)."""

from xml.etree import ElementTree as ET

from interactive.publishing.packages.manifest import LICENSE, Package, child, organizations, resources, written

SPACES = {
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
}


def manifest(package: Package) -> bytes:
    """Write `imsmanifest.xml`."""
    root = ET.Element("manifest", {"identifier": package.identifier, "version": "1.0", **SPACES})
    metadata = child(root, "metadata")
    child(metadata, "schema", "ADL SCORM")
    child(metadata, "schemaversion", "1.2")
    _described(metadata, package)
    organizations(root, package)
    resources(root, package, "adlcp:scormtype")
    return written(root)


def _described(metadata: ET.Element, package: Package) -> None:
    lom = child(metadata, "imsmd:lom")
    general = child(lom, "imsmd:general")
    _words(child(general, "imsmd:title"), package.title)
    child(general, "imsmd:language", "en")
    _words(child(general, "imsmd:description"), package.description)
    rights = child(lom, "imsmd:rights")
    restricted = child(rights, "imsmd:copyrightandotherrestrictions")
    for part, word in (("source", "LOMv1.0"), ("value", "yes")):
        _words(child(restricted, f"imsmd:{part}"), word, "x-none")
    _words(child(rights, "imsmd:description"), LICENSE)


def _words(parent: ET.Element, text: str, language: str = "en") -> None:
    child(parent, "imsmd:langstring", text, **{"xml:lang": language})
