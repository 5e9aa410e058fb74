"""Cartridge questions answered as three readers would: QTI by its own rules, Moodle and cc2olx by theirs.

The last two are what those programs do with the file, written down from their sources; each looks at one part of it.
"""

from html import unescape

from lxml import etree

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
HUNDRED = f"{Q}setvar"


def qti(item: etree._Element, response: set[str]) -> tuple[int, list[str]]:
    """Points and feedback by the rules of QTI: conditions in order, until one that holds says not to go on."""
    score, told = 0, []
    for condition in item.iterfind(f"{Q}resprocessing/{Q}respcondition"):
        if not all(_holds(test, response) for test in condition.find(f"{Q}conditionvar")) and not _any(
            condition, item, response
        ):
            continue
        score = int(condition.findtext(HUNDRED) or score)
        told += [one.get("linkrefid") for one in condition.iterfind(f"{Q}displayfeedback")]
        if condition.get("continue") == "No":
            break
    return score, [text_of(item, name) for name in told]


def _any(condition: etree._Element, item: etree._Element, response: set[str]) -> bool:
    """In items to fill in, several accepted forms stand side by side, and the profile means any of them."""
    tests = condition.find(f"{Q}conditionvar")
    return profile(item) == "cc.fib.v0p1" and any(
        _holds(test, response) for test in tests if test.tag == f"{Q}varequal"
    )


def _holds(test: etree._Element, response: set[str]) -> bool:
    match etree.QName(test).localname:
        case "other":
            return True
        case "varequal":
            given = response if test.get("case") == "Yes" else {one.casefold() for one in response}
            return (test.text if test.get("case") == "Yes" else (test.text or "").casefold()) in given
        case "and":
            return all(_holds(one, response) for one in test)
        case "not":
            return not _holds(test[0], response)
    raise AssertionError(test.tag)


def text_of(item: etree._Element, name: str) -> str:
    """The words of a feedback, found where Moodle looks for them."""
    (found,) = item.iterfind(f"{Q}itemfeedback[@ident='{name}']/{Q}flow_mat/{Q}material/{Q}mattext")
    return found.text or ""


def profile(item: etree._Element) -> str:
    """What the item says that it is."""
    fields = item.iterfind(f"{Q}itemmetadata/{Q}qtimetadata/{Q}qtimetadatafield")
    return {one.findtext(f"{Q}fieldlabel"): one.findtext(f"{Q}fieldentry") for one in fields}["cc_profile"] or ""


def options(item: etree._Element) -> dict[str, str]:
    """What can be chosen, where Moodle and cc2olx look for it."""
    path = f"{Q}presentation/{Q}response_lid/{Q}render_choice/{Q}response_label"
    return {one.get("ident"): unescape(one.findtext(f"{Q}material/{Q}mattext") or "") for one in item.iterfind(path)}


def for_moodle(item: etree._Element) -> tuple[set[str], dict[str, str]]:
    """The right options, and what is said of each."""
    right, told = set(), {}
    for condition in item.iterfind(f"{Q}resprocessing/{Q}respcondition"):
        first = condition.findtext(f"{Q}conditionvar/{Q}varequal")
        if condition.findtext(HUNDRED) == "100":
            inside = condition.iterfind(f".//{Q}varequal")
            right |= {one.text for one in inside if one.get("case") == "Yes" and one.getparent().tag != f"{Q}not"}
        for shown in condition.iterfind(f"{Q}displayfeedback"):
            if first:
                told[first] = text_of(item, shown.get("linkrefid"))
    return right, told


def general_for_moodle(item: etree._Element) -> list[str]:
    """What is said to everybody."""
    conditions = item.iterfind(f"{Q}resprocessing/{Q}respcondition[@continue='Yes']/{Q}displayfeedback")
    return [text_of(item, one.get("linkrefid")) for one in conditions]


def for_cc2olx(item: etree._Element) -> set[str]:
    """The answers that it takes for right."""
    right: set[str] = set()
    for condition in item.iterfind(f"{Q}resprocessing/{Q}respcondition"):
        own = condition.findall(f"{Q}conditionvar/{Q}varequal") or condition.findall(
            f"{Q}conditionvar/{Q}and/{Q}varequal"
        )
        right |= {one.text or "" for one in own}
        if condition.get("continue") == "No":
            break
    return right
