// The first script: classic, so that it also runs from file://, where a module may not. It starts the page's script, or says why not.
import "./header.js";
import "./turn.js";

const here = document.currentScript.src;

function explain(activities, labs, panels) {
  for (const place of document.querySelectorAll("[data-activity] > .st-activity__say")) {
    place.replaceChildren(Object.assign(document.createElement("p"), { textContent: activities }));
  }
  for (const place of document.querySelectorAll(".st-lab__state")) place.textContent = labs;
  for (const place of document.querySelectorAll("[data-panel] > [data-fallback], [data-record] > [data-fallback]")) place.textContent = panels;
}

if (location.protocol === "file:") {
  explain("This page was opened from a file, and a browser runs no Python there. You can read it, fill it in and print it. "
    + "To have answers checked, open the course from a web address, or start a small server in its folder: python -m http.server",
    "This page was opened from a file, and a browser runs no Python there. Read it with its output, or download the notebook and run it elsewhere.",
    "This page was opened from a file, and a browser runs no Python there and keeps nothing. Open the course from a web address, "
    + "or start a small server in its folder: python -m http.server");
} else {
  import(new URL("page.js", here).href).catch((error) => {
    console.error(error);
    explain("This browser cannot run the course’s script. You can still read this, fill it in and print it. A current Firefox, Chrome, Edge or Safari checks it too.",
      "This browser cannot run the course’s script. Read the lab with its output, or download the notebook and run it elsewhere.",
      "This browser cannot run the course’s script. A current Firefox, Chrome, Edge or Safari can.");
  });
}
