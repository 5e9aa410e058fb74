// The class itself: its files, what the pool made of them, and the book that the engine puts together from that. It lives as long as
// this tab. Files are kept as the browser holds them, not as text, so that a large class does not fill the memory.
import { engine } from "./engine.js";
import { unpack } from "./gradebook_intake.js";
import { Pool } from "./pool.js";
import { courseMap, definitionOf, sitePages } from "./site.js";
import { hasSnapshot } from "./snapshot.js";

const RUNTIME = new URL(ST_RUNTIME, import.meta.url).href;
const BOOK = "class";
const BATCH = { files: 10, bytes: 400_000 }; // of one piece of work: some tenths of a second
const OFTEN = 100; // ms between two moves of the bar
const LOUD = 10_000; // ms between two announcements
const ROUNDS = 4; // times that a piece may ask for definitions
const STOPPED = "Python stopped over this file, so it was left out.";

export class Desk extends EventTarget {
  files = new Map(); // name: its blob, or null where it was refused unread
  #batches = []; // what Python made of the files, unread but for the names of files
  #rest = { others: 0 };
  #index = null; // which version of each activity the site has today
  #definitions = {}; // what was needed so far, by version
  #pool = new Pool(() => this.#ready(), () => ["gradebook-shelf", { index: this.#index, definitions: this.#definitions }]);
  #run = null;
  #fresh = false; // whether the engine's book holds all batches
  #told = 0; // when the bar last moved, and when that was last read out
  #loud = 0;

  // Somebody is about to add files: the Pythons may as well boot.
  wake() {
    engine.start();
    this.#pool.start();
  }

  // Takes files in, grades them, and says in words how that went. Two at once are taken one after the other.
  async take(things) {
    const before = this.#last;
    let done;
    this.#last = new Promise((resolve) => { done = resolve; });
    await before;
    try { return await this.#take(things); }
    finally { done(); }
  }
  #last = Promise.resolve();

  async #take(things) {
    const run = { stopped: false, found: 0, done: 0, under: new Set() };
    this.#run = run;
    this.wake();
    this.#tell(run, true);
    if (!await this.#places()) {
      this.#pool.stop(); // what has booted knows no activity
      this.#tell(run, false);
      throw new Error("the list of the course’s activities could not be fetched");
    }
    let batch = [];
    let bytes = 0;
    const refused = [];
    const send = () => { if (batch.length) this.#send(run, batch); batch = []; bytes = 0; };
    for await (const { name, blob, size, why } of unpack(things, this.#rest, () => run.stopped)) {
      const file = this.#named(name);
      run.found += 1;
      this.files.set(file, blob ?? null);
      if (why) { refused.push({ file, print: "", why }); run.done += 1; continue; }
      batch.push({ file, blob });
      bytes += size;
      if (batch.length >= BATCH.files || bytes >= BATCH.bytes) send();
      while (run.under.size > this.#pool.size + 1 && !run.stopped) await Promise.race(run.under);
      this.#tell(run, true);
    }
    send();
    while (run.under.size) await Promise.race(run.under);
    if (refused.length) this.#keep({ v: 1, names: [], files: refused });
    this.#run = null;
    this.#tell(run, false);
    const files = `${numbered(run.done)} ${run.done === 1 ? "file" : "files"}`;
    return run.stopped ? `Canceled. ${files} had been read by then, and are in the table.` : `${files} read.`;
  }

  cancel() {
    if (!this.#run) return;
    this.#run.stopped = true;
    this.#pool.stop();
  }

  // A name as Python will say it: on one line, not too long, and given once.
  #named(name) {
    const plain = name.replace(/[\p{C}\p{Z}]+/gu, " ").trim().slice(-140).trim() || "a file without a name";
    let file = plain;
    for (let place = 2; this.files.has(file); place++) file = `${plain} (${place})`;
    return file;
  }

  #send(run, batch) {
    const task = this.#grade(batch).catch((error) => {
      if (error.code === "stopped") { for (const { file } of batch) this.files.delete(file); return 0; }
      this.#keep({ v: 1, names: [], files: batch.map(({ file }) => ({ file, print: "", why: `It could not be replayed: ${error.message}.` })) });
      return batch.length;
    }).then((done) => { run.under.delete(task); run.done += done; this.#tell(run, true); });
    run.under.add(task);
  }

  // One piece of work. Where a worker dies over it, its files are tried one by one, so that only the culprit is left out.
  async #grade(batch) {
    const submissions = await Promise.all(batch.map(async ({ file, blob }) => ({ file, text: await blob.text().catch(() => "") })));
    let definitions = {};
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const reply = JSON.parse(await this.#pool.ask("grade", { submissions, definitions }));
        if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
        if (reply.batch) { this.#keep(reply.batch); return batch.length; }
        definitions = await this.#fetched(reply.wants);
      }
      throw new Error("it asks for one version of the course after another");
    } catch (error) {
      if (error.code !== "died") throw error;
      if (batch.length > 1) { let done = 0; for (const one of batch) done += await this.#grade([one]); return done; }
      this.#keep({ v: 1, names: [], files: [{ file: batch[0].file, print: "", why: STOPPED }] });
      return 1;
    }
  }

  #keep(batch) {
    this.#batches.push(batch);
    this.#fresh = false;
  }

  async remove(file) {
    this.files.delete(file);
    for (const batch of this.#batches) batch.files = batch.files.filter((one) => one.file !== file);
    this.#fresh = false;
  }

  async forget() {
    this.cancel();
    this.#pool.stop();
    this.files.clear();
    this.#batches = [];
    this.#rest = { others: 0 };
    await this.#open(); // so that nothing of the old one stays in the worker either
  }

  draw(part, view, root) { return this.#ask("gradebook", { part, view, root, offset: offset(), rest: this.#rest.others }); }

  // A workbook is written by a library that comes when it is asked for.
  export(form) { return this.#ask("gradebook-export", { form }, form === "xlsx" ? ["xlsxwriter"] : undefined); }

  // A student's attempts at one task, replayed from the file itself.
  async attempts(student, ref, mark, root) {
    const text = await this.files.get(student).text();
    let definitions = {};
    for (let round = 0; round < ROUNDS; round++) {
      const reply = await this.#ask("gradebook-attempts", { text, student, ref, mark, root, definitions, offset: offset() });
      if (!reply.wants.length) return reply;
      definitions = await this.#fetched(reply.wants);
    }
    throw new Error("the version that they were made on cannot be found");
  }

  // Asks the engine for something of the book. Where the book is gone with its worker, it is opened again.
  async #ask(op, fields, needs) {
    if (!this.#fresh) await this.#open();
    try { return await engine.ask(op, { book: BOOK, ...fields }, needs); }
    catch (error) {
      if (error.code !== "unknown-book" && error.code !== "died") throw error;
      await this.#open();
      return engine.ask(op, { book: BOOK, ...fields }, needs);
    }
  }

  async #open() {
    const [course, index] = await Promise.all([courseMap().catch(() => ({})), this.#places()]);
    const { wants } = await engine.ask("gradebook-open", { book: BOOK, batches: this.#batches, course, index, now: Date.now() });
    this.#fresh = true;
    if (wants.length) await engine.ask("gradebook-shelf", { definitions: await this.#fetched(wants) });
  }

  async #places() {
    const found = this.#index ?? await sitePages().catch(() => null);
    this.#index = found && Object.keys(found).length ? found : null;
    return this.#index;
  }

  // The engine boots first and keeps its memory: Pythons that boot from it come in a fifth of the time, and do not all do the same work.
  async #ready() {
    engine.start();
    while (engine.state === "booting") await new Promise((done) => engine.addEventListener("state", done, { once: true }));
    await this.#places();
    for (let wait = 0; wait < 25 && engine.how === "plain" && !(await hasSnapshot(RUNTIME)); wait++) await pause(200);
  }

  // The definitions of these versions; null where there is none any more.
  async #fetched(wants) {
    const found = await Promise.all(wants.map(async (digest) => [digest, await definitionOf(digest).catch(() => null)]));
    const definitions = Object.fromEntries(found);
    Object.assign(this.#definitions, definitions);
    return definitions;
  }

  #tell(run, busy) {
    const now = performance.now();
    if (busy && now - this.#told < OFTEN) return;
    this.#told = now;
    const loud = now - this.#loud > LOUD;
    if (loud) this.#loud = now;
    this.dispatchEvent(new CustomEvent("progress", { detail: { done: run.done, found: run.found, busy, loud } }));
  }
}

const english = new Intl.NumberFormat("en");
export const numbered = (number) => english.format(number);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const offset = () => -new Date().getTimezoneOffset();
