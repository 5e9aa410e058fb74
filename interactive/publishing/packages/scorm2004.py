"""The manifest of SCORM 2004 4th Edition. The lesson itself sets its completion and its score; `objectives.0` is the primary one."""

from xml.etree import ElementTree as ET

from interactive.publishing.packages.manifest import LICENSE, Package, Unit, child, organizations, resources, written

SPACES = {
    "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "xmlns:adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
    "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
}
LOM = "http://ltsc.ieee.org/xsd/LOM"


def manifest(package: Package) -> bytes:
    """Write `imsmanifest.xml`."""
    root = ET.Element("manifest", {"identifier": package.identifier, "version": "1.0", **SPACES})
    metadata = child(root, "metadata")
    child(metadata, "schema", "ADL SCORM")
    child(metadata, "schemaversion", "2004 4th Edition")
    _described(metadata, package)
    organization, items = organizations(root, package)
    organization.set("adlseq:objectivesGlobalToSystem", "false")
    for unit, item in zip(package.units, items, strict=True):
        _sequenced(item, unit)
    control = child(organization, "imsss:sequencing")
    child(control, "imsss:controlMode", choice="true", flow="true")
    resources(root, package, "adlcp:scormType")
    return written(root)


def objective(unit: Unit) -> str:
    """The identifier of a lesson's primary objective, `cmi.objectives.0.id`."""
    return unit.item.replace("-item", "-objective")


def _sequenced(item: ET.Element, unit: Unit) -> None:
    sequencing = child(item, "imsss:sequencing")
    objectives = child(sequencing, "imsss:objectives")
    child(objectives, "imsss:primaryObjective", objectiveID=objective(unit), satisfiedByMeasure="false")
    controls = {"tracked": "true", "completionSetByContent": "true", "objectiveSetByContent": "true"}
    child(sequencing, "imsss:deliveryControls", **controls)


def _described(metadata: ET.Element, package: Package) -> None:
    lom = child(metadata, "lom", xmlns=LOM)
    general = child(lom, "general")
    child(child(general, "title"), "string", package.title, language="en")
    child(general, "language", "en")
    child(child(general, "description"), "string", package.description, language="en")
    rights = child(lom, "rights")
    restricted = child(rights, "copyrightAndOtherRestrictions")
    child(restricted, "source", "LOMv1.0")
    child(restricted, "value", "yes")
    child(child(rights, "description"), "string", LICENSE, language="en")
