"""The scored questions as a QTI 2.1 content package.

In: an exercise. Out: bytes of a zip: a manifest, one test, one item a question. Each item is a
choice interaction of one answer; a mapping gives one point to each accepted choice, the standard
`map_response` template scores it. The texts are the rubric block of the test's section, so that
they are shown beside the items.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from compare.exercises.formats.packing import clean, member
from compare.exercises.formats.questions import Item, items, texts
from compare.exercises.parts import Exercise

if TYPE_CHECKING:
    from lxml.etree import _Element

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
TEMPLATE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"
ITEM_TYPE, TEST_TYPE = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def package(made: Exercise) -> bytes:
    """All scored questions of the sheet, answers included."""
    asked = items(made, "qti")
    files = {f"items/{name(item)}.xml": _item(item, made.sheet.language) for item in asked}
    files["test.xml"] = _test(made, asked)
    files["imsmanifest.xml"] = _manifest(made.sheet.code, list(files))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(files):
            member(archive, path, files[path])
    return packed.getvalue()


def name(item: Item) -> str:
    """An identifier for an item: it must begin with a letter."""
    return "q" + item.id.replace(".", "_")


def _root(tag: str, namespace: str, schema: str) -> _Element:
    from lxml import etree

    root = etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{namespace} {schema}")
    return root


def _add(parent: _Element, tag: str, text: str = "", **attributes: str) -> _Element:
    from lxml import etree

    made = etree.SubElement(parent, f"{{{QTI}}}{tag}", **attributes)
    if text:
        made.text = clean(text)
    return made


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def _item(item: Item, language: str) -> bytes:
    root = _root("assessmentItem", QTI, f"{QTI}.xsd")
    for key, value in (
        ("identifier", name(item)),
        ("title", clean(item.name)),
        ("adaptive", "false"),
        ("timeDependent", "false"),
    ):
        root.set(key, value)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    _declare(root, item)
    body = _add(root, "itemBody")
    for line in item.text:
        _add(body, "p", line)
    asked = _add(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="false", maxChoices="1"
    )
    for choice in item.choices:
        _add(asked, "simpleChoice", choice.text, identifier=choice.letter)
    _add(root, "responseProcessing", template=TEMPLATE)
    return _bytes(root)


def _declare(root: _Element, item: Item) -> None:
    kind = {"cardinality": "single", "baseType": "identifier"}
    declared = _add(root, "responseDeclaration", identifier="RESPONSE", **kind)
    correct = _add(declared, "correctResponse")
    _add(correct, "value", item.accepted[0])
    mapping = _add(declared, "mapping", defaultValue="0", upperBound="1")
    for letter in item.accepted:
        _add(mapping, "mapEntry", mapKey=letter, mappedValue="1")
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    outcome = _add(root, "outcomeDeclaration", **score)
    _add(_add(outcome, "defaultValue"), "value", "0")


def _test(made: Exercise, asked: list[Item]) -> bytes:
    root = _root("assessmentTest", QTI, f"{QTI}.xsd")
    root.set("identifier", "test")
    root.set("title", clean(f"{made.sheet.title} {made.sheet.code}"))
    part = _add(
        root,
        "testPart",
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="simultaneous",
    )
    section = _add(part, "assessmentSection", identifier="section", visible="true")
    section.set("title", clean(made.sheet.title))
    block = _add(section, "rubricBlock", view="candidate")
    for head, lines in texts(made):
        _add(block, "h2", head)
        for line in lines:
            _add(block, "p", line)
    for item in asked:
        _add(section, "assessmentItemRef", identifier=name(item), href=f"items/{name(item)}.xml")
    return _bytes(root)


def _manifest(code: str, paths: list[str]) -> bytes:
    from lxml import etree

    root = _root("manifest", PACKAGE, f"{PACKAGE}.xsd")
    root.set("identifier", f"exercise-{code}")
    data = etree.SubElement(root, f"{{{PACKAGE}}}metadata")
    etree.SubElement(data, f"{{{PACKAGE}}}schema").text = "QTIv2.1 Package"
    etree.SubElement(data, f"{{{PACKAGE}}}schemaversion").text = "1.0.0"
    etree.SubElement(root, f"{{{PACKAGE}}}organizations")
    resources = etree.SubElement(root, f"{{{PACKAGE}}}resources")
    for path in paths:
        kind = TEST_TYPE if path == "test.xml" else ITEM_TYPE
        made = etree.SubElement(resources, f"{{{PACKAGE}}}resource", type=kind, href=path)
        made.set("identifier", "r-" + path.split("/")[-1].removesuffix(".xml"))
        etree.SubElement(made, f"{{{PACKAGE}}}file", href=path)
        if path == "test.xml":
            for other in paths:
                if other != path:
                    mark = "r-" + other.split("/")[-1].removesuffix(".xml")
                    etree.SubElement(made, f"{{{PACKAGE}}}dependency", identifierref=mark)
    return _bytes(root)
