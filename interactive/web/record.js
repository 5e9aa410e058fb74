// The record's own panel: lists the attempts, saves the record to a file, takes one in, deletes it.
import { engine } from "./engine.js";
import { Panel } from "./panel.js";
import { sitePages, siteRoot } from "./site.js";
import { store } from "./store.js";
import { saveFile } from "./save.js";
import { summaries } from "./summaries.js";

const LARGEST = 8_000_000; // bytes; Python's own limit is the same, this one spares the memory

export class RecordPanel extends Panel {
  command(name) {
    if (name === "export") return this.#export();
    if (name === "import") return this.element.querySelector("[data-import]").click();
    if (name === "reset") return this.#reset();
  }

  async changed(input) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    if (file.size > LARGEST) return this.say("This file is far larger than any record of this course. Choose the file that you exported from here.", true);
    try {
      const { record, announce: said } = await engine.ask("import", { record: await store.record(), text: await file.text() });
      await store.takeIn(record);
      this.say(said);
    } catch (error) {
      this.say(`${error.message} Your record is as it was.`, true);
    }
  }

  async ask() {
    const pages = await sitePages().catch(() => ({}));
    for (const page of Object.values(pages)) page.href = siteRoot + page.href;
    return engine.ask("record", { summaries: await summaries(), pages });
  }

  failed(error) {
    this.say(`The record cannot be shown (${error.message}). It is untouched, and you can still save a copy of it.`, true);
    this.#bareExport();
  }

  async #export() {
    const text = JSON.stringify(await store.record(), null, 1);
    saveFile(`second-track-record-${new Date().toISOString().slice(0, 10)}.json`, text, "application/json");
    this.say("Saved. Open My progress on another device and add the copy there.");
  }

  async #reset() {
    await store.reset();
    this.say("Your record is deleted from this browser.");
  }

  #bareExport() {
    if (this.element.querySelector("[data-command=export]")) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "st-button", textContent: "Save a copy" });
    button.dataset.command = "export";
    this.element.append(button);
  }
}
