// The list of a learner's rounds under an activity: what each came to, and the way back to it.
import { store } from "./store.js";

export async function drawRounds(frame, current) {
  const rows = (await store.attempts(frame.ref)).filter((row) => row.touched);
  const { element } = frame;
  let list = element.querySelector(":scope > [data-rounds]");
  if (rows.length < 2 && !rows.some((row) => row.id !== current.id)) return list?.remove();
  if (!list) {
    list = Object.assign(document.createElement("nav"), { className: "st-rounds" });
    list.dataset.rounds = "";
    list.setAttribute("aria-label", `Your rounds: ${element.querySelector(".st-activity__title")?.textContent ?? ""}`); // several frames share a page
    element.append(list);
  }
  list.replaceChildren(label(), ...rows.map((row, place) => link(row, place, row.id === current.id, row.digest === frame.digest)));
}

const label = () => Object.assign(document.createElement("span"), { className: "st-label", textContent: "Your rounds" });

function link(row, place, here, now) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "st-button st-button--bare" });
  button.dataset.command = `attempt:${row.id}`;
  if (here) button.setAttribute("aria-current", "true");
  const points = row.score?.raw === undefined ? "begun" : `${row.score.raw} of ${row.score.max}`;
  button.textContent = `${place + 1}: ${points}${row.finished ? "" : ", open"}${now ? "" : " (earlier cards)"}`;
  return button;
}
