// Where the page of a record is.

/**
 * @param {string} beginning how the addresses of records of its type begin
 * @param {string} id
 * @returns {string} from the edition's root
 */
export function address(beginning, id) {
  return beginning.includes("?") ? beginning + id : `${beginning}/${id}/`;
}
