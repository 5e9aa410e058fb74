// A part of a page that Python draws from the whole record: the queue of review, the progress page, the list of attempts. It is drawn
// again when the record changes, without moving anything that the reader has in hand.
import { announce } from "./announce.js";
import { engine } from "./engine.js";
import { keepOverview } from "./overview.js";
import { store } from "./store.js";
import { askOfAll } from "./summaries.js";
import { swap } from "./swap.js";

const SETTLE = 1500; // ms after the last answer

export class Panel {
  #drawing = false;
  #again = false;
  #timer = 0;

  // `frameOf` finds the activity on this page that a command is for.
  constructor(element, frameOf) {
    this.element = element;
    this.frameOf = frameOf;
    engine.start();
    this.draw();
  }

  leave() { clearTimeout(this.#timer); }

  heard() { this.#soon(0); }
  worked() { this.#soon(SETTLE); }

  #soon(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.draw(), wait);
  }

  command(name, button) {
    if (name === "begin") return this.#begin(button);
  }

  #begin(button) {
    const frame = this.frameOf(button.dataset.for);
    if (frame) return frame.begin(JSON.parse(button.dataset.event));
    announce("The practice that this belongs to is not on this page.");
  }

  // What Python answers; a subclass asks for something else.
  async ask() {
    const reply = await askOfAll(this.element.dataset.panel);
    if (reply.rings) keepOverview(reply);
    return reply;
  }

  async draw() {
    if (this.#drawing) { this.#again = true; return; }
    this.#drawing = true;
    do {
      this.#again = false;
      try { this.#show((await this.ask()).html); }
      catch (error) { this.failed(error); }
    } while (this.#again && this.element.isConnected);
    this.#drawing = false;
    if (!store.lasting) this.say("This browser keeps nothing for this site. What you did on this visit is shown here; save a copy before you close the page.", true);
  }

  // An activity below that is being worked in stays where it is, whatever grows or shrinks above it.
  #show(html) {
    const held = document.activeElement?.closest("[data-activity]");
    const top = held?.getBoundingClientRect().top;
    const box = this.element.querySelector("[data-box]") ?? this.element.appendChild(document.createElement("div"));
    this.element.querySelector("[data-fallback]")?.remove();
    swap(box, html);
    if (held?.isConnected) scrollBy({ top: held.getBoundingClientRect().top - top, behavior: "instant" });
  }

  failed(error) {
    this.say(`This cannot be shown (${error.message}). What you did is untouched; reload the page to try again.`, true);
  }

  say(words, bad = false) {
    let note = this.element.querySelector("[data-said]");
    if (!note) {
      note = Object.assign(document.createElement("p"), { className: "st-notice" });
      note.dataset.said = "";
      this.element.prepend(note);
    }
    note.dataset.bad = String(bad);
    note.textContent = words;
    announce(words);
  }
}
