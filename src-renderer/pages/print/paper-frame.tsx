/** What every printed page has around its lines: its size in true millimetres, and its foot. */

import type { CSSProperties } from 'react';
import { heightsOf, type Sheet } from './paper.ts';

/** `headRows`: rows that a head among the lines takes, where there are such. */
export function measuresOf(sheet: Sheet, headRows?: number): CSSProperties {
  const { rowMm, nameMm } = heightsOf(sheet);
  const own: Record<`--${string}`, string> = {
    '--margin': `${sheet.marginMm}mm`,
    '--points': `${sheet.points}pt`,
    '--row': `${rowMm}mm`,
    '--name': `${nameMm}mm`,
    ...(headRows === undefined ? {} : { '--kind': `${rowMm * headRows}mm` }),
  };
  return { width: `${sheet.widthMm}mm`, height: `${sheet.heightMm}mm`, ...own };
}

interface PaperFootProps {
  readonly words: readonly string[];
  /** The page, counted from 0, of so many. */
  readonly at: number;
  readonly pages: number;
}

export function PaperFoot({ words, at, pages }: PaperFootProps) {
  return (
    <footer>
      {words.map((text) => (
        <span key={text}>{text}</span>
      ))}
      <span className="page-number">
        {at + 1} / {pages}
      </span>
    </footer>
  );
}
