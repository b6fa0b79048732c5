// Text to the clipboard.

/**
 * Copies the field's text; where the browser refuses, selects it, so that the visitor can.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @returns {Promise<boolean>} whether it is copied
 */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    const hidden = /** @type {HTMLElement | null} */ (field.closest("[hidden]"));
    if (hidden) hidden.hidden = false;
    field.focus();
    field.select();
    return false;
  }
}
