// Codes of public registers, as `generator/model/codes.py` takes them.

/** La Poste's SIREN: it has more establishments than check digits allow, and sums of digits instead. */
const LA_POSTE = "356000000";
/** Figures of ROR's numbers: 32, without i, l, o and u. */
const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
/** The code whose letters are small. */
const SMALL = "ror";
const ENTITY =
  /^https?:\/\/(?:(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(Q[0-9]+)|ror\.org\/([0-9A-Z]+))\/?$/i;

/**
 * Whether the last figure is right (Luhn's formula).
 * @param {string} number
 * @returns {boolean}
 */
export function isChecked(number) {
  const doubled = [...number].reverse().map((figure, at) => Number(figure) * (1 + (at % 2)));
  return sum(doubled.map((each) => (each > 9 ? each - 9 : each))) % 10 === 0;
}

/**
 * Whether it numbers an establishment: a SIREN and five figures more.
 * @param {string} text
 * @returns {boolean}
 */
export function isSiret(text) {
  if (!/^[0-9]{14}$/.test(text) || !isChecked(text.slice(0, 9))) return false;
  return isChecked(text) || (text.startsWith(LA_POSTE) && sum([...text].map(Number)) % 5 === 0);
}

/**
 * Whether the last two figures are right (ISO/IEC 7064, MOD 97-10, over the seven before read in base 32).
 * @param {string} id
 * @returns {boolean}
 */
export function isRor(id) {
  const number = [...id.slice(0, 7)].reduce((total, figure) => total * CROCKFORD.length + CROCKFORD.indexOf(figure), 0);
  return 98 - ((number * 100) % 97) === Number(id.slice(7));
}

/**
 * The code without spaces and points between its figures, its letters large, or small where they are; of a page of
 * Wikidata or of ROR, its id.
 * @param {string} name
 * @param {string} text
 * @returns {string}
 */
export function plainCode(name, text) {
  const entity = ENTITY.exec(text);
  const plain = entity?.[1] ?? entity?.[2] ?? text.replace(/[\s.]+/gu, "");
  return name === SMALL ? plain.toLowerCase() : plain.toUpperCase();
}

/**
 * The code with the zeros at its head that a spreadsheet took for nothing, if only one reading is possible.
 * @param {string} name
 * @param {string} code
 * @param {string} form what every such code matches
 * @returns {string}
 */
export function withZeros(name, code, form) {
  const fits = (/** @type {string} */ text) => new RegExp(form, "u").test(text);
  if (name === "insee" && code.length < 5 && !fits(code) && fits(`0${code}`)) return `0${code}`;
  // No more than two: of fewer figures, too many would pass the check by chance.
  const whole = code.padStart(9, "0");
  return name === "siren" && /^[1-9][0-9]{6,7}$/.test(code) && isChecked(whole) ? whole : code;
}

/**
 * @param {number[]} numbers
 * @returns {number}
 */
function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}
