// What every page needs: light or dark (the visitor's choice, else the system's, before anything is painted) and a
// link to the other language that keeps the question asked.
(() => {
  const KEY = "repertoire-theme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage refused: the system decides
    }
  };
  const isDark = () => (chosen() ?? (dark.matches ? "dark" : "light")) === "dark";
  const apply = () => {
    document.body.dataset.mdColorScheme = isDark() ? "slate" : "default";
    const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-theme-toggle]"));
    if (button) {
      const label = (isDark() ? button.dataset.light : button.dataset.dark) ?? "";
      button.setAttribute("aria-label", label);
      button.title = label;
      button.hidden = false;
    }
  };
  apply();
  dark.addEventListener("change", apply);
  // Paper is white whatever the screen is.
  addEventListener("beforeprint", () => {
    document.body.dataset.mdColorScheme = "default";
  });
  addEventListener("afterprint", apply);
  document.addEventListener("DOMContentLoaded", () => {
    apply();
    // The other language shows the same thing: what is searched or filtered goes along.
    for (const link of document.querySelectorAll("a.rp-lang")) {
      const path = link.getAttribute("href");
      link.addEventListener("click", () => link.setAttribute("href", path + location.search + location.hash));
    }
    document.querySelector("[data-theme-toggle]")?.addEventListener("click", () => {
      try {
        localStorage.setItem(KEY, isDark() ? "light" : "dark");
      } catch {
        document.body.dataset.mdColorScheme = isDark() ? "default" : "slate";
        return;
      }
      apply();
    });
  });
})();
