// The ways out: addresses that carry the files to where they are reviewed.

/** Longest address that GitHub takes; beyond, it answers that it is too long. */
const GITHUB = 8000;

/** Longest address that today's mail programs take from a browser; some cut it, which the page says. */
export const MAIL = 8000;

/**
 * The address of GitHub's page for a new file, filled in: who sends it makes a copy of the repository and a pull
 * request without having to know.
 * @param {string} repository its address
 * @param {string} file from the repository's root
 * @param {string} text what the file holds
 * @returns {string | undefined} nothing if the address would be too long
 */
export function newFile(repository, file, text) {
  const found = `${base(repository)}/new/main?filename=${encodeURIComponent(file)}&value=${encodeURIComponent(text)}`;
  return found.length <= GITHUB ? found : undefined;
}

/**
 * The address of GitHub's page for a new file, with its name only.
 * @param {string} repository
 * @param {string} file
 * @returns {string}
 */
export function emptyFile(repository, file) {
  return `${base(repository)}/new/main?filename=${encodeURIComponent(file)}`;
}

/**
 * The address of GitHub's page where a file is edited. GitHub cannot fill it in: the text has to be pasted.
 * @param {string} repository
 * @param {string} file
 * @returns {string}
 */
export function editFile(repository, file) {
  return `${base(repository)}/edit/main/${file.split("/").map(encodeURIComponent).join("/")}`;
}

/**
 * @param {string} repository
 * @returns {string}
 */
function base(repository) {
  return repository.replace(/\/+$/, "");
}
