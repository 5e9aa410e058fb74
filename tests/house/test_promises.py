"""What the papers say is there is there: files, folders, targets of make, commands, and a reason for each dependency."""

import json
import re
import tomllib
from functools import cache

import pytest
from click.testing import CliRunner

from interactive.authoring.cli import main
from tests.house.files import ROOT

PAPERS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
MADE = {"site/", ".venv", "node_modules"}  # what a clone has only after `make`
EXAMPLE = "02-theoretical-foundations/schools"  # the sorter that CONTRIBUTING lets you begin
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\s]+)`")
CODE_SPAN = re.compile(r"`[^`\n]+`")


@cache
def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def links(name: str) -> set[str]:
    shown = CODE_SPAN.sub("", paper(name))  # a link that is shown as code is an example
    return {target for target in LINK.findall(shown) if "://" not in target}


def paths_in_code(name: str) -> set[str]:
    """Words set as code that look like a path of this repository."""
    prose = re.sub(r"(?ms)^ *(`{3,}).*?^ *\1 *$", "", paper(name))
    names = {
        word
        for word in CODE.findall(prose)
        if re.fullmatch(r"\.?[\w-]+(\.[\w-]+)*/.*|[\w.-]+\.(md|toml|yml|json|lock)", word)
    }
    return {
        name
        for name in names
        if "://" not in name and EXAMPLE not in name and not any(name.startswith(made) for made in MADE)
    }


@pytest.mark.parametrize("name", PAPERS)
def test_linked_files_exist(name: str):
    assert not sorted(target for target in links(name) if not (ROOT / target).exists())


@pytest.mark.parametrize("name", PAPERS)
def test_named_files_and_folders_exist(name: str):
    assert not sorted(path for path in paths_in_code(name) if not (ROOT / path).exists())


def test_the_papers_name_something():
    assert {"LICENSE", "CHANGELOG.md", ".github/screenshot.png"} <= links("README.md")
    assert {"content/", "tests/", "mkdocs.yml", ".ci/"} <= paths_in_code("README.md")


def targets() -> set[str]:
    return set(re.findall(r"(?m)^([a-z]+):", paper("Makefile")))


@pytest.mark.parametrize("name", [*PAPERS, "mkdocs.yml", ".ci/setup", ".ci/run", ".github/workflows/course.yml"])
def test_every_named_target_of_make_exists(name: str):
    assert set(re.findall(r"(?m)(?:`|run: |exec |^)make ([a-z]+)", paper(name))) <= targets()


def test_make_help_tells_of_every_target_that_the_papers_tell_of():
    told = {word for name in PAPERS for word in re.findall(r"`?\bmake ([a-z]+)`", paper(name))}
    assert told
    assert told <= set(re.findall(r"(?m)^([a-z]+):.* ## ", paper("Makefile")))


def test_every_named_course_command_exists():
    told = {word for name in PAPERS for word in re.findall(r"`(?:\.venv/bin/)?course ([a-z]+)", paper(name))}
    assert {"check", "new"} <= told
    helped = CliRunner().invoke(main, ["--help"]).output
    assert told <= set(re.findall(r"(?m)^  ([a-z]+) ", helped))


def python_packages() -> list[str]:
    data = tomllib.loads(paper("pyproject.toml"))
    asked = data["project"]["dependencies"] + [one for group in data["dependency-groups"].values() for one in group]
    return [re.split(r"[<>=!~\[; ]", one)[0] for one in asked if isinstance(one, str)]


def npm_packages() -> list[str]:
    data = json.loads(paper("package.json"))
    return [*data.get("dependencies", {}), *data.get("devDependencies", {})]


def bootstrap_packages() -> list[str]:
    asked = re.findall(r"(?m)^([a-z-]+)==", paper(".ci/workbench.in"))
    return [*asked, *(paper(lock).split("==")[0] for lock in (".ci/node.lock", ".ci/uv.lock"))]


def test_every_dependency_has_its_reason_and_every_reason_its_dependency():
    told = re.findall(r"(?m)^- `([^`]+)`: \S", paper("CONTRIBUTING.md").split("## What we depend on")[1])
    asked = [*python_packages(), *npm_packages(), *bootstrap_packages()]
    assert sorted(told) == sorted(asked)


def test_the_licenses_are_whole():
    assert "The Second Track authors" in paper("LICENSE") and "MIT License" in paper("LICENSE")
    content = paper("LICENSE-CONTENT")
    assert all(f"Section {number} –" in content for number in range(1, 9))
