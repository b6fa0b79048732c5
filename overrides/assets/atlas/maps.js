/** Draws each map of the page when it is about to be seen. */

import { attempt } from "../map/attempt.js";

/** @type {Record<string, () => Promise<{draw: (figure: HTMLElement) => Promise<void>}>>} */
const KINDS = {
  locator: () => import("./locator.js"),
  country: () => import("./locator.js"),
  home: () => import("./home.js"),
  atlas: () => import("./atlas.js"),
};

/** @param {HTMLElement} figure */
function start(figure) {
  return attempt(figure.querySelector("[data-wait]"), async () => {
    const { draw } = await KINDS[figure.dataset.map ?? ""]();
    await draw(figure);
    figure.dataset.ready = "true";
  });
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
