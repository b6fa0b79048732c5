// A text in YAML: bare where every tool reads it so, else quoted or as a block. PyYAML's choices, and those of
// `generator/files/save.py`.

/** What some YAML tools misread and PyYAML's own resolver does not. */
const MISREAD = /^(?:[-+]?[\p{Nd}_]*\.?[\p{Nd}_]+[eE][-+]?\p{Nd}+|0o[0-7]+|[yYnN]|[-+]?0\p{Nd}+)$/u;

/** Lines that a block text keeps as they are: words one space apart, or nothing. */
const PLAIN_LINE = /^(?:[^ \x00-\x1f\x85]+(?: [^ \x00-\x1f\x85]+)*)?$/u;

/** What YAML 1.1 takes for something else than a text. */
const RESOLVED = new RegExp(
  [
    "(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)",
    "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?",
    "\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?",
    "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*",
    "[-+]?\\.(?:inf|Inf|INF)",
    "\\.(?:nan|NaN|NAN)",
    "[-+]?0b[0-1_]+",
    "[-+]?0[0-7_]+",
    "[-+]?(?:0|[1-9][0-9_]*)",
    "[-+]?0x[0-9a-fA-F_]+",
    "[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+",
    "<<|=|~|null|Null|NULL",
    "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?" +
      "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?",
  ].map((each) => `^(?:${each})$`).join("|"),
);

/** What a text without quotes neither begins with nor holds. */
const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[\0 \t\r\n\x85\u2028\u2029]|$))|:(?:[\0 \t\r\n\x85\u2028\u2029]|$)|[\0 \t\r\n\x85\u2028\u2029]#/u;

/** What only double quotes can hold. */
const SPECIAL = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10fffe}]|\ufeff/u;

/** What double quotes hold only as an escape. */
const ESCAPED = /["\\\x85\u2028\u2029\ufeff]|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/gu;

/** @type {Record<string, string>} */
const ESCAPES = {
  "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e", '"': '"',
  "\\": "\\", "\x85": "N", "\u2028": "L", "\u2029": "P",
};

/**
 * The text as it stands behind a key or a dash; the lines of a block stand at that indent.
 * @param {Record<string, number>} limits a text with a line longer than `long` is folded beyond `width`
 * @param {string} text
 * @param {number} indent columns
 * @returns {string}
 */
export function inline({ long, width }, text, indent) {
  switch (style(text, long)) {
    case '"': return `"${text.replace(ESCAPED, escape)}"`;
    case "'": return `'${text.replaceAll("'", "''")}'`;
    case ">": return `>-\n${folded(text, indent, width)}`;
    case "|": return `|-\n${text.split("\n").map((line) => (line ? " ".repeat(indent) + line : "")).join("\n")}`;
  }
  return text;
}

/**
 * @param {string} text
 * @param {number} long
 * @returns {"" | "'" | '"' | ">" | "|"}
 */
function style(text, long) {
  const lines = text.split("\n");
  const regular = lines[0] && lines[lines.length - 1] && lines.every((line) => PLAIN_LINE.test(line));
  if (!regular || SPECIAL.test(text)) return '"';
  if (text.includes(" ") && Math.max(...lines.map((line) => [...line].length)) > long) return ">";
  if (lines.length > 1) return "|";
  return MISREAD.test(text) || RESOLVED.test(text) || INDICATOR.test(text) ? "'" : "";
}

/**
 * @param {string} character
 * @returns {string}
 */
function escape(character) {
  const known = ESCAPES[character];
  if (known) return `\\${known}`;
  const code = /** @type {number} */ (character.codePointAt(0));
  const letter = code <= 0xff ? "x" : code <= 0xffff ? "u" : "U";
  const digits = { x: 2, u: 4, U: 8 }[letter];
  return `\\${letter}${code.toString(16).toUpperCase().padStart(digits, "0")}`;
}

/**
 * The text broken into lines behind the first space beyond the width; a break of its own takes an empty line.
 * @param {string} text
 * @param {number} indent
 * @param {number} width
 * @returns {string}
 */
function folded(text, indent, width) {
  const pad = " ".repeat(indent);
  return text.replace(/\n+/g, (breaks) => `${breaks}\n`).split("\n").map((line) => {
    if (!line) return "";
    let found = pad;
    let column = indent;
    for (const [at, word] of line.split(" ").entries()) {
      if (at && column > width) {
        found += `\n${pad}`;
        column = indent;
      } else if (at) {
        found += " ";
        column += 1;
      }
      found += word;
      column += [...word].length;
    }
    return found;
  }).join("\n");
}
