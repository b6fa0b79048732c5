/** Draws each map of the page when it is about to be seen. */

import { element } from "./words.js";

/** @type {Record<string, () => Promise<{draw: (figure: HTMLElement) => Promise<void>}>>} */
const KINDS = {
  locator: () => import("./locator.js"),
  country: () => import("./locator.js"),
  home: () => import("./home.js"),
  atlas: () => import("./atlas.js"),
};

/** @param {HTMLElement} figure */
async function start(figure) {
  const wait = figure.querySelector("[data-wait]");
  try {
    const { draw } = await KINDS[figure.dataset.map ?? ""]();
    await draw(figure);
    wait?.remove();
    figure.dataset.ready = "true";
  } catch (error) {
    console.error(error);
    failed(figure, wait);
  }
}

/**
 * @param {HTMLElement} figure
 * @param {Element | null} wait the sentence shown until the map is there
 */
function failed(figure, wait) {
  if (!(wait instanceof HTMLElement)) return;
  const loading = wait.textContent ?? "";
  wait.textContent = wait.dataset.failed ?? "";
  if (!wait.dataset.retry) return;
  const retry = element("button", { type: "button", class: "rp-map__button" }, wait.dataset.retry);
  retry.addEventListener("click", () => {
    wait.textContent = loading;
    start(figure);
  });
  wait.append(" ", retry);
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      start(/** @type {HTMLElement} */ (target));
    }
  },
  { rootMargin: "200px" },
);

for (const figure of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-map]"))) {
  // The atlas brings the filters of the list beside it to life: they do not wait for the map to be seen.
  if (figure.dataset.map === "atlas") start(figure);
  else seen.observe(figure);
}
