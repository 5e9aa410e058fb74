// How the runtime's files are fetched: counted for the progress bar, and with the types that some servers get wrong.
// Moodle and others send .wasm as octet-stream; Pyodide then waits for ever. Relabelling cures it and harms nobody (lms.md).

export const FILES = ST_FILES; // name: bytes, unpacked; set at build
const LATER = ST_LATER; // library: its wheel; set at build

export async function bootOptions(base, progress, config) {
  globalThis.fetch = counted(globalThis.fetch, base, progress);
  const [{ default: createPyodideModule }, lock] = await Promise.all([
    import(base + "pyodide.asm.js"),
    fetch(base + "pyodide-lock.json").then((response) => response.json()),
  ]);
  progress(FILES["pyodide.asm.js"] ?? 0);
  return { indexURL: base, packageBaseUrl: base, lockFileContents: lock, createPyodideModule, checkAPIVersion: false, ...config };
}

// The wheels that the lock names go into the file system as they are: Python imports from a zip. `loadPackage` would unpack
// them, but it needs half of the standard library for that and leaves objects behind that no snapshot may hold.
export async function wheels(base) {
  const lock = await (await fetch(base + "pyodide-lock.json")).json();
  const names = Object.values(lock.packages).map((item) => item.file_name);
  const files = await Promise.all(names.map(async (name) => new Uint8Array(await (await fetch(base + name)).arrayBuffer())));
  return names.map((name, place) => ({ path: `/lib/${name}`, bytes: files[place] }));
}

// A wheel that is not needed for booting; LATER says which file has it.
export async function fetchWheel(base, name) {
  const response = await (plainFetch ?? fetch)(base + LATER[name]);
  if (!response.ok) throw new Error(`${LATER[name]} could not be fetched (${response.status})`);
  return { path: `/lib/${LATER[name]}`, bytes: new Uint8Array(await response.arrayBuffer()) };
}

let plainFetch = null;
function counted(fetching, base, progress) {
  if (plainFetch) return globalThis.fetch; // a second boot in one worker keeps the first wrapper
  plainFetch = fetching;
  return async (resource, options) => {
    const url = new URL(typeof resource === "string" ? resource : resource.url ?? String(resource), location.href).href;
    const response = await plainFetch(resource, options).catch((error) => failed(url, error.message));
    if (!response.ok) failed(url, response.status);
    if (!response.body || !url.startsWith(base)) return response;
    const wrong = url.endsWith(".wasm") && !response.headers.get("content-type")?.startsWith("application/wasm");
    if (!wrong) { // count on a copy, so that the browser keeps its own compiled code with the untouched response
      count(response.clone().body, progress);
      return response;
    }
    const headers = new Headers({ "content-type": "application/wasm" });
    return new Response(response.body.pipeThrough(new TransformStream({
      transform(chunk, controller) { progress(chunk.byteLength); controller.enqueue(chunk); },
    })), { headers });
  };
}

// Pyodide waits for ever for a file that does not come; so it is told at once, and the page with it.
function failed(url, why) {
  const message = `${url.split("/").pop()} could not be fetched (${why})`;
  postMessage({ type: "failed", message });
  throw new Error(message);
}

async function count(stream, progress) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    if (done) return;
    progress(value.byteLength);
  }
}
