"""The two versions of Common Cartridge that are written: 1.1, the last one that Moodle reads, and 1.3, for whoever reads that.

Readers match namespaces and resource types letter by letter, so each stands here once. They are identifiers: nothing is fetched.
"""

from dataclasses import dataclass

IMS = "http://www.imsglobal.org"
IEEE = "http://ltsc.ieee.org/xsd"
QTI = f"{IMS}/xsd/ims_qtiasiv1p2"  # the same in both versions
XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its number as the manifest says it, and as namespaces do."""

    number: str
    short: str
    roles: str

    @property
    def manifest(self) -> str:
        """The namespace of the manifest."""
        return f"{IMS}/xsd/imscc{self.short}/imscp_v1p1"

    @property
    def about_course(self) -> str:
        """The namespace of what is said about the whole."""
        return f"{IEEE}/imscc{self.short}/LOM/manifest"

    @property
    def about_resource(self) -> str:
        """The namespace of what is said about one resource."""
        return f"{IEEE}/imscc{self.short}/LOM/resource"

    def schema(self, name: str) -> str:
        """Where the schema of this version lies, for `schemaLocation`."""
        return f"{IMS}/profile/cc/cc{self.short}/{name.format(f'cc{self.short}')}.xsd"

    @property
    def topic(self) -> str:
        """The namespace of a discussion topic."""
        return f"{IMS}/xsd/imscc{self.short}/imsdt_{self.short}"

    @property
    def link(self) -> str:
        """The namespace of a web link."""
        return f"{IMS}/xsd/imscc{self.short}/imswl_{self.short}"

    def type(self, kind: str) -> str:
        """The type of a resource: page, topic, link, assessment or question-bank."""
        plain = {"page": "webcontent", "topic": f"imsdt_xml{self.short}", "link": f"imswl_xml{self.short}"}
        return plain.get(kind) or f"imsqti_xmlv1p2/imscc_xml{self.short}/{kind}"


CC11 = Version("1.1.0", "v1p1", "IMSGLC_CC_Rolesv1p1")
CC13 = Version("1.3.0", "v1p3", "IMSGLC_CC_Rolesv1p2")
VERSIONS = {"cc11": CC11, "cc13": CC13}
