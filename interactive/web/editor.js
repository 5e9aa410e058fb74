// A cell's code as an editor. It lives in a shadow root: there CodeMirror brings its style sheet in a way that a strict policy allows,
// and the code that was in the page stays below it as it was. Colors and faces are the page's own.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const color = (name, ...more) => ({ tag: more, color: `var(--md-code-hl-${name}-color)` });
const colors = HighlightStyle.define([
  color("keyword", tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword, tags.self),
  color("function", tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)),
  color("string", tags.string, tags.special(tags.string)),
  color("number", tags.number),
  color("constant", tags.bool, tags.null),
  color("comment", tags.comment),
]);
const face = EditorView.theme({
  "&": { color: "var(--st-ink)", background: "transparent" },
  "&.cm-focused": { outline: "none" }, // the frame around it wears the ring
  ".cm-scroller": { font: "inherit", lineHeight: "inherit" },
  ".cm-content": { padding: "0", caretColor: "var(--st-ink)", minBlockSize: "1.55em" },
  ".cm-line": { padding: "0" },
  "&.cm-focused .cm-matchingBracket, .cm-matchingBracket": { background: "var(--st-brass-wash)", outline: ".05rem solid var(--st-brass-line)" },
});
const still = [
  history(), indentOnInput(), bracketMatching(), pythonLanguage, indentUnit.of("    "), EditorState.tabSize.of(4),
  EditorView.lineWrapping, syntaxHighlighting(colors), face,
];

// Tab indents; Escape and then Tab leaves, as everywhere in CodeMirror.
export function edit(place, { code, label, run, changed }) {
  const root = place.attachShadow({ mode: "open" });
  const keys = keymap.of([{ key: "Shift-Enter", run: () => (run(), true) }, indentWithTab, ...defaultKeymap, ...historyKeymap]);
  const watch = EditorView.updateListener.of((update) => update.docChanged && changed());
  const named = EditorView.contentAttributes.of({ "aria-label": label });
  const view = new EditorView({ doc: code, root, parent: root, extensions: [keys, watch, named, ...still] });
  return {
    get code() { return view.state.doc.toString(); },
    set code(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }); },
  };
}
