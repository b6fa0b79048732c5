// The page's side of the worker.

/** @typedef {import("./engine.js").Answer} Answer */

export class Client {
  constructor() {
    this.last = 0;
    /** @type {Map<number, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data: { id, answer, error } }) => {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) waiting?.reject(new Error(error));
      else waiting?.resolve(answer);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      for (const { reject } of this.waiting.values()) reject(new Error(event.message ?? "worker"));
      this.waiting.clear();
    };
  }

  /**
   * @param {object} message
   * @returns {Promise<any>}
   */
  ask(message) {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...message });
    });
  }

  /**
   * Settles when the search can answer.
   * @returns {Promise<void>}
   */
  load() {
    return this.ask({});
  }

  /**
   * @param {string} query
   * @param {number} count
   * @returns {Promise<Answer>}
   */
  search(query, count) {
    return this.ask({ query, count });
  }

  close() {
    this.worker.terminate();
  }
}
