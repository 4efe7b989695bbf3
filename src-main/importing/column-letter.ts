/** Columns as a spreadsheet names them: 0 → A, 25 → Z, 26 → AA. */

const LETTERS = 26;
const A = 65;

export function columnLetter(index: number): string {
  const own = String.fromCharCode(A + (index % LETTERS));
  return index < LETTERS ? own : `${columnLetter(Math.floor(index / LETTERS) - 1)}${own}`;
}
