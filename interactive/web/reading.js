// Which sections of a lesson were read. A section counts as read when its heading has been in view, and then the next heading, or
// the end of the text, for two seconds: who jumps to a place has not read what lies before it. It is kept as what it is, an attempt
// at the activity "reading"; Python is not needed for it.
import { Attempt } from "./attempt.js";
import { store } from "./store.js";

const STAY = 2000; // ms

export class Reading {
  #seen = new Set(); // headings that have been in view
  #timers = new Map();
  #kept = new Set(); // sections that are in the record
  #attempt = null; // a promise, so that two sections at once find the same one

  constructor(element) {
    this.element = element;
    this.ref = element.dataset.reading;
    this.headings = [...element.querySelectorAll("h2[id]")];
    this.end = element.appendChild(document.createElement("span"));
    this.watch = new IntersectionObserver((changes) => changes.forEach((change) => this.#changed(change)));
    this.#begin();
  }

  leave() {
    this.watch.disconnect();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  heard(news) { if (news.kind === "reset") { this.#kept.clear(); this.#attempt = null; } }

  async #begin() {
    for (const { id } of await store.attempts(this.ref)) for (const { event } of await store.entries(id)) this.#kept.add(event.section);
    for (const target of [...this.headings, this.end]) this.watch.observe(target);
  }

  #changed({ target, isIntersecting }) {
    clearTimeout(this.#timers.get(target));
    if (isIntersecting) this.#timers.set(target, setTimeout(() => this.#stayed(target), STAY));
  }

  #stayed(target) {
    const place = target === this.end ? this.headings.length : this.headings.indexOf(target);
    this.#seen.add(target);
    const before = this.headings[place - 1];
    if (before && this.#seen.has(before) && !document.hidden) this.#keep(before.id);
  }

  async #keep(section) {
    if (this.#kept.has(section)) return;
    this.#kept.add(section);
    this.#attempt ??= Attempt.latest(this.ref, this.element.dataset.digest);
    (await this.#attempt).add({ type: "reached", section });
  }
}
