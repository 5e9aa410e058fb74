// A notebook on the page: its cells can be changed and run again, in the order of the page, one at a time. Which cells have run is
// counted for as long as one Python lives, since with it goes what they defined. What a reader changed is kept in this browser.
import { announce } from "./announce.js";
import { Cell } from "./cell.js";
import { action } from "./dress.js";
import { engine } from "./engine.js";
import { store } from "./store.js";

const SETTLE = 300; // ms after the last key
const STOPPED = "Stopped. What the cells had defined is gone; run them again from the top.";
const CRASHED = "Python broke down over this cell and has been started anew. What the cells had defined is gone; run them again from the top.";

export class Lab {
  #queue = []; // the first one is running
  #ran = new Set();
  #working = false;
  #timer = 0;

  constructor(element) {
    this.element = element;
    this.name = element.dataset.lab;
    this.state = element.querySelector(".st-lab__state");
    this.cells = [...element.querySelectorAll("[data-cell]")].map((one) => new Cell(one));
    element.querySelector(".st-lab__bar").prepend(this.#buttons());
    this.onState = () => this.#engineState();
    engine.addEventListener("state", this.onState);
    engine.start();
    this.#engineState();
    this.#begin();
  }

  leave() {
    engine.removeEventListener("state", this.onState);
    this.#keep();
    if (this.#working) this.stop(); // on another page nobody could stop it, and nothing there would be answered
  }

  heard(news) { if (news.kind === "reset") for (const cell of this.cells) cell.reset(); }

  command(name, button) {
    const cell = this.cells.find((one) => one.element.contains(button));
    if (name === "run") this.run(cell);
    else if (name === "run-all") this.#enqueue(this.cells);
    else if (name === "stop") this.stop();
    else if (name === "reset") this.#reset([cell], `${cell.name} is as it was.`);
    else if (name === "reset-all") this.#reset(this.cells, "All cells are as they were.");
  }

  // A cell needs what the cells above it define: those that have not run in this Python run first.
  run(cell) {
    const above = this.cells.filter((one) => one.number < cell.number && !this.#ran.has(one));
    this.#enqueue([...above, cell], cell);
  }

  stop() {
    if (!this.#queue.length) return announce("Nothing is running.");
    const [first, ...rest] = this.#queue.splice(0);
    for (const cell of rest) if (cell !== first) cell.dress("idle");
    if (first.running) engine.restart();
    else first.dress("idle"); // Python was not there yet
  }

  #buttons() {
    const row = Object.assign(document.createElement("div"), { className: "st-lab__buttons" });
    row.append(action("Run all", "run-all", "st-button--first"), action("Stop", "stop"), action("Reset all", "reset-all", "st-button--bare"));
    return row;
  }

  async #begin() {
    const kept = await store.view(`lab/${this.name}`).catch(() => null);
    for (const { was, now } of kept?.edits ?? []) this.cells.find((cell) => cell.original === was && !cell.changed)?.change(now);
    try {
      const { edit } = await import("./editor.js"); // CodeMirror, which only these pages need
      for (const cell of this.cells) cell.open(edit, { run: () => this.run(cell), changed: () => this.#soon() });
    } catch (error) {
      console.warn("The cells cannot be edited:", error);
    }
    this.element.dataset.live = "";
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), SETTLE);
  }

  #keep() {
    clearTimeout(this.#timer);
    const edits = this.cells.filter((cell) => cell.changed).map((cell) => ({ was: cell.original, now: cell.code }));
    return store.keepView({ ref: `lab/${this.name}`, edits });
  }

  #reset(cells, words) {
    for (const cell of cells) cell.reset();
    this.#keep();
    announce(words);
  }

  // `asked` is the one cell that somebody wants to hear of; where all run, only the end is told.
  // A cell that is running and was changed meanwhile runs again when its turn is over: no key pressed in haste is lost.
  #enqueue(cells, asked) {
    const waiting = this.#queue.slice(this.#queue[0]?.running ? 1 : 0);
    for (const cell of cells.filter((one) => !waiting.includes(one) && (one === asked || !one.running))) {
      cell.loud = cell === asked;
      if (!cell.running) cell.dress("waiting");
      this.#queue.push(cell);
    }
    if (!this.#working) this.#work(asked);
  }

  async #work(asked) {
    this.#working = true;
    while (this.#queue.length) {
      const [cell] = this.#queue;
      const failed = await this.#runOne(cell);
      if (cell === this.#queue[0]) this.#queue.shift();
      if (failed) this.#drop((one) => one !== cell);
      if (failed && cell !== asked) announce(`${cell.name} ended in an error; the cells after it were not run.`);
    }
    this.#working = false;
    if (!asked && this.#ran.size === this.cells.length) announce("All cells have run.");
  }

  #drop(which) {
    for (const cell of this.#queue.filter(which)) cell.dress("idle");
    this.#queue = this.#queue.filter((one) => !which(one));
  }

  // True if the cells that wait for it should not run.
  async #runOne(cell) {
    try {
      await ready();
      if (cell !== this.#queue[0]) return false; // stopped while Python was on its way
      cell.dress("running");
      const { html, failed } = await engine.run({ lab: this.name, cell: cell.number, code: cell.code });
      cell.show(html, failed);
      this.#ran.add(cell);
      return failed;
    } catch (error) {
      if (error.code === "crashed") engine.restart();
      cell.say({ stopped: STOPPED, crashed: CRASHED }[error.code] ?? `Python did not start (${error.message}). Run the cell to try again.`);
      this.#ran.add(cell); // it is not run again by itself: it would only do the same
      return true;
    }
  }

  #engineState() {
    if (engine.state === "booting") this.#ran.clear();
    const words = { ready: "Python is here. In a cell, Shift+Enter runs it; Escape and then Tab leaves it.", failed: `Python did not start (${engine.why}). You can go on reading; running a cell tries again.` };
    this.state.textContent = words[engine.state] ?? "Fetching Python. What you run begins when it has arrived.";
  }
}

// Resolves when Python is there, rejects when it does not come.
function ready() {
  engine.start();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (engine.state === "booting") return;
      engine.removeEventListener("state", look);
      if (engine.state === "ready") resolve();
      else reject(new Error(engine.why));
    };
    engine.addEventListener("state", look);
    look();
  });
}
