/** Fields of the owner's own: what kinds of value there are, and how a value is read, kept and said. Pure. */

import { dayOf } from './day.ts';

export const fieldTypes = ['text', 'number', 'date', 'choice', 'yesNo'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** One of the answers of a field of choices. Its number stays when it is renamed, and is never given to another one. */
export interface FieldChoice {
  readonly choice: number;
  readonly name: string;
}

export interface FieldKind {
  readonly type: FieldType;
  /** Of a field of choices; empty of others. */
  readonly choices: readonly FieldChoice[];
}

/** A column of a list that shows a field of the owner's: 'field:3'. */
export type FieldColumn = `field:${number}`;

const COLUMN = /^field:([1-9]\d{0,8})$/;

export function fieldColumn(field: number): FieldColumn {
  return `field:${field}`;
}

export function isFieldColumn(name: string): name is FieldColumn {
  return COLUMN.test(name);
}

/** Which field a column shows; null: it is a column of the program's own. */
export function fieldOfColumn(name: string): number | null {
  const found = COLUMN.exec(name)?.[1];
  return found === undefined ? null : Number(found);
}

/** As long as a text may be. */
export const longestValue = 500;

const YES = new Set(['yes', 'y', 'true', '1', '是', '有', '对', '√']);
const NO = new Set(['no', 'n', 'false', '0', '否', '无', '不是', '没有', '×']);

/** Fifteen digits in all: what a computer's numbers hold exactly. */
function readNumber(text: string): string | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.replace(/[,\s]/g, ''));
  if (match === null) return null;
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const parts = (match[3] ?? '').replace(/0+$/, '');
  if (whole.length + parts.length > 15) return null;
  const size = parts === '' ? whole : `${whole}.${parts}`;
  return match[1] === '-' && size !== '0' ? `-${size}` : size;
}

function readDay(text: string): string | null {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s.*)?$/.exec(text);
  if (match === null) return null;
  const [year = '', month = '', day = ''] = match.slice(1, 4);
  return dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * What somebody wrote, or a file says, as it is kept: a number without needless zeros, a day as YYYY-MM-DD, a choice by its number, 'yes' or 'no'. Full-width
 * letters count as narrow ones. null: it is no value of this kind.
 */
export function keptValue({ type, choices }: FieldKind, written: string): string | null {
  const text = written.trim();
  const narrow = text.normalize('NFKC').trim();
  switch (type) {
    case 'text':
      return text === '' || text.length > longestValue ? null : text;
    case 'number':
      return readNumber(narrow);
    case 'date':
      return readDay(narrow);
    case 'choice': {
      const lower = narrow.toLowerCase();
      const found =
        choices.find(({ name }) => name === text) ??
        choices.find(({ name }) => name.normalize('NFKC').toLowerCase() === lower);
      return found === undefined ? null : String(found.choice);
    }
    case 'yesNo': {
      const lower = narrow.toLowerCase();
      return YES.has(lower) ? 'yes' : NO.has(lower) ? 'no' : null;
    }
  }
}

/** A kept value as it is written: a choice by its name. null: there is nothing, or the choice is gone. */
export function writtenValue({ type, choices }: FieldKind, kept: string): string | null {
  if (kept === '') return null;
  if (type !== 'choice') return kept;
  return choices.find(({ choice }) => String(choice) === kept)?.name ?? null;
}

/** A written value as people read it: yes and no in their language. */
export function saidValue(type: FieldType, written: string, language: 'zh-CN' | 'en'): string {
  if (type !== 'yesNo') return written;
  if (language === 'en') return written;
  return written === 'yes' ? '是' : '否';
}
