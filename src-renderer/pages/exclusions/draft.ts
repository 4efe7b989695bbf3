/** A rule as it is being written: texts in fields, not all of them filled yet. Pure. */

import {
  type ExclusionContent,
  type ExclusionKind,
  exclusionContentSchema,
  type exclusionFields,
  type exclusionTests,
} from '../../../src-shared/contract/exclusions.ts';

export type LineField = (typeof exclusionFields)[number] | 'amount';

export interface DraftLine {
  /** Keeps its field while others come and go. */
  readonly id: number;
  readonly field: LineField;
  readonly test: (typeof exclusionTests)[number];
  readonly text: string;
  /** Of an amount, in minor units. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface Draft {
  /** null: a new rule. */
  readonly rule: number | null;
  readonly kind: ExclusionKind;
  readonly shop: number | null;
  readonly match: ExclusionContent['match'];
  readonly lines: readonly DraftLine[];
}

let lastLine = 0;

export function newLine(text = ''): DraftLine {
  lastLine += 1;
  return { id: lastLine, field: 'sellerNote', test: 'starts', text, from: null, to: null };
}

export function newDraft(text = ''): Draft {
  return { rule: null, kind: 'brushing', shop: null, match: 'all', lines: [newLine(text)] };
}

export function draftOf(rule: number, { kind, shop, match, conditions }: ExclusionContent): Draft {
  const lines = conditions.map((condition): DraftLine => {
    const line = newLine();
    return condition.field === 'amount' ? { ...line, ...condition } : { ...line, ...condition };
  });
  return { rule, kind, shop, match, lines };
}

function isBegun({ field, text, from, to }: DraftLine): boolean {
  return field === 'amount' ? (from ?? to) !== null : text.trim() !== '';
}

/** What the draft says so far: lines that are still empty say nothing. null: nothing, or amounts the wrong way round. */
export function contentOf({ kind, shop, match, lines }: Draft): ExclusionContent | null {
  const conditions = lines
    .filter(isBegun)
    .map(({ field, test, text, from, to }) => (field === 'amount' ? { field, from, to } : { field, test, text }));
  const read = exclusionContentSchema.safeParse({ kind, shop, match, conditions });
  return read.success ? read.data : null;
}
