// Keeps the index away from the page, so that typing never waits for it. Answers `{ id, query, count }`.

import { open } from "./open.js";

/** @type {Promise<import("./engine.js").Engine> | undefined} */
let engine;

/** @param {MessageEvent} message */
self.onmessage = async ({ data: { id, query, count } }) => {
  try {
    engine ??= open();
    const found = await engine;
    self.postMessage({ id, answer: query === undefined ? null : found.search(query, count) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};
