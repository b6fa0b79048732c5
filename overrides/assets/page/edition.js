// Where the edition stands.

/** @returns {URL} its root at its permanent address, wherever the page was loaded from; of a page right below it */
export function edition() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return new URL("../", canonical?.href ?? location.href);
}
