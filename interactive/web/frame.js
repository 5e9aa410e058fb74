// One activity on the page: keeps its attempt, sends what the learner does to the engine, swaps in the HTML that comes back.
import { announce } from "./announce.js";
import { attemptAfter, attemptAt } from "./asked.js";
import { drawNote } from "./assignment-bar.js";
import { latestAt } from "./attempt.js";
import { dressBooting, dressFailed, dressKept, dressWaiting } from "./dress.js";
import { engine } from "./engine.js";
import { regrip } from "./hold.js";
import { printHtml } from "./print.js";
import { drawRounds } from "./rounds.js";
import { saveFile } from "./save.js";
import { siteRoot, definitionOf } from "./site.js";
import { store } from "./store.js";
import { swap } from "./swap.js";

export class Frame {
  #attempt = null;
  #opened = false;
  #openings = 0;
  #asked = 0; // the number of the latest request: an older answer is not drawn over a newer one
  #begun;

  constructor(element) {
    this.element = element;
    this.ref = element.dataset.activity;
    this.digest = element.dataset.digest;
    this.sheet = element.outerHTML; // the untouched form, for paper
    this.onState = () => this.#engineState();
    this.onProgress = ({ detail }) => this.element.dataset.state === "booting" && dressBooting(this.element, detail);
    engine.addEventListener("state", this.onState);
    engine.addEventListener("progress", this.onProgress);
    this.#begun = this.#begin();
  }

  leave() {
    engine.removeEventListener("state", this.onState);
    engine.removeEventListener("progress", this.onProgress);
  }

  // Find the attempt that was last worked on, show it as it stood, take up what is already filled in, and wake the engine.
  async #begin(chosen) {
    this.#attempt = await attemptAt(this.ref, this.digest, chosen);
    await this.#showKept();
    if (this.#attempt.asked && !this.#attempt.asBuilt && this.element.dataset.state === "static") dressWaiting(this.element);
    else for (const control of this.element.querySelectorAll("[data-event][data-value]")) if (changed(control)) this.#attempt.add(eventOf(control));
    drawNote(this, this.#attempt);
    engine.start();
    this.#engineState();
    this.#open(); // not awaited: answers are taken from here on, whether or not Python ever comes
  }

  async #showKept() {
    const view = await store.view(this.ref).catch(() => null);
    if (view?.attempt !== this.#attempt.id || view.digest !== this.#attempt.digest || view.root !== siteRoot || this.#opened) return;
    swap(this.element, view.html);
    dressBooting(this.element, null);
  }

  // What the learner did is kept first and answered second: an answer given before Python is ready is never lost.
  async act(event) {
    await this.#begun;
    const opening = this.#openings;
    const { entry, saved } = this.#attempt.add(event);
    await saved; // feedback means that it is kept, even if the page is closed in the next moment
    if (!this.#opened || opening !== this.#openings) return dressKept(this.element); // an opening since then has taken it up
    const asked = ++this.#asked;
    try {
      const reply = await engine.ask("step", { attempt: this.#attempt.id, event, now: entry.at });
      if (reply.refused) this.#attempt.forget(entry);
      this.#show(reply, asked);
    } catch (error) {
      if (error.code === "unknown-attempt" || error.code === "died") await this.#open();
      else announce(`That could not be worked out: ${error.message}`);
    }
  }

  async command(name, button) {
    if (name === "print-page") return printHtml(this.element.outerHTML, false);
    if (name === "print-sheet") return this.#printSheet();
    if (name === "print-key") return this.#printKey();
    if (name === "try-again") return engine.start();
    if (name === "save-text") return this.#saveText();
    if (name === "gather") return this.#gather(JSON.parse(button.dataset.refs));
    if (name === "another" || name === "restart") return this.#anew(name === "another");
    if (name.startsWith("attempt:")) return this.#turnTo(name.slice(8));
  }

  // A fresh attempt that begins with this event: a session of review comes from a list outside this frame.
  async begin(event) {
    await this.#begun;
    this.#attempt = await this.#attempt.next(true);
    await this.#open();
    await this.act(event);
  }

  // Another tab, an import or a reset changed the store.
  async heard(news) {
    if (news.kind === "refused") return dressKept(this.element);
    if (news.kind === "entry" && news.ref !== this.ref) return;
    await this.#begun;
    if (news.kind === "reset" || this.#attempt.empty) return this.#turnTo(null);
    if (await this.#attempt.reread()) await this.#open();
  }

  async #anew(fresh) {
    this.#attempt = await attemptAfter(this.#attempt, fresh);
    await this.#open();
    if (this.#opened) this.element.querySelector("h3 [tabindex]")?.focus();
    announce(fresh ? "Another round." : "From the start again. What you did before is kept.");
  }

  async #turnTo(id) {
    this.#attempt = await attemptAt(this.ref, this.digest, id);
    await this.#open();
  }

  async #open() {
    const attempt = this.#attempt;
    const asked = ++this.#asked;
    this.#openings += 1;
    this.#opened = false;
    try {
      const definition = await definitionOf(attempt.digest);
      const sent = attempt.data.events.length;
      const reply = await engine.ask("open", { attempt: attempt.data, definition, digest: attempt.digest, root: siteRoot });
      if (attempt !== this.#attempt) return;
      this.#opened = true;
      this.#show(reply, asked);
      if (attempt.data.events.length > sent) await this.#open(); // answers that came while it was opening
    } catch (error) {
      if (error.code === "died" && engine.state !== "failed") return this.#open();
      if (error.code !== "died") dressFailed(this.element, error.message);
    }
  }

  #show(reply, asked) {
    if (asked === this.#asked) {
      swap(this.element, reply.html, reply.focus);
      regrip(this.element);
      store.keepView({ ref: this.ref, digest: this.#attempt.digest, attempt: this.#attempt.id, root: siteRoot, html: reply.html });
    }
    announce(reply.announce);
    const finished = this.element.dataset.state === "finished";
    if (!this.#attempt.empty) store.summarize(this.#attempt, reply.score, finished).then(() => drawRounds(this, this.#attempt));
    else drawRounds(this, this.#attempt);
    dressKept(this.element);
    drawNote(this, this.#attempt);
  }

  #engineState() {
    if (engine.state === "failed") {
      this.#opened = false;
      dressFailed(this.element, engine.why);
    } else if (engine.state === "booting" && !this.#opened) {
      const again = this.element.dataset.state === "failed";
      dressBooting(this.element, null);
      if (again) this.#open();
    } else if (engine.state === "booting") {
      this.#opened = false; // the worker died: open the attempt again in the next one
      dressBooting(this.element, null);
      this.#open();
    }
  }

  // What Python wrote for taking along, as a file.
  #saveText() {
    const text = this.element.querySelector("[data-save]");
    if (text) saveFile(text.dataset.save, text.textContent, "text/markdown");
  }

  // What the latest attempts at other activities came to, in Python's words, handed on as one event.
  async #gather(refs) {
    const attempts = [];
    for (const ref of refs) {
      const attempt = await latestAt(ref);
      const definition = attempt && await definitionOf(attempt.digest).catch(() => null);
      if (definition) attempts.push({ attempt, definition, digest: attempt.digest });
    }
    try {
      const { texts } = await engine.ask("excerpts", { attempts });
      await this.act({ type: "gather", texts });
    } catch (error) {
      announce(`That could not be brought in: ${error.message}`);
    }
  }

  async #printSheet() {
    if (!this.#opened) return printHtml(this.sheet, true);
    printHtml(await this.#paper("sheet"), true);
  }

  async #printKey() {
    printHtml(await this.#paper("answers"), false);
  }

  // The same round on paper: untouched, or as its answer key.
  async #paper(op) {
    const definition = await definitionOf(this.#attempt.digest);
    const { html } = await engine.ask(op, { definition, digest: this.#attempt.digest, attempt: this.#attempt.data, root: siteRoot });
    return html;
  }
}

// The event that a control stands for, with its value.
export function eventOf(control) {
  const event = JSON.parse(control.dataset.event);
  if (control.dataset.value) event[control.dataset.value] = control.value;
  if (control.type === "checkbox") event.on = control.checked;
  return event;
}

// Whether a control no longer shows what the page was built with: filled in before this script ran, or by the browser on reload.
function changed(control) {
  if (control instanceof HTMLSelectElement) return [...control.options].some((option) => option.selected !== option.defaultSelected) && control.value !== "";
  if (control.type === "radio") return control.checked && !control.defaultChecked;
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}
