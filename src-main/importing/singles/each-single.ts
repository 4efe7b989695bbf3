/** The single orders of a check, one after the other, as all who go through them number them. Beside `singles`. */

import type { Singles, SinglesPiece } from './singles.ts';

/** Goes through the folds that were not put back. */
export function eachSingle(singles: Singles, visit: (piece: SinglesPiece, at: number) => void): void {
  for (const piece of singles.pieces) {
    for (let at = 0; at < piece.count; at += 1) if (!singles.putBack.has(piece.numbers[at] ?? 0)) visit(piece, at);
  }
}

/** Goes through those that join no customer by themselves (see `known-people`), in the order `numberSingles` numbers them. */
export function eachMatched(
  singles: Singles,
  joins: Int32Array,
  visit: (piece: SinglesPiece, at: number, order: number) => void,
): void {
  let order = 0;
  eachSingle(singles, (piece, at) => {
    if ((joins[piece.numbers[at] ?? 0] ?? 0) > 0) return;
    visit(piece, at, order);
    order += 1;
  });
}
