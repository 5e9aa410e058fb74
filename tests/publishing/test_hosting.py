"""The hosting guide's configurations say what the build says: whoever copies them gets the policy that the site is tested under."""

import re
from pathlib import Path

import pytest

from interactive.publishing.headers import ALWAYS, FOR_EVER, policy, write_headers

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "content" / "instructors" / "hosting.md").read_text(encoding="utf-8")
HASHED = ["/assets/py-0123456789/pyodide.asm.wasm", "/assets/st-89abcdef01/page.js"]
CHANGING = ["/index.html", "/lessons/01-what-is-track-two/index.html", "/assets/definitions/index.json", "/"]


def snippets(language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", GUIDE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as the build makes it: no inline script runs on its pages."""
    (tmp_path / "index.html").write_text('<script type="application/json">{}</script><script src="a.js"></script>')
    return tmp_path


def headers_of(server: str) -> dict[str, str]:
    """What a snippet sets on every answer, name -> value."""
    way = {"nginx": r'add_header (\S+) "(.*)" always;', "apache": r'Header always set (\S+) "(.*)"'}[server]
    return dict(re.findall(way, "\n".join(snippets(server))))


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_the_headers_are_those_of_the_build(server: str, site: Path):
    assert headers_of(server) == {"Content-Security-Policy": policy(site), **ALWAYS}


def test_the_file_of_headers_is_shown_as_it_is_written(site: Path):
    write_headers(site)
    assert snippets("text")[0] == (site / "_headers").read_text(encoding="utf-8")


def test_a_policy_with_inline_scripts_names_their_hashes_and_nothing_else(site: Path):
    (site / "other.html").write_text("<script>go()</script>")
    assert re.fullmatch(
        r"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[\w+/=]{44}'; frame-ancestors \*",
        policy(site),
    )


@pytest.mark.parametrize(
    ("server", "pattern"),
    [("nginx", r'"~(\S+)" +"(.*)";'), ("apache", r'SetEnvIf Request_URI "(\S+)" hashed(?s:.*)"(.*)" env=hashed')],
)
def test_only_folders_with_a_hash_in_their_name_are_kept_for_ever(server: str, pattern: str):
    text = "\n".join(snippets(server))
    found = re.search(pattern, text)
    assert found and found[2] == FOR_EVER
    assert all(re.search(found[1], f"/second-track{path}") for path in HASHED)
    assert not [path for path in CHANGING if re.search(found[1], f"/second-track{path}")]
    assert '"no-cache"' in text


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_python_may_be_fetched_from_elsewhere_and_nothing_else(server: str):
    """Light packages stand in an LMS and fetch Python from the public site."""
    text = "\n".join(snippets(server))
    way = {"nginx": r'"~(\S+)" "\*";', "apache": r'SetEnvIf Request_URI "(\S+)" python\n.*Allow-Origin "\*" env=python'}
    found = re.search(way[server], text)
    assert found and "Access-Control-Allow-Origin" in text
    assert re.search(found[1], f"/second-track{HASHED[0]}")
    assert not [path for path in [HASHED[1], *CHANGING] if re.search(found[1], f"/second-track{path}")]


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_what_is_heavy_is_compressed(server: str):
    types = next(line for line in "\n".join(snippets(server)).splitlines() if "application/wasm image" in line)
    assert {"text/css", "text/javascript", "application/javascript", "application/json"} <= set(
        types.strip(" ;").split()
    )


def test_no_command_deletes_what_attempts_are_scored_against():
    commands = "\n".join(snippets("sh"))
    assert "rsync -a " in commands and "aws s3 sync" in commands and "course keep" in commands
    assert "--delete" not in commands and "rm -" not in commands


def test_hashed_folders_go_up_before_the_pages_that_ask_for_them():
    """In each list of commands that copies the site, the assets come first."""
    for block in snippets("sh"):
        lines = [line for line in block.splitlines() if line.startswith(("rsync", "aws s3 sync"))]
        if lines:
            assert "assets" in lines[0] and '--exclude "assets' not in lines[0]


@pytest.mark.parametrize(
    "host", ["github", "folder-hosts", "bucket", "nginx", "apache", "moodle", "stick", "update", "privacy", "check"]
)
def test_each_kind_of_host_has_its_section(host: str):
    assert f"{{#{host}}}" in GUIDE
    assert f"](#{host})" in GUIDE or host in ("privacy",)


def test_pages_are_published_from_the_repository_with_earlier_definitions():
    flow = (ROOT / ".github" / "workflows" / "course.yml").read_text(encoding="utf-8")
    build = flow.split("  build:")[1].split("  publish:")[0]
    assert build.index("make site") < build.index("course keep") < build.index("upload-pages-artifact")
    assert "SITE_URL: ${{ steps.pages.outputs.base_url }}/" in build and "actions/deploy-pages" in flow
