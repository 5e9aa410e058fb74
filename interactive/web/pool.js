// More workers of the same kind as the engine's, for work that comes in many pieces: the engine stays free to answer the page.
// A worker that dies over a piece is replaced, and the piece is tried once more; then its promise is rejected with the code "died".
const TRIES = 2;
const BOOT = 60_000; // ms without a word while it boots
const PIECE = 60_000; // ms for one piece
const MOST = 4; // workers: each has a Python of its own in memory

// One core is left to the page and the engine where there are many.
export const workersFor = (cores = navigator.hardwareConcurrency || 2) => Math.min(MOST, Math.max(2, cores - 2));

export class Pool {
  #workers = new Set(); // {worker, ready, piece, timer}
  #waiting = [];
  #number = 0;
  #deaths = 0;
  #wanted = false; // nothing boots after `stop`
  #gate;
  #open = null;

  #prime;

  // `gate` is awaited before the first worker boots: there may be something worth waiting for. `prime` gives [op, fields] of what
  // every worker is told before its first piece.
  constructor(gate = async () => {}, prime = () => null, size = workersFor()) {
    this.#gate = gate;
    this.#prime = prime;
    this.size = size;
  }

  // Boots the workers before there is anything to do.
  async start() {
    this.#wanted = true;
    this.#open ??= this.#gate();
    await this.#open;
    if (this.#wanted) while (this.#workers.size < this.size) this.#boot();
  }

  // Resolves with the reply's text as it came, unread. `stop` rejects everything that is under way with the code "stopped".
  ask(op, fields) {
    return new Promise((resolve, reject) => {
      const id = ++this.#number;
      this.#waiting.push({ text: JSON.stringify({ v: 1, id, op, ...fields }), tries: 0, resolve, reject });
      this.start();
      this.#deal();
    });
  }

  stop() {
    this.#wanted = false;
    const under = [...[...this.#workers].map(({ piece }) => piece).filter(Boolean), ...this.#waiting];
    for (const one of this.#workers) this.#end(one);
    this.#waiting = [];
    this.#deaths = 0;
    for (const { reject } of under) reject(Object.assign(new Error("it was stopped"), { code: "stopped" }));
  }

  #boot() {
    const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module", name: this.#deaths ? "plain" : "" });
    const one = { worker, ready: false, piece: null, timer: 0 };
    this.#workers.add(one);
    worker.onmessage = ({ data }) => this.#workers.has(one) && this.#heard(one, data);
    worker.onerror = (event) => { event.preventDefault(); if (this.#workers.has(one)) this.#died(one, event.message || "a file could not be fetched"); };
    this.#watch(one, BOOT);
  }

  #heard(one, data) {
    if (data.type === "progress") return this.#watch(one, BOOT);
    if (data.type === "failed") return this.#died(one, data.message);
    clearTimeout(one.timer);
    if (data.type === "ready") this.#begin(one);
    else if (!one.primed) one.primed = true;
    else {
      const { piece } = one;
      one.piece = null;
      piece?.resolve(data.reply);
    }
    this.#deal();
  }

  #begin(one) {
    one.ready = true;
    const [op, fields] = this.#prime() ?? [];
    if (op) one.worker.postMessage(JSON.stringify({ v: 1, id: 0, op, ...fields })); // its reply comes before any other, and settles nothing
    one.primed = !op;
  }

  #deal() {
    for (const one of this.#workers) {
      if (!one.ready || !one.primed || one.piece || !this.#waiting.length) continue;
      one.piece = this.#waiting.shift();
      this.#watch(one, PIECE);
      one.worker.postMessage(one.piece.text);
    }
  }

  #watch(one, time) {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => this.#died(one, "it gave no answer"), time);
  }

  // Whoever cannot even boot will not do better a third time; then all that waits is told.
  #died(one, why) {
    const { piece, ready } = one;
    this.#end(one);
    this.#deaths += ready ? 0 : 1;
    const failed = (lost) => lost.reject(Object.assign(new Error(why), { code: "died" }));
    if (piece && ++piece.tries < TRIES) this.#waiting.unshift(piece);
    else if (piece) failed(piece);
    if (this.#deaths > this.size) { this.#deaths = 0; for (const lost of this.#waiting.splice(0)) failed(lost); return; }
    if (this.#waiting.length) this.start();
  }

  #end(one) {
    clearTimeout(one.timer);
    one.worker.terminate();
    this.#workers.delete(one);
  }
}
