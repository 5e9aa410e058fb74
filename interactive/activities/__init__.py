"""Every kind of activity, one folder each. To add a kind: add its folder and one line here."""

from interactive.activities.sorter import definition as _sorter_definition
from interactive.activities.sorter import engine as _sorter_engine
from interactive.activities.sorter import view as _sorter_view
from interactive.kernel.activity import Activity

KINDS: dict[str, Activity] = {
    "sorter": Activity(
        "sorter",
        _sorter_definition.load,
        _sorter_engine.start,
        _sorter_engine.step,
        _sorter_view.render,
        _sorter_engine.score,
    ),
}
