// Small numbers as text, written by generator/search/pack.py.

/** Place of each character in the alphabet: the first half of it ends a number, the rest says that more follows. */
const DIGITS = new Uint8Array(126);
for (let code = 35, digit = 0; code < 126; code++) if (code !== 92) DIGITS[code] = digit++;
const HALF = 45;

/**
 * The numbers of a text.
 * @param {string} text
 * @returns {number[]}
 */
export function unpack(text) {
  const numbers = [];
  let number = 0;
  let power = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = DIGITS[text.charCodeAt(at)];
    if (digit < HALF) {
      numbers.push(number + digit * power);
      number = 0;
      power = 1;
    } else {
      number += (digit - HALF) * power;
      power *= HALF;
    }
  }
  return numbers;
}

/**
 * Lists of numbers, each written after its length.
 * @param {string} text
 * @returns {number[][]}
 */
export function lists(text) {
  const numbers = unpack(text);
  const parts = [];
  for (let at = 0; at < numbers.length; ) {
    const length = numbers[at++];
    parts.push(numbers.slice(at, (at += length)));
  }
  return parts;
}

/**
 * Numbers that were written as steps, each from the one before.
 * @param {string} text
 * @returns {number[]}
 */
export function climb(text) {
  let last = 0;
  return unpack(text).map((step) => (last += step));
}

/**
 * One number a character.
 * @param {string} text
 * @returns {Uint8Array}
 */
export function digits(text) {
  return Uint8Array.from(text, (character) => DIGITS[character.charCodeAt(0)]);
}
