// A drawing whose marks are links. What a mark is called is said beside the drawing while it is pointed at or has focus; Tab reaches
// one mark of a drawing, and the arrow keys, Home and End go on from there. Marks that are set off are passed over.
//   [data-explore] around it, [data-explore-say="…"][hidden] for the words, a[data-mark] with a <title> for each mark
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Explore {
  #off = new AbortController();

  constructor(element) {
    this.element = element;
    this.words = element.querySelector("[data-explore-say]");
    this.words.textContent = this.words.dataset.exploreSay;
    this.words.hidden = false;
    const { signal } = this.#off;
    for (const kind of ["pointerover", "focusin"]) element.addEventListener(kind, (event) => this.#say(event.target), { signal });
    element.addEventListener("pointerout", () => this.#say(document.activeElement), { signal });
    element.addEventListener("focusout", () => this.#say(null), { signal });
    element.addEventListener("keydown", (event) => this.#walk(event), { signal });
    document.addEventListener("st-filtered", () => this.#settle(), { signal });
    this.#settle();
  }

  leave() { this.#off.abort(); }

  #marks(drawing) { return [...drawing.querySelectorAll("[data-mark]:not([data-off])")]; }

  #say(target) {
    const mark = target?.closest?.("[data-mark]");
    this.words.textContent = mark && this.element.contains(mark) ? mark.querySelector("title").textContent : this.words.dataset.exploreSay;
  }

  #walk(event) {
    const mark = event.target.closest("[data-mark]");
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const marks = this.#marks(mark.ownerSVGElement);
    const to = { Home: marks[0], End: marks.at(-1) }[event.key] ?? (STEPS[event.key] && marks[marks.indexOf(mark) + STEPS[event.key]]);
    if (!(event.key in STEPS) && !to) return;
    event.preventDefault();
    if (to) this.#reach(to);
  }

  #reach(mark) {
    for (const other of mark.ownerSVGElement.querySelectorAll("[data-mark]")) other.setAttribute("tabindex", other === mark ? 0 : -1);
    mark.focus();
  }

  // In each drawing one mark that is not set off can be reached.
  #settle() {
    for (const drawing of this.element.querySelectorAll("svg")) {
      const marks = this.#marks(drawing);
      const kept = marks.find((mark) => mark.getAttribute("tabindex") === "0") ?? marks[0];
      for (const mark of drawing.querySelectorAll("[data-mark]")) mark.setAttribute("tabindex", mark === kept ? 0 : -1);
    }
  }
}
