// Results as elements. Text of records only ever enters as text.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | undefined>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * @param {import("./explain.js").Segments} segments
 * @returns {(Node | string)[]}
 */
function marked(segments) {
  return segments.map(([text, isMatch]) => (isMatch ? element("mark", {}, text) : text));
}

/**
 * One result as an entry of the list.
 * @param {import("./explain.js").Result} result
 * @param {import("./texts.js").Texts} texts
 * @param {URL} root of the edition
 * @returns {HTMLLIElement}
 */
export function entry(result, texts, root) {
  const link = element("a", { href: new URL(result.url, root).href, lang: result.lang }, ...marked(result.title));
  const made = element("li", { class: "rp-find__entry", "data-id": result.id, "data-type": result.type });
  made.append(
    element("h3", { class: "rp-find__title" }, link),
    element(
      "p",
      { class: "rp-find__context" },
      element("span", { class: "rp-badge" }, texts.types[result.type]),
      ...(result.context.length ? [" ", element("span", {}, ...marked(result.context))] : []),
    ),
  );
  if (result.summary) {
    made.append(element("p", { class: "rp-find__summary", lang: result.summaryLang }, ...marked(result.summary)));
  }
  if (result.why.length || result.missing.length) made.append(reasons(result, texts));
  return made;
}

/**
 * Why this is a result, where it cannot be seen above; and what it lacks.
 * @param {import("./explain.js").Result} result
 * @param {import("./texts.js").Texts} texts
 * @returns {HTMLElement}
 */
function reasons(result, texts) {
  const parts = result.why.map(({ kind, text }) =>
    element("span", { "data-why": kind }, `${texts.why[kind] ?? texts.why.kind} `, ...marked(text)),
  );
  if (result.missing.length) {
    parts.push(element("span", { "data-missing": "" }, `${texts.missing} `, element("s", {}, result.missing.join(", "))));
  }
  return element("p", { class: "rp-find__why" }, ...parts.flatMap((part, at) => (at ? [" ", part] : [part])));
}

/**
 * Queries to try instead, as links.
 * @param {string[]} queries
 * @param {import("./texts.js").Texts} texts
 * @returns {(Node | string)[]}
 */
export function suggestions(queries, texts) {
  const links = queries.map((query) =>
    element("a", { href: `?${new URLSearchParams({ q: query })}`, "data-suggestion": query }, query),
  );
  return [texts.try, " ", ...links.flatMap((link, at) => (at ? [", ", link] : [link]))];
}
