/** Which order, or which row that was left out, an explanation shows the source of. Pure. */

import type { ExplainedOrder } from '../../../src-shared/contract/explanations.ts';
import type { ParamsOf } from '../../../src-shared/contract/index.ts';
import type { Explained } from './subject.ts';

export type Source =
  | { readonly kind: 'order'; readonly order: number }
  | { readonly kind: 'rows'; readonly params: ParamsOf<'explain.rows'> };

/** Tells the lines of a list apart: an order by its number, what was left out by its row. */
export function orderKey({ order, stopped }: ExplainedOrder): string {
  return stopped === undefined || stopped === null ? `${order}` : `${stopped.file}/${stopped.row}`;
}

export function sourceKey(source: Source): string {
  return JSON.stringify(source.kind === 'order' ? source.order : source.params);
}

/** In a check an order stands in the plan and not yet in the ledger. */
export function sourceOf(explained: Explained, { order, stopped }: ExplainedOrder): Source {
  if (explained.kind === 'check') {
    return { kind: 'rows', params: { in: { check: explained.check }, of: stopped ?? { order } } };
  }
  if (explained.kind === 'batch' && stopped !== undefined && stopped !== null) {
    return { kind: 'rows', params: { in: { batch: explained.batch }, of: stopped } };
  }
  return { kind: 'order', order };
}
