// A list that can be narrowed with check boxes. Boxes of one name are alternatives; boxes of different names must all be met; a name
// without a tick asks nothing. What is ticked stands in the address, so that it can be shared. Markup:
//   [data-filter="{shown} of {all} …"][data-filter-all="All {all} …"]  around all of it
//   form[data-filter-form][hidden] with the boxes, [data-filter-said] for the count, details that a wide screen opens
//   [data-filter-item] is hidden, [data-filter-echo] is set off; their data-NAME hold the values, with blanks between them
const WIDE = "(min-width: 60em)";

export class Filter {
  #off = new AbortController();

  constructor(element) {
    this.element = element;
    this.form = element.querySelector("[data-filter-form]");
    this.boxes = [...this.form.querySelectorAll("input[type=checkbox]")];
    this.items = [...element.querySelectorAll("[data-filter-item]")];
    this.echoes = [...element.querySelectorAll("[data-filter-echo]")];
    const { signal } = this.#off;
    this.form.addEventListener("change", () => this.#chosen(), { signal });
    this.form.addEventListener("reset", (event) => { event.preventDefault(); this.#clear(); this.#chosen(); }, { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    addEventListener("hashchange", () => this.#arrived(), { signal });
    this.form.hidden = false;
    this.#clear();
    this.#arrived();
    for (const part of this.form.querySelectorAll("details")) part.open = matchMedia(WIDE).matches || this.#ticked().length > 0;
  }

  leave() { this.#off.abort(); }

  #ticked() { return this.boxes.filter((box) => box.checked); }

  #clear() { for (const box of this.boxes) box.checked = false; }

  // The address has changed, or is read for the first time: it names what is ticked, or an item, which must then be there.
  #arrived() {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const asked = new URLSearchParams(hash);
      for (const box of this.boxes) box.checked = asked.getAll(box.name).includes(box.value);
    }
    const target = hash ? document.getElementById(hash) : null;
    const hiding = target?.closest("[data-filter-item]")?.hidden;
    if (hiding || !hash) this.#clear();
    this.#apply();
    if (hiding) target.scrollIntoView();
  }

  #chosen() {
    const asked = new URLSearchParams(this.#ticked().map((box) => [box.name, box.value])).toString();
    history.replaceState(history.state, "", asked ? `#${asked}` : location.pathname + location.search);
    this.#apply();
  }

  #apply() {
    const asked = new Map();
    for (const { name, value } of this.#ticked()) asked.set(name, [...(asked.get(name) ?? []), value]);
    const fits = ({ dataset }) => [...asked].every(([name, values]) => dataset[name].split(" ").some((value) => values.includes(value)));
    for (const item of this.items) item.hidden = !fits(item);
    for (const echo of this.echoes) echo.toggleAttribute("data-off", !fits(echo));
    const shown = this.items.filter((item) => !item.hidden).length;
    const words = asked.size ? this.element.dataset.filter : this.element.dataset.filterAll;
    this.form.querySelector("[data-filter-said]").textContent = words.replace("{shown}", shown).replace("{all}", this.items.length);
    this.element.dispatchEvent(new CustomEvent("st-filtered", { bubbles: true }));
  }
}
