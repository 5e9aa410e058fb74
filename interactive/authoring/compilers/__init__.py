"""From checked data to what an engine loads, one compiler a kind. To add a kind, add its line here."""

from collections.abc import Callable
from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.casefile import compile_casefile
from interactive.authoring.compilers.memo import compile_memo
from interactive.authoring.compilers.plan import compile_plan
from interactive.authoring.compilers.profile import compile_profile
from interactive.authoring.compilers.quiz import compile_quiz
from interactive.authoring.compilers.roleplay import compile_roleplay
from interactive.authoring.compilers.sorter import compile_sorter
from interactive.authoring.compilers.transfer import compile_transfer

type Compiler = Callable[[str, dict[str, Any], Bibliography], dict[str, Any]]

COMPILERS: dict[str, Compiler] = {
    "casefile": compile_casefile,
    "memo": compile_memo,
    "plan": compile_plan,
    "profile": compile_profile,
    "quiz": compile_quiz,
    "roleplay": compile_roleplay,
    "sorter": compile_sorter,
    "transfer": compile_transfer,
}
