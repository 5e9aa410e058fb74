"""Casefiles: the rule holds its elements' words, conclusions follow from the formula, twists flip what they name, keys are balanced."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from interactive.activities.casefile.logic import FINDINGS, Formula, evaluate, leaves, read_formula, steps_apart
from interactive.authoring.compilers.casefile import as_list, cut
from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.formula import parse_formula
from interactive.authoring.findings import Finding
from interactive.authoring.lint.casefiles import casefiles, elements_of, mapping_of, rows_of
from interactive.authoring.project import Project
from interactive.authoring.reading import Place

ENOUGH = 6  # scenarios from which on the keys can be asked to be balanced
QUARTERS = (4, 1, 0)  # of a finding without a reason, by how far it lies from the key


def words_not_in_rule(project: Project) -> Iterator[Finding]:
    """Each element's words stand in the rule, character for character, and overlap with no other element's."""
    for source, data in casefiles(project):
        text = mapping_of(data.get("rule")).get("text")
        text = [one for one in text if isinstance(one, str)] if isinstance(text, list) else []
        before: list[dict[str, Any]] = []
        for number, item in rows_of(data, "elements"):
            words = item.get("words")
            if not isinstance(item.get("id"), str) or not _texts(words):
                continue
            try:
                cut(text, [*before, item])
                before.append(item)
            except NotCompiled as error:
                yield source.find(
                    ("elements", number, "words"), "words-not-in-rule", f"{error}; copy them from the rule"
                )


def _texts(words: Any) -> bool:
    return isinstance(words, str | list) and all(isinstance(one, str) and one.strip() for one in as_list(words))


def formula_of(data: dict[str, Any]) -> Formula | None:
    """The formula of a casefile, parsed; None where it cannot be."""
    elements = elements_of(data)
    try:
        return read_formula(parse_formula(str(data.get("formula", "")), list(elements)), elements.keys())
    except NotCompiled:
        return None


def wrong_formula(project: Project) -> Iterator[Finding]:
    """The formula can be parsed, and leaves no element out."""
    for source, data in casefiles(project):
        elements = list(elements_of(data))
        try:
            parse_formula(str(data.get("formula", "")), elements)
        except NotCompiled as error:
            yield source.find(("formula",), "formula", str(error))
            continue
        left = set(elements) - set(leaves(formula_of(data) or ""))
        for name in sorted(left):
            yield source.find(("formula",), "formula", f"it leaves `{name}` out; put it in, or take the element out")


def conclusion_does_not_follow(project: Project) -> Iterator[Finding]:
    """Each conclusion is what the formula makes of the findings, or says in `despite` why it is not."""
    for source, data in casefiles(project):
        formula = formula_of(data)
        for number, scenario in rows_of(data, "scenarios") if formula else ():
            base = found_in(scenario.get("findings"))
            cases: list[tuple[Place, Any, dict[str, str]]] = [((), scenario.get("conclusion"), base)]
            for place, twist in rows_of(scenario, "twists"):
                cases.append((("twists", place), twist.get("conclusion"), {**base, **found_in(twist.get("flips"))}))
            for way, conclusion, findings in cases:
                message = _follows(formula, mapping_of(conclusion), findings)
                if message:
                    yield source.find(("scenarios", number, *way, "conclusion"), "conclusion", message)


def _follows(formula: Formula | None, conclusion: dict[str, Any], findings: Mapping[str, str]) -> str:
    """What is wrong with a conclusion; nothing where it is right, or where it cannot be told."""
    given = conclusion.get("finding")
    if formula is None or given not in FINDINGS or set(leaves(formula)) - findings.keys():
        return ""
    due = evaluate(formula, findings)
    if given == due:
        return "it follows from the formula: take `despite` out" if "despite" in conclusion else ""
    if "despite" in conclusion:
        return ""
    return f"the formula makes this {due}, not {given}; mend a finding, or say in `despite` why not"


def found_in(table: Any) -> dict[str, str]:
    """The findings of a table, as far as they are findings."""
    found = {name: mapping_of(key).get("finding") for name, key in mapping_of(table).items()}
    return {name: str(finding) for name, finding in found.items() if finding in FINDINGS}


def twist_flips_nothing(project: Project) -> Iterator[Finding]:
    """A twist names only findings that change."""
    for source, data in casefiles(project):
        for number, scenario in rows_of(data, "scenarios"):
            base = found_in(scenario.get("findings"))
            for place, twist in rows_of(scenario, "twists"):
                for element, finding in found_in(twist.get("flips")).items():
                    if base.get(element) == finding:
                        message = f"`{element}` is {finding} without the twist too; name only what flips"
                        way = ("scenarios", number, "twists", place, "flips", element)
                        yield source.find(way, "twist-flips-nothing", message)


def keys_out_of_balance(project: Project) -> Iterator[Finding]:
    """Whoever answers everything alike stays under half, and no conclusion is right in more than half of the scenarios."""
    for source, data in casefiles(project):
        if len(list(rows_of(data, "scenarios"))) < ENOUGH:
            continue
        for finding, share in constant_shares(data).items():
            if share >= 0.5:
                message = f"answering `{finding}` to everything earns {share:.0%}; it must stay under half"
                yield source.find(("scenarios",), "out-of-balance", message)
        keys = Counter(
            str(mapping_of(scenario.get("conclusion")).get("finding")) for _, scenario in rows_of(data, "scenarios")
        )
        finding, count = keys.most_common(1)[0]
        if count * 2 > keys.total():
            message = f"{count} of {keys.total()} conclusions are `{finding}`; no conclusion is right in more than half"
            yield source.find(("scenarios",), "out-of-balance", message)


def constant_shares(data: dict[str, Any]) -> dict[str, float]:
    """What answering every element and conclusion alike earns over the whole file, for each of the three findings."""
    keys: list[tuple[int, str]] = []
    for _, scenario in rows_of(data, "scenarios"):
        turns_on = scenario.get("turns_on")
        decides = turns_on if isinstance(turns_on, list) else []
        keys += [(3 if name in decides else 1, key) for name, key in found_in(scenario.get("findings")).items()]
        keys += [(2, key) for key in found_in({"": scenario.get("conclusion")}).values()]
    most = sum(weight for weight, _ in keys) * QUARTERS[0] or 1
    return {
        finding: sum(weight * QUARTERS[steps_apart(finding, key)] for weight, key in keys) / most
        for finding in FINDINGS
    }
