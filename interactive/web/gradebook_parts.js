// The parts of the gradebook as Python draws them, each in a box of its own. A view (order, filters, page) is kept here and given back
// with each request; what is in it only Python knows.
import { announce } from "./announce.js";
import { siteRoot } from "./site.js";

const PARTS = ["head", "filters", "table", "exports", "files", "flags", "objectives", "scores", "items"]; // what is seen first comes first
const SCROLLS = "#grade-scroll";

export class Parts {
  #view = {};
  #asked = new Map(); // part: number of its latest request, so that an older answer is not drawn over a newer one
  #from = ""; // the id of what opened a student's page

  constructor(element, desk) {
    this.element = element;
    this.desk = desk;
  }

  #box(part) { return this.element.querySelector(`[data-part=${part}]`); }

  async drawAll() {
    this.#show(true);
    if (this.#view.student) await this.#draw("student");
    for (const part of PARTS) await this.#draw(part);
  }

  // Changes the view and draws what it touches.
  async look(change, parts) {
    this.#view = { ...this.#view, ...change };
    for (const part of parts.split(" ")) {
      const reply = await this.#draw(part);
      if (reply) announce(reply.announce);
    }
  }

  async #draw(part) {
    const number = (this.#asked.get(part) ?? 0) + 1;
    this.#asked.set(part, number);
    const reply = await this.desk.draw(part, this.#view, siteRoot);
    if (this.#asked.get(part) !== number || !this.element.isConnected) return null;
    put(this.#box(part), reply.html);
    return reply;
  }

  // One student's page takes the place of the class.
  async student(file, button) {
    if (!this.#view.student) this.#from = button.dataset.row || button.id;
    this.#view.student = file;
    const reply = await this.#draw("student");
    if (!reply) return;
    this.#from = reply.row || this.#from;
    this.#show(false);
    const again = button.id && document.getElementById(button.id);
    if (again && !again.disabled && this.#box("student").contains(again)) again.focus();
    else document.getElementById("grade-student")?.focus();
    this.#box("student").scrollIntoView({ block: "start" });
    announce(reply.announce);
  }

  // Back to the row that was left, or to the one of the student seen last.
  async back(focus = true) {
    if (!this.#view.student) return;
    this.#view.student = "";
    this.#box("student").replaceChildren();
    this.#show(true);
    if (!focus) return;
    const row = document.getElementById(this.#from) ?? this.element.querySelector(SCROLLS);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
  }

  #show(whole) {
    const looking = Boolean(this.#view.student) && !whole;
    this.element.querySelector("[data-class]").hidden = looking || !this.desk.files.size;
    this.element.querySelector("[data-adding]").hidden = looking;
    this.#box("student").hidden = !looking;
  }

  empty() {
    this.#view = {};
    for (const part of [...PARTS, "student"]) this.#box(part)?.replaceChildren();
    this.#show(true);
  }

  // A task of a student was opened: its attempts are replayed now.
  async opened(details) {
    const box = details.querySelector(":scope > [data-attempts]");
    if (!box || box.dataset.asked) return;
    box.dataset.asked = "yes";
    try {
      const { html } = await this.desk.attempts(this.#view.student, box.dataset.attempts, box.dataset.mark, siteRoot);
      box.innerHTML = html;
    } catch (error) {
      delete box.dataset.asked;
      box.textContent = `These attempts cannot be shown (${error.message}). Close this and open it again to try once more.`;
    }
  }

  async wholeTable() {
    return (await this.desk.draw("table", { ...this.#view, whole: true }, siteRoot)).html;
  }

  async openAll() {
    for (const details of this.#box("student").querySelectorAll("details:has(> [data-attempts])")) {
      details.open = true;
      await this.opened(details);
    }
  }

  // As it stands: what is open is printed, and nobody gets fifty pages unasked.
  openStudent() { return this.#box("student").innerHTML; }
}

// Puts new HTML into a box. What had focus there keeps it by its id, and what scrolls sideways stays where it was. A table of a
// hundred rows is put in whole: to compare it with the old one, cell by cell, would take longer than to draw it.
function put(box, html) {
  const held = box.contains(document.activeElement) ? document.activeElement.id : "";
  const left = box.querySelector(SCROLLS)?.scrollLeft ?? 0;
  box.innerHTML = html;
  const wide = box.querySelector(SCROLLS);
  if (wide) wide.scrollLeft = left;
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
}
