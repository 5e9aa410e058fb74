// The page's script: finds what is alive on the page and hands it to its controller. Runs again after each instant navigation.
import { Frame } from "./frame.js";
import { listen } from "./inputs.js";
import { enableDragging } from "./drag.js";
import { RecordPanel } from "./record.js";
import { store } from "./store.js";

const live = new Map(); // element -> controller

function mount() {
  for (const [element, controller] of live) {
    if (element.isConnected) continue;
    controller.leave?.();
    live.delete(element);
  }
  for (const element of document.querySelectorAll("[data-activity]")) if (!live.has(element)) live.set(element, new Frame(element));
  for (const element of document.querySelectorAll("[data-record]")) if (!live.has(element)) live.set(element, new RecordPanel(element));
}

const controllerOf = (target) => live.get(target.closest("[data-activity], [data-record]"));

listen(controllerOf);
enableDragging();
store.onChange((news) => { for (const controller of live.values()) controller.heard(news); });
addEventListener("pageshow", (event) => { if (event.persisted) for (const controller of live.values()) controller.heard({ kind: "all" }); });

// Material announces each page, the first one too, on document$; other builders have no such thing.
if (globalThis.document$) globalThis.document$.subscribe(mount);
else mount();
