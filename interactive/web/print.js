// Printing one activity and nothing else of the page: a copy of it is laid out for paper and taken away again.

export function printHtml(html, sheet) {
  const paper = Object.assign(document.createElement("div"), { className: "st-paper md-typeset", innerHTML: html });
  for (const named of paper.querySelectorAll("[id]")) named.removeAttribute("id");
  const head = Object.assign(document.createElement("p"), { className: "st-paper__head" });
  head.textContent = `${document.title} · ${sheet ? "Name: ____________________  Date: ____________" : new Date().toLocaleDateString()}`;
  paper.prepend(head);
  document.body.append(paper);
  document.documentElement.classList.add("st-print-one");
  addEventListener("afterprint", () => {
    paper.remove();
    document.documentElement.classList.remove("st-print-one");
  }, { once: true });
  print();
}
