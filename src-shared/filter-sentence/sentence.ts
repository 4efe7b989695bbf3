/** What a filter means, in a plain sentence: for the page, the command line and paper. Pure; each language has its words beside it. */

import { type FilterCondition, type FilterNode, groupOf, partsOf } from '../contract/filters.ts';
import type { FieldChoice } from '../custom-field.ts';
import type { Language } from '../problem-texts.ts';
import { englishWords } from './words-en.ts';
import { chineseWords } from './words-zh.ts';

/** What a sentence has to be told: it knows no ledger. */
export interface SentenceNames {
  /** Of the amounts in it. */
  readonly currency: string;
  /** null: there is none of this number. */
  readonly shop: (shop: number) => string | null;
  readonly segment: (segment: number) => string | null;
  readonly tag: (tag: number) => string | null;
  readonly run: (run: number) => string | null;
  readonly level: (level: number) => string | null;
  /** Of a field of the owner's: its name, and its choices by their numbers. */
  readonly field: (field: number) => { readonly name: string; readonly choices: readonly FieldChoice[] } | null;
}

/** The words of a language. */
export interface SentenceWords {
  readonly everybody: string;
  condition(condition: FilterCondition, names: SentenceNames): string;
  /** All of them hold. `isInner`: within another group, so that it must be kept together. */
  all(parts: readonly string[], isInner: boolean): string;
  any(parts: readonly string[], isInner: boolean): string;
  /** None of them holds. */
  none(parts: readonly string[]): string;
}

function said(node: FilterNode, words: SentenceWords, names: SentenceNames, isInner: boolean): string {
  const kind = groupOf(node);
  const parts = partsOf(node);
  // What is no group is a condition.
  if (kind === null || parts === null) return words.condition(node as FilterCondition, names);
  if (kind === 'none') return words.none(parts.map((part) => said(part, words, names, parts.length > 1)));
  if (isEverybody(node)) return words.everybody;
  // Beside others that must hold "everybody" says nothing; as one of several it says all.
  const meant = kind === 'any' ? parts : parts.filter((part) => !isEverybody(part));
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) return said(only, words, names, isInner);
  const each = meant.map((part) => said(part, words, names, true));
  return kind === 'all' ? words.all(each, isInner) : words.any(each, isInner);
}

/** `{"all": []}` and what comes to the same within "all" groups. */
function isEverybody(node: FilterNode): boolean {
  return 'all' in node && node.all.every(isEverybody);
}

/** Without a full stop. */
export function filterSentence(node: FilterNode, language: Language, names: SentenceNames): string {
  const words: SentenceWords = language === 'zh-CN' ? chineseWords : englishWords;
  return said(node, words, names, false);
}
