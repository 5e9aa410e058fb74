"""Our scripts and styles, bundled by esbuild: one style sheet, one classic script, one module, one worker."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from interactive.authoring.figures import figure_styles
from interactive.kernel.course import COURSE
from interactive.labs.chart import STYLE
from interactive.publishing.runtime import later, sizes

SHEETS = (
    "fonts",
    "tokens",
    "material",
    "prose",
    "activity",
    "*",
    "pages",
    "progress",
    "timeline",
    "labs",
    "assign",
    "gradebook",
    "packages",
    "lms",
    "live",
    "print",
)  # "*" is each kind's own sheet
FONTS = {
    "@fontsource-variable/literata/files": (
        "literata-latin-opsz-normal",
        "literata-latin-opsz-italic",
        "literata-latin-ext-opsz-normal",
        "literata-latin-ext-opsz-italic",
    ),
    "@fontsource-variable/libre-franklin/files": (
        "libre-franklin-latin-wght-normal",
        "libre-franklin-latin-ext-wght-normal",
    ),
}


def build_web(root: Path, target: Path, runtime: Path) -> None:
    """Write everything of `assets/st/` into target. `runtime` is the folder of the browser's Python beside it."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "fonts").mkdir(parents=True)
    for folder, names in FONTS.items():
        for name in names:
            shutil.copyfile(root / "node_modules" / folder / f"{name}.woff2", target / "fonts" / f"{name}.woff2")
        family = Path(folder).parent  # the fonts' license asks to stand beside them
        shutil.copyfile(root / "node_modules" / family / "LICENSE", target / "fonts" / f"LICENSE-{family.name}.txt")
    source = root / "interactive" / "web"
    set_at_build = {
        "ST_RUNTIME": f"../{runtime.name}/",
        "ST_FILES": sizes(runtime),
        "ST_LATER": later(runtime),
        "ST_COURSE": COURSE,
    }
    defines = [f"--define:{name}={json.dumps(value)}" for name, value in set_at_build.items()]
    module = ["--bundle", "--format=esm", f"--outdir={target}", *defines]
    _esbuild(root, str(source / "page.js"), "--splitting", *module)  # the labs' editor becomes a file of its own
    _esbuild(root, str(source / "worker.js"), *module)
    _esbuild(
        root,
        str(source / "boot.js"),
        "--bundle",
        "--format=iife",
        "--supported:dynamic-import=true",
        f"--outdir={target}",
    )
    _esbuild(root, str(source / "lms" / "shell.js"), "--bundle", "--format=iife", f"--outdir={target}")
    sheet = target / "second-track.css"
    texts = [path.read_text(encoding="utf-8") for path in sheets(root)]
    sheet.write_text("\n".join([*texts, STYLE, figure_styles(root / "content" / "figures")]), encoding="utf-8")
    _esbuild(root, str(sheet), f"--outfile={sheet}", "--allow-overwrite")


def sheets(root: Path) -> list[Path]:
    """Our style sheets in the order in which they must load."""
    css = root / "interactive" / "web" / "css"
    kinds = sorted((root / "interactive" / "activities").glob("*/*.css"))
    return [path for name in SHEETS for path in (kinds if name == "*" else [css / f"{name}.css"])]


def content_hash(folder: Path) -> str:
    """A hash of a folder's files, for its name: a reader never gets yesterday's script with today's page."""
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:10]


def _esbuild(root: Path, *arguments: str) -> None:
    program = root / "node_modules" / ".bin" / "esbuild"
    command = [str(program), *arguments, "--minify", "--target=es2022", "--log-level=warning", "--legal-comments=none"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"esbuild could not bundle the site's scripts and styles:\n{done.stderr}")
