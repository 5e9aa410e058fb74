// The first script: classic, so that it also runs from file://, where a module may not. It starts the page's script, or says why not.
import "./header.js";
import "./turn.js";

const here = document.currentScript.src;

function explain(words) {
  for (const place of document.querySelectorAll("[data-activity] > .st-activity__say")) {
    place.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
  }
}

if (location.protocol === "file:") {
  explain("This page was opened from a file, and a browser runs no Python there. You can read it, fill it in and print it. "
    + "To have answers checked, open the course from a web address, or start a small server in its folder: python -m http.server");
} else {
  import(new URL("page.js", here).href).catch((error) => {
    console.error(error);
    explain("This browser cannot run the course’s script. You can still read this, fill it in and print it. A current Firefox, Chrome, Edge or Safari checks it too.");
  });
}
