/** What travels on a link. */

import type { ProblemOnWire } from '../problem.ts';

export interface Request {
  readonly kind: 'request';
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

export interface Reply {
  readonly kind: 'reply';
  readonly id: number;
  readonly result: unknown;
}

export interface Refusal {
  readonly kind: 'problem';
  readonly id: number;
  readonly problem: ProblemOnWire;
}

/** Something that should not have happened. The stack stays in the host's log; `reference` finds it there. */
export interface Fault {
  readonly kind: 'bug';
  readonly id: number;
  readonly message: string;
  readonly reference: string;
}

export interface Happening {
  readonly kind: 'event';
  readonly name: string;
  readonly detail: unknown;
}

export type ToHost = Request;
export type FromHost = Reply | Refusal | Fault | Happening;

/** True when `value` is a message of ours; everything else on a link is ignored. */
export function isMessage(value: unknown): value is ToHost | FromHost {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return ['request', 'reply', 'problem', 'bug', 'event'].some((kind) => kind === value.kind);
}
