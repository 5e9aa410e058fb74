"""Readers of the five formats, written from their descriptions and from nothing of ours: what they cannot read, a system could not.

Each is strict where the real readers are, and gives the same neutral `Question`s.
"""

import csv
import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

FRACTIONS = {  # Moodle's list, lib/questionlib.php
    *(100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111),
    *(10, 5, 0),
}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


@dataclass
class Question:
    """`answers` are (text, percent, feedback); `pairs` are (prompt, target, feedback)."""

    kind: str
    stem: str
    id: str = ""
    answers: list = field(default_factory=list)
    pairs: list = field(default_factory=list)
    targets: list = field(default_factory=list)
    steps: list = field(default_factory=list)
    general: str = ""
    hints: list = field(default_factory=list)
    tags: set = field(default_factory=set)
    folder: str = ""
    key: str = ""


def parse(data):
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    return etree.fromstring(data, PARSER)


# ---- Moodle XML ----


def moodle(data):
    root, folder, found = parse(data), "", []
    assert root.tag == "quiz" and {one.tag for one in root} == {"question"}
    for one in root:
        if one.get("type") == "category":
            folder = one.findtext("category/text")
            assert folder.startswith("$course$/top/")
        else:
            found.append(_moodle(one, folder))
    assert max(Counter((one.folder, one.id) for one in found).values()) == 1
    return found


def _moodle(one, folder):
    assert one.findtext("questiontext/text") and one.find("questiontext").get("format") == "html"
    assert one.findtext("name/text") and len(one.findtext("idnumber")) <= 100
    kind = one.get("type")
    answers = [
        (answer.findtext("text") or "", float(answer.get("fraction")), answer.findtext("feedback/text") or "")
        for answer in one.findall("answer")
    ]
    question = Question(
        {"multichoice": "choice", "matching": "match", "shortanswer": "fill", "essay": "essay"}.get(kind, kind),
        one.findtext("questiontext/text"),
        one.findtext("idnumber"),
        general=one.findtext("generalfeedback/text"),
        hints=[hint.findtext("text") for hint in one.findall("hint")],
        tags={tag.findtext("text") for tag in one.findall("tags/tag")},
        folder=folder,
    )
    MOODLE[kind](one, question, answers)
    return question


def _moodle_choice(one, question, answers):
    weights = [weight for _, weight, _ in answers]
    assert all(abs(weight) in FRACTIONS for weight in weights) and len(answers) > 1
    single = {"true": True, "false": False}[one.findtext("single")]
    if single:
        assert max(weights) == 100 and min(weights) >= 0
    else:
        assert abs(sum(weight for weight in weights if weight > 0) - 100) < 0.001
    assert one.find("shownumcorrect") is not None
    question.kind, question.answers = "single" if single else "several", answers


def _moodle_ordering(one, question, answers):
    assert one.find("shownumcorrect") is not None and one.findtext("gradingtype") and one.findtext("selecttype")
    assert [weight for _, weight, _ in answers] == [*range(1, len(answers) + 1)] and len(answers) > 1
    question.steps = [text for text, _, _ in answers]


def _moodle_match(one, question, answers):
    rows = [(sub.findtext("text") or "", sub.findtext("answer/text")) for sub in one.findall("subquestion")]
    assert len(rows) >= 3 and all(target for _, target in rows) and sum(bool(prompt) for prompt, _ in rows) >= 2
    question.pairs = [(prompt, target, "") for prompt, target in rows if prompt]
    question.targets = list(dict.fromkeys(target for _, target in rows))


def _moodle_fill(one, question, answers):
    assert all(weight in FRACTIONS for _, weight, _ in answers) and one.findtext("usecase") == "0"
    assert any(weight == 100 for _, weight, _ in answers)
    assert not any(re.search(r"(?<!\\)\*", text) for text, _, _ in answers)  # it would stand for anything
    question.answers = [(text.replace("\\*", "*"), weight, feedback) for text, weight, feedback in answers]


def _moodle_essay(one, question, answers):
    assert one.findtext("responseformat") == "editor" and not answers
    question.key = one.findtext("graderinfo/text")


MOODLE = {
    "multichoice": _moodle_choice,
    "ordering": _moodle_ordering,
    "matching": _moodle_match,
    "shortanswer": _moodle_fill,
    "essay": _moodle_essay,
}

# ---- GIFT: the steps of Moodle's question/format/gift/format.php, in their order ----

TRIM = " \t\n\r\0\x0b"  # what PHP trims
HELD = {"\\:": "\ue058", "\\#": "\ue035", "\\=": "\ue061", "\\{": "\ue123", "\\}": "\ue125", "\\~": "\ue126"}
WEIGHT = re.compile(r"%(-?[0-9]{1,3}\.?[0-9]*)%")
FORMATS = ("[html]", "[plain]", "[moodle]", "[markdown]")


def gift(data):
    folder, found = "", []
    for block in re.split(r"\n[ \t]*\n", data.decode()):
        comments = [line for line in block.split("\n") if line.strip(TRIM).startswith("//")]
        text = "\n".join(line for line in block.split("\n") if not line.strip(TRIM).startswith("//")).strip(TRIM)
        if text.startswith("$CATEGORY:"):
            folder = text.removeprefix("$CATEGORY:").strip(TRIM)
            assert folder.startswith("$course$/top/") and "\n" not in folder
        elif text:
            found.append(_gift(text, " ".join(comments), folder))
    assert max(Counter((one.folder, one.id) for one in found).values()) == 1
    return found


def _gift(text, comments, folder):
    text = text.replace("\\\\", "\ue092")
    for sign, stand_in in HELD.items():
        text = text.replace(sign, stand_in)
    assert text.startswith("::")
    name, text = text[2:].split("::", 1)
    start, end = text.index("{"), text.index("}")
    assert text[end + 1 :] == "" and text.count("{") == text.count("}") == 1
    answers, _, general = text[start + 1 : end].strip(TRIM).rpartition("####")
    stem = text[:start]
    assert stem.startswith("[html]")
    question = Question(
        "",
        _said(stem),
        re.search(r"\[id:([^\]]+)\]", comments)[1],
        general=_said(general),
        tags={*re.findall(r"\[tag:([^\]]+)\]", comments)},
        folder=folder,
    )
    assert name == question.id
    _gift_answers(question, answers.strip(TRIM))
    return question


def _gift_answers(question, answers):
    if not answers:
        question.kind = "essay"
    elif "~" in answers:
        question.kind = "single" if "=" in answers else "several"
        parts = [part.strip(TRIM) for part in answers.replace("=", "~=").split("~") if part.strip(TRIM)]
        question.answers = [_weighed(part) for part in parts]
        assert len(parts) > 1 and all(abs(weight) in FRACTIONS for _, weight, _ in question.answers)
    elif "->" in answers:
        question.kind = "match"
        halves = [part.split("->", 1) for part in answers.split("=") if part.strip(TRIM)]
        rows = [(_said(prompt), _bare(target)) for prompt, target in halves]  # a target has no format
        assert len(rows) >= 3
        question.pairs = [(prompt, target, "") for prompt, target in rows if prompt]
        question.targets = list(dict.fromkeys(target for _, target in rows))
    else:
        question.kind = "fill"
        parts = [part.strip(TRIM) for part in answers.split("=") if part.strip(TRIM)]
        question.answers = [(text.replace("\\*", "*"), *rest) for text, *rest in map(_weighed, parts)]


def _weighed(part):
    weight, text = 0.0, part
    if part.startswith("="):
        weight, text = 100.0, part[1:]
    elif WEIGHT.match(part):
        weight, text = float(WEIGHT.match(part)[1]), part[WEIGHT.match(part).end() :]
    text, _, feedback = text.partition("#")
    return _said(text), weight, _said(feedback)


def _said(text):
    text = text.strip(TRIM)
    return _bare(text[text.index("]") + 1 :] if text.startswith(FORMATS) else text)


def _bare(text):
    for sign, stand_in in HELD.items():
        text = text.replace(stand_in, sign[1])
    return text.replace("\ue092", "\\").strip(TRIM)


# ---- QTI 1.2 as Canvas reads it ----

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
M = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"


def canvas(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    manifest = parse(files["imsmanifest.xml"])
    listed = [one.get("href") for one in manifest.iter(f"{M}file")]
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    assert all(re.fullmatch(r"[a-z0-9/._-]+", name) for name in listed)
    resources = [one.get("identifier") for one in manifest.iter(f"{M}resource")]
    assert len(resources) == len(set(resources))
    assert {one.get("identifierref") for one in manifest.iter(f"{M}dependency")} <= set(resources)
    found = [
        question
        for one in manifest.iter(f"{M}resource")
        if one.get("type") == "imsqti_xmlv1p2"
        for question in _canvas_quiz(parse(files[one.find(f"{M}file").get("href")]), one.get("identifier"))
    ]
    assert max(Counter(one.id for one in found).values()) == 1
    return found


def _canvas_quiz(root, name):
    quiz = root.find(f"{Q}assessment")
    assert root.tag == f"{Q}questestinterop" and quiz.get("ident") == name
    for item in quiz.iter(f"{Q}item"):
        yield _canvas(item, quiz.get("title"))


def _canvas(item, folder):
    fields = {one[0].text: one[1].text for one in item.iter(f"{Q}qtimetadatafield")}
    said = {one.get("ident"): one.find(f".//{Q}mattext").text for one in item.findall(f"{Q}itemfeedback")}
    rules = [*item.iter(f"{Q}respcondition")]
    assert all(one.get("linkrefid") in said for one in item.iter(f"{Q}displayfeedback"))
    responses = {one.get("ident") for one in item.iter() if one.tag in (f"{Q}response_lid", f"{Q}response_str")}
    assert all(one.get("respident") in responses for one in item.iter(f"{Q}varequal"))
    question = Question(
        "",
        item.find(f"{Q}presentation/{Q}material/{Q}mattext").text,
        item.get("ident").removeprefix("second-track-"),
        general=said["general_fb"],
        folder=folder,
    )
    CANVAS[fields["question_type"]](item, question, rules, said)
    numbers = [one for one in (fields["original_answer_ids"] or "").split(",") if one]
    assert all(one.isdigit() for one in numbers) and len(numbers) == len(set(numbers))
    return question


def _canvas_choice(item, question, rules, said):
    labels = {one.get("ident"): one.find(f".//{Q}mattext").text for one in item.iter(f"{Q}response_label")}
    scored = next(rule for rule in rules if rule.find(f"{Q}setvar") is not None)
    wrong = {one.text for one in scored.iterfind(f".//{Q}not/{Q}varequal")}
    right = {one.text for one in scored.iter(f"{Q}varequal")} - wrong
    several = item.find(f".//{Q}response_lid").get("rcardinality") == "Multiple"
    assert right and right | wrong <= set(labels) and (right | wrong == set(labels) if several else len(right) == 1)
    question.kind = "several" if several else "single"
    share = 100 / len(right)
    question.answers = [
        (text, share if name in right else -share if several else 0, said[f"{name}_fb"])
        for name, text in labels.items()
    ]


def _canvas_match(item, question, rules, said):
    labels = {one.get("ident"): one.find(f".//{Q}mattext").text for one in item.iter(f"{Q}response_label")}
    prompts = {
        one.get("ident"): one.find(f"{Q}material/{Q}mattext").text or "" for one in item.iter(f"{Q}response_lid")
    }
    key = {}
    for first, second in pairwise(rule for rule in rules if rule.find(f"{Q}conditionvar/{Q}other") is None):
        if first.find(f"{Q}setvar") is not None:
            equal = first.find(f".//{Q}varequal")
            missed = second.find(f"{Q}conditionvar/{Q}not/{Q}varequal")
            assert (missed.get("respident"), missed.text) == (equal.get("respident"), equal.text)
            key[equal.get("respident")] = equal.text, second.find(f"{Q}displayfeedback").get("linkrefid")
    assert set(key) == set(prompts) and all(name.isdigit() for name in labels)
    question.kind, question.targets = "match", list(labels.values())
    question.pairs = [(text, labels[key[name][0]], said[key[name][1]]) for name, text in prompts.items()]


def _canvas_fill(item, question, rules, said):
    question.kind = "fill"
    question.answers = [(one.text, 100.0, "") for rule in rules for one in rule.iter(f"{Q}varequal")]


def _canvas_essay(item, question, rules, said):
    question.kind = "essay"


CANVAS = {
    "multiple_choice_question": _canvas_choice,
    "multiple_answers_question": _canvas_choice,
    "matching_question": _canvas_match,
    "short_answer_question": _canvas_fill,
    "essay_question": _canvas_essay,
}

# ---- Blackboard text ----


def blackboard(data):
    text = data.decode()
    assert text.endswith("\r\n") and not text.startswith("\ufeff")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert not any("\n" in line or "\r" in line or not line.strip() for line in lines)
    return [_blackboard(*line.split("\t")) for line in lines]


def _blackboard(kind, stem, *fields):
    if kind != "FIB":
        assert stem.isascii() and all(field.isascii() for field in fields)
        fields = [_referred(field) for field in fields]
    stem = _referred(stem)
    assert stem and all(field.strip() for field in fields) and len(fields) <= 200
    question = Question(BLACKBOARD[kind], stem)
    if kind in ("MC", "MA"):
        rows = [*zip(fields[::2], fields[1::2], strict=True)]
        right = sum({"correct": 1, "incorrect": 0}[mark] for _, mark in rows)
        assert right == 1 if kind == "MC" else right >= 1
        question.answers = [(text, mark == "correct", "") for text, mark in rows]
    elif kind == "MAT":
        question.pairs = [(one, two, "") for one, two in zip(fields[::2], fields[1::2], strict=True)]
        assert len({target for _, target, _ in question.pairs}) == len(question.pairs)
    elif kind == "ORD":
        question.steps = [*fields]
    elif kind == "FIB":
        question.answers = [(text, 100.0, "") for text in fields]
    else:
        (question.key,) = fields
    return question


def _referred(html):
    """HTML with its references beyond ASCII as the letters that they show."""
    return re.sub(r"&#(\d{3,});", lambda found: chr(int(found[1])), html)


BLACKBOARD = {"MC": "single", "MA": "several", "MAT": "match", "ORD": "ordering", "FIB": "fill", "ESS": "essay"}

# ---- Brightspace CSV ----

KINDS = {"MC": "single", "MS": "several", "M": "match", "O": "ordering", "SA": "fill", "WR": "essay"}
ONCE = {"ID", "Title", "QuestionText", "Points", "Difficulty", "Scoring", "InputBox", "Hint", "Feedback", "AnswerKey"}


def brightspace(data):
    assert data.startswith("\ufeff//".encode()) or data.startswith('\ufeff"//'.encode())
    assert data.count(b"\n") == data.count(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert all(len(row) == 5 or (len(row) == 6 and row[5] == "HTML") for row in rows)
    blocks, block = [], []
    for row in rows[1:]:
        if row[0] == "NewQuestion" or not any(row):
            blocks += [block] if block else []
            block = []
        if any(row):
            block.append(row)
    return [_brightspace(block) for block in [*blocks, block] if block]


def _brightspace(rows):
    assert rows[0][0] == "NewQuestion"
    counts = Counter(row[0] for row in rows)
    assert all(counts[name] <= 1 for name in ONCE) and counts["QuestionText"] == counts["ID"] == 1
    one = {row[0]: row for row in rows}
    assert 1 <= int(one["Difficulty"][1]) <= 10
    question = Question(KINDS[rows[0][1]], _cell(*one["QuestionText"][1:3]), one["ID"][1])
    question.general = _cell(*one["Feedback"][1:3])
    question.hints = [_cell(*one["Hint"][1:3])] if "Hint" in one else []
    question.tags = {f"difficulty-{one['Difficulty'][1]}"}
    question.key = _cell(*one["AnswerKey"][1:3]) if "AnswerKey" in one else ""
    options = [(_cell(*row[2:4]), float(row[1]), _cell(*row[4:6])) for row in rows if row[0] == "Option"]
    if question.kind == "several":
        assert {weight for _, weight, _ in options} == {0, 1} and one["Scoring"][1] == "RightMinusWrong"
        share = 100 / sum(weight for _, weight, _ in options)
        options = [(text, share if weight else -share, said) for text, weight, said in options]
    fields = [(row[2], float(row[1]), "") for row in rows if row[0] == "Answer"]
    question.answers = options or fields
    question.steps = [(_cell(row[1], row[2]), _cell(*row[3:5])) for row in rows if row[0] == "Item"]
    choices = {row[1]: _cell(*row[2:4]) for row in rows if row[0] == "Choice"}
    question.targets = list(choices.values())
    question.pairs = [(_cell(*row[2:4]), choices[row[1]], "") for row in rows if row[0] == "Match"]
    return question


def _cell(text, mark=""):
    """A text with the mark of what it is: what is not marked as HTML is shown letter by letter."""
    assert mark in ("", "HTML", "NOT HTML")
    assert mark == "HTML" or not re.search(r"<\w|&\w+;", text)
    return text


READERS = {"moodle": moodle, "gift": gift, "canvas": canvas, "blackboard": blackboard, "brightspace": brightspace}
