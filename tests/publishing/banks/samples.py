"""Banks to write, a writer's file as bytes, and what a reader should find in it."""

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Matching, Sequencing
from interactive.kernel.html import escape
from interactive.publishing.archive import write_archive
from interactive.publishing.banks.explaining import arguments, as_matching, asked, words
from interactive.publishing.banks.items import Bank, banks
from interactive.publishing.banks.support import BLACKBOARD, BRIGHTSPACE, CANVAS, GIFT, MOODLE
from interactive.publishing.banks.writing import WRITERS, titles_of
from tests.activities.quiz_sample import GUESS, ITEMS, quiz_data
from tests.conftest import sorter_data
from tests.publishing.banks.readers import READERS


def definitions(items=None, **more):
    return {"00-sample/bank": quiz_data(items=items or [*ITEMS, GUESS]), **more}


def sample(items=None, sorter=False):
    return banks(definitions(items, **({"00-sample/colors": sorter_data()} if sorter else {})))


def written(form, found, folder):
    made = WRITERS[form](found, titles_of(found))
    if isinstance(made, str):
        return made.encode()
    return write_archive(folder / "made.zip", made, first="imsmanifest.xml").read_bytes()


def read(form, found, folder):
    return READERS[form.name](written(form, found, folder))


def compare(form, bank: Bank, item, question):
    """Whether a reader found all of an item that the table says a format holds, letter by letter."""
    assert question.id == ("" if form is BLACKBOARD else item.id)
    assert question.stem == asked(item)
    if isinstance(item, Sequencing) and form in (GIFT, CANVAS):
        item = as_matching(item)
    {
        Choice: _choice,
        Sequencing: _sequencing,
        Matching: _matching,
        FillIn: _fill_in,
        Contested: _contested,
    }[type(item)](form, item, question)
    assert form is BLACKBOARD or all(escape(label) in question.general for _, label in item.cites)
    if form in (MOODLE, GIFT):
        assert question.tags == {item.objective, f"difficulty-{item.difficulty}"} - {""}
        assert question.folder.endswith(f", version {bank.version}")
    if form is MOODLE:
        assert question.hints == [*item.hints]
    if form is BRIGHTSPACE and item.hints:
        assert all(hint in question.hints[0] for hint in item.hints)


def _choice(form, item, question):
    assert question.kind == ("several" if item.multiple else "single")
    assert [text for text, _, _ in question.answers] == [one.text for one in item.options.values()]
    if form is not BLACKBOARD:
        assert [said for _, _, said in question.answers] == [one.rationale for one in item.options.values()]
    half = 50 if form in (MOODLE, GIFT, BRIGHTSPACE) else 0
    share = 100 / len(item.key)
    for (name, option), (_, weight, _) in zip(item.options.items(), question.answers, strict=True):
        if form is BLACKBOARD:
            assert weight is (name in item.key)
        elif name in item.key:
            assert abs(weight - share) < 0.001
        else:
            assert abs(weight - (-share if item.multiple else half if option.half else 0)) < 0.001


def _sequencing(form, item, question):
    assert question.kind == "ordering"
    texts = [one.text for one in item.entries.values()]
    if form is BRIGHTSPACE:
        assert question.steps == [(one.text, one.rationale) for one in item.entries.values()]
    else:
        assert question.steps == texts
    if form is MOODLE:
        assert all(one.rationale in question.general for one in item.entries.values())


def _matching(form, item, question):
    assert question.kind == "match"
    shown = str if form in (BLACKBOARD, BRIGHTSPACE) else words
    pairs = [(one.text, shown(item.targets[one.key])) for one in item.prompts.values()]
    assert [(prompt, target) for prompt, target, _ in question.pairs] == pairs
    if form is not BLACKBOARD:
        assert sorted(question.targets) == sorted(map(shown, item.targets.values()))
    if form is CANVAS:
        assert [said for *_, said in question.pairs] == [one.rationale for one in item.prompts.values()]
    elif form is not BLACKBOARD:
        assert all(one.rationale in question.general for one in item.prompts.values())


def _fill_in(form, item, question):
    assert question.kind == "fill"
    near = [(text, 50.0, said) for forms, said in item.near for text in forms]
    if form in (CANVAS, BLACKBOARD):
        near = []
    elif form is BRIGHTSPACE:
        near = [(text, share, "") for text, share, _ in near]
    assert question.answers == [*((text, 100.0, "") for text in item.accept), *near]
    assert form is BLACKBOARD or item.rationale in question.general


def _contested(form, item, question):
    assert question.kind == "essay"
    assert all(one.text in question.stem for one in item.positions.values())
    where = question.key if form in (MOODLE, BLACKBOARD, BRIGHTSPACE) else question.general
    assert arguments(item) in where
