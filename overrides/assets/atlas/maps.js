/** Draws each map of the page when it is about to be seen. */

import { attempt } from "../map/attempt.js";
import { loadModule } from "../page/module.js";

/** @type {Record<string, () => Promise<{draw: (figure: HTMLElement) => Promise<void>}>>} */
const KINDS = {
  locator: () => loadModule(new URL("./locator.js", import.meta.url), () => import("./locator.js")),
  country: () => loadModule(new URL("./locator.js", import.meta.url), () => import("./locator.js")),
  home: () => loadModule(new URL("./home.js", import.meta.url), () => import("./home.js")),
  atlas: () => loadModule(new URL("./atlas.js", import.meta.url), () => import("./atlas.js")),
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
