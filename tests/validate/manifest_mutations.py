"""Manifests, good and bad: each is ``manifest.xml`` with one piece of text replaced.

Good or bad is what the published schemas say. Where ours say no to what those accept, the reason
stands with it; ours never accept what those refuse.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

MANIFEST = Path(__file__).with_name("manifest.xml").read_text(encoding="utf-8")


class Mutation(NamedTuple):
    """A change to the good manifest. ``stricter`` is why ours refuse what the published accept."""

    name: str
    old: str
    new: str
    stricter: str = ""
    everywhere: bool = False

    @property
    def xml(self) -> bytes:
        assert self.old in MANIFEST, f"{self.name}: nothing to replace"
        return MANIFEST.replace(self.old, self.new, -1 if self.everywhere else 1).encode("utf-8")


ORDER = "the binding gives the elements an order; the published wildcard also takes them afterwards"
MIXED = "text between the elements is a mistake: no reader shows it"
NOT_IN_SPECIFICATION = "the published file declares it, no specification does, and no LMS reads it"
LOM_ONLY = "metadata holds a whole record, not loose elements of one"

_GENERAL_END = "</md:general>"
_ITEM = '<item identifier="les" identifierref="les-sco" isvisible="true" parameters="?deel=1">'
_RESOURCE = '<resource identifier="les-sco" type="webcontent" adlcp:scormtype="sco" href="index.html">'
_SHARED = '<resource identifier="gedeeld" type="webcontent" adlcp:scormtype="asset" xml:base="gedeeld/">'
_SCHEMA = "<schema>ADL SCORM</schema>\n    <schemaversion>1.2</schemaversion>\n    "

MUTATIONS = [
    Mutation("unchanged", "Een cursus", "Een cursus"),
    # manifest
    Mutation("manifest without identifier", '<manifest identifier="cursus"', "<manifest"),
    Mutation("manifest without version", ' version="1.0"\n', "\n"),
    Mutation("version of 20 characters", 'version="1.0"\n', f'version="{"1" * 20}"\n'),
    Mutation("version of 21 characters", 'version="1.0"\n', f'version="{"1" * 21}"\n'),
    Mutation("identifier that starts with a digit", 'identifier="cursus"', 'identifier="1cursus"'),
    Mutation("identifier with a blank", 'identifier="cursus"', 'identifier="een cursus"'),
    Mutation("identifier with an accent", 'identifier="cursus"', 'identifier="één"'),
    Mutation("identifier that is empty", 'identifier="cursus"', 'identifier=""'),
    Mutation("unknown attribute on manifest", 'version="1.0"\n', 'versie="1.0"\n'),
    Mutation("xml:base on manifest", 'version="1.0"\n', 'xml:base="inhoud/"\n'),
    Mutation("another root", "manifest", "pakket", everywhere=True),
    Mutation("namespace of another version", "xsd/imscp_rootv1p1p2", "xsd/imscp_v1p1"),
    Mutation("submanifest", "</resources>", "</resources>"
             '<manifest identifier="tweede"><organizations/><resources/></manifest>'),
    Mutation("submanifest without resources", "</resources>", "</resources>"
             '<manifest identifier="tweede"><organizations/></manifest>'),
    Mutation("text in manifest", "<organizations", "los <organizations"),
    # metadata of the package
    Mutation("no schema and version", _SCHEMA, ""),
    Mutation("version before schema", _SCHEMA,
             "<schemaversion>1.2</schemaversion><schema>ADL SCORM</schema>"),
    Mutation("schema of 101 characters", "<schema>ADL SCORM", f"<schema>{'x' * 101}"),
    Mutation("schemaversion of 21 characters", "version>1.2<", f"version>{'1' * 21}<"),
    Mutation("schemaversion of another version", "version>1.2<", "version>CAM 1.3<"),
    Mutation("location of a file with metadata", _SCHEMA, _SCHEMA + "<adlcp:location>a.xml</adlcp:location>"),
    Mutation("location before schema", _SCHEMA, "<adlcp:location>a.xml</adlcp:location>" + _SCHEMA),
    Mutation("location of 2001 characters", "location>les.xml", f"location>{'x' * 2001}"),
    Mutation("unknown element of ADL", "adlcp:datafromlms>deel=1</adlcp:datafromlms",
             "adlcp:gegevens>deel=1</adlcp:gegevens"),
    Mutation("schema in the namespace of ADL", "<schema>ADL SCORM</schema>\n    <schemaversion>1.2</schemaversion>",
             "<adlcp:schema>ADL SCORM</adlcp:schema><adlcp:schemaversion>1.2</adlcp:schemaversion>", NOT_IN_SPECIFICATION),
    Mutation("element of an unknown namespace", "</organization>",
             '<x:kleur xmlns:x="urn:x-kleur">groen</x:kleur></organization>'),
    Mutation("loose element of a record in metadata", _SCHEMA,
             _SCHEMA + '<md:title><md:langstring>Los</md:langstring></md:title>', LOM_ONLY),
    # organizations
    Mutation("no organizations", "organizations", "organisaties", everywhere=True),
    Mutation("default that does not exist", 'default="inhoud"', 'default="anders"'),
    Mutation("no default", ' default="inhoud"', ""),
    Mutation("organization without identifier", '<organization identifier="inhoud"', "<organization"),
    Mutation("structure of 201 characters", 'structure="hierarchical"', f'structure="{"x" * 201}"'),
    Mutation("no title", "<title>Een les</title>", ""),
    Mutation("title of 200 characters", "<title>Een les", f"<title>{'é' * 200}"),
    Mutation("title of 201 characters", "<title>Een les", f"<title>{'é' * 201}"),
    Mutation("two titles", "<title>Een les</title>", "<title>Een les</title><title>Nog een</title>"),
    Mutation("element in a title", "<title>Een les", "<title>Een <b>les</b>"),
    Mutation("title after items", "<title>Een deel</title>", "<adlcp:masteryscore>1</adlcp:masteryscore>"),
    Mutation("CDATA in a title", "<title>Een les", "<title><![CDATA[Een les & meer]]>"),
    Mutation("two items with one identifier", 'identifier="deel"', 'identifier="les"'),
    Mutation("item and resource with one identifier", 'identifier="deel"', 'identifier="les-sco"'),
    Mutation("identifierref to nothing", 'identifierref="les-sco"', 'identifierref="weg"'),
    Mutation("isvisible in words", _ITEM, _ITEM.replace("true", "ja")),
    Mutation("isvisible as a digit", _ITEM, _ITEM.replace("true", "1")),
    Mutation("isvisible in capitals", _ITEM, _ITEM.replace("true", "TRUE")),
    Mutation("parameters of 1001 characters", "?deel=1", "?" + "x" * 1000),
    Mutation("prerequisites without type", ' type="aicc_script"', ""),
    Mutation("prerequisites of another type", "aicc_script", "javascript"),
    Mutation("unknown time limit action", "exit,message", "exit, message"),
    Mutation("time of 14 characters", "0001:30:00", "0001:30:00.000"),
    Mutation("launch data of 256 characters", ">deel=1<", f">{'x' * 256}<"),
    Mutation("mastery score that is no number", ">70<", ">zeventig<"),
    # resources
    Mutation("no resources", "resources", "bestanden", everywhere=True),
    Mutation("empty resource", "<dependency", "<!-- niets --><dependency"),
    Mutation("resource without type", ' type="webcontent"', ""),
    Mutation("resource without identifier", '<resource identifier="les-sco"', "<resource"),
    Mutation("resource without href", _RESOURCE, _RESOURCE.replace(' href="index.html"', "")),
    Mutation("resource without scormtype", ' adlcp:scormtype="sco"', ""),
    Mutation("scormtype of SCORM 2004", "adlcp:scormtype", "adlcp:scormType"),
    Mutation("scormtype in capitals", '"sco"', '"SCO"'),
    Mutation("scormtype without prefix", "adlcp:scormtype", "scormtype"),
    Mutation("file without href", '<file href="index.html"/>', "<file/>"),
    Mutation("file after dependency", "</resource>", '<file href="a.js"/></resource>'),
    Mutation("href with blanks and accents", '<file href="index.html"/>', '<file href="een pagina é.html"/>'),
    Mutation("href of 2001 characters", '<file href="index.html"/>', f'<file href="{"x" * 2001}"/>'),
    Mutation("dependency without identifierref", ' identifierref="gedeeld"', ""),
    Mutation("unknown attribute on resource", _SHARED, _SHARED.replace("xml:base", "map")),
    Mutation("xml:lang on resource", _SHARED, _SHARED.replace('xml:base="gedeeld/"', 'xml:lang="nl"')),
    Mutation("xml:link on resource", _SHARED, _SHARED.replace("xml:base", "xml:link"), NOT_IN_SPECIFICATION),
    Mutation("xml:base with two fragments", 'xml:base="gedeeld/"', 'xml:base="a#b#c"'),
    Mutation("href with two fragments", '<file href="index.html"/>', '<file href="a#b#c"/>'),
    # metadata record
    Mutation("language that is none", 'xml:lang="nl"', 'xml:lang="nederlands!"'),
    Mutation("text without language", ' xml:lang="en"', ""),
    Mutation("title without text", '<md:title><md:langstring xml:lang="nl">Een cursus</md:langstring>'
             '<md:langstring xml:lang="en">A course</md:langstring></md:title>', "<md:title/>"),
    Mutation("term without source", '<md:source><md:langstring xml:lang="x-none">LOMv1.0</md:langstring></md:source>', ""),
    Mutation("term with two texts", '<md:value><md:langstring xml:lang="x-none">Hierarchical</md:langstring>',
             '<md:value><md:langstring>Hierarchical</md:langstring><md:langstring>Twee</md:langstring>'),
    Mutation("size in words", "<md:size>1024", "<md:size>veel"),
    Mutation("size that is too large", "<md:size>1024", "<md:size>99999999999"),
    Mutation("location of an unknown type", 'type="URI"', 'type="URL"'),
    Mutation("two costs", "</md:cost>", "</md:cost><md:cost><md:source><md:langstring>a</md:langstring></md:source>"
             "<md:value><md:langstring>b</md:langstring></md:value></md:cost>", ORDER),
    Mutation("identifier after title in general", _GENERAL_END, f"<md:identifier>x</md:identifier>{_GENERAL_END}", ORDER),
    Mutation("categories in another order", "<md:lom>", "<md:lom><md:lifecycle/>"),
    Mutation("unknown element in general", _GENERAL_END, f"<md:kleur>groen</md:kleur>{_GENERAL_END}"),
    Mutation("unknown category", "<md:rights>", "<md:kosten/><md:rights>"),
    Mutation("text in general", _GENERAL_END, f"los{_GENERAL_END}", MIXED),
    Mutation("catalog without entry", '<md:entry><md:langstring xml:lang="x-none">urn:x-cursus:1</md:langstring></md:entry>', ""),
    Mutation("contribution without role", "md:role>", "md:rol>", everywhere=True),
    Mutation("taxon of two kinds", "<md:taxon><md:id>1.2</md:id></md:taxon>",
             "<md:taxon><md:id>1.2</md:id></md:taxon><md:taxon><md:id>1.3</md:id></md:taxon>"),
    Mutation("capitals of SCORM 1.1", "md:lom>", "md:LOM>", everywhere=True),
]  # fmt: skip
