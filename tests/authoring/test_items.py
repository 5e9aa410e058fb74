"""Faults of craft in a bank: each gets its place and what to write instead, and what only looks like a fault gets nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interactive.authoring.lint.stems import negation
from tests.authoring.bank_sample import BANK, choice

FILE = "quizzes/00-sample/shades.quiz.yml"
PAGE = "content/lessons/00-sample/index.md"
SMALL = "bank-mix: items: 5; the curriculum asks for 12 or more"


@pytest.fixture
def findings(course):
    """The findings on the bank when one place is changed, or items are added; its being small is left out."""

    def find(old: str = "", new: str = "", added: str = "") -> list[str]:
        assert old in BANK
        course.write(FILE, BANK.replace(old, new, 1) + added)
        course.change(PAGE, "00-sample/colors\n```", "00-sample/colors\n```\n\n```activity\n00-sample/shades\n```")
        return [
            line for line in course.findings() if "bank-mix: items" not in line and "bank-mix: contested" not in line
        ]

    return find


def test_a_good_bank_has_no_findings_but_its_size(findings, course):
    assert findings() == []
    assert any(SMALL in line for line in course.findings())


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("key: [b]", "key: [d]", ":17:11: unknown-key: there is no option `d`; the options are a, b, c"),
        ("key: stone", "key: stome", ":40:34: unknown-key: there is no target `stome`; did you mean `stone`?"),
        (
            "[Look up.,",
            "[It is scattered light.,",
            ":18:13: hint-reveals-key: this hint holds the answer, “Scattered light”",
        ),
        ("[Look at the sea.,", "[It is not *Azure*.,", "hint-reveals-key: this hint holds the answer, “azure”"),
        (
            "It is bent most.",
            "Short waves are scattered *most*.",
            ":29:30: repeated-rationale: the same words stand in line 15",
        ),
        ("forms: [teal]", "forms: [Teal, The Blue]", "accept-and-near: `The Blue` is an accepted form already"),
        ("stands ___.", "stands blue.", ":49:5: blank-missing: the stem has no blank; write it as ___"),
        ("stands ___.", "stands ___ or ___.", "blank-missing: 2 blanks, and one answer"),
        (
            "text: Very cold air",
            "text: None of the above",
            ":16:11: all-of-the-above: an option about the other options",
        ),
        ("text: Very cold air", "text: Both a and b", "all-of-the-above"),
        ("text: Very cold air", "text: Very cold air.", ":13:5: unparallel-options: `c` ends with a full stop"),
        ("text: Very cold air", "text: very cold air", "unparallel-options: `c` begins with a small letter"),
        ("text: They are in us.", f"text: They are {'far ' * 20}.", ":62:5: warning: uneven-positions: `no` has"),
        ("text: Very cold air", f"text: Very cold air {'and wind ' * 8}", ":13:5: warning: uneven-options: `c` has"),
        ("color at noon?", "color, and what is not blue?", ":12:5: unmarked-negative: the question turns on `not`"),
        ("draw: 3", "draw: 6", ":6:1: draw-too-large: a quiz of 6 cannot be drawn from 5 items; write 5 or less"),
        ("id: rainbow", "id: sky", f"duplicate-id: `sky` is used already in {FILE}, line 8"),
        ("index.md#blue", "index.md#bleu", "unresolved-reread: content/lessons/00-sample/index.md has no anchor #bleu"),
        (
            "agree., cite: [someone1900]",
            "agree., cite: [someone]",
            "unknown-cite: content/references.bib has no `someone`",
        ),
        (
            "    objective: s0-tell-colors",
            "    objective: s0-tell-color",
            ":10:5: objective-not-listed: this file does not list",
        ),
        (
            "objectives: [",
            "objectives: [s0-paint, ",
            ":3:14: objective-without-items: no item here assesses `s0-paint`",
        ),
        ("    key: [b]\n", "    positions: {}\n    key: [b]\n", "shape: this belongs to another type of item"),
    ],
)
def test_one_fault_one_finding_with_its_place(findings, old, new, finding):
    found = findings(old, new)
    assert any(line.startswith(FILE) and finding in line for line in found), found


def test_cards_and_items_and_terms_share_no_id(findings, course):
    course.write("content/glossary.yml", "version: 1\nterms:\n  - {id: a}\n")
    found = [
        line
        for line in findings("id: rainbow", "id: flame", choice("term-a", "Why?", "One", "Two", "Six"))
        if "duplicate-id" in line
    ]
    assert "content/glossary.yml:3:6: duplicate-id: `term-a` is used already in" in found[0]
    assert f"`flame` is used already in {FILE}, line 21; choose another id" in found[1]


@pytest.mark.parametrize(
    "text", ["All are correct", "Neither of these", "a and c", "Any of the above", "Options a and b"]
)
def test_options_about_options(findings, text):
    assert any("all-of-the-above" in line for line in findings("Very cold air", text))


@pytest.mark.parametrize(
    "text", ["Both", "All the rain", "None of these clouds", "Both a cloud and rain", "Air from above"]
)
def test_options_that_only_sound_like_it(findings, text):
    assert findings("Very cold air", text) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("In the U.S.", "In France", "In Peru"),
        ("1993", "1994", "1995"),
        ("*Aida*", "“Tosca”", "Norma"),
        ("Is it?", "It is.", "It was!"),
    ],
)
def test_options_that_are_parallel_after_all(findings, texts):
    assert findings(added=choice("more", "Where does the word stand?", *texts)) == []


def test_a_distractor_serves_one_question(findings):
    one = choice("one", "Who mixed the first green?", "A dyer", "A monk", "A king")
    two = choice("two", "How was purple made in Tyre?", "From snails", "From *grapes*", "a MONK!")
    (found,) = [line for line in findings(added=one + two) if "repeated-distractor" in line]
    assert found.startswith(f"{FILE}:95:11") and f"the same wrong option stands in {FILE}, line 81" in found


def test_items_on_one_scale_share_all_their_options(findings):
    scale = ("Warm", "Cold", "Neither")
    one = choice("one", "How do painters call orange?", *scale, key="a")
    two = choice("two", "And where does a blue with much green in it belong?", *scale, key="b")
    assert findings(added=one + two) == []


@pytest.mark.parametrize(
    ("stem", "like"),
    [
        ("What gives the sky its colour at noon?", "`sky`"),
        ("At noon, what gives its color the sky?", "`sky`"),
        ("Match each pigment to the source.", "`painters`"),
    ],
)
def test_stems_that_are_nearly_the_same(findings, stem, like):
    (found,) = findings(added=choice("more", stem, "One", "Two", "Three"))
    assert f"near-duplicate-stem: this asks nearly what {like} asks (line" in found


@pytest.mark.parametrize("stem", ["What gives the sea its color at night?", "Match the dates.", "Are they?"])
def test_stems_that_share_words_and_ask_something_else(findings, stem):
    assert findings(added=choice("more", stem, "One", "Two", "Three")) == []


ONE = "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu".split()


def bank_of(count: int, long: int = 0, place: int | None = None) -> str:
    """Items that share no words; the key of the first `long` ones is the longest option, and all stand in `place` if it is given."""
    items = []
    for number, name in enumerate(ONE[:count]):
        at = (number + 2) % 3 if place is None else place
        texts = [f"{name} {word}" for word in ("one", "two", "six")]
        texts[at] += "teen" if number < long else ""
        items.append(choice(f"more-{number}", f"{name * 3}?", *texts, key="abc"[at], difficulty=number % 3 + 1))
    return "".join(items)


def test_a_key_that_gives_itself_away_by_length(findings):
    (found,) = findings(added=bank_of(11, long=5))
    assert f"{FILE}:7:1: key-longest: the key is the longest option in 5 of 12 (42%)" in found
    assert "in some of more-0, more-1, more-2, more-3, more-4" in found


@pytest.mark.parametrize(("count", "long"), [(11, 4), (3, 3)])
def test_keys_may_be_longest_now_and_then(findings, count, long):
    assert findings(added=bank_of(count, long)) == []


def test_a_key_that_gives_itself_away_by_place(findings):
    (found,) = findings(added=bank_of(10, place=2))
    assert f"{FILE}:7:1: warning: position-bias: the key in place 3 in 10 of 11 (91%)" in found


def test_a_bank_that_is_too_easy_is_a_warning(findings):
    easy = "".join(
        choice(f"more-{word}", f"{word * 3}?", f"{word} a", f"{word} b", f"{word} c") for word in ("Ox", "Elk", "Cat")
    )
    found = findings("difficulty: 3", "difficulty: 1", added=easy + choice("last", "Why so?", "Ape", "Bee", "Cow"))
    assert any(
        "warning: bank-mix: at difficulty 1: 6 of 9 (67%); the curriculum asks for half or less" in line
        for line in found
    )
    assert any("warning: bank-mix: at difficulty 3: 2 of 9 (22%)" in line for line in found)


def test_an_objective_of_the_lesson_wants_three_items(findings, course):
    course.change(
        PAGE, "  s0-tell-colors: tell colors apart\n", "  s0-tell-colors: tell colors apart\n  s0-mix: mix them\n"
    )
    found = findings("objective: s0-tell-colors", "objective: s0-mix")
    assert f"{FILE}:3:1: warning: objective-too-few: `s0-mix` is assessed by 1 item; write 2 more" in found


ASKING = [
    "Which of these is not a form of Track Two?",
    "Which of these is NOT a form of it?",
    "All of these are roles of a third party except:",
    "Each of these is true except which?",
    "Which fact would Kelman least expect?",
    "What should a careful historian not do?",
    "Which of these does the definition of Agha and colleagues not cover?",
    "Which word did they never use?",
    "Which of these cannot be Track Two?",
    "Which of these isn't a back channel?",
    "Choose every statement that does not follow.",
    "Read it, and choose the two bodies that the section does not reach.",
    "Two islands are at odds. Of the four rules, which is not in force?",
    "Who was *not* in the room?",
]
INNOCENT = [
    "Which of these is **not** a form of Track Two?",
    "She could not come. Which rule did she break?",
    "A minister who could not attend sends a deputy: which label fits?",
    "Which of the people who were not in the room signed it?",
    "What did they agree not to publish?",
    "Which of these needs at least two officials?",
    "Which of these is a reason for not publishing?",
    "Why did the channel not end in Track One?",
    '"Whoever holds office cannot leave it at the door." Which price must she be ready to pay?',
    "What would show that Oslo was not Track Two?",
    "Choose every fact that counts against the claim that Oslo was not Track Two.",
    "Choose every fact that shows people who were not officials.",
    "They took a name that does not stand in the treaty. Who did?",
    "All of the guests except the host were private people. What is it?",
    "Which of these is not only legal but wise?",
    "What is it, if not diplomacy?",
    "What should she do, not having a mandate?",
    "Last but not least, what is a track?",
    "A line on which nobody speaks for a government is not called a ___.",
]


@pytest.mark.parametrize("stem", ASKING)
def test_the_negation_of_the_question_is_found(stem):
    assert negation(stem)


@pytest.mark.parametrize("stem", INNOCENT)
def test_a_negation_in_passing_is_left_alone(stem):
    assert negation(stem) == ""


@pytest.mark.parametrize(
    ("ref", "finding"),
    [
        ("00-sample/shades/sky", None),
        ("practice/self-test", None),
        ("practice/review", None),
        ("00-sample/shades/skye", "`00-sample/shades` has no item `skye`; did you mean `00-sample/shades/sky`?"),
        ("00-sample/colors/flame", "only the items of a quiz stand by themselves; write `00-sample/colors`"),
        ("00-sample/shapes/sky", "there is no quiz `00-sample/shapes` below quizzes/"),
        ("practice/reviews", "did you mean `practice/review`?"),
    ],
)
def test_a_fence_may_name_one_item_and_what_is_gathered(findings, course, ref, finding):
    course.change(PAGE, "## Red", f"```activity\n{ref}\n```\n\n## Red")
    found = [line for line in findings() if "unknown-activity" in line]
    assert found == [] if finding is None else finding in found[0]


def test_a_page_may_link_to_the_deck_that_the_build_makes(findings, course):
    course.change(
        PAGE,
        "Fire is",
        "[Cards](root:downloads/second-track-00.apkg), [more](root:downloads/second-track-09.apkg). Fire is",
    )
    (found,) = findings()
    assert "there is no content/downloads/second-track-09.apkg" in found


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(BANK.splitlines(keepends=True)), max_size=60).map("".join),
        st.tuples(
            st.sampled_from(
                ["[b]", "What gives the sky", "{text: Red,", "[teal]", "[blue, azure]", "s0-tell-colors", "On blue"]
            ),
            st.sampled_from(["3", "[]", "{}", "null", "[[1]]", "{a: {b: [1]}}", "[null]", "true"]),
        ).map(lambda pair: BANK.replace(*pair)),
    )
)
def test_no_bank_makes_the_check_raise(course, text):
    course.write(FILE, text)
    course.findings()


@pytest.mark.parametrize(
    "stem", ["not " * 60_000, "choose " * 60_000 + "that", "all " * 60_000, "which is " * 30_000 + "?"]
)
def test_long_stems_are_looked_at_in_time(stem):
    negation(stem)
