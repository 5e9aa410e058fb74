// The page's side of an LMS package: takes up what the LMS kept before anything is shown, and hands on what Python says it should keep.
// What the LMS has is the truth. This browser's own copy serves only as long as it belongs to just that.
import { engine } from "../engine.js";
import { courseMap, definitionOf, sitePages, siteRoot } from "../site.js";
import { store } from "../store.js";
import { lms } from "./found.js";
import { placeNow, returnTo } from "./place.js";
import { mountStrip, showStrip, tellStrip } from "./strip.js";

const KEPT = "lms/kept"; // the view under which it stands what this copy belongs to
const SETTLE = 1000; // ms after the last answer
const ADDED = "!";

class Report {
  #base = lms.state; // what Python last wrote, and what was added before this page was loaded
  #packed = new Set(); // ids of the attempts in it
  #dirty = new Set(); // ids of attempts that changed since
  #added = []; // {id, row, entry}: what was done since, for a page that is closed in the next moment
  #sitting = null; // a promise: Python knows the lesson
  #taken = false; // what the LMS kept is in the store
  #html = "";
  #place = lms.place;
  #timer = 0;
  #sending = false;

  constructor() {
    store.opened = this.#open().catch((error) => console.warn("What the LMS kept could not be taken up:", error));
    store.onWork((row, entry) => this.#worked(row, entry));
    engine.addEventListener("state", () => {
      if (engine.state === "ready") this.#soon(this.#dirty.size ? 0 : null);
    });
    lms.leave = () => this.#leave();
    addEventListener("pagehide", () => this.#leave());
  }

  mount() { mountStrip(); }

  // Until this is over, no activity looks for its attempts.
  async #open() {
    const kept = await store.view(KEPT).catch(() => null);
    this.#taken = lms.state !== "" && Boolean(kept?.markers?.includes(lms.state));
    if (this.#taken) this.#draw(kept.html ?? "", "reported");
    else await store.clear();
    addEventListener("load", () => returnTo(lms.place), { once: true });
    const begun = this.#begin();
    if (this.#taken || lms.state === "") return void begun.catch(() => {});
    await begun;
  }

  // Tell Python the lesson, once for each worker. It may take some; whoever waits for it waits until Python is there or has failed.
  #begin() {
    this.#sitting ??= this.#tell().catch((error) => { this.#sitting = null; throw error; });
    return this.#sitting;
  }

  async #tell() {
    for (;;) {
      try { return await this.#resume(); }
      catch (error) { if (error.code !== "died" || engine.state === "failed") throw error; }
    }
  }

  async #resume() {
    const { lesson, limit, mode, mark } = lms;
    const own = Object.entries(await sitePages()).filter(([ref]) => ref.startsWith(`${lesson}/`));
    const definitions = Object.fromEntries(await Promise.all(own.map(async ([, { digest }]) => [digest, await definitionOf(digest)])));
    const attempts = this.#taken ? await this.#attempts() : null;
    const request = { lesson, limit, mode, mark, state: this.#base, root: siteRoot, course: await courseMap(), definitions, attempts };
    const reply = await engine.ask("resume", request);
    if (reply.attempts.length) await store.takeIn({ attempts: reply.attempts });
    this.#taken = true;
    for (const { id } of attempts ?? reply.attempts) this.#packed.add(id);
    this.#draw(reply.html, reply.begun ? "reported" : "");
    setTimeout(() => returnTo(lms.place), SETTLE);
    if (this.#base.includes(ADDED)) this.#soon(SETTLE); // what was done in the last moment of the last visit is not counted yet
  }

  #draw(html, told) {
    this.#html = html;
    showStrip(html);
    if (told) tellStrip(told);
  }

  async #attempts(ids) {
    const found = [];
    for (const { id, ref, digest, seed, started } of await store.attempts()) {
      if (!ids || ids.has(id)) found.push({ id, ref, digest, seed, started, events: await store.entries(id) });
    }
    return found;
  }

  #worked(row, entry) {
    this.#dirty.add(row.id);
    this.#added.push({ row, entry });
    if (!row.ref.endsWith("/reading")) this.#soon(SETTLE); // to have read on is reported with the next answer, or on leaving
  }

  #soon(wait) {
    if (wait === null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), wait);
  }

  async #send() {
    if (this.#sending) return this.#soon(SETTLE);
    this.#sending = true;
    try {
      if (engine.state === "ready") await this.#report();
      else this.#leave(); // until Python is there, as it was done
    } catch (error) {
      if (error.code === "unknown-attempt") { this.#sitting = null; this.#soon(SETTLE); }
      console.info("Not reported yet:", error);
    }
    this.#sending = false;
  }

  async #report() {
    await this.#begin();
    const [ids, count] = [new Set(this.#dirty), this.#added.length];
    const reply = await engine.ask("suspend", { lesson: lms.lesson, attempts: await this.#attempts(ids), now: Date.now() });
    for (const id of ids) this.#dirty.delete(id);
    this.#added.splice(0, count);
    for (const { row } of this.#added) this.#dirty.add(row.id);
    this.#base = reply.state;
    this.#packed = new Set(reply.packed);
    this.#draw(reply.html, "");
    const { score, done, progress, news } = reply;
    if (lms.mode === "reports") tellStrip(this.#keep({ score, done, progress, news }) ? "reported" : "refused");
  }

  // This browser's copy belongs to what the LMS has now, or to what it is about to have.
  #keep(more) {
    const state = this.#whole();
    store.keepView({ ref: KEPT, markers: [lms.state, state], html: this.#html }).catch(() => {});
    this.#place = placeNow() || this.#place;
    return lms.save({ state, place: this.#place, ...more });
  }

  // What Python wrote, and after it what was done since, as it was done; without that where there is no room for it.
  #whole() {
    const rows = new Map();
    for (const { row, entry } of this.#added) {
      const { id, ref, digest, seed, started } = row;
      if (!rows.has(id)) rows.set(id, { fresh: !this.#packed.has(id), attempt: { id, ref, digest, seed, started, events: [] } });
      rows.get(id).attempt.events.push(entry);
    }
    const added = rows.size ? ADDED + plain(JSON.stringify([...rows.values()])) : "";
    return this.#base.length + added.length <= lms.limit ? this.#base + added : this.#base;
  }

  // Said on leaving, and while Python is not there. Nothing is said twice: an LMS may hold the page up for each word.
  #leave() {
    if (lms.mode !== "reports") return;
    const place = placeNow();
    if (this.#whole() !== lms.state) this.#keep({});
    else if (place && place !== this.#place) lms.save({ place: this.#place = place });
  }
}

// Letters that every LMS keeps, and no mark of ours among them.
const plain = (text) => text.replace(/[^ -~]|!/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

export const report = lms ? new Report() : null;
