// An LMS's API, SCORM 1.2 or 2004, wrapped so that nothing it does can stop the lesson: it may be missing, throw, or answer nothing.
const NAMES = {
  "1.2": { object: "API", begin: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", end: "LMSFinish", error: "LMSGetLastError", begun: "101" },
  2004: { object: "API_1484_11", begin: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate", error: "GetLastError", begun: "103" },
};
const LEVELS = 10;

export class Api {
  #object;
  #names;

  constructor(standard, from = window) {
    this.#names = NAMES[standard] ?? NAMES["1.2"];
    this.#object = this.#search(from) ?? this.#search(openerOf(from)) ?? this.#search(openerOf(topOf(from)));
  }

  // Up through the parents; what belongs to another origin is as good as not there.
  #search(from) {
    try {
      for (let level = 0, here = from; here && level <= LEVELS; level += 1, here = here.parent) {
        if (here[this.#names.object]) return here[this.#names.object];
        if (here === here.parent) return null;
      }
    } catch { /* another origin */ }
    return null;
  }

  #call(name, ...values) {
    try {
      return String(this.#object[name](...values) ?? "");
    } catch (error) {
      console.warn("The LMS failed:", name, error);
      return "";
    }
  }

  // Whether there is somebody to report to. A session that was begun before (a page loaded anew) will do.
  begin() {
    if (!this.#object) return false;
    return this.#call(this.#names.begin, "") === "true" || this.#call(this.#names.error) === this.#names.begun;
  }

  get(name) { return this.#call(this.#names.get, name); }
  set(name, value) { return this.#call(this.#names.set, name, String(value)) === "true"; }
  commit() { return this.#call(this.#names.commit, "") === "true"; }
  end() { return this.#call(this.#names.end, ""); }
}

function openerOf(from) {
  try { return from?.opener ?? null; } catch { return null; }
}

function topOf(from) {
  try { return from.top; } catch { return null; }
}
