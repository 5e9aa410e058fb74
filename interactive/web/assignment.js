// The student's page: the checklist of the assignment that the link carries, and the file to hand in. Python reads the link.
import { openAssignment } from "./asked.js";
import { attemptsAt, keepOpen, keepStudent, standing, student, told } from "./assignment-open.js";
import { copied } from "./copy.js";
import { engine } from "./engine.js";
import { Panel } from "./panel.js";
import { printHtml } from "./print.js";
import { saveFile } from "./save.js";
import { courseMap, definitionOf, sitePages } from "./site.js";
import { definitionFor, summaries } from "./summaries.js";

export class AssignmentPanel extends Panel {
  constructor(element, frameOf) {
    super(element, frameOf);
    this.onHash = () => this.draw();
    addEventListener("hashchange", this.onHash);
  }

  leave() {
    super.leave();
    removeEventListener("hashchange", this.onHash);
  }

  // Name and number.
  async act({ type, ...given }) {
    await keepStudent({ ...await student(), ...given });
    this.draw();
  }

  command(name) {
    const work = { "hand-in": () => this.#save(), copy: () => this.#copy(), report: () => this.#print(), "put-away": () => this.#putAway() }[name];
    work?.().catch((error) => this.say(error.message, true));
  }

  async ask() {
    const kept = await openAssignment();
    const hash = location.hash.slice(1);
    const fragment = hash && !document.getElementById(hash) ? hash : kept?.fragment ?? "";
    return standing({ fragment, plan: fragment ? await this.#plan(fragment) : {} });
  }

  // With which seed and which events each activity begins. Some settings can be said only with the activity's definition.
  async #plan(fragment) {
    const fields = { fragment, student: await student(), course: await courseMap() };
    const ask = (definitions) => engine.ask("assignment-plan", { ...fields, definitions });
    try {
      const first = await ask({});
      if (!first.needs.length) return first.plan;
      const pages = await sitePages();
      const definitions = {};
      for (const ref of first.needs) definitions[ref] = pages[ref] ? await definitionOf(pages[ref].digest) : null;
      return (await ask(definitions)).plan;
    } catch (error) {
      if (error.code === "malformed") return {}; // the page says what is wrong with the link
      throw error;
    }
  }

  async #save() {
    const { text, file } = await this.#handIn();
    saveFile(file, text, "application/json");
    this.say(`Saved as ${file}. Send it the way your class hands things in.`);
  }

  async #copy() {
    const { text } = await this.#handIn();
    if (await copied(text)) return this.say("Copied. Paste it into a message or a form.");
    this.say("This browser copies nothing by itself. The text stands below: select all of it and copy it.");
    const field = Object.assign(document.createElement("textarea"), { className: "st-input", readOnly: true, rows: 6, value: text });
    field.setAttribute("aria-label", "The text to hand in");
    this.element.querySelector("[data-handed]")?.remove();
    field.dataset.handed = "";
    this.element.append(field);
    field.select();
  }

  async #print() {
    printHtml((await this.#handIn()).report, false);
  }

  // Everything at the tasks, task by task, and what Python makes of it.
  async #handIn() {
    const fields = await told(await openAssignment());
    const pages = await sitePages().catch(() => ({}));
    const [parts, all] = [[], []];
    for (const ref of Object.keys(fields.plan)) {
      const attempts = await attemptsAt(ref);
      if (!attempts.length) continue;
      const definitions = {};
      for (const { digest } of attempts) {
        const { definition } = digest in definitions ? {} : await definitionFor({ ref, digest }, pages);
        if (definition) definitions[digest] = definition;
      }
      parts.push((await engine.ask("assignment-task", { ...fields, ref, attempts, definitions })).part);
      all.push(...attempts);
    }
    const when = { made: Date.now(), offset: -new Date().getTimezoneOffset() };
    return engine.ask("submission", { ...fields, ...when, parts, attempts: all, summaries: await summaries() });
  }

  async #putAway() {
    await keepOpen({ fragment: "", plan: {}, bar: "", notes: {} });
    history.replaceState(null, "", location.pathname);
    await this.draw();
    this.say("Put away. What you did is in your record; the link opens the assignment again.");
  }
}
