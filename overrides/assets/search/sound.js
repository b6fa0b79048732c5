// How a word sounds, as far as French and Spanish spelling tell: « Dunkerke » as « Dunkerque », « Valparaizo » as
// « Valparaíso ».

/** @type {[RegExp, string][]} in this order */
const SAME = [
  [/ph/gu, "f"],
  [/qu?|ck?(?=[^eiyh]|$)|kh/gu, "k"],
  [/c(?=[eiy])|z/gu, "s"],
  [/w/gu, "v"],
  [/y/gu, "i"],
  [/(?<=[^cs])h|^h/gu, ""],
  [/(.)\1+/gu, "$1"],
];

/**
 * @param {string} folded a word
 * @returns {string}
 */
export function sound(folded) {
  return SAME.reduce((said, [written, heard]) => said.replace(written, heard), folded);
}
