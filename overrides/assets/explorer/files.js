// Records as the text of a file: CSV, JSON, GeoJSON. Pure; `generator/export/files.py` writes the same bytes.

/**
 * @typedef {Record<string, any>} Entry field → its value; what is not known is not there
 *
 * @typedef {[name: string, label: string, path: string, first: boolean]} Column
 *
 * @typedef {object} Rows what rows.json holds
 * @property {Record<string, any>} about what every file says of itself
 * @property {string} search address of the page of the search, from the root of the edition
 * @property {string[]} types in the order of files
 * @property {[name: string, many: boolean][]} fields of an entry, and whether each is a list
 * @property {Column[]} columns
 * @property {{ separator: string, bar: string, formula: string, quoted: string }} cells what stands between the values of
 *   a cell, and for a bar inside one; patterns: how a text begins that a spreadsheet would run, what needs quotes
 * @property {Entry[]} items objects that entries hold
 * @property {Entry[]} rows entry of each record, by its number, with places in `items` instead of objects
 *
 * @typedef {object} Question
 * @property {string} search address of the search
 * @property {Record<string, any>} filters
 */

/**
 * The entries of these records by type, then by title, with whole addresses.
 * @param {Rows} rows
 * @param {Iterable<number>} numbers
 * @param {string} site address of the edition's root
 * @returns {Entry[]}
 */
export function entriesOf(rows, numbers, site) {
  /** @type {(value: any) => any} */
  const unpacked = (value) =>
    Array.isArray(value) ? value.map(unpacked) : typeof value === "number" ? rows.items[value] : value;
  const ranked = Array.from(numbers, (number) => {
    const entry = Object.fromEntries(Object.entries(rows.rows[number]).map(([field, value]) => [field, unpacked(value)]));
    return { number, rank: rows.types.indexOf(entry.type.id), entry: { ...entry, url: site + entry.url } };
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.number - b.number).map(({ entry }) => entry);
}

/**
 * @param {Rows} rows
 * @param {Entry[]} entries
 * @param {boolean} [spreadsheets] set to French: semicolons, decimal commas, a mark for UTF-8
 * @returns {string}
 */
export function csv(rows, entries, spreadsheets = false) {
  const cells = columnsOf(rows);
  const written = writer(rows, spreadsheets);
  const line = (/** @type {(string | number)[]} */ values) =>
    `${values.map(written).join(spreadsheets ? ";" : ",")}\r\n`;
  const header = line(rows.columns.map(([, label]) => label));
  const lines = entries.map((entry) => line(cells.map(({ cell }) => cell(entry))));
  return (spreadsheets ? "\ufeff" : "") + header + lines.join("");
}

/**
 * @param {Rows} rows
 * @param {Entry[]} entries
 * @param {Question} question
 * @returns {string}
 */
export function json(rows, entries, question) {
  const records = entries.map((entry) =>
    Object.fromEntries(rows.fields.map(([field, many]) => [field, entry[field] ?? (many ? [] : null)])),
  );
  return `${JSON.stringify({ ...rows.about, ...question, count: records.length, records }, null, 2)}\n`;
}

/**
 * @param {Rows} rows
 * @param {Entry[]} entries
 * @param {Question} question
 * @returns {string}
 */
export function geojson(rows, entries, question) {
  const columns = columnsOf(rows);
  const features = entries.map((entry) => JSON.stringify(feature(columns, entry)));
  const head = { type: "FeatureCollection", ...rows.about, ...question, count: features.length };
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(",\n")}\n]}\n`;
}

/**
 * @param {ReturnType<typeof columnsOf>} columns
 * @param {Entry} entry
 */
function feature(columns, entry) {
  const known = (/** @type {string | number} */ value) => (value === "" ? null : value);
  return {
    type: "Feature",
    id: `${entry.type.id}/${entry.id}`,
    geometry: geometry(entry),
    properties: Object.fromEntries(columns.map(({ name, cell }) => [name, known(cell(entry))])),
  };
}

/** @param {Entry} entry */
function geometry(entry) {
  /** @type {Map<string, [number, number]>} */
  const points = new Map((entry.places ?? []).map((/** @type {Entry} */ { lon, lat }) => [`${lon} ${lat}`, [lon, lat]]));
  const coordinates = [...points.values()];
  if (!coordinates.length) return null;
  return coordinates.length === 1
    ? { type: "Point", coordinates: coordinates[0] }
    : { type: "MultiPoint", coordinates };
}

/**
 * The columns, each with what gives its cell of an entry.
 * @param {Rows} rows
 * @returns {{ name: string, cell: (entry: Entry) => string | number }[]}
 */
function columnsOf(rows) {
  const lists = new Set(rows.fields.filter(([, many]) => many).map(([field]) => field));
  return rows.columns.map(([name, , path, first]) => {
    const steps = path.split(".");
    const values = (/** @type {Entry} */ entry) => (entry[steps[0]] === undefined ? [] : valuesAt(entry, steps));
    if (first) return { name, cell: (entry) => values(entry)[0] ?? "" };
    if (!lists.has(steps[0])) return { name, cell: (entry) => values(entry).join("") };
    return { name, cell: (entry) => joined(rows, values(entry)) };
  });
}

/**
 * @param {Rows} rows
 * @param {(string | number)[]} values
 * @returns {string} empty if all are
 */
function joined({ cells: { separator, bar } }, values) {
  if (values.every((value) => value === "")) return "";
  return values.map((value) => String(value).replaceAll("|", bar)).join(separator);
}

/**
 * @param {any} value
 * @param {string[]} path
 * @returns {(string | number)[]}
 */
function valuesAt(value, path) {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const inner = valuesAt(item, path);
      return inner.length ? inner : [""];
    });
  }
  if (!path.length) return [value ?? ""];
  return value !== null && typeof value === "object" && path[0] in value ? valuesAt(value[path[0]], path.slice(1)) : [];
}

/**
 * What writes a cell as a line holds it.
 * @param {Rows} rows
 * @param {boolean} spreadsheets
 * @returns {(value: string | number) => string}
 */
function writer({ cells }, spreadsheets) {
  const formula = new RegExp(`^(?:${cells.formula})`, "u");
  const quoted = new RegExp(cells.quoted, "u");
  return (value) => {
    if (typeof value === "number") return spreadsheets ? String(value).replace(".", ",") : String(value);
    const text = formula.test(value) ? `'${value}` : value;
    return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
}
