"""QTI 1.2 in the dialect that Canvas writes itself, so that its reader meets nothing strange: one quiz for each bank.

Sources: Canvas's own writer, instructure/canvas-lms lib/cc/qti/qti_items.rb and qti_generator.rb; its reader, gems/plugins/qti_exporter;
text2qti 0.8.0, whose packages Canvas is known to take. The ids of answers are numbers, as Canvas gives them: in a matching question the
reader takes the digits of an id for the whole. A quiz and its questions keep their ids for ever, by which Canvas knows them again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.kernel.html import Safe
from interactive.publishing.banks.explaining import LICENSE, as_matching, asked, explanation, words
from interactive.publishing.banks.items import Bank
from interactive.publishing.cartridge.xml import document, element

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CONTENT = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
METADATA = "http://www.imsglobal.org/xsd/imsmd_v1p2"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
MANIFEST = "imsmanifest.xml"
FIRST_ANSWER, FIRST_TARGET = 1001, 2001


def canvas(banks: Sequence[Bank], titles: dict[str, str]) -> Mapping[str, str]:
    """The files of a package: a manifest, and for each bank its questions and what Canvas wants to know of a quiz."""
    files = {MANIFEST: _manifest([_ident(bank) for bank in banks])}
    for bank in banks:
        name = _ident(bank)
        files[f"{name}/{name}.xml"] = _assessment(bank, name)
        files[f"{name}/assessment_meta.xml"] = _meta(bank, name)
    return files


def _ident(bank: Bank) -> str:
    return f"second-track-{bank.ref.replace('/', '-')}"


def _title(bank: Bank) -> str:
    return f"{bank.title} (Second Track, version {bank.version})"


def _manifest(names: list[str]) -> str:
    about = element(
        "imsmd:lom",
        element("imsmd:general", element("imsmd:title", element("imsmd:string", text="Second Track"))),
        element("imsmd:rights", element("imsmd:description", element("imsmd:string", text=LICENSE))),
    )
    root = element(
        "manifest",
        element("metadata", element("schema", text="IMS Content"), element("schemaversion", text="1.1.3"), about),
        element("organizations"),
        element("resources", *[one for name in names for one in _resources(name)]),
        identifier=f"{names[0]}-package" if len(names) == 1 else "second-track-package",
        xmlns=CONTENT,
        xmlns__imsmd=METADATA,
    )
    return document(root)


def _resources(name: str) -> tuple[Element, Element]:
    meta = f"{name}/assessment_meta.xml"
    return (
        element(
            "resource",
            element("file", href=f"{name}/{name}.xml"),
            element("dependency", identifierref=f"{name}-settings"),
            identifier=name,
            type="imsqti_xmlv1p2",
        ),
        element(
            "resource",
            element("file", href=meta),
            identifier=f"{name}-settings",
            type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
            href=meta,
        ),
    )


def _meta(bank: Bank, name: str) -> str:
    """The quiz's settings: for practice, so that no column of grades appears before somebody asks for one."""
    settings = {
        "title": _title(bank),
        "description": f"<p>{LICENSE}</p>",
        "shuffle_answers": "true",
        "scoring_policy": "keep_highest",
        "quiz_type": "practice_quiz",
        "points_possible": f"{len(bank.items)}.0",
        "show_correct_answers": "true",
        "allowed_attempts": "-1",
        "available": "false",
    }
    return document(
        element("quiz", *[element(key, text=text) for key, text in settings.items()], identifier=name, xmlns=CANVAS)
    )


def _assessment(bank: Bank, name: str) -> str:
    assessment = element(
        "assessment",
        element("qtimetadata", _field("cc_maxattempts", "unlimited")),
        element("section", *map(_item, bank.items), ident="root_section"),
        ident=name,
        title=_title(bank),
    )
    root = element(
        "questestinterop",
        assessment,
        xmlns=QTI,
        xmlns__xsi=XSI,
        xsi__schemaLocation=f"{QTI} http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd",
    )
    return document(root)


def _item(item: Item) -> Element:
    return TYPES[type(item)](item)


def _built(
    item: Item, kind: str, answers: Iterable[int], shown: list[Element], rules: list[Element], feedback: dict[int, Safe]
) -> Element:
    """An item: what is known about it, what is shown, how it is marked, and what is said after."""
    ident = f"second-track-{item.id}"
    general = explanation(item, reasons=not feedback)
    said = {"general_fb": general, **{f"{number}_fb": text for number, text in feedback.items()}}
    return element(
        "item",
        element(
            "itemmetadata",
            element(
                "qtimetadata",
                _field("question_type", kind),
                _field("points_possible", "1.0"),
                _field("original_answer_ids", ",".join(map(str, answers))),
                _field("assessment_question_identifierref", f"{ident}-in-bank"),
            ),
        ),
        element("presentation", _material(asked(item)), *shown),
        element(
            "resprocessing",
            element("outcomes", element("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")),
            _when(element("other"), says="general_fb", goes_on="Yes"),
            *rules,
        ),
        *[element("itemfeedback", element("flow_mat", _material(text)), ident=name) for name, text in said.items()],
        ident=ident,
        title=item.id,
    )


def _choice(item: Choice) -> Element:
    numbers = dict(zip(item.options, range(FIRST_ANSWER, FIRST_TARGET), strict=False))
    labels = [_label(numbers[name], _material(one.text)) for name, one in item.options.items()]
    response = element(
        "response_lid",
        element("render_choice", *labels),
        ident="response1",
        rcardinality="Multiple" if item.multiple else "Single",
    )
    said = [_when(_equal(number), says=f"{number}_fb", goes_on="Yes") for number in numbers.values()]
    right = [_equal(number) if name in item.key else element("not", _equal(number)) for name, number in numbers.items()]
    test = element("and", *right) if item.multiple else _equal(numbers[item.key[0]])
    kind = "multiple_answers_question" if item.multiple else "multiple_choice_question"
    feedback = {numbers[name]: one.rationale for name, one in item.options.items()}
    return _built(item, kind, numbers.values(), [response], [*said, _when(test, sets="100", goes_on="No")], feedback)


def _matching(item: Matching) -> Element:
    numbers = dict(zip(item.prompts, range(FIRST_ANSWER, FIRST_TARGET), strict=False))
    targets = dict(zip(item.targets, range(FIRST_TARGET, FIRST_TARGET + 1000), strict=False))
    share = f"{100 / len(item.prompts):.2f}"
    shown, rules = [], []
    for name, one in item.prompts.items():
        labels = [
            _label(targets[target], element("material", element("mattext", text=words(text))))
            for target, text in item.targets.items()
        ]
        response = f"response_{numbers[name]}"
        shown.append(element("response_lid", _material(one.text), element("render_choice", *labels), ident=response))
        rules.append(_when(_equal(targets[one.key], response), sets=share, action="Add"))
        rules.append(_when(element("not", _equal(targets[one.key], response)), says=f"{numbers[name]}_fb"))
    feedback = {numbers[name]: one.rationale for name, one in item.prompts.items()}
    return _built(item, "matching_question", numbers.values(), shown, rules, feedback)


def _fill_in(item: FillIn) -> Element:
    numbers = range(FIRST_ANSWER, FIRST_ANSWER + len(item.accept))
    box = element("response_label", ident="answer1", rshuffle="No")
    response = element("response_str", element("render_fib", box), ident="response1", rcardinality="Single")
    rule = _when(*[_equal(form) for form in item.accept], sets="100", goes_on="No")
    return _built(item, "short_answer_question", numbers, [response], [rule], {})


def _contested(item: Contested) -> Element:
    box = element("response_label", ident="answer1", rshuffle="No")
    response = element("response_str", element("render_fib", box), ident="response1", rcardinality="Single")
    return _built(item, "essay_question", (), [response], [_when(element("other"), goes_on="No")], {})


TYPES: dict[type[Item], Callable[..., Element]] = {
    Choice: _choice,
    Sequencing: lambda item: _matching(as_matching(item)),
    Matching: _matching,
    FillIn: _fill_in,
    Contested: _contested,
}


def _when(*test: Element, says: str = "", sets: str = "", action: str = "Set", goes_on: str = "") -> Element:
    return element(
        "respcondition",
        element("conditionvar", *test),
        element("setvar", text=sets, action=action, varname="SCORE") if sets else None,
        element("displayfeedback", feedbacktype="Response", linkrefid=says) if says else None,
        **({"continue_": goes_on} if goes_on else {}),
    )


def _equal(value: int | str, response: str = "response1") -> Element:
    return element("varequal", text=str(value), respident=response)


def _label(number: int, material: Element) -> Element:
    return element("response_label", material, ident=str(number))


def _material(html: Safe) -> Element:
    return element("material", element("mattext", text=html, texttype="text/html"))


def _field(label: str, entry: str) -> Element:
    return element("qtimetadatafield", element("fieldlabel", text=label), element("fieldentry", text=entry))
