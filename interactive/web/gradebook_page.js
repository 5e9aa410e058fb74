// The gradebook's page: takes files in, has them graded by the pool, and shows what Python draws of the class. It reads none of it.
// The class lives in this tab's memory and nowhere else; turning to another page of the course and back does not lose it.
import { announce } from "./announce.js";
import { Desk, numbered } from "./gradebook_desk.js";
import { dropped, picked } from "./gradebook_intake.js";
import { Parts } from "./gradebook_parts.js";
import { printHtml } from "./print.js";
import { saveFile } from "./save.js";

const desk = new Desk(); // one a tab, so that turning pages keeps the class
const TYPING = 250; // ms after the last letter

export class GradebookPage {
  #off = new AbortController();
  #timer = 0;
  #pasted = 0;

  constructor(element) {
    this.element = element;
    this.parts = new Parts(element, desk);
    const { signal } = this.#off;
    const drop = element.querySelector("[data-intake]");
    for (const kind of ["dragover", "dragleave", "drop"]) element.addEventListener(kind, (event) => this.#dragged(event, drop), { signal });
    element.addEventListener("input", ({ target }) => this.#typed(target), { signal });
    element.addEventListener("toggle", ({ target }) => target.open && this.parts.opened(target), { signal, capture: true });
    desk.addEventListener("progress", ({ detail }) => this.#progress(detail), { signal });
    for (const hidden of element.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
    element.querySelector("[data-fallback]")?.remove();
    desk.wake();
    if (desk.files.size) this.parts.drawAll();
  }

  leave() {
    this.#off.abort();
    clearTimeout(this.#timer);
  }

  async command(name, button) {
    const { dataset } = button;
    if (name === "pick" || name === "folder") { desk.wake(); return this.element.querySelector(`[data-gather=${name}]`).click(); }
    if (name === "paste") return this.#paste();
    if (name === "cancel") return desk.cancel();
    if (name === "forget") return this.#forget();
    if (name === "view") return this.parts.look(JSON.parse(dataset.view), dataset.parts);
    if (name === "student") return this.parts.student(dataset.student, button);
    if (name === "back") return this.parts.back();
    if (name === "remove") return this.#remove(dataset.file);
    if (name === "export") return this.#export(dataset.form);
    if (name === "print-table") return printHtml(await this.parts.wholeTable(), false);
    if (name === "print-student") return printHtml(this.parts.openStudent(), false);
    if (name === "open-all") return this.parts.openAll();
  }

  // A picker has been used, or a list or a box of Python's.
  changed(input) {
    if (input.dataset.gather) {
      const things = picked(input.files);
      input.value = "";
      return this.#take(things);
    }
    if (input.dataset.viewKey && input.type !== "search") this.#look(input);
  }

  #look(input) {
    const value = input.type === "checkbox" ? (input.checked ? input.value : "") : input.value;
    return this.parts.look({ [input.dataset.viewKey]: value, page: 0 }, input.dataset.parts);
  }

  #typed(input) {
    if (input.type !== "search" || !input.dataset.viewKey) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(input), TYPING);
  }

  #dragged(event, drop) {
    if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    const over = event.type === "dragover";
    if (over) desk.wake();
    drop.dataset.over = String(over);
    if (event.type === "drop") dropped(event.dataTransfer).then((things) => this.#take(things));
  }

  #paste() {
    const field = this.element.querySelector("[data-pasted]");
    const text = field.value;
    if (!text.trim()) { field.focus(); return announce("There is nothing in the field yet."); }
    field.value = "";
    return this.#take([{ name: `pasted text ${++this.#pasted}`, blob: new Blob([text]) }]);
  }

  async #take(things) {
    if (!things.length) return this.#say("There was no file in that.");
    try {
      const said = await desk.take(things);
      await this.parts.drawAll();
      this.#say(said);
    } catch (error) {
      this.#say(`The gradebook could not be drawn (${error.message}). The files are untouched; try again, or reload the page and add them anew.`, true);
    }
  }

  async #remove(file) {
    await desk.remove(file);
    await this.parts.back(false);
    await this.parts.drawAll();
    this.#say(`${file} is taken out.`);
  }

  async #forget() {
    await desk.forget();
    this.parts.empty();
    for (const box of this.element.querySelectorAll("[data-forget][open]")) box.open = false;
    this.#say("The class is forgotten. The files on your disk are as they were.");
    this.element.querySelector("[data-command=pick]").focus();
  }

  async #export(form) {
    try {
      const { name, text, base64, type } = await desk.export(form);
      saveFile(name, base64 ? Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)) : text, type);
      announce(`Saved ${name}.`);
    } catch (error) {
      this.#say(`That file could not be made: ${error.message}`, true);
    }
  }

  // The bar moves all the time; words are read out only now and then.
  #progress({ done, found, busy, loud }) {
    const box = this.element.querySelector("[data-grading]");
    if (box.hidden === busy) box.hidden = !busy;
    const bar = box.querySelector("progress");
    if (found && busy) Object.assign(bar, { max: found, value: done });
    else bar.removeAttribute("value");
    const words = done ? `Replaying: ${numbered(done)} of ${numbered(found)} files` : "Starting Python …";
    box.querySelector("[data-grading-said]").textContent = words;
    if (loud && busy) announce(words);
  }

  #say(words, bad = false) {
    const note = this.element.querySelector("[data-said]");
    note.dataset.bad = String(bad);
    note.textContent = words;
    note.hidden = false;
    announce(words);
  }
}
