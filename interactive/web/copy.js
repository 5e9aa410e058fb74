// Copies a text. A page that came over plain http has no clipboard of the new kind; the old kind copies what is selected in a field.
export async function copied(text, field = null) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return Boolean(field) && document.execCommand("copy");
  }
}
