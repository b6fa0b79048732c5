/** Draws a map where a sentence says to wait for it; if that fails, the sentence says so and offers to try again. */

import { heal } from "../page/data.js";
import { element } from "../page/element.js";

/**
 * @param {Element | null} wait the sentence, which holds what to say in its data; removed when the map is there
 * @param {() => Promise<void>} draw
 * @returns {Promise<void>} settled when the map is there, or the first attempt has failed
 */
export async function attempt(wait, draw) {
  try {
    await draw();
    wait?.remove();
  } catch (error) {
    console.error(error);
    await heal();
    if (wait instanceof HTMLElement) failed(wait, draw);
  }
}

/**
 * @param {HTMLElement} wait
 * @param {() => Promise<void>} draw
 */
function failed(wait, draw) {
  const loading = wait.textContent ?? "";
  wait.textContent = wait.dataset.failed ?? "";
  if (!wait.dataset.retry) return;
  const retry = element("button", { type: "button", class: "rp-map__button" }, wait.dataset.retry);
  retry.addEventListener("click", () => {
    wait.textContent = loading;
    attempt(wait, draw);
  });
  wait.append(" ", retry);
}
