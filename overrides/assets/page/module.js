// A module that could not be loaded, asked for again.

/** @type {Map<string, number>} address → how often it failed */
const failures = new Map();

/**
 * Browsers remember that a module failed, and do not ask for it again under the same address.
 * @template T
 * @param {URL} address
 * @param {() => Promise<T>} [first] loads it the first time, if its types are known
 * @returns {Promise<T>}
 */
export async function loadModule({ href }, first = () => import(href)) {
  const times = failures.get(href) ?? 0;
  try {
    return await (times ? import(`${href}?again=${times}`) : first());
  } catch (error) {
    failures.set(href, times + 1);
    throw error;
  }
}
