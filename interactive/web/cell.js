// One cell of a lab: its code, its buttons, its output. When it runs is the lab's affair.
import { action } from "./dress.js";

const SAYS = { waiting: "Waits", running: "Running", changed: "Changed, not run yet" };

export class Cell {
  loud = false; // whether its output is read out
  #editor = null;
  #code;

  constructor(element) {
    this.element = element;
    this.number = Number(element.dataset.cell);
    this.name = element.getAttribute("aria-label");
    this.original = element.querySelector("pre").textContent.trimEnd();
    this.#code = this.original;
    this.out = element.querySelector(".st-cell__out");
    this.out.setAttribute("role", "group");
    this.out.setAttribute("aria-label", `Output of ${this.name.toLowerCase()}`);
    this.out.setAttribute("aria-live", "polite");
    this.built = this.out.innerHTML;
    this.#addButtons();
    this.dress("idle");
  }

  get code() { return this.#editor?.code ?? this.#code; }
  get changed() { return this.code.trimEnd() !== this.original; }
  get running() { return this.element.dataset.state === "running"; }

  open(edit, { run, changed }) {
    const place = this.element.querySelector(".st-cell__code");
    this.#editor = edit(place, { code: this.#code, label: `Code of ${this.name.toLowerCase()}`, run, changed: () => { this.#touched(); changed(); } });
  }

  change(code) {
    this.#code = code;
    if (this.#editor) this.#editor.code = code;
    else this.#touched();
  }

  // Back to what its author wrote, and to what that gave.
  reset() {
    this.change(this.original);
    if (!["waiting", "running"].includes(this.element.dataset.state)) {
      this.out.innerHTML = this.built;
      this.dress("idle");
    }
  }

  show(html, failed) {
    this.out.setAttribute("aria-live", this.loud ? "polite" : "off");
    this.out.innerHTML = html;
    this.dress(failed ? "failed" : "idle");
  }

  say(words) {
    const told = Object.assign(document.createElement("p"), { textContent: words });
    this.out.setAttribute("aria-live", "polite");
    this.out.replaceChildren(told);
    this.dress("failed");
  }

  dress(state) {
    this.element.dataset.state = state;
    const busy = state === "waiting" || state === "running";
    const held = document.activeElement === this.stopping;
    this.stopping.hidden = !busy;
    if (held && !busy) this.starting.focus();
    this.resetting.hidden = !this.changed;
    this.told.textContent = SAYS[state] ?? "";
  }

  #touched() {
    if (this.element.dataset.state === "idle" || this.element.dataset.state === "failed") this.told.textContent = SAYS.changed;
    this.resetting.hidden = !this.changed;
  }

  #addButtons() {
    this.starting = action("Run", "run");
    this.stopping = action("Stop", "stop");
    this.resetting = action("Reset", "reset", "st-button--bare");
    this.told = Object.assign(document.createElement("span"), { className: "st-cell__told" });
    for (const button of [this.starting, this.stopping, this.resetting]) button.setAttribute("aria-label", `${button.textContent} ${this.name.toLowerCase()}`);
    const label = Object.assign(document.createElement("span"), { className: "st-label", textContent: this.name });
    label.setAttribute("aria-hidden", "true"); // the group has this name
    this.element.querySelector(".st-cell__bar").append(this.starting, this.stopping, this.resetting, this.told, label);
  }
}
