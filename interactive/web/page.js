// The page's script: finds what is alive on the page and hands it to its controller. Runs again after each instant navigation.
import { AssignPanel } from "./assign.js";
import { AssignmentPanel } from "./assignment.js";
import { barOf } from "./assignment-bar.js";
import { Frame } from "./frame.js";
import { listen } from "./inputs.js";
import { Lab } from "./lab.js";
import { report } from "./lms/report.js";
import { enableDragging } from "./drag.js";
import { Explore } from "./explore.js";
import { Filter } from "./filter.js";
import { Gradebook } from "./gradebook.js";
import { overviewOf, refreshOverview } from "./overview.js";
import { Panel } from "./panel.js";
import { Reading } from "./reading.js";
import { RecordPanel } from "./record.js";
import { store } from "./store.js";

const live = new Map(); // element -> controller
const ALIVE = {
  "[data-activity]": Frame,
  "[data-lab]": Lab,
  "[data-reading]": Reading,
  "[data-filter]": Filter,
  "[data-explore]": Explore,
  "[data-record], [data-panel=record]": RecordPanel,
  "[data-panel=progress], [data-panel=queue]": Panel,
  "[data-panel=assign]": AssignPanel,
  "[data-panel=assignment]": AssignmentPanel,
  "[data-panel=gradebook]": Gradebook,
};

const frameOf = (ref) => [...live.values()].find((controller) => controller instanceof Frame && controller.ref === ref);

function mount() {
  for (const [element, controller] of live) {
    if (element.isConnected) continue;
    controller.leave?.();
    live.delete(element);
  }
  for (const [selector, Controller] of Object.entries(ALIVE)) {
    for (const element of document.querySelectorAll(selector)) if (!live.has(element)) live.set(element, new Controller(element, frameOf));
  }
  if (report) report.mount();
  else overviewOf();
  barOf();
}

const controllerOf = (target) => live.get(target.closest("[data-activity], [data-lab], [data-record], [data-panel]"));
const hear = (news) => { for (const controller of live.values()) controller.heard?.(news); };

listen(controllerOf);
enableDragging();
store.onChange((news) => { hear(news); if (!report) refreshOverview(); });
store.onWork(() => { for (const controller of live.values()) controller.worked?.(); });
addEventListener("pageshow", (event) => { if (event.persisted) hear({ kind: "all" }); });

// Material announces each page, the first one too, on document$; other builders have no such thing.
if (globalThis.document$) globalThis.document$.subscribe(mount);
else mount();
