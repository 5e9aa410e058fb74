// Where the learner's record is kept: IndexedDB, one database a site path, so that two courses on one origin never meet.
// What was done is only ever added, one row an event: two tabs at work on one activity cannot overwrite each other.
import { openDB } from "idb";
import { lms } from "./lms/found.js";

const site = new URL(/* the site's root, seen from this script */ "../../", import.meta.url).pathname;
// Inside an LMS all packages and learners of a browser share one origin, and the address changes: there a database is one learner's in one
// lesson. Of a learner without a name, and for one who only looks back, nothing is kept in the browser.
const own = lms ? `lms ${ST_COURSE} ${lms.lesson} ${lms.learner}` : site;
const keeps = !lms || Boolean(lms.learner && lms.mode === "reports");
const channel = keeps && "BroadcastChannel" in globalThis ? new BroadcastChannel(`second-track ${own}`) : null;

async function open() {
  if (!keeps) return new Memory(lms.rows);
  return openDB(`second-track ${own}`, 1, {
    upgrade(db) {
      db.createObjectStore("attempts", { keyPath: "id" }).createIndex("ref", "ref");
      db.createObjectStore("entries", { keyPath: ["attempt", "id"] }).createIndex("attempt", "attempt");
      db.createObjectStore("views", { keyPath: "ref" });
      db.createObjectStore("definitions");
    },
    blocking(_current, _blocked, event) { event.target.close(); },
  });
}

// The same few operations on plain maps, for a browser that refuses to keep anything. The page says so.
class Memory {
  #rows;
  constructor(rows) { this.#rows = rows ?? { attempts: new Map(), entries: new Map(), views: new Map(), definitions: new Map() }; }
  #key = { attempts: (row) => row.id, entries: (row) => `${row.attempt} ${row.id}`, views: (row) => row.ref };
  async get(name, key) { return this.#rows[name].get(key); }
  async getAll(name) { return [...this.#rows[name].values()]; }
  async getAllKeys(name) { return [...this.#rows[name].values()].map((row) => [row.attempt, row.id]); }
  async getAllFromIndex(name, index, key) { return [...this.#rows[name].values()].filter((row) => row[index] === key); }
  async put(name, row, key) { this.#rows[name].set(key ?? this.#key[name](row), row); }
  async delete(name, key) { this.#rows[name].delete(Array.isArray(key) ? key.join(" ") : key); }
  async clear(name) { this.#rows[name].clear(); }
}

// A row that this code could have written. Others (a damaged disk, somebody's experiments) are left where they are.
const NAME = /^[a-z0-9][a-z0-9._~/-]{0,119}$/;
const count = (value) => Number.isSafeInteger(value) && value >= 0;
const soundAttempt = (row) => NAME.test(row?.id) && NAME.test(row.ref) && NAME.test(row.digest) && count(row.seed) && count(row.started);
const soundEntry = (row) => NAME.test(row?.id) && count(row.at) && row.event !== null && typeof row.event === "object" && !Array.isArray(row.event);

class Store {
  opened = null; // a promise, where attempts come from elsewhere first
  lasting = true; // false once the browser refused to keep things
  damaged = false; // true once something was found that could not be read
  #listeners = [];
  #workers = [];
  #db = null;
  #last = Promise.resolve();

  constructor() {
    channel?.addEventListener("message", ({ data }) => this.#tell(data));
  }

  // One piece of work after another, in the order in which they were asked for.
  #with(work) {
    const done = this.#last.then(() => this.#try(work));
    this.#last = done.catch(() => {});
    return done;
  }

  // When the browser refuses, this and all later work goes to memory.
  async #try(work) {
    this.#db ??= open();
    try {
      return await work(await this.#db);
    } catch (error) {
      if (!this.lasting) throw error;
      console.warn("This browser keeps nothing for this site:", error);
      this.lasting = false;
      this.#db = Promise.resolve(new Memory(lms?.rows));
      this.#tell({ kind: "refused" });
      return work(await this.#db);
    }
  }

  #sound(rows, test) {
    const sound = rows.filter(test);
    if (sound.length < rows.length) this.damaged = true;
    return sound;
  }

  async attempts(ref) {
    await this.opened;
    const rows = await this.#with((db) => (ref ? db.getAllFromIndex("attempts", "ref", ref) : db.getAll("attempts")));
    return this.#sound(rows, soundAttempt).sort((a, b) => a.started - b.started);
  }

  async entries(attempt) {
    const rows = await this.#with((db) => db.getAllFromIndex("entries", "attempt", attempt));
    return this.#sound(rows, soundEntry).map(({ id, at, event }) => ({ id, at, event })).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  async add(attempt, entry) {
    await this.#with(async (db) => {
      await db.put("entries", { attempt: attempt.id, ...entry }); // first the answer: its attempt can be told from it
      await db.put("attempts", { ...(await db.get("attempts", attempt.id)), ...attempt, touched: entry.at });
    });
    channel?.postMessage({ kind: "entry", ref: attempt.ref, attempt: attempt.id });
    for (const listener of this.#workers) listener(attempt, entry);
  }

  async remove(attempt, entry) { return this.#with((db) => db.delete("entries", [attempt.id, entry.id])); }

  async summarize(attempt, score, finished) {
    return this.#with(async (db) => {
      const row = await db.get("attempts", attempt.id);
      if (row) await db.put("attempts", { ...row, score, finished });
    });
  }

  // How many entries each attempt has: what was kept of an attempt with another number is out of date.
  async counts() {
    const counts = new Map();
    for (const [attempt] of await this.#with((db) => db.getAllKeys("entries"))) counts.set(attempt, (counts.get(attempt) ?? 0) + 1);
    return counts;
  }

  // What an attempt came to, as Python said it: `made` names the Python, `counted` the number of entries it was told from.
  // Its score and its end stand beside it as `summarize` keeps them, for the list of rounds.
  async keepSummary(id, summary, made, counted) {
    return this.#with(async (db) => {
      const row = await db.get("attempts", id);
      if (row) await db.put("attempts", { ...row, score: summary.score, finished: summary.finished, summary, made, counted });
    });
  }

  // Every summary is worked out anew, and everything that was told from them.
  async dropSummaries() {
    await this.#with(async (db) => {
      for (const { summary, made, counted, ...row } of await db.getAll("attempts")) await db.put("attempts", row);
    });
  }

  async view(ref) { return this.#with((db) => db.get("views", ref)); }
  async keepView(view) { return this.#with((db) => db.put("views", view)); }
  async definition(digest) { return this.#with((db) => db.get("definitions", digest)); }
  async keepDefinition(digest, data) { return this.#with((db) => db.put("definitions", data, digest)); }

  // The whole record in the form in which it is exported.
  async record() {
    const rows = await this.attempts();
    const attempts = [];
    for (const { id, ref, digest, seed, started } of rows) attempts.push({ id, ref, digest, seed, started, events: await this.entries(id) });
    return { format: "second-track-record", version: 1, course: ST_COURSE, attempts };
  }

  // Adds what a merged record holds; nothing is ever taken away by an import.
  async takeIn(record) {
    await this.#with(async (db) => {
      for (const { events, ...attempt } of record.attempts) {
        const touched = Math.max(attempt.started, ...events.map((entry) => entry.at));
        await db.put("attempts", { ...(await db.get("attempts", attempt.id)), ...attempt, touched, summary: null });
        for (const entry of events) await db.put("entries", { attempt: attempt.id, ...entry });
      }
    });
    this.#announce({ kind: "all" });
  }

  async clear() {
    await this.#with(async (db) => { for (const name of ["entries", "attempts", "views", "definitions"]) await db.clear(name); });
  }

  async reset() {
    await this.clear();
    this.#announce({ kind: "reset" });
  }

  onChange(listener) { this.#listeners.push(listener); }
  onWork(listener) { this.#workers.push(listener); } // this tab kept something new
  #announce(news) { channel?.postMessage(news); this.#tell(news); }
  #tell(news) { for (const listener of this.#listeners) listener(news); }
}

export const store = new Store();
