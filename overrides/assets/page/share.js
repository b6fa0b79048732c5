// The permanent address of a page, one click from the clipboard: what a newsletter is made with.

import { copy } from "./copy.js";

for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-share]"))) {
  const [button, field, said] = ["button", "input", "[role=status]"].map((name) => root.querySelector(name));
  root.hidden = false;
  button?.addEventListener("click", async () => {
    const done = await copy(/** @type {HTMLInputElement} */ (field));
    /** @type {HTMLElement} */ (said).textContent = root.dataset[done ? "copied" : "refused"] ?? "";
  });
}
