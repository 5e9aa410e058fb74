// Runs the pure suite inside Pyodide, under Node: the same files, the engine of the browser. Prints what pytest prints.
// usage: node run.mjs REPOSITORY SITE_PACKAGES [pytest arguments]
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [repository, packages, ...rest] = process.argv.slice(2);
const require = createRequire(`${repository}/package.json`);
const { loadPyodide } = await import(pathToFileURL(require.resolve("pyodide/pyodide.mjs")));
const python = await loadPyodide({ stdout: (line) => console.log(line), stderr: (line) => console.error(line) });
python.FS.mkdirTree("/repository");
python.FS.mkdirTree("/packages");
python.FS.mount(python.FS.filesystems.NODEFS, { root: repository }, "/repository");
python.FS.mount(python.FS.filesystems.NODEFS, { root: packages }, "/packages");
python.globals.set("arguments", python.toPy(rest));
try {
  process.exitCode = python.runPython(`
import os, sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/repository"]
sys.path.append("/packages")  # after Pyodide's own, so that its built-in modules win
os.chdir("/repository")
import pytest
int(pytest.main(["-p", "no:cacheprovider", "-q", *arguments]))
`);
} catch (error) { // without this Node prints the megabyte of the line that threw
  console.error(String(error.message ?? error).slice(0, 4000));
  process.exitCode = 3;
}
