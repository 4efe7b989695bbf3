/** What host and worker say to each other: one job, its progress, its end. */

import type { EventDetail } from '../../src-shared/contract/events.ts';
import type { ProblemOnWire } from '../../src-shared/problem.ts';
import type { JobName } from './job-table.ts';

export type Phase = EventDetail<'imports.progress'>['phase'];

export type ToWorker =
  | { readonly kind: 'job'; readonly name: JobName; readonly ask: unknown }
  | { readonly kind: 'cancel' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly phase: Phase; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly problem: ProblemOnWire }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string }
  /** More memory than a job may have: it ends itself after this message. */
  | { readonly kind: 'too-large' };

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}

/** The other side is a process of ours, so its kind is enough. */
export function isToWorker(value: unknown): value is ToWorker {
  return ['job', 'cancel'].some((kind) => kind === kindOf(value));
}

export function isFromWorker(value: unknown): value is FromWorker {
  return ['progress', 'done', 'failed', 'broken', 'too-large'].some((kind) => kind === kindOf(value));
}
