// The worker: boots Python, then answers strings with strings. It knows nothing of what they say.
import { bootOptions, fetchWheel, FILES, wheels } from "./fetching.js";
import { loadSnapshot, saveSnapshot } from "./snapshot.js";

const base = new URL(/* the runtime's folder, set at build */ ST_RUNTIME, import.meta.url).href;
const BRIDGE = "from interactive.runtime.bridge import handle\nfrom interactive.labs.cells import answer\n";
let handle = null;
let answer = null;
let python = null;

async function start(config) {
  const { loadPyodide } = await import(base + "pyodide.js").catch(unreachable);
  return loadPyodide(await bootOptions(base, progress, config));
}

// A light package fetches Python from the course's public site, which must be there and let others read it.
function unreachable(error) {
  const { origin, host } = new URL(base);
  if (origin === location.origin) throw error;
  throw new Error(`Python is kept at ${host}, and could not be fetched from there: the site is out of reach, or does not let other sites fetch from it`);
}

// A first visit boots plainly and keeps its memory for the next visit, once everything that is ever needed is imported.
async function bootPlainly() {
  const [python, files] = await Promise.all([start({ _makeSnapshot: true }), wheels(base).catch(unreachable)]);
  for (const { path, bytes } of files) python.FS.writeFile(path, bytes);
  python.runPython(`import sys\nsys.path += ${JSON.stringify(files.map(({ path }) => path))}\n${BRIDGE}`);
  try { // taken before anything of Python is held from here: a snapshot must hold nothing of JavaScript
    saveSnapshot(base, python.makeMemorySnapshot());
  } catch (error) {
    console.info("No snapshot for the next visit:", error);
  }
  return [python, "plain"];
}

async function boot() {
  const memory = await loadSnapshot(base);
  if (!memory) return bootPlainly();
  try {
    const python = await start({ _loadSnapshot: memory });
    return [python, "snapshot"];
  } catch (error) {
    console.info("The snapshot did not serve; booting plainly:", error);
    return bootPlainly();
  }
}

let loaded = 0;
function progress(bytes) {
  loaded += bytes;
  postMessage({ type: "progress", loaded, total: Object.values(FILES).reduce((sum, size) => sum + size, 0) });
}

// A library that few pages need comes when one of them asks for it.
const brought = new Map(); // name: promise
function bring(name) {
  if (!brought.has(name)) brought.set(name, fetchWheel(base, name).then(({ path, bytes }) => {
    python.FS.writeFile(path, bytes);
    python.runPython(`import sys\nsys.path.append(${JSON.stringify(path)})`);
  }).catch((error) => { brought.delete(name); throw error; }));
  return brought.get(name);
}

const ready = boot().then(([booted, how]) => {
  python = booted;
  handle = python.globals.get("handle");
  answer = python.globals.get("answer");
  postMessage({ type: "ready", how });
}).catch((error) => postMessage({ type: "failed", message: String(error?.message ?? error) }));

// A cell of a lab: a reader's own code, which has nothing to do with the bridge. A cell can bring down Python itself (no more memory,
// a stack deeper than the browser's); then its reply says so, and the page starts another worker.
function run(text) {
  try {
    return answer(text);
  } catch (error) {
    const message = String(error?.message ?? error).slice(0, 300);
    return JSON.stringify({ id: JSON.parse(text).id, ok: false, error: { code: "crashed", message } });
  }
}

addEventListener("message", async ({ data }) => {
  await ready;
  if (!handle) return;
  if (data.needs) await Promise.all(data.needs.map(bring)).catch((error) => console.warn("A library did not come:", error)); // Python says what it misses
  postMessage({ type: "reply", reply: data.cell ? run(data.cell) : handle(data.text ?? data) });
});
