/** The jobs that run in a process of their own: what each is asked and what it answers. `jobs.ts` carries them out. */

import type { BoundSpan } from '../../src-shared/compared-span.ts';
import type { ExclusionContent } from '../../src-shared/contract/exclusions.ts';
import type { BatchReport, CellFix, Encoding, Finding, Mapping } from '../../src-shared/contract/imports.ts';
import type { ParsedParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import type { Backup, Totals, VerifyReport } from '../../src-shared/contract/ledger.ts';
import type { ListRequest } from '../../src-shared/contract/lists.ts';
import type { NextItem } from '../../src-shared/contract/next-items.ts';
import type { LayoutContent, SendRequest, SendReview } from '../../src-shared/contract/send-lists.ts';
import type { Day } from '../../src-shared/day.ts';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import type { Language } from '../../src-shared/problem-texts.ts';
import type { RowProblemCode } from '../../src-shared/row-problem.ts';
import type { Suggested, SuggestQuestion } from '../followups/suggest.ts';
import type { Decided } from '../identity/decide.ts';
import type { GroupFound } from '../identity/find-groups.ts';
import type { RulePreview } from '../ledger/exclusions/rules.ts';
import type { ReportQuestion } from '../metrics/reports.ts';
import type { LongName } from './long-questions.ts';

/** A table within a file: one of the files packed in it, one sheet of a workbook, or both. */
export interface FilePart {
  readonly member?: string;
  readonly sheet?: string;
}

/** A file to read, with how its owner wants it read. */
export interface ChosenFile extends FilePart {
  readonly ticket: string;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly mapping?: Mapping;
  readonly encoding?: Encoding;
  /** Cells the owner corrected. */
  readonly fixes?: readonly CellFix[];
}

/** An act upon the rules of exclusion. */
export type RuleAct =
  | { readonly kind: 'save'; readonly rule: number | null; readonly content: ExclusionContent }
  | { readonly kind: 'remove'; readonly rule: number }
  | { readonly kind: 'undo' | 'redo'; readonly edit: number };

/** A decision about who is who, of one group or of many. */
export type DecisionAct =
  | ({ readonly kind: 'merge' } & ParsedParamsOf<'identities.merge'>)
  | ({ readonly kind: 'confirm' } & ParsedParamsOf<'identities.confirmLikely'>)
  | ({ readonly kind: 'never' } & ParsedParamsOf<'identities.neverSame'>);

interface InLedger {
  /** The folder of the ledger that is open: the owner's, or the demo shop's. */
  readonly folder: string;
}

interface Dated {
  readonly now: string;
}

export interface JobTable {
  recognise: {
    readonly ask: InLedger & { readonly files: readonly ChosenFile[] };
    /** `part`: the table is not the whole of the file that was asked about. */
    readonly answer: { found: { finding: Finding; part: FilePart | null }[] };
  };
  check: {
    readonly ask: InLedger & {
      readonly files: readonly ChosenFile[];
      readonly shop?: string;
      readonly marketplace?: Marketplace;
      readonly remember?: boolean;
      readonly today: Day;
    };
    readonly answer: { check: string; batches: BatchReport[] };
  };
  apply: {
    /** `beside`: a ledger without orders is not written to, but gets a successor; see `ledger/successor.ts`. */
    readonly ask: InLedger &
      Dated & { readonly check: string; readonly beside?: boolean; readonly aside?: readonly RowProblemCode[] };
    /** `successor`: what `takePlace` asks for; null where the ledger itself was written to. */
    readonly answer: { batches: BatchReport[]; successor: string | null };
  };
  undo: { readonly ask: InLedger & Dated & { readonly batch: number }; readonly answer: ResultOf<'imports.undo'> };
  redo: { readonly ask: InLedger & Dated & { readonly batch: number }; readonly answer: ResultOf<'imports.redo'> };
  /** A rule of exclusion is made, changed or removed, or an act of the journal turned that takes as long. */
  exclude: {
    readonly ask: InLedger & Dated & { readonly act: RuleAct };
    readonly answer: { edit: number; rule: number };
  };
  /** The owner decides about many people at once. */
  decide: { readonly ask: InLedger & Dated & { readonly act: DecisionAct }; readonly answer: Decided };
  /** What a rule would mean. */
  meant: { readonly ask: InLedger & ParsedParamsOf<'exclusions.preview'>; readonly answer: RulePreview };
  /** `quietly`: nobody waits for it, whatever else runs on this computer goes first. */
  backup: {
    readonly ask: InLedger & Dated & { readonly reason: Backup['reason']; readonly quietly?: boolean };
    readonly answer: Backup;
  };
  /** `name`: a backup's name, or the path of a file the owner chose. */
  previewBackup: {
    readonly ask: InLedger & Dated & { readonly name: string };
    readonly answer: { present: Totals; restored: Totals; madeAt: string };
  };
  /** The host has closed its connections before, and opens them again after. */
  restore: { readonly ask: InLedger & Dated & { readonly name: string }; readonly answer: { undoName: string } };
  verify: { readonly ask: InLedger; readonly answer: VerifyReport };
  /** Who might be one person, of everybody. */
  review: { readonly ask: InLedger; readonly answer: { groups: readonly GroupFound[] } };
  /** SQLite's own quick check, after a start that followed a crash. Ends in `ledger-damaged` when it finds something. */
  inspect: { readonly ask: InLedger; readonly answer: Record<never, never> };
  export: {
    readonly ask: InLedger & {
      readonly request: ListRequest;
      readonly format: 'csv' | 'xlsx';
      readonly path: string;
      /** What the person calls the file, for the words of a Problem. */
      readonly name: string;
    };
    readonly answer: { rows: number; held: number };
  };
  /** What customers will do: a fit over everybody. */
  forecast: {
    readonly ask: InLedger & ParsedParamsOf<'forecasts.read'>;
    readonly answer: ResultOf<'forecasts.read'>;
  };
  /** What is bought after what: a look at everybody's orders. */
  sequences: {
    readonly ask: InLedger & { readonly on: Day; readonly excluded?: boolean };
    readonly answer: { sequences: readonly NextItem[] };
  };
  /** What rules of care suggest: a look at everybody's orders. */
  suggest: { readonly ask: InLedger & SuggestQuestion; readonly answer: Suggested };
  /** How often a thing is bought again: a look at every line. */
  measuredCycle: {
    readonly ask: InLedger & ParsedParamsOf<'careRules.measuredCycle'>;
    readonly answer: ResultOf<'careRules.measuredCycle'>;
  };
  /** Who gets a text; with `layout` and `path` the file is written. */
  sendList: {
    readonly ask: InLedger & {
      readonly request: SendRequest;
      readonly file: { readonly layout: LayoutContent; readonly path: string } | null;
    };
    readonly answer: SendReview & { readonly customers: number[] };
  };
  /** A question that goes through everybody's orders; see `long-questions.ts`. */
  question: {
    readonly ask: InLedger & { readonly name: LongName; readonly params: unknown };
    readonly answer: unknown;
  };
  exportReport: {
    readonly ask: InLedger & {
      readonly question: ReportQuestion;
      readonly against: BoundSpan | undefined;
      readonly language: Language;
      readonly path: string;
      readonly name: string;
    };
    readonly answer: { rows: number };
  };
  /** Writes what is wrong with the files of a check, or of an import. */
  report: {
    readonly ask: InLedger & {
      readonly of: { readonly check: string } | { readonly batch: number };
      readonly language: Language;
      readonly path: string;
      readonly name: string;
    };
    readonly answer: { problems: number };
  };
  /** Makes the demo shop's ledger in `folder` and imports its files. */
  demo: { readonly ask: InLedger & Dated & { readonly today: Day }; readonly answer: { orders: number } };
}

export type JobName = keyof JobTable;
export type AskOf<Name extends JobName> = JobTable[Name]['ask'];
export type AnswerOf<Name extends JobName> = JobTable[Name]['answer'];

/** Jobs that write to the ledger: one at a time. */
export const writingJobs: ReadonlySet<JobName> = new Set([
  'apply',
  'undo',
  'redo',
  'exclude',
  'decide',
  'restore',
  'demo',
]);
