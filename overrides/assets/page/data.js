// Where the data of this build stand, and what to do when a deployment has taken them away.

const KEY = "repertoire-renewed";

/** @type {URL | undefined} */
let folder;

/**
 * @param {string} [path]
 * @returns {URL} of a file of data, or of their folder
 */
export function dataAt(path = "") {
  if (!folder) {
    const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=rp-data]"));
    // Where nobody stamps them, they stand beside the scripts.
    folder = meta ? new URL(meta.content, document.baseURI) : new URL("../", import.meta.url);
  }
  return new URL(path, folder);
}

/**
 * @param {URL} address
 * @returns {Promise<any>} what the file of data holds
 */
export async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response.json();
}

/**
 * After a failure: if the site was renewed under the page, the page is loaded again, once; what was asked stands in its
 * address. Then nothing more happens here.
 * @returns {Promise<false>} the site is as it was, or could not be asked, or the fresh page is no better
 */
export async function heal() {
  const answer = await fetch(dataAt("../stamps.json"), { cache: "reload" }).catch(() => null);
  if (!answer?.ok) return false;
  const stamps = await answer.json().catch(() => ({}));
  const now = [stamps.scripts, stamps.data].join();
  const here = [new URL("../", import.meta.url), dataAt()].map(({ pathname }) => pathname.split("/").at(-2)).join();
  if (now === here || !first(now)) return false;
  location.reload();
  return new Promise(() => {});
}

/**
 * @param {string} stamps of the site as it is now
 * @returns {boolean} whether this visit has not been led to them yet
 */
function first(stamps) {
  try {
    if (sessionStorage.getItem(KEY) === stamps) return false;
    sessionStorage.setItem(KEY, stamps);
    return true;
  } catch {
    return false; // nothing can be remembered: rather a failure that is said than a page that loads for ever
  }
}
