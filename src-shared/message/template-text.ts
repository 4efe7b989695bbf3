/**
 * The text of a template: words, and fields in braces, `{称呼}` or `{name}`. Braces mean fields and nothing else, also the wide ones of a Chinese
 * keyboard, and doubled ones: so a field that is mistyped can never leave as it stands.
 */

import type { Language } from '../problem-texts.ts';
import { type MergeField, mergeFieldNamed, mergeFieldWord } from './merge-fields.ts';

/** `from`, `to`: where it stands in the text, as of a string's own places. */
export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string; readonly from: number; readonly to: number }
  | { readonly kind: 'field'; readonly field: MergeField; readonly from: number; readonly to: number }
  /** In braces, and no field; or a brace that has no other. */
  | { readonly kind: 'unknown'; readonly word: string; readonly from: number; readonly to: number };

const inBraces = /[{｛]{1,2}([^{}｛｝\n]{1,40})[}｝]{1,2}|[{}｛｝]/g;

export function templateParts(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const found of text.matchAll(inBraces)) {
    const [from, to] = [found.index, found.index + found[0].length];
    if (from > at) parts.push({ kind: 'words', text: text.slice(at, from), from: at, to: from });
    const field = found[1] === undefined ? null : mergeFieldNamed(found[1]);
    parts.push(field === null ? { kind: 'unknown', word: found[0], from, to } : { kind: 'field', field, from, to });
    at = to;
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at), from: at, to: text.length });
  return parts;
}

/** Fields of a text, each once, in the order in which they stand. */
export function fieldsIn(text: string): readonly MergeField[] {
  return [...new Set(templateParts(text).flatMap((part) => (part.kind === 'field' ? [part.field] : [])))];
}

/** What stands in braces and is no field: such a text is sent to nobody. */
export function unknownIn(text: string): readonly string[] {
  return [...new Set(templateParts(text).flatMap((part) => (part.kind === 'unknown' ? [part.word] : [])))];
}

/** The same text with its fields called by their names in a language; what is no field stays as it is. */
export function withFieldNames(text: string, language: Language): string {
  return templateParts(text)
    .map((part) => (part.kind === 'field' ? mergeFieldWord(part.field, language) : text.slice(part.from, part.to)))
    .join('');
}

const han = /[\u3400-\u9fff]/;

/** Chinese where its own words are, or, without words, the names of its fields; fields are then said in Chinese: 8月, not August. */
export function isChinese(text: string): boolean {
  const words = templateParts(text)
    .flatMap((part) => (part.kind === 'words' ? [part.text] : []))
    .join('');
  return han.test(/\p{L}/u.test(words) ? words : text);
}

export type FieldValues = Readonly<Partial<Record<MergeField, string | null>>>;

/** The text for one person; or what is missing for it. Never a text with a hole. */
export type Filled =
  | { readonly text: string; readonly missing: readonly []; readonly unknown: readonly [] }
  | { readonly text: null; readonly missing: readonly MergeField[]; readonly unknown: readonly string[] };

/** What a field says of somebody, on one line; '' where nothing is known. */
export function fieldText(values: FieldValues, field: MergeField): string {
  return (values[field] ?? '').replace(/\s+/g, ' ').trim();
}

/** A value is put in as it is: braces in the name of a thing are no fields. */
export function fillTemplate(text: string, values: FieldValues): Filled {
  const said = (field: MergeField): string => fieldText(values, field);
  const missing = fieldsIn(text).filter((field) => said(field) === '');
  const unknown = unknownIn(text);
  if (missing.length > 0 || unknown.length > 0) return { text: null, missing, unknown };
  const filled = templateParts(text).map((part) => {
    if (part.kind === 'field') return said(part.field);
    return part.kind === 'words' ? part.text : '';
  });
  return { text: filled.join(''), missing: [], unknown: [] };
}
