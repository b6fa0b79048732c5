// What every page needs: light or dark (the visitor's choice, else the system's, before anything is painted), a link to
// the other language that keeps the question asked, and one to report a mistake that says on which page.
(() => {
  const KEY = "repertoire-theme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      const kept = localStorage.getItem(KEY);
      return kept === "dark" || kept === "light" ? kept : null;
    } catch {
      return null; // storage refused: the system decides
    }
  };
  const isDark = () => (chosen() ?? (dark.matches ? "dark" : "light")) === "dark";
  /** @param {boolean} isDark */
  const paint = (isDark) => {
    document.documentElement.dataset.scheme = isDark ? "dark" : "light";
  };
  const apply = () => {
    paint(isDark());
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
  addEventListener("storage", apply); // chosen in another tab
  // Paper is white whatever the screen is.
  addEventListener("beforeprint", () => paint(false));
  addEventListener("afterprint", apply);
  // The way that leads here may stand beyond the edge of a narrow screen; before the style is there, nothing slides.
  addEventListener("load", () => {
    const here = /** @type {HTMLElement | null} */ (document.querySelector(".rp-nav [aria-current]"));
    here?.closest("ul")?.scrollTo(here.offsetLeft - here.offsetWidth, 0);
  });
  document.addEventListener("DOMContentLoaded", () => {
    apply();
    // The other language shows the same thing: what is searched or filtered goes along.
    for (const link of document.querySelectorAll("a.rp-lang")) {
      const path = link.getAttribute("href");
      link.addEventListener("click", () => link.setAttribute("href", path + location.search + location.hash));
    }
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-report]"))) {
      const { origin, pathname } = new URL(link.href);
      const root = pathname.replace(/[^/]+\/$/, "");
      // The page's address may change until the link is followed, opened in another tab or copied.
      for (const name of ["pointerdown", "click"]) {
        link.addEventListener(name, () => {
          const here = location.pathname.slice(root.length) + location.search;
          const page = encodeURIComponent(here).replaceAll("%2F", "/");
          const isThere = location.pathname === pathname;
          link.href = origin + pathname + (isThere || !location.pathname.startsWith(root) ? location.search : `?page=${page}`);
        });
      }
    }
    document.querySelector("[data-theme-toggle]")?.addEventListener("click", () => {
      try {
        localStorage.setItem(KEY, isDark() ? "light" : "dark");
      } catch {
        paint(document.documentElement.dataset.scheme !== "dark");
        return;
      }
      apply();
    });
  });
})();
