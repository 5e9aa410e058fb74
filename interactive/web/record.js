// The panel of the progress page: shows the record that Python draws, saves it to a file, takes one in, deletes it.
import { announce } from "./announce.js";
import { engine } from "./engine.js";
import { definitionOf, sitePages, siteRoot } from "./site.js";
import { store } from "./store.js";
import { swap } from "./swap.js";

const LARGEST = 8_000_000; // bytes; Python's own limit is the same, this one spares the memory

export class RecordPanel {
  constructor(element) {
    this.element = element;
    engine.start();
    this.#draw();
  }

  heard() { this.#draw(); }

  command(name) {
    if (name === "export") return this.#export();
    if (name === "import") return this.element.querySelector("[data-import]").click();
    if (name === "reset") return this.#reset();
  }

  async changed(input) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    if (file.size > LARGEST) return this.#say("This file is far larger than any record of this course. Choose the file that you exported from here.", true);
    try {
      const { record, announce: said } = await engine.ask("import", { record: await store.record(), text: await file.text() });
      await store.takeIn(record);
      this.#say(said);
    } catch (error) {
      this.#say(`${error.message} Your record is as it was.`, true);
    }
  }

  async #draw() {
    const record = await store.record();
    const pages = await sitePages().catch(() => ({}));
    const definitions = {};
    for (const { digest } of record.attempts) definitions[digest] ??= await definitionOf(digest).catch(() => null);
    for (const page of Object.values(pages)) page.href = siteRoot + page.href;
    try {
      const { html } = await engine.ask("record", { record, definitions, pages });
      const box = this.element.querySelector(".st-record__in") ?? this.element.appendChild(document.createElement("div"));
      this.element.querySelector("[data-fallback]")?.remove();
      swap(box, html);
    } catch (error) {
      this.#say(`The record cannot be shown (${error.message}). It is untouched, and you can still save a copy of it.`, true);
      this.#bareExport();
    }
    if (!store.lasting) this.#say("This browser keeps nothing for this site. What you did on this visit is shown here; save a copy before you close the page.", true);
  }

  async #export() {
    const text = JSON.stringify(await store.record(), null, 1);
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
      download: `second-track-record-${new Date().toISOString().slice(0, 10)}.json`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say("Saved. Open My progress on another device and add the copy there.");
  }

  async #reset() {
    await store.reset();
    this.#say("Your record is deleted from this browser.");
  }

  #bareExport() {
    if (this.element.querySelector("[data-command=export]")) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "st-button", textContent: "Save a copy" });
    button.dataset.command = "export";
    this.element.append(button);
  }

  #say(words, bad = false) {
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
