// The one worker of this visit, shared by all activities and by all pages of an instant navigation. It may die: then it is
// started again and every frame opens its attempt anew. After three deaths the page says so and stays readable.
import { dropSnapshots } from "./snapshot.js";

const DEATHS = 3;
const BOOT_SILENCE = 45_000; // ms without a byte or a word while booting
const REPLY = 15_000; // ms for an answer; a click takes about 5, on a slow machine 50. A reader's cell may take as long as it likes

class Engine extends EventTarget {
  state = "idle"; // idle, booting, ready, failed
  how = "";
  why = "";
  #worker = null;
  #pending = new Map();
  #number = 0;
  #deaths = 0;
  #silence = 0;

  start() {
    if (this.state === "booting" || this.state === "ready") return;
    if (this.state === "failed") this.#deaths = 0;
    this.#boot();
  }

  // Resolves with the reply; rejects when the engine refuses the request or dies over it. `needs` names libraries that are not
  // there from the start.
  ask(op, fields, needs) {
    return this.#send({ v: 1, op, ...fields }, (text) => (needs ? { text, needs } : text), false);
  }

  // Runs a cell of a lab. Nothing but `restart` ends it, and it rejects with the code "stopped" then.
  run(cell) {
    return this.#send(cell, (text) => ({ cell: text }), true);
  }

  // Ends whatever runs and starts anew, because somebody asked for it: no death, and the snapshot is not to blame.
  restart() {
    if (this.state === "booting" || this.state === "ready") this.#drop("it was stopped", () => this.#boot(), "stopped");
    else this.start();
  }

  #send(message, wrap, free) {
    this.start();
    const id = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, free, timer: 0 });
      if (this.state === "ready") this.#watch();
      this.#worker.postMessage(wrap(JSON.stringify({ ...message, id })));
    });
  }

  #boot() {
    this.#set("booting");
    const name = this.#deaths ? "plain" : "";
    this.#worker = new Worker(new URL("worker.js", import.meta.url), { type: "module", name });
    const worker = this.#worker;
    worker.onmessage = ({ data }) => worker === this.#worker && this.#heard(data);
    worker.onerror = (event) => { event.preventDefault(); if (worker === this.#worker) this.#died(event.message || "a file could not be fetched"); };
    this.#listenForSilence();
  }

  #heard(data) {
    if (data.type === "progress") {
      this.#listenForSilence();
      this.dispatchEvent(new CustomEvent("progress", { detail: data }));
    } else if (data.type === "ready") {
      clearTimeout(this.#silence);
      this.how = data.how;
      this.#watch();
      this.#set("ready");
    } else if (data.type === "failed") this.#died(data.message);
    else this.#settle(JSON.parse(data.reply));
  }

  #settle(reply) {
    const request = this.#pending.get(reply.id);
    if (!request) return;
    this.#pending.delete(reply.id);
    clearTimeout(request.timer);
    if (request.free) this.#watch();
    if (reply.ok) request.resolve(reply);
    else request.reject(Object.assign(new Error(reply.error.message), { code: reply.error.code }));
  }

  // Whoever waits longer than REPLY has been forgotten; but while a cell runs nobody can be answered, and no time counts.
  #watch() {
    const requests = [...this.#pending.values()];
    const held = requests.some((request) => request.free);
    for (const request of requests) {
      if (held) { clearTimeout(request.timer); request.timer = 0; }
      else request.timer ||= setTimeout(() => this.#died("it gave no answer"), REPLY);
    }
  }

  #listenForSilence() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#died("nothing arrived for a long while"), BOOT_SILENCE);
  }

  #died(why) {
    this.#deaths += 1;
    this.why = why;
    if (this.how !== "plain") dropSnapshots(); // if the snapshot is to blame, the next boot must not meet it
    this.#drop(why, () => (this.#deaths < DEATHS ? this.#boot() : this.#set("failed")), "died");
  }

  // Ends the worker; then what comes next; then those who wait learn that no answer will come. An activity opens its attempt anew
  // whatever the reason, a cell wants to know it.
  #drop(why, next, reason) {
    clearTimeout(this.#silence);
    this.#worker.terminate();
    this.#worker = null;
    this.how = "";
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { timer } of pending) clearTimeout(timer);
    next();
    for (const { reject, free } of pending) reject(Object.assign(new Error(why), { code: free ? reason : "died" }));
  }

  #set(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}

export const engine = new Engine();
