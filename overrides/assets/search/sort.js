// The order of results. Records are numbered by title.

/**
 * The records in the order asked for. Records are numbered by title; what has nothing to sort by comes last.
 * @param {number[]} records
 * @param {import("./facts.js").Facts} facts
 * @param {import("./state.js").State} state
 * @returns {number[]}
 */
export function sorted(records, facts, { q, sort }) {
  const way = sort.startsWith("-") ? -1 : 1;
  const by = sort.replace("-", "") || (q ? "" : "type");
  if (!by) return records;
  const first = (/** @type {number[]} */ values) => (values.length ? Math.min(...values) : Infinity);
  /** @type {Record<string, (record: number) => number>} */
  const KEYS = {
    title: (record) => record,
    type: (record) => facts.type[record],
    where: (record) => first(facts.deed.country[record]),
    start: (record) => (facts.start[record] > 1 ? facts.start[record] : Infinity),
    status: (record) => first(facts.deed.status[record]),
    verified: (record) => facts.verified[record] || Infinity,
    changed: (record) => facts.changed[record] || Infinity,
    added: (record) => facts.added[record] || Infinity,
  };
  const key = new Map(records.map((record) => [record, KEYS[by](record)]));
  const of = (/** @type {number} */ record) => key.get(record) ?? Infinity;
  return records.slice().sort((a, b) => {
    const [one, other] = [of(a), of(b)];
    if (one === other) return a - b;
    if (one === Infinity || other === Infinity) return one === Infinity ? 1 : -1;
    return way * (one - other);
  });
}

