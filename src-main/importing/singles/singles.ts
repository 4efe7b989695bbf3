/**
 * The folds of all files of a check, as numbers: whose words they have, what they come to. What stands in them in words lies in the side
 * file. An order seen in two rows is no single one: its folds are put back to the rows. Between the reading and the plan.
 */

import { numberTable, OTHER, UNSEEN } from './number-table.ts';
import { type Folds, wordKinds } from './piece.ts';
import { type TextTable, textTable } from './text-table.ts';

const WORDS = wordKinds.length;

/** The folds of one piece; one entry each in every array. */
export interface SinglesPiece extends Omit<Folds, 'pages' | 'hashes' | 'texts' | 'segments'> {
  /** Numbers of their segments among all of the check. */
  readonly segments: Int32Array;
  readonly count: number;
}

export interface Singles {
  readonly pieces: readonly SinglesPiece[];
  /** Behind one letter for its kind, see `Folds.texts`. */
  readonly texts: TextTable;
  /** Numbers of folds that cannot stand for their order. */
  readonly putBack: Set<number>;
  /** Numbers for the next rows. */
  reserve(rows: number): number;
  /** One more than the highest number. */
  end(): number;
  add(folds: Folds, firstSegment: number): void;
  /** Order numbers of rows that are no folds, two numbers each. */
  addOthers(hashes: Uint32Array): void;
  /** All files are read: what only tells repeated numbers is let go. */
  allRead(): void;
}

export function singlesBook(): Singles {
  const pieces: SinglesPiece[] = [];
  const texts = textTable();
  let numbers = numberTable();
  const putBack = new Set<number>();
  let end = 0;

  return {
    pieces,
    texts,
    putBack,
    reserve(rows) {
      const first = end;
      end += rows;
      return first;
    },
    end: () => end,
    add({ numbers: folds, hashes, segments, words, texts: own, says, states, money, moments }, firstSegment) {
      const count = folds.length;
      if (count === 0) return;
      const global = texts.placesOf(own);
      const mapped = new Int32Array(WORDS * count);
      for (let at = 0; at < mapped.length; at += 1) {
        const word = words[at] ?? -1;
        mapped[at] = word < 0 ? -1 : (global[word] ?? -1);
      }
      for (let at = 0; at < count; at += 1) {
        const fold = folds[at] ?? 0;
        const before = numbers.note(hashes[2 * at] ?? 0, hashes[2 * at + 1] ?? 0, fold);
        if (before === UNSEEN) continue;
        putBack.add(fold);
        if (before !== OTHER) putBack.add(before);
      }
      const placed = new Int32Array(count);
      for (let at = 0; at < count; at += 1) placed[at] = firstSegment + (segments[at] ?? 0);
      pieces.push({ numbers: folds, segments: placed, words: mapped, says, states, money, moments, count });
    },
    allRead() {
      numbers = numberTable();
    },
    addOthers(hashes) {
      for (let at = 0; at < hashes.length; at += 2) {
        const before = numbers.note(hashes[at] ?? 0, hashes[at + 1] ?? 0, OTHER);
        if (before >= 0) putBack.add(before);
      }
    },
  };
}
