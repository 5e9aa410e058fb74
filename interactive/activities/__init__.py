"""Every kind of activity, one folder each. To add a kind: add its folder and one line here."""

from types import ModuleType

from interactive.activities.casefile import definition as _casefile_definition
from interactive.activities.casefile import engine as _casefile_engine
from interactive.activities.casefile import view as _casefile_view
from interactive.activities.memo import definition as _memo_definition
from interactive.activities.memo import engine as _memo_engine
from interactive.activities.memo import view as _memo_view
from interactive.activities.plan import definition as _plan_definition
from interactive.activities.plan import engine as _plan_engine
from interactive.activities.plan import view as _plan_view
from interactive.activities.profile import definition as _profile_definition
from interactive.activities.profile import engine as _profile_engine
from interactive.activities.profile import view as _profile_view
from interactive.activities.quiz import definition as _quiz_definition
from interactive.activities.quiz import engine as _quiz_engine
from interactive.activities.quiz import view as _quiz_view
from interactive.activities.reading import definition as _reading_definition
from interactive.activities.reading import engine as _reading_engine
from interactive.activities.reading import view as _reading_view
from interactive.activities.roleplay import definition as _roleplay_definition
from interactive.activities.roleplay import engine as _roleplay_engine
from interactive.activities.roleplay import view as _roleplay_view
from interactive.activities.sorter import definition as _sorter_definition
from interactive.activities.sorter import engine as _sorter_engine
from interactive.activities.sorter import view as _sorter_view
from interactive.activities.transfer import definition as _transfer_definition
from interactive.activities.transfer import engine as _transfer_engine
from interactive.activities.transfer import view as _transfer_view
from interactive.kernel.activity import Activity


def _activity(kind: str, definition: ModuleType, engine: ModuleType, view: ModuleType) -> Activity:
    """The three modules of a kind as its functions; what is for paper, for memos and for assignments stands where a kind has it."""
    return Activity(
        kind,
        definition.load,
        engine.start,
        engine.step,
        view.render,
        engine.score,
        answers=getattr(view, "answers", None),
        blank=getattr(engine, "blank", None),
        room=getattr(view, "room", None),
        excerpt=getattr(view, "excerpt", None),
        opening=getattr(engine, "opening", None),
    )


KINDS: dict[str, Activity] = {
    "casefile": _activity("casefile", _casefile_definition, _casefile_engine, _casefile_view),
    "memo": _activity("memo", _memo_definition, _memo_engine, _memo_view),
    "plan": _activity("plan", _plan_definition, _plan_engine, _plan_view),
    "profile": _activity("profile", _profile_definition, _profile_engine, _profile_view),
    "quiz": _activity("quiz", _quiz_definition, _quiz_engine, _quiz_view),
    "reading": _activity("reading", _reading_definition, _reading_engine, _reading_view),
    "roleplay": _activity("roleplay", _roleplay_definition, _roleplay_engine, _roleplay_view),
    "sorter": _activity("sorter", _sorter_definition, _sorter_engine, _sorter_view),
    "transfer": _activity("transfer", _transfer_definition, _transfer_engine, _transfer_view),
}
