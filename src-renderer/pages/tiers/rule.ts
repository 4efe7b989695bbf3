/** The rule by which tiers are made: the saved one, and the one being tried. A trial is kept while other rooms are visited. */

import { create } from 'zustand';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import type { RfmDefinition, TypedLines } from '../../../src-shared/rfm.ts';

export interface Rule {
  readonly definition: RfmDefinition;
  /** Used by `typed` only, but kept while other definitions are looked at. */
  readonly lines: TypedLines;
}

export function savedRule(settings: Settings): Rule {
  return { definition: settings.rfmDefinition, lines: settings.typedLines };
}

function sameLines(a: TypedLines, b: TypedLines): boolean {
  return a.recencyDays === b.recencyDays && a.frequency === b.frequency && a.netMinor === b.netMinor;
}

/** True when both make the same tiers. */
export function sameRule(a: Rule, b: Rule): boolean {
  return a.definition === b.definition && (a.definition !== 'typed' || sameLines(a.lines, b.lines));
}

/** The question to the host by this rule. */
export function basisOf(rule: Rule, around: Omit<RfmBasis, 'definition' | 'lines'>): RfmBasis {
  const { definition } = rule;
  return definition === 'typed' ? { ...around, definition, lines: { ...rule.lines } } : { ...around, definition };
}

interface Trial {
  readonly rule: Rule | null;
  readonly set: (rule: Rule | null) => void;
}

export const useTrial = create<Trial>((set) => ({ rule: null, set: (rule) => set({ rule }) }));
