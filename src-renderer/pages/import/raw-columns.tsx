/** The columns of a file as the grid shows them: what each is read as, and as wide as its first rows need. */

import { type MappableField, mappableFields, type ReportProblem } from '../../../src-shared/contract/imports.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { type RowProblemLevel, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import type { Column } from '../../parts/virtual-table.tsx';
import { columnNamed } from './named-column.ts';

export type RawAnswer = ResultOf<'imports.rows'>;
export type RawRow = RawAnswer['rows'][number];

const codeFields: ReadonlySet<MappableField> = new Set(['orderNumber', 'lineNumber', 'trackingNumber']);
const figureFields: ReadonlySet<MappableField> = new Set([
  'total',
  'goodsTotal',
  'shippingFee',
  'paid',
  'refund',
  'unitPrice',
  'quantity',
  'lineAmount',
]);
const levels: readonly RowProblemLevel[] = ['stopped', 'noted', 'info'];

/** Column number → field; a column with the problem in view is shown too, whatever it is. */
export function usedColumns(
  answer: RawAnswer | undefined,
  problem: ReportProblem | undefined,
): ReadonlyMap<number, MappableField | null> {
  const used = new Map<number, MappableField | null>();
  if (answer === undefined) return used;
  for (const field of mappableFields) for (const column of answer.mapping.columns[field] ?? []) used.set(column, field);
  const at = columnNamed(answer.header, problem?.column ?? null);
  if (at >= 0 && !used.has(at)) used.set(at, null);
  return used;
}

/** Chinese letters are twice as wide as others. */
function widthOf(text: string, letter: number): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e80 ? 13 : letter;
  return width;
}

export interface RawColumnChoice {
  readonly answer: RawAnswer;
  readonly at: number;
  readonly field: MappableField | null;
  /** The field in the page's language. */
  readonly reading: string;
  /** What the file says of a cell that the owner corrected, and what he says. */
  readonly fixedTitle: (found: string, typed: string) => string;
}

export function rawColumn({ answer, at, field, reading, fixedTitle }: RawColumnChoice): Column<RawRow> {
  const head = answer.header[at] ?? '';
  const isCode = field !== null && codeFields.has(field);
  const letter = isCode ? 8 : 7.5;
  const needed = Math.max(
    widthOf(head, 7.5),
    widthOf(reading, 7.5),
    ...answer.rows.slice(0, 30).map(({ cells }) => widthOf(cells[at] ?? '', letter)),
  );
  return {
    key: `${at}`,
    head,
    over: reading,
    hint: head,
    figures: field !== null && figureFields.has(field),
    width: Math.ceil(Math.min(isCode ? 320 : 220, Math.max(64, needed + 20))),
    cell: ({ cells, fixes }) => {
      const typed = fixes.find(({ column }) => column === at)?.typed;
      return (
        <span
          className={isCode ? 'mono' : ''}
          title={typed === undefined ? cells[at] : fixedTitle(cells[at] ?? '', typed)}
        >
          {typed ?? cells[at]}
        </span>
      );
    },
    cellClass: ({ problems, fixes }) => {
      const worst = levels.find((level) =>
        problems.some(({ code, column }) => column?.trim() === head.trim() && rowProblemLevels[code] === level),
      );
      const fixed = fixes.some(({ column }) => column === at) ? 'fixed' : '';
      return worst === undefined ? fixed : `bad-${worst} ${fixed}`;
    },
  };
}
