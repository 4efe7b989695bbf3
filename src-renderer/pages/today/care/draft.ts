/** A rule of care while it is being written. Pure. */

import type { CareRuleContent, Trigger } from '../../../../src-shared/contract/care-rules.ts';
import { careRuleContentSchema } from '../../../../src-shared/contract/care-rules.ts';

export type TriggerKind = Trigger['kind'];

/** In the order in which they are offered: what a small shop asks for first. */
export const triggerKinds: readonly TriggerKind[] = [
  'after',
  'renew',
  'cycle',
  'dormant',
  'occasion',
  'refund',
  'unpaid',
  'tier',
  'level',
];

/** What a kind of trigger is before the owner says otherwise. */
export const firstTrigger: { readonly [Kind in TriggerKind]: Extract<Trigger, { kind: Kind }> } = {
  after: { kind: 'after', what: 'received', days: 3, first: false },
  renew: { kind: 'renew', offset: 0 },
  cycle: { kind: 'cycle', words: [], days: 90 },
  dormant: { kind: 'dormant', days: 180 },
  occasion: { kind: 'occasion', occasions: ['birthday'], before: 3 },
  refund: { kind: 'refund', days: 7 },
  unpaid: { kind: 'unpaid', days: 1 },
  tier: { kind: 'tier', tiers: ['RfM'] },
  level: { kind: 'level', how: 'raised', levels: [], days: 0 },
};

/** How long such a rule stays due, how long it lets a person be, and whether an order ends it, to begin with. */
const firstTerms: {
  readonly [Kind in TriggerKind]: Pick<CareRuleContent, 'lasts' | 'coolDown' | 'stopsAtOrder'>;
} = {
  after: { lasts: 7, coolDown: 60, stopsAtOrder: false },
  renew: { lasts: 30, coolDown: 30, stopsAtOrder: true },
  cycle: { lasts: 30, coolDown: 30, stopsAtOrder: true },
  dormant: { lasts: 30, coolDown: 180, stopsAtOrder: true },
  occasion: { lasts: 4, coolDown: 0, stopsAtOrder: false },
  refund: { lasts: 10, coolDown: 60, stopsAtOrder: false },
  unpaid: { lasts: 3, coolDown: 30, stopsAtOrder: true },
  tier: { lasts: 30, coolDown: 90, stopsAtOrder: false },
  level: { lasts: 14, coolDown: 30, stopsAtOrder: false },
};

export interface Draft {
  /** null: a new one. */
  readonly rule: number | null;
  readonly content: CareRuleContent;
}

export function newDraft(kind: TriggerKind = 'after'): Draft {
  return {
    rule: null,
    content: {
      name: '',
      on: false,
      trigger: firstTrigger[kind],
      where: null,
      channel: null,
      template: null,
      note: '',
      share: 0.1,
      windowDays: 30,
      seed: null,
      ...firstTerms[kind],
    },
  };
}

/** Of another kind: what belongs to the kind begins anew, what the owner wrote stays. */
export function ofKind(content: CareRuleContent, kind: TriggerKind): CareRuleContent {
  return { ...content, trigger: firstTrigger[kind], ...firstTerms[kind] };
}

/** Says the draft all a rule needs? Its name may still be missing: it can be tried without. */
export function isWhole(content: CareRuleContent): boolean {
  return careRuleContentSchema.safeParse({ ...content, name: content.name.trim() || '—' }).success;
}
