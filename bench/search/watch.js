// Notes, on the page's own clock, when a key was last typed and when what came of it was painted.

(() => {
  const scope = /** @type {any} */ (globalThis);
  /** What is watched: elements that match this, and all within. */
  let selector = /** @type {string} */ (scope.watched);

  const watch = {
    /** Milliseconds since the page was asked for: the last key or click, the last change, and its painting. */
    begun: 0,
    changed: 0,
    painted: 0,
    /** Messages sent to workers and not answered yet, whether any was sent, and the last answer. */
    waiting: 0,
    sent: false,
    /** @type {any} */
    answer: undefined,

    /**
     * Starts over: what is done next counts, and only changes there.
     * @param {string} [elsewhere] another selector
     */
    forget(elsewhere) {
      watch.changed = watch.painted = 0;
      selector = elsewhere ?? scope.watched;
    },

    /**
     * Whether what was begun is over: something changed, was painted, and nothing else for ``quiet`` milliseconds.
     * @param {number} quiet
     */
    isOver(quiet) {
      const { begun, changed, painted } = watch;
      return changed > begun && painted >= changed && performance.now() - painted > quiet;
    },
  };
  scope.watch = watch;

  /** @param {Event} event */
  const begin = (event) => {
    if (event.isTrusted || event.type === "click") watch.begun = performance.now();
  };
  for (const type of ["input", "click"]) addEventListener(type, begin, true);

  const isWatched = (/** @type {Node} */ node) =>
    Boolean((node instanceof Element ? node : node.parentElement)?.closest(selector));
  const holdsWatched = (/** @type {Node} */ node) => node instanceof Element && node.querySelector(selector) !== null;

  new MutationObserver((mutations) => {
    const isNews = mutations.some(
      ({ target, addedNodes }) => isWatched(target) || [...addedNodes].some((each) => isWatched(each) || holdsWatched(each)),
    );
    if (!isNews) return;
    watch.changed = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => (watch.painted = performance.now())));
  }).observe(document, { childList: true, characterData: true, subtree: true });

  scope.Worker = class extends Worker {
    /** @param {ConstructorParameters<typeof Worker>} given */
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        watch.waiting--;
        watch.answer = data;
      });
    }

    /**
     * @override
     * @param {[any, any]} given
     */
    postMessage(...given) {
      watch.waiting++;
      watch.sent = true;
      super.postMessage(...given);
    }
  };
})();
