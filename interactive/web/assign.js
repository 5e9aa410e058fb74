// The instructor's page: what is picked and set makes a link. The draft is the text of that link, kept in this browser; Python reads
// and writes it.
import { announce } from "./announce.js";
import { copied } from "./copy.js";
import { engine } from "./engine.js";
import { eventOf } from "./frame.js";
import { Panel } from "./panel.js";
import { printHtml } from "./print.js";
import { saveFile } from "./save.js";
import { courseMap, siteRoot } from "./site.js";
import { store } from "./store.js";

const PAUSE = 500; // ms without a key
const DRAFT = "assign/draft"; // the view under which the draft is kept

export class AssignPanel extends Panel {
  constructor(element, frameOf) {
    super(element, frameOf);
    this.onHash = () => this.#opened();
    addEventListener("hashchange", this.onHash);
    element.addEventListener("input", ({ target }) => this.#typing(target));
  }

  leave() {
    super.leave();
    removeEventListener("hashchange", this.onHash);
  }

  heard() {} // it shows nothing of the record
  worked() {}

  act(event) {
    clearTimeout(this.pause); // whatever was typed before has been told when its field was left
    (this.events ??= []).push(event);
    this.draw();
  }

  async command(name) {
    await this.#settled(); // what was typed last is in the link
    if (name === "copy") return this.#copy();
    if (name === "print") return printHtml(this.made.sheet, false);
    if (name === "save-code") return saveFile("second-track-assignment.svg", this.made.code, "image/svg+xml");
    if (name === "open") return this.#open(this.element.querySelector("#assign-open"));
    if (name === "clear") return this.act({ type: "clear" });
  }

  // One request after another: each begins with the draft that the last one gave.
  ask() {
    this.working = Promise.resolve().then(() => this.#make()); // later: the panel draws before this class is whole
    return this.working;
  }

  async #make() {
    const kept = await store.view(DRAFT).catch(() => null);
    this.events ??= [];
    if (!this.made) this.#take(location.hash.slice(1));
    const events = this.events.splice(0);
    const fields = { draft: this.made?.draft ?? kept?.draft ?? "", events, course: await courseMap(), now: Date.now(), root: siteRoot };
    const base = new URL(`${siteRoot}assignment.html`, location.href).href;
    this.made = await engine.ask("assign", { ...fields, base }, ["segno"]);
    store.keepView({ ref: DRAFT, draft: this.made.draft });
    if (this.made.said) this.say(this.made.said, true);
    else this.element.querySelector("[data-said]")?.remove();
    return this.made;
  }

  // A link to this page may carry an assignment to begin with.
  #take(fragment) {
    if (fragment.includes("=")) this.events.push({ type: "open", text: fragment });
  }

  #opened() {
    this.#take(location.hash.slice(1));
    this.draw();
  }

  // The link follows what is being typed, after a pause.
  #typing(control) {
    if (!control.dataset.event || control.type === "checkbox" || control.localName === "select") return;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.act(eventOf(control)), PAUSE);
  }

  async #settled() {
    do await this.working?.catch(() => {});
    while (this.events?.length);
  }

  #open(field) {
    this.act({ type: "open", text: field.value });
    field.value = "";
    announce("Opened. Its parts are picked above.");
  }

  async #copy() {
    const field = this.element.querySelector("#assign-link");
    if (await copied(this.made.link, field)) return announce("Copied. Paste it into a mail or a page.");
    field.select();
    announce("The link is selected: copy it with your keyboard.");
  }
}
