/** What an explanation is about, and on which day and rule it stands. */

import type { ParamsOf } from '../../../src-shared/contract/index.ts';
import type { Tier } from '../../../src-shared/rfm.ts';

export type ExplanationBasis = ParamsOf<'explain.customer'>['basis'];

export type ExplanationSubject =
  /** Why a customer is in a tier; `fact` is the figure that was asked about, `tier` what the page shows now. */
  | { readonly kind: 'customer'; readonly id: number; readonly tier?: Tier | null; readonly fact?: string }
  | { readonly kind: 'metric'; readonly name: string; readonly tier?: Tier; readonly title?: string }
  /** The orders of one import. */
  | { readonly kind: 'batch'; readonly id: number; readonly title: string }
  /** Only where one order came from. */
  | { readonly kind: 'order'; readonly id: number; readonly day: string | null };
