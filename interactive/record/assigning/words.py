"""The words for what an assignment asks: the same on the page where it is made, on the checklist, on paper."""

from collections.abc import Mapping

from interactive.kernel.days import counted, span_said
from interactive.kernel.score import Score, Unscorable, points
from interactive.record.assigning.expanding import READING, is_item
from interactive.record.assigning.model import Task

KINDS = {
    "quiz": "Quiz",
    "sorter": "Sorter",
    "casefile": "Casefile",
    "roleplay": "Role-play",
    "plan": "Plan",
    "memo": "Memo",
    "transfer": "Transfer map",
    "profile": "Questions without a score",
    READING: "Reading",
}
MODES = {  # kind -> mode -> what it means
    "sorter": {"learn": "each card marked as it is placed", "check": "all cards marked together"},
    "casefile": {
        "guided": "guided, each finding marked by itself",
        "exam": "exam, all marked at the end, no hints",
        "twist": "twists, the findings are given",
    },
    "roleplay": {"coach": "with the coach", "exam": "exam, nobody speaks until the debrief"},
}
LEVELS = {1: "recall", 2: "apply", 3: "judge"}
COUNTS = {"best": "the best counts", "last": "the last counts", "first": "the first counts"}


def minutes_said(minutes: int) -> str:
    """How long something takes, in minutes or, beyond an hour and a half, in hours."""
    return counted(minutes, "minute") if minutes <= 90 else span_said(minutes * 60)


def kind_said(kind: str, ref: str) -> str:
    """What kind of thing it is."""
    return "One item" if is_item(ref) else KINDS.get(kind, "Activity")


def asked_said(task: Task, kind: str, objectives: Mapping[str, str]) -> list[str]:
    """What the task asks beyond being done, in short phrases."""
    settings = task.settings
    said = [MODES.get(kind, {}).get(settings.get("mode", ""), "")]
    if kind == "quiz" and "count" in settings:
        said.append(counted(int(settings["count"]), "item"))
    if kind == "quiz" and "level" in settings:
        said.append(level_said(settings["level"]))
    if kind == "quiz" and "objectives" in settings:
        names = settings["objectives"].split("+")
        said.append("on how to " + "; ".join(objectives.get(name, name) for name in names))
    if task.attempts:
        counts = f", {COUNTS[task.counts]}" if task.attempts > 1 else ""
        said.append(f"{counted(task.attempts, 'attempt')}{counts}")
    return [words for words in said if words]


def level_said(level: str) -> str:
    """A span of difficulty in words: 2-3 is to apply and to judge."""
    low, _, high = level.partition("-")
    names = [words for number, words in LEVELS.items() if int(low) <= number <= int(high or low)]
    return "to " + " and to ".join(names) if names else f"level {level}"


def score_said(score: Score | Unscorable | None) -> str:
    """A score in words; nothing where nothing was scored."""
    if isinstance(score, Score):
        return f"{points(round(score.raw * 4))} of {score.max:g}"
    return score.reason if score else ""
